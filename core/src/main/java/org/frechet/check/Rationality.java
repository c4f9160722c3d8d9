package org.frechet.check;

import java.util.List;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.function.Function;

/// Which nodes take rational values to rational values.
final class Rationality {
  private Rationality() {}

  /// {@return whether this node can be evaluated exactly, given that its operands can}
  static boolean keeps(Expr e) {
    return switch (e.node()) {
      case Node.Constant _ -> false;
      case Node.Bound _, Node.Integral _ -> false;
      case Node.Pow p -> isInteger(p.exponent());
      case Node.Apply a -> ((Function) a.operator()).isRational();
      case Node.Num _, Node.Size _, Node.Var _, Node.Increment _, Node.Fill _ -> true;
      case Node.Add _, Node.Prod _, Node.Hadamard _, Node.Transpose _ -> true;
      case Node.Slice _, Node.Block _, Node.IndexSum _, Node.Stop _ -> true;
    };
  }

  static boolean isInteger(Expr exponent) {
    return exponent.node() instanceof Node.Num n && n.value().isSmallInteger();
  }

  /// {@return a rational expression for the square of the base, where the base is irrational but
  /// the power is even: `norm2(x)^4` is `(x'*x)^2`}
  static Optional<Expr> square(Node.Pow p) {
    return p.base().node() instanceof Node.Apply a
            && p.exponent().node() instanceof Node.Num n
            && isEven(n.value())
            && a.operator() instanceof Function f
            && !f.isRational()
        ? f.square().map(form -> form.of(a.arguments()))
        : Optional.empty();
  }

  private static boolean isEven(Rational k) {
    return k.isSmallInteger() && !k.num().testBit(0);
  }

  /// {@return whether exact evaluation applies to the whole expression}
  static boolean of(Expr root) {
    List<Expr> nodes = new Schedule(List.of(root), true).slots();
    return nodes.stream().allMatch(Rationality::keeps);
  }
}
