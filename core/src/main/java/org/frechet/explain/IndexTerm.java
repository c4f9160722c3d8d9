package org.frechet.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Rational;
import org.frechet.expr.Selection;
import org.frechet.function.Function;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// A scalar written with indices: sums of products of entries. A sum keeps its index, a Kronecker
/// delta stays until it is used, nothing is put into canonical form.
sealed interface IndexTerm extends Phrase {
  /// An entry of an array, or a scalar where both picks are all.
  record Entry(Expr array, Pick row, Pick col) implements IndexTerm {
    /// {@return the same entry, of the transpose}
    Entry turned() {
      Pick down = col;
      Pick across = row;
      return new Entry(array.transpose(), down, across);
    }
  }

  /// One where both places are the same, otherwise zero.
  record Delta(Pick one, Pick other, Dim size) implements IndexTerm {}

  /// A number times at least no factor.
  record Product(Rational coefficient, List<IndexTerm> factors) implements IndexTerm {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  record Sum(List<IndexTerm> terms) implements IndexTerm {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  /// The sum of the body over all values of an index.
  record Over(Index index, IndexTerm body) implements IndexTerm {}

  /// An elementwise function, or its slope without the number in front, of a scalar.
  record Applied(Function function, boolean slope, IndexTerm argument) implements IndexTerm {
    /// {@return the same function of any expression}
    Expr of(Expr x) {
      return slope ? Algebra.scale(front().inverse(), slope(x)) : function.of(x);
    }

    /// {@return the number in front of the slope: −1 of the cosine}
    Rational front() {
      return flat() ? Rational.ONE : Algebra.coefficient(anySlope());
    }

    /// {@return whether the function is constant between jumps}
    boolean flat() {
      return anySlope().isZero();
    }

    private Expr anySlope() {
      return slope(Algebra.variable("(u)", Shape.SCALAR));
    }

    private Expr slope(Expr x) {
      return function.slope().orElseThrow().of(x, function.of(x));
    }
  }

  record Power(IndexTerm base, IndexTerm exponent) implements IndexTerm {}

  /// The derivative, by an entry of the variable, of the entry of an expression; not worked out.
  ///
  /// @param shown the entry
  /// @param by the entry of the variable
  record Partial(Expr of, Pick row, Pick col, IndexTerm shown, IndexTerm by) implements IndexTerm {}

  IndexTerm ZERO = number(Rational.ZERO);
  IndexTerm ONE = number(Rational.ONE);

  static IndexTerm number(Rational value) {
    return new Product(value, List.of());
  }

  default boolean isZero() {
    return this instanceof Product p && p.coefficient.isZero();
  }

  /// {@return the product; numbers fold, equal factors are powers}
  static IndexTerm product(List<IndexTerm> factors) {
    Rational coefficient = Rational.ONE;
    Map<IndexTerm, Integer> counts = new LinkedHashMap<>();
    for (IndexTerm f : factors) {
      if (f instanceof Product(Rational c, List<IndexTerm> parts)) {
        coefficient = coefficient.times(c);
        parts.forEach(p -> counts.merge(p, 1, Integer::sum));
      } else {
        counts.merge(f, 1, Integer::sum);
      }
    }
    if (coefficient.isZero()) {
      return new Product(coefficient, List.of());
    }
    var merged = new ArrayList<IndexTerm>();
    counts.forEach(
        (f, n) -> merged.add(n == 1 || f instanceof Delta ? f : power(f, number(Rational.of(n)))));
    return merged.size() == 1 && coefficient.isOne()
        ? merged.getFirst()
        : new Product(coefficient, merged);
  }

  static IndexTerm product(IndexTerm... factors) {
    return product(List.of(factors));
  }

  /// {@return the sum; equal terms merge}
  static IndexTerm sum(List<IndexTerm> terms) {
    Map<IndexTerm, Rational> counts = new LinkedHashMap<>();
    terms.stream()
        .flatMap(t -> t instanceof Sum(List<IndexTerm> inner) ? inner.stream() : Stream.of(t))
        .forEach(t -> counts.merge(plain(t), coefficient(t), Rational::plus));
    var merged = new ArrayList<IndexTerm>();
    counts.forEach((t, c) -> {
      if (!c.isZero()) {
        merged.add(product(number(c), t));
      }
    });
    return merged.isEmpty() ? ZERO : merged.size() == 1 ? merged.getFirst() : new Sum(merged);
  }

  static Rational coefficient(IndexTerm t) {
    return t instanceof Product p ? p.coefficient : Rational.ONE;
  }

  /// {@return the term without its number}
  static IndexTerm plain(IndexTerm t) {
    return t instanceof Product p
        ? product(List.copyOf(p.factors.isEmpty() ? List.of(ONE) : p.factors))
        : t;
  }

  /// {@return the sum over the index; a number stands before it}
  static IndexTerm over(Index index, IndexTerm body) {
    Rational c = coefficient(body);
    if (plain(body).equals(ONE)) {
      Pick all = IndexTranslation.ALL;
      return product(number(c), new Entry(Algebra.size(index.size()), all, all));
    }
    return c.isZero() ? ZERO : product(number(c), new Over(index, plain(body)));
  }

