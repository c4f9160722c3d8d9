package org.frechet.explain;

import java.util.List;
import java.util.Map;
import org.frechet.expr.Expr;

/// A derivation written out by one method.
///
/// @param held what the increments in its phrases are the differentials of
/// @param unmeasured how many lines could not be compared with numbers at any point
public record Proof(Method method, List<Part> parts, Map<Expr, Expr> held, int unmeasured) {
  public Proof(Method method, List<Part> parts, Map<Expr, Expr> held) {
    this(method, parts, held, 0);
  }

  public Proof {
    parts = List.copyOf(parts);
    held = Map.copyOf(held);
  }

  /// {@return this proof, replayed}
  Proof measured(Replay replay) {
    return new Proof(method, parts, held, replay.unmeasured());
  }

  /// {@return all lines in order}
  public List<Line> lines() {
    return parts.stream().flatMap(p -> p.lines().stream()).toList();
  }
}
