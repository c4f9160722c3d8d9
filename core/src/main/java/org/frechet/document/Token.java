package org.frechet.document;

import java.util.Optional;

/// A word of prose, a sign of punctuation or a formula in a sentence.
///
/// @param word as written; of a formula its LaTeX
record Token(String word, Optional<Mapped> formula, int start) {
  static Token word(String word, int start) {
    return new Token(word, Optional.empty(), start);
  }

  static Token formula(Mapped formula, int start) {
    return new Token(formula.text(), Optional.of(formula), start);
  }

  boolean isFormula() {
    return formula.isPresent();
  }

  /// {@return the word in lower case; a formula is no word}
  String lower() {
    return isFormula() ? "" : word.toLowerCase(java.util.Locale.ROOT);
  }

  boolean is(String other) {
    return lower().equals(other);
  }
}
