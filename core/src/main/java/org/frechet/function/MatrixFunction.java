package org.frechet.function;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.eye;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.MatrixValued.inv;
import static org.frechet.function.MatrixValued.kron;

import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.MatrixEquations;
import org.frechet.numeric.MatrixFunctions;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Trait;

/// Functions of a square matrix in the sense of the power series (Higham, Functions of Matrices,
/// 2008). Their derivatives are in [FrechetDerivative]; that of the square root solves a Sylvester
/// equation, which closes it.
public enum MatrixFunction implements Declared {
  EXPM(
      declare("expm", "matrix(n,n) -> matrix(n,n)")
          .gives(Trait.INVERTIBLE)
          .makes(Trait.SYMMETRIC, Trait.SPD)
          .makes(Trait.SKEW, Trait.ORTHOGONAL)
          .keeps(Trait.LOWER, Trait.UPPER, Trait.DIAGONAL)
          .canonical(x -> oriented(expm(), x, Elementwise::exp))
          .differential((x, dx) -> Family.EXP.along(List.of(x), List.of(dx)))
          .real(MatrixFunctions::expm)
          .transposed(x -> turned(expm(), x.getFirst()))
          .numpy("scipy.linalg.expm({0m})")
          .about("matrix exponential")
          .example("tr(expm(X))", "X", "expm(X)'")),
  LOGM(
      declare("logm", "matrix(n,n) -> matrix(n,n)")
          .needs(Need.NO_NEGATIVE_EIGENVALUES)
          .keeps(Trait.LOWER, Trait.UPPER, Trait.DIAGONAL)
          .canonical(x -> oriented(logm(), x, Elementwise::log))
          .differential((x, dx) -> Family.LOG.along(List.of(x), List.of(dx)))
          .definedBy(Definition.by("Y", (x, y) -> Definition.equal(expm().of(y), x)))
          .real(MatrixFunctions::logm)
          .transposed(x -> turned(logm(), x.getFirst()))
          .numpy("scipy.linalg.logm({0m}).real")
          .about("principal logarithm of a matrix")
          .example("tr(logm(X))", "X", "inv(X)'")),
  SQRTM(
      declare("sqrtm", "matrix(n,n) -> matrix(n,n)")
          .gives(Trait.INVERTIBLE)
          .needs(Need.NO_NEGATIVE_EIGENVALUES)
          .keeps(Trait.SPD, Trait.LOWER, Trait.UPPER, Trait.DIAGONAL)
          .canonical(x -> oriented(sqrtm(), x, y -> Algebra.pow(y, Algebra.HALF)))
          .differential((x, dx) -> sqrtmFrechet(x, dx))
          .definedBy(Definition.by("Y", (x, y) -> Definition.equal(mul(y, y), x)))
          .real(MatrixFunctions::sqrtm)
          .transposed(x -> turned(sqrtm(), x.getFirst()))
          .numpy("scipy.linalg.sqrtm({0m}).real")
          .about("principal square root of a matrix")
          .example("tr(sqrtm(X))", "X", "inv(sqrtm(X))'/2")),
  COSM(
      declare("cosm", "matrix(n,n) -> matrix(n,n)")
          .canonical(x -> oriented(cosm(), x, Elementwise::cos))
          .differential((x, dx) -> Family.COS.along(List.of(x), List.of(dx)))
          .real(MatrixFunctions::cosm)
          .transposed(x -> turned(cosm(), x.getFirst()))
          .numpy("scipy.linalg.cosm({0m})")
          .about("cosine of a matrix")
          .example("tr(cosm(X))", "X", "-sinm(X)'")),
  SINM(
      declare("sinm", "matrix(n,n) -> matrix(n,n)")
          .canonical(x -> oriented(sinm(), x, Elementwise::sin))
          .differential((x, dx) -> Family.SIN.along(List.of(x), List.of(dx)))
          .real(MatrixFunctions::sinm)
          .transposed(x -> turned(sinm(), x.getFirst()))
          .numpy("scipy.linalg.sinm({0m})")
          .about("sine of a matrix")
          .example("tr(sinm(X))", "X", "cosm(X)'")),
  MPOWER(
      declare("mpower", "matrix(n,n), scalar -> matrix(n,n)")
          .raises()
          .needs(0, Need.PRINCIPAL_POWER, x -> x.get(1))
          .canonicalForm(x -> MatrixPower.canonical(x.get(0), x.get(1)))
          .transposed(x -> turnedPower(x))
          .differential((x, dx, y) ->
              add(
                  Family.POWER.along(x, List.of(dx.get(0))),
                  mul(dx.get(1), logm().of(x.get(0)), y)))
          .numeric(x -> Family.POWER.value((RealMat) x.get(0), x.subList(1, 2)))
          .numpy("_mpower({0m}, {1})")
          .about("mpower(X,k) or X^k: power of a square matrix")
          .example("tr(mpower(X, k))", "X", "k*(X^(k - 1))'")),
  /// From Y*Y = X: Y*dY + dY*Y = dX, and once more for the second derivative.
  SQRTM_FRECHET(
      declare("sqrtmfrechet", "matrix(n,n), matrix(n,n) -> matrix(n,n)")
          .needs(Need.NO_NEGATIVE_EIGENVALUES)
          .canonicalForm(x -> commuting(x.get(0), x.get(1)))
          .transposed(x -> sqrtmFrechet(x.get(0).transpose(), x.get(1).transpose()))
          .differential((x, dx, y) -> {
            Expr root = sqrtmFrechet(x.get(0), dx.get(0));
            return sqrtmFrechet(x.get(0), sub(dx.get(1), add(mul(root, y), mul(y, root))));
          })
          .linear(
              1, (g, x) -> sqrtmFrechet(x.get(0).transpose(), g), x -> sqrtmKron().of(x.getFirst()))
          .numeric(x -> {
            RealMat root = MatrixFunctions.sqrtm((RealMat) x.get(0));
            return MatrixEquations.sylvester(root, root, x.get(1));
          })
          .numpy("_frechet(lambda Z: scipy.linalg.sqrtm(Z).real, {0m}, {1m})")
          .about("derivative of sqrtm at X along E: the L with Y*L + L*Y = E, Y = sqrtm(X)")
          .example("tr(A*sqrtmfrechet(X, E))", "E", "sqrtmfrechet(X', A')")),
  SQRTM_KRON(
      declare("sqrtmkron", "matrix(n,n) -> matrix(n*n,n*n)")
          .gives(Trait.INVERTIBLE)
          .needs(Need.NO_NEGATIVE_EIGENVALUES)
          .canonical(x -> x.isScalar() ? mul(Algebra.HALF, Algebra.pow(root(x), -1)) : UNCHANGED)
          .transposed(x -> sqrtmKron().of(x.getFirst().transpose()))
          .differential(
              (x, dx, y) -> neg(mul(y, sum(sqrtmFrechet(x.getFirst(), dx.getFirst())), y)))
          .numeric(x -> onVec(MatrixFunctions.sqrtm((RealMat) x.getFirst())))
          .numpy("_frechetkron(lambda Z: scipy.linalg.sqrtm(Z).real, {0m})")
          .about(
              "matrix of E -> sqrtmfrechet(X, E) on vec: the inverse of kron(eye(n), Y) +"
                  + " kron(Y', eye(n)), Y = sqrtm(X)")
          .example(
              "b'*sqrtmkron(t*eye(n) + A)*b",
              "t",
              "-b'*sqrtmkron(A + t*eye(n))*(kron(eye(n), inv(sqrtm(A + t*eye(n)))) +"
                  + " kron(inv(sqrtm(A + t*eye(n))), eye(n)))*sqrtmkron(A + t*eye(n))*b/2",
              "A: matrix(n,n) spd; b: vector(n*n); t: scalar positive"));

