package org.frechet.function;

import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;

/// What is known of the exponent of a matrix power.
final class Exponents {
  private Exponents() {}

  /// {@return whether the exponent is a whole number: made of sizes and whole numbers}
  static boolean isWhole(Expr k) {
    return least(k).isPresent() || most(k).isPresent();
  }

  /// {@return whether the exponent is a whole number and at least zero, whatever the sizes}
  static boolean isNatural(Expr k) {
    return least(k).filter(n -> n >= 0).isPresent();
  }

  private static Optional<Long> most(Expr k) {
    return least(org.frechet.expr.Algebra.neg(k)).map(n -> -n);
  }

  /// {@return the least value of a whole number, for sizes are at least one}
  private static Optional<Long> least(Expr k) {
    return switch (k.node()) {
      case Node.Size _ -> Optional.of(1L);
      case Node.Num n when n.value().isSmallInteger() -> Optional.of((long) n.value().intValue());
      case Node.Add a -> {
        Optional<Long> sum = Optional.of(0L);
        for (Expr term : a.terms()) {
          sum = sum.flatMap(s -> least(term).map(t -> s + t));
        }
        yield sum;
      }
      case Node.Prod p
          when p.chain().isEmpty()
              && p.coefficient().isSmallInteger()
              && p.coefficient().signum() > 0
              && p.scalars().stream().allMatch(s -> s.node() instanceof Node.Size) ->
          Optional.of((long) p.coefficient().intValue());
      case Node.Num _, Node.Constant _, Node.Var _, Node.Increment _, Node.Fill _, Node.Prod _ ->
          Optional.empty();
      case Node.Hadamard _, Node.Pow _, Node.Transpose _, Node.Apply _, Node.Slice _ ->
          Optional.empty();
      case Node.Block _, Node.IndexSum _, Node.Stop _ -> Optional.empty();
      case Node.Bound _, Node.Integral _ -> Optional.empty();
    };
  }
}
