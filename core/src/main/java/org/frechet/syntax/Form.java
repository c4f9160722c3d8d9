package org.frechet.syntax;

import java.util.Optional;

/// Bilinear forms: in `a'*X*b` and `a'*b` the last name is a vector as the first one is, or the
/// product would be a row.
final class Form {
  private Form() {}

  /// {@return the last name of the product, if the product is a bilinear form by its look}
  static Optional<String> of(Syntax.Binary product) {
    if (!product.operator().equals("*") || !(product.right() instanceof Syntax.Name last)) {
      return Optional.empty();
    }
    Syntax piece = product.left();
    while (piece instanceof Syntax.Binary b && b.operator().equals("*")) {
      if (!isMatrix(b.right())) {
        return Optional.empty();
      }
      piece = b.left();
    }
    boolean row = piece instanceof Syntax.Transpose t && t.operand() instanceof Syntax.Name;
    return row && !isMatrix(piece) ? Optional.of(last.text()) : Optional.empty();
  }

  /// X, X', X^2, inv(X).
  private static boolean isMatrix(Syntax piece) {
    return switch (piece) {
      case Syntax.Name n -> Character.isUpperCase(n.text().codePointAt(0));
      case Syntax.Transpose t -> isMatrix(t.operand());
      case Syntax.Binary b -> isMatrix(b.left()) || isMatrix(b.right());
      case Syntax.Call c -> c.name().equals("inv") || c.name().equals("diag");
      case Syntax.Number _, Syntax.Unary _, Syntax.Index _, Syntax.Colon _ -> false;
      case Syntax.Range _, Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> false;
    };
  }
}
