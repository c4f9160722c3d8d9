package org.frechet.syntax;

import java.util.Set;
import org.frechet.shape.Problem.Code;

/// What `integrate(E, t, a, b)` may be given. As in `diff(E, t)`, t is the name of a variable: what
/// contains it varies, also where it stands in a definition, `let y = [cos(t); sin(t)]`.
final class Integration {
  private static final Set<String> INFINITE = Set.of("inf", "Inf", "infinity", "Infinity", "oo");

  private Integration() {}

  /// @throws org.frechet.shape.Refusal if t is no name that can vary, or a limit is infinite
  static void check(Syntax.Call c, Scope<?> scope, Names names) {
    Syntax variable = c.arguments().get(1);
    if (!(variable instanceof Syntax.Name t)) {
      throw Wording.refusal(
          Code.SYNTAX,
          "integrate runs over a variable, and " + Wording.of(variable) + " is not a name",
          variable.span(),
          "write " + Special.INTEGRATE.form() + ", as in integrate(t^2, t, 0, 1)");
    }
    if (scope.find(t.text()).isPresent() || t.text().equals("pi") || !names.isVariable(t.text())) {
      throw Wording.refusal(
          Code.BAD_REQUEST,
          "%s has a meaning already: %s"
              .formatted(
                  t.text(),
                  scope.index(t.text()).isPresent()
                      ? "it is the index of a sum around"
                      : scope.find(t.text()).isPresent()
                          ? "it is defined by let"
                          : t.text().equals("pi") ? "it is a constant" : "it is an index"),
          t.span(),
          "integrate over another name");
    }
    Declaration declared = names.declared().get(t.text());
    if (declared != null && !declared.shape().isScalar()) {
      throw Wording.refusal(
          Code.SHAPE_MISMATCH,
          "the variable of integration is a scalar, and %s is declared as %s"
              .formatted(t.text(), Wording.of(declared.shape())),
          t.span(),
          "integrate over a name that nothing else has");
    }
    if (declared != null && !declared.traits().isEmpty()) {
      throw Wording.refusal(
          Code.BAD_REQUEST,
          "%s is declared with an attribute, which it need not have between the limits"
              .formatted(t.text()),
          t.span(),
          "integrate over a name that nothing else has");
    }
    if (names.isSize(t.text())) {
      throw Wording.refusal(
          Code.BAD_REQUEST,
          t.text() + " is a size, and nothing can be integrated over a size",
          t.span(),
          "integrate over another name");
    }
    for (Syntax limit : c.arguments().subList(2, 4)) {
      Syntax plain = limit instanceof Syntax.Unary u ? u.operand() : limit;
      if (plain instanceof Syntax.Name n
          && INFINITE.contains(n.text())
          && !names.isDeclared(n.text())
          && scope.find(n.text()).isEmpty()) {
        throw Wording.refusal(
            Code.UNSUPPORTED,
            "integrals with an infinite limit are not supported: their value could not be checked",
            limit.span(),
            "substitute, say t = s/(1 - s) for s from 0 to 1, or take a large limit");
      }
    }
  }
}
