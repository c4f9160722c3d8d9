package org.frechet.cli;

import org.frechet.shape.Problem;

/// A refusal as people read it: what is wrong, the place underlined, what to do.
///
/// ```
/// error: cannot multiply X (n×p) by Y (n×q): inner dimensions p and n differ
///   norm2(X*Y)
///         ~~~
///   hint: did you mean X'*Y?
/// ```
final class Complaint {
  /// How much of a long expression is shown around the place.
  private static final int WINDOW = 70;

  private Complaint() {}

  /// {@return the lines, without a line break at the end} @param source what the place counts in
  static String of(Problem problem, String source, Ink ink) {
    var text = new StringBuilder();
    text.append(ink.red("error:")).append(' ').append(ink.bold(Columns.visible(problem.message())));
    if (problem.start() >= 0 && problem.start() <= source.length() && !source.isBlank()) {
      underline(text, source, problem.start(), Math.max(problem.start(), problem.end()), ink);
    }
    if (!problem.hint().isEmpty()) {
      text.append("\n  ").append(ink.dim("hint:")).append(' ');
      text.append(Columns.visible(problem.hint()));
    }
    return text.toString();
  }

  private static void underline(StringBuilder text, String source, int start, int end, Ink ink) {
    int lineStart = source.lastIndexOf('\n', start - 1) + 1;
    int lineEnd = source.indexOf('\n', start);
    lineEnd = lineEnd < 0 ? source.length() : lineEnd;
    end = Math.min(end, lineEnd);

    // The window: the place with what fits around it.
    int shown = Math.min(end - start, WINDOW);
    int from = Math.max(lineStart, start - (WINDOW - shown) / 2);
    int to = Math.min(lineEnd, from + WINDOW);
    from = Math.max(lineStart, Math.min(from, to - WINDOW));
    from = boundary(source, from);
    to = boundary(source, to);

    String before = (from > lineStart ? "…" : "") + Columns.visible(source.substring(from, start));
    String place = Columns.visible(source.substring(start, Math.max(start, Math.min(end, to))));
    String after =
        Columns.visible(source.substring(Math.max(start, Math.min(end, to)), Math.max(start, to)));
    String mark = place.isEmpty() ? "^" : "~".repeat(Math.max(1, Columns.width(place)));
    text.append("\n  ").append(before).append(place).append(after);
    text.append(to < lineEnd ? "…" : "");
    text.append("\n  ").append(" ".repeat(Columns.width(before))).append(ink.red(mark));
  }

  /// {@return the index, moved so that it does not split a character of two units}
  private static int boundary(String s, int i) {
    return i > 0
            && i < s.length()
            && Character.isLowSurrogate(s.charAt(i))
            && Character.isHighSurrogate(s.charAt(i - 1))
        ? i - 1
        : i;
  }
}
