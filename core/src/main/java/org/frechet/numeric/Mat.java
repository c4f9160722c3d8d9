package org.frechet.numeric;

import java.math.BigInteger;
import java.util.List;

/// An immutable dense matrix over some ring: reals to 16 or 31 digits, or dual numbers modulo the
/// prime `2^61 - 1`.
///
/// Two matrices of one operation are of the same kind, and their shapes fit; otherwise the
/// operation throws [IllegalArgumentException]. Entries are ordered by columns, as `vec` does.
public abstract sealed class Mat permits RealMat, PreciseMat, DualModMat {
  private static final BigInteger MINUS_ONE = BigInteger.ONE.negate();

  final int rows;
  final int cols;

  Mat(int rows, int cols) {
    if (rows < 0 || cols < 0) {
      throw new IllegalArgumentException("no matrix has shape " + rows + "x" + cols);
    }
    this.rows = rows;
    this.cols = cols;
  }

  /// {@return the number of rows}
  public final int rows() {
    return rows;
  }

  /// {@return the number of columns}
  public final int cols() {
    return cols;
  }

  /// {@return `A + B`, shapes equal}
  public abstract Mat plus(Mat b);

  /// {@return `A - B`, shapes equal}
  public Mat minus(Mat b) {
    return plus(b.negate());
  }

  /// {@return the matrix product `A * B`}
  public abstract Mat times(Mat b);

  /// {@return the entrywise (Hadamard) product, shapes equal}
  public abstract Mat hadamard(Mat b);

  /// {@return `num/den * A`}
  ///
  /// @throws Undefined when `den` is zero in the ring
  public abstract Mat scale(BigInteger num, BigInteger den);

  /// {@return the entrywise power, with `0^0 = 1`} An integer `k < 0` takes zero to infinity over
  /// the reals.
  ///
  /// @throws Undefined for `k < 0` and an entry without inverse modulo `p`
  public abstract Mat power(int k);

  /// {@return the matrix whose entry `(i, j)` is the entry of this one at the column-major index
  /// `source.source(i, j)`, or zero}
  ///
  /// Reshapes, transposes, slices, `diag`, `tril` and tilings are all rearrangements.
  public abstract Mat gather(int rows, int cols, IndexMap source);

  /// {@return the sum of all entries, 1x1}
  public abstract Mat sum();

  /// {@return the product of all entries, 1x1}
  public abstract Mat prod();

  /// {@return a matrix of the kind of this one with every entry `num/den`}
  ///
  /// @throws Undefined when `den` is zero in the ring
  public abstract Mat constant(int rows, int cols, BigInteger num, BigInteger den);

  /// {@return a working copy for elimination: `[A]`, or `[A I]` when augmented}
  abstract Elimination.Rows<?> eliminable(boolean augmented);

  /// {@return `s * A` for a 1x1 matrix `s`}
  public final Mat scale(Mat s) {
    if (s.rows != 1 || s.cols != 1) {
      throw new IllegalArgumentException("a scalar is 1x1, this one is " + Shapes.of(s));
    }
    return hadamard(s.gather(rows, cols, (_, _) -> 0));
  }

  /// {@return the transpose}
  public final Mat transpose() {
    return gather(cols, rows, (i, j) -> j + i * rows);
  }

  /// {@return the Kronecker product, blocks `a_ij * B`}
  public final Mat kron(Mat b) {
    int m = rows * b.rows;
    int n = cols * b.cols;
    Mat stretched = gather(m, n, (i, j) -> i / b.rows + j / b.cols * rows);
    Mat tiled = b.gather(m, n, (i, j) -> i % b.rows + j % b.cols * b.rows);
    return stretched.hadamard(tiled);
  }

  /// {@return the inverse, by elimination}
  ///
  /// @throws Undefined when the matrix is singular, over the reals to working precision
  public final Mat inverse() {
    Shapes.requireSquare(this, "inverse");
    return Elimination.inverse(eliminable(true));
  }

  /// {@return the determinant, 1x1, by elimination}
  public final Mat det() {
    Shapes.requireSquare(this, "determinant");
    return Elimination.pivots(eliminable(false)).prod();
  }

  /// {@return the adjugate, `adj(A) * A = det(A) * I`, of singular matrices too}
  ///
  /// Each entry is a cofactor: dividing by the determinant would lose exactly the singular points.
  public final Mat adjugate() {
    Shapes.requireSquare(this, "adjugate");
    Mat adjugate = zeros(rows, rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        int at = j + i * rows;
        IndexMap place = (r, c) -> r + c * rows == at ? 0 : IndexMap.ZERO;
        adjugate = adjugate.plus(cofactor(i, j).gather(rows, rows, place));
      }
    }
    return adjugate;
  }

  private Mat cofactor(int i, int j) {
    Mat minor = minor(i, j).det();
    return (i + j) % 2 == 0 ? minor : minor.negate();
  }

  private Mat minor(int i, int j) {
    int m = rows - 1;
    return gather(m, m, (r, c) -> r + (r < i ? 0 : 1) + (c + (c < j ? 0 : 1)) * rows);
  }

  /// {@return the derivative of the adjugate along E}: that of a determinant is the sum of those
  /// with one column replaced by its change
  public final Mat adjugateAlong(Mat e) {
    Shapes.requireSquare(this, "adjugate");
    Mat sum = zeros(rows, rows);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        int at = j + i * rows;
        IndexMap place = (r, c) -> r + c * rows == at ? 0 : IndexMap.ZERO;
        Mat minor = minor(i, j);
        Mat both = blocks(List.of(List.of(minor, e.minor(i, j))));
        for (int k = 0; k < rows - 1; k++) {
          int column = k;
          int m = rows - 1;
          Mat det = both.gather(m, m, (r, c) -> r + (c == column ? m + c : c) * m).det();
          sum = sum.plus(((i + j) % 2 == 0 ? det : det.negate()).gather(rows, rows, place));
        }
      }
    }
    return sum;
  }

  /// {@return `-A`}
  public final Mat negate() {
    return scale(MINUS_ONE, BigInteger.ONE);
  }

  /// {@return the zero matrix of this kind}
  public final Mat zeros(int rows, int cols) {
    return constant(rows, cols, BigInteger.ZERO, BigInteger.ONE);
  }

  /// {@return the identity matrix of this kind}
  public final Mat eye(int n) {
    return one().gather(n, n, (i, j) -> i == j ? 0 : IndexMap.ZERO);
  }

  /// {@return the commutation matrix `K` of this kind: `K * vec(A) = vec(A')` for `A` m x n}
  /// (Magnus and Neudecker 1979.)
  public final Mat commutation(int m, int n) {
    return one().gather(m * n, m * n, (r, c) -> c == r % n * m + r / n ? 0 : IndexMap.ZERO);
  }

  private Mat one() {
    return constant(1, 1, BigInteger.ONE, BigInteger.ONE);
  }

  /// {@return the block matrix with these rows of blocks, heights equal within a row and widths
  /// summing to the same}
  public static Mat blocks(List<? extends List<? extends Mat>> grid) {
    return BlockGrid.assemble(grid);
  }
}
