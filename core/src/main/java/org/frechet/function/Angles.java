package org.frechet.function;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;

/// The sine and cosine of multiples of π/6 where they are rational.
final class Angles {
  /// Twice the sine of k·π/6; 9 where that is irrational.
  private static final List<Integer> TWICE = List.of(0, 1, 9, 2, 9, 1, 0, -1, 9, -2, 9, -1);

  private Angles() {}

  static Expr sin(Expr x) {
    return sixths(x).flatMap(k -> sin(k)).orElse(Function.UNCHANGED);
  }

  static Expr cos(Expr x) {
    return sixths(x).flatMap(k -> sin(k + 3)).orElse(Function.UNCHANGED);
  }

  private static Optional<Expr> sin(int k) {
    int twice = TWICE.get(k % 12);
    return twice == 9 ? Optional.empty() : Optional.of(Algebra.number(Rational.of(twice, 2)));
  }

  /// {@return k modulo 12 of `k*pi/6`}
  private static Optional<Integer> sixths(Expr x) {
    boolean multiple =
        x == Algebra.pi()
            || (x.node() instanceof Node.Prod p
                && p.chain().isEmpty()
                && p.scalars().equals(List.of(Algebra.pi())));
    Rational k = Algebra.coefficient(x).times(Rational.of(6));
    return multiple && k.isInteger()
        ? Optional.of(k.num().mod(BigInteger.valueOf(12)).intValue())
        : Optional.empty();
  }
}
