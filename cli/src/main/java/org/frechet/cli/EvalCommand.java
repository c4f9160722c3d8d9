package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.frechet.Evaluation;
import org.frechet.Frechet;
import org.frechet.Operands;
import org.frechet.cli.data.DataFiles;
import org.frechet.concrete.Values;
import org.frechet.shape.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "eval",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "frechet eval EXPR --at DATA [--at X=FILE ...] [OPTIONS]",
    description = {
      "Gives the value of an expression at data, computed in double precision. Undeclared names"
          + " have the shapes of their data; a list is a column. Outside of the domain of the"
          + " expression there is no value, and the reason is told.",
    },
    footer = {
      "",
      "Data: a JSON file {\"x\": [1, 2], \"A\": [[1, 2], [3, 4]], \"a\": 3}, or X=x.npy, X=x.csv,"
          + " a=2.5.",
      "Examples:",
      "  frechet eval \"x'*A*x\" --at data.json",
      "  frechet eval \"diff(norm2(Y - X*B)^2, B)\" --at X=x.npy --at Y=y.csv --at B=b.npy",
    })
final class EvalCommand implements Callable<Integer> {
  private static final int REFUSED = 1;

  private final Stdio io;

  EvalCommand(Stdio io) {
    this.io = io;
  }

  @Mixin private ExpressionInput input = new ExpressionInput();

  @Option(
      names = "--at",
      paramLabel = "DATA",
      description = "A JSON file with values by name, or X=FILE (.npy, .csv, .json), or a=NUMBER.")
  private List<String> at = new ArrayList<>();

  @Mixin private Question question = new Question();

  @Override
  public Integer call() {
    String expression = input.read(io, question.declarations());
    Map<String, Values> data;
    try {
      data = DataFiles.read(at);
    } catch (Refusal r) {
      return question.refuse(io, r.problem(), expression, REFUSED);
    }
    return question.ask(
        io,
        "eval",
        expression,
        Operands.at(data),
        List.of(),
        o -> new Question.Said(((Evaluation) o).text(), 0),
        REFUSED);
  }
}
