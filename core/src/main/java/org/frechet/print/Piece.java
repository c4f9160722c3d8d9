package org.frechet.print;

import org.frechet.syntax.Precedence;

/// A printed part: its text, how tightly it binds, and whether it is open to the right, as a sum
/// over an index is: `∑ᵢ aᵢ` swallows what is written after it.
record Piece(String text, Precedence level, boolean open) {
  static Piece of(String text, Precedence level) {
    return new Piece(text, level, false);
  }

  static Piece primary(String text) {
    return of(text, Precedence.PRIMARY);
  }

  boolean looserThan(Precedence least) {
    return level.looserThan(least);
  }

  /// {@return the same between the marks of what stands out}
  Piece stressed() {
    return new Piece(Marks.STRESS + text + Marks.CALM, level, open);
  }

  boolean isSigned() {
    String plain = Marks.none(text);
    return plain.startsWith("-")
        || plain.startsWith("−")
        || plain.startsWith("+")
        || plain.startsWith(MathmlPrinter.PREFIX);
  }
}
