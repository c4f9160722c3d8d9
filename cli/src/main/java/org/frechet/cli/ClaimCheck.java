package org.frechet.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.Budget;
import org.frechet.Claimed;
import org.frechet.Claims;
import org.frechet.Conventions;
import org.frechet.Judgments;
import org.frechet.MapCheck;
import org.frechet.Operands;
import org.frechet.Request;
import org.frechet.Response;
import org.frechet.Service;
import org.frechet.Verdict;
import org.frechet.cli.json.JsonResponse;
import org.frechet.latex.Latex;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Parser;

/// Checks one claim and prints what was found.
record ClaimCheck(
    Stdio io, Map<String, String> declared, ClaimLayout layout, Language from, Duration time) {
  private static final int WRONG = 1;
  private static final int UNDECIDED = 2;

  /// What is to be checked: a claim, or an expression and what it is claimed to be.
  record Asked(String claim, String expr, String wrt, String claimed) {
    static Asked claim(String text) {
      return new Asked(text, "", "", "");
    }

    /// {@return the text in which places of refusals count}
    String source() {
      return claim.isEmpty() ? expr : claim;
    }
  }

  /// {@return the exit code}
  ///
  /// @param exactly whether another layout than the one asked for is wrong
  int run(Asked asked, boolean json, boolean pretty, boolean exactly) {
    try {
      if (asked.source().isBlank()) {
        throw Problem.of(Problem.Code.SYNTAX, "there is nothing to check").refusal();
      }
      Response response = answer(asked);
      if (response instanceof Response.Found found && found.outcome() instanceof Judgments j) {
        io.out().println(Budget.run(time, () -> written(found, j, asked, json, pretty)));
        return code(j, exactly);
      }
      if (response instanceof Response.Refused refused) {
        return refuse(refused.problem(), asked, json, pretty);
      }
      throw new IllegalStateException("only a check was asked for");
    } catch (Refusal r) {
      return refuse(r.problem(), asked, json, pretty);
    }
  }

  /// Tries a claimed map against the definition of the derivative and {@return the exit code}
  ///
  /// @param plot the file of the picture, if one is to be drawn
  int definition(Asked asked, Optional<Path> plot) {
    try {
      DefinitionReport found =
          Budget.run(
              time,
              () ->
                  new DefinitionReport(
                      asked.claim().isEmpty()
                          ? MapCheck.of(asked.expr(), asked.wrt(), asked.claimed(), conventions())
                          : MapCheck.of(asked.claim(), conventions())));
      io.out().println(Budget.run(time, () -> String.join("\n", found.lines(io.ink()))));
      plot.ifPresent(found::save);
      return found.isRight() ? 0 : found.isUndecided() ? UNDECIDED : WRONG;
    } catch (Refusal r) {
      return refuse(r.problem(), asked, /* json= */ false, /* pretty= */ false);
    }
  }

  private String written(
      Response.Found found, Judgments judgments, Asked asked, boolean json, boolean pretty) {
    if (json) {
      return JsonResponse.write(found, "", pretty);
    }
    boolean latex =
        !asked.claim().isEmpty()
            && (from == Language.LATEX || (from == Language.AUTO && Latex.isLatex(asked.claim())));
    return String.join("\n", new JudgmentLines(io.ink(), latex, asked.source()).of(judgments));
  }

  private Response answer(Asked asked) {
    Request request =
        new Request(
                "", "check", asked.expr(), asked.wrt(), declared, 1, layout.inRequest(), List.of())
            .with(Operands.claimed(new Claimed(asked.claim(), asked.claimed(), Map.of())));
    if (from == Language.AUTO || asked.claim().isEmpty()) {
      return new Service(time).answer(request);
    }
    return new Response.Found("", request, Budget.run(time, () -> judged(asked.claim())));
  }

  /// A claim whose language was named is not read as what it looks like.
  private Judgments judged(String claim) {
    Conventions conventions = conventions();
    return Claims.check(
        from == Language.LATEX
            ? Latex.relation(claim, new Latex.Known(conventions.declared(), List.of()))
            : Parser.parseRelation(claim),
        conventions);
  }

  private Conventions conventions() {
    String word = layout.isArrangement() ? layout.inRequest() : "";
    return new Conventions(Inputs.declared(declared), List.of(), Service.layout(word));
  }

  private static int code(Judgments judgments, boolean exactly) {
    int code = 0;
    for (var link : judgments.links()) {
      code = worse(code, code(link.verdict(), exactly));
    }
    return code;
  }

  private static int worse(int a, int b) {
    return a == WRONG || b == WRONG ? WRONG : Math.max(a, b);
  }

  private static int code(Verdict verdict, boolean exactly) {
    return switch (verdict) {
      case RIGHT -> 0;
      case RIGHT_OTHER_LAYOUT -> exactly ? WRONG : 0;
      case RIGHT_IF, WRONG, ILL_SHAPED, NOT_DIFFERENTIABLE -> WRONG;
      case UNKNOWN -> UNDECIDED;
    };
  }

  private int refuse(Problem problem, Asked asked, boolean json, boolean pretty) {
    if (json) {
      io.out().println(JsonResponse.refusal(problem, "", pretty));
    } else {
      io.complain(Complaint.of(problem, asked.source(), io.inkOfErrors()));
    }
    return UNDECIDED;
  }
}
