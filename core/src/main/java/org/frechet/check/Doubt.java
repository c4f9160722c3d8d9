package org.frechet.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// Whether a claim that disagrees with a measurement is wrong, or the numbers are not good enough
/// to tell. Among a hundred thousand right claims some meet a point where a measurement misleads: a
/// pole so near that every step leaps over it, or a matrix so nearly singular that the value of the
/// claim is made of rounding errors. A wrong claim is wrong at other points too.
final class Doubt {
  /// The longest and the shortest step for a look from nearby; rounding errors show, but tell a
  /// claim from a measurement that leapt over a pole.
  private static final double TINY = 1e-6;

  private static final double TINIEST = 1e-13;

  /// A step over which a function that is constant for small steps should not change either.
  private static final double FAR = 0.05;

  /// The relative change of f that such a step should make if the claim is right.
  private static final double SMALL = 1e-4;

  /// A relative change of all variables that a well-conditioned value hardly feels.
  private static final double WOBBLE = 1e-11;

  /// Values that large come of a division by rounding errors, and swallow everything they are added
  /// to.
  private static final double HUGE = 1e8;

  /// Rounding errors of f, in units of the largest value on the way, that may cancel or hide a
  /// change: `gamma(20) - (gamma(20) - x)`.
  private static final double ROUNDING = 4 * 0x1p-52;

  /// How much larger than any doubt a disagreement must be.
  private static final double CERTAIN = 100;

  private final Slope slope;
  private final Evaluator claimed;
  private final Expr increment;

  Doubt(Slope slope, Evaluator claimed, Expr increment) {
    this.slope = slope;
    this.claimed = claimed;
    this.increment = increment;
  }

  /// {@return whether the claim number `index`, which gives `change`, must be wrong}
  boolean isSettled(
      Slope.Base base,
      RealMat direction,
      Slope.Measurement measured,
      int index,
      Claim claim,
      RealMat change) {
    if (!change.isFinite() || base.magnitude() > HUGE) {
      return false;
    }
    double much = SMALL * Math.max(base.value().maxAbs(), SMALL);
    double step = Math.clamp(much / Math.max(change.maxAbs(), Double.MIN_NORMAL), TINIEST, TINY);
    Optional<RealMat> near = slope.difference(base, direction, step);
    Optional<Slope.Measurement> closer = slope.closer(base, direction, measured);
    if (near.isEmpty() || closer.isEmpty()) {
      return false;
    }
    if (measured.derivative().maxAbs() == 0
        && slope.difference(base, direction, FAR).filter(d -> d.maxAbs() > 0).isPresent()) {
      return false; // the steps of a stair made of rounding errors: logit(sigmoid(36))
    }
    double wrong = distance(change, measured.derivative());
    if (wrong <= ROUNDING * base.magnitude() / step) {
      return false; // from that near, nothing shows
    }
    double unsure = distance(measured.derivative(), closer.get().derivative());
    return unsure <= wrong / CERTAIN
        && distance(near.get(), measured.derivative()) <= distance(near.get(), change)
        && isStable(base)
        && conditioning(base, direction, index, claim, change) <= wrong / CERTAIN;
  }

  /// {@return whether f hardly changes when all variables change by rounding errors} The logarithm
  /// of a determinant of 1e-16 does.
  private boolean isStable(Slope.Base base) {
    return slope
        .at(base.point().with(wobbled(base)))
        .filter(
            b -> distance(b.value(), base.value()) <= CERTAIN * CERTAIN * WOBBLE * base.magnitude())
        .isPresent();
  }

  private static Map<Expr, Mat> wobbled(Slope.Base base) {
    Map<Expr, Mat> leaves = new HashMap<>();
    base.point().leaves().forEach((leaf, value) -> leaves.put(leaf, wobbled((RealMat) value)));
    return leaves;
  }

  /// {@return how much the claim changes when all variables change by rounding errors}
  private double conditioning(
      Slope.Base base, RealMat direction, int index, Claim claim, RealMat change) {
    Map<Expr, Mat> leaves = wobbled(base);
    leaves.put(increment, direction);
    try {
      Evaluator.Run run = claimed.run(base.point().with(leaves), new Trace());
      Mat value = run.roots().get(index);
      return Math.max(
          ROUNDING * run.magnitude(), // where all but rounding errors cancels
          distance(change, (RealMat) claim.directional(value, direction, base.value())));
    } catch (ArithmeticException _) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /// The same factor for entries (i, j) and (j, i), which keeps every structure.
  private static RealMat wobbled(RealMat a) {
    return a.zip(
        RealMat.generate(a.rows(), a.cols(), (i, j) -> 1 + WOBBLE * Math.cos(1 + i + j)),
        (entry, factor) -> entry * factor);
  }

  private static double distance(RealMat a, RealMat b) {
    return a.minus(b).maxAbs();
  }
}
