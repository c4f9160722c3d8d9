package org.frechet.page;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.frechet.page.Sheet.Given;
import org.frechet.print.LatexPrinter;
import org.frechet.print.Marks;
import org.frechet.print.Setting;
import org.frechet.print.Typography;
import org.frechet.syntax.Syntax;

/// Formulas of a page in LaTeX: for documents, and for Markdown.
record LatexFormula(Typography typography, Predicate<String> isVariable) {
  /// A relation and the space around it.
  private static final double RELATION = 2.7;

  private static final double INDENT = 2.5;

  /// {@return a formula without marks}
  String plain(Syntax tree) {
    return LatexText.settable(LatexPrinter.print(tree, Setting.of(isVariable, typography)));
  }

  String name(String name) {
    return plain(new Syntax.Name(name, Syntax.Span.NONE));
  }

  static String relation(String sign) {
    return LatexText.math(sign).strip();
  }

  /// {@return the lines of the right side of a row} What changed stays marked.
  ///
  /// @param room for the row, in widths of a digit
  List<String> lines(Sheet.Row row, double left, double room) {
    return lines(
        row.right(), Setting.of(isVariable, typography).stressing(row.changed()), room - left);
  }

  List<String> lines(Syntax tree, double room) {
    return lines(tree, Setting.of(isVariable, typography), room);
  }

  private static List<String> lines(Syntax tree, Setting setting, double room) {
    String latex = LatexText.settable(LatexPrinter.print(tree, setting.breakable()));
    return Lines.fill(new Chunks.Latex().of(latex), room - RELATION, INDENT, LatexWidth::of)
        .stream()
        .map(String::strip)
        .toList();
  }

  /// {@return how wide the left sides of rows are}
  double leftWidth(List<Sheet.Row> rows) {
    return rows.stream().mapToDouble(r -> LatexWidth.of(plain(r.left()))).max().orElse(0);
  }

  /// {@return `$Y \in \mathbb{R}^{n \times q}$, …`}
  String given(List<Given> given) {
    return given.stream().map(this::given).collect(Collectors.joining(", "));
  }

  private String given(Given g) {
    String space =
        g.shape().equals("scalar")
            ? ""
            : "^{" + LatexText.math(g.shape().replaceAll("×1$", "")).strip() + "}";
    return "$"
        + name(g.name())
        + " \\in \\mathbb{R}"
        + space
        + "$"
        + (g.words().isEmpty() ? "" : " (" + LatexText.words(g.words()) + ")");
  }

  /// {@return the formula where what changed is in this colour}
  static String coloured(String marked, String colour) {
    return marked
        .replace("" + Marks.STRESS, "\\textcolor{" + colour + "}{")
        .replace("" + Marks.CALM, "}");
  }
}
