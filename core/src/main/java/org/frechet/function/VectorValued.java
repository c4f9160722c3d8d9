package org.frechet.function;

import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.MatrixValued.diag;

import java.util.Arrays;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.DoubleDoubles;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Special;
import org.frechet.shape.Trait;

/// Functions that compare the entries of a vector, or of each row of a matrix: softmax and its kin.
public enum VectorValued implements Declared {
  SOFTMAX(
      declare("softmax", "matrix(n,1) -> vector(n)")
          .positive()
          .gives(Trait.STOCHASTIC)
          .canonical(x -> x.isScalar() ? Algebra.ONE : UNCHANGED)
          .differential((x, dx, y) -> centred(hadamard(y, dx.getFirst()), y))
          .real(VectorValued::softmaxOf)
          .precisely(x ->
              x.minus(x.logSumExp().gather(x.rows(), x.cols(), (_, _) -> 0))
                  .map(DoubleDoubles::exp))
          .numpy("_softmax({0})")
          .about("exp(x)/sum(exp(x))")
          .example("w'*softmax(x)", "x", "softmax(x).*(w - w'*softmax(x)*ones(n))")),
  LOGSOFTMAX(
      declare("logsoftmax", "matrix(n,1) -> vector(n)")
          .canonical(x -> x.isScalar() ? Algebra.ZERO : UNCHANGED)
          .differential((x, dx) -> sub(dx, mul(mul(softmax(x).transpose(), dx), ones(x.shape()))))
          .real(VectorValued::logsoftmaxOf)
          .precisely(x -> x.minus(x.logSumExp().gather(x.rows(), x.cols(), (_, _) -> 0)))
          .numpy("_logsoftmax({0})")
          .about("x - logsumexp(x)")
          .example("w'*logsoftmax(x)", "x", "w - sum(w)*softmax(x)")),
  SOFTMAX_ROWS(
      declare("softmax", "matrix(m,n) -> matrix(m,n)")
          .option("rows")
          .positive()
          .gives(Trait.STOCHASTIC)
          .canonical(x -> x.shape().cols().isOne() ? ones(x.shape()) : UNCHANGED)
          .differential((x, dx, y) -> {
            Expr u = hadamard(y, dx.getFirst());
            return sub(u, mul(diag(rowSums(u)), y));
          })
          .real(x -> byRows(x, VectorValued::softmaxOf))
          .numpy("_softmax({0m})")
          .about("softmax(X, rows): the softmax of each row; softmax(X, cols) of each column")
          .example(
              "sum(A.*softmax(X, rows))",
              "X",
              "softmax(X, rows).*A - diag((softmax(X, rows).*A)*ones(n))*softmax(X, rows)")),
  LOGSOFTMAX_ROWS(
      declare("logsoftmax", "matrix(m,n) -> matrix(m,n)")
          .option("rows")
          .canonical(x -> x.shape().cols().isOne() ? Algebra.zeros(x.shape()) : UNCHANGED)
          .differential((x, dx, _) ->
              sub(
                  dx.getFirst(),
                  mul(
                      rowSums(hadamard(softmaxRows(x.getFirst()), dx.getFirst())),
                      ones(x.getFirst().shape().cols()).transpose())))
          .real(x -> byRows(x, VectorValued::logsoftmaxOf))
          .numpy("_logsoftmax({0m})")
          .about(
              "logsoftmax(X, rows): the log-softmax of each row; logsoftmax(X, cols) of each"
                  + " column")
          .example("sum(A.*logsoftmax(X, rows))", "X", "A - diag(A*ones(n))*softmax(X, rows)")),
  MAXMASK(
      declare("maxmask", "matrix(m,n) -> matrix(m,n)")
          .nonnegative()
          .needs(Need.ONE_MAXIMUM)
          .differential((x, _) -> Algebra.zeros(x.shape()))
          .real(VectorValued::firstMaximum)
          .numpy("_maxmask({0})")
          .about("1 at the first largest entry, else 0: the slope of max")
          .example("sum(maxmask(x))", "x", "zeros(n)"));

  private final Function function;

  VectorValued(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  /// y∘dx − y(y'dx), given u = y∘dx, whose entries sum to y'dx.
  private static Expr centred(Expr u, Expr y) {
    return sub(u, mul(ScalarValued.sum(u), y));
  }

  static RealMat firstMaximum(RealMat x) {
    double[] entries = x.toArray();
    int best = 0;
    for (int i = 1; i < entries.length; i++) {
      best = entries[i] > entries[best] ? i : best;
    }
    int first = best;
    return RealMat.generate(x.rows(), x.cols(), (i, j) -> i + j * x.rows() == first ? 1 : 0);
  }

  static Expr softmax(Expr x) {
    return SOFTMAX.function.of(x);
  }

  /// {@return the softmax of each row}
  static Expr softmaxRows(Expr x) {
    return SOFTMAX_ROWS.function.of(x);
  }

  /// {@return the sum of each row, as a column}
  static Expr rowSums(Expr x) {
    return mul(x, ones(x.shape().cols()));
  }

  private static RealMat softmaxOf(RealMat x) {
    return logsoftmaxOf(x).map(Math::exp);
  }

  /// The largest entry goes out first: it may be so large that the logarithm of n drowns in it.
  private static RealMat logsoftmaxOf(RealMat x) {
    double largest = Arrays.stream(x.toArray()).reduce(Double.NEGATIVE_INFINITY, Math::max);
    RealMat below = x.map(t -> t - largest);
    double log = Special.logSumExp(below.toArray());
    return below.map(t -> t - log);
  }

  static RealMat byRows(RealMat x, java.util.function.UnaryOperator<RealMat> f) {
    RealMat[] rows = new RealMat[x.rows()];
    for (int i = 0; i < rows.length; i++) {
      int row = i;
      rows[i] = f.apply(RealMat.generate(1, x.cols(), (_, j) -> x.get(row, j)));
    }
    return RealMat.generate(x.rows(), x.cols(), (i, j) -> rows[i].get(0, j));
  }

  static Expr maxmask(Expr x) {
    return MAXMASK.function.of(x);
  }
}
