package org.frechet.function;

import static org.frechet.expr.Algebra.mul;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;

import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.MatrixFunctions;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Trait;

/// Functions of a square matrix in the sense of the power series, with their Fréchet derivatives
/// L(X, E), linear in E, as functions of their own (Higham, Functions of Matrices, 2008, ch. 3). L
/// is evaluated as the upper right block of f([X E; 0 X]) (thm 3.6); its adjoint is L(X', ·).
public enum MatrixFunction implements Declared {
  EXPM(
      declare("expm", "matrix(n,n) -> matrix(n,n)")
          .gives(Trait.INVERTIBLE)
          .canonical(x -> oriented(expm(), x, Elementwise::exp))
          .differential((x, dx) -> expmFrechet().of(x, dx))
          .real(MatrixFunctions::expm)
          .transposed(x -> turned(expm(), x.getFirst()))
          .numpy("scipy.linalg.expm({0m})")
          .about("matrix exponential")
          .example("tr(expm(X))", "X", "expm(X)'")),
  LOGM(
      declare("logm", "matrix(n,n) -> matrix(n,n)")
          .needs(Need.NO_NEGATIVE_EIGENVALUES)
          .canonical(x -> oriented(logm(), x, Elementwise::log))
          .differential((x, dx) -> logmFrechet().of(x, dx))
          .real(MatrixFunctions::logm)
          .transposed(x -> turned(logm(), x.getFirst()))
          .numpy("scipy.linalg.logm({0m}).real")
          .about("principal logarithm of a matrix")
          .example("tr(logm(X))", "X", "inv(X)'")),
  SQRTM(
      declare("sqrtm", "matrix(n,n) -> matrix(n,n)")
          .needs(Need.NO_NEGATIVE_EIGENVALUES)
          .canonical(x -> oriented(sqrtm(), x, y -> Algebra.pow(y, Algebra.HALF)))
          .differential((x, dx) -> sqrtmFrechet().of(x, dx))
          .real(MatrixFunctions::sqrtm)
          .transposed(x -> turned(sqrtm(), x.getFirst()))
          .numpy("scipy.linalg.sqrtm({0m}).real")
          .about("principal square root of a matrix")
          .example("tr(sqrtm(X))", "X", "inv(sqrtm(X))'/2")),
  EXPM_FRECHET(
      derivative("expmfrechet", MatrixFunctions::expm, x -> expm().of(x), () -> expmFrechet())
          .numpy("scipy.linalg.expm_frechet({0m}, {1m}, compute_expm=False)")
          .about("derivative of expm at X in direction E")),
  LOGM_FRECHET(
      derivative("logmfrechet", MatrixFunctions::logm, MatrixValued::inv, () -> logmFrechet())
          .numpy("_frechet(lambda Z: scipy.linalg.logm(Z).real, {0m}, {1m})")
          .about("derivative of logm at X in direction E")),
  SQRTM_FRECHET(
      derivative(
              "sqrtmfrechet",
              MatrixFunctions::sqrtm,
              x -> mul(Algebra.HALF, MatrixValued.inv(sqrtm().of(x))),
              () -> sqrtmFrechet())
          .numpy("_frechet(lambda Z: scipy.linalg.sqrtm(Z).real, {0m}, {1m})")
          .about("derivative of sqrtm at X in direction E"));

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

  private static Function expmFrechet() {
    return EXPM_FRECHET.function;
  }

  private static Function logmFrechet() {
    return LOGM_FRECHET.function;
  }

  private static Function sqrtmFrechet() {
    return SQRTM_FRECHET.function;
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

  private static Declaration derivative(
      String name,
      UnaryOperator<RealMat> f,
      UnaryOperator<Expr> slope,
      java.util.function.Supplier<Function> self) {
    return declare(name, "matrix(n,n), matrix(n,n) -> matrix(n,n)")
        .canonicalForm(x -> commuting(x.get(0), x.get(1), slope))
        .transposed(x -> self.get().of(x.get(0).transpose(), x.get(1).transpose()))
        .linear(
            1,
            (g, x) -> self.get().of(x.get(0).transpose(), g),
            x -> {
              throw org.frechet.shape.Problem.of(
                      org.frechet.shape.Problem.Code.UNSUPPORTED,
                      "the matrix of " + name + " on vec has no closed form here; ask for the map")
                  .refusal();
            })
        .numeric(x -> block(f, (RealMat) x.get(0), (RealMat) x.get(1)));
  }

  /// L(X, E) = f'(X)*E where E commutes with X: multiples of the identity and of X.
  private static Expr commuting(Expr x, Expr e, UnaryOperator<Expr> slope) {
    if (e.isZero()) {
      return e;
    }
    Expr s = Algebra.scalarFactor(e);
    Expr rest = Algebra.withoutScalars(e);
    if (Algebra.isEye(rest) || rest == Algebra.withoutScalars(x)) {
      return mul(s, slope.apply(x), rest);
    }
    return UNCHANGED;
  }

  /// L is linear in E, which is made as large as X: rounding errors are relative to the larger.
  private static RealMat block(UnaryOperator<RealMat> f, RealMat x, RealMat e) {
    int n = x.rows();
    double scale = x.maxAbs() > 0 && e.maxAbs() > 0 ? x.maxAbs() / e.maxAbs() : 1;
    var both = (RealMat) Mat.blocks(List.of(List.of(x, e.scale(scale)), List.of(x.zeros(n, n), x)));
    RealMat value = f.apply(both);
    return RealMat.generate(n, n, (i, j) -> value.get(i, n + j) / scale);
  }
}
