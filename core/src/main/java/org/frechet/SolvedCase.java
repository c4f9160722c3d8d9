package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.syntax.Syntax;

/// Claims of what solves an equation: `solve(L == R, V)`, `argmin(F, V)`.
final class SolvedCase {
  private SolvedCase() {}

  /// {@return the sides of the equation, or the function}
  static List<Syntax> subjects(Syntax.Call problem) {
    Syntax first = problem.arguments().getFirst();
    return first instanceof Syntax.Equation e ? List.of(e.left(), e.right()) : List.of(first);
  }

  static Judgment judged(Assertion.Solved claim, Claimant claimant) {
    String text = TextPrinter.print(claim.problem());
    Solution solution = Solver.solve(text, claimant.scene().declared(), "");
    Optional<Expr> value = solution.value();
    if (value.isEmpty()) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED, "no one value of %s solves this".formatted(solution.name()))
          .hint("claims are checked of equations with one solution")
          .refusal();
    }
    var truths = new ArrayList<>(List.of(Truth.plain(value.get())));
    solution
        .leastNormValue()
        .ifPresent(v -> truths.add(new Truth(v, "", "of the solutions the one of least norm")));
    return claimant.of("solution", text, truths, List::of, solution.conditions()).judged();
  }
}
