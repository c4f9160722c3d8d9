package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;

/// Products multiplied out, so that facts about neighbouring factors can be used.
final class Expanded {
  private Expanded() {}

  /// {@return a product with sums among its factors, or a linear function of a sum, as a sum}
  static Expr of(Expr e) {
    return switch (e.node()) {
      case Node.Add a -> Algebra.add(a.terms().stream().map(Expanded::of).toList());
      case Node.Prod p -> product(e, Traversal.children(p));
      case Node.Apply a -> applied(e, a);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Fill _ -> e;
      case Node.Hadamard _, Node.Pow _, Node.Transpose _, Node.Slice _, Node.Block _ -> e;
      case Node.IndexSum _, Node.Bound _, Node.Integral _, Node.Stop _ -> e;
    };
  }

  private static Expr product(Expr e, List<Expr> factors) {
    for (int i = 0; i < factors.size(); i++) {
      if (factors.get(i).node() instanceof Node.Add a) {
        var terms = new ArrayList<Expr>();
        for (Expr term : a.terms()) {
          var one = new ArrayList<>(factors);
          one.set(i, term);
          terms.add(of(Algebra.scale(Algebra.coefficient(e), Algebra.mul(one))));
        }
        return Algebra.add(terms);
      }
    }
    return e;
  }

  private static Expr applied(Expr e, Node.Apply a) {
    var f = (Function) a.operator();
    if (a.arguments().size() != 1 || f.linearIn(0).isEmpty()) {
      return e;
    }
    Expr inside = of(a.arguments().getFirst());
    return inside.node() instanceof Node.Add sum
        ? Algebra.add(sum.terms().stream().map(t -> f.of(t)).toList())
        : f.of(inside);
  }

  /// {@return an expression with one part replaced, also where it is some neighbouring factors of a
  /// product}
  static Expr replace(Expr e, Expr part, Expr by) {
    List<Expr> wanted = Algebra.chain(part);
    Expr whole = Traversal.substitute(e, Map.of(part, by));
    return wanted.size() < 2 ? whole : Traversal.map(whole, x -> replaced(x, wanted, by));
  }

  private static Expr replaced(Expr e, List<Expr> wanted, Expr by) {
    if (!(e.node() instanceof Node.Prod p)) {
      return e;
    }
    int at = java.util.Collections.indexOfSubList(p.chain(), wanted);
    if (at < 0) {
      return e;
    }
    var factors = new ArrayList<>(p.scalars());
    factors.addAll(p.chain().subList(0, at));
    factors.add(by);
    factors.addAll(p.chain().subList(at + wanted.size(), p.chain().size()));
    return Algebra.scale(p.coefficient(), Algebra.mul(factors));
  }
}
