package org.frechet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.explain.Line;
import org.frechet.explain.Manner;
import org.frechet.explain.Meaning;
import org.frechet.explain.Method;
import org.frechet.explain.Proof;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Functions;
import org.frechet.syntax.Syntax;

/// Names for long parts that many lines of a derivation repeat, as a lecturer would give them: `r =
/// W2 tanh(W1 x) − y`. Only pages have them; the lines themselves stay in the language.
final class Abbreviations {
  private static final List<String> MATRICES = List.of("M", "N", "P", "Q", "S", "T");
  private static final List<String> VECTORS = List.of("r", "s", "u", "v", "z", "p");
  private static final List<String> SCALARS = List.of("c", "a", "b", "q", "t");

  /// Shorter parts are as quickly read as a name is looked up.
  private static final long SHORTEST = 5;

  /// The symbols that a name must save in all lines together.
  private static final long WORTH = 45;

  private static final int MOST_NAMES = 3;
  private static final long VERY_LONG = 1 << 20;

  private Abbreviations() {}

  /// {@return names for parts of a proof by differentials, none of them part of another}
  static Map<Expr, String> of(Proof proof, Manner manner, Set<String> taken) {
    Map<Expr, String> names = new LinkedHashMap<>();
    if (proof.method() != Method.DIFFERENTIAL) {
      return names; // the other methods have names of their own
    }
    Map<Expr, Integer> uses = uses(proof.lines());
    List<Expr> parts = new ArrayList<>(uses.keySet());
    parts.removeIf(e ->
        saved(e, uses) < WORTH || !Algebra.coefficient(e).isOne() || manner.writesOtherwise(e));
    parts.sort(Comparator.comparingLong((Expr e) -> saved(e, uses)).reversed());
    for (Expr part : parts) {
      boolean apart =
          names.keySet().stream()
              .noneMatch(e -> Traversal.contains(e, part) || Traversal.contains(part, e));
      if (apart && names.size() < MOST_NAMES) {
        names.put(part, fresh(part, taken, names));
        if (!isWritten(names, part, proof, manner)) {
          names.remove(part);
        }
      }
    }
    return names;
  }

  /// What the canonical form holds together may be written apart: then a name for it helps nobody.
  private static boolean isWritten(Map<Expr, String> names, Expr part, Proof proof, Manner manner) {
    Manner naming = manner.naming(names);
    String name = names.getOrDefault(part, "");
    return proof.lines().stream().filter(l -> mentions(l.right().syntax(naming), name)).count() > 2;
  }

  private static boolean mentions(Syntax tree, String name) {
    return tree instanceof Syntax.Name(String text, _) && text.equals(name)
        || tree.children().stream().anyMatch(t -> mentions(t, name));
  }

  private static long saved(Expr e, Map<Expr, Integer> uses) {
    long weight = Math.min(e.weight(), VERY_LONG);
    int n = uses.getOrDefault(e, 0);
    return weight < SHORTEST || n < 4 ? 0 : n * (weight - 1) - weight - 2;
  }

  /// {@return how often each part without increments and indices stands in the lines}
  private static Map<Expr, Integer> uses(List<Line> lines) {
    Map<Expr, Integer> uses = new HashMap<>();
    for (Line line : lines) {
      if (line.meaning() instanceof Meaning.Equal(Expr _, Expr right)) {
        List<Expr> order = Traversal.topological(right);
        Map<Expr, Set<Node.Runs>> free = Traversal.free(List.of(right));
        Set<Expr> moving =
            Traversal.dependents(
                right, order.stream().filter(e -> e.node() instanceof Node.Increment).toList());
        for (Expr e : order) {
          for (Expr part : Traversal.children(e.node())) {
            if (!moving.contains(part) && free.getOrDefault(part, Set.of()).isEmpty()) {
              uses.merge(part, 1, Integer::sum);
            }
          }
        }
      }
    }
    return uses;
  }

  private static String fresh(Expr e, Set<String> taken, Map<Expr, String> names) {
    List<String> pool = e.isScalar() ? SCALARS : e.shape().isMatrix() ? MATRICES : VECTORS;
    return pool.stream()
        .filter(n -> !taken.contains(n) && !names.containsValue(n))
        .filter(n -> Functions.byName(n).isEmpty())
        .findFirst()
        .orElse(pool.getFirst() + (names.size() + 1));
  }
}
