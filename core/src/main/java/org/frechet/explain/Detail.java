package org.frechet.explain;

/// How many lines a derivation has.
public enum Detail {
  /// What a textbook would merge is one line.
  SHORT,
  /// Every rewriting is a line.
  FULL;

  /// {@return the word for it in requests}
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
