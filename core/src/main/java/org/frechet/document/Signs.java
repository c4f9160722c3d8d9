package org.frechet.document;

import java.util.Set;
import java.util.regex.Pattern;

/// Signs at the edges of a piece of LaTeX.
final class Signs {
  private static final Pattern RELATION_FIRST =
      Pattern.compile(
          "\\s*(?::?=|[<>]|\\\\(?:le|ge|leq|geq|leqslant|geqslant|equiv|coloneqq|mapsto)(?![a-zA-Z]))");
  private static final Pattern OPERATOR_FIRST =
      Pattern.compile("\\s*(?:[+\\-/*]|\\\\(?:pm|mp|cdot|times|odot|circ|otimes)(?![a-zA-Z]))");
  private static final Set<String> LAST =
      Set.of(
          "=",
          "+",
          "-",
          "\\cdot",
          "\\times",
          "\\odot",
          "\\otimes",
          "\\le",
          "\\leq",
          "\\ge",
          "\\geq",
          "\\pm");
  private static final Set<String> SPACES =
      Set.of("\\,", "\\;", "\\:", "\\!", "\\ ", "\\quad", "\\qquad");

  private Signs() {}

  /// {@return whether a relation begins the text}
  static boolean needsLeft(String latex) {
    return RELATION_FIRST.matcher(latex).lookingAt();
  }

  static boolean beginsWithOperator(String latex) {
    return OPERATOR_FIRST.matcher(latex).lookingAt();
  }

  /// {@return whether the text ends with a sign that needs something behind it}
  static boolean needsRight(String latex) {
    String end = latex.stripTrailing();
    int slash = end.lastIndexOf('\\');
    String word = slash >= 0 ? end.substring(slash) : "";
    return LAST.contains(word)
        || !end.isEmpty()
            && LAST.contains(end.substring(end.length() - 1))
            && (end.length() < 2 || end.charAt(end.length() - 2) != '^');
  }

  /// {@return the text without full stops, commas and spacing behind it and spacing before it}
  static Mapped withoutPunctuation(Mapped latex) {
    String text = latex.text();
    int start = 0;
    int end = text.length();
    for (int cut = 1; cut > 0; start += cut) {
      cut = spaceAt(text, start, end);
    }
    for (int cut = 1; cut > 0; end -= cut) {
      cut = punctuationBefore(text, start, end);
    }
    return latex.part(start, end);
  }

  private static int spaceAt(String text, int start, int end) {
    if (start >= end) {
      return 0;
    }
    char c = text.charAt(start);
    if (Character.isWhitespace(c) || c == '~') {
      return 1;
    }
    String word = Scan.command(text, start);
    return SPACES.contains(word) && start + word.length() <= end ? word.length() : 0;
  }

  private static int punctuationBefore(String text, int start, int end) {
    if (end <= start) {
      return 0;
    }
    for (int length : new int[] {2, 5, 6}) {
      if (end - length >= start && SPACES.contains(text.substring(end - length, end))) {
        return length;
      }
    }
    char last = text.charAt(end - 1);
    boolean escaped = end - 2 >= start && text.charAt(end - 2) == '\\';
    return Character.isWhitespace(last) || ".,;:~".indexOf(last) >= 0 && !escaped ? 1 : 0;
  }
}
