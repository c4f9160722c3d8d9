package org.frechet.function;

import static org.frechet.expr.Algebra.eye;
import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.number;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.MatrixValued.diag;

import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.Gaps;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.SymmetricEigen;
import org.frechet.shape.Trait;

/// Eigenvalues and eigenvectors of a symmetric matrix (Magnus 1985, On differentiating eigenvalues
/// and eigenvectors; Lewis 1996, Derivatives of spectral functions). Eigenvectors have the entry of
/// largest modulus positive; derivatives of eigenvalues do not depend on that.
public enum Spectral implements Declared {
  EIG(
      declare("eig", "matrix(n,n) -> vector(n)")
          .requires(Trait.SYMMETRIC)
          .needs(Need.SIMPLE_EIGENVALUES)
          .canonical(Spectral::values)
          .differential((x, dx) -> diag(mul(vectors(x).transpose(), dx, vectors(x))))
          .definedBy(decomposition())
          .real(x -> SymmetricEigen.of(x).values())
          .numpy("np.linalg.eigvalsh({0m})")
          .about("eigenvalues of a symmetric matrix, ascending")
          .example(
              "b'*eig(S)",
              "S",
              "eigvecs(S)*diag(b)*eigvecs(S)'",
              "b: vector(n); S: matrix(n,n) symmetric")),
  EIGVECS(
      declare("eigvecs", "matrix(n,n) -> matrix(n,n)")
          .gives(Trait.ORTHOGONAL)
          .requires(Trait.SYMMETRIC)
          .needs(Need.SIMPLE_EIGENVALUES)
          .canonical(x -> x.isScalar() ? Algebra.ONE : scaledAway(x, y -> vectors(y)))
          .differential((x, dx, y) -> turn(x.getFirst(), dx.getFirst(), y))
          .real(x -> SymmetricEigen.of(x).distinctVectors())
          .numpy("_eigvecs({0m})")
          .about(
              "eigenvectors of a symmetric matrix as columns, in the order of eig, the entry of"
                  + " largest modulus positive")
          .example(
              "x'*eigvecs(A + t*B)*y",
              "t",
              "x'*eigvecs(A + t*B)*(gaps(eig(A + t*B)).*(eigvecs(A + t*B)'*B*eigvecs(A + t*B)))*y",
              "A: matrix(n,n) symmetric; B: matrix(n,n) symmetric; t: scalar; x: vector(n); y:"
                  + " vector(n)")),
  /// The matrix F of Giles 2008, section 2.2.7.
  GAPS(
      declare("gaps", "matrix(n,1) -> matrix(n,n)")
          .needs(Need.DISTINCT_ENTRIES)
          .canonical(Spectral::gapsOf)
          .transposed(x -> neg(Algebra.plain(gapsFunction(), x)))
          .differential((_, dx, y) -> neg(hadamard(pow(y, 2), differences(dx.getFirst()))))
          .exact(Gaps::of)
          .numpy("_gaps({0})")
          .about("gaps(w): the matrix of 1/(w_j - w_i) off the diagonal, 0 on it")
          .example("x'*gaps(w)*y", "w", "gaps(w).^2.*(x*y')*ones(n) - gaps(w).^2.*(y*x')*ones(n)")),
  LMAX(
      extreme("lmax", Need.SIMPLE_LARGEST, (x, s) -> largest(x, s))
          .differential((x, dx) -> form(lmaxVector(x), dx))
          .definedBy(eigenpair(x -> lmaxVector(x)))
          .real(x -> RealMat.scalar(SymmetricEigen.of(x).values().get(x.rows() - 1, 0)))
          .numpy("np.linalg.eigvalsh({0m})[-1]")
          .about("largest eigenvalue of a symmetric matrix")
          .example("lmax(S)", "S", "lmaxvec(S)*lmaxvec(S)'", "S: matrix(n,n) symmetric")),
  LMIN(
      extreme("lmin", Need.SIMPLE_SMALLEST, (x, s) -> smallest(x, s))
          .differential((x, dx) -> form(lminVector(x), dx))
          .definedBy(eigenpair(x -> lminVector(x)))
          .real(x -> RealMat.scalar(SymmetricEigen.of(x).values().get(0, 0)))
          .numpy("np.linalg.eigvalsh({0m})[0]")
          .about("smallest eigenvalue of a symmetric matrix")
          .example("lmin(S)", "S", "lminvec(S)*lminvec(S)'", "S: matrix(n,n) symmetric")),
  LMAXVEC(
      vector("lmaxvec", Need.SIMPLE_LARGEST)
          .canonical(x -> x.isScalar() ? Algebra.ONE : scaledAway(x, y -> lmaxVector(y)))
          .differential((x, dx, y) -> turn(lmax(x.getFirst()), x.getFirst(), dx.getFirst(), y))
          .real(x -> SymmetricEigen.of(x).last())
          .numpy("_eigvecs({0m})[:, -1]")
          .about("unit eigenvector of lmax, the entry of largest modulus positive")
          .example(
              "x'*lmaxvec(S)",
              "S",
              "-(lmaxvec(S)*x'*pinv(S - lmax(S)*eye(n)) + pinv(S - lmax(S)*eye(n))*x*lmaxvec(S)')/2",
              "x: vector(n); S: matrix(n,n) symmetric")),
  LMINVEC(
      vector("lminvec", Need.SIMPLE_SMALLEST)
          .canonical(x -> x.isScalar() ? Algebra.ONE : scaledAway(x, y -> lminVector(y)))
          .differential((x, dx, y) -> turn(lmin(x.getFirst()), x.getFirst(), dx.getFirst(), y))
          .real(x -> SymmetricEigen.of(x).first())
          .numpy("_eigvecs({0m})[:, 0]")
          .about("unit eigenvector of lmin, the entry of largest modulus positive")
          .example(
              "x'*lminvec(S)",
              "S",
              "-(lminvec(S)*x'*pinv(S - lmin(S)*eye(n)) + pinv(S - lmin(S)*eye(n))*x*lminvec(S)')/2",
              "x: vector(n); S: matrix(n,n) symmetric"));

