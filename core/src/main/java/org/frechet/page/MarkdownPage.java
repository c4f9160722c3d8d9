package org.frechet.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.frechet.explain.Part;
import org.frechet.page.Sheet.Row;
import org.frechet.page.Sheet.Section;
import org.frechet.print.Marks;
import org.frechet.syntax.Syntax;

/// A derivation in Markdown: the lines as one aligned block between `$$`, numbered, and a numbered
/// list of the rules. Only commands that GitHub, GitLab, MathJax and KaTeX all know.
public final class MarkdownPage {
  private static final double ROOM = 70;

  private final Look look;
  private final LatexFormula formulas;
  private final Prose prose;
  private final StringBuilder out = new StringBuilder();

  private MarkdownPage(Look look, LatexFormula formulas) {
    this.look = look;
    this.formulas = formulas;
    this.prose = new Prose(look.typography(), formulas.isVariable());
  }

  /// {@return the page}
  public static String of(Sheet sheet, Look look) {
    var page = new MarkdownPage(look, new LatexFormula(look.typography(), sheet.isVariable()));
    page.write(sheet);
    return page.out.toString();
  }

  private MarkdownPage line(String text) {
    out.append(text).append('\n');
    return this;
  }

  /// GitHub takes no `\operatorname`; `<` would begin a tag.
  private static String portable(String latex) {
    return Marks.none(latex)
        .replace("\\operatorname{", "\\mathrm{")
        .replace("<", "\\lt ")
        .replace(">", "\\gt ");
  }

  private String inline(Syntax tree) {
    return "$" + portable(formulas.plain(tree)) + "$";
  }

  /// Sentences: what LaTeX escapes in words, Markdown escapes in its own way.
  private String prose(String text) {
    var parts = new ArrayList<String>();
    for (Prose.Stretch s : prose.stretches(text)) {
      parts.add(
          s.math()
              ? "$" + portable(LatexText.math(prose.signs(s.body())).strip()) + "$" + s.end()
              : escaped(s.text()));
    }
    return String.join(" ", parts);
  }

  private static String escaped(String words) {
    return words.replaceAll("([\\\\`*_{}\\[\\]<>#|$])", "\\\\$1");
  }

  private void write(Sheet sheet) {
    String sought =
        sheet.question().stream()
            .skip(1)
            .map(q -> inline(q) + " by ")
            .collect(Collectors.joining());
    line("## " + sought + escaped(sheet.title())).line("");
    sheet.question().stream()
        .limit(1)
        .forEach(q -> {
          if (q instanceof Syntax.Equation e) {
            List<String> lines = formulas.lines(e.right(), ROOM);
            display(
                List.of(formulas.plain(e.left()) + " &= " + String.join(" \\\\\n&\\quad ", lines)));
          } else {
            display(formulas.lines(q, ROOM));
          }
        });
    if (!sheet.given().isEmpty()) {
      line("with " + portable(formulas.given(sheet.given())) + ".").line("");
    }
    if (!sheet.remarks().isEmpty()) {
      line(sheet.remarks().stream().map(this::prose).collect(Collectors.joining("; ", "", ".")));
      line("");
    }
    int number = 1;
    for (Section section : sheet.sections()) {
      section(section, number);
      number += section.rows().size();
    }
    sheet.closing().forEach(c -> line(prose(c)).line(""));
  }

  private void display(List<String> rows) {
    line("$$").line("\\begin{aligned}");
    line(portable(String.join(" \\\\\n", rows)));
    line("\\end{aligned}").line("$$").line("");
  }

  private void section(Section section, int from) {
    if (!section.title().isEmpty()) {
      line("### " + prose(section.title())).line("");
    }
    var rows = new ArrayList<String>();
    var rules = new ArrayList<String>();
    double left = formulas.leftWidth(section.rows());
    for (Row row : section.rows()) {
      int number = from + rows.size();
      String lead = row.repeats() ? "" : formulas.plain(row.left()) + " ";
      rows.add(
          lead
              + "&"
              + LatexFormula.relation(row.relation())
              + " "
              + String.join(" \\\\\n&\\quad ", formulas.lines(row, left, ROOM))
              + " && \\text{("
              + number
              + ")}");
      rules.add(number + ". " + why(row));
    }
    if (!rows.isEmpty()) {
      display(rows);
      rules.forEach(this::line);
      line("");
    }
    section.notes().forEach(n -> line(prose(n)).line(""));
    section.table().ifPresent(this::table);
  }

  private String why(Row row) {
    var why = new ArrayList<String>();
    if (!row.statement().isEmpty()) {
      why.add(prose(row.statement()));
    }
    if (!row.reason().isEmpty()) {
      why.add(prose(row.reason()));
    }
    if (!row.conditions().isEmpty()) {
      why.add(
          row.conditions().stream()
              .map(this::prose)
              .collect(Collectors.joining(", ", "needs ", "")));
    }
    if (look.shapes()) {
      why.add("shape " + prose(row.shape()));
    }
    String name = "**" + escaped(row.rule().name()) + "**";
    return why.isEmpty() ? name : name + ": " + String.join("; ", why);
  }

  private void table(Part.Table table) {
    if (!table.title().isEmpty()) {
      line("**" + prose(table.title()) + "**").line("");
    }
    line(cells(table.header()));
    line("|" + "---|".repeat(table.header().size()));
    table.rows().forEach(r -> line(cells(r)));
    line("");
  }

  private String cells(List<String> cells) {
    return cells.stream().map(this::prose).collect(Collectors.joining(" | ", "| ", " |"));
  }
}
