package org.frechet.expr;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.frechet.shape.Problem;

/// An exact fraction in lowest terms with a positive denominator.
public record Rational(BigInteger num, BigInteger den) implements Comparable<Rational> {
  /// Numbers longer than this are refused, so that `9^9^9` cannot fill the memory.
  public static final int MAX_BITS = 4096;

  public static final Rational ZERO = of(0);
  public static final Rational ONE = of(1);
  public static final Rational MINUS_ONE = of(-1);
  public static final Rational HALF = of(1, 2);

  public Rational {
    if (den.signum() == 0) {
      throw Problem.of(Problem.Code.BAD_REQUEST, "division by zero").refusal();
    }
    if (!den.equals(BigInteger.ONE)) {
      BigInteger g = num.gcd(den);
      if (den.signum() < 0) {
        g = g.negate();
      }
      num = num.divide(g);
      den = den.divide(g);
    }
    if (num.bitLength() > MAX_BITS || den.bitLength() > MAX_BITS) {
      throw tooLarge();
    }
  }

  private static RuntimeException tooLarge() {
    return Problem.of(
            Problem.Code.TOO_LARGE, "a number in this expression has more than 1200 digits")
        .refusal();
  }

  public static Rational of(long value) {
    return new Rational(BigInteger.valueOf(value), BigInteger.ONE);
  }

  public static Rational of(long num, long den) {
    return new Rational(BigInteger.valueOf(num), BigInteger.valueOf(den));
  }

  /// {@return the exact value of a decimal literal such as `0.5` or `1e-3`}
  public static Rational parse(String literal) {
    var decimal = new BigDecimal(literal);
    if (decimal.signum() == 0) {
      return ZERO;
    }
    if (Math.abs((long) decimal.scale()) + decimal.precision() > 1200) {
      throw tooLarge();
    }
    return decimal.scale() > 0
        ? new Rational(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
        : new Rational(decimal.toBigIntegerExact(), BigInteger.ONE);
  }

  public Rational plus(Rational o) {
    return new Rational(num.multiply(o.den).add(o.num.multiply(den)), den.multiply(o.den));
  }

  public Rational times(Rational o) {
    return new Rational(num.multiply(o.num), den.multiply(o.den));
  }

  public Rational negate() {
    return new Rational(num.negate(), den);
  }

  public Rational minus(Rational o) {
    return plus(o.negate());
  }

  public Rational inverse() {
    return new Rational(den, num);
  }

  /// {@return this to an integer power} @throws org.frechet.shape.Refusal if it would be too large
  public Rational pow(int k) {
    if ((long) Math.max(num.bitLength(), den.bitLength()) * Math.abs((long) k) > 2L * MAX_BITS
        && !(den.equals(BigInteger.ONE) && num.bitLength() <= 1)) {
      throw tooLarge();
    }
    if (num.bitLength() <= 1 && den.equals(BigInteger.ONE)) { // 0, 1, -1, and 2^0
      if (signum() == 0 || isOne() || equals(MINUS_ONE)) {
        return signum() == 0
            ? (k == 0 ? ONE : k > 0 ? ZERO : inverse())
            : isOne() || k % 2 == 0 ? ONE : MINUS_ONE;
      }
    }
    return k >= 0 ? new Rational(num.pow(k), den.pow(k)) : inverse().pow(-k);
  }

  /// {@return the greatest positive rational that divides both to integers}
  public Rational gcd(Rational o) {
    if ((isUnit() && o.isInteger()) || (o.isUnit() && isInteger())) {
      return ONE;
    }
    return new Rational(num.multiply(o.den).gcd(o.num.multiply(den)), den.multiply(o.den));
  }

  private boolean isUnit() {
    return isInteger() && num.bitLength() <= 1 && num.abs().equals(BigInteger.ONE);
  }

  public Rational abs() {
    return num.signum() < 0 ? negate() : this;
  }

  public int signum() {
    return num.signum();
  }

  public boolean isZero() {
    return num.signum() == 0;
  }

  public boolean isOne() {
    return equals(ONE);
  }

  public boolean isInteger() {
    return den.equals(BigInteger.ONE);
  }

  /// {@return whether this is an integer that fits an `int`}
  public boolean isSmallInteger() {
    return isInteger() && num.bitLength() < 31;
  }

  public int intValue() {
    return num.intValueExact();
  }

  public double doubleValue() {
    return new BigDecimal(num)
        .divide(new BigDecimal(den), java.math.MathContext.DECIMAL128)
        .doubleValue();
  }

  @Override
  public int compareTo(Rational o) {
    return num.multiply(o.den).compareTo(o.num.multiply(den));
  }

  @Override
  public String toString() {
    return isInteger() ? num.toString() : num + "/" + den;
  }
}
