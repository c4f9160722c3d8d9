package org.frechet.numeric;

import static org.frechet.numeric.Mod61.minus;
import static org.frechet.numeric.Mod61.times;

/// Elimination over `F_p[eps]/(eps^2)`. The ring is local: an entry is a unit, or a multiple of
/// `eps`, and a unit divides everything. So a column without unit can still be cleared, by any
/// nonzero multiple of `eps` in it, and the determinant of a matrix that is singular at `eps = 0`
/// comes out with its tangent.
final class DualRows implements Elimination.Rows<DualModMat> {
  private final long[][] value;
  private final long[][] eps;
  private final int n;

  DualRows(DualModMat a, boolean augmented) {
    n = a.rows;
    int width = augmented ? 2 * n : n;
    value = new long[n][width];
    eps = new long[n][width];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        value[i][j] = a.value(i, j);
        eps[i][j] = a.eps(i, j);
      }
      if (augmented) {
        value[i][n + i] = 1;
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
    for (int i = k; i < n; i++) {
      if (value[i][k] != 0) {
        return i;
      }
      if (eps[best][k] == 0) {
        best = i;
      }
    }
    return best;
  }

  @Override
  public boolean isUnit(int k) {
    return value[k][k] != 0;
  }

  @Override
  public void swap(int i, int k) {
    long[] kept = value[i];
    value[i] = value[k];
    value[k] = kept;
    kept = eps[i];
    eps[i] = eps[k];
    eps[k] = kept;
  }

  @Override
  public void clear(int i, int k) {
    if (value[i][k] == 0 && eps[i][k] == 0) {
      return;
    }
    long q;
    long r;
    if (isUnit(k)) {
      long inverse = Mod61.inverse(value[k][k]);
      q = times(value[i][k], inverse);
      r = times(minus(eps[i][k], times(q, eps[k][k])), inverse);
    } else {
      q = times(eps[i][k], Mod61.inverse(eps[k][k]));
      r = 0;
    }
    for (int j = k; j < value[i].length; j++) {
      value[i][j] = minus(value[i][j], times(q, value[k][j]));
      eps[i][j] = minus(minus(eps[i][j], times(q, eps[k][j])), times(r, value[k][j]));
    }
  }

  @Override
  public void negate(int i) {
    for (int j = 0; j < value[i].length; j++) {
      value[i][j] = minus(0, value[i][j]);
      eps[i][j] = minus(0, eps[i][j]);
    }
  }

  @Override
  public DualModMat diagonal() {
    return DualModMat.generate(1, n, (_, k) -> value[k][k], (_, k) -> eps[k][k]);
  }

  @Override
  public DualModMat solution() {
    DualModMat quotients =
        DualModMat.generate(n, n, (i, _) -> value[i][i], (i, _) -> eps[i][i]).power(-1);
    return DualModMat.generate(n, n, (i, j) -> value[i][n + j], (i, j) -> eps[i][n + j])
        .hadamard(quotients);
  }
}
