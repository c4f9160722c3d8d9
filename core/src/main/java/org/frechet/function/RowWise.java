package org.frechet.function;

import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.size;
import static org.frechet.expr.Algebra.zeros;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.VectorValued.rowSums;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Special;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Functions of each row of a matrix, written `sum(X, rows)`; `sum(X, cols)` is the same of the
/// transpose. One value a row stands in a column, as many as a row has in a matrix.
public enum RowWise implements Declared {
  SUM(
      rowwise("sum")
          .means(x -> rowSums(x.getFirst()))
          .about("sum(X, rows): the sum of each row, a column; sum(X, cols) of each column, a row")
          .example("norm2(sum(X, rows))^2", "X", "2*X*ones(n)*ones(n)'")),
  MEAN(
      rowwise("mean")
          .means(x -> mean(x.getFirst()))
          .about("mean(X, rows): the mean of each row; mean(X, cols) of each column")
          .example("w'*mean(X, rows)", "X", "w*ones(n)'/n")),
  PROD(
      rowwise("prod")
          .keepsPositive()
          .canonical(x -> single(x, ScalarValued::prod))
          .differential(
              (x, dx, y) -> hadamard(y, rowSums(hadamard(dx.getFirst(), pow(x.getFirst(), -1)))))
          .exact(RowWise::products)
          .numpy("np.prod({0m}, axis=1)")
          .about("prod(X, rows): the product of each row; prod(X, cols) of each column")
          .example("w'*prod(X, rows)", "X", "diag(w.*prod(X, rows))*(1./X)")),
  MAX(
      rowwise("max")
          .needs(Need.ONE_MAXIMUM_A_ROW)
          .canonical(x -> single(x, ScalarValued::max))
          .differential((x, dx) -> rowSums(hadamard(maxmask(x), dx)))
          .real(x -> each(x, row -> Arrays.stream(row).max().orElseThrow()))
          .numpy("np.max({0m}, axis=1)")
          .about("max(X, rows): the largest entry of each row; max(X, cols) of each column")
          .example("w'*max(X, rows)", "X", "diag(w)*maxmask(X, rows)")),
  MIN(
      rowwise("min")
          .needs(Need.ONE_MINIMUM_A_ROW)
          .canonical(x -> single(x, ScalarValued::min))
          .differential((x, dx) -> rowSums(hadamard(maxmask(neg(x)), dx)))
          .real(x -> each(x, row -> Arrays.stream(row).min().orElseThrow()))
          .numpy("np.min({0m}, axis=1)")
          .about("min(X, rows): the smallest entry of each row; min(X, cols) of each column")
          .example("w'*min(X, rows)", "X", "diag(w)*maxmask(-X, rows)")),
  MAXMASK(
      declare("maxmask", "matrix(m,n) -> matrix(m,n)")
          .option("rows")
          .nonnegative()
          .needs(Need.ONE_MAXIMUM_A_ROW)
          .canonical(x ->
              x.shape().cols().isOne()
                  ? ones(x.shape())
                  : x.shape().isRow() ? VectorValued.maxmask(x) : UNCHANGED)
          .differential((x, _) -> zeros(x.shape()))
          .real(x -> VectorValued.byRows(x, VectorValued::firstMaximum))
          .numpy("_maxmask_rows({0m})")
          .about("maxmask(X, rows): 1 at the first largest entry of each row, else 0")
          .example("sum(maxmask(X, rows))", "X", "zeros(m,n)")),
  NORM1(
      rowwise("norm1")
          .means(x -> rowSums(Elementwise.abs(x.getFirst())))
          .about("norm1(X, rows): the sum of absolute values of each row, or column")
          .example("w'*norm1(X, rows)", "X", "diag(w)*sign(X)")),
  NORM2(
      rowwise("norm2")
          .nonnegative()
          .needs(Need.NO_ZERO_ROW)
          .canonical(x -> single(x, ScalarValued::norm2))
          .differential(
              (x, dx, y) -> hadamard(rowSums(hadamard(x.getFirst(), dx.getFirst())), pow(y, -1)))
          .square(x -> rowSums(pow(x, 2)))
          .real(x -> each(x, row -> RealMat.of(row.length, 1, row).normF()))
          .numpy("np.linalg.norm({0m}, axis=1)")
          .about("norm2(X, rows): the Euclidean norm of each row; norm2(X, cols) of each column")
          .example("sum(norm2(X, rows))", "X", "diag(1./norm2(X, rows))*X")),
  NORMINF(
      rowwise("norminf")
          .means(x -> RowWise.max(Elementwise.abs(x.getFirst())))
          .about("norminf(X, rows): the largest absolute value of each row, or column")
          .example("w'*norminf(X, rows)", "X", "diag(w)*(sign(X).*maxmask(abs(X), rows))")),
  LOGSUMEXP(
      rowwise("logsumexp")
          .canonical(x -> single(x, ScalarValued::logsumexp))
          .differential((x, dx) -> rowSums(hadamard(VectorValued.softmaxRows(x), dx)))
          .real(x -> each(x, Special::logSumExp))
          .numpy("_logsumexp_rows({0m})")
          .about("logsumexp(X, rows): log(sum(exp(x))) of each row; logsumexp(X, cols)")
          .example("w'*logsumexp(X, rows)", "X", "diag(w)*softmax(X, rows)")),
  CUMSUM_ROWS(
      declare("cumsum", "matrix(m,n) -> matrix(m,n)")
          .option("rows")
          .means(x -> cumulated(x.getFirst()))
          .about("cumsum(X, rows): running sums along each row; cumsum(X, cols) down each column")
          .example("sum(A.*cumsum(X, rows))", "X", "A*tril(ones(n,n))")),
  CUMSUM(
      declare("cumsum", "matrix(n,1) -> vector(n)", "row(n) -> row(n)")
          .means(x -> running(x.getFirst()))
          .notOfMatrices("cumsum of a matrix may run along its rows or down its columns")
          .hint("write cumsum(X, rows) or, as MATLAB means it, cumsum(X, cols)")
          .about("running sums of a vector: tril(ones(n,n))*x")
          .example("w'*cumsum(x)", "x", "triu(ones(n,n))*w")),
  LAYERNORM_ROWS(
      declare("layernorm", "matrix(m,n) -> matrix(m,n)", "matrix(m,n), scalar -> matrix(m,n)")
          .option("rows")
          .canonicalForm(x -> x.getFirst().shape().cols().isOne() ? nothing(x) : UNCHANGED)
          .differential((x, dx, y) -> Normalization.ofRows(x, dx, y))
          .numeric(x -> Normalization.rows((RealMat) x.getFirst(), Normalization.epsilon(x)))
          .numpy("_layernorm({0m}, {1})")
          .about(
              "layernorm(X, rows), layernorm(X, eps, rows): (x - mean)/sqrt(var + eps) of each row,"
                  + " or column")
          .example(
              "sum(A.*layernorm(X, a, rows))",
              "a",
              "-sum(A.*(diag(1./(norm2(X - X*ones(n)*ones(n)'/n, rows).^2/n + a))*layernorm(X, a, rows)))/2")),
  LAYERNORM(
      declare("layernorm", "matrix(n,1) -> vector(n)", "matrix(n,1), scalar -> vector(n)")
          .canonicalForm(x -> x.getFirst().isScalar() ? nothing(x) : UNCHANGED)
          .differential((x, dx, y) -> Normalization.of(x, dx, y))
          .numeric(x -> Normalization.value((RealMat) x.getFirst(), Normalization.epsilon(x)))
          .numpy("_layernorm({0}, {1})")
          .about("layernorm(x), layernorm(x, eps): (x - mean)/sqrt(var + eps), population variance")
          .example(
              "w'*layernorm(x)",
              "x",
              "sqrt(n)*(w - sum(w)/n - layernorm(x)'*w/n*layernorm(x))/norm2(x - sum(x)/n)"));

