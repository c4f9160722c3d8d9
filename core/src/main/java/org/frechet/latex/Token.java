package org.frechet.latex;

import org.frechet.syntax.Syntax.Span;

/// A piece of LaTeX as the reader sees it: spaces, sizes of brackets and the like are gone, letters
/// carry their font.
///
/// @param text the plain spelling: `theta` for `\theta`, `tr` for `\operatorname{Tr}`
/// @param side 1 for a bar that opens, -1 for one that closes, 0 if it may be either
/// @param gap how wide a space precedes
record Token(Kind kind, String text, int start, int end, Font font, int side, int gap) {
  static final int NO_GAP = 0;

  /// `\ `, `\;`
  static final int SPACE = 1;

  /// `\quad`
  static final int WIDE = 2;

  enum Kind {
    NAME,
    NUMBER,
    /// A function of the language, or a word set as one.
    FUNCTION,
    /// What has a form of its own: `frac`, `sum`, `nabla`.
    COMMAND,
    OPEN,
    CLOSE,
    BRACE,
    UNBRACE,
    BAR,
    NORM,
    SUB,
    SUP,
    PRIME,
    OPERATOR,
    RELATION,
    COMMA,
    SEMICOLON,
    COLON,
    AMPERSAND,
    ROW,
    /// An upright d.
    DIFFERENTIAL,
    /// A bold or hollow 1.
    ONES,
    /// A bold 0.
    ZEROS,
    /// A hollow letter: a set of numbers, an expectation.
    SET,
    PROSE,
    DOTS,
    ARROW,
    END
  }

  enum Font {
    PLAIN,
    UPRIGHT,
    BOLD,
    CALLIGRAPHIC
  }

  boolean is(Kind wanted, String spelling) {
    return kind == wanted && text.equals(spelling);
  }

  Span span() {
    return new Span(start, end);
  }
}
