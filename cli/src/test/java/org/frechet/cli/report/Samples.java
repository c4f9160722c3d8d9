package org.frechet.cli.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.frechet.Judgment;
import org.frechet.Judgment.Diagnosis;
import org.frechet.Judgment.Example;
import org.frechet.Judgment.Written;
import org.frechet.Verdict;
import org.frechet.claim.Mistake;
import org.frechet.derive.Layout;
import org.frechet.document.Conflict;
import org.frechet.document.Finding;
import org.frechet.document.Place;
import org.frechet.document.Report;
import org.frechet.document.Section;
import org.frechet.document.Status;
import org.frechet.numeric.RealMat;
import org.frechet.print.LatexPrinter;
import org.frechet.print.UnicodePrinter;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// Judgments and reports made by hand.
public final class Samples {
  /// A document with a script in it, wherever a document can say something.
  public static final String HOSTILE =
      "<script>alert(1)</script><img src=x onerror=alert(2)>\"'`|\u001b[31m\u202e";

  private Samples() {}

  /// {@return a formula of the language in all notations}
  public static Written written(String left, String text) {
    Syntax tree = Parser.parse(text);
    return new Written(text, UnicodePrinter.print(tree), LatexPrinter.print(tree), tree, left);
  }

  /// {@return `∂(x'Ax)/∂x = 2Ax`, right if A is symmetric}
  public static Judgment quadratic() {
    var values = new TreeMap<String, RealMat>();
    values.put("A", RealMat.of(new double[][] {{0, 1}, {0, 0}}));
    values.put("x", RealMat.of(2, 1, 1, 1));
    return judgment(
        Verdict.RIGHT_IF,
        "gradient",
        "denominator",
        List.of("A symmetric"),
        written("d(x'*A*x)/dx", "2*A*x"),
        Optional.of(written("d(x'*A*x)/dx", "(A + A')*x")),
        "exact",
        Optional.of(
            new Example(
                values,
                new TreeMap<>(Map.of("n", 2)),
                RealMat.of(2, 1, 2, 0),
                RealMat.of(2, 1, 1, 1),
                true)),
        new Diagnosis(Mistake.SYMMETRY, "A is used as if it were symmetric"),
        "",
        List.of());
  }

  /// {@return `∂ log det X/∂X = inv(X)`, right in numerator layout}
  public static Judgment determinant() {
    return judgment(
        Verdict.RIGHT_OTHER_LAYOUT,
        "gradient matrix",
        "numerator",
        List.of(),
        written("diff(log(det(X)), X)", "inv(X)"),
        Optional.of(written("diff(log(det(X)), X)", "inv(X)'")),
        "exact",
        Optional.empty(),
        new Diagnosis(Mistake.LAYOUT, "the numerator layout was meant"),
        "",
        List.of("det(X) > 0", "X invertible"));
  }

  /// {@return a right gradient}
  public static Judgment right() {
    return judgment(
        Verdict.RIGHT,
        "gradient matrix",
        "denominator",
        List.of(),
        written("d(tr(A*X))/dX", "A'"),
        Optional.empty(),
        "proof",
        Optional.empty(),
        Diagnosis.NONE,
        "",
        List.of());
  }

  /// {@return a claim that is wrong without a hypothesis that repairs it}
  public static Judgment wrong() {
    var values = new TreeMap<String, RealMat>();
    values.put("X", RealMat.scalar(1.5));
    values.put("b", RealMat.scalar(0));
    return judgment(
        Verdict.WRONG,
        "gradient",
        "denominator",
        List.of(),
        written("d(norm2(X*b - y)^2)/db", "X'*(X*b - y)"),
        Optional.of(written("d(norm2(X*b - y)^2)/db", "2*X'*(X*b - y)")),
        "exact",
        Optional.of(
            new Example(
                values, new TreeMap<>(), RealMat.scalar(-1.0 / 3), RealMat.scalar(-2.0 / 3), true)),
        new Diagnosis(Mistake.FACTOR, "the factor 2 is missing"),
        "",
        List.of());
  }

  /// {@return a claim without meaning}
  public static Judgment illShaped() {
    return judgment(
        Verdict.ILL_SHAPED,
        "gradient",
        "",
        List.of(),
        written("d(x'*A*x)/dx", "x*A"),
        Optional.of(written("d(x'*A*x)/dx", "(A + A')*x")),
        "",
        Optional.empty(),
        new Diagnosis(Mistake.SHAPE, "the factors are in the wrong order"),
        "cannot multiply x (n×1) by A (n×n): inner dimensions 1 and n differ",
        List.of());
  }

  /// {@return a claim that could not be judged}
  public static Judgment unknown(String reason) {
    return judgment(
        Verdict.UNKNOWN,
        "identity",
        "",
        List.of(),
        written("f(x)", "g(x)"),
        Optional.empty(),
        "",
        Optional.empty(),
        Diagnosis.NONE,
        reason,
        List.of());
  }

