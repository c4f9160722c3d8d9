package org.frechet.syntax;

/// One word of the input. `text` is the plain spelling (`.*` for ⊙, `-1` for ⁻¹, `W_1` for W₁);
/// `start` and `end` are offsets into the text as the user typed it. `spaced` and `newLine` say
/// whether white space, or a line break, stands before it.
record Token(Kind kind, String text, int start, int end, boolean spaced, boolean newLine) {
  enum Kind {
    NUMBER,
    NAME,
    /// `+ - * / \ .* ./ ^ .^`, and `kron` for ⊗.
    OPERATOR,
    /// `'`, or `⊤`, which may also follow `^`.
    TRANSPOSE,
    /// A run of superscript characters after an operand.
    SUPERSCRIPT,
    /// `_F`, `₁`, `_*` after a closing norm bar.
    SUBSCRIPT,
    OPEN,
    CLOSE,
    COMMA,
    SEMICOLON,
    COLON,
    /// `->` in the signature of a function.
    ARROW,
    EQUALS,
    /// `<=`, `<`, `>=`, `>` in statements.
    COMPARISON,
    /// `‖`, opening or closing.
    NORM,
    /// A single `|`, always refused.
    BAR,
    /// `√`.
    ROOT,
    END
  }

  boolean is(Kind wanted, String spelling) {
    return kind == wanted && text.equals(spelling);
  }

  /// {@return whether an operand can begin here without a sign}
  boolean beginsOperand() {
    return switch (kind) {
      case NUMBER, NAME, OPEN, NORM, BAR, ROOT -> true;
      case OPERATOR, TRANSPOSE, SUPERSCRIPT, SUBSCRIPT, CLOSE -> false;
      case COMMA, SEMICOLON, COLON, ARROW, EQUALS, COMPARISON, END -> false;
    };
  }
}
