package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.frechet.diff.Adjoint;
import org.frechet.diff.MapMatrix;
import org.frechet.explain.Term.Inner;
import org.frechet.explain.Term.Plain;
import org.frechet.explain.Term.Stacked;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;

/// One linear map, the outermost, taken from what moves and put before it: its adjoint on the
/// cotangent of an inner product, its matrix after the matrix of a stacked term.
record Movement(Rule rule, List<Term> terms) {
  static Movement of(Term term, Expr variable, Expansion expansion) {
    Expr dx = Algebra.increment(variable);
    return switch (term) {
      case Inner(Expr g, List<Expr> factors) when factors.size() > 1 -> ordered(g, factors, dx);
      case Inner(Expr g, List<Expr> factors) -> {
        Expr m = factors.getFirst();
        if (m.node() instanceof Node.Binder) {
          yield new Movement(Rules.move(m), List.of(Inner.of(Adjoint.of(m, dx, g), dx)));
        }
        var terms = new ArrayList<Term>();
        layers(m, dx)
            .forEach(l -> terms.add(Inner.of(Adjoint.of(l.map(), l.hole(), g), l.operand())));
        yield new Movement(Rules.move(m), terms);
      }
      case Stacked(Expr j, Expr m) -> {
        var terms = new ArrayList<Term>();
        if (m.node() instanceof Node.Binder) {
          terms.add(new Stacked(Algebra.mul(j, MapMatrix.of(m, dx)), dx));
        } else {
          layers(m, dx)
              .forEach(l ->
                  terms.add(
                      new Stacked(Algebra.mul(j, MapMatrix.of(l.map(), l.hole())), l.operand())));
        }
        yield new Movement(stacking(m), terms);
      }
      case Plain _ -> throw new IllegalArgumentException("nothing to move");
    };
  }

  private static Rule stacking(Expr m) {
    Rule rule = Rules.move(m);
    return rule == Rules.TRACE ? Rules.VEC : rule == Rules.HADAMARD_MOVE ? Rules.DIAGONAL : rule;
  }

  /// A written product of factors that is a scalar: `dx'*A*x` is turned, `x'*A'*dx` is an inner
  /// product with dx.
  private static Movement ordered(Expr g, List<Expr> factors, Expr dx) {
    int at = 0;
    while (!Traversal.contains(factors.get(at), dx)) {
      at++;
    }
    if (factors.get(at).node() instanceof Node.Transpose) {
      var turned = new ArrayList<Expr>();
      factors.reversed().forEach(f -> turned.add(f.transpose()));
      return new Movement(Rules.OWN_TRANSPOSE, List.of(new Inner(g, turned)));
    }
    Expr moving = factors.get(at);
    Expr before = Algebra.mul(factors.subList(0, at));
    var after = factors.subList(at + 1, factors.size());
    Expr cotangent =
        after.isEmpty()
            ? before.transpose()
            : Algebra.mul(before.transpose(), Algebra.mul(after).transpose());
    return new Movement(Rules.TRACE, List.of(Inner.of(Algebra.mul(g, cotangent), moving)));
  }

  /// The outermost map: with a hole in place of one operand.
  private record Layer(Expr map, Expr hole, Expr operand) {}

  private static List<Layer> layers(Expr m, Expr dx) {
    var moving = Traversal.dependents(m, List.of(dx));
    List<Expr> operands =
        Traversal.children(m.node()).stream().filter(moving::contains).distinct().toList();
    var layers = new ArrayList<Layer>();
    for (Expr operand : operands) {
      Expr hole = Algebra.heldIncrement("d0", operand.shape());
      Map<Expr, Expr> images = new HashMap<>();
      for (Expr child : Traversal.children(m.node())) {
        images.put(
            child,
            child == operand
                ? hole
                : moving.contains(child) ? Algebra.zeros(child.shape()) : child);
      }
      layers.add(new Layer(Traversal.rebuildWith(m, images), hole, operand));
    }
    return layers;
  }
}
