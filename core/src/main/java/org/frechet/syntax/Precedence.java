package org.frechet.syntax;

/// How tightly a form binds, loosest first: the one table that the parser and all printers share.
public enum Precedence {
  /// `let r = …; body`, `a = b`, and a selector `i:j`.
  LOOSEST,
  /// `a + b`, `a - b`.
  SUM,
  /// `a ⊙ b`, `a / b`, `a ⊗ b` where a product is written by juxtaposition, which binds tighter;
  /// the input language itself has no such level.
  HADAMARD,
  /// `a * b`, `a / b`, `a \ b`, `a .* b`, `a ./ b`.
  PRODUCT,
  /// `-a`, `+a`.
  SIGN,
  /// `a ^ b`, `a .^ b`, `a'`, `x(i)`.
  POSTFIX,
  /// Numbers, names, calls, blocks and whatever stands in parentheses.
  PRIMARY;

  /// {@return the next tighter level of the input language: what a right operand must have}
  public Precedence tighter() {
    return switch (this) {
      case LOOSEST -> SUM;
      case SUM, HADAMARD -> PRODUCT;
      case PRODUCT -> SIGN;
      case SIGN -> POSTFIX;
      case POSTFIX, PRIMARY -> PRIMARY;
    };
  }

  /// {@return how tightly a binary operator of the input language binds}
  public static Precedence ofOperator(String operator) {
    return switch (operator) {
      case "+", "-" -> SUM;
      case "*", "/", "\\", ".*", "./", "kron" -> PRODUCT;
      case "^", ".^" -> POSTFIX;
      default -> throw new IllegalArgumentException("no operator is written " + operator);
    };
  }

  /// {@return how tightly a piece binds when it is written in the input language}
  public static Precedence of(Syntax piece) {
    return switch (piece) {
      case Syntax.Let _, Syntax.Equation _, Syntax.Range _ -> LOOSEST;
      case Syntax.Binary binary -> ofOperator(binary.operator());
      case Syntax.Unary _ -> SIGN;
      case Syntax.Transpose _, Syntax.Index _ -> POSTFIX;
      case Syntax.Number _, Syntax.Name _, Syntax.Call _, Syntax.Block _, Syntax.Colon _ -> PRIMARY;
    };
  }

  public boolean looserThan(Precedence other) {
    return compareTo(other) < 0;
  }
}
