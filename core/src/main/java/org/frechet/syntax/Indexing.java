package org.frechet.syntax;

import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.ScalarValued;

/// Sums over an index. Norms and sums within the body are written as products first, which a sum
/// over an index can take whole: `norm2(X(i,:))^2` is `X(i,:)*X(i,:)'`.
final class Indexing {
  private Indexing() {}

  static Expr sum(Node.Index index, Expr body) {
    return Selection.sum(index, Traversal.map(body, Indexing::asProduct));
  }

  private static Expr asProduct(Expr e) {
    if (e.node() instanceof Node.Apply a
        && a.operator() == ScalarValued.SUM.function()
        && isIndexed(e)) {
      Expr x = a.arguments().getFirst();
      return Algebra.mul(
          Algebra.ones(x.shape().rows()).transpose(), x, Algebra.ones(x.shape().cols()));
    }
    if (e.node() instanceof Node.Pow p
        && p.exponent().node() instanceof Node.Num n
        && n.value().isSmallInteger()
        && n.value().intValue() % 2 == 0
        && p.base().node() instanceof Node.Apply a
        && a.operator() instanceof Function f
        && f.square().isPresent()
        && isIndexed(e)) {
      return Algebra.pow(f.square().get().of(a.arguments()), n.value().intValue() / 2);
    }
    return e;
  }

  private static boolean isIndexed(Expr e) {
    return Traversal.topological(e).stream()
        .anyMatch(part ->
            part.node() instanceof Node.Slice s
                && (s.rows() instanceof Node.Pick.At || s.cols() instanceof Node.Pick.At));
  }
}
