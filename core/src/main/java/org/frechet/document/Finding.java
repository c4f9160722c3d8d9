package org.frechet.document;

import java.util.List;
import java.util.Optional;
import org.frechet.Judgment;

/// What was found of one statement of a document.
///
/// @param place where the statement stands
/// @param at where what the status is about stands: the wrong step of a derivation, the sign that
///   could not be read; the place of the statement otherwise
/// @param source the statement as it stands in the document, several passages joined by spaces
/// @param label its number, tag or `\label` in the document: `(1.2)`, `eq:grad`; empty without one
/// @param display whether it is set off from the text
/// @param section the index of its section in [Report#sections]
/// @param judgments of the links `a = b` of the statement that were judged, in their order
/// @param step the index in `judgments` of the one that decides the status, the first wrong step of
///   a derivation; −1 without judgments
/// @param message one sentence about it, without the place; empty where nothing is to be said
public record Finding(
    Status status,
    Place place,
    Place at,
    String source,
    String label,
    boolean display,
    int section,
    List<Judgment> judgments,
    int step,
    String message) {
  public Finding {
    judgments = List.copyOf(judgments);
  }

  /// {@return the judgment that decides the status}
  public Optional<Judgment> decisive() {
    return step < 0 ? Optional.empty() : Optional.of(judgments.get(step));
  }
}
