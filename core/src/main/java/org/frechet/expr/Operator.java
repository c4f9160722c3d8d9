package org.frechet.expr;

import java.util.List;
import org.frechet.shape.Shape;

/// What an expression needs to know of a declared function. The declarations themselves live in
/// `function`, which depends on this package and not the other way round.
public interface Operator {
  /// {@return the name in the input language}
  String name();

  /// {@return the shape of the value} @throws org.frechet.shape.Refusal if the arguments do not fit
  Shape shape(List<Expr> arguments);

  /// {@return whether the function acts on each entry alone}
  boolean elementwise();

  /// {@return whether this is the matrix inverse, which cancels against its argument in a product}
  boolean inverts();

  /// {@return whether this is the power of a matrix (first argument) by a scalar (second), which
  /// merges with its base in a product}
  boolean raises();

  /// {@return whether every entry of the value is at least zero}
  boolean nonnegative();

  /// {@return the name that places applications among other factors and terms; empty where that is
  /// the first name in the arguments}
  default String lead() {
    return "";
  }

  /// {@return the application in canonical form} The default form is the plain node.
  Expr canonical(List<Expr> arguments);

  /// {@return the transpose of the application to these arguments, in canonical form}
  Expr transposed(List<Expr> arguments);
}
