package org.frechet.document;

/// Small steps over a text of LaTeX.
final class Scan {
  /// How far the end of a group is looked for.
  private static final int LONGEST_GROUP = 4_000;

  private Scan() {}

  /// {@return the command at an offset: `\alpha`, `\\`, `\{`; empty where there is none}
  static String command(String text, int offset) {
    if (offset >= text.length() || text.charAt(offset) != '\\') {
      return "";
    }
    int end = offset + 1;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    if (end == offset + 1 && end < text.length()) {
      end++;
    }
    return text.substring(offset, end);
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static int blanks(String text, int offset) {
    int at = offset;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /// {@return the offset after the argument that begins here, a group, a command or a character; −1
  /// where there is none}
  static int argument(String text, int offset) {
    int at = blanks(text, offset);
    if (at >= text.length()) {
      return -1;
    }
    char c = text.charAt(at);
    if (c == '\\') {
      return at + command(text, at).length();
    }
    return c == '{' ? group(text, at) : c == '}' ? -1 : at + 1;
  }

  /// {@return the offset after the group `{…}` that begins here; −1 where it does not end}
  static int group(String text, int open) {
    int depth = 0;
    int limit = Math.min(text.length(), open + LONGEST_GROUP);
    for (int i = open; i < limit; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  static String ungroup(String argument) {
    boolean group = argument.length() >= 2 && argument.startsWith("{") && argument.endsWith("}");
    return group ? argument.substring(1, argument.length() - 1).strip() : argument;
  }
}
