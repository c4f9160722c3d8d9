package org.frechet.cli.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.frechet.document.Finding;
import org.frechet.document.Report;

/// What was found of documents in Markdown: what is to be looked at, one heading each, then a table
/// of the rest. Only what GitHub and GitLab both show; formulas between dollars.
public final class MarkdownReport {
  private static final int LONGEST_CELL = 120;

  private final StringBuilder out = new StringBuilder();

  private MarkdownReport() {}

  /// {@return the report}
  public static String of(Inspection inspection) {
    var page = new MarkdownReport();
    page.write(inspection);
    return page.out.toString();
  }

  private MarkdownReport line(String text) {
    out.append(text).append('\n');
    return this;
  }

  /// {@return words with the signs of Markdown and HTML written out, on one line}
  static String escape(String text) {
    return Plain.line(text)
        .replaceAll("([\\\\`*_{}\\[\\]#|$~<>&])", "\\\\$1")
        .replaceFirst("^([-+=]|\\d+(?=[.)]))", "\\\\$1");
  }

  /// {@return a text as it stands, between as many backticks as it needs}
  static String code(String text) {
    String line = Plain.line(text).strip();
    String fence = "`".repeat(longestTicks(line) + 1);
    boolean pad = line.isEmpty() || line.startsWith("`") || line.endsWith("`");
    return fence + (pad ? " " : "") + line + (pad ? " " : "") + fence;
  }

  private static int longestTicks(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private void block(String text) {
    String lines = Plain.lines(text).strip();
    String fence = "`".repeat(Math.max(3, longestTicks(lines) + 1));
    line(fence + "latex").line(lines).line(fence).line("");
  }

  private void write(Inspection inspection) {
    line("# Is it right?").line("").line(escape(inspection.tally().sentence()) + ".").line("");
    inspection
        .unread()
        .forEach(u -> line("- not opened: " + code(u.name()) + ", " + escape(u.reason())).line(""));
    inspection.documents().forEach(this::document);
  }

  private void document(Checked document) {
    Report report = document.report();
    line("## " + escape(document.name())).line("");
    line(escape(Tally.of(report).sentence()) + ".").line("");
    var remarks = new ArrayList<String>();
    Layouts.sentences(report).forEach(s -> remarks.add("- " + escape(s)));
    report
        .conflicts()
        .forEach(c ->
            remarks.add(
                "- **conflict**: "
                    + escape(c.message())
                    + c.places().stream()
                        .map(p -> "line " + p.line())
                        .collect(Collectors.joining(", ", " (", ")"))));
    if (!remarks.isEmpty()) {
      remarks.forEach(this::line);
      line("");
    }
    for (Standing standing : Standing.values()) {
      List<Finding> some =
          report.findings().stream().filter(f -> Standing.of(f.status()) == standing).toList();
      if (standing.isOpen() && !some.isEmpty()) {
        line("### " + standing.heading()).line("");
        some.forEach(this::finding);
      }
    }
    List<Finding> rest =
        report.findings().stream().filter(f -> !Standing.of(f.status()).isOpen()).toList();
    if (!rest.isEmpty()) {
      table(rest);
    }
  }

  private void finding(Finding f) {
    String step = Findings.step(f).isEmpty() ? "" : ", " + Findings.step(f);
    String label = f.label().isEmpty() ? "" : " " + escape(f.label());
    line("#### Line %d%s: %s%s".formatted(f.at().line(), label, Standing.title(f.status()), step))
        .line("");
    line(markdown(Findings.verdict(f))).line("");
    block(f.source());
    List<Remark> details = Findings.details(f);
    details.forEach(r -> line("- " + r.role().label() + ": " + markdown(r)));
    if (!details.isEmpty()) {
      line("");
    }
  }

  private static String markdown(Remark remark) {
    return remark.pieces().stream()
        .map(p ->
            switch (p) {
              case Piece.Words(String text) -> escape(text);
              case Piece.Clause(String text) -> escape(text);
              case Piece.Values(String text) -> code(text);
              case Piece.Formula f -> "$" + portable(f.written().latex()) + "$";
            })
        .collect(Collectors.joining());
  }

  /// GitHub takes no `\operatorname`; `<` would begin a tag.
  private static String portable(String latex) {
    return Plain.line(latex)
        .replace("\\operatorname{", "\\mathrm{")
        .replace("<", "\\lt ")
        .replace(">", "\\gt ")
        .replace("$", "\\$");
  }

  private void table(List<Finding> findings) {
    line("### " + Standing.GOOD.heading()).line("");
    line("| line | status | statement | how sure |").line("|---|---|---|---|");
    for (Finding f : findings) {
      String sure = f.decisive().flatMap(Remarks::certainty).orElse(f.message());
      line(
          "| %d | %s | %s | %s |"
              .formatted(f.at().line(), Standing.title(f.status()), statement(f), escape(sure)));
    }
    line("");
  }

  /// A bar ends a cell of a table even inside code; escaped it does not.
  private static String statement(Finding f) {
    return code(Plain.shortened(f.source(), LONGEST_CELL)).replace("|", "\\|");
  }
}
