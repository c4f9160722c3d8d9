package org.frechet.print;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.frechet.expr.Rational;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Syntax trees that were not read but made.
final class Trees {
  private static final int LARGEST_DENOMINATOR = 64;

  private Trees() {}

  static Syntax name(String name) {
    return new Syntax.Name(name, Span.NONE);
  }

  static Syntax call(String name, List<Syntax> arguments) {
    return new Syntax.Call(name, arguments, Span.NONE, Span.NONE);
  }

  static Syntax binary(String operator, Syntax left, Syntax right) {
    return new Syntax.Binary(operator, left, right, Span.NONE, Span.NONE);
  }

  /// {@return the negative; the sign of a product or quotient goes to its first factor}
  static Syntax minus(Syntax operand) {
    if (operand instanceof Syntax.Binary b
        && "+-".indexOf(b.operator()) < 0
        && !b.operator().endsWith("^")) {
      return binary(b.operator(), minus(b.left()), b.right());
    }
    return new Syntax.Unary('-', operand, Span.NONE);
  }

  static Syntax transpose(Syntax operand) {
    return new Syntax.Transpose(operand, Span.NONE);
  }

  static Syntax power(String operator, Syntax base, int exponent) {
    return binary(operator, base, number(Rational.of(exponent)));
  }

  /// {@return the factors multiplied from left to right} @param factors at least one
  static Syntax product(String operator, List<Syntax> factors) {
    Syntax product = factors.getFirst();
    for (Syntax f : factors.subList(1, factors.size())) {
      product = binary(operator, product, f);
    }
    return product;
  }

  /// {@return whether a number is written as a fraction rather than as a decimal}
  static boolean isFraction(Rational c) {
    return !c.isInteger()
        && (c.den().compareTo(BigInteger.valueOf(LARGEST_DENOMINATOR)) <= 0 || !terminates(c));
  }

  private static boolean terminates(Rational c) {
    BigInteger rest = c.den();
    for (int p : new int[] {2, 5}) {
      BigInteger prime = BigInteger.valueOf(p);
      while (rest.mod(prime).signum() == 0) {
        rest = rest.divide(prime);
      }
    }
    return rest.equals(BigInteger.ONE);
  }

  static Syntax number(Rational c) {
    if (c.signum() < 0) {
      return minus(number(c.negate()));
    }
    if (c.isInteger()) {
      return literal(c.num().toString());
    }
    if (isFraction(c)) {
      return binary("/", literal(c.num().toString()), literal(c.den().toString()));
    }
    BigDecimal decimal = new BigDecimal(c.num()).divide(new BigDecimal(c.den()));
    String plain = decimal.toPlainString();
    return literal(plain.length() <= 24 ? plain : decimal.toString().replace("E", "e"));
  }

  private static Syntax literal(String text) {
    return new Syntax.Number(text, Span.NONE);
  }

  /// {@return `c*e`, or `e/d` for a fraction 1/d}
  static Syntax scaled(Rational c, Syntax e) {
    if (isFraction(c)) {
      Syntax above =
          c.num().equals(BigInteger.ONE)
              ? e
              : binary("*", number(new Rational(c.num(), BigInteger.ONE)), e);
      return binary("/", above, number(new Rational(c.den(), BigInteger.ONE)));
    }
    return binary("*", number(c), e);
  }
}
