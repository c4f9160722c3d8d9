package org.frechet.syntax;

import org.frechet.expr.Expr;
import org.frechet.shape.Problem;

/// What `diff(E, X)` calls: differentiation lives in a later package.
@FunctionalInterface
public interface Differentiator {
  /// Refuses: for callers that have no differentiation.
  Differentiator NONE =
      (_, _) -> {
        throw Problem.of(Problem.Code.UNSUPPORTED, "diff(E, X) cannot be used here").refusal();
      };

  /// {@return the derivative in the default layout}
  ///
  /// Of a scalar it has the shape of the variable, by a scalar the shape of the function; any other
  /// is the matrix on vec, with as many rows as the function has entries.
  Expr derivative(Expr function, Expr variable);

  /// {@return the differential, in the increments of the variables that move}
  default Expr total(Expr function) {
    throw Problem.of(Problem.Code.UNSUPPORTED, "a differential d(E) stands only in claims")
        .refusal();
  }
}
