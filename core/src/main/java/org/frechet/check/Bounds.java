package org.frechet.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Rng;

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
    return new Bounds(points, special(both, strict, seed));
  }

  /// {@return a violation where all is zero, one, or equal}: where inequalities are sharp
  private static Optional<Point> special(Evaluator both, boolean strict, long seed) {
    var sizes = new Sizes(both.nodes());
    for (int size = 1; size <= 3; size++) {
      Map<String, Integer> all = sizes.equal(size);
      for (Special special : Special.values()) {
        try {
          var rng = new Rng(seed);
          Map<Expr, Mat> leaves = new HashMap<>();
          for (Expr e : both.nodes()) {
            if (e.node() instanceof Node.Var v) {
              int rows = Math.toIntExact(e.shape().rows().at(all));
              int cols = Math.toIntExact(e.shape().cols().at(all));
              leaves.put(e, Structured.of(special.entries(rows, cols, rng), v.traits()));
            }
          }
          Point point = Point.real(leaves, all);
          List<Mat> values = both.at(point);
          var a = (RealMat) values.getFirst();
          var b = (RealMat) values.getLast();
          boolean violated =
              sizes.fits(all) && a.isFinite() && b.isFinite() && exceeds(a, b, strict);
          if (violated) {
            return Optional.of(point);
          }
        } catch (ArithmeticException _) {
          // outside the domain there, or no such sample
        }
      }
    }
    return Optional.empty();
  }

  /// Points that no random draw meets.
  private enum Special {
    ZERO,
    ONE,
    /// The identity, or the first unit vector.
    UNIT,
    /// Arrays of one shape are equal.
    EQUAL,
    /// Of rank one, each another.
    RANK_ONE;

    RealMat entries(int rows, int cols, Rng rng) {
      var alike = new Rng(31L * rows + cols);
      double[] left = new double[rows];
      double[] right = new double[cols];
      for (int i = 0; i < rows; i++) {
        left[i] = rng.normal();
      }
      for (int j = 0; j < cols; j++) {
        right[j] = rng.normal();
      }
      return RealMat.generate(
          rows,
          cols,
          (i, j) ->
              switch (this) {
                case ZERO -> 0;
                case ONE -> 1;
                case UNIT -> i == j ? 1 : 0;
                case EQUAL -> alike.normal();
                case RANK_ONE -> left[i] * right[j];
              });
    }
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
