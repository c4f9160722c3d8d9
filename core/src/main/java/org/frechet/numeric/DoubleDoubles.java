package org.frechet.numeric;

import static org.frechet.numeric.DoubleDouble.ONE;
import static org.frechet.numeric.DoubleDouble.PI;
import static org.frechet.numeric.DoubleDouble.ZERO;

/// Elementary functions to about 30 digits, from their series after the arguments have been brought
/// near zero (Hida, Li and Bailey 2001, Algorithms for quad-double precision floating point
/// arithmetic). NaN outside the domain, and wherever that many digits cannot be had.
public final class DoubleDoubles {
  private static final DoubleDouble LN2 =
      new DoubleDouble(0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56);
  private static final DoubleDouble HALF_PI = PI.scaled(-1);

  /// What two doubles leave out of half of pi.
  private static final double HALF_PI_REST = -0x1.f1976b7ed8fbcp-110;

  private static final DoubleDouble NAN = DoubleDouble.of(Double.NaN);

  /// Beyond this angle the reduction would cost digits.
  private static final double LARGEST_ANGLE = 1e5;

  /// Nearer to zero the second double is no normal number any more.
  private static final double SMALLEST = 1e-270;

  /// Terms below this part of a sum are not felt.
  private static final double NEGLIGIBLE = 0x1p-110;

  /// The argument of the exponential series is divided by this power of two.
  private static final int HALVINGS = 9;

  private DoubleDoubles() {}

  // exponentials

  public static DoubleDouble exp(DoubleDouble x) {
    double k = Math.rint(x.hi() / LN2.hi());
    if (!(Math.abs(x.hi()) < 700)) {
      return DoubleDouble.of(Math.exp(x.hi()) == 0 ? 0 : Double.NaN);
    }
    return small(x.minus(LN2.times(k))).plus(ONE).scaled((int) k);
  }

  public static DoubleDouble expm1(DoubleDouble x) {
    return Math.abs(x.hi()) < 0.5 ? small(x) : exp(x).minus(ONE);
  }

  /// {@return `exp(x) - 1` for a small x}: the series at x/2^9, then (1 + s)^2 - 1 nine times
  private static DoubleDouble small(DoubleDouble x) {
    DoubleDouble r = x.scaled(-HALVINGS);
    DoubleDouble term = r;
    DoubleDouble sum = r;
    for (int n = 2; Math.abs(term.hi()) > Math.abs(sum.hi()) * NEGLIGIBLE; n++) {
      term = term.times(r).over(DoubleDouble.of(n));
      sum = sum.plus(term);
    }
    for (int i = 0; i < HALVINGS; i++) {
      sum = sum.scaled(1).plus(sum.square());
    }
    return sum;
  }

  public static DoubleDouble sinh(DoubleDouble x) {
    DoubleDouble e = expm1(x.abs());
    DoubleDouble y = e.plus(e.over(e.plus(ONE))).scaled(-1);
    return x.signum() < 0 ? y.negate() : y;
  }

  public static DoubleDouble cosh(DoubleDouble x) {
    DoubleDouble e = exp(x.abs());
    return e.plus(e.reciprocal()).scaled(-1);
  }

  public static DoubleDouble tanh(DoubleDouble x) {
    if (Math.abs(x.hi()) > 40) {
      return DoubleDouble.of(Math.signum(x.hi()));
    }
    DoubleDouble e = expm1(x.scaled(1));
    return e.over(e.plus(2));
  }

  public static DoubleDouble sigmoid(DoubleDouble x) {
    DoubleDouble e = exp(x.abs().negate());
    return (x.signum() < 0 ? e : ONE).over(e.plus(ONE));
  }

  public static DoubleDouble softplus(DoubleDouble x) {
    DoubleDouble rest = log1p(exp(x.abs().negate()));
    return x.signum() > 0 ? x.plus(rest) : rest;
  }

  /// As the logarithm of 1 + 2 sinh(x/2)^2, which keeps its digits near zero.
  public static DoubleDouble logcosh(DoubleDouble x) {
    return Math.abs(x.hi()) < 1
        ? log1p(sinh(x.scaled(-1)).square().scaled(1))
        : x.abs().plus(log1p(exp(x.abs().scaled(1).negate()))).minus(LN2);
  }

  // logarithms

  public static DoubleDouble log(DoubleDouble x) {
    if (!(x.hi() >= SMALLEST) || !x.isFinite()) {
      return DoubleDouble.of(x.hi() == 0 ? Double.NEGATIVE_INFINITY : Double.NaN);
    }
    int k = Math.getExponent(x.hi());
    k = Math.scalb(x.hi(), -k) > 1.5 ? k + 1 : k;
    return LN2.times(k).plus(nearOne(x.scaled(-k).minus(ONE)));
  }

  public static DoubleDouble log1p(DoubleDouble x) {
    return Math.abs(x.hi()) < 0.4 ? nearOne(x) : log(ONE.plus(x));
  }

  /// {@return `log(1 + z)` for |z| up to 0.5}: 2 atanh(z/(2 + z))
  private static DoubleDouble nearOne(DoubleDouble z) {
    DoubleDouble t = z.over(z.plus(2));
    DoubleDouble square = t.square();
    DoubleDouble power = t;
    DoubleDouble sum = t;
    for (int n = 3; Math.abs(power.hi()) > Math.abs(sum.hi()) * NEGLIGIBLE; n += 2) {
      power = power.times(square);
      sum = sum.plus(power.over(DoubleDouble.of(n)));
    }
    return sum.scaled(1);
  }

