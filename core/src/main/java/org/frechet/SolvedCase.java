package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.syntax.Declaration;

/// Claims of what solves an equation: `solve(L == R, V)`, `argmin(F, V)`.
final class SolvedCase {
  private SolvedCase() {}

  static Judgment judged(Assertion.Solved claim, Map<String, Declaration> declared, Rates rates) {
    String text = TextPrinter.print(claim.problem());
    Solution solution = Solver.solve(text, declared, "");
    Optional<Expr> value = solution.value();
    if (value.isEmpty()) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED, "no one value of %s solves this".formatted(solution.name()))
          .hint("claims are checked of equations with one solution")
          .refusal();
    }
    Scene scene = Scene.of(solution.model(), declared, solution.assumptions(), rates);
    var truths = new ArrayList<>(List.of(Truth.plain(value.get())));
    solution
        .leastNormValue()
        .ifPresent(v -> truths.add(new Truth(v, "", "of the solutions the one of least norm")));
    return Claimant.of(scene, claim.claimed(), claim.span())
        .of("solution", text, truths, List::of, List.of(claim.problem()), solution.conditions())
        .judged();
  }
}
