package org.frechet.explain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;

/// Differentials that are not worked out yet: each is an increment of its own, which everything
/// that is linear can be linear in. That of the variable is its increment, `dX`.
public final class Held {
  private final Map<Expr, Expr> increments = new LinkedHashMap<>();
  private final Map<Expr, Expr> meanings = new LinkedHashMap<>();

  /// Differentials of functions of this variable.
  public Held(Expr variable) {
    put(variable, Algebra.increment(variable));
  }

  /// Lets another variable move, by an increment of its own.
  public void add(Expr moving) {
    put(moving, Algebra.increment(moving));
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
    Expr e = meanings.get(increment);
    return e != null && !(e.node() instanceof Node.Var);
  }

  /// {@return what each increment is the differential of}
  public Map<Expr, Expr> meanings() {
    return Collections.unmodifiableMap(meanings);
  }
}
