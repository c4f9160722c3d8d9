package org.frechet.numeric;

import java.util.function.DoubleUnaryOperator;

/// Adaptive integration over an interval by the rule of Gauss with 10 points on halves that are
/// halved again until they agree (Davis and Rabinowitz, Methods of numerical integration, 1984, ch.
/// 6).
public final class Quadrature {
  private static final int DEEPEST = 24;
  private static final double TOLERANCE = 1e-14;

  /// Nodes and weights of Gauss and Legendre on [-1, 1], the positive half.
  private static final double[] NODES = {
    0.14887433898163121,
    0.43339539412924719,
    0.67940956829902441,
    0.86506336668898451,
    0.97390652851717172
  };

  private static final double[] WEIGHTS = {
    0.29552422471475287,
    0.26926671930999636,
    0.21908636251598204,
    0.14945134915058059,
    0.06667134430868814
  };

  private Quadrature() {}

  /// {@return the integral from a to b, NaN where it does not converge}
  public static double integral(DoubleUnaryOperator f, double a, double b) {
    if (a == b) {
      return 0;
    }
    double scale = Math.abs(rule(t -> Math.abs(f.applyAsDouble(t)), a, b));
    return halved(f, a, b, rule(f, a, b), TOLERANCE * scale, DEEPEST);
  }

  private static double rule(DoubleUnaryOperator f, double a, double b) {
    double middle = (a + b) / 2;
    double half = (b - a) / 2;
    double sum = 0;
    for (int i = 0; i < NODES.length; i++) {
      double step = half * NODES[i];
      sum += WEIGHTS[i] * (f.applyAsDouble(middle - step) + f.applyAsDouble(middle + step));
    }
    return sum * half;
  }

  private static double halved(
      DoubleUnaryOperator f, double a, double b, double whole, double tolerance, int depth) {
    double middle = (a + b) / 2;
    double left = rule(f, a, middle);
    double right = rule(f, middle, b);
    double error = Math.abs(left + right - whole);
    if (!Double.isFinite(error)) {
      return Double.NaN;
    }
    if (error <= tolerance) {
      return left + right;
    }
    return depth == 0
        ? Double.NaN
        : halved(f, a, middle, left, tolerance, depth - 1)
            + halved(f, middle, b, right, tolerance, depth - 1);
  }
}
