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
import org.frechet.explain.Term.Sum;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;

/// One linear map, the outermost, taken from what moves and put before it: its adjoint on the
/// cotangent of an inner product, its matrix after the matrix of a stacked term.
///
/// @param term what is rewritten
/// @param terms what it becomes
record Movement(Rule rule, Term term, List<Term> terms) {
  /// {@return whether something stands around the increment of the variable}
  static boolean isMovable(Term t, Expr variable) {
    Expr dx = Algebra.increment(variable);
    return switch (t) {
      case Inner i ->
          !i.moving().isZero() && (i.factors().size() > 1 || i.factors().getFirst() != dx);
      case Stacked s -> s.moving() != dx && !s.moving().isZero();
      case Plain _ -> false;
    };
  }

  /// {@return the sum with this movement done}
  Sum applied(Sum sum) {
    var all = new ArrayList<Term>();
    boolean done = false;
    for (Term t : sum.terms()) {
      if (!done && t.equals(term)) {
        all.addAll(terms);
        done = true;
      } else {
        all.add(t);
      }
    }
    return new Sum(all);
  }

  /// {@return the differential as a matrix before its vec; of columns it is the column itself}
  static Sum stacked(Sum sum) {
    Expr whole = sum.value();
    return new Sum(List.of(new Stacked(Algebra.eye(whole.shape().count()), whole)));
  }

  /// {@return equal inner products as one}
  static Sum merged(Sum sum) {
    var merged = new ArrayList<Term>();
    for (Term t : sum.terms()) {
      int same = -1;
      for (int i = 0; i < merged.size() && same < 0; i++) {
        same = isAlike(merged.get(i), t) ? i : -1;
      }
      if (same < 0) {
        merged.add(t);
      } else {
        var one = (Inner) merged.get(same);
        merged.set(
            same, new Inner(Algebra.add(one.cotangent(), ((Inner) t).cotangent()), one.factors()));
      }
    }
    return new Sum(merged);
  }

  private static boolean isAlike(Term a, Term b) {
    return a instanceof Inner(Expr g, List<Expr> one)
        && b instanceof Inner(Expr h, List<Expr> other)
        && one.equals(other)
        && g.shape().equals(h.shape())
        && plain(g) == plain(h)
        && !Algebra.add(g, h).isZero();
  }

  private static Expr plain(Expr e) {
    return Algebra.scale(Algebra.coefficient(e).inverse(), e);
  }

  /// {@return terms with the same increment as one}
  static Sum collected(Sum sum) {
    Expr dx = sum.terms().getFirst().moving();
    Expr all =
        Algebra.add(
            sum.terms().stream()
                .map(t ->
                    switch (t) {
                      case Inner i -> i.cotangent();
                      case Stacked s -> s.matrix();
                      case Plain p -> p.moving();
                    })
                .toList());
    return new Sum(
        List.of(
            sum.terms().getFirst() instanceof Inner ? Inner.of(all, dx) : new Stacked(all, dx)));
  }

  static Movement of(Term term, Expr variable) {
    Expr dx = Algebra.increment(variable);
    return switch (term) {
      case Inner(Expr g, List<Expr> factors) when factors.size() > 1 ->
          ordered(term, g, factors, dx);
      case Inner(Expr g, List<Expr> factors) -> {
        Expr m = factors.getFirst();
        if (m.node() instanceof Node.Binder) {
          yield new Movement(Rules.move(m), term, List.of(Inner.of(Adjoint.of(m, dx, g), dx)));
        }
        var terms = new ArrayList<Term>();
        layers(m, dx)
            .forEach(l -> terms.add(Inner.of(Adjoint.of(l.map(), l.hole(), g), l.operand())));
        yield new Movement(Rules.move(m), term, terms);
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
        yield new Movement(stacking(m, dx), term, terms);
      }
      case Plain _ -> throw new IllegalArgumentException("nothing to move");
    };
  }

  private static Rule stacking(Expr m, Expr dx) {
    Rule rule = Rules.move(m);
    boolean columns = m.shape().cols().isOne() && dx.shape().cols().isOne();
    if (m.node() instanceof Node.Apply a) {
      return new Rule(
          "matrix of " + a.operator().name(), a.operator().name() + " is linear: a matrix on vec");
    }
    if (rule == Rules.TRACE) {
      return columns ? Rules.MATRIX : Rules.VEC;
    }
    return rule == Rules.HADAMARD_MOVE
        ? Rules.DIAGONAL
        : rule == Rules.TURN ? Rules.TURN_VEC : rule == Rules.SPLIT ? Rules.SPLIT_VEC : rule;
  }

  /// A written product of factors that is a scalar: `dx'*A*x` is turned, `x'*A'*dx` is an inner
  /// product with dx.
  private static Movement ordered(Term term, Expr g, List<Expr> factors, Expr dx) {
    int at = 0;
    while (!Traversal.contains(factors.get(at), dx)) {
      at++;
    }
    if (factors.get(at).node() instanceof Node.Transpose) {
      var turned = new ArrayList<Expr>();
      factors.reversed().forEach(f -> turned.add(f.transpose()));
      return new Movement(Rules.OWN_TRANSPOSE, term, List.of(new Inner(g, turned)));
    }
    Expr moving = factors.get(at);
    Expr before = Algebra.mul(factors.subList(0, at));
    var after = factors.subList(at + 1, factors.size());
    Expr cotangent =
        after.isEmpty()
            ? before.transpose()
            : Algebra.mul(before.transpose(), Algebra.mul(after).transpose());
    boolean dot = before.shape().isRow() && after.isEmpty();
    return new Movement(
        dot ? Rules.DOT : Rules.TRACE, term, List.of(Inner.of(Algebra.mul(g, cotangent), moving)));
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
