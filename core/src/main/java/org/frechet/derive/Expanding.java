package org.frechet.derive;

import java.util.ArrayList;
import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.Function;

/// Products of sums multiplied out, as candidates: a caller keeps one only if it is shorter, which
/// it is where terms cancel.
final class Expanding {
  private static final int MOST_TERMS = 24;

  private Expanding() {}

  /// {@return sums equal to `e`: with every term multiplied out, and with one term each}
  static List<Expr> sums(Expr e) {
    if (!(e.node() instanceof Node.Add a)) {
      return List.of();
    }
    var candidates = new ArrayList<Expr>();
    var all = new ArrayList<Expr>();
    for (int i = 0; i < a.terms().size(); i++) {
      Expr term = a.terms().get(i);
      Expr expanded = distribute(term);
      all.add(expanded);
      if (expanded != term) {
        var one = new ArrayList<>(a.terms());
        one.set(i, expanded);
        candidates.add(Algebra.add(one));
      }
    }
    if (candidates.size() > 1) {
      candidates.add(Algebra.add(all));
    }
    return candidates;
  }

  /// {@return the product as a sum of products}
  static Expr distribute(Expr e) {
    return switch (e.node()) {
      case Node.Prod p -> {
        var factors = new ArrayList<>(p.scalars());
        factors.addAll(p.chain());
        if (p.chain().size() == 1 && p.chain().getFirst().node() instanceof Node.Hadamard) {
          Expr inner = distribute(p.chain().getFirst());
          factors.set(factors.size() - 1, inner);
        }
        yield distribute(e, factors, parts -> Algebra.scale(p.coefficient(), Algebra.mul(parts)));
      }
      case Node.Hadamard h -> distribute(e, h.factors(), Algebra::hadamard);
      case Node.Num _,
          Node.Constant _,
          Node.Size _,
          Node.Var _,
          Node.Increment _,
          Node.Bound _,
          Node.Fill _ ->
          e;
      case Node.Add _, Node.Pow _, Node.Transpose _, Node.Apply _, Node.Slice _, Node.Block _ -> e;
      case Node.IndexSum _, Node.Integral _, Node.Stop _ -> e;
    };
  }

  private static Expr distribute(
      Expr e, List<Expr> factors, java.util.function.Function<List<Expr>, Expr> product) {
    List<List<Expr>> products = List.of(List.of());
    boolean sum = false;
    for (Expr f : factors) {
      List<Expr> terms = f.node() instanceof Node.Add a ? a.terms() : List.of(f);
      sum |= terms.size() > 1;
      if (products.size() * terms.size() > MOST_TERMS) {
        return e;
      }
      var longer = new ArrayList<List<Expr>>();
      for (List<Expr> before : products) {
        for (Expr t : terms) {
          var next = new ArrayList<>(before);
          next.add(t);
          longer.add(next);
        }
      }
      products = longer;
    }
    return sum ? Algebra.add(products.stream().map(product).toList()) : e;
  }

  /// {@return the product with inv(A*B) as inv(B)*inv(A) where all factors are square; shorter
  /// where one of them cancels}
  static Expr splitInverses(Expr e) {
    if (!(e.node() instanceof Node.Prod p)) {
      return e;
    }
    var factors = new ArrayList<>(p.scalars());
    for (Expr f : p.chain()) {
      factors.add(splitInverse(f));
    }
    return Algebra.scale(p.coefficient(), Algebra.mul(factors));
  }

  private static Expr splitInverse(Expr f) {
    if (f.node() instanceof Node.Transpose t) {
      return splitInverse(t.of()).transpose();
    }
    if (f.node() instanceof Node.Apply a && a.operator().inverts()) {
      List<Expr> chain = Algebra.chain(a.arguments().getFirst());
      if (chain.size() > 1 && chain.stream().allMatch(x -> x.shape().isSquare())) {
        var inverse = (Function) a.operator();
        return Algebra.mul(chain.reversed().stream().map(inverse::of).toList());
      }
    }
    return f;
  }
}
