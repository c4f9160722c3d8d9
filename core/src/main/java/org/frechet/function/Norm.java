package org.frechet.function;

import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.VectorValued.rowSums;

import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Problem;

/// The p-norms of vectors, and the norms that they induce on matrices (Horn & Johnson, Matrix
/// Analysis, 2013, ex. 5.6.4 and 5.6.5), as MATLAB and NumPy spell them.
public enum Norm implements Declared {
  NORM(
      declare(
              "norm",
              "matrix(m,1) -> scalar",
              "row(n) -> scalar",
              "matrix(m,1), scalar -> scalar",
              "row(n), scalar -> scalar")
          .nonnegative()
          .needs(Need.NONZERO)
          .needs(1, Need.AT_LEAST_ONE)
          .notOfMatrices(
              "norm of a matrix is the largest singular value in MATLAB but the Frobenius norm in"
                  + " NumPy")
          .hint(
              "write specnorm(X) or normF(X); norm(X,1) and norm(X,inf) are the largest sums of"
                  + " absolute values of a column and of a row")
          .canonicalForm(Norm::lesser)
          .differential(
              (x, dx, y) -> fixed(dx.get(1), mul(slope(x.get(0), x.get(1), y), dx.get(0))))
          .numeric(x -> RealMat.scalar(value((RealMat) x.get(0), ((RealMat) x.get(1)).get(0, 0))))
          .numpy("np.sum(np.abs({0})**{1})**(1/{1})")
          .about("norm(x,p): the p-norm of a vector, p ≥ 1; norm(x) is norm2(x)")
          .example("norm(x,3)", "x", "sign(x).*x.^2/norm(x,3)^2")),
  NORM_ONE(
      induced("1")
          .means(x ->
              isMatrix(x) ? largestRow(x.getFirst().transpose()) : ScalarValued.norm1(x.getFirst()))
          .about("norm(X,1): the largest sum of absolute values of a column; of a vector norm1(x)")
          .example("norm(x,1)", "x", "sign(x)")),
  NORM_TWO(
      induced("2")
          .means(x ->
              isMatrix(x) ? SingularValue.specnorm(x.getFirst()) : ScalarValued.norm2(x.getFirst()))
          .about("norm(X,2): the largest singular value specnorm(X); of a vector norm2(x)")
          .example("norm(x,2)", "x", "x/norm2(x)")),
  NORM_INF(
      induced("inf")
          .means(x -> isMatrix(x) ? largestRow(x.getFirst()) : largest(x.getFirst()))
          .about("norm(X,inf): the largest sum of absolute values of a row; of a vector norminf(x)")
          .example("norm(X,inf)", "X", "diag(maxmask(abs(X)*ones(n)))*sign(X)")),
  NORM_FRO(
      induced("fro")
          .means(x -> ScalarValued.norm2(x.getFirst()))
          .about("norm(X,fro): the Frobenius norm normF(X)")
          .example("norm(X,fro)", "X", "X/normF(X)")),
  NORMINF(
      declare("norminf", "matrix(m,1) -> scalar", "row(n) -> scalar")
          .means(x -> largest(x.getFirst()))
          .notOfMatrices(
              "norminf of a matrix may be its largest absolute entry or its largest row sum")
          .hint("write max(abs(X)) or norm(X,inf)")
          .about("largest absolute value of a vector's entries")
          .example("norminf(x)", "x", "sign(x).*maxmask(abs(x))"));

  private final Function function;

  Norm(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Declaration induced(String which) {
    return declare("norm", "matrix(m,n) -> scalar").option(which);
  }

  private static boolean isMatrix(List<Expr> x) {
    return x.getFirst().shape().isMatrix();
  }

  private static Expr largest(Expr x) {
    return ScalarValued.max(Elementwise.abs(x));
  }

  private static Expr largestRow(Expr x) {
    return ScalarValued.max(rowSums(Elementwise.abs(x)));
  }

  /// norm(x), norm(x,2) and norm(x,1) have names of their own.
  private static Expr lesser(List<Expr> x) {
    Expr v = x.getFirst();
    if (v.shape().isRow()) {
      return x.size() == 1 ? ScalarValued.norm2(v) : NORM.function.of(v.transpose(), x.get(1));
    }
    if (x.size() == 1 || x.get(1) == Algebra.TWO) {
      return ScalarValued.norm2(v);
    }
    if (x.get(1).node() instanceof Node.Num p && p.value().doubleValue() < 1) {
      throw Problem.of(Problem.Code.BAD_REQUEST, "norm(x,p) needs p ≥ 1: below, it is no norm")
          .hint("write sum(abs(x).^p)^(1/p) for what the formula gives")
          .refusal();
    }
    return x.get(1) == Algebra.ONE ? ScalarValued.norm1(v) : UNCHANGED;
  }

  /// The row of ∂‖x‖_p/∂x = sign(x)∘|x|^(p−1) / ‖x‖_p^(p−1).
  private static Expr slope(Expr x, Expr p, Expr y) {
    Expr less = sub(p, Algebra.ONE);
    Expr column = hadamard(Elementwise.sign(x), pow(Elementwise.abs(x), less));
    return mul(pow(y, neg(less)), column.transpose());
  }

  private static Expr fixed(Expr dp, Expr differential) {
    if (!dp.isZero()) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED, "the derivative of norm(x,p) by p is not available")
          .hint("write sum(abs(x).^p)^(1/p)")
          .refusal();
    }
    return differential;
  }

  private static double value(RealMat x, double p) {
    double largest = x.maxAbs();
    return largest == 0
        ? 0
        : largest * Math.pow(x.map(t -> Math.pow(Math.abs(t) / largest, p)).sum().get(0, 0), 1 / p);
  }
}
