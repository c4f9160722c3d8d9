package org.frechet.derive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;

/// How often the abstract functions of an answer must be differentiable.
public final class Smoothness {
  private Smoothness() {}

  /// {@return a sentence for each function of which the function or the answer contains a
  /// derivative}
  public static List<String> of(Derivation d, Optional<View> view) {
    Map<String, Integer> orders = new TreeMap<>();
    var roots = new ArrayList<>(List.of(d.source(), d.map()));
    d.value().ifPresent(roots::add);
    view.ifPresent(v -> roots.add(v.expr()));
    for (Expr e : Traversal.topological(roots)) {
      if (e.node() instanceof Node.Apply a) {
        ((Function) a.operator())
            .symbol()
            .filter(s -> s.order() > 0)
            .ifPresent(s -> orders.merge(s.of().name(), s.order(), Math::max));
      }
    }
    return orders.entrySet().stream().map(e -> sentence(e.getKey(), e.getValue())).toList();
  }

  private static String sentence(String function, int order) {
    String often =
        switch (order) {
          case 1 -> "";
          case 2 -> "twice ";
          case 3 -> "three times ";
          case 4 -> "four times ";
          default -> order + " times ";
        };
    return function + " is " + often + "differentiable";
  }
}
