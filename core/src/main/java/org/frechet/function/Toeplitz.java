package org.frechet.function;

import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;

import java.math.BigInteger;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.IndexMap;
import org.frechet.numeric.Mat;
import org.frechet.shape.Problem;
import org.frechet.shape.Trait;

/// The orthogonal projection onto the matrices that are constant along each diagonal.
public enum Toeplitz implements Declared {
  TOEPMEAN(
      declare("toepmean", "matrix(m,n) -> matrix(m,n)")
          .gives(Trait.TOEPLITZ)
          .keeps(Trait.SYMMETRIC, Trait.SKEW, Trait.LOWER, Trait.UPPER, Trait.NONNEGATIVE)
          .canonical(Toeplitz::projection)
          .transposed(x -> toepmean(x.getFirst().transpose()))
          .linear(
              (g, _) -> toepmean(g),
              _ -> {
                throw Problem.of(
                        Problem.Code.UNSUPPORTED,
                        "the matrix of toepmean on vec has no closed form here; ask for the map")
                    .refusal();
              })
          .exact(Toeplitz::means)
          .numpy("_toepmean({0m})")
          .about("nearest Toeplitz matrix: each entry becomes the mean of its diagonal")
          .example("sum(A.*toepmean(X))", "X", "toepmean(A)"));

  private final Function function;

  Toeplitz(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Expr projection(Expr x) {
    if (x.shape().rows().isOne() || x.shape().cols().isOne()) {
      return x;
    }
    if (x.isZero() || Algebra.isEye(x) || Algebra.isOnes(x)) {
      return x;
    }
    Expr s = scalarFactor(x);
    return s == Algebra.ONE ? UNCHANGED : mul(s, toepmean(withoutScalars(x)));
  }

  private static Mat means(Mat x) {
    Mat all = x.zeros(x.rows(), x.cols());
    for (int d = 1 - x.cols(); d < x.rows(); d++) {
      all = all.plus(mean(x, d));
    }
    return all;
  }

  /// The mean of the diagonal `i - j = d`, all along it.
  private static Mat mean(Mat x, int d) {
    int top = Math.max(d, 0);
    int length = Math.min(x.rows() - top, x.cols() + Math.min(d, 0));
    Mat entries = x.gather(length, 1, (i, _) -> i + top + (i + top - d) * x.rows());
    Mat mean = entries.sum().scale(BigInteger.ONE, BigInteger.valueOf(length));
    return mean.gather(x.rows(), x.cols(), (i, j) -> i - j == d ? 0 : IndexMap.ZERO);
  }

  private static Expr toepmean(Expr x) {
    return TOEPMEAN.function.of(x);
  }
}
