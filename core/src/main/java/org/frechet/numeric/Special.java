package org.frechet.numeric;

/// Special functions: the error function, the gamma family, and smooth maxima.
public final class Special {
  private static final double ONE_OVER_SQRT_PI = 0.5641895835477563;
  private static final double SQRT_HALF = 0.7071067811865476;
  private static final double SQRT_HALF_REST = -4.833646656726457e-17;

  /// Rational approximations by W. J. Cody 1969, Rational Chebyshev approximations for the error
  /// function, Mathematics of Computation 23: near zero, in the middle, and in the tail.
  private static final Ratio NEAR =
      new Ratio(
          new double[] {
            1.85777706184603153e-1,
            3.16112374387056560e0,
            1.13864154151050156e2,
            3.77485237685302021e2,
            3.20937758913846947e3
          },
          new double[] {
            1,
            2.36012909523441209e1,
            2.44024637934444173e2,
            1.28261652607737228e3,
            2.84423683343917062e3
          });

  private static final Ratio MIDDLE =
      new Ratio(
          new double[] {
            2.15311535474403846e-8,
            5.64188496988670089e-1,
            8.88314979438837594e0,
            6.61191906371416295e1,
            2.98635138197400131e2,
            8.81952221241769090e2,
            1.71204761263407058e3,
            2.05107837782607147e3,
            1.23033935479799725e3
          },
          new double[] {
            1,
            1.57449261107098347e1,
            1.17693950891312499e2,
            5.37181101862009858e2,
            1.62138957456669019e3,
            3.29079923573345963e3,
            4.36261909014324716e3,
            3.43936767414372164e3,
            1.23033935480374942e3
          });

  private static final Ratio TAIL =
      new Ratio(
          new double[] {
            1.63153871373020978e-2,
            3.05326634961232344e-1,
            3.60344899949804439e-1,
            1.25781726111229246e-1,
            1.60837851487422766e-2,
            6.58749161529837803e-4
          },
          new double[] {
            1,
            2.56852019228982242e0,
            1.87295284992346725e0,
            5.27905102951428412e-1,
            6.05183413124413191e-2,
            2.33520497626869185e-3
          });

  private Special() {}

  /// A quotient of polynomials, coefficients from the highest power down.
  private record Ratio(double[] numerator, double[] denominator) {
    double at(double x) {
      return horner(numerator, x) / horner(denominator, x);
    }

    private static double horner(double[] coefficients, double x) {
      double sum = 0;
      for (double coefficient : coefficients) {
        sum = sum * x + coefficient;
      }
      return sum;
    }
  }

  /// {@return the error function `2/sqrt(pi) * integral of exp(-t^2) over [0, x]`}
  public static double erf(double x) {
    double y = Math.abs(x);
    return y <= 0.46875 ? x * NEAR.at(x * x) : Math.copySign(1 - upperTail(y), x);
  }

  /// {@return `1 - erf(x)`, without cancellation for large `x`}
  public static double erfc(double x) {
    if (Math.abs(x) <= 0.46875) {
      return 1 - erf(x);
    }
    return x < 0 ? 2 - upperTail(-x) : upperTail(x);
  }

  /// {@return `erfc(y)` for `y > 0.46875`}
  private static double upperTail(double y) {
    if (y > 28) {
      return 0;
    }
    if (y <= 4) {
      return gaussian(y) * MIDDLE.at(y);
    }
    double t = 1 / (y * y);
    return gaussian(y) * (ONE_OVER_SQRT_PI - t * TAIL.at(t)) / y;
  }

  /// {@return `exp(-y^2)`} The square of the leading bits is exact; rounding `y^2` itself would
  /// cost `y^2` units in the last place (Cody 1969).
  private static double gaussian(double y) {
    double leading = Math.rint(y * 16) / 16;
    return Math.exp(-leading * leading) * Math.exp(-(y - leading) * (y + leading));
  }

  /// {@return the standard normal distribution function, to full relative accuracy in the lower
  /// tail}
  public static double normcdf(double x) {
    if (Math.abs(x) > 40) {
      return x > 0 ? 1 : 0;
    }
    // erfc multiplies a relative error of its argument by x^2, so the rounding of x/sqrt(2) is put
    // back through the first term of the Taylor series.
    double y = -x * SQRT_HALF;
    double rest = Math.fma(-x, SQRT_HALF, -y) - x * SQRT_HALF_REST;
    return erfc(y) / 2 - rest * ONE_OVER_SQRT_PI * gaussian(y);
  }

  /// {@return the gamma function; NaN at negative integers, infinite at zero}
  public static double gamma(double x) {
    return Gamma.gamma(x);
  }

  /// {@return the logarithm of the absolute value of [#gamma]; infinite at its poles}
  public static double lgamma(double x) {
    return Gamma.lgamma(x);
  }

  /// {@return the derivative of [#lgamma]; NaN at its poles}
  public static double digamma(double x) {
    return Gamma.polygamma(0, x);
  }

  /// {@return the k-th derivative of [#digamma], `k >= 0`; NaN at its poles}
  ///
  /// @throws IllegalArgumentException for `k < 0`
  public static double polygamma(int k, double x) {
    return Gamma.polygamma(k, x);
  }

  /// {@return the logistic function `1/(1 + exp(-x))`}
  public static double sigmoid(double x) {
    double e = Math.exp(-Math.abs(x));
    return (x < 0 ? e : 1) / (1 + e);
  }

  /// {@return `log(1 + exp(x))`}
  public static double softplus(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /// {@return `log(exp(x_1) + ... + exp(x_n))`, minus infinity for no terms} The largest term is
  /// taken out, so that nothing overflows.
  public static double logSumExp(double... x) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double term : x) {
      largest = Math.max(largest, term);
    }
    if (Double.isInfinite(largest)) {
      return largest;
    }
    double sum = 0;
    for (double term : x) {
      sum += Math.exp(term - largest);
    }
    return largest + Math.log(sum);
  }
}
