package org.frechet.explain;

import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;

/// The rules of the method of index sums.
final class IndexRules {
  static final Rule ENTRIES = new Rule("in entries", "(A B)ᵢⱼ = ∑ᵣ Aᵢᵣ Bᵣⱼ, written out");
  static final Rule ENTRY_BY_ENTRY =
      new Rule("in entries", "arrays are added and scaled entry by entry");
  static final Rule LINEARITY =
      new Rule("linearity", "∂(a u + v) = a ∂u + ∂v; what is constant drops out");
  static final Rule PRODUCT = new Rule("product rule", "∂(u v) = ∂u v + u ∂v");
  static final Rule POWER = new Rule("power rule", "∂(uᵏ) = k uᵏ⁻¹ ∂u");
  static final Rule CHAIN = new Rule("chain rule", "∂φ(u) = φ′(u) ∂u");
  static final Rule DELTA =
      new Rule("Kronecker delta", "∂xᵢ/∂xₖ = δᵢₖ: one for the same entry, zero for another");
  static final Rule COLLAPSE =
      new Rule("deltas collapse", "∑ᵢ aᵢ δᵢₖ = aₖ: of the sum only the term i = k is left");
  static final Rule MATRIX =
      new Rule("back to matrix form", "∑ᵣ Aᵢᵣ Bᵣⱼ = (A B)ᵢⱼ, read from right to left");
  static final Rule ALL_ENTRIES =
      new Rule("all entries at once", "equal entries everywhere are equal arrays");

  private IndexRules() {}

  /// {@return the rule that works out the derivative of `e` in one step}
  static Rule of(Expr e, IndexTranslation t, boolean isVariable) {
    return switch (e.node()) {
      case Node.Var _ -> isVariable ? DELTA : LINEARITY;
      case Node.Prod _, Node.Hadamard _ ->
          Traversal.children(e.node()).stream().filter(t::moves).count() > 1 ? PRODUCT : LINEARITY;
      case Node.Pow _ -> POWER;
      case Node.Apply a -> {
        var f = (Function) a.operator();
        yield f.elementwise()
            ? CHAIN
            : f.linearIn(0).isPresent() ? LINEARITY : FunctionRule.of(f, a.arguments());
      }
      case Node.Num _, Node.Constant _, Node.Size _, Node.Increment _, Node.Fill _, Node.Add _ ->
          LINEARITY;
      case Node.Transpose _, Node.Slice _, Node.Block _, Node.IndexSum _ -> LINEARITY;
      case Node.Bound _, Node.Integral _, Node.Stop _ -> LINEARITY;
    };
  }
}
