package org.frechet.explain;

/// How many lines a derivation has.
public enum Detail {
  /// What a textbook would merge is one line.
  SHORT,
  /// Every rewriting is a line.
  FULL
}
