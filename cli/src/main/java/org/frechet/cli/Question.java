package org.frechet.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.frechet.Budget;
import org.frechet.Operands;
import org.frechet.Outcome;
import org.frechet.Request;
import org.frechet.Response;
import org.frechet.Service;
import org.frechet.cli.json.JsonResponse;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import picocli.CommandLine.Option;

/// The options that all commands about expressions share, and how their answers are printed.
final class Question {
  @Option(
      names = "--declare",
      paramLabel = "X:SHAPE",
      description =
          "Declares a variable: \"X: matrix(n,p)\", \"S: matrix(n,n) spd\"; or a function:"
              + " \"f: vector(n) -> scalar\", \"s: elementwise\". Repeatable.")
  private List<String> declarations = new ArrayList<>();

  @Option(names = "--json", description = "Print the response as JSON.")
  private boolean json;

  @Option(names = "--pretty", description = "Print JSON on several lines.")
  private boolean pretty;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = TimeBudget.class,
      description = "Time budget, such as 10s (the default) or 500ms.")
  private Duration time = Budget.DEFAULT;

  /// An answer as text, and the exit code it means.
  record Said(String text, int code) {}

  /// {@return what is declared, as it was given}
  List<String> declarations() {
    return List.copyOf(declarations);
  }

  boolean isJson() {
    return json || pretty;
  }

  /// Answers, prints and {@return the exit code}
  ///
  /// @param refused the exit code of a refusal
  int ask(
      Stdio io,
      String op,
      String expression,
      Operands operands,
      List<String> outputs,
      Function<Outcome, Said> say,
      int refused) {
    Response response;
    try {
      response = response(op, expression, operands, outputs);
      if (!isJson() && response instanceof Response.Found found) {
        Said said = Budget.run(time, () -> say.apply(found.outcome()));
        io.out().println(said.text());
        return said.code();
      }
      if (isJson() && response instanceof Response.Found found) {
        io.out().println(Budget.run(time, () -> JsonResponse.write(response, "", pretty)));
        return say.apply(found.outcome()).code();
      }
    } catch (Refusal r) {
      return refuse(io, r.problem(), expression, refused);
    }
    return response instanceof Response.Refused r
        ? refuse(io, r.problem(), expression, refused)
        : refused;
  }

  private Response response(String op, String expression, Operands operands, List<String> outputs) {
    return new Service(time)
        .answer(
            new Request("", op, expression, "", Inputs.declarations(declarations), 1, "", outputs)
                .with(operands));
  }

  int refuse(Stdio io, Problem problem, String expression, int code) {
    if (isJson()) {
      io.out().println(JsonResponse.refusal(problem, "", pretty));
    } else {
      io.complain(Complaint.of(problem, expression, io.inkOfErrors()));
    }
    return code;
  }
}
