package org.frechet.numeric;

/// Elimination with about 31 digits, with partial pivoting; see [RealRows].
final class PreciseRows implements Elimination.Rows<PreciseMat> {
  /// Beyond this condition number too few digits are left.
  private static final double WORST_CONDITION = 1e15;

  private final PreciseMat original;
  private final DoubleDouble[][] row;
  private final int n;

  PreciseRows(PreciseMat a, boolean augmented) {
    original = a;
    n = a.rows;
    row = new DoubleDouble[n][augmented ? 2 * n : n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < row[i].length; j++) {
        row[i][j] = j < n ? a.get(i, j) : j == n + i ? DoubleDouble.ONE : DoubleDouble.ZERO;
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
      if (!(Math.abs(row[i][k].hi()) <= Math.abs(row[best][k].hi()))) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public boolean isUnit(int k) {
    return row[k][k].signum() != 0;
  }

  @Override
  public void swap(int i, int k) {
    DoubleDouble[] kept = row[i];
    row[i] = row[k];
    row[k] = kept;
  }

  @Override
  public void clear(int i, int k) {
    DoubleDouble[] to = row[i];
    DoubleDouble[] from = row[k];
    if (to[k].signum() == 0 && to[k].isFinite()) {
      return;
    }
    DoubleDouble factor = to[k].over(from[k]);
    to[k] = DoubleDouble.ZERO;
    for (int j = k + 1; j < to.length; j++) {
      to[j] = to[j].minus(factor.times(from[j]));
    }
  }

  @Override
  public void negate(int i) {
    for (int j = 0; j < row[i].length; j++) {
      row[i][j] = row[i][j].negate();
    }
  }

  @Override
  public PreciseMat diagonal() {
    return PreciseMat.generate(1, n, (_, k) -> row[k][k]);
  }

  @Override
  public PreciseMat solution() {
    PreciseMat inverse = PreciseMat.generate(n, n, (i, j) -> row[i][n + j].over(row[i][i]));
    double trace = 0; // of |inv(A)|*|A|, which is the same in all units
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        trace += Math.abs(inverse.get(i, j).hi() * original.get(j, i).hi());
      }
    }
    if (trace > WORST_CONDITION) {
      throw new Undefined("a matrix singular to working precision has no inverse");
    }
    return inverse;
  }
}
