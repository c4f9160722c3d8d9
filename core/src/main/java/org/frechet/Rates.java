package org.frechet;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.diff.Differential;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.shape.Problem;
import org.frechet.syntax.Differentiator;

/// Derivatives and differentials inside a claim.
///
/// @param layout of derivatives
/// @param moving the variables of which differentials are; all if none is named
record Rates(Layout layout, Set<String> moving) implements Differentiator {
  @Override
  public Expr derivative(Expr function, Expr variable) {
    if (layout == Layout.MIXED) {
      return Formula.nested(function, variable);
    }
    Derivation d = Derivation.of(function, variable, 1, layout);
    Verification.of("an inner function", function, variable).verify(d);
    return d.value()
        .orElseThrow(() ->
            Problem.of(Problem.Code.UNSUPPORTED, "this nested derivative has no closed form")
                .refusal());
  }

  @Override
  public Expr total(Expr function) {
    Map<Expr, Expr> increments = new HashMap<>();
    Traversal.variables(function)
        .forEach((name, variable) -> {
          if (moving.isEmpty() || moving.contains(name)) {
            increments.put(variable, Algebra.increment(variable));
          }
        });
    return increments.isEmpty()
        ? Algebra.zeros(function.shape())
        : Differential.of(function, increments);
  }
}
