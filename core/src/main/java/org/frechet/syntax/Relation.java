package org.frechet.syntax;

import java.util.List;
import java.util.Optional;

/// A statement as written: sides that stand in a relation, as in `a = b = c` or `a <= b`.
///
/// Derivatives stand in the sides as they were typed, `d(E)/dX` or `diff(E, X)`, differentials as
/// `d(E)` and `dX`; [Differentials] reads them.
///
/// @param definitions what stands before it, as in `let y = x'*A*x; dy/dx = (A + A')*x`
/// @param increment the name of the increment of a linear map, as in `Δ ↦ A*Δ*B`
/// @param sides at least one
/// @param signs one between any two sides
/// @param shape what the only side is said to be, as in `x'*A*x: scalar`
public record Relation(
    List<Definition> definitions,
    Optional<Syntax.Name> increment,
    List<Syntax> sides,
    List<Sign> signs,
    Optional<Declaration> shape) {
  /// What is said of two sides.
  public enum Sign {
    EQUAL("="),
    LESS("<"),
    AT_MOST("<="),
    GREATER(">"),
    AT_LEAST(">="),
    /// Equal by definition: `y := x'*A*x`.
    DEFINES(":=");

    private final String spelling;

    Sign(String spelling) {
      this.spelling = spelling;
    }

    public String spelling() {
      return spelling;
    }
  }

  public Relation {
    definitions = List.copyOf(definitions);
    sides = List.copyOf(sides);
    signs = List.copyOf(signs);
    if (sides.isEmpty() || signs.size() != sides.size() - 1) {
      throw new IllegalArgumentException(
          "%d sides, %d signs".formatted(sides.size(), signs.size()));
    }
  }

  public Relation(
      List<Definition> definitions,
      Optional<Syntax.Name> increment,
      List<Syntax> sides,
      List<Sign> signs) {
    this(definitions, increment, sides, signs, Optional.empty());
  }

  /// {@return the relation of several sides that are claimed to be equal}
  public static Relation equal(List<Syntax> sides) {
    return new Relation(
        List.of(),
        Optional.empty(),
        sides,
        java.util.Collections.nCopies(sides.size() - 1, Sign.EQUAL));
  }

  /// {@return from where to where it stands in its text}
  public Syntax.Span span() {
    return sides.getFirst().span().to(sides.getLast().span());
  }
}
