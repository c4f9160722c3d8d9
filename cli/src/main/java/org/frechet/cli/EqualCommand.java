package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.frechet.Comparison;
import org.frechet.Frechet;
import org.frechet.Operands;
import org.frechet.Outcome;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "equal",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "frechet equal EXPR1 EXPR2 [OPTIONS]",
    description = {
      "Tells whether two expressions are equal wherever both have a value: by their form, else exactly"
          + " modulo a prime, else at random points. Says which; of different ones it gives a small"
          + " example.",
    },
    footer = {
      "",
      "Exit codes: 0 equal, 1 different, 2 refused or wrong usage.",
      "Examples:",
      "  frechet equal \"tr(A*B)\" \"tr(B*A)\"",
      "  frechet equal \"(A + B)^2 = A^2 + 2*A*B + B^2\"",
    })
final class EqualCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;
  private static final int REFUSED = 2;

  private final Stdio io;

  EqualCommand(Stdio io) {
    this.io = io;
  }

  @Parameters(index = "0", paramLabel = "EXPR1", description = "An expression, or an equation.")
  private String first = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "EXPR2",
      description = "The other expression, unless the first is an equation.")
  private Optional<String> second = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "LANGUAGE",
      converter = Language.Converter.class,
      description =
          "What they are written in: text, latex, or auto, the default: what they look like.")
  private Language from = Language.AUTO;

  @Mixin private Question question = new Question();

  @Override
  public Integer call() {
    String left = SignedExpression.plain(first);
    String text = second.map(right -> left + " = " + SignedExpression.plain(right)).orElse(left);
    if (second.isEmpty() && !text.contains("=")) {
      throw new UsageError("give two expressions, or an equation");
    }
    if (text.isBlank()) {
      return question.refuse(
          io, Problem.of(Code.SYNTAX, "there is nothing to compare"), text, REFUSED);
    }
    String recognizable = from.recognizable(text, Inputs.declarations(question.declarations()));
    return question.ask(io, "equal", recognizable, Operands.NONE, List.of(), this::say, REFUSED);
  }

  private Question.Said say(Outcome outcome) {
    var c = (Comparison) outcome;
    var lines = new ArrayList<String>();
    lines.add(verdict(c));
    if (!c.counterexampleSides().isEmpty()) {
      c.counterexample()
          .forEach((name, value) -> lines.add("  " + name + " = " + Comparison.written(value)));
      c.counterexampleSizes()
          .forEach((name, size) -> {
            if (!isShown(name, c)) {
              lines.add("  " + name + " = " + size);
            }
          });
      lines.add("  left:  " + Comparison.written(c.counterexampleSides().get(0)));
      lines.add("  right: " + Comparison.written(c.counterexampleSides().get(1)));
    }
    lines.addAll(shapes(c));
    lines.addAll(Surroundings.lines(c.assumptions(), c.equal() ? c.conditions() : List.of()));
    return new Question.Said(String.join("\n", lines), c.equal() ? 0 : DIFFERENT);
  }

  /// The sizes of arrays show in their values.
  private static boolean isShown(String size, Comparison c) {
    return c.left().variables().values().stream()
        .anyMatch(v ->
            c.counterexample().containsKey(name(v))
                && (v.shape().rows().names().contains(size)
                    || v.shape().cols().names().contains(size)));
  }

  private static String name(org.frechet.expr.Expr variable) {
    return ((org.frechet.expr.Node.Var) variable.node()).name();
  }

  private String verdict(Comparison c) {
    if (!c.sameShape()) {
      return io.ink().red("different:")
          + " the left side is %s, the right side %s"
              .formatted(Heading.shape(c.shapes().get(0)), Heading.shape(c.shapes().get(1)));
    }
    if (!c.equal()) {
      return io.ink().red("different:") + " for example at";
    }
    return io.ink().green("equal:")
        + switch (c.certainty()) {
          case "proof" -> " both have the same form";
          case "exact" -> " exactly modulo 2^61−1, and at %d random points".formatted(c.points());
          default -> " at %d random points, numerically".formatted(c.points());
        };
  }

  private List<String> shapes(Comparison c) {
    String shapes = new Heading("", c.left()).shapes();
    return shapes.isEmpty() ? List.of() : List.of(io.ink().dim(shapes));
  }
}
