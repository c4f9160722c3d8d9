package org.frechet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.check.Equality.Verdict;
import org.frechet.expr.Expr;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// Whether a value of an unknown solves an equation, found out with numbers: at random points the
/// value is computed, put in for the unknown, and both sides are compared. No algebra takes part,
/// so nothing can cancel that should not.
public final class Substitution {
  private static final int POINTS = 8;
  private static final int FEWEST_POINTS = 3;
  private static final int MOST_EXACT_ATTEMPTS = 12;
  private static final double TOLERANCE = 1e-9;

  /// Larger values on the way come of a matrix so nearly singular that rounding errors decide.
  private static final double MOST = 1e5;

  private final Expr unknown;
  private final Evaluator sides;
  private final Evaluator value;
  private final Sampler sampler;
  private final boolean rational;
  private final List<Expr> roots;

  private Substitution(Expr left, Expr right, Expr unknown, Expr value, long seed) {
    this.unknown = unknown;
    this.roots = List.of(left, right, value);
    this.sides = Evaluator.real(List.of(left, right));
    this.value = Evaluator.real(List.of(value));
    this.rational = roots.stream().allMatch(Evaluator::isRational);
    var nodes = new ArrayList<Expr>(sides.nodes());
    nodes.addAll(this.value.nodes());
    nodes.add(unknown);
    this.sampler = new Sampler(nodes, seed);
  }

  /// {@return whether `left` equals `right` at random points where the unknown has this value}
  public static Equality of(Expr left, Expr right, Expr unknown, Expr value, long seed) {
    return new Substitution(left, right, unknown, value, seed).result();
  }

  private Equality result() {
    if (!Sizes.small(sides.nodes(), sampler.sizes(0))
        || !Sizes.small(value.nodes(), sampler.sizes(0))) {
      return new Equality(Verdict.UNKNOWN, 0, Optional.empty());
    }
    Equality real = real();
    return rational && real.verdict() != Verdict.DIFFERENT ? exact(real) : real;
  }

  private Equality real() {
    int points = 0;
    while (points < POINTS && !sampler.exhausted()) {
      try {
        Point point = sampler.real();
        if (!sampler.fits(point)) {
          sampler.rejected();
          continue;
        }
        Evaluator.Run solution = value.run(point, new Trace());
        Mat v = solution.roots().getFirst();
        Evaluator.Run run = sides.run(point.with(Map.of(unknown, v)), new Trace());
        var a = (RealMat) run.roots().getFirst();
        var b = (RealMat) run.roots().getLast();
        double magnitude = Math.max(run.magnitude(), solution.magnitude());
        if (!a.isFinite() || !b.isFinite() || !(magnitude < MOST)) {
          sampler.rejected();
          continue;
        }
        double rounding = 1e3 * 0x1p-52 * magnitude * Math.max(1, magnitude);
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

  private Equality exact(Equality real) {
    Evaluator exactSides = Evaluator.exact(roots.subList(0, 2));
    Evaluator exactValue = Evaluator.exact(roots.subList(2, 3));
    int points = 0;
    for (int i = 0; i < MOST_EXACT_ATTEMPTS && points < DerivativeCheck.EXACT_POINTS; i++) {
      try {
        Point point = sampler.exact(sampler.sizes(i));
        if (!sampler.fits(point)) {
          continue;
        }
        Mat v = exactValue.at(point).getFirst();
        List<Mat> both = exactSides.at(point.with(Map.of(unknown, v)));
        if (!((DualModMat) both.getFirst()).equalValues((DualModMat) both.getLast())) {
          return new Equality(Verdict.DIFFERENT, points, Optional.of(point));
        }
        points++;
      } catch (ArithmeticException _) {
        // A singular matrix at these sizes, or by chance: another point is drawn.
      }
    }
    return points < DerivativeCheck.EXACT_POINTS
        ? real
        : new Equality(Verdict.EQUAL_EXACT, real.points() + points, Optional.empty());
  }
}
