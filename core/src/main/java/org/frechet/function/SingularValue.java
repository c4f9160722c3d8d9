package org.frechet.function;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.eye;
import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.number;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.MatrixValued.diag;
import static org.frechet.function.MatrixValued.inv;

import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.SingularValues;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Trait;

/// Singular values, the norms made of them, and the factors that their derivatives need: X =
/// svdu(X)*diag(svdvals(X))*svdv(X)' for X with at least as many rows as columns (Magnus &
/// Neudecker 2019, ch. 8; Giles 2008, section 2.2.8; Lewis 1995). Of each pair of singular vectors
/// the right one has its entry of largest modulus positive; norms do not depend on that.
public enum SingularValue implements Declared {
  SVDVALS(
      tall("svdvals", "matrix(m,n) -> vector(n)")
          .nonnegative()
          .canonical(SingularValue::values)
          .differential((x, dx) -> diag(mul(left(x).transpose(), dx, right(x))))
          .real(x -> SingularValues.of(x).values())
          .numpy("np.linalg.svd({0m}, compute_uv=False)")
          .about("singular values, descending, of a matrix with at least as many rows as columns")
          .example("b'*svdvals(X)", "X", "svdu(X)*diag(b)*svdv(X)'")),
  SVDU(
      tall("svdu", "matrix(m,n) -> matrix(m,n)")
          .canonical(x -> scaledAway(requireTall("svdu", x), y -> left(y)))
          .differential((x, dx, y) -> leftChange(x.getFirst(), dx.getFirst(), y))
          .real(x -> SingularValues.of(x).distinct().u())
          .numpy("_svd({0m})[0]")
          .about("left singular vectors as columns, in the order of svdvals")
          .example("sum(svdu(t*x))", "t", "0", "x: vector(n); t: scalar positive")),
  SVDV(
      tall("svdv", "matrix(m,n) -> matrix(n,n)")
          .gives(Trait.ORTHOGONAL)
          .canonical(x ->
              x.shape().cols().isOne()
                  ? Algebra.ONE
                  : scaledAway(requireTall("svdv", x), y -> right(y)))
          .differential((x, dx, y) -> mul(y, rotation(x.getFirst(), dx.getFirst())))
          .real(x -> SingularValues.of(x).distinct().v())
          .numpy("_svd({0m})[2]")
          .about(
              "right singular vectors as columns, in the order of svdvals, the entry of largest"
                  + " modulus positive")
          .example("sum(svdv(t*x))", "t", "0", "x: vector(n); t: scalar positive")),
  SPECNORM(
      norm("specnorm", y -> specnorm(y))
          .needs(Need.SIMPLE_SPECTRAL_NORM)
          .differential((x, dx) -> mul(leading(x).transpose(), dx, rightLeading(x)))
          .real(x -> RealMat.scalar(SingularValues.values(x).get(0, 0)))
          .numpy("np.linalg.norm({0m}, 2)")
          .about("spectral norm: the largest singular value")
          .example("specnorm(X)", "X", "lsv(X)*rsv(X)'")),
  LSV(
      declare("lsv", "matrix(m,n) -> vector(m)")
          .needs(Need.SIMPLE_SPECTRAL_NORM)
          .canonical(x ->
              x.shape().cols().isOne()
                  ? mul(x, pow(ScalarValued.norm2(x), -1))
                  : scaledAway(x, y -> leading(y)))
          .differential(
              (x, dx, y) -> vectorChange(x.getFirst().transpose(), dx.getFirst().transpose(), y))
          .real(x -> leadingPair(x, /* left= */ true))
          .numpy("_leading({0m})[0]")
          .about("left singular vector of the largest singular value, paired with rsv")
          .example(
              "y'*lsv(X)",
              "X",
              "-(lsv(X)*y'*pinv(X*X' - specnorm(X)^2*eye(m)) + pinv(X*X' -"
                  + " specnorm(X)^2*eye(m))*y*lsv(X)')*X",
              "y: vector(m); X: matrix(m,n)")),
  RSV(
      declare("rsv", "matrix(m,n) -> vector(n)")
          .needs(Need.SIMPLE_SPECTRAL_NORM)
          .canonical(
              x -> x.shape().cols().isOne() ? Algebra.ONE : scaledAway(x, y -> rightLeading(y)))
          .differential((x, dx, y) -> vectorChange(x.getFirst(), dx.getFirst(), y))
          .real(x -> leadingPair(x, /* left= */ false))
          .numpy("_leading({0m})[1]")
          .about(
              "right singular vector of the largest singular value, the entry of largest modulus"
                  + " positive")
          .example(
              "y'*rsv(X)",
              "X",
              "-X*(rsv(X)*y'*pinv(X'*X - specnorm(X)^2*eye(n)) + pinv(X'*X -"
                  + " specnorm(X)^2*eye(n))*y*rsv(X)')",
              "y: vector(n); X: matrix(m,n)")),
  NUCNORM(
      norm("nucnorm", y -> nucnorm(y))
          .needs(Need.FULL_RANK)
          .differential((x, dx) -> ScalarValued.inner(polar(x), dx))
          .real(x -> SingularValues.values(x).sum())
          .numpy("np.linalg.norm({0m}, 'nuc')")
          .about("nuclear norm: the sum of the singular values")
          .example("nucnorm(X)", "X", "polar(X)")),
  POLAR(
      declare("polar", "matrix(m,n) -> matrix(m,n)")
          .needs(Need.FULL_RANK)
          .canonical(SingularValue::orthogonalFactor)
          .transposed(x -> turned(x.getFirst()))
          .differential((x, dx, _) -> polarChange(x.getFirst(), dx.getFirst()))
          .real(SingularValues::polar)
          .numpy("scipy.linalg.polar({0m})[0]")
          .about("orthogonal factor U*V' of the polar decomposition")
          .example(
              "tr(A*polar(X))",
              "X",
              "(eye(m) - polar(X)*polar(X)')*A'*inv(sqrtm(X'*X)) - polar(X)*(sqrtmfrechet(X'*X,"
                  + " A*polar(X)) - sqrtmfrechet(X'*X, (A*polar(X))'))",
              "A: matrix(n,m); X: matrix(m,n)"));

