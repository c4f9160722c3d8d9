package org.frechet;

import java.util.List;

/// What was found of a statement, link by link: of `a = b = c` two judgments.
///
/// @param links in the order of the statement, at least one
public record Judgments(List<Judgment> links) implements Outcome {
  public Judgments {
    links = List.copyOf(links);
  }

  /// {@return the worst link, the first of several}: the verdict on the whole
  public Judgment decisive() {
    Judgment worst = links.getFirst();
    for (Judgment j : links) {
      worst = j.verdict().rank() > worst.verdict().rank() ? j : worst;
    }
    return worst;
  }
}
