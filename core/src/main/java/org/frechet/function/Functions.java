package org.frechet.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The register of all declarations.
public final class Functions {
  private static final Map<String, Function> BY_NAME = new TreeMap<>();
  private static final List<Function> ALL = new ArrayList<>();

  static {
    Stream.of(
            Elementwise.values(),
            ScalarValued.values(),
            MatrixValued.values(),
            VectorValued.values(),
            MatrixFunction.values(),
            FrechetDerivative.values(),
            MatrixEquation.values())
        .flatMap(Stream::of)
        .map(Declared::function)
        .forEach(f -> {
          ALL.add(f);
          BY_NAME.putIfAbsent(f.name(), f);
          f.aliases().forEach(alias -> BY_NAME.putIfAbsent(alias, f));
        });
  }

  private Functions() {}

  public static Optional<Function> byName(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /// {@return all names and aliases, in alphabetical order}
  public static SequencedCollection<String> names() {
    return Collections.unmodifiableList(new ArrayList<>(BY_NAME.keySet()));
  }

  /// {@return all functions in the order of declaration}
  public static List<Function> all() {
    return Collections.unmodifiableList(ALL);
  }
}
