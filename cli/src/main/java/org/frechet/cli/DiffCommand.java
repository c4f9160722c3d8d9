package org.frechet.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.frechet.Budget;
import org.frechet.Derivative;
import org.frechet.Frechet;
import org.frechet.ImplicitDerivatives;
import org.frechet.Operands;
import org.frechet.Request;
import org.frechet.Response;
import org.frechet.Service;
import org.frechet.cli.json.JsonResponse;
import org.frechet.derive.Form;
import org.frechet.shape.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "diff",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "frechet diff EXPR --wrt X[,Y] [OPTIONS]",
    description = "Differentiates an expression. Every answer is checked before it is shown.",
    footer = {
      "",
      "Examples:",
      "  frechet diff \"norm2(Y - X*B)^2\" --wrt B",
      "  frechet diff \"x'*A*x\" --wrt x --order 2 --declare \"A: matrix(n,n) symmetric\"",
      "  frechet diff \"logdet(X)\" --wrt X --latex",
      "  frechet diff \"A*X = B\" --wrt A --of X",
    })
final class DiffCommand implements Callable<Integer> {
  private final Stdio io;

  DiffCommand(Stdio io) {
    this.io = io;
  }

  @Mixin private ExpressionInput input = new ExpressionInput();

  @Option(
      names = "--wrt",
      required = true,
      paramLabel = "X[,Y]",
      description =
          "What to differentiate by: a variable, its transpose X', a part x(2) or X(1:2,:); or"
              + " several of them, with --order 2 for the block Hessian.")
  private String wrt = "";

  @Option(
      names = "--of",
      paramLabel = "Y",
      description = "The variable that the equation EXPR defines: implicit differentiation.")
  private String of = "";

  @Option(
      names = "--declare",
      paramLabel = "X:SHAPE",
      description =
          "Declares a variable: \"X: matrix(n,p)\", \"S: matrix(n,n) spd\"; or a function:"
              + " \"f: vector(n) -> scalar\", \"s: elementwise\". Repeatable.")
  private List<String> declarations = new ArrayList<>();

