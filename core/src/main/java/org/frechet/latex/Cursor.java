package org.frechet.latex;

import java.util.List;
import org.frechet.latex.Token.Kind;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Syntax.Span;

/// A place among the tokens of a text, and where reading must stop.
final class Cursor {
  private final List<Token> tokens;
  private final Token last;
  private int at;
  private int end;

  Cursor(List<Token> tokens, int from, int to) {
    this.tokens = tokens;
    this.at = from;
    this.end = to;
    this.last = tokens.getLast();
  }

  int at() {
    return at;
  }

  int end() {
    return end;
  }

  void moveTo(int place) {
    at = place;
  }

  /// Reads no further than this until [#widen] is called with the result.
  int narrow(int to) {
    int before = end;
    end = to;
    return before;
  }

  void widen(int to) {
    end = to;
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return get(at + ahead);
  }

  Token get(int place) {
    if (place >= 0 && place < end) {
      return tokens.get(place);
    }
    int where = end < tokens.size() ? tokens.get(end).start() : last.start();
    return new Token(Kind.END, "", where, where, Token.Font.PLAIN, 0, Token.NO_GAP);
  }

  Token next() {
    Token token = peek();
    at++;
    return token;
  }

  Token previous() {
    return at > 0 ? tokens.get(Math.min(at, tokens.size()) - 1) : tokens.getFirst();
  }

  boolean at(Kind kind) {
    return peek().kind() == kind;
  }

  boolean at(Kind kind, String text) {
    return peek().is(kind, text);
  }

  boolean skip(Kind kind) {
    if (at(kind)) {
      at++;
      return true;
    }
    return false;
  }

  boolean skip(Kind kind, String text) {
    if (at(kind, text)) {
      at++;
      return true;
    }
    return false;
  }

  Span since(Token first) {
    return new Span(first.start(), Math.max(first.start(), previous().end()));
  }

  /// {@return where what opens at a place closes}: the index of the closing brace or bracket
  int closing(int open) {
    int depth = 0;
    for (int i = open; i < end; i++) {
      depth += level(tokens.get(i));
      if (depth == 0) {
        return i;
      }
    }
    throw Errors.syntax(
        "this " + Errors.shown(tokens.get(open)) + " is never closed", tokens.get(open), "");
  }

  /// {@return 1 for what opens, -1 for what closes, 0 for all else}
  static int level(Token token) {
    return switch (token.kind()) {
      case OPEN, BRACE -> 1;
      case CLOSE, UNBRACE -> -1;
      case COMMAND -> token.text().equals("begin") ? 1 : token.text().equals("end") ? -1 : 0;
      default -> 0;
    };
  }

  Refusal unexpected() {
    Token found = peek();
    return switch (found.kind()) {
      case END -> Errors.syntax("the formula ends too early", found.span(), "complete the formula");
      case CLOSE, UNBRACE ->
          Errors.syntax("this " + Errors.shown(found) + " closes nothing here", found, "");
      case PROSE -> Errors.syntax("text stands where mathematics is wanted", found, "leave it out");
      case DOTS ->
          Errors.unsupported("what the dots stand for is not known", found, "write it out");
      default -> Errors.syntax("unexpected " + Errors.shown(found), found, "");
    };
  }
}
