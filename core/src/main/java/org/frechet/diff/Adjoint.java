package org.frechet.diff;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Integrals;
import org.frechet.expr.Node;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.ScalarValued;

/// The adjoint of a linear map: ⟨L(dX), G⟩ = ⟨dX, L*(G)⟩. The cotangent G is carried backwards
/// through the shared graph of L, each node once, contributions adding up where paths meet; this is
/// reverse mode on whole matrices.
public final class Adjoint {
  private final Expr increment;
  private final Map<Expr, List<Expr>> cotangents = new IdentityHashMap<>();

  private Adjoint(Expr increment) {
    this.increment = increment;
  }

  /// {@return L*(cotangent), of the shape of the increment} `map` is linear in `increment`.
  public static Expr of(Expr map, Expr increment, Expr cotangent) {
    return new Adjoint(increment).gather(map, cotangent);
  }

  /// {@return the gradient: the adjoint at one of a scalar-valued map}
  public static Expr gradient(Expr map, Expr increment) {
    return of(map, increment, Algebra.ONE);
  }

  private Expr gather(Expr map, Expr cotangent) {
    Set<Expr> dependent = Traversal.dependents(map, List.of(increment));
    if (!Traversal.contains(map, increment)) {
      return Algebra.zeros(increment.shape());
    }
    send(map, cotangent);
    for (Expr e : Traversal.topological(map).reversed()) {
      if (dependent.contains(e) && e != increment && cotangents.containsKey(e)) {
        back(e, Algebra.add(cotangents.remove(e)), dependent);
      }
    }
    List<Expr> arrived = cotangents.getOrDefault(increment, List.of());
    return arrived.isEmpty() ? Algebra.zeros(increment.shape()) : Algebra.add(arrived);
  }

  private void send(Expr to, Expr cotangent) {
    cotangents.computeIfAbsent(to, _ -> new ArrayList<>()).add(cotangent);
  }

  private void back(Expr e, Expr g, Set<Expr> dependent) {
    switch (e.node()) {
      case Node.Add a -> a.terms().stream().filter(dependent::contains).forEach(t -> send(t, g));
      case Node.Prod p -> product(e, p, g, dependent);
      case Node.Hadamard h -> {
        int i = only(h.factors(), dependent);
        var others = new ArrayList<>(h.factors());
        others.set(i, g);
        send(h.factors().get(i), Algebra.hadamard(others));
      }
      case Node.Transpose t -> send(t.of(), g.transpose());
      case Node.Apply a -> {
        int i = only(a.arguments(), dependent);
        var linear = ((Function) a.operator()).linearIn(i).orElseThrow(() -> notLinear(e));
        send(a.arguments().get(i), linear.adjoint().of(g, a.arguments()));
      }
      case Node.Slice s ->
          send(
              s.of(),
              Algebra.mul(
                  Selection.columns(s.of().shape().rows(), s.rows()),
                  g,
                  Selection.columns(s.of().shape().cols(), s.cols()).transpose()));
      case Node.Block b -> block(b, g, dependent);
      case Node.IndexSum s -> send(increment, Selection.sum(s.index(), of(s.body(), increment, g)));
      case Node.Integral i ->
          send(increment, Integrals.of(i.variable(), of(i.body(), increment, g), i.from(), i.to()));
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          throw notLinear(e);
      case Node.Fill _, Node.Pow _, Node.Stop _ -> throw notLinear(e);
    }
  }

  private void product(Expr e, Node.Prod p, Expr g, Set<Expr> dependent) {
    List<Expr> factors = Traversal.children(p);
    int i = only(factors, dependent);
    int first = p.scalars().size();
    var scalars = new ArrayList<>(p.scalars());
    if (i < first) {
      scalars.remove(i);
      Expr along = p.chain().isEmpty() ? g : ScalarValued.inner(Algebra.mul(p.chain()), g);
      scalars.add(along);
      send(factors.get(i), Algebra.scale(p.coefficient(), Algebra.mul(scalars)));
      return;
    }
    int k = i - first;
    var parts = new ArrayList<Expr>(scalars);
    p.chain().subList(0, k).reversed().forEach(f -> parts.add(f.transpose()));
    parts.add(g);
    p.chain().subList(k + 1, p.chain().size()).reversed().forEach(f -> parts.add(f.transpose()));
    send(factors.get(i), Algebra.scale(p.coefficient(), Algebra.mul(parts)));
    assert e.shape().equals(g.shape());
  }

  private void block(Node.Block b, Expr g, Set<Expr> dependent) {
    for (int i = 0; i < b.rows().size(); i++) {
      for (int j = 0; j < b.rows().get(i).size(); j++) {
        Expr part = b.rows().get(i).get(j);
        if (dependent.contains(part)) {
          Expr rows = Blocks.columns(Blocks.heights(b), i);
          Expr cols = Blocks.columns(Blocks.widths(b.rows().get(i)), j);
          send(part, Algebra.mul(rows.transpose(), g, cols));
        }
      }
    }
  }

  /// {@return the place of the one factor that contains the increment}
  static int only(List<Expr> factors, Set<Expr> dependent) {
    int found = -1;
    for (int i = 0; i < factors.size(); i++) {
      if (dependent.contains(factors.get(i))) {
        if (found >= 0) {
          throw new IllegalArgumentException("not linear: two factors contain the increment");
        }
        found = i;
      }
    }
    return found;
  }

  static IllegalArgumentException notLinear(Expr e) {
    return new IllegalArgumentException("not linear in the increment: " + e);
  }
}
