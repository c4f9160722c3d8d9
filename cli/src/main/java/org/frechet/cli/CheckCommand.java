package org.frechet.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.frechet.Budget;
import org.frechet.Frechet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    version = "frechet " + Frechet.VERSION,
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "frechet check CLAIM [OPTIONS]",
      "      frechet check EXPR --wrt X --claimed G [OPTIONS]",
      "      frechet check FILE|FOLDER... [--report FILE] [--strict] [OPTIONS]",
    },
    description = {
      "Tells whether a formula that somebody else wrote is right, and what is wrong with it: a claim"
          + " such as \"d(x'*A*x)/dx = 2*A*x\", in the input language or in LaTeX, or all claims of"
          + " documents in Markdown or LaTeX.",
    },
    footer = {
      "",
      "Claims are derivatives, differentials, Fréchet maps, identities, solutions, inequalities, and",
      "chains a = b = c of them, of which each link is checked.",
      "Nothing in a document is run, fetched or written.",
      "",
      "Exit codes: 0 right, 1 wrong, 2 not decided, not read, or wrong usage.",
      "  A claim that needs a hypothesis it does not state is wrong. One that is right in another",
      "  layout than the default is right, unless --layout or --strict asks for one.",
      "  In documents both are warnings; --strict makes them fail, and what cannot be read.",
      "Examples:",
      "  frechet check \"d(x'*A*x)/dx = 2*A*x\"",
      "  frechet check \"\\frac{\\partial}{\\partial X} \\ln|X| = X^{-1}\"",
      "  frechet check \"x'*A*x\" --wrt x --claimed \"2*A*x\" --declare \"A: matrix(n,n) symmetric\"",
      "  frechet check \"argmin(norm2(A*x - b)^2, x)\" --layout solve --claimed \"pinv(A)*b\"",
      "  frechet check \"inv(X)\" --wrt X --claimed \"Δ ↦ -inv(X)*Δ*inv(X)\" --definition --plot inv.svg",
      "  frechet check lecture.md chapters --report report.html",
      "  frechet check notes.tex --format sarif > notes.sarif",
    })
final class CheckCommand implements Callable<Integer> {
  private final Stdio io;

  CheckCommand(Stdio io) {
    this.io = io;
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "CLAIM|FILE",
      description =
          "A claim; or documents, and folders with documents (.md .markdown .tex .latex) in them;"
              + " - or none: standard input.")
  private List<String> arguments = new ArrayList<>();

  @Option(
      names = "--claimed",
      paramLabel = "G",
      description = "What EXPR, or its derivative by --wrt, is claimed to be.")
  private Optional<String> claimed = Optional.empty();

