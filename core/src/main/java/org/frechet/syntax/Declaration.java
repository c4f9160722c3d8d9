package org.frechet.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.frechet.function.AbstractFunction;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// What is declared of a name: `S: matrix(n,n) spd`.
///
/// `traits` is closed under implication. The shape of an index is `vector(n)`, the range 1 to n
/// that it runs over; its value is a whole number.
///
/// A function is declared by its signature, `f: vector(n) -> scalar`; its `shape` is that of the
/// value.
public record Declaration(
    String name, Kind kind, Shape shape, Set<Trait> traits, Optional<AbstractFunction> function) {
  public enum Kind {
    SCALAR,
    VECTOR,
    ROW,
    MATRIX,
    INDEX,
    /// A function that is not defined; declared by a signature or by this word.
    FUNCTION;

    /// {@return the word that declares it}
    public String word() {
      return this == FUNCTION ? "elementwise" : name().toLowerCase(java.util.Locale.ROOT);
    }

    /// {@return how many sizes it takes}
    int sizes() {
      return switch (this) {
        case SCALAR, FUNCTION -> 0;
        case VECTOR, ROW, INDEX -> 1;
        case MATRIX -> 2;
      };
    }

    /// {@return the form of a declaration: `matrix(m,n)`}
    String form() {
      return switch (this) {
        case SCALAR, FUNCTION -> word();
        case VECTOR, ROW, INDEX -> word() + "(n)";
        case MATRIX -> "matrix(m,n)";
      };
    }
  }

  public Declaration {
    traits = Trait.closure(traits);
  }

  public Declaration(String name, Kind kind, Shape shape, Set<Trait> traits) {
    this(name, kind, shape, traits, Optional.empty());
  }

  static Declaration of(AbstractFunction function) {
    return new Declaration(
        function.name(), Kind.FUNCTION, function.value(), Set.of(), Optional.of(function));
  }

  /// {@return every shape that is mentioned}
  List<Shape> shapes() {
    return function.map(AbstractFunction::shapes).orElse(List.of(shape));
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
