package org.frechet.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;

/// Differentials that are not worked out yet: each is an increment of its own, which everything
/// that is linear can be linear in. That of the variable is its increment, `dX`.
public final class Held {
  private final Map<Expr, Expr> increments = new LinkedHashMap<>();
  private final Map<Expr, Expr> meanings = new LinkedHashMap<>();
  private final Set<Expr> known = new LinkedHashSet<>();

  /// Differentials of functions of this variable.
  public Held(Expr variable) {
    add(variable);
  }

  /// Lets another variable move, by an increment of its own.
  public void add(Expr moving) {
    Expr increment = Algebra.increment(moving);
    known.add(increment);
    put(moving, increment);
  }

  private void put(Expr e, Expr increment) {
    increments.put(e, increment);
    meanings.put(increment, e);
  }

  /// {@return the differential of `e`, of the shape of `e`}
  public Expr of(Expr e) {
    if (!increments.containsKey(e)) {
      put(e, Algebra.heldIncrement("d" + (increments.size() + 1), e.shape()));
    }
    return java.util.Objects.requireNonNull(increments.get(e));
  }

  /// {@return whether this is a differential that can be worked out}
  public boolean isOpen(Expr increment) {
    return !known.contains(increment) && meanings.containsKey(increment);
  }

  /// {@return what each increment is the differential of}
  public Map<Expr, Expr> meanings() {
    return Collections.unmodifiableMap(meanings);
  }
}