  private final Function function;

  MatrixFunction(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Function expm() {
    return EXPM.function;
  }

  private static Function logm() {
    return LOGM.function;
  }

  private static Function sqrtm() {
    return SQRTM.function;
  }

  private static Function cosm() {
    return COSM.function;
  }

  private static Function sinm() {
    return SINM.function;
  }

  /// {@return the L with Y*L + L*Y = E, where Y is the principal square root of X}
  static Expr sqrtmFrechet(Expr x, Expr e) {
    return SQRTM_FRECHET.function.of(x, e);
  }

  static Expr root(Expr x) {
    return sqrtm().of(x);
  }

  /// f(X') is written as f(X)', on the orientation with fewer transposes.
  private static Expr oriented(Function f, Expr x, UnaryOperator<Expr> ofScalar) {
    return x.isScalar()
        ? ofScalar.apply(x)
        : Function.isPreferred(x) ? UNCHANGED : turned(f, x.transpose());
  }

  private static Expr turned(Function f, Expr x) {
    return x.transpose() == x ? Algebra.plain(f, List.of(x)) : Algebra.transposeNode(f, List.of(x));
  }

  private static Expr turnedPower(List<Expr> x) {
    return x.getFirst().transpose() == x.getFirst()
        ? Algebra.plain(MPOWER.function, x)
        : Algebra.transposeNode(MPOWER.function, x);
  }

  /// Multiples of the identity and of X commute with the root: then L is E/2 over it.
  private static Expr commuting(Expr x, Expr e) {
    if (e.isZero()) {
      return e;
    }
    if (x.isScalar()) {
      return mul(Algebra.HALF, e, inv(root(x)));
    }
    Expr s = Algebra.scalarFactor(e);
    if (s != Algebra.ONE) {
      return mul(s, sqrtmFrechet(x, Algebra.withoutScalars(e)));
    }
    return Algebra.isEye(e) || e == Algebra.withoutScalars(x)
        ? mul(Algebra.HALF, inv(root(x)), e)
        : UNCHANGED;
  }

  /// vec(Y*L + L*Y) = (I ⊗ Y + Y' ⊗ I)*vec(L).
  private static Expr sum(Expr y) {
    Expr eye = eye(y.shape().rows());
    return add(kron(eye, y), kron(y.transpose(), eye));
  }

  private static Mat onVec(RealMat root) {
    Mat eye = root.eye(root.rows());
    return eye.kron(root).plus(root.transpose().kron(eye)).inverse();
  }

  private static Function sqrtmKron() {
    return SQRTM_KRON.function;
  }
}
