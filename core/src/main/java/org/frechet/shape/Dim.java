package org.frechet.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A size: a polynomial in named sizes with integer coefficients, such as `3`, `n`, `2*n`, `m*n` or
/// `m + n`. Equality is equality of polynomials, so two sizes are equal exactly when they agree for
/// all values of the names.
public final class Dim implements Comparable<Dim> {
  public static final Dim ONE = of(1);

  /// Coefficient of each monomial; a monomial is its sorted names, repeated for powers.
  private final SequencedMap<List<String>, Long> terms;

  // Sizes are compared all the time, so what comparing needs is kept.
  private final String name;
  private final int hash;

  private Dim(SequencedMap<List<String>, Long> terms) {
    this.terms = Collections.unmodifiableSequencedMap(terms);
    boolean isName =
        terms.size() == 1
            && terms.firstEntry().getValue() == 1
            && terms.firstEntry().getKey().size() == 1;
    this.name = isName ? terms.firstEntry().getKey().getFirst() : "";
    this.hash = terms.hashCode();
  }

  private static SequencedMap<List<String>, Long> empty() {
    return new TreeMap<>(Dim::compareMonomials);
  }

  private static int compareMonomials(List<String> a, List<String> b) {
    if (a.isEmpty() != b.isEmpty()) {
      return a.isEmpty() ? 1 : -1; // constants come last: m + 1
    }
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int c = a.get(i).compareTo(b.get(i));
      if (c != 0) {
        return c;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  public static Dim of(long size) {
    var terms = empty();
    if (size != 0) {
      terms.put(List.of(), size);
    }
    return new Dim(terms);
  }

  public static Dim of(String name) {
    var terms = empty();
    terms.put(List.of(name), 1L);
    return new Dim(terms);
  }

  public Dim plus(Dim other) {
    var sum = empty();
    sum.putAll(terms);
    other.terms.forEach((m, c) -> sum.merge(m, c, Math::addExact));
    sum.values().removeIf(c -> c == 0);
    return new Dim(sum);
  }

  public Dim times(Dim other) {
    var product = empty();
    terms.forEach((m, c) ->
        other.terms.forEach((n, d) -> {
          var names = new ArrayList<>(m);
          names.addAll(n);
          Collections.sort(names);
          product.merge(List.copyOf(names), Math.multiplyExact(c, d), Math::addExact);
        }));
    product.values().removeIf(c -> c == 0);
    return new Dim(product);
  }

  public Dim minus(Dim other) {
    return plus(other.times(of(-1)));
  }

  /// {@return the coefficient of each monomial; a monomial is its sorted names, repeated for
  /// powers}
  public SequencedMap<List<String>, Long> terms() {
    return terms;
  }

  public boolean isOne() {
    return equals(ONE);
  }

  /// {@return whether this size is a number rather than a name}
  public boolean isConstant() {
    return terms.isEmpty() || (terms.size() == 1 && terms.firstEntry().getKey().isEmpty());
  }

  /// {@return the number} @throws IllegalStateException when this size has names
  public long constant() {
    if (!isConstant()) {
      throw new IllegalStateException("size " + this + " is not a number");
    }
    return terms.isEmpty() ? 0 : terms.firstEntry().getValue();
  }

  /// {@return the name if this size is just one name, otherwise the empty string}
  public String name() {
    return name;
  }

  public boolean isName() {
    return !name.isEmpty();
  }

  public List<String> names() {
    return isName()
        ? List.of(name)
        : terms.keySet().stream().flatMap(List::stream).distinct().sorted().toList();
  }

  /// {@return this size with each name replaced}
  public Dim substitute(Function<String, Dim> values) {
    if (isName()) {
      return values.apply(name);
    }
    if (isConstant()) {
      return this;
    }
    Dim sum = of(0);
    for (Map.Entry<List<String>, Long> term : terms.entrySet()) {
      Dim product = of(term.getValue());
      for (String name : term.getKey()) {
        product = product.times(values.apply(name));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  public long at(Map<String, Integer> sizes) {
    return substitute(
            name -> {
              Integer size = sizes.get(name);
              if (size == null) {
                throw new IllegalArgumentException("no value for the size " + name);
              }
              return of(size);
            })
        .constant();
  }

  @Override
  public int compareTo(Dim other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(Object o) {
    return o == this
        || (o instanceof Dim d
            && hash == d.hash
            && name.equals(d.name)
            && (isName() || terms.equals(d.terms)));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// {@return the size in the input language: `2*m*n + 1`}
  @Override
  public String toString() {
    if (terms.isEmpty()) {
      return "0";
    }
    String text =
        terms.entrySet().stream()
            .map(e -> monomial(e.getKey(), e.getValue()))
            .collect(Collectors.joining(" + "));
    return text.replace("+ -", "- ");
  }

  private static String monomial(List<String> names, long coefficient) {
    String product = String.join("*", names);
    if (names.isEmpty()) {
      return Long.toString(coefficient);
    }
    return coefficient == 1
        ? product
        : coefficient == -1 ? "-" + product : coefficient + "*" + product;
  }
}
