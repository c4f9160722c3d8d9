package org.frechet.check;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;

/// In which order to evaluate some roots: each shared node once, operands first. The nodes inside a
/// sum that depend on its index form a loop of their own; everything else is evaluated outside.
final class Schedule {
  /// One node: where its value and its operands stand, the loop of a sum, and the conditions under
  /// which its value has no derivative.
  record Step(
      Expr expr, int slot, List<Integer> inputs, List<Step> loop, List<Function.Condition> kinks) {}

  /// A node on the way, and which of the nodes that it needs comes next.
  private static final class Visit {
    private final Expr expr;
    private final List<Expr> inputs;
    private int next;

    Visit(Expr expr, List<Expr> inputs) {
      this.expr = expr;
      this.inputs = inputs;
    }
  }

  /// What a node needs.
  private interface Inputs {
    List<Expr> of(Expr e);
  }

  private final boolean exact;

  /// The indices and bound variables that stand free in an expression.
  private final Map<Expr, Set<Node.Runs>> free = new HashMap<>();

  private final List<Expr> slots = new ArrayList<>();
  private final List<Step> steps;
  private final List<Integer> roots;

  /// `exact`: squares of irrational values are evaluated as the rational expressions they are.
  Schedule(List<Expr> roots, boolean exact) {
    this.exact = exact;
    List<Visit> all = walk(roots, this::operands, _ -> true);
    if (all.stream().anyMatch(v -> v.expr.node() instanceof Node.Binder)) {
      all.forEach(v -> free.put(v.expr, free(v)));
    }
    Map<Expr, Integer> places = new HashMap<>();
    this.steps = compile(roots, places, _ -> true);
    this.roots = places(roots, places);
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
    return Collections.unmodifiableList(slots);
  }

  private List<Step> compile(List<Expr> from, Map<Expr, Integer> places, Predicate<Expr> inside) {
    List<Visit> order = walk(from, this::inputs, inside);
    for (Visit v : order) {
      places.put(v.expr, slots.size());
      slots.add(v.expr);
    }
    int slot = slots.size() - order.size();
    var compiled = new ArrayList<Step>(order.size());
    for (Visit v : order) {
      List<Integer> operands = places(v.inputs, places);
      List<Step> loop = List.of();
      if (v.expr.node() instanceof Node.Binder b) {
        // A copy: the index may be the one of an enclosing sum, whose nodes keep their places.
        Map<Expr, Integer> within = new HashMap<>(places);
        loop = compile(List.of(b.body()), within, n -> dependsOn(n, b.runs()));
        operands = places(operands(v.expr), within);
      }
      compiled.add(new Step(v.expr, slot++, operands, loop, kinks(v.expr)));
    }
    return List.copyOf(compiled);
  }

  private static List<Integer> places(List<Expr> nodes, Map<Expr, Integer> places) {
    return nodes.stream().map(e -> requireNonNull(places.get(e))).toList();
  }

  /// {@return what must be evaluated before this node: for a sum, what its loop takes from outside}
  private List<Expr> inputs(Expr e) {
    if (!(e.node() instanceof Node.Binder b)) {
      return operands(e);
    }
    var outside = new ArrayList<Expr>(operands(e));
    outside.remove(b.body());
    Predicate<Expr> inside =
        n -> {
          boolean loop = dependsOn(n, b.runs());
          if (!loop) {
            outside.add(n);
          }
          return loop;
        };
    walk(List.of(b.body()), this::inputs, inside);
    return outside;
  }

  private boolean dependsOn(Expr e, Node.Runs index) {
    return free.getOrDefault(e, Set.of()).contains(index);
  }

  private Set<Node.Runs> free(Visit v) {
    var indices = new HashSet<Node.Runs>();
    for (Expr o : v.inputs) {
      Set<Node.Runs> within = new HashSet<>(free.getOrDefault(o, Set.of()));
      if (v.expr.node() instanceof Node.Binder b && o == b.body()) {
        within.remove(b.runs());
      }
      indices.addAll(within);
    }
    if (v.expr.node() instanceof Node.Bound b) {
      indices.add(b);
    }
    if (v.expr.node() instanceof Node.Slice s) {
      for (Pick pick : List.of(s.rows(), s.cols())) {
        if (pick instanceof Pick.At(Node.Index index)) {
          indices.add(index);
        }
      }
    }
    return indices.isEmpty() ? Set.of() : indices;
  }

  private List<Expr> operands(Expr e) {
    if (exact && e.node() instanceof Node.Pow p) {
      return List.of(Rationality.square(p).orElse(p.base()));
    }
    return Traversal.children(e.node());
  }

  private static List<Function.Condition> kinks(Expr e) {
    return e.node() instanceof Node.Apply a
        ? ((Function) a.operator()).conditions().stream().filter(c -> c.need().isSided()).toList()
        : List.of();
  }

  /// {@return the nodes reached from the roots, operands first; never beyond one that is not
  /// inside}
  private static List<Visit> walk(List<Expr> roots, Inputs inputs, Predicate<Expr> inside) {
    var order = new ArrayList<Visit>();
    Set<Expr> seen = new HashSet<>();
    var stack = new ArrayDeque<Visit>();
    for (Expr root : roots) {
      if (seen.add(root) && inside.test(root)) {
        stack.push(new Visit(root, inputs.of(root)));
      }
      while (!stack.isEmpty()) {
        Visit top = stack.element();
        if (top.next == top.inputs.size()) {
          order.add(stack.pop());
          continue;
        }
        Expr input = top.inputs.get(top.next++);
        if (seen.add(input) && inside.test(input)) {
          stack.push(new Visit(input, inputs.of(input)));
        }
      }
    }
    return order;
  }
}
