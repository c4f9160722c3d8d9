package org.frechet.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.frechet.Frechet;
import org.frechet.document.Conflict;
import org.frechet.document.Finding;
import org.frechet.document.Report;
import org.frechet.document.Status;
import org.frechet.page.HtmlPage;
import org.frechet.page.Look;
import org.frechet.print.MathmlPrinter;

/// What was found of documents as one HTML file: MathML, no scripts, nothing from elsewhere, light
/// and dark as the reader's system is. First what is to be corrected, then all statements, then the
/// text with its statements marked.
public final class HtmlReport {
  private final StringBuilder out = new StringBuilder();

  private HtmlReport() {}

  /// {@return a complete file}
  public static String of(Inspection inspection) {
    var page = new HtmlReport();
    page.write(inspection);
    return page.out.toString();
  }

  private HtmlReport line(String text) {
    out.append(text).append('\n');
    return this;
  }

  static String escape(String text) {
    return MathmlPrinter.escape(Plain.lines(text)).replace("'", "&#39;");
  }

  private static String span(String style, String content) {
    return "<span class=\"%s\">%s</span>".formatted(style, content);
  }

  // the page

  private void write(Inspection inspection) {
    List<Checked> documents = inspection.documents();
    String title =
        documents.size() == 1
            ? "Formulas of " + documents.getFirst().name()
            : "Formulas of %d documents".formatted(documents.size());
    line(HtmlStyle.head(escape(title)));
    line("<header><h1>" + escape(title) + "</h1>");
    tally(inspection.tally());
    line("</header>");
    inspection
        .unread()
        .forEach(u ->
            line(
                "<p class=\"unread\">%s %s: %s</p>"
                    .formatted(
                        span("badge error", "not opened"), escape(u.name()), escape(u.reason()))));
    if (documents.size() > 1) {
      contents(documents);
    }
    for (int i = 0; i < documents.size(); i++) {
      document(documents.get(i), "d" + (i + 1), documents.size() > 1);
    }
    line("<footer>frechet " + Frechet.VERSION + "</footer>").line("</body></html>");
  }

  private void tally(Tally tally) {
    line("<p class=\"tally\">");
    if (tally.all() == 0) {
      line("No statements of mathematics were found.");
    }
    tally
        .counts()
        .forEach((status, n) -> {
          if (n > 0) {
            line(badge(status, n + " " + Standing.title(status)));
          }
        });
    line("</p>");
  }

  private static String badge(Status status, String text) {
    return span("badge " + Standing.of(status).word(), escape(text));
  }

  private void contents(List<Checked> documents) {
    line("<nav><ul>");
    for (int i = 0; i < documents.size(); i++) {
      Checked d = documents.get(i);
      line(
          "<li><a href=\"#d%d\">%s</a>: %s</li>"
              .formatted(i + 1, escape(d.name()), escape(Tally.of(d.report()).sentence())));
    }
    line("</ul></nav>");
  }

  private void document(Checked document, String id, boolean titled) {
    Report report = document.report();
    line("<section class=\"document\" id=\"" + id + "\">");
    if (titled) {
      line("<h1>" + escape(document.name()) + "</h1>");
      tally(Tally.of(report));
    }
    layouts(report, id);
    for (Standing standing : Standing.values()) {
      List<Finding> some =
          report.findings().stream().filter(f -> Standing.of(f.status()) == standing).toList();
      if (standing.isOpen() && !some.isEmpty()) {
        line("<h2>" + standing.heading() + "</h2>");
        some.forEach(f -> card(f, id));
      }
    }
    List<Finding> rest =
        report.findings().stream().filter(f -> !Standing.of(f.status()).isOpen()).toList();
    if (!rest.isEmpty()) {
      line("<h2>" + Standing.GOOD.heading() + "</h2>");
      table(rest, id);
    }
    line("<h2>The text</h2>");
    out.append(new MarkedText(report, id).html());
    line("</section>");
  }

