package org.frechet.print;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.frechet.syntax.Syntax;

/// Names for long parts that occur more than once: `where r = X*w - y`.
public final class Naming {
  private static final List<String> MATRICES = List.of("R", "S", "T", "U", "V", "M", "N", "P", "Q");
  private static final List<String> VECTORS = List.of("r", "s", "u", "v", "t", "q", "p", "z");
  private static final List<String> SCALARS = List.of("c", "d", "a", "b", "f", "g");

  /// Parts of the tree form that would be written at most once are never named.
  private static final long SHORTEST = 6;

  private static final long VERY_LONG = 1 << 30;

  private Naming() {}

  /// {@return names for repeated parts of the roots, inner parts first, where at least `worth`
  /// symbols are saved by naming a part}
  public static Map<Expr, String> of(List<Expr> roots, long worth) {
    List<Expr> order = Traversal.topological(roots);
    Map<Expr, Integer> uses = new IdentityHashMap<>();
    roots.forEach(r -> uses.merge(r, 1, Integer::sum));
    for (Expr e : order) {
      Traversal.children(e.node()).forEach(child -> uses.merge(child, 1, Integer::sum));
    }
    // X and X' are one part: the one with fewer transposes
    Map<Expr, Integer> occurrences = new IdentityHashMap<>();
    for (Expr e : order) {
      Expr part = representative(e, uses);
      if (part == e || !(e.node() instanceof Node.Transpose)) {
        occurrences.merge(part, uses.get(e), Integer::sum);
      }
    }
    var taken = new HashSet<>(Functions.names());
    for (Expr e : order) {
      taken.addAll(written(e));
    }
    Set<Expr> bound = bound(order);
    Map<Expr, String> names = new LinkedHashMap<>();
    for (Expr e : order) {
      int n = occurrences.getOrDefault(e, 0);
      long saved = (n - 1) * (Math.min(e.weight(), VERY_LONG) - 1) - 3; // weights grow like 2^depth
      if (n > 1
          && e.weight() >= SHORTEST
          && saved >= worth
          && !roots.contains(e)
          && !bound.contains(e)) {
        names.put(e, fresh(e, taken));
      }
    }
    return names;
  }

  private static Expr representative(Expr e, Map<Expr, Integer> uses) {
    Expr t = e.transpose();
    if (t == e || !uses.containsKey(t)) {
      return e;
    }
    return Comparator.<Expr>comparingLong(Expr::weight).compare(t, e) < 0
        ? t
        : e.weight() == t.weight() && e.shape().isRow() ? t : e;
  }

  /// {@return the parts that mention what a sum or an integral around them binds}
  private static Set<Expr> bound(List<Expr> order) {
    Set<Expr> bound = Collections.newSetFromMap(new IdentityHashMap<>());
    Traversal.free(order)
        .forEach((e, runs) -> {
          if (!runs.isEmpty()) {
            bound.add(e);
          }
        });
    return bound;
  }

  private static List<String> written(Expr e) {
    return switch (e.node()) {
      case Node.Var v -> {
        var all = new ArrayList<>(v.shape().rows().names());
        all.addAll(v.shape().cols().names());
        all.add(v.name());
        yield all;
      }
      case Node.Increment i -> List.of(i.name());
      case Node.Fill f -> {
        var all = new ArrayList<>(f.rows().names());
        all.addAll(f.cols().names());
        yield all;
      }
      case Node.Size s -> s.dim().names();
      case Node.IndexSum s -> List.of(s.index().name());
      case Node.Bound b -> List.of(b.name());
      case Node.Integral i -> List.of(((Node.Bound) i.variable().node()).name());
      case Node.Constant c -> List.of(c.name());
      case Node.Apply a ->
          ((Function) a.operator())
              .symbol()
              .map(s -> List.of(s.of().name(), s.name()))
              .orElse(List.of());
      case Node.Num _, Node.Add _, Node.Prod _, Node.Hadamard _, Node.Pow _ -> List.of();
      case Node.Transpose _, Node.Slice _, Node.Block _, Node.Stop _ -> List.of();
    };
  }

  private static String fresh(Expr e, Set<String> taken) {
    List<String> pool = e.isScalar() ? SCALARS : e.shape().isMatrix() ? MATRICES : VECTORS;
    for (String name : pool) {
      if (taken.add(name)) {
        return name;
      }
    }
    for (int i = 1; ; i++) {
      String name = pool.getFirst() + "_" + i;
      if (taken.add(name)) {
        return name;
      }
    }
  }

  /// {@return the tree of `e` with its repeated parts bound by `let`, one line of the language}
  public static Syntax withLets(Expr e, long worth, Set<Expr> written) {
    return withLets(e, worth, written, Presentation.Style.TEXT);
  }

  /// {@return the tree of `e` with its repeated parts bound by `let`, for a target of this style}
  public static Syntax withLets(Expr e, long worth, Set<Expr> written, Presentation.Style style) {
    Map<Expr, String> names = of(List.of(e), worth);
    Syntax tree = Presentation.of(e, style, names, written);
    var parts = new ArrayList<>(names.keySet());
    for (Expr part : parts.reversed()) {
      // A name stands for its transpose too, but not before it is defined.
      String name = Objects.requireNonNull(names.remove(part));
      Syntax value = Presentation.of(part, style, names, written);
      tree = new Syntax.Let(name, value, tree, Syntax.Span.NONE);
    }
    return tree;
  }
}
