package org.frechet.expr;

import java.util.List;

/// A matrix seen as a power: `X^k`, `X'^k`, `inv(X)`, or just X; `by` is the operator that raises,
/// where there is one.
record Power(Expr base, Expr exponent, List<Operator> by) {
  static Power of(Expr e) {
    return switch (e.node()) {
      case Node.Apply a when a.operator().raises() ->
          new Power(a.arguments().get(0), a.arguments().get(1), List.of(a.operator()));
      case Node.Apply a when a.operator().inverts() ->
          new Power(a.arguments().getFirst(), Algebra.number(-1), List.of());
      case Node.Transpose(Expr of) when of.node() instanceof Node.Apply -> {
        Power p = of(of);
        yield p.base == of ? new Power(e, Algebra.ONE, List.of()) : p.turned();
      }
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Fill _ ->
          plain(e);
      case Node.Add _, Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Transpose _ -> plain(e);
      case Node.Apply _, Node.Slice _, Node.Block _, Node.IndexSum _, Node.Stop _ -> plain(e);
      case Node.Bound _, Node.Integral _ -> plain(e);
    };
  }

  private static Power plain(Expr e) {
    return new Power(e, Algebra.ONE, List.of());
  }

  private Power turned() {
    return new Power(base.transpose(), exponent, by);
  }

  /// {@return whether this is written as a power}
  boolean raised() {
    return !by.isEmpty();
  }

  /// {@return the base raised to another exponent}
  Expr to(Expr other) {
    return by.getFirst().canonical(List.of(base, other));
  }
}
