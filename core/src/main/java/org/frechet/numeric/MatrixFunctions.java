package org.frechet.numeric;

import java.util.List;

/// Functions of a real matrix as a whole, after N. J. Higham, Functions of Matrices (SIAM 2008),
/// and the factorisations that samples are made with.
public final class MatrixFunctions {
  private static final double UNIT_ROUNDOFF = 0x1p-53;

  /// Coefficients of the [13/13] Padé approximant of exp (Higham 2005, page 1186).
  private static final double[] PADE_13 = {
    64764752532480000d,
    32382376266240000d,
    7771770303897600d,
    1187353796428800d,
    129060195264000d,
    10559470521600d,
    670442572800d,
    33522128640d,
    1323241920d,
    40840800d,
    960960d,
    16380d,
    182d,
    1d
  };

  /// The largest norm at which that approximant is exact to rounding (Higham 2005, table 2.3).
  private static final double THETA_EXP = 5.371920351148152;

  /// Half of the nodes and weights of 8-point Gauss-Legendre quadrature on [-1, 1] (Abramowitz and
  /// Stegun, table 25.4).
  private static final double[] NODES = {
    0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363
  };

  private static final double[] WEIGHTS = {
    0.362683783378362, 0.31370664587788727, 0.22238103445337448, 0.10122853629037626
  };

  /// The largest norm at which those points give `log(I + R)` to rounding (Higham 2008, table 11.1,
  /// m = 8, rounded down).
  private static final double THETA_LOG = 0.33;

  /// Each root halves the logarithm; the roots of a singular matrix do not come near the identity.
  private static final int MOST_ROOTS = 64;

  /// Square roots of larger matrices are left as the iteration gives them.
  private static final int LARGEST_CORRECTED = 10;

  /// Higher powers are taken by logarithms.
  private static final double LARGEST_WHOLE_POWER = 1 << 20;

  /// Of a logarithm, relative to the matrix that its exponential should be.
  private static final double LARGEST_LOSS = 1e-11;

  private MatrixFunctions() {}

  /// {@return the logarithm of the determinant, NaN when that is not positive} The pivots are
  /// summed as logarithms, since their product may overflow.
  public static double logdet(RealMat a) {
    Shapes.requireSquare(a, "log-determinant");
    double sum = 0;
    double sign = 1;
    for (double pivot : Elimination.pivots(a.eliminable(false)).toArray()) {
      sum += Math.log(Math.abs(pivot));
      sign *= Math.signum(pivot);
    }
    return sign > 0 ? sum : Double.NaN;
  }

