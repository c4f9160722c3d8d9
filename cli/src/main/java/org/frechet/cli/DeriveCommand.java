package org.frechet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.frechet.Budget;
import org.frechet.Explanation;
import org.frechet.Explanations;
import org.frechet.Formula;
import org.frechet.Frechet;
import org.frechet.Query;
import org.frechet.Request;
import org.frechet.Response;
import org.frechet.cli.json.JsonResponse;
import org.frechet.derive.Layout;
import org.frechet.explain.Detail;
import org.frechet.explain.Method;
import org.frechet.explain.RuleBook;
import org.frechet.page.HtmlPage;
import org.frechet.page.LatexPage;
import org.frechet.page.Look;
import org.frechet.page.Sheet;
import org.frechet.page.TerminalPage;
import org.frechet.shape.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "derive",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = "frechet derive EXPR --wrt X [OPTIONS]",
    description =
        "Shows how a derivative is found, line by line. Every line is checked before it is shown.",
    footer = {
      "",
      "Examples:",
      "  frechet derive \"norm2(Y - X*B)^2\" --wrt B",
      "  frechet derive \"log(det(X))\" --wrt X --detail full --format latex --output logdet.tex",
      "  frechet derive --rule inverse",
      "  frechet derive \"norm2(A*x - b)^2\" --wrt x --stationary",
      "  frechet derive \"tr(A*X*B)\" --wrt X --transpose prime --pairing trace",
      "  frechet derive \"x'*A*x\" --wrt x --order 2 --method index --format json",
    })
final class DeriveCommand implements Callable<Integer> {
  private final Stdio io;

  DeriveCommand(Stdio io) {
    this.io = io;
  }

  @Mixin private ExpressionInput input = new ExpressionInput();

