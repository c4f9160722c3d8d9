package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;

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
    return text.codePoints().map(Columns::width).sum();
  }

  static int width(int c) {
    if (c < 0x300) {
      return 1;
    }
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /// East Asian wide characters and emoji, by the blocks of Unicode's EastAsianWidth.txt.
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }

  /// {@return the text with control characters replaced, so that it cannot steer a terminal}
  static String visible(String text) {
    var visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = c == '\t' || c == '\n' || c == '\r';
      visible.append(blank ? ' ' : Character.isISOControl(c) || isBidi(c) ? '\ufffd' : c);
    }
    return visible.toString();
  }

  private static boolean isBidi(char c) {
    return (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
  }
}
