package org.frechet.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.frechet.Frechet;
import org.frechet.Operands;
import org.frechet.Outcome;
import org.frechet.Simplification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "EXPR",
      description = "The expression; - or none: from standard input.")
  private Optional<String> argument = Optional.empty();

  @Option(names = "--text", description = "Print only the form, in the input language.")
  private boolean text;

  @Option(names = "--unicode", description = "Print only the form, in Unicode.")
  private boolean unicode;

  @Option(names = "--latex", description = "Print only the form, in LaTeX.")
  private boolean latex;

  @Option(names = "--file", paramLabel = "FILE", description = "Read the expression from a file.")
  private Optional<Path> file = Optional.empty();

  @Mixin private Question question = new Question();

  @Override
  public Integer call() {
    List<String> outputs = Notation.chosen(text, unicode, latex, question.isJson());
    String expression = Inputs.expression(argument, file, io);
    return question.ask(
        io, "simplify", expression, Operands.NONE, outputs, o -> say(o, outputs), REFUSED);
  }

  private Question.Said say(Outcome outcome, List<String> outputs) {
    var s = (Simplification) outcome;
    if (outputs.isEmpty()) {
      return new Question.Said(report(s), 0);
    }
    return new Question.Said(
        switch (outputs.getFirst()) {
          case "unicode" -> s.unicode();
          case "latex" -> s.latex();
          default -> s.text();
        },
        0);
  }

  private String report(Simplification s) {
    var heading = new Heading(s.source(), s.model());
    String shape = Heading.shape(s.value().shape());
    var lines =
        new ArrayList<>(
            new Columns()
                .add(s.unicode(), (shape + "   " + heading.shapes()).strip())
                .lines(io.ink()));
    lines.addAll(Notation.surroundings(s.assumptions(), s.conditions()));
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
