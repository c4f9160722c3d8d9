package org.frechet.page;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.frechet.explain.Part;
import org.frechet.page.Lines.Chunk;
import org.frechet.page.Sheet.Given;
import org.frechet.page.Sheet.Row;
import org.frechet.page.Sheet.Section;
import org.frechet.print.Marks;
import org.frechet.print.MathmlPrinter;
import org.frechet.print.Setting;
import org.frechet.syntax.Syntax;

/// A derivation as one HTML file: MathML, no scripts, nothing from elsewhere, light and dark as the
/// reader's system is. A formula is several `math` elements, one for each piece that a line may end
/// after, so that browsers, which do not break MathML, break between them.
public final class HtmlPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      """;

  /// For any page with derivations in it.
  public static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1c1c1e; --paper: #fff; --dim: #5f6470; --line: #e3e4e8; --changed: #a3158a; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #ececf0; --paper: #17181b; --dim: #a3a8b4; --line: #33363d; --changed: #ff8be6; }
      }
      body { color: var(--ink); background: var(--paper); font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 58rem; padding: 1rem; }
      .derivation h1 { font-size: 1.25rem; margin: .5rem 0; }
      .derivation h1 math { math-style: compact; }
      .derivation h2 { font-size: 1.05rem; margin: 1.4rem 0 .4rem; }
      .derivation math { font-size: 1.12em; math-style: normal; }
      .derivation .question { font-size: 1.1rem; }
      .derivation .given, .derivation .remarks { color: var(--dim); margin: .3rem 0; }
      .derivation .lines { border-collapse: collapse; width: 100%; }
      .derivation .lines td { padding: .4rem .15rem; vertical-align: baseline; }
      .derivation .lines tr + tr { border-top: 1px solid var(--line); }
      .derivation .left { text-align: right; white-space: nowrap; width: 1%; }
      .derivation .relation { width: 1%; padding: .4rem .4rem; }
      .derivation .line { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: baseline; }
      .derivation .formula { flex: 0 1 auto; min-width: 0; overflow-wrap: anywhere; padding-left: 1.2em; text-indent: -1.2em; }
      .derivation .formula math { text-indent: 0; overflow-wrap: normal; }
      .derivation .rule { margin-left: auto; color: var(--dim); font-size: .9rem; }
      .derivation .why { color: var(--dim); font-size: .88rem; margin: .1rem 0 0; }
      .derivation .needs { font-size: .88rem; margin: .1rem 0 0; }
      .derivation .changed { color: var(--changed); }
      .derivation .name { font-style: italic; }
      .derivation .wide { overflow-x: auto; }
      .derivation .numbers { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      .derivation .numbers th, .derivation .numbers td { border-bottom: 1px solid var(--line); padding: .25rem .8rem .25rem 0; text-align: left; }
      .derivation .closing { margin-top: 1.2rem; }
      @media (max-width: 34rem) { .derivation .rule { margin-left: 1.2em; } }
      @media print {
        :root { --ink: #000; --paper: #fff; --dim: #444; --line: #ccc; --changed: #a3158a; }
        body { max-width: none; padding: 0; font-size: 11pt; }
        .derivation .lines tr { break-inside: avoid; }
      }
      """;

  private final Look look;
  private final Predicate<String> isVariable;
  private final Prose prose;
  private final StringBuilder out = new StringBuilder();

  private HtmlPage(Look look, Predicate<String> isVariable) {
    this.look = look;
    this.isVariable = isVariable;
    this.prose = new Prose(look.typography(), isVariable);
  }

  /// {@return a complete file}
  public static String of(Sheet sheet, Look look) {
    return document(sheet.title(), List.of(fragment(sheet, look)));
  }

  /// {@return a file of several fragments}
  public static String document(String title, List<String> fragments) {
    return HEAD
        + "<title>"
        + MathmlPrinter.escape(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n"
        + String.join("\n", fragments)
        + "</body>\n</html>\n";
  }

  /// {@return the derivation as an `article`, for pages with [#STYLE]}
  public static String fragment(Sheet sheet, Look look) {
    var page = new HtmlPage(look, sheet.isVariable());
    page.write(sheet);
    return page.out.toString();
  }

  /// {@return a formula, in pieces between which a line may end}
  public static String formula(Syntax tree, Predicate<String> isVariable, Look look) {
    return math(tree, Setting.of(isVariable, look.typography()));
  }

  /// {@return the same with pieces, by identity, in rows of class `changed`}
  public static String formula(
      Syntax tree, Predicate<String> isVariable, Look look, Set<Syntax> changed) {
    return math(tree, Setting.of(isVariable, look.typography()).stressing(changed));
  }

  /// {@return a sentence with formulas in it, as rules and conditions have them}
  public static String sentence(String text, Predicate<String> isVariable, Look look) {
    return new HtmlPage(look, isVariable).prose(text);
  }

  // pieces

  private HtmlPage line(String text) {
    out.append(text).append('\n');
    return this;
  }

  private String prose(String text) {
    return MathmlPrinter.escape(text.isEmpty() ? "" : prose.unicode(text));
  }

  private String paragraph(String style, String content) {
    return content.isEmpty() ? "" : "<p class=\"%s\">%s</p>".formatted(style, content);
  }

  private String math(Syntax tree) {
    return math(tree, Setting.of(isVariable, look.typography()));
  }

  private String whole(Syntax tree) {
    Setting setting = Setting.of(isVariable, look.typography());
    return "<math>" + MathmlPrinter.print(tree, setting) + "</math>";
  }

  private static String math(Syntax tree, Setting setting) {
    String marked =
        MathmlPrinter.print(tree, setting.breakable())
            .replace("" + Marks.STRESS, "<mrow class=\"changed\">")
            .replace("" + Marks.CALM, "</mrow>");
    List<Chunk> chunks = new Chunks.Mathml().of(marked);
    var math = new StringBuilder();
    for (int i = 0; i < chunks.size(); i++) {
      Chunk c = chunks.get(i);
      String closing = i + 1 < chunks.size() ? chunks.get(i + 1).closing() : "";
      math.append(i == 0 ? "" : "<wbr>");
      math.append("<math>").append(c.opening()).append(c.text()).append(closing).append("</math>");
    }
    return math.toString();
  }

  // the page

  private void write(Sheet sheet) {
    line("<article class=\"derivation\">");
    String sought =
        sheet.question().stream().skip(1).map(q -> math(q) + " by ").collect(Collectors.joining());
    line("<h1>" + sought + MathmlPrinter.escape(sheet.title()) + "</h1>");
    sheet.question().stream().limit(1).map(this::math).forEach(q -> line(paragraph("question", q)));
    line(
        paragraph(
            "given", sheet.given().stream().map(this::given).collect(Collectors.joining(", "))));
    line(
        paragraph(
            "remarks",
            sheet.remarks().stream().map(this::prose).collect(Collectors.joining("; "))));
    sheet.sections().forEach(this::section);
    line("<div class=\"closing\">");
    sheet.closing().forEach(c -> line("<p>" + prose(c) + "</p>"));
    line("</div>").line("</article>");
  }

  private String given(Given g) {
    String name = math(new Syntax.Name(g.name(), Syntax.Span.NONE));
    return name + ": " + prose((g.shape() + " " + g.words()).strip());
  }

  private void section(Section section) {
    line("<section>");
    if (!section.title().isEmpty()) {
      line("<h2>" + prose(section.title()) + "</h2>");
    }
    if (!section.rows().isEmpty()) {
      line("<table class=\"lines\">");
      section.rows().forEach(this::row);
      line("</table>");
    }
    section.notes().forEach(n -> line("<p>" + prose(n) + "</p>"));
    section.table().ifPresent(this::table);
    line("</section>");
  }

  private void row(Row row) {
    Setting setting = Setting.of(isVariable, look.typography()).stressing(row.changed());
    String shape = look.shapes() ? " · " + prose(row.shape()) : "";
    line("<tr>");
    line("<td class=\"left\">" + (row.repeats() ? "" : whole(row.left())) + "</td>");
    line("<td class=\"relation\">" + MathmlPrinter.escape(row.relation()) + "</td>");
    line(
        "<td><div class=\"line\"><span class=\"formula\">"
            + math(row.right(), setting)
            + "</span>");
    line("<span class=\"rule\">" + prose(row.rule().name()) + shape + "</span></div>");
    line(paragraph("why", prose(row.statement())));
    line(paragraph("why", prose(row.reason())));
    String needs = row.conditions().stream().map(this::prose).collect(Collectors.joining(", "));
    line(paragraph("needs", needs.isEmpty() ? "" : "needs " + needs)).line("</td></tr>");
  }

  private void table(Part.Table table) {
    line("<div class=\"wide\"><table class=\"numbers\">");
    if (!table.title().isEmpty()) {
      line("<caption>" + prose(table.title()) + "</caption>");
    }
    line(cells("th", table.header()));
    table.rows().forEach(r -> line(cells("td", r)));
    line("</table></div>");
  }

  private String cells(String tag, List<String> cells) {
    return cells.stream()
        .map(c -> "<" + tag + ">" + prose(c) + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>"));
  }
}
