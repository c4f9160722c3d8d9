package org.frechet.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.frechet.numeric.RealMat;

/// Central differences with Richardson extrapolation: the table of Ridders 1982, Accurate
/// computation of F'(x) and F'(x)F''(x), Advances in Engineering Software 4. Each new row halves
/// the step; each column removes one more even power of it. Two neighbours in the table tell how
/// accurate they are.
final class Differences {
  private static final int ROWS = 7;
  private static final double GOOD_ENOUGH = 1e-10;

  /// Rounding errors of f, in units of its largest entry, that a difference may show.
  private static final double ROUNDING = 4 * 0x1p-52;

  /// The derivative, and a bound for its error in the maximum norm.
  record Estimate(RealMat derivative, double error) {}

  private Differences() {}

  /// {@return the derivative at zero of `f`, or nothing if one of its values is missing}
  ///
  /// `f` gives nothing where it is undefined or on the other side of a kink.
  static Optional<Estimate> of(DoubleFunction<Optional<RealMat>> f, double firstStep) {
    RealMat[] row = new RealMat[0];
    RealMat best = RealMat.scalar(Double.NaN);
    double error = Double.POSITIVE_INFINITY;
    double h = firstStep;
    for (int i = 0; i < ROWS; i++, h /= 2) {
      Optional<RealMat> right = f.apply(h);
      Optional<RealMat> left = right.isEmpty() ? right : f.apply(-h);
      if (left.isEmpty()) {
        return Optional.empty();
      }
      RealMat ahead = right.get();
      RealMat behind = left.get();
      double rounding = ROUNDING * Math.max(ahead.maxAbs(), behind.maxAbs()) / h;
      RealMat[] next = new RealMat[i + 1];
      next[0] = ahead.minus(behind).scale(0.5 / h);
      double factor = 1;
      for (int j = 1; j <= i; j++) {
        factor *= 4;
        next[j] = extrapolated(next[j - 1], row[j - 1], factor);
        double above = next[j].minus(row[j - 1]).maxAbs();
        double beside = next[j].minus(next[j - 1]).maxAbs();
        double estimate = Math.max(above, beside) + rounding;
        if (estimate <= error) {
          error = estimate;
          best = next[j];
        }
      }
      boolean diverges = i > 0 && next[i].minus(row[i - 1]).maxAbs() > 4 * error;
      if (error <= rounding + GOOD_ENOUGH * best.maxAbs() || (diverges && i > 2)) {
        break;
      }
      row = Arrays.copyOf(next, next.length);
    }
    return Optional.of(new Estimate(best, error));
  }

  private static RealMat extrapolated(RealMat fine, RealMat coarse, double factor) {
    return fine.scale(factor).minus(coarse).scale(1 / (factor - 1));
  }
}
