package org.frechet.numeric;

/// Reciprocal differences of the entries of a vector.
public final class Gaps {
  /// Of the largest modulus.
  private static final double EQUAL = 1e-10;

  private Gaps() {}

  /// {@return the matrix of `1/(w_j - w_i)` off the diagonal, zero on it}
  public static Mat of(Mat w) {
    int n = w.rows;
    Mat differences = w.gather(n, n, (_, j) -> j).minus(w.gather(n, n, (i, _) -> i));
    // on the diagonal stands zero, whose place one takes while all are divided
    return differences.plus(w.eye(n)).power(-1).minus(w.eye(n));
  }

  /// @throws Undefined when two entries are equal, but for rounding errors
  static void requireDistinct(RealMat w, String what) {
    for (int i = 0; i < w.rows; i++) {
      for (int j = 0; j < i; j++) {
        requireApart(w.get(i, 0), w.get(j, 0), w.maxAbs(), what);
      }
    }
  }

  static void requireApart(double a, double b, double scale, String what) {
    if (Math.abs(a - b) <= EQUAL * scale) {
      throw new Undefined("there are no single vectors of multiple " + what);
    }
  }
}