  static Judgment judgment(
      Verdict verdict,
      String kind,
      String layout,
      List<String> hypotheses,
      Written claimed,
      Optional<Written> correct,
      String certainty,
      Optional<Example> counterexample,
      Diagnosis diagnosis,
      String reason,
      List<String> conditions) {
    return new Judgment(
        verdict,
        kind,
        layout,
        hypotheses,
        claimed,
        correct,
        certainty,
        certainty.isEmpty() ? 0 : 4,
        certainty.equals("exact") ? 3e-18 : 0,
        counterexample,
        diagnosis,
        reason,
        List.of("shapes inferred: A: n×n, x: n×1"),
        conditions,
        Syntax.Span.NONE);
  }

  /// {@return a finding about the first place where a passage stands in a text}
  public static Finding finding(
      String text, String passage, Status status, String label, String message, Judgment... all) {
    int start = text.indexOf(passage);
    int end = start + passage.length();
    Place place = place(text, start, end);
    return new Finding(
        status, place, place, passage, label, true, 0, List.of(all), all.length - 1, message);
  }

  private static Place place(String text, int start, int end) {
    return new Place(
        start, end, line(text, start), column(text, start), line(text, end), column(text, end));
  }

  private static int line(String text, int offset) {
    return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
  }

  private static int column(String text, int offset) {
    return offset - text.lastIndexOf('\n', offset - 1);
  }

  /// {@return a lecture with something of everything}
  public static Report lecture() {
    String text =
        """
        # Quadratic forms

        For every $A$ we have
        $$\\nabla_x (x^T A x) = 2 A x \\tag{1.1}$$
        and for invertible $X$, with $f(X) = \\ln |X|$,
        $$\\frac{\\partial f}{\\partial X} = X^{-1}.$$

        ## Least squares

        $$\\begin{aligned}
        \\frac{\\partial}{\\partial b} \\|X b - y\\|^2 &= X^T (X b - y)
        \\end{aligned}$$
        and $\\frac{\\partial}{\\partial X} \\operatorname{tr}(A X) = A^T$, so $x A$ is
        $\\nabla x^T A x = x A$, see \\mystery{x}.
        """;
    return new Report(
        List.of(
            finding(text, "\\nabla_x (x^T A x) = 2 A x", Status.RIGHT_IF, "(1.1)", "", quadratic()),
            finding(text, "f(X) = \\ln |X|", Status.DEFINITION, "", "f is log(det(X))"),
            finding(
                text,
                "\\frac{\\partial f}{\\partial X} = X^{-1}",
                Status.RIGHT_OTHER_LAYOUT,
                "",
                "",
                determinant()),
            finding(
                text,
                "\\frac{\\partial}{\\partial b} \\|X b - y\\|^2 &= X^T (X b - y)",
                Status.WRONG,
                "",
                "",
                right(),
                wrong()),
            finding(
                text,
                "\\frac{\\partial}{\\partial X} \\operatorname{tr}(A X) = A^T",
                Status.RIGHT,
                "",
                "",
                right()),
            finding(text, "\\nabla x^T A x = x A", Status.ILL_SHAPED, "", "", illShaped()),
            finding(text, "\\mystery{x}", Status.UNREADABLE, "", "there is no command \\mystery")),
        List.of(
            section("", 0, text, Optional.of(Layout.DENOMINATOR), Section.Source.EVIDENCE, 2),
            section(
                "Least squares", 2, text, Optional.of(Layout.NUMERATOR), Section.Source.STATED, 0)),
        List.of(
            new Conflict(
                "derivatives are in denominator layout here and in numerator layout there",
                List.of(new Place(0, 1, 4, 3, 4, 5), new Place(0, 1, 11, 1, 11, 5)))),
        text);
  }

  private static Section section(
      String title,
      int level,
      String text,
      Optional<Layout> layout,
      Section.Source source,
      int evidence) {
    return new Section(title, level, place(text, 0, 0), layout, source, evidence);
  }

  /// {@return a document that would like to steer what shows it}
  public static Report hostile() {
    String text = "# " + HOSTILE + "\n\n$$" + HOSTILE + "$$\n";
    Finding unreadable =
        finding(text, HOSTILE, Status.UNREADABLE, HOSTILE, "cannot read " + HOSTILE);
    Finding undecided =
        finding(text, HOSTILE + "$$", Status.UNKNOWN, HOSTILE, "", unknown("because " + HOSTILE));
    Finding other = finding(text, HOSTILE, Status.NOT_A_CLAIM, "", HOSTILE);
    return new Report(
        List.of(unreadable, undecided, other),
        List.of(section(HOSTILE, 1, text, Optional.of(Layout.NUMERATOR), Section.Source.STATED, 0)),
        List.of(new Conflict(HOSTILE, List.of(place(text, 0, 1)))),
        text);
  }
}
