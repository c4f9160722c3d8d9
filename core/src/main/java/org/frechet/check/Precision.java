package org.frechet.check;

import java.util.Collection;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.Function;
import org.frechet.numeric.DoubleDouble;
import org.frechet.numeric.DoubleDoubles;
import org.frechet.numeric.PreciseMat;

/// Which nodes have values to about 31 digits, and those of the nodes that are no functions.
final class Precision {
  private Precision() {}

  /// {@return whether all of these can be evaluated at a precise point}
  static boolean reaches(Collection<Expr> nodes) {
    return nodes.stream().allMatch(Precision::has);
  }

  private static boolean has(Expr e) {
    return switch (e.node()) {
      case Node.Bound _, Node.Integral _ -> false;
      case Node.Constant c -> c.value() == DoubleDouble.PI.hi();
      case Node.Apply a -> ((Function) a.operator()).isPrecise();
      case Node.Num _, Node.Size _, Node.Var _, Node.Increment _, Node.Fill _ -> true;
      case Node.Add _, Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Transpose _ -> true;
      case Node.Slice _, Node.Block _, Node.IndexSum _, Node.Stop _ -> true;
    };
  }

  static DoubleDouble of(Node.Constant c) {
    if (c.value() != DoubleDouble.PI.hi()) {
      throw new IllegalStateException(c.name() + " is not known to that many digits");
    }
    return DoubleDouble.PI;
  }

  /// {@return the entrywise power; of a scalar exponent, that of every entry}
  static PreciseMat power(PreciseMat base, PreciseMat exponent) {
    boolean scalar = exponent.rows() == 1 && exponent.cols() == 1;
    return scalar
        ? base.map(x -> DoubleDoubles.pow(x, exponent.get(0, 0)))
        : base.zip(exponent, DoubleDoubles::pow);
  }
}