  private final Function function;

  SingularValue(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Declaration tall(String name, String signature) {
    return declare(name, signature).needs(Need.TALL).needs(Need.SIMPLE_SINGULAR_VALUES);
  }

  /// Of a vector both norms are the Euclidean one.
  private static Declaration norm(String name, UnaryOperator<Expr> norm) {
    return declare(name, "matrix(m,n) -> scalar")
        .nonnegative()
        .transposeInvariant()
        .canonical(x -> {
          if (!x.shape().isMatrix()) {
            return ScalarValued.norm2(x);
          }
          if (x.isZero()) {
            return Algebra.ZERO;
          }
          Expr s = number(Algebra.coefficient(scalarFactor(x)));
          return s == Algebra.ONE
              ? UNCHANGED
              : mul(number(Algebra.coefficient(s).abs()), norm.apply(mul(pow(s, -1), x)));
        });
  }

  private static Expr values(Expr x) {
    if (x.shape().cols().isOne()) {
      return ScalarValued.norm2(x);
    }
    requireTall("svdvals", x);
    if (Algebra.isEye(x)) {
      return ones(x.shape().rows());
    }
    Expr s = number(Algebra.coefficient(scalarFactor(x)));
    return s == Algebra.ONE
        ? UNCHANGED
        : mul(number(Algebra.coefficient(s).abs()), SVDVALS.function.of(mul(pow(s, -1), x)));
  }

  private static Expr requireTall(String name, Expr x) {
    Dim rows = x.shape().rows();
    Dim cols = x.shape().cols();
    boolean constant = rows.isConstant() && (cols.isConstant() || rows.isOne());
    boolean wide = constant && (!cols.isConstant() || rows.constant() < cols.constant());
    if (wide) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "%s needs at least as many rows as columns, but this matrix is %s"
                  .formatted(name, x.shape()))
          .hint("write %s(X'), which has the same singular values".formatted(name))
          .refusal();
    }
    return x;
  }

  /// A positive multiple has the same singular vectors.
  private static Expr scaledAway(Expr x, UnaryOperator<Expr> f) {
    Expr s = x.isScalar() ? Algebra.ONE : scalarFactor(x);
    return s != Algebra.ONE && Attributes.isPositive(s) ? f.apply(withoutScalars(x)) : UNCHANGED;
  }

  /// {@return the skew C with dV = V*C, from the eigenvectors of X'X}
  private static Expr rotation(Expr x, Expr dx) {
    Expr sigma = SVDVALS.function.of(x);
    Expr p = mul(left(x).transpose(), dx, right(x));
    return hadamard(
        Spectral.gaps(pow(sigma, 2)), add(mul(p.transpose(), diag(sigma)), mul(diag(sigma), p)));
  }

  /// From U = X V diag(1/σ).
  private static Expr leftChange(Expr x, Expr dx, Expr u) {
    Expr sigma = SVDVALS.function.of(x);
    Expr v = right(x);
    if (x.shape().cols().isOne()) {
      Expr along = mul(u.transpose(), dx);
      return mul(sub(dx, mul(u, along)), pow(sigma, -1));
    }
    Expr values = diag(diag(mul(u.transpose(), dx, v)));
    Expr turned = sub(mul(diag(sigma), rotation(x, dx)), values);
    return mul(add(mul(dx, v), mul(u, turned)), diag(pow(sigma, -1)));
  }

  /// dv = (σ²I − X'X)⁺ (dX'X + X'dX) v (Magnus 1985, applied to X'X).
  private static Expr vectorChange(Expr x, Expr dx, Expr v) {
    if (v.isScalar()) {
      return Algebra.ZERO; // a sign
    }
    Expr gram = mul(x.transpose(), x);
    Expr shifted = sub(mul(pow(specnorm(x), 2), eye(x.shape().cols())), gram);
    Expr change = add(mul(dx.transpose(), x, v), mul(x.transpose(), dx, v));
    return mul(Decomposition.pinv(shifted), change);
  }

  private static RealMat leadingPair(RealMat x, boolean left) {
    boolean wide = x.rows() < x.cols();
    SingularValues d = SingularValues.of(wide ? (RealMat) x.transpose() : x).simple();
    RealMat u = wide ? d.v() : d.u();
    RealMat v = wide ? d.u() : d.v();
    int largest = 0;
    for (int i = 1; i < v.rows(); i++) {
      largest = Math.abs(v.get(i, 0)) > Math.abs(v.get(largest, 0)) ? i : largest;
    }
    double sign = v.get(largest, 0) < 0 ? -1 : 1;
    RealMat chosen = left ? u : v;
    return RealMat.generate(chosen.rows(), 1, (i, _) -> sign * chosen.get(i, 0));
  }

  private static Expr orthogonalFactor(Expr x) {
    if (x.isScalar()) {
      return Elementwise.sign(x);
    }
    if (!x.shape().isMatrix()) {
      return mul(x, pow(ScalarValued.norm2(x), -1));
    }
    Expr s = scalarFactor(x);
    if (s != Algebra.ONE && (Attributes.isPositive(s) || Attributes.isPositive(Algebra.neg(s)))) {
      Expr rest = polar(withoutScalars(x));
      return Attributes.isPositive(s) ? rest : Algebra.neg(rest);
    }
    return Function.isPreferred(x) ? UNCHANGED : turned(x.transpose());
  }

  private static Expr turned(Expr x) {
    return x.transpose() == x
        ? Algebra.plain(POLAR.function, List.of(x))
        : Algebra.transposeNode(POLAR.function, List.of(x));
  }

  /// With X = W H, H = (X'X)^½: W'dW = Ω solves H Ω + Ω H = W'dX − dX'W, and the rest of dX goes
  /// over H.
  private static Expr polarChange(Expr x, Expr dx) {
    Dim rows = x.shape().rows();
    Dim cols = x.shape().cols();
    if (rows.isConstant() && cols.isConstant() && rows.constant() < cols.constant()) {
      return polarChange(x.transpose(), dx.transpose()).transpose();
    }
    Expr w = polar(x);
    Expr gram = mul(x.transpose(), x);
    Expr along = mul(w.transpose(), dx);
    Expr inside = mul(w, MatrixFunction.sqrtmFrechet(gram, sub(along, along.transpose())));
    Expr beside = sub(eye(rows), mul(w, w.transpose()));
    return rows.equals(cols)
        ? inside
        : add(inside, mul(beside, dx, inv(MatrixFunction.root(gram))));
  }

  private static Expr left(Expr x) {
    return SVDU.function.of(x);
  }

  private static Expr right(Expr x) {
    return SVDV.function.of(x);
  }

  private static Expr leading(Expr x) {
    return LSV.function.of(x);
  }

  private static Expr rightLeading(Expr x) {
    return RSV.function.of(x);
  }

  static Expr specnorm(Expr x) {
    return SPECNORM.function.of(x);
  }

  private static Expr nucnorm(Expr x) {
    return NUCNORM.function.of(x);
  }

  private static Expr polar(Expr x) {
    return POLAR.function.of(x);
  }
}