  private interface Scaled {
    Expr of(Expr x, Expr scale);
  }

  private final Function function;

  Spectral(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Declaration extreme(String name, Need need, Scaled scaled) {
    return declare(name, "matrix(n,n) -> scalar")
        .requires(Trait.SYMMETRIC)
        .needs(need)
        .canonical(x -> {
          if (x.isScalar() || Algebra.isEye(x) || x.isZero()) {
            return x.isScalar() ? x : x.isZero() ? Algebra.ZERO : Algebra.ONE;
          }
          Expr s = number(Algebra.coefficient(scalarFactor(x)));
          return s == Algebra.ONE ? UNCHANGED : scaled.of(mul(pow(s, -1), x), s);
        });
  }

  private static Declaration vector(String name, Need need) {
    return declare(name, "matrix(n,n) -> vector(n)").requires(Trait.SYMMETRIC).needs(need);
  }

  /// A v = λv with v′v = 1; from the left v′ takes the differential of v away.
  private static Definition eigenpair(UnaryOperator<Expr> vector) {
    return Definition.of(
            "λ", (x, y) -> Definition.equal(mul(x.getFirst(), y.get(1)), mul(y.get(0), y.get(1))))
        .with("v", vector)
        .fact((x, y) ->
            Definition.equal(
                mul(y.get(1).transpose(), x.getFirst()), mul(y.get(0), y.get(1).transpose())))
        .fact((_, y) -> Definition.equal(mul(y.get(1).transpose(), y.get(1)), Algebra.ONE))
        .eliminating("multiply by %s′ from the left", (y, side) -> mul(y.get(1).transpose(), side));
  }

  /// A V = V diag(λ) with V′V = I; the diagonal of V′dV diag(λ) is that of diag(λ) V′dV.
  private static Definition decomposition() {
    return Definition.of(
            "λ",
            (x, y) -> Definition.equal(mul(x.getFirst(), y.get(1)), mul(y.get(1), diag(y.get(0)))))
        .with("V", x -> vectors(x))
        .fact((x, y) ->
            Definition.equal(
                mul(y.get(1).transpose(), x.getFirst()), mul(diag(y.get(0)), y.get(1).transpose())))
        .fact((x, y) ->
            Definition.equal(mul(y.get(1).transpose(), y.get(1)), eye(x.getFirst().shape().rows())))
        .eliminating(
            "multiply by %s′ from the left and take the diagonal",
            (y, side) -> diag(mul(y.get(1).transpose(), side)));
  }

  /// The largest eigenvalue of −S is minus the smallest one of S.
  private static Expr largest(Expr x, Expr s) {
    return mul(s, Algebra.coefficient(s).signum() > 0 ? lmax(x) : lmin(x));
  }

  private static Expr smallest(Expr x, Expr s) {
    return mul(s, Algebra.coefficient(s).signum() > 0 ? lmin(x) : lmax(x));
  }

  private static Expr values(Expr x) {
    if (x.isScalar()) {
      return x;
    }
    if (Algebra.isEye(x) || x.isZero()) {
      Expr ones = ones(x.shape().rows());
      return x.isZero() ? mul(Algebra.ZERO, ones) : ones;
    }
    Expr s = scalarFactor(x);
    return s != Algebra.ONE && Attributes.isPositive(s)
        ? mul(s, EIG.function.of(withoutScalars(x)))
        : UNCHANGED;
  }

  /// A positive multiple has the same eigenvectors.
  private static Expr scaledAway(Expr x, UnaryOperator<Expr> f) {
    Expr s = scalarFactor(x);
    return s != Algebra.ONE && Attributes.isPositive(s) ? f.apply(withoutScalars(x)) : UNCHANGED;
  }

  /// dV = V(F∘(V'dSV)) with F_ij = 1/(λ_j − λ_i) off the diagonal, zero on it.
  private static Expr turn(Expr s, Expr ds, Expr v) {
    return mul(v, hadamard(gaps(EIG.function.of(s)), mul(v.transpose(), ds, v)));
  }

  /// {@return the reciprocal differences 1/(w_j − w_i) off the diagonal, zero on it}
  static Expr gaps(Expr w) {
    return GAPS.function.of(w);
  }

  private static Function gapsFunction() {
    return GAPS.function;
  }

  private static Expr gapsOf(Expr w) {
    if (w.isScalar()) {
      return Algebra.ZERO;
    }
    Expr s = scalarFactor(w);
    return s == Algebra.ONE ? UNCHANGED : mul(pow(s, -1), gaps(withoutScalars(w)));
  }

  private static Expr differences(Expr w) {
    Expr one = ones(w.shape().rows());
    return sub(mul(one, w.transpose()), mul(w, one.transpose()));
  }

  /// du = (λI − S)⁺ dS u (Magnus 1985, theorem 1).
  private static Expr turn(Expr lambda, Expr s, Expr ds, Expr u) {
    Expr shifted = sub(mul(lambda, eye(s.shape().rows())), s);
    return mul(Decomposition.pinv(shifted), ds, u);
  }

  private static Expr form(Expr u, Expr ds) {
    return mul(u.transpose(), ds, u);
  }

  private static Expr vectors(Expr x) {
    return EIGVECS.function.of(x);
  }

  private static Expr lmax(Expr x) {
    return LMAX.function.of(x);
  }

  private static Expr lmin(Expr x) {
    return LMIN.function.of(x);
  }

  private static Expr lmaxVector(Expr x) {
    return LMAXVEC.function.of(x);
  }

  private static Expr lminVector(Expr x) {
    return LMINVEC.function.of(x);
  }
}
