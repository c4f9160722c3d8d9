package org.frechet.document;

/// A piece of a document, in the order of the text; what is left out is neither prose nor
/// mathematics.
sealed interface Piece {
  /// The level of examples, theorems and the like, within any section.
  int STATEMENT = 9;

  int start();

  int end();

  /// Prose between formulas.
  record Prose(String text, int start, int end) implements Piece {}

  /// A passage of mathematics.
  ///
  /// @param content what stands between the delimiters, with macros expanded
  /// @param environment its environment: `align`; empty of `$…$` and the like
  record Formula(Mapped content, boolean display, String environment, int start, int end)
      implements Piece {}

  /// @param level from 1; the smaller, the more it ends
  record Heading(String title, int level, int start, int end) implements Piece {}

  /// A comment for this program.
  record Directive(String text, int start, int end) implements Piece {}

  /// The end of a paragraph.
  record Break(int start, int end) implements Piece {}
}
