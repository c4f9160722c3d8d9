package org.frechet.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Trait;

/// Whether two expressions have the same values wherever both are defined, found out at random
/// points; `counterexample` is a point at which they differ.
public record Equality(Verdict verdict, int points, Optional<Point> counterexample) {
  /// What is known of two expressions.
  public enum Verdict {
    /// Equal as rational functions, but for a chance of about one in 2^61.
    EQUAL_EXACT,
    EQUAL_NUMERIC,
    DIFFERENT,
    /// Too few points were found at which both are defined.
    UNKNOWN
  }

  private static final int POINTS = 8;
  private static final int FEWEST_POINTS = 3;
  private static final int MOST_EXACT_ATTEMPTS = 12;
  private static final double TOLERANCE = 1e-9;

  private static final int[] FAR = {3, 10, 100, 1000};
  private static final int FAR_POINTS = 32;
  private static final double FAR_TOLERANCE = 1e-6;
  private static final Set<Trait> SCALABLE =
      EnumSet.complementOf(
          EnumSet.of(Trait.ORTHOGONAL, Trait.ORTHONORMAL, Trait.UNIT, Trait.STOCHASTIC));

  /// {@return whether `a` and `b`, of one shape, are equal at random points}
  public static Equality of(Expr a, Expr b, long seed) {
    if (!a.shape().equals(b.shape())) {
      throw new IllegalArgumentException("shapes differ: " + a.shape() + " and " + b.shape());
    }
    if (a == b) {
      return new Equality(Verdict.EQUAL_EXACT, 0, Optional.empty());
    }
    Equality first = ofValues(a, b, seed);
    if (first.verdict == Verdict.DIFFERENT || Abstraction.in(List.of(a, b)).isEmpty()) {
      return first;
    }
    for (UnaryOperator<Expr> other : Abstraction.others()) {
      Equality next = ofValues(other.apply(a), other.apply(b), seed);
      boolean differ =
          next.counterexample
              .filter(p -> next.verdict == Verdict.DIFFERENT)
              .filter(p -> isSteady(other.apply(a), other.apply(b), p))
              .isPresent();
      if (differ) {
        return next;
      }
    }
    return first;
  }

  /// {@return whether the sides differ by more than rounding errors in the variables can explain}:
  /// multiples of a function may be large, and functions of those wave fast
  private static boolean isSteady(Expr a, Expr b, Point point) {
    Map<Expr, Mat> near = new HashMap<>();
    point.leaves().forEach((leaf, x) -> near.put(leaf, ((RealMat) x).scale(1 + 1e-13)));
    var here = (RealMat) Evaluator.evaluate(a, point);
    var there = (RealMat) Evaluator.evaluate(a, point.with(near));
    var other = (RealMat) Evaluator.evaluate(b, point);
    return here.minus(other).maxAbs() > 100 * here.minus(there).maxAbs();
  }

  private static Equality ofValues(Expr a, Expr b, long seed) {
    Evaluator both = Evaluator.real(List.of(a, b));
    var sampler = new Sampler(both.nodes(), seed);
    if (!Sizes.small(both.nodes(), sampler.sizes(0))) {
      return new Equality(Verdict.UNKNOWN, 0, Optional.empty());
    }
    Equality real = real(both, sampler);
    boolean rational = Evaluator.isRational(a) && Evaluator.isRational(b);
    return rational && real.verdict != Verdict.DIFFERENT
        ? exact(Evaluator.exact(List.of(a, b)), sampler, real)
        : real;
  }

