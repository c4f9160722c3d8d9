package org.frechet.numeric;

/// The gamma function, its logarithm, and the derivatives of that.
///
/// Each is Stirling's series with its recurrence below and its reflection for negative arguments
/// (Abramowitz and Stegun, chapter 6): one table of Bernoulli numbers, for any order of polygamma.
final class Gamma {
  /// `B_2, B_4, ..., B_20` (Abramowitz and Stegun, table 23.2).
  private static final double[] BERNOULLI = {
    1.0 / 6,
    -1.0 / 30,
    1.0 / 42,
    -1.0 / 30,
    5.0 / 66,
    -691.0 / 2730,
    7.0 / 6,
    -3617.0 / 510,
    43867.0 / 798,
    -174611.0 / 330
  };

  /// From here on ten terms of the series for `log gamma` are exact to rounding; the k-th
  /// derivative needs `k` more.
  private static final double LARGE = 10;

  private static final double LOG_SQRT_2_PI = 0.9189385332046728;
  private static final double SQRT_2_PI = 2.5066282746310007;

  private Gamma() {}

  /// {@return the gamma function; NaN at negative integers, infinite at zero}
  static double gamma(double x) {
    if (x <= 0) {
      return x == 0 ? 1 / x : isPole(x) ? Double.NaN : Math.PI / (sinPi(x) * gamma(1 - x));
    }
    if (x > 172) {
      return Double.POSITIVE_INFINITY;
    }
    double rising = 1;
    double z = x;
    for (; z < LARGE; z++) {
      rising *= z;
    }
    // A&S 6.1.37. Half the power twice: z^(z-1/2) alone overflows from 143 on.
    double half = Math.pow(z, 0.5 * z - 0.25);
    return SQRT_2_PI * half * Math.exp(-z) * half * Math.exp(stirling(z)) / rising;
  }

  /// {@return the logarithm of the absolute value of gamma; infinite at its poles}
  static double lgamma(double x) {
    if (isPole(x)) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < 0) {
      return Math.log(Math.PI / Math.abs(sinPi(x))) - lgamma(1 - x);
    }
    if (x < 0.5) {
      return lgamma(1 + x) - Math.log(x);
    }
    if (x < LARGE) {
      return Math.log(gamma(x));
    }
    return x == Double.POSITIVE_INFINITY
        ? x
        : (x - 0.5) * (Math.log(x) - 1) + (LOG_SQRT_2_PI - 0.5 + stirling(x));
  }

  /// {@return the derivative of order `k + 1` of `log gamma`; NaN at its poles}
  static double polygamma(int k, double x) {
    if (k < 0) {
      throw new IllegalArgumentException("polygamma of order " + k);
    }
    if (isPole(x)) {
      return Double.NaN;
    }
    double sign = k % 2 == 0 ? 1 : -1;
    if (x < 0) {
      return sign * polygamma(k, 1 - x) - cotPiDerivative(k, x) * Math.PI;
    }
    double factorial = 1;
    for (int i = 2; i <= k; i++) {
      factorial *= i;
    }
    return -sign * factorial * hurwitz(k, x);
  }

  /// {@return `1/x^(k+1) + 1/(x+1)^(k+1) + ...`, for `k = 0` without the infinite constant}
  ///
  /// Terms up to a large argument, then the Euler-Maclaurin formula (A&S 6.3.18 and 6.4.11).
  private static double hurwitz(int k, double x) {
    double sum = 0;
    double z = x;
    for (; z < LARGE + k; z++) {
      sum += Math.pow(z, -k - 1);
    }
    double scale = Math.pow(z, -k);
    double rest = 0.5 / z;
    double factor = 0.5 * (k + 1) / z / z;
    for (int m = 1; m <= BERNOULLI.length; m++) {
      rest += BERNOULLI[m - 1] * factor;
      double next = (k + 2.0 * m) * (k + 2.0 * m + 1) / ((2 * m + 1) * (2 * m + 2));
      factor *= next / z / z;
    }
    return sum + scale * rest + (k == 0 ? -Math.log(z) : scale / k);
  }

  /// {@return `log gamma(z) - (z-1/2)*log(z) + z - log(2*pi)/2`, for large `z`} (A&S 6.1.40.)
  private static double stirling(double z) {
    double sum = 0;
    double power = 1 / z;
    for (int m = 1; m <= BERNOULLI.length; m++) {
      sum += BERNOULLI[m - 1] / (2 * m * (2 * m - 1)) * power;
      power = power / z / z;
    }
    return sum;
  }

  /// {@return the k-th derivative of `cot(pi*x)`} (For A&S 6.4.7.) It is a polynomial in the
  /// cotangent `c`, since the derivative of `p(c)` is `-pi*(1 + c^2)*p'(c)`.
  private static double cotPiDerivative(int k, double x) {
    double[] p = {0, 1};
    for (int order = 0; order < k; order++) {
      double[] next = new double[p.length + 1];
      for (int j = 1; j < p.length; j++) {
        next[j - 1] -= j * p[j];
        next[j + 1] -= j * p[j];
      }
      p = next;
    }
    double c = cotPi(x);
    double sum = 0;
    for (int j = p.length - 1; j >= 0; j--) {
      sum = sum * c + p[j];
    }
    return sum * Math.pow(Math.PI, k);
  }

  private static boolean isPole(double x) {
    return x <= 0 && x == Math.rint(x);
  }

  /// {@return `sin(pi*x)`} The period is taken off before the product with pi is rounded.
  private static double sinPi(double x) {
    double nearest = Math.rint(x);
    double sin = Math.sin(Math.PI * (x - nearest));
    return nearest % 2 == 0 ? sin : -sin;
  }

  /// {@return `cot(pi*x)`, as the tangent of the complement, accurate near its zeros}
  private static double cotPi(double x) {
    double r = x - Math.rint(x);
    double y = Math.abs(r);
    return Math.copySign(y < 0.25 ? 1 / Math.tan(Math.PI * y) : Math.tan(Math.PI * (0.5 - y)), r);
  }
}
