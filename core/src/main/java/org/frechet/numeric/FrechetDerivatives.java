package org.frechet.numeric;

import java.util.List;
import java.util.function.UnaryOperator;

/// Fréchet derivatives of matrix functions, of any order, from values of the function alone.
public final class FrechetDerivatives {
  private FrechetDerivatives() {}

  /// {@return the derivative of `f` at `x` in all these directions, one for each order}
  ///
  /// The upper right block of `f` at the matrix that doubles with each direction, from X to `[X E;
  /// 0 X]` with E repeated along the diagonal (Higham and Relton 2014, Higher order Fréchet
  /// derivatives of matrix functions and the level-2 condition number, theorem 3.5). The derivative
  /// is linear in each direction, which is made as large as `x`: rounding errors are relative to
  /// the larger.
  public static RealMat along(UnaryOperator<RealMat> f, RealMat x, List<RealMat> directions) {
    int n = x.rows;
    double scale = 1;
    Mat all = x;
    for (RealMat e : directions) {
      double factor = x.maxAbs() > 0 && e.maxAbs() > 0 ? x.maxAbs() / e.maxAbs() : 1;
      scale *= factor;
      Mat beside = all.eye(all.rows / n).kron(e.scale(factor));
      all = Mat.blocks(List.of(List.of(all, beside), List.of(all.zeros(all.rows, all.rows), all)));
    }
    RealMat value = f.apply((RealMat) all);
    int last = value.cols - n;
    double by = scale;
    return RealMat.generate(n, n, (i, j) -> value.get(i, last + j) / by);
  }

  /// {@return the matrix on vec of the derivative in one more direction: its columns are the
  /// derivatives along unit matrices (Higham, Functions of Matrices, 2008, section 3.4)}
  public static RealMat onVec(UnaryOperator<RealMat> f, RealMat x, List<RealMat> directions) {
    int n = x.rows;
    double[][] columns = new double[n * n][];
    for (int k = 0; k < n * n; k++) {
      int at = k;
      RealMat unit = RealMat.generate(n, n, (i, j) -> i + j * n == at ? 1 : 0);
      var all = new java.util.ArrayList<>(directions);
      all.add(unit);
      columns[k] = along(f, x, all).toArray();
    }
    return RealMat.generate(n * n, n * n, (i, j) -> columns[j][i]);
  }
}
