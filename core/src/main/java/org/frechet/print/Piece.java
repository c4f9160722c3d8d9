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

  boolean isSigned() {
    return text.startsWith("-") || text.startsWith("−") || text.startsWith("+");
  }
}
