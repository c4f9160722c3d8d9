package org.frechet.document;

import java.util.List;

/// Conventions of a document that contradict each other.
///
/// @param message one sentence, without places
/// @param places where the two sides stand, in the order of the document
public record Conflict(String message, List<Place> places) {
  public Conflict {
    places = List.copyOf(places);
  }
}
