package org.frechet.document;

import java.util.ArrayList;
import java.util.List;

/// The pieces of a document while it is read.
final class Pieces {
  static final String MARK = "frechet:";

  private final String text;
  private final Macros macros;
  private final List<Piece> pieces = new ArrayList<>();
  private int prose;

  Pieces(String text, Macros macros) {
    this.text = text;
    this.macros = macros;
  }

  List<Piece> all() {
    return List.copyOf(pieces);
  }

  /// Ends the prose before an offset; what is next begins at another.
  void skip(int from, int to) {
    if (from > prose) {
      String words = text.substring(prose, from);
      if (!words.isBlank()) {
        pieces.add(new Piece.Prose(words, prose, from));
      }
    }
    prose = to;
  }

  /// Leaves out what stands before an offset.
  void drop(int to) {
    prose = Math.max(prose, to);
  }

  void formula(int start, int end, Mapped content, boolean display, String environment) {
    skip(start, end);
    pieces.add(new Piece.Formula(macros.expand(content), display, environment, start, end));
  }

  void heading(String title, int level, int start, int end) {
    skip(start, end);
    pieces.add(new Piece.Heading(title.strip(), level, start, end));
  }

  /// A comment; it counts if it is for this program.
  void comment(String content, int start, int end) {
    skip(start, end);
    directive(content, start, end);
  }

  void directive(String content, int start, int end) {
    String stripped = content.strip();
    if (stripped.startsWith(MARK)) {
      pieces.add(new Piece.Directive(stripped.substring(MARK.length()).strip(), start, end));
    }
  }

  void paragraph(int start, int end) {
    skip(start, end);
    if (!pieces.isEmpty() && !(pieces.getLast() instanceof Piece.Break)) {
      pieces.add(new Piece.Break(start, end));
    }
  }
}
