package org.frechet.derive;

import org.frechet.shape.Trait;

/// The sentence that says what a derivative by a structured variable is, and which of its forms to
/// use for what.
public final class StructureNote {
  private StructureNote() {}

  /// {@return the sentence about a derivation by a variable with this tangent space}
  public static String of(TangentSpace space, Derivation d) {
    String name = space.name();
    if (d.order() > 1) {
      return isOf(space)
          + (space.isCurved() && d.source().isScalar()
              ? ("this is the Riemannian Hessian on %s by the Euclidean metric, for increments of %s"
                      + " tangent to them; it is not the projection of the unconstrained Hessian")
                  .formatted(set(space), name)
              : "increments of %s are %s".formatted(name, increments(space)));
    }
    if (d.kind() != Kind.GRADIENT && d.kind() != Kind.GRADIENT_MATRIX) {
      return isOf(space) + "increments of %s are %s".formatted(name, increments(space));
    }
    String within = isOf(space) + "this is the gradient within " + set(space);
    return within
        + (d.unconstrained().isEmpty()
            ? ", where alone the function exists; use it to move within them"
            : ", the projection of the unconstrained one; use it to move within them,"
                + " the unconstrained one in a chain rule where %s is free".formatted(name))
        + (d.independent().isPresent()
            ? ", and the form by independent entries where the entries on and below the diagonal"
                + " are the parameters"
            : "");
  }

  /// {@return the sentence about a derivative along a direction}
  public static String ofDirections(TangentSpace space) {
    return isOf(space) + "the directions of %s are %s".formatted(space.name(), increments(space));
  }

  private static String isOf(TangentSpace space) {
    return property(space) + ": ";
  }

  /// {@return what the variable is: `S is symmetric`}
  public static String property(TangentSpace space) {
    return space.name() + " " + predicate(space);
  }

  /// {@return an adjective: `symmetric`, `unit`}
  public static String title(TangentSpace space) {
    String own =
        space
            .other()
            .map(t -> t == Trait.ORTHONORMAL && isSquare(space) ? Trait.ORTHOGONAL : t)
            .map(Trait::word)
            .orElse("");
    return (words(space) + " " + own).strip();
  }

  private static String predicate(TangentSpace space) {
    String linear = words(space);
    if (space.other().isEmpty()) {
      return "is " + linear;
    }
    String own =
        switch (space.other().get()) {
          case UNIT -> "has norm one";
          case STOCHASTIC -> isColumn(space) ? "sums to one" : "has rows that sum to one";
          case ORTHONORMAL -> isSquare(space) ? "is orthogonal" : "has orthonormal columns";
          case SQUARE, NONNEGATIVE, INVERTIBLE, SYMMETRIC, SKEW, PSD, SPD -> "";
          case LOWER, UPPER, DIAGONAL, TOEPLITZ, ORTHOGONAL, POSITIVE -> "";
        };
    return linear.isEmpty() ? own : "is " + linear + " and " + own.replaceFirst("^is ", "");
  }

  private static String set(TangentSpace space) {
    String linear = words(space);
    String kind = linear.isEmpty() ? "" : linear + " ";
    String what = isColumn(space) || space.variable().shape().isRow() ? "vectors" : "matrices";
    if (space.other().isEmpty()) {
      return "the " + kind + what;
    }
    return switch (space.other().get()) {
      case UNIT -> "the " + kind + what + " of norm one";
      case STOCHASTIC ->
          isColumn(space)
              ? "the vectors that sum to one"
              : "the matrices with rows that sum to one";
      case ORTHONORMAL ->
          isSquare(space)
              ? "the " + kind + "orthogonal matrices"
              : "the matrices with orthonormal columns";
      case SQUARE, NONNEGATIVE, INVERTIBLE, SYMMETRIC, SKEW, PSD, SPD -> "";
      case LOWER, UPPER, DIAGONAL, TOEPLITZ, ORTHOGONAL, POSITIVE -> "";
    };
  }

  private static String increments(TangentSpace space) {
    if (space.other().isEmpty()) {
      return "those of " + words(space) + " matrices";
    }
    return space.other().get() == Trait.STOCHASTIC
        ? isColumn(space) ? "those that sum to zero" : "those with rows that sum to zero"
        : "those tangent to " + set(space);
  }

  private static String words(TangentSpace space) {
    var words = new StringBuilder();
    for (Trait t : space.linear()) {
      words.append(words.isEmpty() ? "" : " ").append(t.word());
      if (t == Trait.LOWER || t == Trait.UPPER) {
        words.append(" triangular");
      } else if (t == Trait.TOEPLITZ) {
        words.replace(words.length() - t.word().length(), words.length(), "Toeplitz");
      }
    }
    return words.toString();
  }

  private static boolean isColumn(TangentSpace space) {
    return space.variable().shape().cols().isOne();
  }

  private static boolean isSquare(TangentSpace space) {
    return space.variable().shape().isSquare();
  }
}
