package org.frechet.derive;

import java.util.ArrayList;
import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.shape.Shape;

/// An array of a small known size that is made of unit vectors, written as its entries:
/// `cos(y)*eye(2)(:,1) + x*eye(2)(:,2)` is `[cos(y); x]`. Arrays of any other kind stay whole.
public final class Entries {
  private static final long MOST = 36;

  private Entries() {}

  /// {@return the array of entries of `e` where that is shorter, otherwise `e`}
  public static Expr of(Expr e) {
    Shape s = e.shape();
    if (!s.rows().isConstant() || !s.cols().isConstant() || s.count().constant() > MOST) {
      return e;
    }
    if (e.isScalar() || Traversal.topological(e).stream().noneMatch(Entries::isUnits)) {
      return e;
    }
    var rows = new ArrayList<List<Expr>>();
    for (int i = 1; i <= s.rows().constant(); i++) {
      var row = new ArrayList<Expr>();
      for (int j = 1; j <= s.cols().constant(); j++) {
        row.add(Tidy.of(Selection.slice(e, new Pick.Range(i, i), new Pick.Range(j, j))));
      }
      rows.add(row);
    }
    Expr entries = Algebra.block(rows);
    return entries.weight() <= e.weight() ? entries : e;
  }

  private static boolean isUnits(Expr e) {
    return e.node() instanceof Node.Slice s && Algebra.isEye(s.of());
  }
}
