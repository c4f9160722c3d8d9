package org.frechet.derive;

import java.util.Optional;
import java.util.function.Consumer;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.law.Concrete;
import org.frechet.law.Integration;
import org.frechet.law.Rewriter;

/// Makes an expression as short as a textbook would. Laws are applied everywhere; sums are
/// factored, and products multiplied out, only where that makes the written form shorter, so every
/// step of every phase lowers one measure, the number of written symbols, and the phases end.
public final class Tidy {
  private static final int ROUNDS = 4;

  /// Larger subexpressions are left alone by the phases that compare whole alternatives.
  private static final long LARGEST = 300;

  private Tidy() {}

  public static Expr of(Expr e) {
    return of(e, _ -> {});
  }

  /// {@return the short form, where each law that is applied is shown to a witness}
  public static Expr of(Expr e, Consumer<Rewriter.Use> witness) {
    Expr now = e;
    for (int i = 0; i < ROUNDS; i++) {
      Expr next = new Rewriter(Tidy::shorter, witness).rewrite(now);
      if (next == now) {
        break;
      }
      now = next;
    }
    return now;
  }

  private static Expr shorter(Expr e) {
    return switch (e.node()) {
      case Node.Add _ -> shorterSum(e);
      case Node.Prod _, Node.Hadamard _ -> e.weight() > LARGEST ? e : shorterProduct(e);
      case Node.Num _,
          Node.Constant _,
          Node.Size _,
          Node.Var _,
          Node.Increment _,
          Node.Bound _,
          Node.Fill _ ->
          e;
      case Node.Apply a -> e.weight() > LARGEST ? e : shorterApplication(e, a);
      case Node.Pow _, Node.Transpose _, Node.Slice _, Node.Block _ -> e;
      case Node.Integral i -> Integration.of(e, i);
      case Node.IndexSum _, Node.Stop _ -> e;
    };
  }

  private static Expr shorterSum(Expr e) {
    Expr factored = least(e, Factoring.of(e));
    if (e.weight() > LARGEST) {
      return factored;
    }
    Expr best = factored;
    for (Expr candidate : Expanding.sums(e)) {
      best = least(best, Factoring.of(candidate));
    }
    return best;
  }

  /// Multiplying out may let a law apply that saves more: Q'(Qx − y) is x − Q'y.
  private static Expr shorterProduct(Expr e) {
    Expr split = least(e, Expanding.splitInverses(e));
    Expr expanded = Expanding.distribute(e);
    return expanded == e ? split : least(split, lawful(expanded));
  }

  /// A linear function of a sum may be shorter as a sum: 1'(x − (1'x/n)1) is zero.
  private static Expr shorterApplication(Expr e, Node.Apply a) {
    Optional<Expr> square = Concrete.square(a);
    if (square.isPresent()) {
      return least(e, Algebra.pow(of(square.get()), Algebra.HALF));
    }
    Expr spread = LinearTerms.spread(e, a);
    return spread == e ? e : least(e, lawful(spread));
  }

  private static Expr lawful(Expr e) {
    return Factoring.of(Rewriter.simplify(e));
  }

  private static Expr least(Expr a, Expr b) {
    return b.weight() < a.weight() ? b : a;
  }
}