  @Option(
      names = "--wrt",
      paramLabel = "X[,Y]",
      description = "With --claimed: what EXPR is differentiated by.")
  private String wrt = "";

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      converter = ClaimLayout.Converter.class,
      description =
          "The layout of derivatives: numerator, denominator, mixed (the default, that of"
              + " textbooks). With --claimed also what G is: frechet, the linear map in increments"
              + " dX; differential; identity, EXPR itself; solve, what solve(L == R, X) or argmin(F,"
              + " X) is.")
  private Optional<ClaimLayout> layout = Optional.empty();

  @Option(
      names = "--declare",
      paramLabel = "X:SHAPE",
      description =
          "Declares a variable: \"X: matrix(n,p)\", \"S: matrix(n,n) spd\". Repeatable; for"
              + " documents, what they do not say.")
  private List<String> declarations = new ArrayList<>();

  @Option(
      names = "--from",
      paramLabel = "LANGUAGE",
      converter = Language.Converter.class,
      description =
          "What CLAIM is written in: text, latex, or auto, the default: what it looks like.")
  private Language from = Language.AUTO;

  @Option(
      names = "--definition",
      description =
          "Try a map in increments dX, a gradient or a Jacobian against the definition of the"
              + " derivative: is it linear, how does the remainder fall? The claim is d(EXPR) = MAP,"
              + " d(EXPR)/dX = G, or EXPR with --wrt and --claimed, also Δ ↦ ...")
  private boolean definition;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "With --definition: draw the remainders, to FILE.svg or FILE.png.")
  private Optional<Path> plot = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(names = "--pretty", description = "Print JSON on several lines.")
  private boolean pretty;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a report about documents to a file: .html, .md, .json, .sarif or .txt.")
  private Optional<Path> report = Optional.empty();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      converter = ReportFormat.Converter.class,
      description =
          "The format of the report, whatever its ending: text, markdown, html, json, sarif; without"
              + " --report, of what is printed.")
  private Optional<ReportFormat> format = Optional.empty();

  @Option(names = "--all", description = "List the right statements of documents too.")
  private boolean all;

  @Option(
      names = "--strict",
      description =
          "Fail too when something is right only in another layout or under hypotheses, or cannot be read.")
  private boolean strict;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = TimeBudget.class,
      description = "Time budget of each claim; default: 10s, in documents 2s.")
  private Optional<Duration> time = Optional.empty();

  @Override
  public Integer call() {
    List<String> texts = arguments.stream().map(SignedExpression::plain).toList();
    Map<String, String> declared = Inputs.declarations(declarations);
    if (definition || plot.isPresent()) {
      return definition(candidate(texts, declared), declared);
    }
    if (claimed.isPresent() || !wrt.isEmpty()) {
      return claim(parts(texts, declared), declared);
    }
    boolean piped = texts.isEmpty() || texts.equals(List.of("-"));
    if (piped) {
      String text = Inputs.expression(texts.stream().findFirst(), Optional.empty(), io);
      return from == Language.AUTO && DocumentCheck.isDocument(text)
          ? documents(declared).check("standard input", text)
          : claim(ClaimCheck.Asked.claim(text), declared);
    }
    List<Path> files = files(texts);
    return files.isEmpty()
        ? claim(ClaimCheck.Asked.claim(texts.getFirst()), declared)
        : documents(declared).check(Documents.files(files));
  }

  /// {@return the arguments that are files; all of them or none are}
  private static List<Path> files(List<String> texts) {
    var files = new ArrayList<Path>();
    var claims = new ArrayList<String>();
    for (String text : texts) {
      Documents.named(text).ifPresentOrElse(files::add, () -> claims.add(text));
    }
    if (!files.isEmpty() && !claims.isEmpty()) {
      throw new UsageError(
          "give documents or a claim, not both: there is no file "
              + Columns.visible(claims.getFirst()));
    }
    if (claims.size() > 1) {
      throw new UsageError(
          "give one claim, in quotes; for several write them into a document, or use frechet batch");
    }
    return files;
  }

  private ClaimCheck.Asked parts(List<String> texts, Map<String, String> declared) {
    if (claimed.isEmpty()) {
      throw new UsageError("--wrt goes with --claimed, or write the claim as d(EXPR)/dX = G");
    }
    if (texts.size() > 1) {
      throw new UsageError("with --claimed give one EXPR, in quotes");
    }
    String expression = Inputs.expression(texts.stream().findFirst(), Optional.empty(), io);
    return new ClaimCheck.Asked(
        "",
        from.recognizable(expression, declared),
        wrt,
        from.recognizable(SignedExpression.plain(claimed.get()), declared));
  }

  private ClaimCheck.Asked candidate(List<String> texts, Map<String, String> declared) {
    if (claimed.isEmpty() != wrt.isEmpty()) {
      throw new UsageError("--claimed goes with --wrt, or write the claim as d(EXPR) = MAP");
    }
    if (claimed.isPresent()) {
      return parts(texts, declared);
    }
    if (texts.size() > 1) {
      throw new UsageError("--definition takes one claim, in quotes");
    }
    String claim = Inputs.expression(texts.stream().findFirst(), Optional.empty(), io);
    return ClaimCheck.Asked.claim(from.recognizable(claim, declared));
  }

  private int definition(ClaimCheck.Asked asked, Map<String, String> declared) {
    if (json || pretty || report.isPresent() || format.isPresent()) {
      throw new UsageError("--definition is printed as text only");
    }
    return check(declared).definition(asked, plot);
  }

  private ClaimCheck check(Map<String, String> declared) {
    return new ClaimCheck(
        io, declared, layout.orElse(ClaimLayout.MIXED), from, time.orElse(Budget.DEFAULT));
  }

  private int claim(ClaimCheck.Asked asked, Map<String, String> declared) {
    if (report.isPresent() || all) {
      throw new UsageError(
          "--%s is for documents".formatted(report.isPresent() ? "report" : "all"));
    }
    if (format.filter(f -> f != ReportFormat.JSON && f != ReportFormat.TEXT).isPresent()) {
      throw new UsageError("--format %s is for documents".formatted(format.get()));
    }
    boolean asJson = json || pretty || format.equals(Optional.of(ReportFormat.JSON));
    boolean exactly = strict || layout.filter(l -> l != ClaimLayout.MIXED).isPresent();
    if (asked.claimed().isEmpty() && layout.filter(l -> !l.isArrangement()).isPresent()) {
      throw new UsageError(
          "--layout %s goes with --claimed; a whole claim says itself what it is"
              .formatted(layout.get()));
    }
    return check(declared).run(asked, asJson, pretty, exactly);
  }

  private DocumentCheck documents(Map<String, String> declared) {
    if (layout.filter(l -> !l.isArrangement()).isPresent()) {
      throw new UsageError("the layout of a document is numerator, denominator or mixed");
    }
    Optional<ReportFormat> printed =
        json || pretty
            ? Optional.of(ReportFormat.JSON)
            : report.isEmpty() ? format : Optional.empty();
    Optional<ReportFormat> written =
        report.map(file -> format.orElseGet(() -> ReportFormat.ofFile(file)));
    return new DocumentCheck(
        io,
        DocumentCheck.options(declared, layout, time),
        new DocumentCheck.Output(
            printed.orElse(ReportFormat.TEXT),
            report,
            written.orElse(ReportFormat.TEXT),
            all,
            pretty),
        strict);
  }
}
