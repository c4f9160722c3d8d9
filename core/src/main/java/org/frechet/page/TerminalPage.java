package org.frechet.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.frechet.explain.Part;
import org.frechet.page.Sheet.Row;
import org.frechet.page.Sheet.Section;
import org.frechet.print.Marks;
import org.frechet.print.Setting;
import org.frechet.print.UnicodePrinter;
import org.frechet.syntax.Syntax;

/// A derivation in a terminal: formulas aligned at their relations, the names of rules at the right
/// margin, what a rule says below its first use.
///
/// ```
///      df = 2 ⟨X B − Y, X dB⟩                                        linearity
///         = 2 ⟨Xᵀ (X B − Y), dB⟩                      rotation under the trace
///             ⟨G, A dX B⟩ = tr(G′A dX B) = tr(B G′A dX) = ⟨A′G B′, dX⟩
/// ```
public final class TerminalPage {
  /// What fits a terminal.
  public static final int WIDTH = 80;

  private static final int MARGIN = 2;
  private static final int INDENT = 4;
  private static final int GAP = 3;
  private static final int WIDEST_LEFT = 16;

  private final Look look;
  private final boolean coloured;
  private final int width;
  private final Predicate<String> isVariable;
  private final Prose prose;
  private final List<String> out = new ArrayList<>();

  private TerminalPage(Look look, boolean coloured, int width, Predicate<String> isVariable) {
    this.look = look;
    this.coloured = coloured;
    this.width = width;
    this.isVariable = isVariable;
    this.prose = new Prose(look.typography(), isVariable);
  }

  /// {@return the page, without a line end at its end}
  ///
  /// @param coloured whether escape sequences may be written
  /// @param width in columns, such as [#WIDTH]
  public static String of(Sheet sheet, Look look, boolean coloured, int width) {
    var page = new TerminalPage(look, coloured, width, sheet.isVariable());
    page.write(sheet);
    return String.join("\n", page.out);
  }

  private void write(Sheet sheet) {
    sheet.question().stream().limit(1).forEach(q -> formula("", 0, q));
    String given =
        sheet.given().stream()
            .map(g ->
                name(g.name()) + ": " + g.shape() + (g.words().isEmpty() ? "" : " " + g.words()))
            .collect(Collectors.joining("   "));
    words(given, 0, this::plain);
    sheet.question().stream()
        .skip(1)
        .map(this::printed)
        .map(Marks::none)
        .forEach(q -> words(q + " by " + sheet.title(), 0, this::bold));
    if (sheet.question().size() < 2 && !sheet.title().isEmpty()) {
      words(sheet.title(), 0, this::bold);
    }
    sheet.remarks().forEach(r -> words(prose(r), 0, this::dim));
    sheet.sections().forEach(this::section);
    out.add("");
    sheet.closing().forEach(c -> words(prose(c), 0, this::plain));
  }

  private String name(String name) {
    return UnicodePrinter.print(new Syntax.Name(name, Syntax.Span.NONE));
  }

  private String printed(Syntax tree) {
    return UnicodePrinter.print(tree, Setting.of(isVariable, look.typography()).breakable());
  }

  private void section(Section section) {
    out.add("");
    words(section.title(), 0, this::bold);
    int left =
        section.rows().stream()
            .filter(r -> !r.repeats())
            .mapToInt(r -> Widths.of(printed(r.left())))
            .filter(w -> w <= WIDEST_LEFT)
            .max()
            .orElse(0);
    section.rows().forEach(r -> row(r, left));
    section.notes().forEach(n -> words(n, MARGIN, this::plain));
    section.table().ifPresent(this::table);
  }

  private void row(Row row, int leftWidth) {
    String left = row.repeats() ? "" : Marks.none(printed(row.left()));
    int indent = MARGIN + leftWidth;
    if (Widths.of(left) > leftWidth) {
      List<String> parts = broken(printed(row.left()), width - MARGIN);
      for (int i = 0; i < parts.size(); i++) {
        out.add(" ".repeat(i == 0 ? MARGIN : MARGIN + 2) + Marks.none(parts.get(i)));
      }
      left = "";
    }
    String lead = " ".repeat(indent - Widths.of(left)) + left + " " + row.relation() + " ";
    int column = Widths.of(lead);
    String printed =
        UnicodePrinter.print(
            row.right(),
            Setting.of(isVariable, look.typography()).stressing(row.changed()).breakable());
    List<String> lines = broken(printed, width - column);
    for (int i = 0; i < lines.size(); i++) {
      String start = i == 0 ? lead : " ".repeat(column + 2);
      out.add(start + ink(lines.get(i)));
    }
    int used = column + (lines.size() > 1 ? 2 : 0) + Widths.of(lines.getLast());
    ruleOf(row, used, column);
  }

