package org.frechet.explain;

import java.util.List;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;

/// The rules of the method of the chain rule.
final class ChainRules {
  static final Rule STEP =
      new Rule("intermediate variable", "one step in terms of the names before it");
  static final Rule JACOBIAN =
      new Rule("Jacobian of one step", "dv = (∂v/∂u) du, rows are outputs");
  static final Rule TOTAL =
      new Rule("chain rule", "v = φ(u, w): ∂v/∂x = (∂v/∂u) ∂u/∂x + (∂v/∂w) ∂w/∂x");
  static final Rule LINK = new Rule("chain rule", "v = φ(u): ∂v/∂x = (∂v/∂u) ∂u/∂x");
  static final Rule CHANGE =
      new Rule("differential of one step", "v = φ(u, w): dv is linear in du, dw");
  static final Rule PRODUCT =
      new Rule("chain rule", "∂f/∂x = (∂f/∂v) (∂v/∂u) (∂u/∂x): the last step stands on the left");
  static final Rule BACK =
      new Rule("substitute back", "every name is replaced by what it stands for");
  static final Rule READ_OFF =
      new Rule("read off", "vec(dF) = J vec(dX) for all dX means ∂F/∂X = J");

  private ChainRules() {}

  /// {@return the rule by which one step sends its cotangent back to one of its inputs}
  static Rule adjoint(Expr input, Stage user) {
    return adjoint(input, user.definition());
  }

  private static Rule adjoint(Expr input, Expr v) {
    Rule other = new Rule("adjoint of one step", "dv = L(du): ū = L*(v̄)");
    return switch (v.node()) {
      case Node.Add a -> {
        List<Expr> terms = a.terms().stream().filter(t -> Traversal.contains(t, input)).toList();
        yield terms.size() == 1 ? adjoint(input, terms.getFirst()) : other;
      }
      case Node.Prod p when Operands.isMultiple(v) ->
          adjoint(input, Traversal.children(p).getFirst());
      case Node.Prod _ ->
          v.isScalar() || input.isScalar()
              ? new Rule("adjoint of a product", "s = a′u: ū = s̄ a")
              : new Rule("adjoint of a product", "v = A u B + C: ū = A′ v̄ B′");
      case Node.Hadamard _ -> new Rule("adjoint of a Hadamard product", "v = a ∘ u: ū = a ∘ v̄");
      case Node.Pow p when Expansion.isSquareOfNorm(p) ->
          new Rule("squared norm", "s = ‖u‖²: ū = 2 s̄ u");
      case Node.Pow _ -> new Rule("power rule", "v = uᵏ entry by entry: ū = k uᵏ⁻¹ ∘ v̄");
      case Node.Apply _ when Layers.isElementwise(v) ->
          new Rule("elementwise function", "v = φ(u) entry by entry: ū = φ′(u) ∘ v̄");
      case Node.Apply a -> FunctionRule.of((Function) a.operator(), a.arguments());
      case Node.Var _ -> new Rule("adjoint of a sum", "v = u + c: ū = v̄");
      case Node.Transpose _ -> new Rule("adjoint of a transpose", "v = u′: ū = v̄′");
      case Node.Num _, Node.Constant _, Node.Size _, Node.Increment _, Node.Fill _ -> other;
      case Node.Slice _, Node.Block _, Node.IndexSum _, Node.Integral _ -> other;
      case Node.Bound _, Node.Stop _ -> other;
    };
  }

  /// {@return names in a row: `s, u and x`}
  static String words(List<Expr> names) {
    List<String> words = names.stream().map(e -> ((Node.Var) e.node()).name()).toList();
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /// {@return what is said of a name that several steps use}
  static String fanOut(String word, int uses) {
    return uses < 2
        ? ""
        : "%s is used in %d steps: their contributions add up".formatted(word, uses);
  }
}
