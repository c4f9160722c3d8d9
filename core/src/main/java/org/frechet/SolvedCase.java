package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.frechet.expr.Expr;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Syntax;

/// Claims of what solves an equation: `solve(L == R, V)`, `argmin(F, V)`.
final class SolvedCase {
  private SolvedCase() {}

  /// {@return the sides of the equation, or the function}
  static List<Syntax> subjects(Syntax.Call problem) {
    Syntax first = problem.arguments().getFirst();
    return first instanceof Syntax.Equation e ? List.of(e.left(), e.right()) : List.of(first);
  }

  /// {@return the names as the solver understands them}
  static Scene scene(Assertion.Solved claim, Map<String, Declaration> declared, Rates rates) {
    Solution s = solution(claim, declared);
    return Scene.of(s.model(), declared, s.assumptions(), rates);
  }

  private static Solution solution(Assertion.Solved claim, Map<String, Declaration> declared) {
    return Solver.solve(TextPrinter.print(claim.problem()), declared, "");
  }

  static Judgment judged(Assertion.Solved claim, Scene scene) {
    Solution solution = solution(claim, scene.declared());
    Expr value =
        solution
            .value()
            .orElseThrow(() ->
                Problem.of(
                        Problem.Code.UNSUPPORTED,
                        "no one value of %s solves this".formatted(solution.name()))
                    .hint("claims are checked of equations with one solution")
                    .refusal());
    var truths = new ArrayList<>(List.of(Truth.plain(value)));
    solution
        .leastNormValue()
        .ifPresent(v -> truths.add(new Truth(v, "", "of the solutions the one of least norm")));
    Judgment judgment = compared(claim, scene, solution, truths);
    boolean open = solution.extremum().filter("undetermined"::equals).isPresent();
    return open && judgment.verdict() == Verdict.RIGHT && !claim.problem().name().equals("solve")
        ? solution.conditions().stream()
            .filter(c -> c.endsWith("semidefinite"))
            .findFirst()
            .map(c ->
                Squares.under(judgment, c, "it is a stationary point, but " + c + " is not said"))
            .orElse(judgment)
        : judgment;
  }

  private static Judgment compared(
      Assertion.Solved claim, Scene scene, Solution solution, List<Truth> truths) {
    return Claimant.of(scene, claim.claimed(), claim.span())
        .of(
            "solution",
            TextPrinter.print(claim.problem()),
            truths,
            List::of,
            List.of(claim.problem()),
            solution.conditions())
        .judged();
  }
}
