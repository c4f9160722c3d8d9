package org.frechet.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.Need;

/// In which order to evaluate some roots: each shared node once, operands first. The nodes inside a
/// sum that depend on its index form a loop of their own; everything else is evaluated outside.
final class Schedule {
  /// One node: where its value and its operands stand, the loop of a sum, and the conditions under
  /// which its value has no derivative.
  record Step(
      Expr expr, int slot, List<Integer> inputs, List<Step> loop, List<Function.Condition> kinks) {}

  private record Frame(Expr expr, List<Expr> inputs, int[] next) {}

  private final boolean exact;
  private final Map<Expr, Set<Node.Index>> free = new IdentityHashMap<>();
  private final List<Expr> slots = new ArrayList<>();
  private final List<Step> steps;
  private final List<Integer> roots;

  /// `exact`: squares of irrational values are evaluated as the rational expressions they are.
  Schedule(List<Expr> roots, boolean exact) {
    this.exact = exact;
    List<Expr> all = new ArrayList<>();
    walk(roots, this::operands, _ -> true, all);
    if (all.stream().anyMatch(e -> e.node() instanceof Node.IndexSum)) {
      all.forEach(e -> free.put(e, freeIndices(e)));
    }
    Map<Expr, Integer> places = new IdentityHashMap<>();
    this.steps = compile(roots, places, _ -> true);
    this.roots = roots.stream().map(places::get).toList();
  }

  List<Step> steps() {
    return steps;
  }

  /// {@return the slot of each root}
  List<Integer> roots() {
    return roots;
  }

  /// {@return the expression in each slot}
  List<Expr> slots() {
    return slots;
  }

  private List<Step> compile(List<Expr> from, Map<Expr, Integer> places, Predicate<Expr> inside) {
    var order = new ArrayList<Expr>();
    Map<Expr, List<Expr>> inputs = new IdentityHashMap<>();
    walk(
        from,
        e -> inputs.computeIfAbsent(e, this::inputs),
        inside,
        order);
    var compiled = new ArrayList<Step>(order.size());
    for (Expr e : order) {
      places.put(e, slots.size());
      slots.add(e);
    }
    for (Expr e : order) {
      List<Integer> operands = inputs.get(e).stream().map(places::get).toList();
      List<Step> loop = List.of();
      if (e.node() instanceof Node.IndexSum s) {
        // A copy: the index may be the one of an enclosing sum, whose nodes keep their places.
        Map<Expr, Integer> within = new IdentityHashMap<>(places);
        loop = compile(List.of(s.body()), within, n -> dependsOn(n, s.index()));
        operands = List.of(within.get(s.body()));
      }
      compiled.add(new Step(e, places.get(e), operands, loop, kinks(e)));
    }
    return List.copyOf(compiled);
  }

  /// {@return what must be evaluated before this node: for a sum, what its loop takes from outside}
  private List<Expr> inputs(Expr e) {
    if (!(e.node() instanceof Node.IndexSum s)) {
      return operands(e);
    }
    var outside = new ArrayList<Expr>();
    Predicate<Expr> inside =
        n -> {
          boolean loop = dependsOn(n, s.index());
          if (!loop) {
            outside.add(n);
          }
          return loop;
        };
    walk(List.of(s.body()), this::inputs, inside, new ArrayList<>());
    return outside;
  }

  private boolean dependsOn(Expr e, Node.Index index) {
    return free.getOrDefault(e, Set.of()).contains(index);
  }

  private Set<Node.Index> freeIndices(Expr e) {
    var indices = new HashSet<Node.Index>();
    operands(e).forEach(o -> indices.addAll(free.getOrDefault(o, Set.of())));
    if (e.node() instanceof Node.Slice s) {
      for (Pick pick : List.of(s.rows(), s.cols())) {
        if (pick instanceof Pick.At(Node.Index index)) {
          indices.add(index);
        }
      }
    }
    if (e.node() instanceof Node.IndexSum s) {
      indices.remove(s.index());
    }
    return indices.isEmpty() ? Set.of() : indices;
  }

  private List<Expr> operands(Expr e) {
    if (exact && e.node() instanceof Node.Pow p) {
      return Rationality.square(p).map(List::of).orElseGet(() -> List.of(p.base()));
    }
    return Traversal.children(e.node());
  }

  private static List<Function.Condition> kinks(Expr e) {
    return e.node() instanceof Node.Apply a
        ? ((Function) a.operator())
            .conditions().stream()
                .filter(c -> c.need() == Need.KINK || c.need() == Need.ONE_MAXIMUM)
                .toList()
        : List.of();
  }

  /// Appends the nodes reached from the roots, operands first; never goes beyond a node that is not
  /// inside.
  private static void walk(
      List<Expr> roots,
      java.util.function.Function<Expr, List<Expr>> operands,
      Predicate<Expr> inside,
      List<Expr> order) {
    Map<Expr, Boolean> seen = new IdentityHashMap<>();
    var stack = new ArrayDeque<Frame>();
    for (Expr root : roots) {
      enter(root, operands, inside, seen, stack);
      while (!stack.isEmpty()) {
        Frame top = stack.peek();
        if (top.next[0] == top.inputs.size()) {
          order.add(stack.pop().expr);
        } else {
          enter(top.inputs.get(top.next[0]++), operands, inside, seen, stack);
        }
      }
    }
  }

  private static void enter(
      Expr e,
      java.util.function.Function<Expr, List<Expr>> operands,
      Predicate<Expr> inside,
      Map<Expr, Boolean> seen,
      ArrayDeque<Frame> stack) {
    if (seen.putIfAbsent(e, true) == null && inside.test(e)) {
      stack.push(new Frame(e, operands.apply(e), new int[1]));
    }
  }
}
