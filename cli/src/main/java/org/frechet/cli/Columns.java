package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import org.frechet.cli.report.Plain;
import org.frechet.page.Widths;

/// Lines with notes beside them, aligned as a terminal shows them.
final class Columns {
  private static final int NOTES = 37;
  private static final int WIDEST = 58;
  private static final int GAP = 3;

  private record Row(String text, String note) {}

  private final List<Row> rows = new ArrayList<>();

  Columns add(String text, String note) {
    rows.add(new Row(text, note));
    return this;
  }

  /// {@return the lines; the note of a long line goes below it}
  List<String> lines(Ink ink) {
    int column = NOTES;
    for (Row row : rows) {
      int width = width(row.text);
      if (width <= WIDEST && !row.note.isEmpty()) {
        column = Math.max(column, width + GAP);
      }
    }
    var lines = new ArrayList<String>();
    for (Row row : rows) {
      int width = width(row.text);
      if (row.note.isEmpty()) {
        lines.add(row.text);
      } else if (width <= WIDEST) {
        lines.add(row.text + " ".repeat(column - width) + ink.dim(row.note));
      } else {
        lines.add(row.text);
        lines.add("    " + ink.dim(row.note));
      }
    }
    return lines;
  }

  /// {@return how many columns of a terminal a text takes}
  static int width(String text) {
    return Widths.of(text);
  }

  static int width(int c) {
    return Widths.of(c);
  }

  /// {@return the text with control characters replaced, so that it cannot steer a terminal}
  static String visible(String text) {
    return Plain.line(text);
  }
}
