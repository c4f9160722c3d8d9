package org.frechet.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.frechet.shape.Dim;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;

/// Size variables and the equations between sizes.
///
/// An equation is solved where a variable stands in it alone and once, `v = expression`; any other
/// is put off until more is known. A size variable is never one: whether a name is a scalar, a
/// vector or a matrix is decided before sizes are.
final class Unifier {
  /// Begins the name of every size variable; no name of the language does.
  private static final String MARK = "?";

  private enum Outcome {
    SOLVED,
    OPEN,
    IMPOSSIBLE
  }

  private record Equation(Dim left, Dim right, Supplier<Refusal> complaint) {}

  /// What was known at some point.
  record State(Map<String, Dim> bound, List<Equation> open) {}

  private final Map<String, Dim> bound = new HashMap<>();
  private final List<Equation> open = new ArrayList<>();
  private int variables;

  Dim fresh() {
    return Dim.of(MARK + ++variables);
  }

  static boolean isVariable(String name) {
    return name.startsWith(MARK);
  }

  State save() {
    return new State(Map.copyOf(bound), List.copyOf(open));
  }

  void restore(State state) {
    bound.clear();
    bound.putAll(state.bound);
    open.clear();
    open.addAll(state.open);
  }

  /// {@return the size with everything put in that is known of its variables}
  Dim resolve(Dim size) {
    if (bound.isEmpty() || size.isConstant()) {
      return size;
    }
    return size.substitute(name -> {
      Dim value = bound.get(name);
      return value == null ? Dim.of(name) : resolve(value);
    });
  }

  Shape resolve(Shape shape) {
    return new Shape(resolve(shape.rows()), resolve(shape.cols()));
  }

  /// Makes two sizes equal, @throws Refusal the complaint, at once or from [#settle], if they
  /// cannot be
  void equate(Dim a, Dim b, Supplier<Refusal> complaint) {
    if (!equates(a, b, complaint)) {
      throw complaint.get();
    }
  }

  /// {@return whether the sizes are equal, can be made so, or may yet turn out to be}
  boolean equates(Dim a, Dim b, Supplier<Refusal> complaint) {
    Outcome outcome = solve(a, b);
    if (outcome == Outcome.OPEN) {
      open.add(new Equation(a, b, complaint));
    }
    return outcome != Outcome.IMPOSSIBLE;
  }

  private Outcome solve(Dim a, Dim b) {
    if (a.equals(b)) {
      return Outcome.SOLVED;
    }
    Dim left = resolve(a);
    Dim right = resolve(b);
    Dim difference = left.minus(right);
    if (difference.equals(Dim.of(0))) {
      return Outcome.SOLVED;
    }
    List<String> unknown = difference.names().stream().filter(Unifier::isVariable).toList();
    if (unknown.isEmpty() || left.isOne() || right.isOne()) {
      return Outcome.IMPOSSIBLE;
    }
    String chosen = "";
    Dim value = Dim.ONE;
    boolean impossible = false;
    for (String v : unknown) {
      Optional<Dim> isolated = isolated(v, difference).filter(Unifier::isPossible);
      impossible |= isolated(v, difference).filter(size -> !isPossible(size)).isPresent();
      if (isolated.isPresent() && (chosen.isEmpty() || !hasMinus(isolated.get()))) {
        chosen = v;
        value = isolated.get();
        if (!hasMinus(value)) {
          break;
        }
      }
    }
    if (chosen.isEmpty()) {
      return impossible ? Outcome.IMPOSSIBLE : Outcome.OPEN;
    }
    bound.put(chosen, value);
    return Outcome.SOLVED;
  }

  /// Whether a size is more than one where all sizes are large and none is known to be larger.
  private static boolean isPossible(Dim size) {
    try {
      return size.substitute(_ -> Dim.of(1_000)).constant() > 1;
    } catch (ArithmeticException overflow) {
      return true; // a product of many sizes
    }
  }

  private static boolean hasMinus(Dim size) {
    return size.toString().contains("-"); // n - 1 is a worse answer than m + 1
  }

  /// {@return the value of v from `difference = 0`, where v stands in it alone and once}
  private static Optional<Dim> isolated(String v, Dim difference) {
    Dim rest = difference.substitute(n -> n.equals(v) ? Dim.of(0) : Dim.of(n));
    Dim part = difference.minus(rest);
    if (part.equals(Dim.of(v))) {
      return Optional.of(Dim.of(0).minus(rest));
    }
    return part.equals(Dim.of(0).minus(Dim.of(v))) ? Optional.of(rest) : Optional.empty();
  }

  /// Solves what was put off. Where `m*n = p*q` remains, sizes are matched one by one.
  ///
  /// @throws Refusal the complaint of an equation that does not hold
  void settle() {
    while (retry()) {
      // each round settles one equation at least
    }
    for (Equation e : List.copyOf(open)) {
      if (!matches(e, 3)) {
        throw e.complaint.get();
      }
    }
    open.clear();
  }

  private boolean retry() {
    for (Equation e : List.copyOf(open)) {
      switch (solve(e.left, e.right)) {
        case SOLVED -> {
          open.remove(e);
          return true;
        }
        case IMPOSSIBLE -> throw e.complaint.get();
        case OPEN -> {}
      }
    }
    return false;
  }

  private boolean matches(Equation e, int depth) {
    Outcome outcome = solve(e.left, e.right);
    if (outcome != Outcome.OPEN || depth == 0) {
      return outcome == Outcome.SOLVED;
    }
    List<String> left = resolve(e.left).names();
    List<String> right = resolve(e.right).names();
    for (String v : left) {
      for (String w : right) {
        boolean common = left.contains(w) || right.contains(v);
        if (!common && (isVariable(v) || isVariable(w))) {
          State before = save();
          bound.put(isVariable(v) ? v : w, Dim.of(isVariable(v) ? w : v));
          if (matches(e, depth - 1)) {
            return true;
          }
          restore(before);
        }
      }
    }
    return false;
  }
}
