package org.frechet;

import java.util.List;
import java.util.Map;

/// What somebody claims, for `check`: one text, or what `expr`, by `wrt`, is claimed to be.
///
/// @param claim a statement in the input language or in LaTeX; or empty
/// @param claimed the claimed value of `expr` or of its derivative; or empty
/// @param attributes what is known of variables besides their declarations, by name
public record Claimed(String claim, String claimed, Map<String, List<String>> attributes) {
  public static final Claimed NOTHING = new Claimed("", "", Map.of());

  public Claimed {
    attributes = Map.copyOf(attributes);
  }

  public static Claimed text(String claim) {
    return new Claimed(claim, "", Map.of());
  }
}
