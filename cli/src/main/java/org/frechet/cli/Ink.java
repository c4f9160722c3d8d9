package org.frechet.cli;

import org.frechet.print.Marks;

/// Colours, or none. See <https://no-color.org>.
record Ink(boolean coloured) {
  static final Ink NONE = new Ink(false);

  String bold(String text) {
    return in("1", text);
  }

  String dim(String text) {
    return in("2", text);
  }

  String red(String text) {
    return in("1;31", text);
  }

  String green(String text) {
    return in("32", text);
  }

  String yellow(String text) {
    return in("33", text);
  }

  /// {@return the text with what stands between marks in colour}
  String marked(String text) {
    return coloured
        ? text.replace("" + Marks.STRESS, "\u001b[1;35m").replace("" + Marks.CALM, "\u001b[m")
        : Marks.none(text);
  }

  private String in(String code, String text) {
    return coloured && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[m" : text;
  }
}
