package org.frechet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.check.Equality.Verdict;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// Whether a value of an unknown solves an equation, found out with numbers: at random points the
/// value is computed, put in for the unknown, and both sides are compared. No algebra takes part,
/// so nothing can cancel that should not.
public final class Substitution {
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
    Equality real = Pointwise.real(sampler, this::substituted);
    return rational && real.verdict() != Verdict.DIFFERENT ? exact(real) : real;
  }

  private Optional<Pointwise.Pair> substituted(Point point) {
    Evaluator.Run solution = value.run(point, new Trace());
    Mat v = solution.roots().getFirst();
    Evaluator.Run run = sides.run(point.with(Map.of(unknown, v)), new Trace());
    double magnitude = Math.max(run.magnitude(), solution.magnitude());
    double rounding = 1e3 * 0x1p-52 * magnitude * Math.max(1, magnitude);
    return magnitude < MOST
        ? Optional.of(
            new Pointwise.Pair(
                (RealMat) run.roots().getFirst(), (RealMat) run.roots().getLast(), rounding))
        : Optional.empty();
  }

  private Equality exact(Equality real) {
    Evaluator exactSides = Evaluator.exact(roots.subList(0, 2));
    Evaluator exactValue = Evaluator.exact(roots.subList(2, 3));
    return Pointwise.exact(
        sampler,
        point -> exactSides.at(point.with(Map.of(unknown, exactValue.at(point).getFirst()))),
        real);
  }
}
