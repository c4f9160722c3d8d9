package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import org.frechet.derive.StructureNote;
import org.frechet.derive.TangentSpace;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.Function;

/// The rules of the method of differentials, and which one works out which node.
final class Rules {
  static final Rule FUNCTION = new Rule("function", "what is to be differentiated");
  static final Rule CONSTANT = new Rule("constant", "what is constant has no differential");
  static final Rule LINEARITY =
      new Rule("linearity", "d(a A + B) = a dA + dB; what is constant has no differential");
  static final Rule PRODUCT = new Rule("product rule", "d(A B) = dA B + A dB");
  static final Rule HADAMARD =
      new Rule("product rule, entry by entry", "d(A ∘ B) = dA ∘ B + A ∘ dB");
  static final Rule SQUARED_NORM = new Rule("squared norm", "d‖E‖² = d⟨E, E⟩ = 2⟨E, dE⟩");
  static final Rule EXPONENT =
      new Rule("power with a moving exponent", "d(aᵇ) = b aᵇ⁻¹ da + aᵇ log(a) db");
  static final Rule POWER = new Rule("power rule", "d(aᵏ) = k aᵏ⁻¹ da");
  static final Rule UNDER_SUM =
      new Rule("under the sum", "the differential of a sum is the sum of the differentials");
  static final Rule UNDER_INTEGRAL =
      new Rule(
          "rule of Leibniz", "the differential of an integral is the integral of the differential");
  static final Rule OWN_TRANSPOSE = new Rule("a scalar equals its transpose", "a′B c = c′B′a");
  static final Rule TRACE =
      new Rule(
          "rotation under the trace", "⟨G, A dX B⟩ = tr(G′A dX B) = tr(B G′A dX) = ⟨A′G B′, dX⟩");
  static final Rule DOT = new Rule("inner product", "a′ b = ⟨a, b⟩");
  static final Rule TURN =
      new Rule("transposition under the trace", "⟨G, dX′⟩ = tr(G′dX′) = tr(G dX) = ⟨G′, dX⟩");
  static final Rule HADAMARD_MOVE =
      new Rule("Hadamard under the inner product", "⟨G, A ∘ dX⟩ = ⟨A ∘ G, dX⟩");
  static final Rule SPLIT = new Rule("linearity", "⟨G, A + B⟩ = ⟨G, A⟩ + ⟨G, B⟩");
  static final Rule SPLIT_VEC = new Rule("linearity", "J vec(A + B) = J vec(A) + J vec(B)");
  static final Rule TURN_VEC = new Rule("vec of a transpose", "vec(X′) = K vec(X)");
  static final Rule COLLECT_VEC = new Rule("collect", "J dx + K dx = (J + K) dx");
  static final Rule COLLECT = new Rule("collect", "⟨G, dX⟩ + ⟨H, dX⟩ = ⟨G + H, dX⟩");
  static final Rule STACK =
      new Rule("stack the columns", "the columns of both sides, one below the other");
  static final Rule MATRIX = new Rule("matrix form", "what is linear in dx is a matrix times dx");
  static final Rule VEC = new Rule("vec", "vec(A B C) = (C′ ⊗ A) vec(B)");
  static final Rule DIAGONAL = new Rule("Hadamard as a diagonal matrix", "a ∘ dx = diag(a) dx");
  static final Rule FREE = new Rule("read off", "the gradient if every increment were allowed");
  static final Rule SIMPLIFY = new Rule("simplify", "the same, simplified");

  private Rules() {}

