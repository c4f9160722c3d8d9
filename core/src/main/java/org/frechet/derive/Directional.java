package org.frechet.derive;

import java.util.Collections;
import java.util.Map;
import org.frechet.diff.Differential;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.function.MatrixValued;
import org.frechet.shape.Shape;

/// Derivatives along a fixed direction: the k-th derivative of `f(X + t*V)` by t at zero.
public final class Directional {
  private Directional() {}

  /// {@return the derivative of this order of `f` along `direction`, of the shape of `f`}
  public static Expr of(Expr f, Expr x, Expr direction, int order) {
    Expr along = f;
    for (int i = 0; i < order; i++) {
      Expr map = Differential.of(along, x);
      along = Tidy.of(Traversal.substitute(map, Map.of(Algebra.increment(x), direction)));
    }
    return along;
  }

  /// {@return the same, from the matrix of the last order on vec}: of M = d vec(…)/dX the
  /// contraction (v'⊗…⊗v'⊗I)*M*v with v = vec(V), as a column
  public static Expr contracted(Expr matrix, Expr f, Expr direction, int order) {
    Expr v = MatrixValued.vec(direction);
    Expr left = Algebra.eye(f.shape().count());
    for (Expr row : Collections.nCopies(order - 1, v.transpose())) {
      left = MatrixValued.kron(row, left);
    }
    return Algebra.mul(left, matrix, v);
  }

  /// {@return a scalar or column in the shape of `f`}
  public static Expr shaped(Expr column, Shape shape) {
    return column.isScalar() ? column : MatrixValued.reshape(column, shape);
  }
}
