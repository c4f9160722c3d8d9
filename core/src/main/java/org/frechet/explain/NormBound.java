package org.frechet.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;

/// A bound of a norm: a polynomial in the norm of the increment.
///
/// @param coefficients of each power, not negative, without increments
record NormBound(SortedMap<Integer, Expr> coefficients) {
  NormBound {
    var some = new TreeMap<>(coefficients);
    some.values().removeIf(Expr::isZero);
    coefficients = Collections.unmodifiableSortedMap(some);
  }

  static final NormBound ZERO = new NormBound(new TreeMap<>());

  /// {@return a bound of something that does not move}
  static NormBound constant(Expr norm) {
    return new NormBound(new TreeMap<>(Map.of(0, norm)));
  }

  /// The norm of the increment itself.
  static final NormBound INCREMENT = new NormBound(new TreeMap<>(Map.of(1, Algebra.ONE)));

  NormBound plus(NormBound other) {
    var sum = new TreeMap<>(coefficients);
    other.coefficients.forEach((k, c) -> sum.merge(k, c, Algebra::add));
    return new NormBound(sum);
  }

  NormBound times(NormBound other) {
    var product = new TreeMap<Integer, Expr>();
    coefficients.forEach((i, a) ->
        other.coefficients.forEach(
            (j, b) -> product.merge(i + j, Algebra.mul(a, b), Algebra::add)));
    return new NormBound(product);
  }

  NormBound times(Expr factor) {
    return times(constant(factor));
  }

  NormBound power(int k) {
    NormBound power = constant(Algebra.ONE);
    for (int i = 0; i < k; i++) {
      power = power.times(this);
    }
    return power;
  }

  NormBound map(UnaryOperator<Expr> change) {
    var images = new TreeMap<Integer, Expr>();
    coefficients.forEach((k, c) -> images.put(k, change.apply(c)));
    return new NormBound(images);
  }

  /// {@return the lowest power of the norm of the increment}
  int order() {
    return coefficients.isEmpty() ? Integer.MAX_VALUE : coefficients.firstKey();
  }

  /// {@return the bound for an increment of this norm}
  Expr value(Expr norm) {
    var terms = new ArrayList<Expr>();
    terms.add(Algebra.ZERO);
    coefficients.forEach((k, c) -> terms.add(Algebra.mul(c, Algebra.pow(norm, k))));
    return Algebra.add(terms);
  }
}