  /// {@return the rule that works out d(u)}
  static Rule of(Expr u, Expansion expansion) {
    return switch (u.node()) {
      case Node.Add _, Node.Transpose _, Node.Slice _, Node.Block _ -> LINEARITY;
      case Node.Prod _ -> expansion.isLinear(u) ? LINEARITY : PRODUCT;
      case Node.Hadamard _ -> expansion.isLinear(u) ? LINEARITY : HADAMARD;
      case Node.Pow p ->
          Expansion.isSquareOfNorm(p)
              ? SQUARED_NORM
              : expansion.moves(p.exponent()) ? EXPONENT : POWER;
      case Node.IndexSum _ -> UNDER_SUM;
      case Node.Integral _ -> UNDER_INTEGRAL;
      case Node.Apply a -> {
        var f = (Function) a.operator();
        yield expansion.isLinear(u)
            ? new Rule("linearity", f.name() + " is linear")
            : FunctionRule.of(f, a.arguments());
      }
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> LINEARITY;
      case Node.Fill _, Node.Bound _, Node.Stop _ -> LINEARITY;
    };
  }

  /// {@return the rule that moves a linear map across an inner product}
  static Rule move(Expr map) {
    return switch (map.node()) {
      case Node.Add _, Node.Block _ -> SPLIT;
      case Node.Prod _ -> TRACE;
      case Node.Transpose _ -> TURN;
      case Node.Hadamard _ -> HADAMARD_MOVE;
      case Node.Apply a ->
          new Rule(
              "adjoint of " + a.operator().name(),
              "⟨G, L(dX)⟩ = ⟨L*(G), dX⟩ with the adjoint L* of " + a.operator().name());
      case Node.Slice _ -> new Rule("adjoint of a selection", "⟨G, dX(i,:)⟩ = ⟨eᵢG, dX⟩");
      case Node.IndexSum _ -> UNDER_SUM;
      case Node.Integral _ -> UNDER_INTEGRAL;
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> COLLECT;
      case Node.Fill _, Node.Bound _, Node.Stop _, Node.Pow _ -> COLLECT;
    };
  }

  /// {@return the rule that the derivative is what stands before the increment}
  static Rule readOff(Task task) {
    String f = task.functionName();
    String x = ((Node.Var) task.variable().node()).name();
    String layout = task.isNumerator() ? "numerator" : "denominator";
    if (task.variable().isScalar()) {
      return new Rule("read off", "d%s = D d%s means ∂%s/∂%s = D".formatted(f, x, f, x));
    }
    if (task.isGradient()) {
      return new Rule(
          "read off",
          "d%s = ⟨G, d%s⟩ means ∂%s/∂%s = %s in %s layout"
              .formatted(f, x, f, x, task.isNumerator() ? "G′" : "G", layout));
    }
    String vec = task.isStacked() ? "d vec(%s) = J d vec(%s)" : "d%s = J d%s";
    return new Rule(
        "read off",
        vec.formatted(f, x)
            + (task.isNumerator()
                ? " means that J is the Jacobian"
                : " means J′ in denominator layout"));
  }

  /// {@return the rule that turns a derivative into the layout asked for}
  static Rule layout(Task task) {
    return new Rule(
        "layout",
        "in %s layout the derivative is the transpose"
            .formatted(task.isNumerator() ? "numerator" : "denominator"));
  }

  /// {@return the rule for a variable with a structure}
  static Rule projection(Expr variable) {
    String property = TangentSpace.of(variable).map(StructureNote::property).orElse("");
    String x = ((Node.Var) variable.node()).name();
    return new Rule(
        "projection",
        "%s, so d%s moves within that set, and only the part of the gradient along it counts"
            .formatted(property, x));
  }

  /// {@return whether a rule goes without saying beside others}
  static boolean isQuiet(Rule rule) {
    return rule == SPLIT || rule == SPLIT_VEC || rule == DOT || rule == STACK || rule == MATRIX;
  }

  /// {@return several rules that are used in one line, as one}
  static Rule together(List<Rule> rules) {
    var names = new ArrayList<String>();
    var statements = new ArrayList<String>();
    for (Rule r : rules.stream().distinct().toList()) {
      if (!names.contains(r.name())) {
        names.add(r.name());
      }
      if (!statements.contains(r.statement())) {
        statements.add(r.statement());
      }
    }
    return new Rule(String.join(", ", names), String.join("; ", statements));
  }
}
