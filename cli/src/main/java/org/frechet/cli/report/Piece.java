package org.frechet.cli.report;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.frechet.Judgment;
import org.frechet.syntax.Syntax;

/// A stretch of a sentence about a claim. Every format sets the kinds in its own way.
public sealed interface Piece {
  /// English.
  record Words(String text) implements Piece {}

  /// A clause with formulas of the input language in it: `det(X) > 0`, `A is symmetric`.
  record Clause(String text) implements Piece {}

  /// Values, as in `A = [0 1; 0 0]`.
  record Values(String text) implements Piece {}

  /// A formula.
  ///
  /// @param changed pieces of its tree, by identity, that differ from another formula
  record Formula(Judgment.Written written, Set<Syntax> changed) implements Piece {
    public Formula {
      Set<Syntax> pieces = Collections.newSetFromMap(new IdentityHashMap<>());
      pieces.addAll(changed);
      changed = Collections.unmodifiableSet(pieces);
    }

    Formula(Judgment.Written written) {
      this(written, Set.of());
    }
  }
}
