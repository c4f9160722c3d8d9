package org.frechet.numeric;

/// Linear equations for a matrix, solved by their matrix on vec: cubic in the number of entries,
/// which are few in a check, and in ring operations alone.
public final class MatrixEquations {
  private MatrixEquations() {}

  /// {@return the `X` with `A*X + X*B = C`}
  ///
  /// @throws Undefined when `A` and `-B` have a common eigenvalue
  public static Mat sylvester(Mat a, Mat b, Mat c) {
    Shapes.requireSquare(a, "left coefficient");
    Shapes.requireSquare(b, "right coefficient");
    Mat sum = a.eye(b.rows).kron(a).plus(b.transpose().kron(a.eye(a.rows)));
    Mat column = c.gather(c.rows * c.cols, 1, (i, _) -> i);
    Mat x = sum.inverse().times(column);
    return x.gather(c.rows, c.cols, (i, j) -> i + j * c.rows);
  }
}