  /// {@return a difference at points far from the origin, if one is found there}
  public static Optional<Equality> far(Expr a, Expr b, long seed) {
    Evaluator both = Evaluator.real(List.of(a, b));
    var sampler = new Sampler(both.nodes(), seed);
    for (int i = 0; i < FAR_POINTS; i++) {
      try {
        Point near = sampler.real();
        Point point = near.with(scaled(near, FAR[i % FAR.length]));
        Evaluator.Run run = both.run(point, new Trace());
        var x = (RealMat) run.roots().getFirst();
        var y = (RealMat) run.roots().getLast();
        boolean measured =
            sampler.fits(point) && x.isFinite() && y.isFinite() && run.magnitude() <= 1e8;
        double scale = Math.max(x.maxAbs(), y.maxAbs());
        double rounding = 1e6 * 0x1p-52 * run.magnitude();
        if (measured
            && steady(both, near, FAR[i % FAR.length], x, y)
            && x.minus(y).maxAbs() > Math.max(FAR_TOLERANCE * scale, rounding)) {
          return Optional.of(new Equality(Verdict.DIFFERENT, i, Optional.of(point)));
        }
      } catch (ArithmeticException _) {
        sampler.rejected();
      }
    }
    return Optional.empty();
  }

  /// Values made of rounding errors change with the last digits of the point.
  private static boolean steady(Evaluator both, Point near, double factor, RealMat x, RealMat y) {
    Evaluator.Run run = both.run(near.with(scaled(near, factor * (1 + 1e-11))), new Trace());
    var u = (RealMat) run.roots().getFirst();
    var v = (RealMat) run.roots().getLast();
    double limit = FAR_TOLERANCE / 10;
    return u.minus(x).maxAbs() <= limit * x.maxAbs() && v.minus(y).maxAbs() <= limit * y.maxAbs();
  }

  /// Variables that stay within their structure at any scale.
  private static Map<Expr, Mat> scaled(Point point, double factor) {
    var scaled = new HashMap<Expr, Mat>();
    point
        .leaves()
        .forEach((leaf, value) -> {
          boolean bounded =
              leaf.node() instanceof Node.Var v
                  && v.traits().stream().anyMatch(t -> !SCALABLE.contains(t));
          if (!bounded) {
            scaled.put(leaf, ((RealMat) value).scale(factor));
          }
        });
    return scaled;
  }

  private static Equality real(Evaluator both, Sampler sampler) {
    int points = 0;
    while (points < POINTS && !sampler.exhausted()) {
      try {
        Point point = sampler.real();
        if (!sampler.fits(point)) {
          sampler.rejected();
          continue;
        }
        Evaluator.Run run = both.run(point, new Trace());
        var a = (RealMat) run.roots().getFirst();
        var b = (RealMat) run.roots().getLast();
        if (!a.isFinite() || !b.isFinite() || run.magnitude() > 1e8) {
          sampler.rejected();
          continue;
        }
        double rounding = 1e4 * 0x1p-52 * run.magnitude();
        double scale = Math.max(a.maxAbs(), b.maxAbs());
        if (a.minus(b).maxAbs() > Math.max(TOLERANCE * scale, rounding)) {
          return new Equality(Verdict.DIFFERENT, points, Optional.of(point));
        }
        points++;
        sampler.accepted();
      } catch (ArithmeticException _) {
        sampler.rejected();
      }
    }
    Verdict verdict = points < FEWEST_POINTS ? Verdict.UNKNOWN : Verdict.EQUAL_NUMERIC;
    return new Equality(verdict, points, Optional.empty());
  }

  private static Equality exact(Evaluator both, Sampler sampler, Equality real) {
    int points = 0;
    for (int i = 0; i < MOST_EXACT_ATTEMPTS && points < DerivativeCheck.EXACT_POINTS; i++) {
      try {
        Point point = sampler.exact(sampler.sizes(i));
        if (!sampler.fits(point)) {
          continue;
        }
        List<Mat> values = both.at(point);
        if (!((DualModMat) values.getFirst()).equalValues((DualModMat) values.getLast())) {
          return new Equality(Verdict.DIFFERENT, points, Optional.of(point));
        }
        points++;
      } catch (ArithmeticException _) {
        // A singular matrix at these sizes, or by chance: another point is drawn.
      }
    }
    return points < DerivativeCheck.EXACT_POINTS
        ? real
        : new Equality(Verdict.EQUAL_EXACT, real.points + points, Optional.empty());
  }
}
