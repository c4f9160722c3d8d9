package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;

/// What stands around an answer.
final class Surroundings {
  /// An assumption that the heading tells already.
  private static final String SHAPES = "shapes inferred";

  private Surroundings() {}

  /// {@return a line for each assumption, and one for the conditions}
  static List<String> lines(List<String> assumptions, List<String> conditions) {
    var lines = new ArrayList<String>();
    assumptions.stream()
        .filter(a -> !a.startsWith(SHAPES))
        .forEach(a -> lines.add("assumed: " + a));
    if (!conditions.isEmpty()) {
      lines.add("holds where: " + String.join(", ", conditions));
    }
    return lines;
  }
}
