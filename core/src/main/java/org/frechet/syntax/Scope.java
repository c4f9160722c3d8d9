package org.frechet.syntax;

import java.util.Optional;
import org.frechet.shape.Dim;
import org.jspecify.annotations.Nullable;

/// The names that `let` and sums over an index bind around a piece, innermost first.
final class Scope<V> {
  /// A name bound here.
  sealed interface Bound<V> {
    record Defined<V>(V value) implements Bound<V> {}

    record Indexed<V>(Running index) implements Bound<V> {}
  }

  /// A summation index. Its range is the size of what it indexes first.
  static final class Running {
    private final String name;
    private Optional<Dim> size;
    private String over = "its declaration";

    Running(String name, Optional<Dim> size) {
      this.name = name;
      this.size = size;
    }

    String name() {
      return name;
    }

    Optional<Dim> size() {
      return size;
    }

    /// {@return what gave the range, in words}
    String over() {
      return over;
    }

    void runsOver(Dim range, String what) {
      size = Optional.of(range);
      over = what;
    }
  }

  private final @Nullable Scope<V> outer;
  private final String name;
  private final @Nullable Bound<V> bound;

  private Scope(@Nullable Scope<V> outer, String name, @Nullable Bound<V> bound) {
    this.outer = outer;
    this.name = name;
    this.bound = bound;
  }

  static <V> Scope<V> empty() {
    return new Scope<>(null, "", null);
  }

  Scope<V> define(String defined, V value) {
    return new Scope<>(this, defined, new Bound.Defined<>(value));
  }

  Scope<V> run(String indexName, Running index) {
    return new Scope<>(this, indexName, new Bound.Indexed<>(index));
  }

  Optional<Bound<V>> find(String wanted) {
    for (Scope<V> s = this; s != null; s = s.outer) {
      if (s.bound != null && s.name.equals(wanted)) {
        return Optional.of(s.bound);
      }
    }
    return Optional.empty();
  }

  Optional<Running> index(String wanted) {
    return find(wanted)
        .flatMap(b -> b instanceof Bound.Indexed<V>(Running i) ? Optional.of(i) : Optional.empty());
  }

  /// {@return a name for an index that no index around it has}
  String unused(String wanted) {
    String free = wanted;
    for (int i = 2; hasIndex(free); i++) {
      free = wanted + "_" + i;
    }
    return free;
  }

  private boolean hasIndex(String taken) {
    for (Scope<V> s = this; s != null; s = s.outer) {
      if (s.bound instanceof Bound.Indexed<V>(Running i) && i.name().equals(taken)) {
        return true;
      }
    }
    return false;
  }
}
