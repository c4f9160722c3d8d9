package org.frechet.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// Whether one expression is nowhere larger than another, entry by entry, as far as random points
/// tell, which prove nothing.
///
/// @param points how many were tried
/// @param violation one at which it is larger
public record Bounds(int points, Optional<Point> violation) {
  private static final int POINTS = 64;
  private static final double ROUNDING = 1e-10;
  private static final double[] FACTORS = {1e-3, 10, 1e3};

  /// @param strict whether equality is a violation
  public static Bounds of(Expr smaller, Expr larger, boolean strict, long seed) {
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
          List<Mat> values = both.at(point);
          var a = (RealMat) values.getFirst();
          var b = (RealMat) values.getLast();
          if (!sampler.fits(point) || !a.isFinite() || !b.isFinite()) {
            sampler.rejected();
            continue;
          }
          if (exceeds(a, b, strict)) {
            return new Bounds(points, Optional.of(point));
          }
          Optional<Point> far = far(both, point, strict);
          if (far.isPresent()) {
            return new Bounds(points, far);
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

  /// {@return a violation in the same direction, but nearer to the origin or farther from it}
  private static Optional<Point> far(Evaluator both, Point point, boolean strict) {
    for (double factor : FACTORS) {
      Map<Expr, Mat> leaves = new HashMap<>();
      point
          .leaves()
          .forEach((leaf, x) -> {
            boolean free = ((Node.Var) leaf.node()).traits().isEmpty();
            leaves.put(leaf, free ? ((RealMat) x).scale(factor) : x);
          });
      try {
        Point scaled = point.with(leaves);
        List<Mat> values = both.at(scaled);
        var a = (RealMat) values.getFirst();
        var b = (RealMat) values.getLast();
        if (a.isFinite() && b.isFinite() && exceeds(a, b, strict)) {
          return Optional.of(scaled);
        }
      } catch (ArithmeticException _) {
        // outside the domain there
      }
    }
    return Optional.empty();
  }

  private static boolean exceeds(RealMat a, RealMat b, boolean strict) {
    double slack = ROUNDING * Math.max(a.maxAbs(), b.maxAbs());
    double[] left = a.toArray();
    double[] right = b.toArray();
    for (int i = 0; i < left.length; i++) {
      if (strict ? left[i] >= right[i] : left[i] > right[i] + slack) {
        return true;
      }
    }
    return false;
  }
}