  @Option(names = "--order", paramLabel = "K", description = "Order of the derivative, 1 to 8.")
  private int order = 1;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      converter = LayoutName.Converter.class,
      description = "One of ${COMPLETION-CANDIDATES}; mixed, the default, is that of textbooks.")
  private LayoutName layout = LayoutName.MIXED;

  @Option(
      names = "--form",
      paramLabel = "FORM",
      converter = FormWord.class,
      description = "Another form than the array: one of ${COMPLETION-CANDIDATES}.")
  private Optional<Form> form = Optional.empty();

  @Option(
      names = "--along",
      paramLabel = "U",
      description = "The directional derivative along U, a new name or an expression.")
  private String along = "";

  @Option(
      names = "--entries",
      arity = "0..1",
      fallbackValue = "auto",
      paramLabel = "n=2,m=3",
      description = "Write the derivative out entry by entry too, at small sizes.")
  private String entries = "";

  @Option(names = "--text", description = "Print only the derivative, in the input language.")
  private boolean text;

  @Option(names = "--unicode", description = "Print only the derivative, in Unicode.")
  private boolean unicode;

  @Option(names = "--latex", description = "Print only the derivative, in LaTeX.")
  private boolean latex;

  @Option(names = "--numpy", description = "Print only a NumPy module with value and derivative.")
  private boolean numpy;

  @Option(names = "--differential", description = "Print only the differential.")
  private boolean differential;

  @Option(names = "--frechet", description = "Print only the Fréchet map.")
  private boolean frechet;

  @Option(names = "--steps", description = "Print the steps of the derivation too.")
  private boolean steps;

  @Option(
      names = "--json",
      description = "Print the response as JSON; form options then choose what is in it.")
  private boolean json;

  @Option(names = "--pretty", description = "Print JSON on several lines.")
  private boolean pretty;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = TimeBudget.class,
      description = "Time budget, such as 10s (the default) or 500ms.")
  private Duration time = Budget.DEFAULT;

  @Override
  public Integer call() {
    List<Output> forms = forms();
    if (!json && forms.size() + (steps ? 1 : 0) > 1 && !forms.isEmpty()) {
      String first = forms.getFirst().word();
      String second = forms.size() > 1 ? forms.get(1).word() : "steps";
      throw new UsageError("--" + first + " and --" + second + " go together only with --json");
    }
    if (!of.isEmpty() && forms.contains(Output.NUMPY)) {
      throw new UsageError("--numpy does not go together with --of");
    }
    String expression = input.read(io, declarations);
    return json || pretty ? printJson(expression, forms) : printText(expression, forms);
  }

  private List<Output> forms() {
    var chosen =
        Map.of(
            Output.TEXT, text,
            Output.UNICODE, unicode,
            Output.LATEX, latex,
            Output.NUMPY, numpy,
            Output.DIFFERENTIAL, differential,
            Output.FRECHET, frechet);
    return Stream.of(Output.values())
        .filter(form -> Boolean.TRUE.equals(chosen.get(form)))
        .toList();
  }

  private Response answer(String expression, List<String> outputs) {
    Map<String, String> declared = Inputs.declarations(declarations);
    return new Service(time)
        .answer(
            new Request(
                "",
                "diff",
                expression,
                wrt,
                declared,
                order,
                layout.inRequest(),
                outputs,
                form.map(Form::word).orElse(""),
                along,
                Operands.of(of).entries(entries)));
  }

  private int printText(String expression, List<Output> forms) {
    try {
      io.out().println(Budget.run(time, () -> written(expression, forms)));
      return 0;
    } catch (Refusal r) {
      io.complain(Complaint.of(r.problem(), expression, io.inkOfErrors()));
      return 1;
    }
  }

  private String written(String expression, List<Output> forms) {
    return switch (answer(expression, List.of())) {
      case Response.Refused refused -> throw refused.problem().refusal();
      case Response.Found found -> implicit((ImplicitDerivatives) found.outcome(), forms);
      case Response.Answer answer ->
          forms.isEmpty() ? reports(answer) : form(forms.getFirst(), answer);
    };
  }

  private String implicit(ImplicitDerivatives found, List<Output> forms) {
    return forms.isEmpty()
        ? ImplicitReport.all(found.all(), io.ink())
        : String.join(
            "\n", found.all().stream().map(d -> ImplicitReport.form(forms.getFirst(), d)).toList());
  }

  private String reports(Response.Answer answer) {
    List<Derivative> derivatives = answer.derivatives();
    var blocks = new ArrayList<String>();
    for (int i = 0; i < derivatives.size(); i++) {
      var report = new Report(derivatives.get(i), io.ink());
      blocks.add(report.text(steps));
      if (!answer.entries().isEmpty()) {
        blocks.add(report.entries(answer.entries().get(i)));
      }
    }
    if (derivatives.size() > 1 && order == 1 && form.isEmpty() && along.isEmpty()) {
      blocks.add(new Report(derivatives.getFirst(), io.ink()).total(derivatives));
    }
    return String.join("\n\n", blocks);
  }

  private static String form(Output form, Response.Answer answer) {
    var lines = answer.derivatives().stream().map(form::of).toList();
    return String.join(form == Output.NUMPY ? "\n\n\n" : "\n", lines);
  }

  private int printJson(String expression, List<Output> forms) {
    var outputs = new ArrayList<String>();
    forms.forEach(form -> outputs.add(form.word()));
    if (steps && !forms.isEmpty()) {
      outputs.add("steps");
    }
    try {
      Response response = answer(expression, outputs);
      io.out().println(Budget.run(time, () -> JsonResponse.write(response, "", pretty)));
      return response instanceof Response.Refused ? 1 : 0;
    } catch (Refusal r) {
      io.out().println(JsonResponse.refusal(r.problem(), "", pretty));
      return 1;
    }
  }
}
