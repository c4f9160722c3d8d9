package org.frechet;

import java.util.function.DoubleFunction;
import org.frechet.numeric.RealMat;

/// First and second derivatives of a curve at zero by plain central differences: three steps, each
/// extrapolated once or twice; of those the one that agrees best with its neighbour.
final class ReferenceSlope {
  private static final double[] STEPS = {2e-2, 2e-3, 2e-4};

  private final DoubleFunction<RealMat> curve;
  private RealMat best = RealMat.scalar(Double.NaN);
  private double error = Double.POSITIVE_INFINITY;

  ReferenceSlope(DoubleFunction<RealMat> curve) {
    this.curve = curve;
  }

  /// {@return a bound for the error of the last derivative, infinite where there was none}
  double error() {
    return error;
  }

  RealMat derivative() {
    return extrapolated(h -> curve.apply(h).minus(curve.apply(-h)).scale(0.5 / h));
  }

  RealMat second() {
    RealMat here = curve.apply(0);
    return extrapolated(
        h -> curve.apply(h).minus(here).plus(curve.apply(-h).minus(here)).scale(1 / (h * h)));
  }

  private RealMat extrapolated(DoubleFunction<RealMat> difference) {
    for (double h : STEPS) {
      RealMat one = difference.apply(h);
      RealMat two = difference.apply(h / 2);
      RealMat four = difference.apply(h / 4);
      RealMat first = two.scale(4.0 / 3).minus(one.scale(1.0 / 3));
      RealMat second = four.scale(4.0 / 3).minus(two.scale(1.0 / 3));
      RealMat third = second.scale(16.0 / 15).minus(first.scale(1.0 / 15));
      double distance = third.minus(second).maxAbs();
      if (h == STEPS[0] || distance < error) {
        error = distance;
        best = third;
      }
    }
    return best;
  }
}
