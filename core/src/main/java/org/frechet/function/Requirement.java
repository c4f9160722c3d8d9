package org.frechet.function;

import java.util.List;
import org.frechet.expr.Expr;
import org.frechet.shape.Problem;
import org.frechet.shape.Trait;

/// A trait without which a function means something else: the eigenvalues of a matrix that is not
/// symmetric may be complex.
final class Requirement {
  private Requirement() {}

  /// @throws org.frechet.shape.Refusal if the argument is not known to have the trait
  static void check(Function f, Trait trait, Expr argument) {
    if (Attributes.has(argument, trait)) {
      return;
    }
    f.shape(List.of(argument)); // the more elementary complaint goes first
    throw Problem.of(
            Problem.Code.UNSUPPORTED,
            "%s is defined here for %s matrices, and this %s matrix is not known to be %s"
                .formatted(f.name(), trait.word(), argument.shape(), trait.word()))
        .hint(
            trait == Trait.SYMMETRIC
                ? "declare it symmetric, or write %s(sym(X))".formatted(f.name())
                : "declare it " + trait.word())
        .refusal();
  }
}
