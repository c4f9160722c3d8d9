package org.frechet.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;

/// The rules by which the parts of a function are expanded where its variable moves.
///
/// @param moving the parts that depend on the variable
record PerturbationRules(Set<Expr> moving) {
  static final Rule MOVED = new Rule("move the variable", "X becomes X + dX");
  static final Rule BY_ORDER =
      new Rule("sort by order", "what is linear in dX first, then what is of second order");
  static final Rule DEFINITION =
      new Rule("definition of Fréchet", "f(X + dX) = f(X) + L(dX) + R(dX), R(dX) = o(‖dX‖)");
  static final Rule LINEAR_PART = new Rule("linear part", "all terms of order one in dX");
  static final Rule RIESZ =
      new Rule("as an inner product", "what is linear in dX is ⟨G, dX⟩ for exactly one G");
  static final Rule MATRIX =
      new Rule("as a matrix", "what is linear in dX is J vec(dX) for exactly one matrix J");
  static final Rule CHANGE =
      new Rule("abbreviation", "by what the argument of the inverse changes");
  static final Rule REMAINDER =
      new Rule("remainder", "everything else: all terms of order two and more");
  static final Rule BOUND =
      new Rule(
          "bound by norms",
          "‖A B‖ ≤ ‖A‖₂ ‖B‖, |tr(A B)| ≤ ‖A‖_F ‖B‖_F, and the triangle inequality");
  static final Rule MULTIPLY =
      new Rule("multiply out", "(A + dA)(B + dB) = A B + dA B + A dB + dA dB");
  static final Rule LINEAR = new Rule("linearity", "A (X + dX) + B = (A X + B) + A dX");
  static final Rule SQUARE = new Rule("square of a norm", "‖E + F‖² = ‖E‖² + 2⟨E, F⟩ + ‖F‖²");
  static final Rule RESOLVENT =
      new Rule("resolvent identity", "(A + E)⁻¹ = A⁻¹ − A⁻¹E A⁻¹ + A⁻¹E A⁻¹E (A + E)⁻¹");
  static final Rule QUOTIENT =
      new Rule(
          "quotient",
          "a/b becomes (a + da)/(b + db) = a/b + L + (− L db)/(b + db) with L = (da − a/b db)/b");
  static final Rule ROOT =
      new Rule(
          "square root",
          "√(a + e) = r + L − L(√(a + e) − r)/(√(a + e) + r) with r = √a, L = e/(2r)");

  /// {@return the rules of all parts}
  List<Rule> of(Collection<Expr> parts) {
    return parts.stream().flatMap(e -> of(e).stream()).distinct().toList();
  }

  /// {@return the rule that a part takes, nothing where it only passes through}
  Optional<Rule> of(Expr e) {
    if (!moving.contains(e)) {
      return Optional.empty();
    }
    long several = Traversal.children(e.node()).stream().filter(moving::contains).count();
    Optional<Rule> multiplied = several > 1 ? Optional.of(MULTIPLY) : Optional.empty();
    return switch (e.node()) {
      case Node.Prod p ->
          p.scalars().stream().anyMatch(this::isReciprocal) ? Optional.of(QUOTIENT) : multiplied;
      case Node.Hadamard h ->
          h.factors().stream().anyMatch(this::isReciprocal) ? Optional.of(QUOTIENT) : multiplied;
      case Node.Pow p ->
          Optional.of(
              isReciprocal(e)
                  ? QUOTIENT
                  : p.exponent() == Algebra.HALF
                      ? ROOT
                      : Expansion.isNorm(p.base()) ? SQUARE : MULTIPLY);
      case Node.Apply a ->
          a.operator().inverts()
              ? Optional.of(RESOLVENT)
              : Expansion.isNorm(e) ? Optional.of(ROOT) : multiplied;
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ ->
          Optional.empty();
      case Node.Fill _, Node.Add _, Node.Transpose _, Node.Slice _, Node.Block _ ->
          Optional.empty();
      case Node.IndexSum _, Node.Bound _, Node.Integral _, Node.Stop _ -> Optional.empty();
    };
  }

  /// {@return the parts of the function that are worth a line, inner ones first: what takes a rule
  /// of its own, and what this rule is applied to}
  List<Expr> steps(SequencedSet<Expr> parts, Expr variable) {
    Map<Expr, Set<Node.Runs>> free = Traversal.free(parts);
    Set<Expr> used = new HashSet<>();
    for (Expr e : parts) {
      if (of(e).isPresent()) {
        used.add(e);
        for (Expr operand : Traversal.children(e.node())) {
          used.add(
              Expansion.isNorm(operand) ? Traversal.children(operand.node()).getFirst() : operand);
        }
      }
    }
    var steps = new ArrayList<>(parts);
    steps.removeLast();
    steps.removeIf(e ->
        !used.contains(e)
            || !moving.contains(e)
            || e == variable
            || e.node() instanceof Node.Transpose
            || !free.getOrDefault(e, Set.of()).isEmpty());
    return steps;
  }

  /// {@return whether this is a negative power of what moves}
  boolean isReciprocal(Expr e) {
    return e.node() instanceof Node.Pow p
        && moving.contains(p.base())
        && p.exponent().node() instanceof Node.Num(Rational k)
        && k.signum() < 0;
  }
}
