package org.frechet.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// A number of about 31 digits: the sum of two doubles, the second below half a unit of the last
/// place of the first (Dekker 1971, A floating-point technique for extending the available
/// precision). The algorithms are those of Joldes, Muller and Popescu 2017, Tight and rigorous
/// error bounds for basic building blocks of double-word arithmetic, ACM TOMS 44: the relative
/// error of each is a few units of 2^-106.
///
/// The exponents are those of doubles. What is infinite or NaN as a double is so here; where `hi`
/// is so small that `lo` underflows, digits are lost.
public record DoubleDouble(double hi, double lo) implements Comparable<DoubleDouble> {
  /// The relative error that an operation may have.
  public static final double EPS = 0x1p-102;

  public static final DoubleDouble ZERO = new DoubleDouble(0, 0);
  public static final DoubleDouble ONE = new DoubleDouble(1, 0);
  public static final DoubleDouble PI = new DoubleDouble(Math.PI, 0x1.1a62633145c07p-53);

  private static final MathContext DIGITS = new MathContext(40);

  public static DoubleDouble of(double x) {
    return new DoubleDouble(x, 0);
  }

  /// {@return the nearest such number, or nearly so} @throws Undefined for a zero denominator
  public static DoubleDouble of(BigInteger num, BigInteger den) {
    if (den.signum() == 0) {
      throw new Undefined("division by zero: " + num + "/0");
    }
    BigDecimal exact = new BigDecimal(num).divide(new BigDecimal(den), DIGITS);
    double hi = exact.doubleValue();
    return Double.isFinite(hi)
        ? fast(hi, exact.subtract(new BigDecimal(hi)).doubleValue())
        : of(hi);
  }

  /// {@return `a + b` exactly, for |a| >= |b|} Dekker's Fast2Sum.
  private static DoubleDouble fast(double a, double b) {
    double s = a + b;
    return Double.isFinite(s) ? new DoubleDouble(s, b - (s - a)) : of(s);
  }

  /// {@return `a + b` exactly} Knuth's 2Sum, The Art of Computer Programming 2, section 4.2.2.
  private static DoubleDouble exactSum(double a, double b) {
    double s = a + b;
    double c = s - a;
    return Double.isFinite(s) ? new DoubleDouble(s, (a - (s - c)) + (b - c)) : of(s);
  }

  public DoubleDouble plus(DoubleDouble y) {
    DoubleDouble s = exactSum(hi, y.hi);
    if (!Double.isFinite(s.hi)) {
      return s;
    }
    DoubleDouble t = exactSum(lo, y.lo);
    DoubleDouble v = fast(s.hi, s.lo + t.hi);
    return fast(v.hi, t.lo + v.lo);
  }

  public DoubleDouble plus(double y) {
    return plus(of(y));
  }

  public DoubleDouble minus(DoubleDouble y) {
    return plus(y.negate());
  }

  public DoubleDouble negate() {
    return new DoubleDouble(-hi, -lo);
  }

  public DoubleDouble times(DoubleDouble y) {
    double product = hi * y.hi;
    if (!Double.isFinite(product)) {
      return of(product);
    }
    double rest = Math.fma(hi, y.hi, -product);
    double cross = Math.fma(lo, y.hi, Math.fma(hi, y.lo, lo * y.lo));
    return fast(product, rest + cross);
  }

  public DoubleDouble times(double y) {
    return times(of(y));
  }

  /// {@return this times a power of two, exactly}
  DoubleDouble scaled(int power) {
    return new DoubleDouble(Math.scalb(hi, power), Math.scalb(lo, power));
  }

  public DoubleDouble square() {
    return times(this);
  }

  /// Long division, one double at a time.
  public DoubleDouble over(DoubleDouble y) {
    double first = hi / y.hi;
    if (!Double.isFinite(first) || !Double.isFinite(y.hi)) {
      return of(first);
    }
    DoubleDouble rest = minus(y.times(first));
    double second = rest.hi / y.hi;
    rest = rest.minus(y.times(second));
    return fast(first, second).plus(rest.hi / y.hi);
  }

  public DoubleDouble reciprocal() {
    return ONE.over(this);
  }

  /// {@return the power with an integer exponent; `0^0` is one, `0^-1` infinite}
  public DoubleDouble power(int k) {
    DoubleDouble base = this;
    DoubleDouble result = ONE;
    for (long rest = Math.abs((long) k); rest > 0; rest >>= 1) {
      result = (rest & 1) == 1 ? result.times(base) : result;
      base = rest > 1 ? base.square() : base;
    }
    return k < 0 ? result.reciprocal() : result;
  }

  /// One step of Newton's method doubles the digits of the root of the first double.
  public DoubleDouble sqrt() {
    double root = Math.sqrt(hi);
    if (hi == 0 || !Double.isFinite(root)) {
      return of(root);
    }
    DoubleDouble rest = minus(of(root).square());
    DoubleDouble better = fast(root, rest.hi / (2 * root));
    DoubleDouble left = minus(better.square());
    return better.plus(left.hi / (2 * root));
  }

  public DoubleDouble abs() {
    return signum() < 0 ? negate() : this;
  }

  public int signum() {
    return (int) Math.signum(hi);
  }

  public boolean isFinite() {
    return Double.isFinite(hi);
  }

  @Override
  public int compareTo(DoubleDouble y) {
    int first = Double.compare(hi, y.hi);
    return first != 0 ? first : Double.compare(lo, y.lo);
  }

  public DoubleDouble max(DoubleDouble y) {
    return compareTo(y) >= 0 ? this : y;
  }

  public DoubleDouble min(DoubleDouble y) {
    return compareTo(y) <= 0 ? this : y;
  }

  /// {@return the exact value} @throws ArithmeticException if it is not finite
  BigDecimal exactly() {
    if (!isFinite()) {
      throw new Undefined("no number");
    }
    return new BigDecimal(hi).add(new BigDecimal(lo));
  }
}
