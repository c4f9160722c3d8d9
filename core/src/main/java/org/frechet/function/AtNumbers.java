package org.frechet.function;

import java.util.List;
import java.util.Optional;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Rational;
import org.frechet.numeric.RealMat;

/// Elementwise functions at zero and at one, where the value is a whole number or a half: exp(0) is
/// 1, sigmoid(0) is 1/2. Of a function that is declared by its derivative no value is known.
final class AtNumbers {
  private static final int LARGEST = 10;

  private AtNumbers() {}

  static Optional<Expr> value(Function f, Expr x) {
    if (f.kernel.isEmpty() || f.symbol.isPresent() || !(x.isZero() || Algebra.isOnes(x))) {
      return Optional.empty();
    }
    double twice;
    try {
      twice = 2 * ((RealMat) f.evaluate(List.of(RealMat.scalar(x.isZero() ? 0 : 1)))).get(0, 0);
    } catch (ArithmeticException undefined) {
      return Optional.empty();
    }
    return twice == Math.rint(twice) && Math.abs(twice) < LARGEST
        ? Optional.of(
            Algebra.mul(Algebra.number(Rational.of((long) twice, 2)), Algebra.ones(x.shape())))
        : Optional.empty();
  }
}
