package org.frechet.diff;

import java.util.ArrayList;
import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Selection;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Where the parts of a block matrix stand.
final class Blocks {
  private Blocks() {}

  static List<Dim> heights(Node.Block b) {
    return b.rows().stream().map(row -> row.getFirst().shape().rows()).toList();
  }

  static List<Dim> widths(List<Expr> row) {
    return row.stream().map(e -> e.shape().cols()).toList();
  }

  /// {@return the columns E of an identity with `E'*X` the i-th part of X, cut into these sizes}
  static Expr columns(List<Dim> sizes, int i) {
    Dim total = sizes.stream().reduce(Dim.of(0), Dim::plus);
    Dim before = sizes.subList(0, i).stream().reduce(Dim.of(0), Dim::plus);
    Dim size = sizes.get(i);
    if (before.isConstant() && size.isConstant()) {
      int first = (int) before.constant() + 1;
      return Selection.slice(
          Algebra.eye(total),
          new Pick.All(),
          new Pick.Range(first, (int) (first + size.constant() - 1)));
    }
    var rows = new ArrayList<List<Expr>>();
    for (int j = 0; j < sizes.size(); j++) {
      rows.add(List.of(j == i ? Algebra.eye(size) : Algebra.zeros(new Shape(sizes.get(j), size))));
    }
    return Algebra.block(rows);
  }
}
