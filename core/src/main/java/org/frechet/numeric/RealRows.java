package org.frechet.numeric;

/// Elimination over the reals, with partial pivoting: the largest entry keeps the multipliers at
/// most one (Golub and Van Loan, Matrix Computations, section 3.4).
final class RealRows implements Elimination.Rows<RealMat> {
  /// Beyond this condition number an inverse has fewer than three correct digits, and the exact
  /// matrix may well be singular: elimination of `x*x'` ends with a pivot of rounding errors.
  private static final double WORST_CONDITION = 1e13;

  private final RealMat original;
  private final double[][] row;
  private final int n;

  RealRows(RealMat a, boolean augmented) {
    original = a;
    n = a.rows;
    row = new double[n][augmented ? 2 * n : n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        row[i][j] = a.get(i, j);
      }
      if (augmented) {
        row[i][n + i] = 1;
      }
    }
  }

  @Override
  public int order() {
    return n;
  }

  @Override
  public int pivotRow(int k) {
    int best = k;
    for (int i = k + 1; i < n; i++) {
      // Negated, so that a NaN is taken and spreads instead of looking like a singular column.
      if (!(Math.abs(row[i][k]) <= Math.abs(row[best][k]))) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public boolean isUnit(int k) {
    return row[k][k] != 0;
  }

  @Override
  public void swap(int i, int k) {
    double[] kept = row[i];
    row[i] = row[k];
    row[k] = kept;
  }

  @Override
  public void clear(int i, int k) {
    double[] to = row[i];
    double[] from = row[k];
    if (to[k] == 0) {
      return;
    }
    double factor = to[k] / from[k];
    to[k] = 0;
    for (int j = k + 1; j < to.length; j++) {
      to[j] -= factor * from[j];
    }
  }

  @Override
  public void negate(int i) {
    for (int j = 0; j < row[i].length; j++) {
      row[i][j] = -row[i][j];
    }
  }

  @Override
  public RealMat diagonal() {
    return RealMat.generate(1, n, (_, k) -> row[k][k]);
  }

  @Override
  public RealMat solution() {
    RealMat inverse = RealMat.generate(n, n, (i, j) -> row[i][n + j] / row[i][i]);
    if (condition(inverse) > WORST_CONDITION) {
      throw new Undefined("a matrix singular to working precision has no inverse");
    }
    return inverse;
  }

  /// The trace of `|inv(A)|*|A|`. Unlike a condition number in a norm it is the same for `R*A*C`
  /// with diagonal `R` and `C`: a matrix is not singular for the units of its rows and columns.
  private double condition(RealMat inverse) {
    double trace = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        trace += Math.abs(inverse.get(i, j) * original.get(j, i));
      }
    }
    return trace;
  }
}
