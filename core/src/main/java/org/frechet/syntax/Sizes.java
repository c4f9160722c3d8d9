package org.frechet.syntax;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.frechet.expr.Rational;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem.Code;

/// Reads pieces that are sizes or whole numbers: the `n` of `eye(n)`, the `2` of `X^2`.
final class Sizes {
  private static final String HINT = "sizes are names or positive integers: n, 3, 2*n, n*(n+1)/2";

  private static final int MOST_POWER = 8;

  private Sizes() {}

  /// @throws org.frechet.shape.Refusal if the piece is not a positive size
  static Dim read(Syntax piece) {
    Dim size;
    try {
      size = polynomial(piece);
    } catch (ArithmeticException overflow) {
      throw tooLarge(piece);
    }
    if (!size.isWhole()) {
      throw Wording.refusal(
          Code.BAD_REQUEST, "the size " + size + " is not always whole", piece.span(), HINT);
    }
    if (size.isConstant() && size.constant() < 1) {
      throw Wording.refusal(
          Code.BAD_REQUEST, "the size " + size + " is not positive", piece.span(), HINT);
    }
    if (size.isConstant() && size.constant() > Integer.MAX_VALUE) {
      throw tooLarge(piece);
    }
    return size;
  }

  private static RuntimeException tooLarge(Syntax piece) {
    return Wording.refusal(Code.TOO_LARGE, "the size is too large", piece.span(), "");
  }

  private static Dim polynomial(Syntax piece) {
    return switch (piece) {
      case Syntax.Name n -> Dim.of(n.text());
      case Syntax.Number n when wholeNumber(n).isPresent() ->
          Dim.of(wholeNumber(n).get().num().longValueExact());
      case Syntax.Binary b when b.operator().equals("+") ->
          polynomial(b.left()).plus(polynomial(b.right()));
      case Syntax.Binary b when b.operator().equals("-") ->
          polynomial(b.left()).minus(polynomial(b.right()));
      case Syntax.Binary b when b.operator().equals("*") ->
          polynomial(b.left()).times(polynomial(b.right()));
      case Syntax.Binary b when b.operator().equals("/") && isDivisor(b.right()) ->
          polynomial(b.left()).over(polynomial(b.right()).constant());
      case Syntax.Binary b when b.operator().equals("^") && isSmallPower(b.right()) ->
          Stream.generate(() -> polynomial(b.left()))
              .limit(polynomial(b.right()).constant())
              .reduce(Dim.ONE, Dim::times);
      case Syntax.Unary u when u.operator() == '-' -> Dim.of(0).minus(polynomial(u.operand()));
      case Syntax.Number _, Syntax.Unary _, Syntax.Binary _, Syntax.Transpose _ -> throw bad(piece);
      case Syntax.Call _, Syntax.Index _, Syntax.Colon _, Syntax.Range _ -> throw bad(piece);
      case Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> throw bad(piece);
    };
  }

  private static boolean isDivisor(Syntax piece) {
    return piece instanceof Syntax.Number n
        && wholeNumber(n).filter(k -> k.isSmallInteger() && k.signum() > 0).isPresent();
  }

  private static boolean isSmallPower(Syntax exponent) {
    return exponent instanceof Syntax.Number n
        && wholeNumber(n).filter(k -> k.isSmallInteger() && k.intValue() <= MOST_POWER).isPresent();
  }

  private static RuntimeException bad(Syntax piece) {
    return Wording.refusal(
        Code.BAD_REQUEST, Wording.of(piece) + " is not a size", piece.span(), HINT);
  }

  /// Adds the names that a size is made of.
  static void names(Syntax size, Set<String> into) {
    if (size instanceof Syntax.Name n) {
      into.add(n.text());
    }
    size.children().forEach(child -> names(child, into));
  }

  /// {@return the number that a literal with signs is}
  static Optional<Rational> literal(Syntax piece) {
    return switch (piece) {
      case Syntax.Number n -> Optional.of(Rational.parse(n.text()));
      case Syntax.Unary u when u.operator() == '-' -> literal(u.operand()).map(Rational::negate);
      case Syntax.Unary u -> literal(u.operand());
      case Syntax.Name _, Syntax.Binary _, Syntax.Transpose _, Syntax.Call _ -> Optional.empty();
      case Syntax.Index _, Syntax.Colon _, Syntax.Range _, Syntax.Block _ -> Optional.empty();
      case Syntax.Let _, Syntax.Equation _ -> Optional.empty();
    };
  }

  static Optional<Rational> wholeNumber(Syntax piece) {
    return literal(piece).filter(Rational::isInteger);
  }
}
