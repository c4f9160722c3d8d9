package org.frechet.expr;

import java.util.stream.Collectors;

/// A plain form of an expression for failure messages and the debugger.
final class Debug {
  private Debug() {}

  static String text(Expr e) {
    if (e.weight() > 2000) {
      return "<" + e.shape() + " expression of weight " + e.weight() + ">";
    }
    return switch (e.node()) {
      case Node.Num n -> n.value().toString();
      case Node.Constant c -> c.name();
      case Node.Size s -> s.dim().toString();
      case Node.Var v -> v.name();
      case Node.Increment i -> i.name();
      case Node.Fill f -> f.kind() + "(" + f.rows() + "," + f.cols() + ")";
      case Node.Add a -> join(a.terms(), " + ");
      case Node.Prod p ->
          "("
              + p.coefficient()
              + (p.scalars().isEmpty() ? "" : " | " + join(p.scalars(), " "))
              + (p.chain().isEmpty() ? "" : " | " + join(p.chain(), " "))
              + ")";
      case Node.Hadamard h -> join(h.factors(), ".*");
      case Node.Pow p -> "(" + p.base() + ")^(" + p.exponent() + ")";
      case Node.Transpose t -> t.of() + "'";
      case Node.Apply a -> a.operator().name() + join(a.arguments(), ", ");
      case Node.Slice s -> s.of() + "[" + s.rows() + "," + s.cols() + "]";
      case Node.Block b -> b.rows().toString();
      case Node.Bound b -> b.name() + "°";
      case Node.Integral i -> "integrate" + join(Traversal.children(i), ", ") + "d" + i.variable();
      case Node.IndexSum s -> "sum(" + s.index().name() + ", " + s.body() + ")";
      case Node.Stop s -> "sg(" + s.of() + ")";
    };
  }

  private static String join(java.util.List<Expr> parts, String separator) {
    return parts.stream().map(Expr::toString).collect(Collectors.joining(separator, "(", ")"));
  }
}