  @Option(names = "--wrt", paramLabel = "X", description = "What to differentiate by.")
  private String wrt = "";

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      converter = DeriveWords.Methods.class,
      completionCandidates = DeriveWords.Methods.class,
      description = "One of ${COMPLETION-CANDIDATES}; differential is the default.")
  private Method method = Method.DIFFERENTIAL;

  @Option(
      names = "--rule",
      paramLabel = "NAME",
      completionCandidates = Rules.class,
      description = "Derive a rule instead of EXPR: inverse, determinant, chain, ...")
  private Optional<String> rule = Optional.empty();

  @Option(names = "--rules", description = "List the rules.")
  private boolean rules;

  @Option(
      names = "--stationary",
      description = "Where EXPR is stationary: set the gradient to zero, solve, test.")
  private boolean stationary;

  /// The names of rules, for completion.
  private static final class Rules implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return RuleBook.names().iterator();
    }
  }

  @Option(
      names = "--detail",
      paramLabel = "DETAIL",
      converter = DeriveWords.Details.class,
      completionCandidates = DeriveWords.Details.class,
      description = "short, the default: as a textbook; full: every rewriting is a line.")
  private Detail detail = Detail.SHORT;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = DeriveWords.Formats.class,
      completionCandidates = DeriveWords.Formats.class,
      description = "One of ${COMPLETION-CANDIDATES}; terminal is the default.")
  private PageFormat format = PageFormat.TERMINAL;

  @Option(names = "--json", description = "The same as --format json.")
  private boolean json;

  @Option(names = "--pretty", description = "Print JSON on several lines.")
  private boolean pretty;

  @Option(
      names = "--fragment",
      description = "LaTeX without a preamble, or HTML without a head, for a document of yours.")
  private boolean fragment;

  @Option(names = "--shapes", description = "Tell the shape of every line.")
  private boolean shapes;

  @Mixin private SignChoice signs = new SignChoice();

  @Option(
      names = "--declare",
      paramLabel = "X:SHAPE",
      description = "Declares a variable or a function, as for diff. Repeatable.")
  private List<String> declarations = new ArrayList<>();

  @Option(names = "--order", paramLabel = "K", description = "Order of the derivative.")
  private int order = 1;

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      converter = LayoutName.Converter.class,
      description = "One of numerator, denominator, mixed (the default, that of textbooks).")
  private LayoutName layout = LayoutName.MIXED;

  @Option(names = "--output", paramLabel = "FILE", description = "Write to a file.")
  private Optional<Path> output = Optional.empty();

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = TimeBudget.class,
      description = "Time budget, such as 10s (the default) or 500ms.")
  private Duration time = Budget.DEFAULT;

  @Override
  public Integer call() {
    if (rules) {
      var columns = new Columns();
      RuleBook.all().forEach(r -> columns.add(r.name(), r.statement()));
      columns.lines(io.ink()).forEach(io.out()::println);
      return 0;
    }
    if (json || pretty) {
      format = PageFormat.JSON;
    }
    if (fragment && format != PageFormat.LATEX && format != PageFormat.HTML) {
      throw new UsageError("--fragment goes together only with --format latex or html");
    }
    if (rule.isPresent() && (stationary || !wrt.isEmpty())) {
      throw new UsageError("--rule goes without --wrt and --stationary");
    }
    if (rule.isEmpty() && wrt.isEmpty()) {
      throw new UsageError("give --wrt X, what to differentiate by, or --rule NAME");
    }
    String expression = rule.isPresent() ? "" : input.read(io, declarations);
    try {
      String page = Budget.run(time, () -> page(expression));
      if (output.isPresent()) {
        save(output.get(), page);
      } else {
        io.out().print(page);
      }
      return 0;
    } catch (Refusal r) {
      if (format == PageFormat.JSON) {
        io.out().println(JsonResponse.refusal(r.problem(), "", pretty));
      } else {
        io.complain(Complaint.of(r.problem(), expression, io.inkOfErrors()));
      }
      return 1;
    }
  }

  private String page(String expression) {
    List<Explanation> all =
        rule.isPresent()
            ? List.of(Explanation.of(RuleBook.of(rule.get()), detail))
            : explanations(expression);
    if (format == PageFormat.JSON) {
      var request = Request.derive(expression, wrt);
      var found = new Response.Found("", request, new Explanations(all));
      return JsonResponse.write(found, "", pretty) + "\n";
    }
    return String.join("\n", all.stream().map(this::sheet).map(this::page).toList());
  }

  private List<Explanation> explanations(String expression) {
    Formula formula = Frechet.parse(expression);
    for (Map.Entry<String, String> d : Inputs.declarations(declarations).entrySet()) {
      formula = formula.declare(d.getKey(), d.getValue());
    }
    Query query = Query.by(wrt).order(order);
    if (layout != LayoutName.MIXED) {
      query = query.layout(Layout.valueOf(layout.name()));
    }
    return formula.derivatives(query).stream()
        .map(
            d -> stationary ? Explanation.stationary(d, detail) : Explanation.of(d, method, detail))
        .toList();
  }

  private Sheet sheet(Explanation explanation) {
    Sheet sheet = explanation.sheet(signs.pairing());
    if (rule.isPresent()) {
      RuleBook book = RuleBook.of(rule.get());
      return sheet.titled("The rule " + book.name(), List.of(book.statement(), book.shows()));
    }
    return stationary ? sheet.titled("Stationary points", List.of()) : sheet;
  }

  private String page(Sheet sheet) {
    Look look = new Look(signs.typography(), shapes);
    if (fragment) {
      return format == PageFormat.LATEX
          ? LatexPage.fragment(sheet, look)
          : HtmlPage.fragment(sheet, look);
    }
    boolean coloured = output.isEmpty() && io.ink().coloured();
    return format == PageFormat.TERMINAL
        ? TerminalPage.of(sheet, look, coloured, TerminalPage.WIDTH) + "\n"
        : format.page().orElseThrow().write(sheet, look);
  }

  private static void save(Path file, String page) {
    try {
      Files.writeString(file, page, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UsageError("cannot write " + file + ": " + e.getMessage());
    }
  }
}
