package org.frechet.check;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.function.DerivativeSymbol;
import org.frechet.function.Function;

/// Abstract functions in expressions. A check gives them fixed values; what holds for these may
/// fail for others, as `abs(f(x)) = f(x)` does, so it is tried for multiples of them as well.
public final class Abstraction {
  /// Of either sign, and of other orders of magnitude.
  private static final List<Rational> FACTORS =
      List.of(Rational.MINUS_ONE, Rational.of(1000), Rational.of(-1, 1000));

  /// To a function with a given derivative only a constant can be added.
  private static final List<Rational> CONSTANTS =
      List.of(Rational.of(7), Rational.of(-1000), Rational.of(1, 100));

  private Abstraction() {}

  /// {@return a call of an abstract function or of a derivative of one, if there is any}
  public static Optional<Expr> in(Collection<Expr> roots) {
    return Traversal.topological(roots).stream().filter(e -> symbol(e).isPresent()).findFirst();
  }

  private static Optional<DerivativeSymbol> symbol(Expr e) {
    return e.node() instanceof Node.Apply a ? ((Function) a.operator()).symbol() : Optional.empty();
  }

  /// {@return replacements of all abstract functions by others}
  static List<UnaryOperator<Expr>> others() {
    return List.of(other(0), other(1), other(2));
  }

  private static UnaryOperator<Expr> other(int i) {
    return root -> {
      Map<Expr, Expr> images = new IdentityHashMap<>();
      for (Expr e : Traversal.topological(root)) {
        Expr rebuilt = Traversal.rebuildWith(e, images);
        images.put(e, symbol(e).map(s -> other(rebuilt, s, i)).orElse(rebuilt));
      }
      return Traversal.imageOf(root, images);
    };
  }

  private static Expr other(Expr e, DerivativeSymbol symbol, int i) {
    if (symbol.of().slope().isEmpty()) {
      return Algebra.scale(FACTORS.get(i), e);
    }
    return symbol.order() == 0
        ? Algebra.add(e, Algebra.mul(Algebra.number(CONSTANTS.get(i)), Algebra.ones(e.shape())))
        : e;
  }
}