  /// {@return the lower triangular `L` with positive diagonal and `L*L' = A`} Only the lower
  /// triangle of `A` is read.
  ///
  /// @throws Undefined when the matrix is not positive definite
  public static RealMat cholesky(RealMat a) {
    Shapes.requireSquare(a, "Cholesky factor");
    int n = a.rows;
    double[][] l = new double[n][n];
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        double rest = a.get(i, j);
        for (int k = 0; k < j; k++) {
          rest -= l[i][k] * l[j][k];
        }
        if (i == j && !(rest > 0)) {
          throw new Undefined("a matrix that is not positive definite has no Cholesky factor");
        }
        l[i][j] = i == j ? Math.sqrt(rest) : rest / l[j][j];
      }
    }
    return RealMat.generate(n, n, (i, j) -> l[i][j]);
  }

  /// {@return the matrix exponential, by scaling and squaring} Higham 2005, The scaling and
  /// squaring method for the matrix exponential revisited, algorithm 2.3 with degree 13 throughout:
  /// lower degrees only save work.
  public static RealMat expm(RealMat a) {
    Shapes.requireSquare(a, "exponential");
    double norm = norm1(a);
    if (!(norm <= Double.MAX_VALUE)) {
      return a.map(_ -> Double.NaN);
    }
    int squarings = norm <= THETA_EXP ? 0 : Math.getExponent(norm / THETA_EXP) + 1;
    RealMat x = a.scale(Math.scalb(1.0, -squarings));
    RealMat x2 = x.times(x);
    RealMat x4 = x2.times(x2);
    RealMat x6 = x4.times(x2);
    RealMat odd = x.times(halfPade(x2, x4, x6, 1));
    RealMat even = halfPade(x2, x4, x6, 0);
    RealMat exp = inverse(even.minus(odd)).times(even.plus(odd));
    for (int k = 0; k < squarings; k++) {
      exp = exp.times(exp);
    }
    return exp;
  }

  /// {@return the terms of one parity of the numerator, without the factor `x` of the odd ones}
  private static RealMat halfPade(RealMat x2, RealMat x4, RealMat x6, int parity) {
    double[] b = PADE_13;
    RealMat high = x6.scale(b[12 + parity]).plus(x4.scale(b[10 + parity]));
    RealMat middle = x6.scale(b[6 + parity]).plus(x4.scale(b[4 + parity]));
    return x6.times(high.plus(x2.scale(b[8 + parity])))
        .plus(middle)
        .plus(x2.scale(b[2 + parity]))
        .plus(identity(x2.rows).scale(b[parity]));
  }

  /// {@return the principal square root, of a matrix without eigenvalues on the closed negative
  /// axis}
  ///
  /// The product form of the Denman-Beavers iteration, scaled by determinants (Higham 2008,
  /// equations 6.29 and 6.30): `M` tends to `I`, and `X` to the root.
  ///
  /// @throws Undefined when the iteration meets a singular matrix or does not settle, as it must
  ///   for an eigenvalue on that axis
  public static RealMat sqrtm(RealMat a) {
    Shapes.requireSquare(a, "square root");
    RealMat eye = identity(a.rows);
    RealMat m = a;
    RealMat x = a;
    double distance = norm1(m.minus(eye));
    for (int iteration = 0; iteration < 60; iteration++) {
      RealMat inverse = inverse(m);
      // Scaling helps while far from the limit, and only disturbs the quadratic convergence near
      // it.
      double mu2 = distance < 0.01 ? 1 : Math.exp(-logAbsDet(m) / a.rows);
      x = x.plus(x.times(inverse).scale(1 / mu2)).scale(Math.sqrt(mu2) / 2);
      m = eye.scale(0.5).plus(m.scale(mu2 / 4)).plus(inverse.scale(0.25 / mu2));
      double before = distance;
      distance = norm1(m.minus(eye));
      boolean settled = distance < 1e-9 && distance > before / 2;
      if (settled || distance <= a.rows * UNIT_ROUNDOFF) {
        return requireRoot(x, a);
      }
    }
    throw new Undefined("no principal square root found: an eigenvalue is zero or negative");
  }

  /// The iteration may settle by accident, at what is no root, where none exists.
  private static RealMat requireRoot(RealMat x, RealMat a) {
    RealMat rest = a.minus(x.times(x));
    if (!(norm1(rest) <= 1e-7 * norm1(a))) {
      throw new Undefined("no principal square root: an eigenvalue is zero or negative");
    }
    return a.rows <= LARGEST_CORRECTED ? x.plus(correction(x, rest)) : x;
  }

  /// {@return one Newton step, the solution of `X*D + D*X = A - X*X`} It takes back what the
  /// iteration lost to rounding.
  private static RealMat correction(RealMat x, RealMat rest) {
    int n = x.rows;
    RealMat eye = identity(n);
    RealMat sum = (RealMat) eye.kron(x).plus(x.transpose().kron(eye));
    RealMat d = inverse(sum).times(RealMat.of(n * n, 1, rest.toArray()));
    return RealMat.of(n, n, d.toArray());
  }

  /// {@return the principal logarithm, of a matrix without eigenvalues on the closed negative axis}
  ///
  /// Inverse scaling and squaring (Higham 2008, section 11.5): square roots until `A = I + R` is
  /// near `I`, then the Padé approximant as the quadrature of `R*inv(I + t*R)` over [0, 1] (Dieci,
  /// Morini and Papini 1996).
  ///
  /// @throws Undefined when a square root on the way does not exist
  public static RealMat logm(RealMat a) {
    Shapes.requireSquare(a, "logarithm");
    RealMat eye = identity(a.rows);
    RealMat root = a;
    int roots = 0;
    for (; norm1(root.minus(eye)) > THETA_LOG; roots++) {
      if (roots == MOST_ROOTS) {
        throw new Undefined("a singular matrix has no logarithm");
      }
      root = sqrtm(root);
    }
    RealMat r = root.minus(eye);
    RealMat log = r.scale(0);
    for (int k = 0; k < NODES.length; k++) {
      for (double node : new double[] {-NODES[k], NODES[k]}) {
        RealMat shifted = eye.plus(r.scale((1 + node) / 2));
        log = log.plus(r.times(inverse(shifted)).scale(WEIGHTS[k] / 2));
      }
    }
    return log.scale(Math.scalb(1.0, roots));
  }

  /// {@return the power with a real exponent: a product for a whole number, otherwise `exp(k*log
  /// A)` (Higham 2008, section 7.1)}
  ///
  /// @throws Undefined when the inverse or the logarithm that it takes does not exist
  public static RealMat power(RealMat a, double k) {
    Shapes.requireSquare(a, "power");
    if (k != Math.rint(k) || Math.abs(k) > LARGEST_WHOLE_POWER) {
      RealMat log = logm(a);
      if (!(norm1(expm(log).minus(a)) <= LARGEST_LOSS * norm1(a))) {
        throw new Undefined("the logarithm of this matrix is lost in rounding errors");
      }
      return expm(log.scale(k));
    }
    RealMat square = k < 0 ? inverse(a) : a;
    RealMat product = identity(a.rows);
    for (long rest = (long) Math.abs(k); rest > 0; rest >>= 1) {
      product = (rest & 1) == 1 ? product.times(square) : product;
      square = rest > 1 ? square.times(square) : square;
    }
    return product;
  }

  /// {@return the cosine, from `exp` of the rotation generator `[0 -A; A 0]`, whose blocks are
  /// cosine and sine}
  public static RealMat cosm(RealMat a) {
    RealMat both = rotation(a);
    return RealMat.generate(a.rows, a.rows, both::get);
  }

  /// {@return the sine}
  public static RealMat sinm(RealMat a) {
    RealMat both = rotation(a);
    return RealMat.generate(a.rows, a.rows, (i, j) -> both.get(a.rows + i, j));
  }

  private static RealMat rotation(RealMat a) {
    Shapes.requireSquare(a, "cosine or sine");
    Mat zero = a.zeros(a.rows, a.rows);
    return expm((RealMat) Mat.blocks(List.of(List.of(zero, a.scale(-1)), List.of(a, zero))));
  }

  private static double logAbsDet(RealMat a) {
    return Elimination.pivots(a.eliminable(false)).map(x -> Math.log(Math.abs(x))).sum().get(0, 0);
  }

  private static RealMat inverse(RealMat a) {
    return Elimination.inverse(a.eliminable(true));
  }

  private static RealMat identity(int n) {
    return RealMat.generate(n, n, (i, j) -> i == j ? 1 : 0);
  }

  /// {@return the largest column sum of absolute values}
  private static double norm1(RealMat a) {
    double norm = 0;
    for (int j = 0; j < a.cols; j++) {
      double sum = 0;
      for (int i = 0; i < a.rows; i++) {
        sum += Math.abs(a.get(i, j));
      }
      norm = Math.max(norm, sum);
    }
    return norm;
  }
}
