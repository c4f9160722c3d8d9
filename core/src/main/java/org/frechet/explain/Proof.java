package org.frechet.explain;

import java.util.List;
import java.util.Map;
import org.frechet.expr.Expr;

/// A derivation written out by one method.
///
/// @param held what the increments in its phrases are the differentials of
public record Proof(Method method, List<Part> parts, Map<Expr, Expr> held) {
  public Proof {
    parts = List.copyOf(parts);
    held = Map.copyOf(held);
  }

  /// {@return all lines in order}
  public List<Line> lines() {
    return parts.stream().flatMap(p -> p.lines().stream()).toList();
  }
}
