package org.frechet.check;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Rational;
import org.frechet.function.Function;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.IndexMap;
import org.frechet.numeric.Mat;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.RealMat;

/// The value of each node kind, from the values of its operands.
final class NodeValue {
  private static final BigInteger ONE = BigInteger.ONE;

  private NodeValue() {}

  static Mat leaf(Expr e, Point at) {
    int rows = at.size(e.shape().rows());
    int cols = at.size(e.shape().cols());
    if (e.node() instanceof Node.Increment && !at.leaves().containsKey(e)) {
      return at.one().zeros(rows, cols); // a variable that stays where it is
    }
    Mat value = at.value(e);
    if (value.rows() != rows || value.cols() != cols) {
      throw new IllegalArgumentException(
          "%s is %d×%d here, not %d×%d".formatted(e, rows, cols, value.rows(), value.cols()));
    }
    return value;
  }

  static Mat number(Rational value, Mat one) {
    return one.constant(1, 1, value.num(), value.den());
  }

  static Mat constant(Node.Constant c, Mat one) {
    return switch (one) {
      case RealMat _ -> RealMat.scalar(c.value());
      case PreciseMat _ -> PreciseMat.scalar(Precision.of(c));
      case DualModMat _ -> throw new IllegalStateException(c.name() + " has no exact value");
    };
  }

  static Mat fill(Node.Fill f, Point at) {
    int rows = at.size(f.rows());
    int cols = at.size(f.cols());
    return switch (f.kind()) {
      case ZEROS -> at.one().zeros(rows, cols);
      case ONES -> at.one().constant(rows, cols, ONE, ONE);
      case EYE -> at.one().eye(rows);
      case COMMUTATION -> at.one().commutation(rows, cols);
      case DUPLICATION -> duplicated(at.one().eye(rows * (rows + 1) / 2), rows);
      case ELIMINATION -> eliminated(at.one().eye(rows * rows), rows);
    };
  }

  /// Row i + jn is the unit row of entry (i, j), or (j, i) above the diagonal, among the n(n +
  /// 1)/2.
  private static Mat duplicated(Mat unit, int n) {
    return unit.gather(
        n * n,
        unit.cols(),
        (row, col) -> {
          int i = Math.max(row % n, row / n);
          int j = Math.min(row % n, row / n);
          return j * n - j * (j + 1) / 2 + i + col * unit.rows();
        });
  }

  /// Row k is the unit row of the k-th entry on or below the diagonal.
  private static Mat eliminated(Mat unit, int n) {
    int[] entries = new int[n * (n + 1) / 2];
    int next = 0;
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        entries[next++] = i + j * n;
      }
    }
    return unit.gather(entries.length, unit.cols(), (row, col) -> entries[row] + col * unit.rows());
  }

  static Mat sum(List<Mat> terms) {
    Mat sum = terms.getFirst();
    for (Mat term : terms.subList(1, terms.size())) {
      sum = sum.plus(term);
    }
    return sum;
  }

  static Mat hadamard(List<Mat> factors) {
    Mat product = factors.getFirst();
    for (Mat factor : factors.subList(1, factors.size())) {
      product = product.hadamard(factor);
    }
    return product;
  }

  /// Scalars first, then the chain, from the end where fewer columns or rows are carried along.
  static Mat product(Node.Prod p, List<Mat> factors, Mat one) {
    int scalars = p.scalars().size();
    Mat scale = scalars == 0 ? one : hadamard(factors.subList(0, scalars));
    scale = scaled(scale, p.coefficient());
    if (p.chain().isEmpty()) {
      return scale;
    }
    Mat product = chain(factors.subList(scalars, factors.size()));
    return scalars == 0 ? scaled(product, p.coefficient()) : product.scale(scale);
  }

  private static Mat scaled(Mat a, Rational c) {
    return c.isOne() ? a : a.scale(c.num(), c.den());
  }

  private static Mat chain(List<Mat> factors) {
    if (factors.getLast().cols() >= factors.getFirst().rows()) {
      Mat product = factors.getFirst();
      for (Mat factor : factors.subList(1, factors.size())) {
        product = product.times(factor);
      }
      return product;
    }
    Mat product = factors.getLast();
    for (Mat factor : factors.subList(0, factors.size() - 1).reversed()) {
      product = factor.times(product);
    }
    return product;
  }

  /// The power; modulo the prime the only operand is the base, or its square.
  static Mat power(Node.Pow p, List<Mat> operands) {
    Mat base = operands.getFirst();
    if (Rationality.isInteger(p.exponent())) {
      int k = ((Node.Num) p.exponent().node()).value().intValue();
      boolean squared = base instanceof DualModMat && Rationality.square(p).isPresent();
      return base.power(squared ? k / 2 : k);
    }
    if (base instanceof PreciseMat precise) {
      return Precision.power(precise, (PreciseMat) operands.get(1));
    }
    RealMat real = (RealMat) base;
    RealMat exponent = (RealMat) operands.get(1);
    if (p.exponent().isScalar()) {
      double k = exponent.get(0, 0);
      return real.map(x -> Math.pow(x, k));
    }
    return real.zip(exponent, Math::pow);
  }

  static Mat apply(Node.Apply a, List<Mat> arguments, Point at) {
    return ((Function) a.operator()).evaluate(arguments, at::size);
  }

  /// `row` and `col` are the values of the indices, counted from one, where the picks have any.
  static Mat slice(Node.Slice s, Mat of, int row, int col) {
    int top = first(s.rows(), row, of.rows());
    int left = first(s.cols(), col, of.cols());
    IndexMap source = (i, j) -> i + top - 1 + (j + left - 1) * of.rows();
    return of.gather(count(s.rows(), of.rows()), count(s.cols(), of.cols()), source);
  }

  private static int first(Pick pick, int at, int size) {
    int first =
        switch (pick) {
          case Pick.All() -> 1;
          case Pick.Range r -> r.first();
          case Pick.At _ -> at;
        };
    int last = pick instanceof Pick.Range r ? r.last() : first;
    if (last > size) {
      throw new IllegalArgumentException("there is no entry " + last + " among " + size);
    }
    return first;
  }

  private static int count(Pick pick, int size) {
    return switch (pick) {
      case Pick.All() -> size;
      case Pick.Range(int first, int last) -> last - first + 1;
      case Pick.At _ -> 1;
    };
  }

  static Mat block(Node.Block b, List<Mat> parts) {
    var grid = new ArrayList<List<Mat>>();
    int next = 0;
    for (List<Expr> row : b.rows()) {
      grid.add(parts.subList(next, next + row.size()));
      next += row.size();
    }
    return Mat.blocks(grid);
  }

  /// The value with its gradient stopped: without `eps` part.
  static Mat stop(Mat value) {
    return switch (value) {
      case RealMat real -> real;
      case PreciseMat precise -> precise;
      case DualModMat dual -> dual.along((DualModMat) dual.zeros(dual.rows(), dual.cols()));
    };
  }
}
