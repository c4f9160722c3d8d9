package org.frechet.numeric;

import java.util.Comparator;
import java.util.stream.IntStream;

/// The thin singular value decomposition `X = U*diag(values)*V'` of a matrix with at least as many
/// rows as columns, values descending, by one-sided rotations (Hestenes 1958; Golub and Van Loan,
/// Matrix Computations, section 8.6). The entry of largest modulus of each column of V is positive.
public record SingularValues(RealMat u, RealMat values, RealMat v) {
  private static final int MOST_SWEEPS = 60;

  /// Singular values below this part of the largest count as zero.
  private static final double ZERO = 1e-12;

  /// Up to this part it cannot be told whether they are zero.
  private static final double DOUBTFUL = 1e-9;

  /// {@return the decomposition} @throws Undefined for fewer rows than columns
  public static SingularValues of(RealMat x) {
    int m = x.rows;
    int n = x.cols;
    if (m < n) {
      throw new Undefined("fewer rows than columns: the transpose has all the singular values");
    }
    double[][] a = columns(x); // one array a column
    double[][] v = columns((RealMat) x.eye(n));
    for (int sweep = 0; x.isFinite() && sweep < MOST_SWEEPS && rotateAll(a, v); sweep++) {
      // until all columns are orthogonal
    }
    double[] norms = new double[n];
    double[] signs = new double[n];
    for (int j = 0; j < n; j++) {
      norms[j] = RealMat.of(m, 1, a[j]).normF();
      signs[j] = sign(v[j]);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(j -> -norms[j]))
            .mapToInt(j -> j)
            .toArray();
    return new SingularValues(
        RealMat.generate(m, n, (i, j) -> signs[order[j]] * a[order[j]][i] / norms[order[j]]),
        RealMat.generate(n, 1, (i, _) -> norms[order[i]]),
        RealMat.generate(n, n, (i, j) -> signs[order[j]] * v[order[j]][i]));
  }

  /// {@return this decomposition} @throws Undefined when two singular values are equal
  public SingularValues distinct() {
    Gaps.requireDistinct(values, "singular values");
    return this;
  }

  /// {@return this decomposition} @throws Undefined when the largest singular value is multiple
  public SingularValues simple() {
    if (values.rows > 1) {
      Gaps.requireApart(values.get(0, 0), values.get(1, 0), values.maxAbs(), "singular values");
    }
    return this;
  }

  /// {@return the singular values of a matrix of any shape}
  public static RealMat values(RealMat x) {
    return of(x.rows < x.cols ? (RealMat) x.transpose() : x).values;
  }

  /// {@return the pseudo-inverse (Moore 1920, Penrose 1955)}
  ///
  /// @throws Undefined when it cannot be told whether a singular value is zero
  public static Mat pseudoInverse(Mat a) {
    if (a.rows < a.cols) {
      return pseudoInverse(a.transpose()).transpose();
    }
    Mat t = a.transpose();
    return switch (a) {
      case RealMat x -> of(x).inverse();
      case PreciseMat _ -> throw new Undefined("no rank is known to that many digits");
      case DualModMat _ -> t.times(a).inverse().times(t); // of full rank, as almost all are
    };
  }

  private RealMat inverse() {
    double largest = values.maxAbs();
    RealMat reciprocal =
        values.map(s -> {
          if (s > largest * ZERO && s < largest * DOUBTFUL) {
            throw new Undefined("a singular value that may or may not be zero");
          }
          return s <= largest * ZERO ? 0 : 1 / s;
        });
    RealMat scaled =
        RealMat.generate(
            v.rows,
            v.cols,
            (i, j) -> reciprocal.get(j, 0) == 0 ? 0 : v.get(i, j) * reciprocal.get(j, 0));
    RealMat left =
        RealMat.generate(u.rows, u.cols, (i, j) -> reciprocal.get(j, 0) == 0 ? 0 : u.get(i, j));
    return scaled.times(left.transpose());
  }

  /// {@return the orthogonal factor `U*V'` of the polar decomposition, of the shape of `x` (Higham,
  /// Functions of Matrices, 2008, ch. 8)}
  ///
  /// @throws Undefined when the matrix does not have full rank
  public static RealMat polar(RealMat x) {
    if (x.rows < x.cols) {
      return (RealMat) polar((RealMat) x.transpose()).transpose();
    }
    SingularValues d = of(x);
    if (!(d.values.get(x.cols - 1, 0) > ZERO * d.values.get(0, 0))) {
      throw new Undefined("a matrix without full rank has no unique polar factor");
    }
    return d.u.times(d.v.transpose());
  }

  private static double[][] columns(RealMat x) {
    double[][] columns = new double[x.cols][x.rows];
    for (int j = 0; j < x.cols; j++) {
      for (int i = 0; i < x.rows; i++) {
        columns[j][i] = x.get(i, j);
      }
    }
    return columns;
  }

  private static double sign(double[] column) {
    double largest = 0;
    for (double x : column) {
      largest = Math.abs(x) > Math.abs(largest) ? x : largest;
    }
    return largest < 0 ? -1 : 1;
  }

  private static boolean rotateAll(double[][] a, double[][] v) {
    boolean any = false;
    for (int p = 0; p < a.length; p++) {
      for (int q = p + 1; q < a.length; q++) {
        double pp = dot(a[p], a[p]);
        double qq = dot(a[q], a[q]);
        double pq = dot(a[p], a[q]);
        if (Math.abs(pq) > 0x1p-54 * Math.sqrt(pp) * Math.sqrt(qq) && pp > 0 && qq > 0) {
          double theta = (qq - pp) / (2 * pq);
          double t = Math.copySign(1 / (Math.abs(theta) + Math.hypot(1, theta)), theta);
          rotate(a[p], a[q], t);
          rotate(v[p], v[q], t);
          any = true;
        }
      }
    }
    return any;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }

  private static void rotate(double[] x, double[] y, double t) {
    double c = 1 / Math.hypot(1, t);
    double s = t * c;
    for (int i = 0; i < x.length; i++) {
      double old = x[i];
      x[i] = c * old - s * y[i];
      y[i] = s * old + c * y[i];
    }
  }
}
