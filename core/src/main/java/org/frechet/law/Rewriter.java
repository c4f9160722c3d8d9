package org.frechet.law;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;

/// Applies laws to a shared graph, children first, until none fits.
public final class Rewriter {
  /// Laws shorten, so this bound is never met; it guards against two laws that undo each other.
  private static final int MOST = 50;

  private final Map<Expr, Expr> done = new IdentityHashMap<>();
  private final UnaryOperator<Expr> then;
  private int depth;

  /// `then` is applied to each node after the laws.
  public Rewriter(UnaryOperator<Expr> then) {
    this.then = then;
  }

  public static Expr simplify(Expr e) {
    return new Rewriter(UnaryOperator.identity()).rewrite(e);
  }

  public Expr rewrite(Expr root) {
    for (Expr e : Traversal.topological(root, done::containsKey)) {
      Expr settled = settle(Traversal.rebuildWith(e, done));
      done.put(e, settled);
      done.put(settled, settled);
    }
    return Traversal.imageOf(root, done);
  }

  private Expr settle(Expr e) {
    Expr known = done.get(e);
    if (known != null) {
      return known;
    }
    Expr next = then.apply(atRoot(e));
    if (next == e || depth > MOST) {
      return e;
    }
    depth++;
    Expr settled = rewrite(next); // a law's right side may contain something to simplify
    depth--;
    return settled;
  }

  private static Expr atRoot(Expr e) {
    for (Law law : LawIndex.candidates(e)) {
      Optional<Expr> after = law.apply(e);
      if (after.isPresent() && after.get() != e) {
        return after.get();
      }
    }
    return e;
  }
}
