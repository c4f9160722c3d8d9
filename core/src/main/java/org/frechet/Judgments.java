package org.frechet;

import java.util.List;

/// What was found of a statement, link by link: of `a = b = c` two judgments.
///
/// @param links in the order of the statement, at least one
public record Judgments(List<Judgment> links) implements Outcome {
  public Judgments {
    links = List.copyOf(links);
  }

  /// {@return the first link that is not right, else the first}: the verdict on the whole
  public Judgment decisive() {
    return links.stream().filter(j -> !j.verdict().isRight()).findFirst().orElse(links.getFirst());
  }
}
