package org.frechet.function;

import java.util.List;
import org.frechet.expr.Expr;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// A trait without which a function means something else: the eigenvalues of a matrix that is not
/// symmetric may be complex. And shapes that a function does not take.
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

  /// {@return why a function does not take arguments of these shapes}
  static RuntimeException misfit(Function f, List<Shape> shapes) {
    for (Signature s : f.signatures()) {
      if (s.arguments().size() == shapes.size()) {
        for (int i = 0; i < shapes.size(); i++) {
          if (s.wantsSquare(i) && !shapes.get(i).isSquare()) {
            return Problem.of(
                    Problem.Code.NOT_SQUARE,
                    "%s needs a square matrix, but this one is %s"
                        .formatted(f.name(), shapes.get(i)))
                .refusal();
          }
        }
        return Problem.of(
                Problem.Code.SHAPE_MISMATCH,
                "%s takes %s, but was given %s"
                    .formatted(
                        f.name(),
                        s.text().split("->")[0].strip(),
                        String.join(", ", shapes.stream().map(Shape::declaration).toList())))
            .refusal();
      }
    }
    return Problem.of(
            Problem.Code.ARITY,
            "%s takes %s, but was given %d".formatted(f.name(), f.arity(), shapes.size()))
        .refusal();
  }
}
