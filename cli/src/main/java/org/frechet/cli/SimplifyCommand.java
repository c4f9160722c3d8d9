package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.frechet.Frechet;
import org.frechet.Operands;
import org.frechet.Outcome;
import org.frechet.Simplification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "simplify",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "frechet simplify EXPR [OPTIONS]",
    description =
        "Writes an expression in its shortest form, checked equal to it at random points.",
    footer = {
      "",
      "Example: frechet simplify \"tr(A*B) - tr(B*A) + log(exp(x))\"",
    })
final class SimplifyCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  private final Stdio io;

  SimplifyCommand(Stdio io) {
    this.io = io;
  }

  @Mixin private ExpressionInput input = new ExpressionInput();

  @Mixin private NotationChoice notation = new NotationChoice();

  @Mixin private Question question = new Question();

  @Override
  public Integer call() {
    List<String> outputs = notation.outputs(question.isJson());
    String expression = input.read(io, question.declarations());
    return question.ask(io, "simplify", expression, Operands.NONE, outputs, this::say, REFUSED);
  }

  private Question.Said say(Outcome outcome) {
    var s = (Simplification) outcome;
    return new Question.Said(notation.write(s::text, s::unicode, s::latex, () -> report(s)), 0);
  }

  private String report(Simplification s) {
    var heading = new Heading(s.source(), s.model());
    String shape = Heading.shape(s.value().shape());
    var lines =
        new ArrayList<>(
            new Columns()
                .add(s.unicode(), (shape + "   " + heading.shapes()).strip())
                .lines(io.ink()));
    lines.addAll(Surroundings.lines(s.assumptions(), s.conditions()));
    String how =
        switch (s.certainty()) {
          case "proof" -> "the same by its form";
          case "exact" ->
              "equal at %d random points, exactly modulo 2^61−1 too".formatted(s.points());
          default -> "equal at %d random points".formatted(s.points());
        };
    lines.add(io.ink().green("checked:") + " " + how);
    return String.join("\n", lines);
  }
}
