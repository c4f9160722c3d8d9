package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;

/// The notations that an expression can be asked for in alone, and what stands around an answer.
final class Notation {
  /// An assumption that the heading tells already.
  private static final String SHAPES = "shapes inferred";

  private Notation() {}

  /// {@return the notations chosen, by the names of outputs}
  static List<String> chosen(boolean text, boolean unicode, boolean latex, boolean json) {
    var chosen = new ArrayList<String>();
    if (text) {
      chosen.add("text");
    }
    if (unicode) {
      chosen.add("unicode");
    }
    if (latex) {
      chosen.add("latex");
    }
    if (chosen.size() > 1 && !json) {
      throw new UsageError(
          "--%s and --%s go together only with --json".formatted(chosen.get(0), chosen.get(1)));
    }
    return chosen;
  }

  /// {@return a line for each assumption, and one for the conditions}
  static List<String> surroundings(List<String> assumptions, List<String> conditions) {
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
