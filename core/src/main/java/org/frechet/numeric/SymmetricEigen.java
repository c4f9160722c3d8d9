package org.frechet.numeric;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Eigenvalues, ascending, and orthonormal eigenvectors of a symmetric matrix, by Jacobi's cyclic
/// rotations: simple, and accurate to the last digits (Golub and Van Loan, Matrix Computations,
/// section 8.5). The entry of largest modulus of each eigenvector is positive.
public record SymmetricEigen(RealMat values, RealMat vectors) {
  private static final int MOST_SWEEPS = 60;

  /// {@return the decomposition of the symmetric part}
  public static SymmetricEigen of(RealMat s) {
    Shapes.requireSquare(s, "eigenvalues");
    int n = s.rows;
    if (!s.isFinite()) {
      RealMat nan = RealMat.generate(n, n, (_, _) -> Double.NaN);
      return new SymmetricEigen(RealMat.generate(n, 1, (_, _) -> Double.NaN), nan);
    }
    double[][] a = new double[n][n];
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      v[i][i] = 1;
      for (int j = 0; j < n; j++) {
        a[i][j] = (s.get(i, j) + s.get(j, i)) / 2;
      }
    }
    for (int sweep = 0; sweep < MOST_SWEEPS && rotateAll(a, v); sweep++) {
      // until no rotation changes anything
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> a[i][i]))
            .mapToInt(i -> i)
            .toArray();
    RealMat values = RealMat.generate(n, 1, (i, _) -> a[order[i]][order[i]]);
    double[] signs = Arrays.stream(order).mapToDouble(k -> sign(v, k)).toArray();
    return new SymmetricEigen(values, RealMat.generate(n, n, (i, j) -> signs[j] * v[i][order[j]]));
  }

  /// {@return the eigenvectors} @throws Undefined when two eigenvalues are equal
  public RealMat distinctVectors() {
    Gaps.requireDistinct(values, "eigenvalues");
    return vectors;
  }

  /// {@return the eigenvector of the smallest eigenvalue} @throws Undefined when that is multiple
  public RealMat first() {
    return vector(0, Math.min(1, vectors.rows - 1));
  }

  /// {@return the eigenvector of the largest eigenvalue} @throws Undefined when that is multiple
  public RealMat last() {
    return vector(vectors.rows - 1, Math.max(0, vectors.rows - 2));
  }

  private RealMat vector(int k, int neighbour) {
    if (k != neighbour) {
      Gaps.requireApart(values.get(k, 0), values.get(neighbour, 0), values.maxAbs(), "eigenvalues");
    }
    return RealMat.generate(vectors.rows, 1, (i, _) -> vectors.get(i, k));
  }

  private static double sign(double[][] v, int column) {
    double largest = 0;
    for (double[] row : v) {
      largest = Math.abs(row[column]) > Math.abs(largest) ? row[column] : largest;
    }
    return largest < 0 ? -1 : 1;
  }

  /// {@return whether a rotation was needed}
  private static boolean rotateAll(double[][] a, double[][] v) {
    int n = a.length;
    boolean any = false;
    for (int p = 0; p < n; p++) {
      for (int q = p + 1; q < n; q++) {
        double size = Math.sqrt(Math.abs(a[p][p])) * Math.sqrt(Math.abs(a[q][q]));
        double small = 0x1p-60 * Math.max(size, norm(a) * 0x1p-10);
        if (Math.abs(a[p][q]) > small) {
          rotate(a, v, p, q);
          any = true;
        }
      }
    }
    return any;
  }

  private static double norm(double[][] a) {
    double norm = 0;
    for (double[] row : a) {
      for (double x : row) {
        norm = Math.max(norm, Math.abs(x));
      }
    }
    return norm;
  }

  /// The rotation that makes entry (p, q) zero, by the smaller of the two angles.
  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1 / (Math.abs(theta) + Math.hypot(1, theta)), theta);
    double c = 1 / Math.hypot(1, t);
    double s = t * c;
    for (int k = 0; k < a.length; k++) {
      double kp = a[k][p];
      double kq = a[k][q];
      a[k][p] = c * kp - s * kq;
      a[k][q] = s * kp + c * kq;
    }
    for (int k = 0; k < a.length; k++) {
      double pk = a[p][k];
      double qk = a[q][k];
      a[p][k] = c * pk - s * qk;
      a[q][k] = s * pk + c * qk;
    }
    a[p][q] = 0;
    a[q][p] = 0;
    for (double[] row : v) {
      double kp = row[p];
      double kq = row[q];
      row[p] = c * kp - s * kq;
      row[q] = s * kp + c * kq;
    }
  }
}