  private final Function function;

  RowWise(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Declaration rowwise(String name) {
    return declare(name, "matrix(m,n) -> vector(m)").option("rows");
  }

  /// Of one column, each row is its only entry; of one row, the function of all entries.
  private static Expr single(Expr x, UnaryOperator<Expr> ofAll) {
    if (x.shape().isRow()) {
      return ofAll.apply(x);
    }
    return x.shape().cols().isOne() ? rowwiseScalar(x, ofAll) : UNCHANGED;
  }

  /// The norm of one number is its absolute value; its sum, product or maximum is itself.
  private static Expr rowwiseScalar(Expr x, UnaryOperator<Expr> ofAll) {
    Expr t = Algebra.variable("(entry)", Shape.SCALAR);
    return ofAll.apply(t) == t ? x : Elementwise.abs(x);
  }

  /// One entry is its mean, so that nothing remains for whatever epsilon.
  private static Expr nothing(List<Expr> x) {
    return zeros(x.getFirst().shape());
  }

  static Expr mean(Expr x) {
    return mul(rowSums(x), pow(size(x.shape().cols()), -1));
  }

  private static Expr running(Expr x) {
    return x.shape().isRow() ? cumulated(x) : cumulated(x.transpose()).transpose();
  }

  private static Expr cumulated(Expr x) {
    Dim n = x.shape().cols();
    return n.isOne() ? x : mul(x, MatrixValued.triu(ones(Shape.matrix(n, n))));
  }

  private static RealMat each(RealMat x, java.util.function.ToDoubleFunction<double[]> f) {
    return RealMat.generate(
        x.rows(),
        1,
        (i, _) -> {
          double[] row = new double[x.cols()];
          for (int j = 0; j < row.length; j++) {
            row[j] = x.get(i, j);
          }
          return f.applyAsDouble(row);
        });
  }

  private static Mat products(Mat x) {
    Mat product = column(x, 0);
    for (int j = 1; j < x.cols(); j++) {
      product = product.hadamard(column(x, j));
    }
    return product;
  }

  private static Mat column(Mat x, int j) {
    return x.gather(x.rows(), 1, (i, _) -> i + j * x.rows());
  }

  static Expr norm2(Expr x) {
    return NORM2.function.of(x);
  }

  static Expr max(Expr x) {
    return MAX.function.of(x);
  }

  private static Expr maxmask(Expr x) {
    return MAXMASK.function.of(x);
  }
}
