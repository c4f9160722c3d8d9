package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.frechet.expr.Expr;

/// Names for intermediate variables: `z1`, `h1`, `z2`, …, upper case for matrices.
final class StageNames {
  private static final List<String> OTHERS = List.of("v", "w", "u", "t", "s", "q", "p", "y", "c");

  private StageNames() {}

  private record Kind(Stage.Role role, boolean matrix) {}

  /// {@return a name for each value} None means anything else, nor does its cotangent.
  static Map<Expr, String> of(Map<Expr, Stage.Role> values, Task task) {
    Set<String> taken = new HashSet<>(task.taken());
    taken.add(task.functionName());
    Map<Kind, Integer> counts = new java.util.LinkedHashMap<>();
    values.forEach((e, role) -> counts.merge(kind(e, role), 1, Integer::sum));
    Map<Kind, String> letters = new java.util.HashMap<>();
    counts.forEach((kind, n) -> {
      String letter = letter(kind, n, taken);
      letters.put(kind, letter);
      taken.add(letter);
    });
    Map<Expr, String> names = new IdentityHashMap<>();
    Map<Kind, Integer> given = new java.util.HashMap<>();
    values.forEach((e, role) -> {
      Kind kind = kind(e, role);
      String letter = java.util.Objects.requireNonNull(letters.get(kind));
      int i = given.merge(kind, 1, Integer::sum);
      names.put(e, counts.getOrDefault(kind, 0) == 1 ? letter : letter + i);
    });
    return names;
  }

  private static Kind kind(Expr e, Stage.Role role) {
    return new Kind(role, e.shape().isMatrix());
  }

  private static String letter(Kind kind, int n, Set<String> taken) {
    var letters = new ArrayList<>(kind.role().letters);
    letters.addAll(OTHERS);
    for (String l : letters) {
      String letter = kind.matrix() ? l.toUpperCase(Locale.ROOT) : l;
      if (isFree(letter, n, taken)) {
        return letter;
      }
    }
    String longer = letters.getFirst();
    while (!isFree(longer, n, taken)) {
      longer += letters.getFirst();
    }
    return longer;
  }

  private static boolean isFree(String letter, int n, Set<String> taken) {
    for (int i = n == 1 ? 0 : 1; i <= (n == 1 ? 0 : n); i++) {
      String name = i == 0 ? letter : letter + i;
      if (taken.contains(name) || taken.contains(InNames.Bar.confused(name))) {
        return false;
      }
    }
    return !taken.contains(letter);
  }
}
