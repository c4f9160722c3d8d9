package org.frechet.latex;

import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Something whose meaning depends on a shape: `|X|` is the determinant of a matrix, the absolute
/// value of a scalar.
///
/// Until shapes are known it stands in the tree as a call of a name that no text can spell.
///
/// @param detail which norm, which function
record Mark(Kind kind, String detail, Span place) {
  enum Kind {
    BARS,
    NORM,
    /// A function that is elementwise in the language, and may be meant of a matrix as a whole.
    FUNCTION,
    IDENTITY,
    ONES
  }

  private static final char SIGN = '\u0001';

  static String name(int number) {
    return SIGN + Integer.toString(number);
  }

  static boolean is(String name) {
    return name.charAt(0) == SIGN;
  }

  static int number(String name) {
    return Integer.parseInt(name.substring(1));
  }

  static boolean is(Syntax piece) {
    return piece instanceof Syntax.Call c && !c.name().isEmpty() && is(c.name());
  }
}