  /// The name of the rule goes to the right margin, if there is room for it.
  private void ruleOf(Row row, int used, int column) {
    String shape = look.shapes() ? "   " + row.shape() : "";
    String name = row.rule().name() + shape;
    boolean beside = used + GAP + Widths.of(name) <= width;
    if (beside) {
      String line = out.removeLast();
      out.add(line + " ".repeat(width - used - Widths.of(name)) + dim(name));
    }
    String statement = prose(row.statement());
    String colon = statement.isEmpty() ? "" : ": " + statement;
    words(beside ? statement : name + colon, column + INDENT, this::dim);
    words(prose(row.reason()), column + INDENT, this::dim);
    if (!row.conditions().isEmpty()) {
      String conditions =
          row.conditions().stream().map(this::prose).collect(Collectors.joining(", "));
      String needs = conditions.startsWith("not ") ? "" : "needs: ";
      words(needs + conditions, column + INDENT, this::plain);
    }
  }

  private String prose(String text) {
    return text.isEmpty() ? "" : prose.unicode(text);
  }

  private List<String> broken(String printed, int room) {
    return Lines.fill(new Chunks.Unicode().of(printed), room, 2, Widths::of).stream()
        .map(String::strip)
        .toList();
  }

  private void formula(String before, int indent, Syntax tree) {
    int column = indent + Widths.of(before);
    List<String> lines = broken(printed(tree), width - column);
    for (int i = 0; i < lines.size(); i++) {
      out.add((i == 0 ? " ".repeat(indent) + before : " ".repeat(column + 2)) + ink(lines.get(i)));
    }
  }

  /// Words, wrapped; nothing for no words.
  private void words(String text, int indent, java.util.function.UnaryOperator<String> style) {
    var line = new StringBuilder();
    for (String word : text.strip().split("(?<=\\S)(?= )")) {
      if (!line.isEmpty() && Widths.of(line + word) > width - indent) {
        out.add(" ".repeat(indent) + style.apply(line.toString().strip()));
        line.setLength(0);
      }
      line.append(line.isEmpty() ? word.stripLeading() : word);
    }
    if (!line.isEmpty()) {
      out.add(" ".repeat(indent) + style.apply(line.toString().strip()));
    }
  }

  private void table(Part.Table table) {
    out.add("");
    words(prose(table.title()), MARGIN, this::bold);
    var rows = new ArrayList<List<String>>();
    rows.add(table.header());
    rows.addAll(table.rows());
    List<List<String>> cells =
        rows.stream().map(r -> r.stream().map(this::prose).toList()).toList();
    int columns = table.header().size();
    int[] widths = new int[columns];
    for (List<String> row : cells) {
      for (int j = 0; j < Math.min(columns, row.size()); j++) {
        widths[j] = Math.max(widths[j], Widths.of(row.get(j)));
      }
    }
    boolean fits = java.util.Arrays.stream(widths).sum() + GAP * columns + MARGIN <= width;
    for (int i = fits ? 0 : 1; i < cells.size(); i++) {
      if (fits) {
        String line = aligned(cells.get(i), widths);
        out.add(i == 0 ? dim(line) : line);
      } else {
        listed(cells.getFirst(), cells.get(i));
      }
    }
  }

  private static String aligned(List<String> row, int[] widths) {
    var line = new StringBuilder(" ".repeat(MARGIN));
    for (int j = 0; j < row.size(); j++) {
      String cell = row.get(j);
      line.append(cell).append(" ".repeat(widths[j] - Widths.of(cell) + GAP));
    }
    return line.toString().stripTrailing();
  }

  private void listed(List<String> header, List<String> row) {
    for (int j = 0; j < row.size(); j++) {
      words(header.get(j) + ": " + row.get(j), j == 0 ? MARGIN : MARGIN + 2, this::plain);
    }
  }

  // ink

  private String ink(String text) {
    return coloured
        ? text.replace("" + Marks.STRESS, "\u001b[1;35m").replace("" + Marks.CALM, "\u001b[m")
        : Marks.none(text);
  }

  private String plain(String text) {
    return text;
  }

  private String dim(String text) {
    return styled("2", text);
  }

  private String bold(String text) {
    return styled("1", text);
  }

  private String styled(String code, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[m" : text;
  }
}
