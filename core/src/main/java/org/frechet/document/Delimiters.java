package org.frechet.document;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds where mathematics begins and ends. What opens and does not close is text; that something
/// does not close is remembered, so that a text is read in linear time whatever stands in it.
final class Delimiters {
  /// A passage found.
  ///
  /// @param from where its content begins
  /// @param to where its content ends
  /// @param end where it ends itself
  record Found(int from, int to, int end, boolean display, String environment) {}

  private final String text;

  /// Up to where each closing delimiter is known not to occur.
  private final Map<String, Integer> absent = new HashMap<>();

  private int paragraph = -1;

  Delimiters(String text) {
    this.text = text;
  }

  /// {@return the end of the paragraph of an offset: the next blank line}
  int paragraphEnd(int offset) {
    if (offset < paragraph) {
      return paragraph;
    }
    int line = text.indexOf('\n', offset);
    while (line >= 0) {
      int next = line + 1;
      while (next < text.length()
          && (text.charAt(next) == ' ' || text.charAt(next) == '\t' || text.charAt(next) == '\r')) {
        next++;
      }
      if (next >= text.length() || text.charAt(next) == '\n') {
        paragraph = line;
        return line;
      }
      line = text.indexOf('\n', next);
    }
    paragraph = text.length();
    return paragraph;
  }

  /// {@return the passage that begins at an offset, if one does}
  Optional<Found> at(int offset) {
    char c = text.charAt(offset);
    if (c == '$') {
      return text.startsWith("$$", offset) ? doubled(offset) : dollars(offset);
    }
    if (c != '\\' || offset + 1 >= text.length()) {
      return Optional.empty();
    }
    return switch (text.charAt(offset + 1)) {
      case '(' -> between(offset, "\\(", "\\)", paragraphEnd(offset), false);
      case '[' -> between(offset, "\\[", "\\]", text.length(), true);
      case 'b' -> environment(offset);
      default -> Optional.empty();
    };
  }

  private Optional<Found> doubled(int offset) {
    Optional<Found> found = between(offset, "$$", "$$", text.length(), true);
    // prose of many lines between two stray signs is no formula
    return found.filter(f -> !hasBlankLines(f.from(), f.to()));
  }

  private boolean hasBlankLines(int from, int to) {
    return paragraphEnd(from) < to
        && !text.substring(paragraphEnd(from), to).isBlank()
        && !text.substring(from, paragraphEnd(from)).isBlank();
  }

  private Optional<Found> between(
      int offset, String open, String close, int limit, boolean display) {
    int from = offset + open.length();
    int to = find(close, from, limit);
    return to < 0
        ? Optional.empty()
        : Optional.of(new Found(from, to, to + close.length(), display, ""));
  }

  private int find(String close, int from, int limit) {
    if (from < absent.getOrDefault(close, -1)) {
      return -1;
    }
    int found = text.indexOf(close, from, limit);
    while (found > from && isEscaped(found)) {
      found = text.indexOf(close, found + 1, limit);
    }
    if (found < 0) {
      absent.put(close, limit);
    }
    return found;
  }

  /// Whether an odd number of backslashes stands before.
  boolean isEscaped(int offset) {
    int i = offset;
    while (i > 0 && text.charAt(i - 1) == '\\') {
      i--;
    }
    return (offset - i) % 2 == 1;
  }

  /// `$…$` as in Pandoc: no blank inside the signs, no digit after the second, so that prices are
  /// none; blanks are allowed where the content looks like LaTeX.
  private Optional<Found> dollars(int offset) {
    int from = offset + 1;
    int to = find("$", from, paragraphEnd(offset));
    if (to <= from) {
      return Optional.empty();
    }
    boolean tight =
        !Character.isWhitespace(text.charAt(from)) && !Character.isWhitespace(text.charAt(to - 1));
    boolean price = to + 1 < text.length() && Character.isDigit(text.charAt(to + 1));
    boolean loose =
        Character.isWhitespace(text.charAt(from)) && Character.isWhitespace(text.charAt(to - 1));
    String content = text.substring(from, to);
    boolean formal = content.indexOf('\\') >= 0 || content.indexOf('^') > 0;
    return tight && !price || formal || loose && content.indexOf('=') > 0
        ? Optional.of(new Found(from, to, to + 1, false, ""))
        : Optional.empty();
  }

  private Optional<Found> environment(int offset) {
    String name = Environments.nameAt(text, offset, "\\begin");
    if (!Environments.isDisplay(name)) {
      return Optional.empty();
    }
    int from = offset + "\\begin{}".length() + name.length();
    if (name.startsWith("alignat") || name.startsWith("IEEE")) {
      int argument = text.startsWith("{", from) ? Scan.group(text, from) : -1;
      from = argument < 0 ? from : argument;
    }
    String close = "\\end{" + name + "}";
    int to = find(close, from, text.length());
    return to < 0
        ? Optional.empty()
        : Optional.of(new Found(from, to, to + close.length(), !name.equals("math"), name));
  }
}
