package org.frechet.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.frechet.check.Pointwise.Pair;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Trait;

/// Looks far from the origin, and very near it, for a difference of two expressions that agree at
/// points of usual size, as relu and relu6 do.
public final class FarPoints {
  private static final double[] FACTORS = {3, 10, 100, 1000, 1e-3, 1e5};
  private static final int POINTS = 48;
  private static final double TOLERANCE = 1e-6;
  private static final double MOST = 1e8;

  /// Structures whose members have a size of their own.
  private static final Set<Trait> BOUNDED =
      EnumSet.of(Trait.ORTHOGONAL, Trait.ORTHONORMAL, Trait.UNIT, Trait.STOCHASTIC);

  private final Evaluator both;
  private final Sampler sampler;

  private FarPoints(Expr a, Expr b, long seed) {
    both = Evaluator.real(List.of(a, b));
    sampler = new Sampler(both.nodes(), seed);
  }

  /// {@return a difference, if one is found}
  public static Optional<Equality> difference(Expr a, Expr b, long seed) {
    return new FarPoints(a, b, seed).difference();
  }

  private Optional<Equality> difference() {
    for (int i = 0; i < POINTS; i++) {
      try {
        Point near = sampler.real();
        double factor = FACTORS[i % FACTORS.length];
        Point point = scaled(near, factor);
        Evaluator.Run run = both.run(point, new Trace());
        Pair pair = pair(run);
        if (sampler.fits(point)
            && pair.isFinite()
            && run.magnitude() <= MOST
            && isSteady(pair, near, factor)
            && pair.differs(TOLERANCE)) {
          return Optional.of(new Equality(Equality.Verdict.DIFFERENT, i, Optional.of(point)));
        }
      } catch (ArithmeticException _) {
        sampler.rejected();
      }
    }
    return Optional.empty();
  }

  private static Pair pair(Evaluator.Run run) {
    return new Pair(
        (RealMat) run.roots().getFirst(),
        (RealMat) run.roots().getLast(),
        1e6 * 0x1p-52 * run.magnitude());
  }

  /// Values made of rounding errors change with the last digits of the point.
  private boolean isSteady(Pair here, Point near, double factor) {
    Pair there = pair(both.run(scaled(near, factor * (1 + 1e-11)), new Trace()));
    return isClose(here.a(), there.a()) && isClose(here.b(), there.b());
  }

  private static boolean isClose(RealMat x, RealMat y) {
    return x.minus(y).maxAbs() <= TOLERANCE / 10 * x.maxAbs();
  }

  private static Point scaled(Point point, double factor) {
    var scaled = new HashMap<Expr, Mat>();
    point
        .leaves()
        .forEach((leaf, value) -> {
          boolean bounded =
              leaf.node() instanceof Node.Var v && v.traits().stream().anyMatch(BOUNDED::contains);
          if (!bounded) {
            scaled.put(leaf, ((RealMat) value).scale(factor));
          }
        });
    return point.with(scaled);
  }
}
