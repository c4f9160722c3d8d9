package org.frechet.document;

import java.util.List;

/// A statement as it was found: one chain of sides, perhaps from several lines or passages.
///
/// @param before the prose that leads to it, from the last formula or full stop on
/// @param after the prose that follows it in its sentence
/// @param sentence the whole sentence before it, formulas as they stand
/// @param labels the labels of its lines, with the offset in the document from which each counts
/// @param other whether it stands beside a sign that claims nothing
/// @param section the index of its section
/// @param inSentence the index of its sentence
record Candidate(
    Mapped latex,
    boolean display,
    int start,
    int end,
    String before,
    String after,
    String sentence,
    List<Label> labels,
    boolean other,
    int section,
    int inSentence) {
  /// @param from the offset in the document from which it counts
  record Label(String text, int from) {}

  Candidate {
    labels = List.copyOf(labels);
  }

  /// {@return the label of the line of an offset, empty without one}
  String label(int offset) {
    String found = "";
    for (Label label : labels) {
      if (label.from() <= offset || found.isEmpty()) {
        found = label.text();
      }
    }
    return found;
  }
}
