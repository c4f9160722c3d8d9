package org.frechet.syntax;

import java.util.List;
import org.frechet.syntax.Token.Kind;

/// A place in the list of tokens, moving forward.
final class Tokens {
  private final String text;
  private final List<Token> tokens;
  private int at;

  Tokens(String text) {
    this(text, Lexer.tokens(text));
  }

  private Tokens(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /// {@return the tokens of a statement, in which `d^2(` and `∂²(` are one name, `d2(`, and ∂ is d}
  static Tokens ofRelation(String text) {
    return new Tokens(text, DifferentialSigns.joined(Lexer.tokens(text.replace('∂', 'd'))));
  }

  Token peek() {
    return peek(0);
  }

  /// {@return the token some places ahead, END beyond the end}
  Token peek(int ahead) {
    return tokens.get(Math.min(at + ahead, tokens.size() - 1));
  }

  boolean at(Kind kind) {
    return peek().kind() == kind;
  }

  boolean at(Kind kind, String spelling) {
    return peek().is(kind, spelling);
  }

  Token next() {
    Token token = peek();
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  /// {@return whether such a token stood here; it is then passed}
  boolean skip(Kind kind) {
    boolean there = at(kind);
    if (there) {
      next();
    }
    return there;
  }

  /// {@return the token before this place, or an END token at the start}
  Token previous() {
    return at == 0 ? new Token(Kind.END, "", 0, 0, false, false) : tokens.get(at - 1);
  }

  /// {@return the place from the start of `first` to the end of what has been passed}
  Syntax.Span since(Token first) {
    return new Syntax.Span(first.start(), previous().end());
  }

  static Syntax.Span span(Token token) {
    return new Syntax.Span(token.start(), token.end());
  }

  /// {@return the text as typed from `first` up to here, empty where it is too long to quote}
  String typedSince(int start) {
    String typed = text.substring(Math.min(start, previous().end()), previous().end());
    return typed.length() <= 24 ? typed : "";
  }
}
