package org.frechet.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.check.Agreement;
import org.frechet.check.Agreement.Certainty;
import org.frechet.check.Equality;
import org.frechet.check.Point;
import org.frechet.derive.Tidy;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;

/// How a claimed value compares with the true one, of the same shape, wherever both exist.
///
/// @param points how many random points were tried
/// @param counterexample a point at which they differ
public record Trial(
    Outcome outcome, Certainty certainty, int points, Optional<Point> counterexample) {
  /// What comes out.
  public enum Outcome {
    EQUAL,
    DIFFERENT,
    /// The true value exists at points at which the claimed one does not, and nowhere both.
    UNDEFINED,
    /// Too few points were found.
    UNKNOWN
  }

  /// {@return whether they are equal}
  public boolean equal() {
    return outcome == Outcome.EQUAL;
  }

  public static Trial of(Expr claimed, Expr truth) {
    Expr a = standing(claimed);
    Expr b = standing(truth);
    Equality found = Agreement.compareWidely(a, b);
    return switch (found.verdict()) {
      case DIFFERENT -> new Trial(Outcome.DIFFERENT, found, Certainty.NUMERIC);
      case EQUAL_EXACT ->
          new Trial(Outcome.EQUAL, found, isProven(a, b) ? Certainty.PROOF : Certainty.EXACT);
      case EQUAL_NUMERIC ->
          isProven(a, b)
              ? new Trial(Outcome.EQUAL, found, Certainty.PROOF)
              : Degenerate.inOtherSizes(a, b)
                  .orElseGet(() -> new Trial(Outcome.EQUAL, found, Certainty.NUMERIC));
      case UNKNOWN ->
          isProven(a, b)
              ? new Trial(Outcome.EQUAL, found, Certainty.PROOF)
              : new Trial(unknown(b), found, Certainty.NUMERIC);
    };
  }

  Trial(Outcome outcome, Equality found, Certainty certainty) {
    this(outcome, certainty, found.points(), found.counterexample());
  }

  private static boolean isProven(Expr a, Expr b) {
    return a == b || Tidy.of(a) == Tidy.of(b) || Tidy.of(Algebra.sub(a, b)).isZero();
  }

  private static Outcome unknown(Expr truth) {
    return Equality.exists(truth) ? Outcome.UNDEFINED : Outcome.UNKNOWN;
  }

  /// {@return the expression with variables in place of increments} Increments have no random
  /// values of their own.
  public static Expr standing(Expr e) {
    Map<Expr, Expr> variables = new HashMap<>();
    for (Expr part : Traversal.topological(List.of(e))) {
      if (part.node() instanceof Node.Increment i) {
        variables.put(part, Algebra.variable(i.name(), i.shape()));
      }
    }
    return variables.isEmpty() ? e : Traversal.substitute(e, variables);
  }
}
