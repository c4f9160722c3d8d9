package org.frechet.numeric;

/// Gaussian elimination, written once for both rings.
final class Elimination {
  private Elimination() {}

  /// The working rows of an `n x n` matrix, perhaps augmented to `[A I]`.
  interface Rows<M extends Mat> {
    /// {@return `n`}
    int order();

    /// {@return the best row `i >= k` for a pivot in column `k`: its entry there divides the
    /// entries of all rows `>= k`} It may be zero when they all are.
    int pivotRow(int k);

    /// {@return whether entry `(k, k)` has an inverse}
    boolean isUnit(int k);

    void swap(int i, int k);

    /// Takes from row `i` the multiple of row `k` that makes entry `(i, k)` zero.
    void clear(int i, int k);

    /// Changes the sign of row `i`.
    void negate(int i);

    /// {@return the diagonal, 1 x n}
    M diagonal();

    /// {@return the right half, each row divided by its diagonal entry}
    M solution();
  }

  /// {@return the diagonal of the triangular form, 1 x n: its product is the determinant, since
  /// each exchange of rows is paid by a change of sign}
  static <M extends Mat> M pivots(Rows<M> a) {
    int n = a.order();
    for (int k = 0; k < n; k++) {
      exchange(a, k);
      for (int i = k + 1; i < n; i++) {
        a.clear(i, k);
      }
    }
    return a.diagonal();
  }

  /// {@return the inverse, by Gauss-Jordan elimination of `[A I]`}
  static <M extends Mat> M inverse(Rows<M> a) {
    int n = a.order();
    for (int k = 0; k < n; k++) {
      exchange(a, k);
      if (!a.isUnit(k)) {
        throw new Undefined("a singular matrix has no inverse");
      }
      for (int i = 0; i < n; i++) {
        if (i != k) {
          a.clear(i, k);
        }
      }
    }
    return a.solution();
  }

  private static void exchange(Rows<?> a, int k) {
    int best = a.pivotRow(k);
    if (best != k) {
      a.swap(best, k);
      a.negate(k);
    }
  }
}
