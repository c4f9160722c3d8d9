package org.frechet.syntax;

import java.util.List;
import org.frechet.syntax.Token.Kind;

/// A sign of the input language: how it is typed, what it is, and its plain spelling.
record Symbol(String spelling, Kind kind, String plain) {
  /// Longer spellings before those that they begin with.
  static final List<Symbol> ALL =
      List.of(
          plain(".*", Kind.OPERATOR),
          plain("./", Kind.OPERATOR),
          plain(".^", Kind.OPERATOR),
          new Symbol(".'", Kind.TRANSPOSE, "'"),
          plain("->", Kind.ARROW),
          new Symbol("→", Kind.ARROW, "->"),
          new Symbol("↦", Kind.ARROW, "->"),
          plain("<=", Kind.COMPARISON),
          plain(">=", Kind.COMPARISON),
          plain("<", Kind.COMPARISON),
          plain(">", Kind.COMPARISON),
          new Symbol("≤", Kind.COMPARISON, "<="),
          new Symbol("≥", Kind.COMPARISON, ">="),
          plain("+", Kind.OPERATOR),
          plain("-", Kind.OPERATOR),
          new Symbol("−", Kind.OPERATOR, "-"),
          new Symbol("–", Kind.OPERATOR, "-"),
          plain("*", Kind.OPERATOR),
          new Symbol("·", Kind.OPERATOR, "*"),
          new Symbol("⋅", Kind.OPERATOR, "*"),
          new Symbol("×", Kind.OPERATOR, "*"),
          new Symbol("∗", Kind.OPERATOR, "*"),
          new Symbol("\u2062", Kind.OPERATOR, "*"),
          plain("/", Kind.OPERATOR),
          new Symbol("÷", Kind.OPERATOR, "/"),
          new Symbol("∕", Kind.OPERATOR, "/"),
          new Symbol("⁄", Kind.OPERATOR, "/"),
          plain("\\", Kind.OPERATOR),
          plain("^", Kind.OPERATOR),
          new Symbol("⊙", Kind.OPERATOR, ".*"),
          new Symbol("∘", Kind.OPERATOR, ".*"),
          new Symbol("⊘", Kind.OPERATOR, "./"),
          new Symbol("⊗", Kind.OPERATOR, "kron"),
          plain("'", Kind.TRANSPOSE),
          new Symbol("′", Kind.TRANSPOSE, "'"),
          new Symbol("’", Kind.TRANSPOSE, "'"),
          plain("⊤", Kind.TRANSPOSE),
          plain("(", Kind.OPEN),
          plain("[", Kind.OPEN),
          plain(")", Kind.CLOSE),
          plain("]", Kind.CLOSE),
          plain(",", Kind.COMMA),
          plain(";", Kind.SEMICOLON),
          plain(":", Kind.COLON),
          plain("==", Kind.EQUALS),
          plain("=", Kind.EQUALS),
          new Symbol("‖", Kind.NORM, "‖"),
          new Symbol("∥", Kind.NORM, "‖"),
          new Symbol("||", Kind.NORM, "‖"),
          plain("|", Kind.BAR),
          plain("√", Kind.ROOT));

  private static Symbol plain(String spelling, Kind kind) {
    return new Symbol(spelling, kind, spelling);
  }
}
