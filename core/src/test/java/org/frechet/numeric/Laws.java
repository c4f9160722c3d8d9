package org.frechet.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;

/// Equality of each kind, and random matrices, for the tests of this package.
final class Laws {
  private Laws() {}

  static void assertEqual(Mat actual, Mat expected) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.cols()).isEqualTo(expected.cols());
    switch (actual) {
      case RealMat a -> assertClose(a, (RealMat) expected, 1e-12);
      case PreciseMat a -> assertClose(a, (PreciseMat) expected);
      case DualModMat a -> {
        DualModMat e = (DualModMat) expected;
        assertThat(a.equalValues(e)).as("values of %s and %s", a, e).isTrue();
        assertThat(a.tangent().equalValues(e.tangent())).as("eps of %s and %s", a, e).isTrue();
      }
    }
  }

  static void assertClose(RealMat actual, RealMat expected, double relative) {
    double error = actual.minus(expected).normF();
    double scale = Math.max(expected.normF(), Double.MIN_NORMAL);
    assertThat(error / scale).as("%s and %s", actual, expected).isLessThan(relative);
  }

  private static void assertClose(PreciseMat actual, PreciseMat expected) {
    double error = actual.minus(expected).rounded().normF();
    double scale = Math.max(expected.rounded().normF(), Double.MIN_NORMAL);
    assertThat(error / scale).as("%s and %s", actual, expected).isLessThan(1e-27);
  }

  static PreciseMat precise(Rng rng, int rows, int cols) {
    return PreciseMat.of(real(rng, rows, cols)).scale(BigInteger.ONE, BigInteger.valueOf(3));
  }

  static RealMat real(Rng rng, int rows, int cols) {
    return RealMat.generate(rows, cols, (_, _) -> rng.normal());
  }

  static DualModMat dual(Rng rng, int rows, int cols) {
    DualModMat.Entry any = (_, _) -> rng.nextLong(DualModMat.PRIME);
    return DualModMat.generate(rows, cols, any, any);
  }

  static Mat vec(Mat a) {
    return a.gather(a.rows() * a.cols(), 1, (i, _) -> i);
  }

  static BigInteger big(long x) {
    return BigInteger.valueOf(x);
  }
}
