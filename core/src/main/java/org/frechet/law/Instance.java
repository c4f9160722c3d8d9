package org.frechet.law;

import java.util.IdentityHashMap;
import java.util.Map;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Builds the right side of a law for a match.
final class Instance {
  private Instance() {}

  static Expr of(Expr pattern, Match match) {
    Map<Expr, Expr> done = new IdentityHashMap<>();
    for (Expr e : Traversal.topological(pattern)) {
      Expr image =
          switch (e.node()) {
            case Node.Var _ -> Traversal.imageOf(e, match.variables());
            case Node.Fill f -> {
              Dim rows = f.rows().substitute(match.sizes()::get);
              Dim cols = f.cols().substitute(match.sizes()::get);
              yield switch (f.kind()) {
                case ZEROS -> Algebra.zeros(new Shape(rows, cols));
                case ONES -> Algebra.ones(new Shape(rows, cols));
                case EYE -> Algebra.eye(rows);
                case COMMUTATION -> Algebra.commutation(rows, cols);
                case DUPLICATION -> Algebra.duplication(rows);
                case ELIMINATION -> Algebra.elimination(rows);
              };
            }
            case Node.Size s -> Algebra.size(s.dim().substitute(match.sizes()::get));
            case Node.Num _,
                Node.Constant _,
                Node.Increment _,
                Node.Bound _,
                Node.Add _,
                Node.Prod _ ->
                Traversal.rebuildWith(e, done);
            case Node.Hadamard _, Node.Pow _, Node.Transpose _, Node.Apply _, Node.Slice _ ->
                Traversal.rebuildWith(e, done);
            case Node.Block _, Node.IndexSum _, Node.Integral _, Node.Stop _ ->
                Traversal.rebuildWith(e, done);
          };
      done.put(e, image);
    }
    return Traversal.imageOf(pattern, done);
  }
}
