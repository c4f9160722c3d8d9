package org.frechet.law;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;

/// Applies laws to a shared graph, children first, until none fits.
public final class Rewriter {
  /// Guards against two laws that undo each other; laws shorten, so it is far from what occurs.
  private static final int MOST = 10_000;

  private final Map<Expr, Expr> done = new IdentityHashMap<>();
  private final UnaryOperator<Expr> then;
  private final Consumer<Use> witness;

  /// A law that was applied.
  public record Use(Law law, Expr before, Expr after) {}

  /// `then` is applied to each node after the laws.
  public Rewriter(UnaryOperator<Expr> then) {
    this(then, _ -> {});
  }

  /// The same, where each law that is applied is shown to a witness.
  public Rewriter(UnaryOperator<Expr> then, Consumer<Use> witness) {
    this.then = then;
    this.witness = witness;
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
    Expr now = e;
    for (int i = 0; i < MOST; i++) {
      Expr known = done.get(now);
      if (known != null) {
        return known;
      }
      Expr next = then.apply(atRoot(now));
      if (next == now) {
        break;
      }
      for (Expr part : Traversal.children(next.node())) {
        rewrite(part); // a law's right side may contain something to simplify
      }
      now = Traversal.rebuildWith(next, done);
    }
    return now;
  }

  private Expr atRoot(Expr e) {
    for (Law law : LawIndex.candidates(e)) {
      Optional<Expr> after = law.apply(e);
      if (after.isPresent() && after.get() != e) {
        witness.accept(new Use(law, e, after.get()));
        return after.get();
      }
    }
    return Concrete.of(e);
  }
}
