package org.frechet.function;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.number;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.size;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.function.MatrixValued.diag;
import static org.frechet.function.VectorValued.rowSums;

import java.util.Arrays;
import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Rational;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Dim;

/// Layer normalisation y = (x − μ)/s with s = √(‖x − μ‖²/n + ε) (Ba, Kiros & Hinton 2016): since ds
/// = y'dx/n + dε/(2s), its differential is (dx − mean(dx) − y (y'dx)/n)/s − y dε/(2s²).
final class Normalization {
  private static final Expr MINUS_HALF = number(Rational.of(-1, 2));

  private Normalization() {}

  static Expr of(List<Expr> x, List<Expr> dx, Expr y) {
    Dim n = y.shape().rows();
    Expr one = ones(n);
    Expr part = pow(size(n), -1);
    Expr centred = sub(x.getFirst(), mul(part, ScalarValued.sum(x.getFirst()), one));
    Expr moved = dx.getFirst();
    Expr change =
        sub(
            moved,
            add(
                mul(part, ScalarValued.sum(moved), one),
                mul(part, ScalarValued.inner(y, moved), y)));
    if (x.size() == 1) {
      return mul(pow(size(n), Algebra.HALF), pow(ScalarValued.norm2(centred), -1), change);
    }
    Expr square = add(mul(part, ScalarValued.inner(centred, centred)), x.get(1));
    return add(
        mul(pow(square, MINUS_HALF), change), mul(MINUS_HALF, dx.get(1), pow(square, -1), y));
  }

  static Expr ofRows(List<Expr> x, List<Expr> dx, Expr y) {
    Dim n = y.shape().cols();
    Expr one = ones(n).transpose();
    Expr part = pow(size(n), -1);
    Expr centred = sub(x.getFirst(), mul(part, rowSums(x.getFirst()), one));
    Expr moved = dx.getFirst();
    Expr change =
        sub(
            moved,
            add(mul(part, rowSums(moved), one), mul(part, diag(rowSums(hadamard(y, moved))), y)));
    if (x.size() == 1) {
      return mul(pow(size(n), Algebra.HALF), diag(pow(RowWise.norm2(centred), -1)), change);
    }
    Expr square =
        add(mul(part, pow(RowWise.norm2(centred), 2)), mul(x.get(1), ones(y.shape().rows())));
    return add(
        mul(diag(pow(square, MINUS_HALF)), change),
        mul(MINUS_HALF, dx.get(1), diag(pow(square, -1)), y));
  }

  static double epsilon(List<Mat> x) {
    return x.size() == 1 ? 0 : ((RealMat) x.get(1)).get(0, 0);
  }

  static RealMat rows(RealMat x, double epsilon) {
    return VectorValued.byRows(x, row -> value(row, epsilon));
  }

  static RealMat value(RealMat x, double epsilon) {
    double[] entries = x.toArray();
    double mean = Arrays.stream(entries).sum() / entries.length;
    double square = 0;
    for (double t : entries) {
      square += (t - mean) * (t - mean);
    }
    double deviation = Math.sqrt(square / entries.length + epsilon);
    return x.map(t -> (t - mean) / deviation);
  }
}
