package org.frechet.syntax;

import java.util.Set;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// What is declared of a name: `S: matrix(n,n) spd`.
///
/// `traits` is closed under implication. The shape of an index is `vector(n)`, the range 1 to n
/// that it runs over; its value is a whole number.
public record Declaration(String name, Kind kind, Shape shape, Set<Trait> traits) {
  public enum Kind {
    SCALAR,
    VECTOR,
    ROW,
    MATRIX,
    INDEX;

    /// {@return the word that declares it}
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// {@return how many sizes it takes}
    int sizes() {
      return switch (this) {
        case SCALAR -> 0;
        case VECTOR, ROW, INDEX -> 1;
        case MATRIX -> 2;
      };
    }

    /// {@return the form of a declaration: `matrix(m,n)`}
    String form() {
      return switch (this) {
        case SCALAR -> "scalar";
        case VECTOR, ROW, INDEX -> word() + "(n)";
        case MATRIX -> "matrix(m,n)";
      };
    }
  }

  public Declaration {
    traits = Trait.closure(traits);
  }

  /// {@return the largest value of an index}
  ///
  /// @throws IllegalStateException when this is not an index
  public Dim range() {
    if (kind != Kind.INDEX) {
      throw new IllegalStateException(name + " is not an index");
    }
    return shape.rows();
  }
}
