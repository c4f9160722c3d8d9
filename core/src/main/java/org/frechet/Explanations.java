package org.frechet;

import java.util.List;

/// The derivations by one variable or several, in the order asked.
public record Explanations(List<Explanation> all) implements Outcome {
  public Explanations {
    all = List.copyOf(all);
  }
}
