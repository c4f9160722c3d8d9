package org.frechet.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A size: a polynomial in named sizes, such as `3`, `n`, `2*n`, `m*n` or `m + n`, perhaps divided
/// by a number that divides all its values, such as `n*(n + 1)/2`. Equality is equality of
/// polynomials, so two sizes are equal exactly when they agree for all values of the names.
public final class Dim implements Comparable<Dim> {
  public static final Dim ONE = of(1);

  private static final int MOST_CASES = 10_000;

  /// Coefficient of each monomial; a monomial is its sorted names, repeated for powers.
  private final SequencedMap<List<String>, Long> terms;

  /// What the sum of the terms is divided by; no factor is common to it and all coefficients.
  private final long denominator;

  // Sizes are compared all the time, so what comparing needs is kept.
  private final String name;
  private final int hash;

  private Dim(SequencedMap<List<String>, Long> terms, long denominator) {
    this.denominator = denominator;
    this.terms = Collections.unmodifiableSequencedMap(terms);
    boolean isName =
        denominator == 1
            && terms.size() == 1
            && terms.firstEntry().getValue() == 1
            && terms.firstEntry().getKey().size() == 1;
    this.name = isName ? terms.firstEntry().getKey().getFirst() : "";
    this.hash = terms.hashCode() + 31 * (int) (denominator - 1);
  }

  private static Dim reduced(SequencedMap<List<String>, Long> terms, long denominator) {
    terms.values().removeIf(c -> c == 0);
    long common = denominator;
    for (long c : terms.values()) {
      common = gcd(common, c);
    }
    if (common > 1) {
      long divisor = common;
      terms.replaceAll((_, c) -> c / divisor);
    }
    return new Dim(terms, denominator / common);
  }

  private static long gcd(long a, long b) {
    return b == 0 ? Math.abs(a) : gcd(b, a % b);
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
    return new Dim(terms, 1);
  }

  public static Dim of(String name) {
    var terms = empty();
    terms.put(List.of(name), 1L);
    return new Dim(terms, 1);
  }

  public Dim plus(Dim other) {
    var sum = empty();
    terms.forEach((m, c) -> sum.put(m, Math.multiplyExact(c, other.denominator)));
    other.terms.forEach((m, c) -> sum.merge(m, Math.multiplyExact(c, denominator), Math::addExact));
    return reduced(sum, Math.multiplyExact(denominator, other.denominator));
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
    return reduced(product, Math.multiplyExact(denominator, other.denominator));
  }

  /// {@return this size divided by a positive number; [#isWhole] tells whether that is a size}
  public Dim over(long divisor) {
    var copy = empty();
    copy.putAll(terms);
    return reduced(copy, Math.multiplyExact(denominator, divisor));
  }

  /// {@return n(n + 1)/2, the number of entries on and below the diagonal of an n×n matrix}
  public Dim triangle() {
    return times(plus(ONE)).over(2);
  }

  /// {@return whether the values are whole for all whole values of the names} Values modulo the
  /// denominator depend only on the names modulo the denominator.
  public boolean isWhole() {
    List<String> names = names();
    double cases = Math.pow((double) denominator, names.size());
    if (denominator == 1 || cases > MOST_CASES) {
      return denominator == 1;
    }
    for (int i = 0; i < cases; i++) {
      int digits = i;
      var values = new HashMap<String, Dim>();
      for (String name : names) {
        values.put(name, of(digits % denominator));
        digits /= (int) denominator;
      }
      if (substitute(values::get).denominator != 1) {
        return false;
      }
    }
    return true;
  }

  public Dim minus(Dim other) {
    return plus(other.times(of(-1)));
  }

  /// {@return the coefficient of each monomial before the division; a monomial is its sorted names,
  /// repeated for powers}
  public SequencedMap<List<String>, Long> terms() {
    return terms;
  }

  public long denominator() {
    return denominator;
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
    if (!isConstant() || denominator != 1) {
      throw new IllegalStateException("size " + this + " is not a whole number");
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
    return denominator == 1 ? sum : sum.over(denominator);
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
            && denominator == d.denominator
            && (isName() || terms.equals(d.terms)));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /// {@return the size in the input language: `2*m*n + 1`, `n*(n + 1)/2`}
  @Override
  public String toString() {
    return denominator == 1 ? sum(terms) : quotient();
  }

  private static String sum(SequencedMap<List<String>, Long> terms) {
    if (terms.isEmpty()) {
      return "0";
    }
    String text =
        terms.entrySet().stream()
            .map(e -> monomial(e.getKey(), e.getValue()))
            .collect(Collectors.joining(" + "));
    return text.replace("+ -", "- ");
  }

  /// Common factors stand before the sum.
  private String quotient() {
    List<String> common = new ArrayList<>(terms.firstEntry().getKey());
    long content = 0;
    for (Map.Entry<List<String>, Long> term : terms.entrySet()) {
      common = intersection(common, term.getKey());
      content = gcd(content, term.getValue());
    }
    var rest = empty();
    for (Map.Entry<List<String>, Long> term : terms.entrySet()) {
      var names = new ArrayList<>(term.getKey());
      common.forEach(names::remove);
      rest.put(List.copyOf(names), term.getValue() / content);
    }
    String sum = rest.size() == 1 ? sum(rest) : "(" + sum(rest) + ")";
    String product =
        common.isEmpty() && content == 1
            ? sum
            : monomial(common, content) + (sum.equals("1") ? "" : "*" + sum);
    return product + "/" + denominator;
  }

  private static List<String> intersection(List<String> a, List<String> b) {
    var rest = new ArrayList<>(b);
    return a.stream().filter(rest::remove).toList();
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
