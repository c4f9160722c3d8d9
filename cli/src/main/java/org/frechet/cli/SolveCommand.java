package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.frechet.Frechet;
import org.frechet.Operands;
import org.frechet.Outcome;
import org.frechet.Solution;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "solve",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "frechet solve EQUATION --for X [OPTIONS]",
    description = {
      "Solves an equation that is linear in its unknown, verified by substitution at random points. Says"
          + " what makes the solution the only one, and what a stationary point is.",
    },
    footer = {
      "",
      "EQUATION is LEFT = RIGHT, or F for F = 0, or solve(LEFT == RIGHT, X), argmin(F, X), argmax(F, X).",
      "Examples:",
      "  frechet solve \"diff(norm2(Y - X*B)^2, B) = 0\" --for B",
      "  frechet solve \"A*X + X*A' = Q\" --for X",
      "  frechet solve \"argmin(norm2(A*x - b)^2 + c*norm2(x)^2, x)\"",
    })
final class SolveCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  private final Stdio io;

  SolveCommand(Stdio io) {
    this.io = io;
  }

  @Mixin private ExpressionInput input = new ExpressionInput();

  @Option(names = "--for", paramLabel = "X", description = "The variable to solve for.")
  private String unknown = "";

  @Mixin private NotationChoice notation = new NotationChoice();

  @Mixin private Question question = new Question();

  @Override
  public Integer call() {
    List<String> outputs = notation.outputs(question.isJson());
    String equation = input.read(io, question.declarations());
    return question.ask(
        io, "solve", equation, Operands.unknown(unknown), outputs, this::say, REFUSED);
  }

  private Question.Said say(Outcome outcome) {
    var s = (Solution) outcome;
    boolean valued = s.count() == Solution.Count.ONE || s.count() == Solution.Count.MANY;
    return new Question.Said(
        valued ? notation.write(s::text, s::unicode, s::latex, () -> report(s)) : report(s), 0);
  }

  private static String given(Solution s) {
    List<String> conditions = s.extremumConditions();
    return conditions.isEmpty() ? "" : " for " + String.join(", ", conditions);
  }

  private String report(Solution s) {
    String name = Heading.name(s.name());
    var lines = new ArrayList<String>();
    String shapes = new Heading("", s.model()).shapes();
    switch (s.count()) {
      case ONE, MANY ->
          lines.addAll(
              new Columns()
                  .add(
                      name + " = " + s.unicode(),
                      (Heading.shape(s.unknown().shape()) + "   " + shapes).strip())
                  .lines(io.ink()));
      case ALL -> lines.add("every " + name + " is a solution: the equation always holds");
      case NONE -> lines.add("there is no solution: the equation never holds");
      case ALL_OR_NONE ->
          lines.add(
              "the equation does not depend on %s: every %s is a solution where %s = 0, else none is"
                  .formatted(name, name, s.residual()));
    }
    if (s.count() == Solution.Count.MANY) {
      lines.add("there are many solutions: this is the one of least norm");
    }
    s.extremum()
        .filter(_ -> s.count() == Solution.Count.ONE)
        .ifPresent(e -> lines.add(e + given(s) + ": " + s.reason()));
    lines.addAll(
        Surroundings.lines(
            s.assumptions(), s.count() == Solution.Count.ONE ? s.conditions() : List.of()));
    s.leastNormValue()
        .ifPresent(v ->
            lines.add(
                (s.consistent()
                        ? "otherwise there are many solutions, of least norm: "
                        : "otherwise, if there are solutions, of least norm: ")
                    + name
                    + " = "
                    + s.unicode(v)));
    if (s.points() > 0) {
      String exact = s.certainty().equals("exact") ? ", exactly modulo 2^61−1 too" : "";
      lines.add(
          io.ink().green("checked:")
              + " it solves the equation at %d random points%s".formatted(s.points(), exact));
    }
    return String.join("\n", lines);
  }
}
