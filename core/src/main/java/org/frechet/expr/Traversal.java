package org.frechet.expr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Walks over the shared graph: each node once, children first, without recursion.
public final class Traversal {
  private Traversal() {}

  public static List<Expr> children(Node node) {
    return switch (node) {
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _ -> List.of();
      case Node.Increment _, Node.Fill _, Node.Bound _ -> List.of();
      case Node.Add a -> a.terms();
      case Node.Prod p -> {
        if (p.scalars().isEmpty()) {
          yield p.chain();
        }
        var all = new ArrayList<Expr>(p.scalars().size() + p.chain().size());
        all.addAll(p.scalars());
        all.addAll(p.chain());
        yield all;
      }
      case Node.Hadamard h -> h.factors();
      case Node.Pow p -> List.of(p.base(), p.exponent());
      case Node.Transpose t -> List.of(t.of());
      case Node.Apply a -> a.arguments();
      case Node.Slice s -> List.of(s.of());
      case Node.Block b -> b.rows().stream().flatMap(List::stream).toList();
      case Node.IndexSum s -> List.of(s.body());
      case Node.Integral i -> List.of(i.body(), i.from(), i.to());
      case Node.Stop s -> List.of(s.of());
    };
  }

  /// {@return the canonical expression with this node's kind and other children}
  public static Expr rebuild(Node node, List<Expr> children) {
    return switch (node) {
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _ -> Expr.of(node);
      case Node.Increment _, Node.Fill _, Node.Bound _ -> Expr.of(node);
      case Node.Add _ -> Algebra.add(children);
      case Node.Prod p -> Products.of(p.coefficient(), children);
      case Node.Hadamard _ -> Algebra.hadamard(children);
      case Node.Pow _ -> Algebra.pow(children.get(0), children.get(1));
      case Node.Transpose _ -> children.getFirst().transpose();
      case Node.Apply a -> a.operator().canonical(children);
      case Node.Slice s -> Selection.slice(children.getFirst(), s.rows(), s.cols());
      case Node.Block b -> {
        var rows = new ArrayList<List<Expr>>();
        int next = 0;
        for (List<Expr> row : b.rows()) {
          rows.add(List.copyOf(children.subList(next, next + row.size())));
          next += row.size();
        }
        yield Algebra.block(rows);
      }
      case Node.IndexSum s -> Selection.sum(s.index(), children.getFirst());
      case Node.Integral i ->
          Integrals.of(i.variable(), children.get(0), children.get(1), children.get(2));
      case Node.Stop _ -> Algebra.stop(children.getFirst());
    };
  }

  /// {@return every expression that the roots are made of, children before parents}
  public static List<Expr> topological(Collection<Expr> roots) {
    return topological(roots, _ -> false);
  }

  /// {@return what `root` is made of, children first, without what lies under `known` parts}
  public static List<Expr> topological(Expr root, Predicate<Expr> known) {
    return topological(List.of(root), known);
  }

  private static List<Expr> topological(Collection<Expr> roots, Predicate<Expr> known) {
    Set<Expr> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    var order = new ArrayList<Expr>();
    record Frame(Expr expr, List<Expr> children, int[] next) {}
    var stack = new ArrayDeque<Frame>();
    for (Expr root : roots) {
      if (!known.test(root) && seen.add(root)) {
        stack.push(new Frame(root, children(root.node()), new int[1]));
      }
      while (!stack.isEmpty()) {
        Frame top = stack.peek();
        if (top.next[0] == top.children.size()) {
          order.add(stack.pop().expr);
        } else {
          Expr child = top.children.get(top.next[0]++);
          if (!known.test(child) && seen.add(child)) {
            stack.push(new Frame(child, children(child.node()), new int[1]));
          }
        }
      }
    }
    return order;
  }

  public static List<Expr> topological(Expr root) {
    return topological(List.of(root));
  }

  /// {@return the number of distinct nodes}
  public static int count(Expr root) {
    return topological(root).size();
  }

  /// Rebuilds bottom-up, applying `change` to each rebuilt node.
  public static Expr map(Expr root, UnaryOperator<Expr> change) {
    Map<Expr, Expr> done = new IdentityHashMap<>();
    for (Expr e : topological(root)) {
      done.put(e, change.apply(rebuildWith(e, done)));
    }
    return imageOf(root, done);
  }

  /// {@return the image of a node that was visited}
  public static Expr imageOf(Expr e, Map<Expr, Expr> images) {
    return Objects.requireNonNull(images.get(e));
  }

  /// Replaces whole subexpressions.
  public static Expr substitute(Expr root, Map<Expr, Expr> replacement) {
    Map<Expr, Expr> done = new IdentityHashMap<>();
    for (Expr e : topological(root)) {
      Expr replaced = replacement.get(e);
      done.put(e, replaced != null ? replaced : rebuildWith(e, done));
    }
    return imageOf(root, done);
  }

  /// {@return `e` with each child replaced by its image}
  public static Expr rebuildWith(Expr e, Map<Expr, Expr> image) {
    List<Expr> children = children(e.node());
    boolean same = true;
    var images = new ArrayList<Expr>(children.size());
    for (Expr child : children) {
      Expr i = imageOf(child, image);
      images.add(i);
      same &= i == child;
    }
    return same ? e : rebuild(e.node(), images);
  }

  /// {@return all expressions in `root` that contain one of `leaves`, the leaves included}
  public static Set<Expr> dependents(Expr root, Collection<Expr> leaves) {
    Set<Expr> dependent = Collections.newSetFromMap(new IdentityHashMap<>());
    dependent.addAll(leaves);
    for (Expr e : topological(root)) {
      for (Expr child : children(e.node())) {
        if (dependent.contains(child)) {
          dependent.add(e);
          break;
        }
      }
    }
    return dependent;
  }

  /// {@return for every part the indices and bound variables that no sum or integral in it binds}
  public static Map<Expr, Set<Node.Runs>> free(Collection<Expr> roots) {
    Map<Expr, Set<Node.Runs>> free = new IdentityHashMap<>();
    for (Expr e : topological(roots)) {
      var here = new HashSet<Node.Runs>();
      for (Expr child : children(e.node())) {
        var below = new HashSet<>(free.getOrDefault(child, Set.of()));
        if (e.node() instanceof Node.Binder b && b.body() == child) {
          below.remove(b.runs());
        }
        here.addAll(below);
      }
      if (e.node() instanceof Node.Bound b) {
        here.add(b);
      } else if (e.node() instanceof Node.Slice s) {
        for (Node.Pick pick : List.of(s.rows(), s.cols())) {
          if (pick instanceof Node.Pick.At(Node.Index index)) {
            here.add(index);
          }
        }
      }
      free.put(e, here.isEmpty() ? Set.of() : here);
    }
    return free;
  }

  public static boolean contains(Expr root, Expr part) {
    return topological(root).contains(part);
  }

  /// {@return the variables by name, in alphabetical order}
  public static Map<String, Expr> variables(Expr root) {
    var found = new HashMap<String, Expr>();
    for (Expr e : topological(root)) {
      if (e.node() instanceof Node.Var v) {
        found.put(v.name(), e);
      }
    }
    return new java.util.TreeMap<>(found);
  }
}
