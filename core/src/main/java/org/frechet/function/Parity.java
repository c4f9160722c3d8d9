package org.frechet.function;

import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;

/// Even and odd functions of something with a minus sign: |−x| is |x|, the sign of −x is −sign(x).
final class Parity {
  private Parity() {}

  static Expr abs(Expr x) {
    return Algebra.isNonnegative(x)
        ? x
        : isNegative(x) ? Elementwise.abs(Algebra.neg(x)) : Function.UNCHANGED;
  }

  static Expr sign(Expr x) {
    return isNegative(x) ? Algebra.neg(Elementwise.sign(Algebra.neg(x))) : Function.UNCHANGED;
  }

  private static boolean isNegative(Expr x) {
    return Algebra.coefficient(x).signum() < 0;
  }
}
