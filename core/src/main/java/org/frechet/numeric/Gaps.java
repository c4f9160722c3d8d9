package org.frechet.numeric;

/// Reciprocal differences of the entries of a vector.
public final class Gaps {
  private Gaps() {}

  /// {@return the matrix of `1/(w_j - w_i)` off the diagonal, zero on it}
  public static Mat of(Mat w) {
    int n = w.rows;
    Mat differences = w.gather(n, n, (_, j) -> j).minus(w.gather(n, n, (i, _) -> i));
    // on the diagonal stands zero, whose place one takes while all are divided
    return differences.plus(w.eye(n)).power(-1).minus(w.eye(n));
  }

  /// {@return the least distance between two entries, over the largest modulus}
  public static double least(RealMat w) {
    double least = 1;
    for (int i = 0; i < w.rows; i++) {
      for (int j = 0; j < i; j++) {
        least = Math.min(least, Math.abs(w.get(i, 0) - w.get(j, 0)) / w.maxAbs());
      }
    }
    return least;
  }
}
