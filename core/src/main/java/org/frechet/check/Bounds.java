package org.frechet.check;

import java.util.List;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.numeric.RealMat;

/// Whether one expression is nowhere larger than another, entry by entry, as far as random points
/// tell, which prove nothing.
///
/// @param points how many were tried
/// @param violation one at which it is larger
public record Bounds(int points, Optional<Point> violation) {
  private static final int POINTS = 64;
  private static final double ROUNDING = 1e-10;

  public static Bounds of(Expr smaller, Expr larger, long seed) {
    Evaluator both = Evaluator.real(List.of(smaller, larger));
    int points = 0;
    for (int round = 0; round < POINTS / 8; round++) {
      var sampler = new Sampler(both.nodes(), seed + round);
      if (!Sizes.small(both.nodes(), sampler.sizes(0))) {
        return new Bounds(0, Optional.empty());
      }
      for (int good = 0; good < 8 && !sampler.exhausted(); ) {
        try {
          Point point = sampler.real();
          List<org.frechet.numeric.Mat> values = both.at(point);
          var a = (RealMat) values.getFirst();
          var b = (RealMat) values.getLast();
          if (!sampler.fits(point) || !a.isFinite() || !b.isFinite()) {
            sampler.rejected();
            continue;
          }
          if (exceeds(a, b)) {
            return new Bounds(points, Optional.of(point));
          }
          good++;
          points++;
          sampler.accepted();
        } catch (ArithmeticException _) {
          sampler.rejected();
        }
      }
    }
    return new Bounds(points, Optional.empty());
  }

  private static boolean exceeds(RealMat a, RealMat b) {
    double slack = ROUNDING * Math.max(a.maxAbs(), b.maxAbs());
    double[] left = a.toArray();
    double[] right = b.toArray();
    for (int i = 0; i < left.length; i++) {
      if (left[i] > right[i] + slack) {
        return true;
      }
    }
    return false;
  }
}
