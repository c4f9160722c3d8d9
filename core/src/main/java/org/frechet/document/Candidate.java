package org.frechet.document;

import java.util.List;
import java.util.stream.Collectors;

/// A statement as it was found: one chain of sides, perhaps from several lines or passages.
///
/// @param ranges the passages of which it is made
/// @param before the prose that leads to it, from the last formula or full stop on
/// @param after the prose that follows it in its sentence
/// @param sentence the whole sentence before it, formulas as they stand
/// @param labels the labels of its lines, with the offset in the document from which each counts
/// @param other whether it stands beside a sign that claims nothing
/// @param section the index of its section
/// @param sentenceStart where its sentence begins
/// @param derivativeOf what the sentence before it speaks of the derivative of: a letter or LaTeX
record Candidate(
    Mapped latex,
    List<Range> ranges,
    boolean display,
    int start,
    int end,
    String before,
    String after,
    String sentence,
    List<Label> labels,
    boolean other,
    int section,
    int sentenceStart,
    String derivativeOf) {
  /// A passage, from one offset in the document to another.
  record Range(int from, int to) {}

  /// @param from the offset in the document from which it counts
  record Label(String text, int from) {}

  Candidate {
    labels = List.copyOf(labels);
    ranges = List.copyOf(ranges);
  }

  /// {@return the statement as it stands in the document}
  String source(String text) {
    return ranges.stream()
        .map(r ->
            text.substring(
                Math.min(r.from(), text.length()),
                Math.min(Math.max(r.from(), r.to()), text.length())))
        .collect(Collectors.joining(" "));
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