  private void layouts(Report report, String id) {
    List<String> sentences = Layouts.sentences(report);
    if (sentences.isEmpty() && report.conflicts().isEmpty()) {
      return;
    }
    line("<ul class=\"layouts\">");
    sentences.forEach(s -> line("<li>" + escape(capital(s)) + ".</li>"));
    for (Conflict c : report.conflicts()) {
      String places =
          c.places().stream().map(p -> reference(id, p.line())).collect(Collectors.joining(", "));
      line(
          "<li>%s %s %s</li>"
              .formatted(span("badge warning", "conflict"), escape(c.message()), places));
    }
    line("</ul>");
  }

  private static String capital(String s) {
    return s.substring(0, 1).toUpperCase(Locale.ROOT) + s.substring(1);
  }

  private static String reference(String id, int line) {
    return "<a href=\"#%s-%d\">line %d</a>".formatted(id, line, line);
  }

  // one statement

  private void card(Finding f, String id) {
    Predicate<String> variables = variables(f);
    line("<article class=\"card %s\">".formatted(Standing.of(f.status()).word()));
    line(
        "<h3>%s %s %s %s</h3>"
            .formatted(
                badge(f.status(), Standing.title(f.status())),
                reference(id, f.at().line()),
                f.label().isEmpty() ? "" : span("label", escape(f.label())),
                Findings.step(f).isEmpty() ? "" : span("step", Findings.step(f))));
    line("<p class=\"verdict\">" + html(Findings.verdict(f), variables) + "</p>");
    line("<pre class=\"source\"><code>" + escape(f.source().strip()) + "</code></pre>");
    details(f, variables);
    line("</article>");
  }

  private static Predicate<String> variables(Finding f) {
    return f.decisive().map(j -> Formulas.variables(j.claimed().syntax())).orElse(_ -> false);
  }

  private void details(Finding f, Predicate<String> variables) {
    List<Remark> details = Findings.details(f);
    if (details.isEmpty()) {
      return;
    }
    line("<dl>");
    f.decisive()
        .filter(_ -> !Findings.step(f).isEmpty())
        .ifPresent(j -> {
          String step = span("formula", Formulas.mathmlEquation(j.claimed()));
          line("<dt>the step</dt><dd>" + step + "</dd>");
        });
    for (Remark r : details) {
      line(
          "<dt>%s</dt><dd class=\"%s\">%s</dd>"
              .formatted(
                  escape(r.role().label()),
                  r.role().name().toLowerCase(Locale.ROOT),
                  html(r, variables)));
    }
    line("</dl>");
  }

  private static String html(Remark remark, Predicate<String> variables) {
    return remark.pieces().stream()
        .map(p ->
            switch (p) {
              case Piece.Words(String text) -> escape(text);
              case Piece.Clause(String text) ->
                  HtmlPage.sentence(Plain.line(text), variables, Look.DEFAULT);
              case Piece.Values(String text) -> "<code>" + escape(text) + "</code>";
              case Piece.Formula f -> span("formula", Formulas.mathml(f));
            })
        .collect(Collectors.joining());
  }

  private void table(List<Finding> findings, String id) {
    line("<div class=\"wide\"><table>");
    line("<tr><th>line</th><th>status</th><th>statement</th><th>how sure</th></tr>");
    for (Finding f : findings) {
      String sure = f.decisive().flatMap(Remarks::certainty).orElse(f.message());
      line(
          "<tr><td>%s</td><td>%s</td><td class=\"statement\">%s</td><td class=\"sure\">%s</td></tr>"
              .formatted(
                  reference(id, f.at().line()),
                  badge(f.status(), Standing.title(f.status())),
                  statement(f),
                  escape(sure)));
    }
    line("</table></div>");
  }

  /// What was understood where it was judged, else what stands there.
  private static String statement(Finding f) {
    boolean understood = f.judgments().stream().noneMatch(j -> j.claimed().left().isBlank());
    return f.judgments().isEmpty() || !understood
        ? "<code>" + escape(Plain.shortened(f.source(), 300)) + "</code>"
        : f.judgments().stream()
            .map(j -> "<div class=\"formula\">" + Formulas.mathmlEquation(j.claimed()) + "</div>")
            .collect(Collectors.joining());
  }
}