  static IndexTerm power(IndexTerm base, IndexTerm exponent) {
    return exponent.equals(ONE) ? base : exponent.isZero() ? ONE : new Power(base, exponent);
  }

  static IndexTerm delta(Pick one, Pick other, Dim size) {
    return size.isOne() || one.equals(other) ? ONE : new Delta(one, other, size);
  }

  /// {@return the parts directly below}
  default List<IndexTerm> parts() {
    return switch (this) {
      case Entry _, Delta _, Partial _ -> List.of();
      case Product p -> p.factors;
      case Sum s -> s.terms;
      case Over o -> List.of(o.body);
      case Applied a -> List.of(a.argument);
      case Power p -> List.of(p.base, p.exponent);
    };
  }

  /// {@return the same with its parts changed}
  default IndexTerm with(UnaryOperator<IndexTerm> change) {
    return switch (this) {
      case Entry _, Delta _, Partial _ -> this;
      case Product(Rational c, List<IndexTerm> factors) -> {
        var changed = new ArrayList<>(List.of(number(c)));
        factors.forEach(f -> changed.add(change.apply(f)));
        yield product(changed);
      }
      case Sum(List<IndexTerm> terms) -> sum(terms.stream().map(change).toList());
      case Over(Index index, IndexTerm body) -> over(index, change.apply(body));
      case Applied(Function f, boolean slope, IndexTerm x) ->
          new Applied(f, slope, change.apply(x));
      case Power(IndexTerm base, IndexTerm exponent) ->
          power(change.apply(base), change.apply(exponent));
    };
  }

  /// {@return this and everything below}
  default Stream<IndexTerm> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(IndexTerm::all));
  }

  /// {@return whether a derivative is not worked out}
  default boolean isOpen() {
    return all().anyMatch(t -> t instanceof Partial);
  }

  /// {@return whether the index stands here outside of a sum over it}
  default boolean has(Index index) {
    Pick at = new Pick.At(index);
    return switch (this) {
      case Entry e -> e.row.equals(at) || e.col.equals(at) || isFree(index, e.array);
      case Delta d -> d.one.equals(at) || d.other.equals(at);
      case Partial p -> p.shown.has(index);
      case Over o -> !o.index.equals(index) && o.body.has(index);
      case Product _, Sum _, Applied _, Power _ -> parts().stream().anyMatch(t -> t.has(index));
    };
  }

  private static boolean isFree(Index index, Expr array) {
    return IndexTranslation.free(array).contains(index);
  }

  /// {@return this with another place for the index}
  default IndexTerm at(Index index, Pick place) {
    Pick at = new Pick.At(index);
    UnaryOperator<Pick> moved = p -> p.equals(at) ? place : p;
    return switch (this) {
      case Entry(Expr array, _, _) when isFree(index, array) ->
          throw IndexDerivative.refusal("a function of what is summed over an index");
      case Entry(Expr array, Pick row, Pick col) ->
          new Entry(array, moved.apply(row), moved.apply(col));
      case Delta(Pick one, Pick other, Dim size) ->
          delta(moved.apply(one), moved.apply(other), size);
      case Partial(Expr of, Pick row, Pick col, IndexTerm shown, IndexTerm by) ->
          new Partial(of, moved.apply(row), moved.apply(col), shown.at(index, place), by);
      case Over o when o.index.equals(index) -> this;
      case Over _, Product _, Sum _, Applied _, Power _ -> with(t -> t.at(index, place));
    };
  }

  /// How a sum over an index is made an expression.
  interface Summation {
    Expr of(Index index, Expr body);
  }

  /// {@return how many sums stand in one another at most}
  default int depth() {
    int below = parts().stream().mapToInt(IndexTerm::depth).max().orElse(0);
    return this instanceof Over ? below + 1 : below;
  }

  /// {@return the same as an expression}
  default Expr value(Summation sums) {
    return switch (this) {
      case Entry(Expr array, Pick row, Pick col) -> Selection.slice(array, row, col);
      case Delta(Pick one, Pick other, Dim size) -> Selection.slice(Algebra.eye(size), one, other);
      case Product(Rational c, List<IndexTerm> factors) -> {
        var values = new ArrayList<>(List.of(Algebra.number(c)));
        factors.forEach(f -> values.add(f.value(sums)));
        yield Algebra.mul(values);
      }
      case Sum(List<IndexTerm> terms) ->
          Algebra.add(terms.stream().map(t -> t.value(sums)).toList());
      case Over(Index index, IndexTerm body) -> sums.of(index, body.value(sums));
      case Applied a -> a.of(a.argument.value(sums));
      case Power(IndexTerm base, IndexTerm exponent) ->
          Algebra.pow(base.value(sums), exponent.value(sums));
      case Partial _ -> throw new IllegalStateException("a derivative that is not worked out");
    };
  }

  @Override
  default Syntax syntax(Manner manner) {
    return new IndexWriter(manner).write(this);
  }
}
