package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.frechet.check.RateCheck;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Attributes;
import org.frechet.function.Elementwise;
import org.frechet.function.Functions;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Trait;

/// Whether what solves an equation is a point of the function: the equation may hold, formally,
/// where nothing exists, as exp(x) = 0 at log(0), or at values that the variable may not have.
final class PointCheck {
  private static final long SEED = 1;

  private PointCheck() {}

  /// {@return why a point that solves the equation is none, if so}
  ///
  /// @param text the point in the input language
  /// @param parts the lines that lead to it and test it
  static Optional<String> objection(Task task, Expr point, String text, List<Part> parts) {
    return flaw(task, point, parts)
        .map(why ->
            "the equation was not solved: what solves it formally, %s, %s".formatted(text, why));
  }

  private static Optional<String> flaw(Task task, Expr point, List<Part> parts) {
    Expr x = task.variable();
    var check = new RateCheck(x, task.held().meanings(), SEED);
    if (!check.exists(Traversal.substitute(task.f(), java.util.Map.of(x, point)))) {
      return Optional.of("does not exist, or the function does not exist there");
    }
    if (!belongs(x, point, check)) {
      return Optional.of(
          "is not among the values that %s may have".formatted(((Node.Var) x.node()).name()));
    }
    var proof = new Proof(Method.DIFFERENTIAL, parts, task.held().meanings());
    Replay replay = Replay.of(proof, task);
    return replay.failures().isEmpty() && replay.unmeasured() == 0
        ? Optional.empty()
        : Optional.of("does so only for some values of the others");
  }

  /// As far as numbers tell.
  private static boolean belongs(Expr x, Expr point, RateCheck check) {
    Set<Trait> traits = ((Node.Var) x.node()).traits();
    try {
      if (traits.contains(Trait.SPD)) {
        Expr half = Algebra.mul(Algebra.HALF, Algebra.add(point, point.transpose()));
        return check.exists(Elementwise.log(Functions.byName("lmin").orElseThrow().of(half)));
      }
      return !traits.contains(Trait.POSITIVE) || check.exists(Elementwise.log(point));
    } catch (Refusal e) {
      if (e.problem().code() == Problem.Code.TIMEOUT) {
        throw e;
      }
      return true; // known by its form
    }
  }

  /// {@return what the declaration of the variable demands of the solution}
  static List<String> provisos(Expr x, Expr point, String name) {
    var open = new ArrayList<String>();
    for (Trait trait : ((Node.Var) x.node()).traits()) {
      boolean implied =
          trait == Trait.SQUARE
              || ((Node.Var) x.node())
                  .traits().stream()
                      .anyMatch(t -> t != trait && Trait.closure(List.of(t)).contains(trait));
      if (!implied && !Attributes.has(point, trait)) {
        open.add(
            "provided that the solution is %s, as %s is declared".formatted(trait.word(), name));
      }
    }
    return open;
  }
}
