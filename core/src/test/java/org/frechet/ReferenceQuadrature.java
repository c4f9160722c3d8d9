package org.frechet;

import java.util.function.DoubleFunction;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Undefined;

/// Integrals by the ten-point rule of Gauss and Legendre on more and more equal panels, until two
/// agree. The nodes are found by Newton's method on the Legendre polynomial.
final class ReferenceQuadrature {
  private static final int POINTS = 10;
  private static final int MOST_PANELS = 64;
  private static final double[] NODES = new double[POINTS];
  private static final double[] WEIGHTS = new double[POINTS];

  static {
    for (int i = 0; i < POINTS; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (POINTS + 0.5));
      double slope = 1;
      for (int k = 0; k < 50; k++) {
        double before = 1;
        double p = x;
        for (int n = 2; n <= POINTS; n++) {
          double next = ((2 * n - 1) * x * p - (n - 1) * before) / n;
          before = p;
          p = next;
        }
        slope = POINTS * (before - x * p) / (1 - x * x);
        x -= p / slope;
      }
      NODES[i] = x;
      WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
    }
  }

  private ReferenceQuadrature() {}

  /// {@return the integral} @throws Undefined if the rule does not settle
  static RealMat of(DoubleFunction<RealMat> f, double from, double to) {
    RealMat before = panels(f, from, to, 2);
    for (int n = 4; n <= MOST_PANELS; n *= 2) {
      RealMat now = panels(f, from, to, n);
      if (now.minus(before).maxAbs() <= 1e-11 * Math.max(now.maxAbs(), 1e-3)) {
        return now;
      }
      before = now;
    }
    throw new Undefined("the integral does not settle");
  }

  private static RealMat panels(DoubleFunction<RealMat> f, double from, double to, int panels) {
    double h = (to - from) / panels;
    RealMat total = f.apply(from + h / 2).scale(0);
    for (int k = 0; k < panels; k++) {
      for (int i = 0; i < POINTS; i++) {
        double x = from + h * (k + (1 + NODES[i]) / 2);
        total = total.plus(f.apply(x).scale(WEIGHTS[i] * h / 2));
      }
    }
    return total;
  }
}
