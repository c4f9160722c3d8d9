package org.frechet.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.frechet.latex.Token.Font;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Syntax.Span;

/// A place in the LaTeX, and the tokens cut off so far.
final class Scanner {
  final String text;

  /// Known names of several characters.
  final Set<String> names;

  final List<Token> tokens = new ArrayList<>();
  int at;

  /// What the next token carries.
  int gap;

  int side;

  Scanner(String text, Set<String> names) {
    this.text = text;
    this.names = names;
  }

  void add(Kind kind, String spelling, int start, int end, Font font) {
    tokens.add(new Token(kind, spelling, start, end, font, side, gap));
    gap = Token.NO_GAP;
    side = 0;
  }

  record Range(int from, int to) {}

  boolean digit(int i, int end) {
    return i < end && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  static Span span(int start, int end) {
    return new Span(start, end);
  }

  void skipSpace(int end) {
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /// {@return the extent of the argument that follows, without its braces}
  Range argument(int end) {
    skipSpace(end);
    if (at >= end) {
      throw Errors.syntax("an argument is missing", span(Math.max(0, end - 1), end), "");
    }
    int start = at;
    if (text.charAt(at) != '{') {
      at++;
      if (text.charAt(start) == '\\') {
        while (at < end && isLatin(text.charAt(at))) {
          at++;
        }
      }
      return new Range(start, at);
    }
    int open = 0;
    for (int i = at; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '{') {
        open++;
      } else if (c == '}' && --open == 0) {
        at = i + 1;
        return new Range(start + 1, i);
      }
    }
    throw Errors.syntax("this { is never closed", span(start, start + 1), "add }");
  }
}
