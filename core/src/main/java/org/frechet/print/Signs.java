package org.frechet.print;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;

/// Which sums of a product are written with all their signs turned, and the coefficient that
/// remains. Sums stand as the reader wrote them; if that leaves a minus before the whole product,
/// one sum with terms of both signs takes it: 2 X'(X B − Y) rather than −2 X'(Y − X B).
final class Signs {
  private final Rational coefficient;
  private final Iterator<Boolean> turned;

  Signs(Rational coefficient, List<Expr> sums, Predicate<Expr> preferred) {
    Rational c = coefficient;
    var turns = new ArrayList<Boolean>();
    for (Expr sum : sums) {
      boolean turn = preferred.test(sum) && !isPositive(sum);
      turns.add(turn);
      c = turn ? c.negate() : c;
    }
    for (int i = 0; i < sums.size() && c.signum() < 0; i++) {
      if (isMixed(sums.get(i))) {
        turns.set(i, !turns.get(i));
        c = c.negate();
      }
    }
    this.coefficient = c;
    this.turned = turns.iterator();
  }

  /// Turned, it would be written with minus signs only.
  private static boolean isPositive(Expr sum) {
    return ((Node.Add) sum.node())
        .terms().stream().allMatch(t -> Algebra.coefficient(t).signum() > 0);
  }

  private static boolean isMixed(Expr sum) {
    List<Expr> terms = ((Node.Add) sum.node()).terms();
    return terms.stream().anyMatch(t -> Algebra.coefficient(t).signum() > 0)
        && terms.stream().anyMatch(t -> Algebra.coefficient(t).signum() < 0);
  }

  Rational coefficient() {
    return coefficient;
  }

  /// {@return whether the next sum, in the order of writing, is turned}
  boolean next() {
    return turned.next();
  }
}
