package org.frechet.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.Function;

/// Products and norms of arrays that are written entry by entry, multiplied out where that is
/// shorter: the norm of `[-r*sin(t); r*cos(t)]` is that of r.
public final class Concrete {
  /// Of the entries of all factors; longer products are left as they are.
  private static final int MOST_ENTRIES = 64;

  private Concrete() {}

  /// {@return the expression or something shorter that equals it}
  static Expr of(Expr e) {
    Optional<Expr> value =
        switch (e.node()) {
          case Node.Prod p -> product(p);
          case Node.Apply a -> norm(a);
          case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ ->
              Optional.empty();
          case Node.Bound _, Node.Fill _, Node.Add _, Node.Hadamard _, Node.Pow _ ->
              Optional.empty();
          case Node.Transpose _, Node.Slice _, Node.Block _, Node.IndexSum _ -> Optional.empty();
          case Node.Integral _, Node.Stop _ -> Optional.empty();
        };
    return value.map(Rewriter::simplify).filter(v -> v.weight() < e.weight()).orElse(e);
  }

  private static Optional<Expr> product(Node.Prod p) {
    for (int i = 1; i < p.chain().size(); i++) {
      Expr left = p.chain().get(i - 1);
      Expr right = p.chain().get(i);
      if (isGrid(left) && isGrid(right)) {
        var factors = new ArrayList<>(p.scalars());
        factors.addAll(p.chain().subList(0, i - 1));
        factors.add(times((Node.Block) left.node(), (Node.Block) right.node()));
        factors.addAll(p.chain().subList(i + 1, p.chain().size()));
        return Optional.of(Algebra.scale(p.coefficient(), Algebra.mul(factors)));
      }
    }
    return Optional.empty();
  }

  private static Expr times(Node.Block a, Node.Block b) {
    int inner = b.rows().size();
    var rows = new ArrayList<List<Expr>>();
    for (List<Expr> row : a.rows()) {
      var entries = new ArrayList<Expr>();
      for (int j = 0; j < b.rows().getFirst().size(); j++) {
        int column = j;
        entries.add(sum(inner, k -> Algebra.mul(row.get(k), b.rows().get(k).get(column))));
      }
      rows.add(entries);
    }
    return Algebra.block(rows);
  }

  private static Expr sum(int count, IntFunction<Expr> term) {
    var terms = new ArrayList<Expr>();
    terms.add(Algebra.ZERO);
    for (int k = 0; k < count; k++) {
      terms.add(term.apply(k));
    }
    return Algebra.add(terms);
  }

  /// The root of the square of a norm, where that is declared.
  private static Optional<Expr> norm(Node.Apply a) {
    return square(a).map(square -> Algebra.pow(square, Algebra.HALF));
  }

  /// {@return the square of the norm of an array that is written entry by entry}
  public static Optional<Expr> square(Node.Apply a) {
    return a.operator() instanceof Function f
            && f.square().isPresent()
            && a.arguments().size() == 1
            && isGrid(a.arguments().getFirst())
        ? f.square().map(square -> Rewriter.simplify(square.of(a.arguments())))
        : Optional.empty();
  }

  private static boolean isGrid(Expr e) {
    return e.node() instanceof Node.Block b
        && b.rows().size() * b.rows().getFirst().size() <= MOST_ENTRIES
        && b.rows().stream().allMatch(r -> r.stream().allMatch(Expr::isScalar));
  }
}
