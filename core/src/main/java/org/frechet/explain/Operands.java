package org.frechet.explain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;

/// What a person takes the parts of an expression to be, where the canonical form keeps less: of
/// `x'*A*x` the parts are x' and `A*x`, of a sum that continues another sum that sum, of a row the
/// column.
final class Operands {
  /// Parts, and what they make when other things stand in their places.
  record Split(List<Expr> parts, Function<List<Expr>, Expr> whole) {}

  private final Expr root;
  private final Expr variable;
  private final List<Expr> sums;
  private final boolean binds;
  private final Map<Expr, Boolean> moving = new IdentityHashMap<>();
  private final Map<Expr, Split> splits = new IdentityHashMap<>();
  private final Map<Expr, List<Expr>> users = new IdentityHashMap<>();

  Operands(Expr root, Expr variable) {
    this.root = root;
    this.variable = variable;
    this.sums =
        Traversal.topological(root).stream()
            .filter(e -> e.node() instanceof Node.Add && moves(e))
            .toList();
    this.binds =
        Traversal.topological(root).stream().anyMatch(e -> e.node() instanceof Node.Binder);
  }

  /// {@return whether it has many values, one for each of an index or variable around it}
  boolean isOpen(Expr e) {
    return binds && !Traversal.free(List.of(e)).getOrDefault(e, Set.of()).isEmpty();
  }

  /// {@return whether it changes with the variable}
  boolean moves(Expr e) {
    if (!moving.containsKey(e)) {
      for (Expr part : Traversal.topological(e, moving::containsKey)) {
        boolean moves =
            part == variable
                || (!(part.node() instanceof Node.Stop)
                    && Traversal.children(part.node()).stream().anyMatch(moving::get));
        moving.put(part, moves);
      }
    }
    return Boolean.TRUE.equals(moving.get(e));
  }

  /// {@return whether it is written as the transpose of something shorter}
  boolean isTurned(Expr e) {
    if (e.node() instanceof Node.Transpose) {
      return true;
    }
    Expr t = e.isScalar() ? e : e.transpose();
    boolean plain = t != e && !(t.node() instanceof Node.Transpose);
    return plain && (t.weight() < e.weight() || (t.weight() == e.weight() && e.shape().isRow()));
  }

  Split of(Expr e) {
    Split known = splits.get(e);
    if (known == null) {
      known = split(e);
      splits.put(e, known);
    }
    return known;
  }

  private Split split(Expr e) {
    if (isTurned(e)) {
      return new Split(List.of(e.transpose()), parts -> parts.getFirst().transpose());
    }
    if (e.node() instanceof Node.Prod p) {
      return product(p);
    }
    if (e.node() instanceof Node.Add a) {
      return sum(e, a);
    }
    return new Split(Traversal.children(e.node()), parts -> Traversal.rebuild(e.node(), parts));
  }

  /// A matrix product with several factors that move falls into as many groups.
  private Split product(Node.Prod p) {
    var parts = new ArrayList<>(p.scalars());
    List<Expr> chain = p.chain();
    if (chain.stream().filter(this::moves).count() < 2) {
      parts.addAll(chain);
    } else {
      parts.addAll(groups(chain));
    }
    return new Split(parts, images -> Algebra.scale(p.coefficient(), Algebra.mul(images)));
  }

  /// Constants go with the factor before them, `(X*A)*(X*B)`, unless that is a transpose,
  /// `X'*(A*X)`.
  private List<Expr> groups(List<Expr> chain) {
    var groups = new ArrayList<Expr>();
    var group = new ArrayList<Expr>();
    boolean full = false;
    for (int i = 0; i < chain.size(); i++) {
      Expr factor = chain.get(i);
      boolean closes = full && (moves(factor) || group.getLast().node() instanceof Node.Transpose);
      if (closes && chain.subList(i, chain.size()).stream().anyMatch(this::moves)) {
        groups.add(Algebra.mul(group));
        group.clear();
        full = false;
      }
      group.add(factor);
      full |= moves(factor);
    }
    groups.add(Algebra.mul(group));
    return groups;
  }

  /// The largest other sum whose terms all occur here stands for them: u2 = u1 + ….
  private Split sum(Expr e, Node.Add a) {
    Set<Expr> terms = new HashSet<>(a.terms());
    Expr best = e;
    int most = 1;
    for (Expr other : sums) {
      List<Expr> some = ((Node.Add) other.node()).terms();
      if (other != e
          && some.size() > most
          && some.size() < terms.size()
          && terms.containsAll(some)) {
        best = other;
        most = some.size();
      }
    }
    if (best == e) {
      return new Split(a.terms(), Algebra::add);
    }
    var parts = new ArrayList<Expr>();
    parts.add(best);
    List<Expr> covered = ((Node.Add) best.node()).terms();
    a.terms().stream().filter(t -> !covered.contains(t)).forEach(parts::add);
    return new Split(parts, Algebra::add);
  }

  /// {@return every part, those that others are made of first}
  List<Expr> order() {
    Set<Expr> seen = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    var order = new ArrayList<Expr>();
    record Frame(Expr expr, List<Expr> parts, int[] next) {}
    var stack = new ArrayDeque<Frame>();
    seen.add(root);
    stack.push(new Frame(root, parts(root), new int[1]));
    while (!stack.isEmpty()) {
      Frame top = stack.peek();
      if (top.next[0] == top.parts.size()) {
        order.add(stack.pop().expr);
        continue;
      }
      Expr part = top.parts.get(top.next[0]++);
      if (seen.add(part)) {
        stack.push(new Frame(part, parts(part), new int[1]));
      }
    }
    count(order);
    return order;
  }

  private List<Expr> parts(Expr e) {
    return e == variable || !moves(e) ? List.of() : of(e).parts();
  }

  private void count(List<Expr> order) {
    for (Expr e : order.reversed()) {
      boolean through = e != root && (isTurned(e) || isMultiple(e));
      List<Expr> by = through ? users(e) : List.of(e);
      for (Expr part : parts(e)) {
        users.computeIfAbsent(part, _ -> new ArrayList<>()).addAll(by);
      }
    }
  }

  /// {@return what has this as a part, once for each time; transposes and multiples are looked
  /// through, but for those that are the function}
  List<Expr> users(Expr e) {
    return users.getOrDefault(e, List.of());
  }

  /// {@return whether it is a number times something}
  static boolean isMultiple(Expr e) {
    return e.node() instanceof Node.Prod p && p.scalars().size() + p.chain().size() == 1;
  }
}
