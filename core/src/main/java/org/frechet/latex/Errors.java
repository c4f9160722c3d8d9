package org.frechet.latex;

import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Syntax.Span;

/// Complaints with their place in the LaTeX.
final class Errors {
  private Errors() {}

  static Refusal syntax(String message, Span place, String hint) {
    return new Problem(Code.SYNTAX, message, place.start(), place.end(), hint).refusal();
  }

  static Refusal syntax(String message, Token place, String hint) {
    return syntax(message, place.span(), hint);
  }

  static Refusal unsupported(String message, Span place, String hint) {
    return new Problem(Code.UNSUPPORTED, message, place.start(), place.end(), hint).refusal();
  }

  static Refusal unsupported(String message, Token place, String hint) {
    return unsupported(message, place.span(), hint);
  }

  static Refusal ambiguous(String what, String one, String other, Span place) {
    return new Problem(
            Code.SYNTAX,
            "%s can be read as %s and as %s".formatted(what, one, other),
            place.start(),
            place.end(),
            "write parentheses or \\cdot, or declare the names")
        .refusal();
  }

  static Refusal tooLarge(String message, int start, int end) {
    return new Problem(Code.TOO_LARGE, message, start, end, "").refusal();
  }

  /// {@return a token as one would name it in a message}
  static String shown(Token token) {
    return switch (token.kind()) {
      case END -> "the end";
      case PROSE -> "text";
      case COMMAND, FUNCTION -> "\\" + token.text();
      case BAR -> "|";
      case BRACE -> "{";
      case UNBRACE -> "}";
      case AMPERSAND -> "&";
      case ROW -> "\\\\";
      case SUB -> "_";
      case SUP -> "^";
      case DIFFERENTIAL -> "d";
      default -> token.text().length() <= 40 ? token.text() : token.text().substring(0, 37) + "…";
    };
  }
}