  public static DoubleDouble asinh(DoubleDouble x) {
    DoubleDouble t = x.abs();
    DoubleDouble square = t.square();
    DoubleDouble y = log1p(t.plus(square.over(ONE.plus(ONE.plus(square).sqrt()))));
    return x.signum() < 0 ? y.negate() : y;
  }

  public static DoubleDouble acosh(DoubleDouble x) {
    DoubleDouble above = x.minus(ONE);
    return log1p(above.plus(above.times(x.plus(ONE)).sqrt()));
  }

  public static DoubleDouble atanh(DoubleDouble x) {
    return log1p(x).minus(log1p(x.negate())).scaled(-1);
  }

  public static DoubleDouble logit(DoubleDouble x) {
    return log(x).minus(log1p(x.negate()));
  }

  // powers

  /// {@return the power, of a positive base unless the exponent is an integer}
  public static DoubleDouble pow(DoubleDouble x, DoubleDouble k) {
    double twice = 2 * k.hi();
    if (k.lo() == 0 && twice == Math.rint(twice) && Math.abs(twice) < 1 << 16) {
      return k.hi() == Math.rint(k.hi()) ? x.power((int) k.hi()) : x.sqrt().power((int) twice);
    }
    return x.hi() == 0 && k.signum() > 0 ? ZERO : exp(k.times(log(x)));
  }

  /// Two steps of Newton's method from the root of the first double.
  public static DoubleDouble cbrt(DoubleDouble x) {
    DoubleDouble y = DoubleDouble.of(Math.cbrt(x.hi()));
    for (int i = 0; i < 2 && y.signum() != 0; i++) {
      DoubleDouble square = y.square();
      y = y.minus(square.times(y).minus(x).over(square.times(3)));
    }
    return y;
  }

  // angles

  public static DoubleDouble sin(DoubleDouble x) {
    return turned(x, 0);
  }

  public static DoubleDouble cos(DoubleDouble x) {
    return turned(x, 1);
  }

  public static DoubleDouble tan(DoubleDouble x) {
    return sin(x).over(cos(x));
  }

  /// {@return the sine of x and so many right angles}
  private static DoubleDouble turned(DoubleDouble x, int more) {
    if (!(Math.abs(x.hi()) < LARGEST_ANGLE)) {
      return NAN;
    }
    double k = Math.rint(x.hi() / HALF_PI.hi());
    DoubleDouble rest =
        x.minus(DoubleDouble.of(k).times(HALF_PI.hi()))
            .minus(DoubleDouble.of(k).times(HALF_PI.lo()))
            .minus(DoubleDouble.of(k * HALF_PI_REST));
    int quarter = Math.floorMod((int) k + more, 4);
    DoubleDouble y = quarter % 2 == 0 ? series(rest, rest, 2) : series(ONE, rest, 1);
    return quarter < 2 ? y : y.negate();
  }

  /// {@return `first - first*x^2/(n*(n+1)) + …`}, the series of sine or cosine
  private static DoubleDouble series(DoubleDouble first, DoubleDouble x, int from) {
    DoubleDouble square = x.square().negate();
    DoubleDouble term = first;
    DoubleDouble sum = first;
    for (int n = from; Math.abs(term.hi()) > Math.abs(sum.hi()) * NEGLIGIBLE; n += 2) {
      term = term.times(square).over(DoubleDouble.of((double) n * (n + 1)));
      sum = sum.plus(term);
    }
    return sum;
  }

  /// The arctangent of the first double, and that of the small rest: tan(y - y0) is (x - tan y0)/(1
  /// + x tan y0).
  public static DoubleDouble atan(DoubleDouble x) {
    if (!x.isFinite()) {
      return NAN;
    }
    DoubleDouble first = DoubleDouble.of(Math.atan(x.hi()));
    DoubleDouble s = sin(first);
    DoubleDouble c = cos(first);
    return first.plus(x.times(c).minus(s).over(c.plus(x.times(s))));
  }

  public static DoubleDouble asin(DoubleDouble x) {
    DoubleDouble side = ONE.minus(x).times(ONE.plus(x)).sqrt();
    return side.hi() == 0 ? HALF_PI.times(x.signum()) : atan(x.over(side));
  }

  public static DoubleDouble acos(DoubleDouble x) {
    DoubleDouble below = ONE.plus(x);
    return below.hi() == 0 ? PI : atan(ONE.minus(x).over(below).sqrt()).scaled(1);
  }

  // the error function

  /// `2/sqrt(pi) exp(-x^2)` times a series of positive terms, x + 2 x^3/3 + 4 x^5/15 + …
  /// (Abramowitz and Stegun 1964, 7.1.6).
  public static DoubleDouble erf(DoubleDouble x) {
    if (!(Math.abs(x.hi()) < 9)) {
      return DoubleDouble.of(Math.signum(x.hi()));
    }
    DoubleDouble square = x.square();
    DoubleDouble term = x;
    DoubleDouble sum = x;
    for (int n = 3; Math.abs(term.hi()) > Math.abs(sum.hi()) * NEGLIGIBLE; n += 2) {
      term = term.times(square).scaled(1).over(DoubleDouble.of(n));
      sum = sum.plus(term);
    }
    return sum.times(exp(square.negate())).scaled(1).over(PI.sqrt());
  }

  public static DoubleDouble erfc(DoubleDouble x) {
    DoubleDouble y = ONE.minus(erf(x));
    return y.hi() < 1e-4 ? NAN : y; // the digits that cancelled are missing
  }

  public static DoubleDouble normcdf(DoubleDouble x) {
    return erfc(x.negate().over(DoubleDouble.of(2).sqrt())).scaled(-1);
  }

  public static DoubleDouble normpdf(DoubleDouble x) {
    return exp(x.square().scaled(-1).negate()).over(PI.scaled(1).sqrt());
  }
}
