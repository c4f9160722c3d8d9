package org.frechet.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.frechet.explain.Part;
import org.frechet.page.Sheet.Row;
import org.frechet.page.Sheet.Section;
import org.frechet.syntax.Syntax;

/// A derivation in LaTeX: a document that compiles as it stands, or a part of one that needs
/// `amsmath`, `amssymb` and `xcolor`. The name of a rule is the tag of its line.
public final class LatexPage {
  private static final String PREAMBLE =
      """
      \\documentclass[11pt,a4paper]{article}
      \\usepackage[utf8]{inputenc}
      \\usepackage[margin=25mm]{geometry}
      \\usepackage{amsmath,amssymb,xcolor}
      \\allowdisplaybreaks
      \\setlength{\\parindent}{0pt}
      \\setlength{\\parskip}{4pt plus 2pt}
      """;

  private static final String COLOURS =
      """
      \\providecolor{changed}{HTML}{A3158A}
      \\providecolor{rule}{gray}{0.35}
      """;

  /// The width of the text in digits of 11 points, less something for the error of estimating.
  private static final double ROOM = 72;

  private final Look look;
  private final LatexFormula formulas;
  private final Prose prose;
  private final StringBuilder out = new StringBuilder();
  private final Map<String, String> stated = new LinkedHashMap<>();

  private LatexPage(Look look, LatexFormula formulas) {
    this.look = look;
    this.formulas = formulas;
    this.prose = new Prose(look.typography(), formulas.isVariable());
  }

  /// {@return a complete document}
  public static String of(Sheet sheet, Look look) {
    return document(List.of(fragment(sheet, look)));
  }

  /// {@return a document of several fragments}
  public static String document(List<String> fragments) {
    return PREAMBLE
        + "\\begin{document}\n"
        + String.join("\n\\bigskip\n\n", fragments)
        + "\\end{document}\n";
  }

  /// {@return the derivation without a preamble, for documents that load `amsmath`, `amssymb` and
  /// `xcolor`}
  public static String fragment(Sheet sheet, Look look) {
    var page = new LatexPage(look, new LatexFormula(look.typography(), sheet.isVariable()));
    page.write(sheet);
    return page.out.toString();
  }

  /// {@return a formula in lines for `align` that are as wide as the page}
  ///
  /// @param before what stands before it on its first line
  public static List<String> formula(
      Syntax tree, String before, Predicate<String> isVariable, Look look) {
    return new LatexFormula(look.typography(), isVariable)
        .lines(tree, ROOM - LatexWidth.of(before));
  }

  /// {@return a sentence with formulas in it, as rules and conditions have them}
  public static String sentence(String text, Predicate<String> isVariable, Look look) {
    return LatexText.of(text, new Prose(look.typography(), isVariable));
  }

  private String prose(String text) {
    return LatexText.of(text, prose);
  }

  private LatexPage line(String text) {
    out.append(text).append('\n');
    return this;
  }

  private void write(Sheet sheet) {
    out.append(COLOURS);
    String sought =
        sheet.question().stream()
            .skip(1)
            .map(q -> "$\\displaystyle " + formulas.plain(q) + "$ by ")
            .collect(Collectors.joining());
    line("\\textbf{" + sought + LatexText.words(sheet.title()) + "}");
    sheet.question().stream().limit(1).forEach(this::question);
    if (!sheet.given().isEmpty()) {
      line("with " + formulas.given(sheet.given()) + ".").line("");
    }
    if (!sheet.remarks().isEmpty()) {
      String remarks = sheet.remarks().stream().map(this::prose).collect(Collectors.joining("; "));
      line("{\\small\\color{rule}" + remarks + (remarks.endsWith(".") ? "}" : ".}"));
    }
    sheet.sections().forEach(this::section);
    rules();
    sheet.closing().forEach(c -> line(prose(c)).line(""));
  }

  private void question(Syntax question) {
    boolean equation = question instanceof Syntax.Equation;
    Syntax right = question instanceof Syntax.Equation e ? e.right() : question;
    String left = question instanceof Syntax.Equation e ? formulas.plain(e.left()) : "";
    List<String> lines = formulas.lines(right, ROOM - LatexWidth.of(left));
    line("\\begin{align*}");
    line(left + " &" + (equation ? "= " : "") + String.join(" \\\\\n&\\quad ", lines));
    line("\\end{align*}");
  }

  private void section(Section section) {
    if (!section.title().isEmpty()) {
      line("\\par\\medskip\\textbf{" + prose(section.title()) + "}");
    }
    if (!section.rows().isEmpty()) {
      double left = formulas.leftWidth(section.rows());
      line("\\begin{align*}");
      line(section.rows().stream().map(r -> row(r, left)).collect(Collectors.joining(" \\\\\n")));
      line("\\end{align*}");
    }
    line("");
    section.notes().forEach(n -> line(prose(n)).line(""));
    section.table().ifPresent(this::table);
  }

  private String row(Row row, double left) {
    List<String> lines = formulas.lines(row, left, ROOM);
    var text = new StringBuilder(row.repeats() ? "" : formulas.plain(row.left()) + " ");
    text.append("&").append(LatexFormula.relation(row.relation())).append(' ');
    text.append(LatexFormula.coloured(String.join(" \\\\\n&\\quad ", lines), "changed"));
    String shape = look.shapes() ? " \\quad $" + LatexText.math(row.shape()).strip() + "$" : "";
    if (look.shapes() && row.shape().equals("scalar")) {
      shape = " \\quad scalar";
    }
    boolean beside = lines.size() == 1 && left + LatexWidth.of(lines.getFirst()) < ROOM / 3;
    if (beside && !row.conditions().isEmpty()) {
      text.append(" \\qquad \\text{\\small\\color{rule} needs ").append(needs(row)).append('}');
    }
    text.append("\n\\tag*{\\small\\color{rule} ").append(prose(row.rule().name())).append(shape);
    text.append('}');
    if (!row.statement().isEmpty()) {
      stated.merge(row.rule().name(), row.statement(), (a, b) -> a + "; " + b);
    }
    var below = new ArrayList<String>();
    if (!row.reason().isEmpty()) {
      below.add(prose(row.reason()));
    }
    if (!row.conditions().isEmpty() && !beside) {
      below.add("needs " + needs(row));
    }
    if (!below.isEmpty()) {
      text.append(
          " \\\\*[-5pt]\n&\\quad\\parbox[t]{0.7\\linewidth}{\\raggedright\\small\\color{rule} ");
      text.append(String.join("; ", below)).append('}');
    }
    return text.toString();
  }

  private String needs(Row row) {
    return row.conditions().stream().map(this::prose).collect(Collectors.joining(", "));
  }

  /// What the rules say, once each.
  private void rules() {
    if (stated.isEmpty()) {
      return;
    }
    line("{\\small\\color{rule}");
    stated.forEach(
        (name, statement) -> line("\\textbf{" + prose(name) + "}: " + prose(statement) + "\\\\"));
    out.setLength(out.length() - "\\\\\n".length());
    line("\\par}").line("");
  }

  private void table(Part.Table table) {
    if (!table.title().isEmpty()) {
      line(prose(table.title())).line("");
    }
    line("{\\small\\begin{tabular}{" + "l".repeat(table.header().size()) + "}");
    line(cells(table.header()) + "\\hline");
    table.rows().forEach(r -> line(cells(r)));
    line("\\end{tabular}\\par}").line("");
  }

  private String cells(List<String> cells) {
    return cells.stream().map(this::prose).collect(Collectors.joining(" & ", "", " \\\\ "));
  }
}
