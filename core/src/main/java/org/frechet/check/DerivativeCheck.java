package org.frechet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Shape;

/// Checks claims about the derivative of f by one variable: at random points along random
/// directions, against central differences with Richardson extrapolation; and where f and a claim
/// are rational, exactly, against the `eps` part of f at `X + eps*D` modulo the prime.
///
/// A point counts only where the derivative can be measured reliably, and a disagreement only when
/// a second measurement, from nearer by, confirms it. Points at which a claim alone is undefined
/// (the inverse in `det(X)*inv(X)'` where X is singular) do not count, but if there are no others,
/// the claim has failed.
public final class DerivativeCheck {
  /// The largest accepted error, relative to the larger of the two derivatives in the maximum norm.
  /// Right derivatives typically reach 1e-9 to 1e-13.
  public static final double TOLERANCE = 1e-7;

  public static final int POINTS = 8;
  public static final int EXACT_POINTS = 4;
  private static final int FEWEST_POINTS = 3;

  /// Points nearer to a kink than this are not used, unless no others are found.
  private static final double NEAR = 1e-3;

  private final Expr f;
  private final Expr variable;
  private final Expr increment;
  private final List<Claim> claims;
  private final long seed;
  private final Sampler sampler;
  private final Evaluator claimed;
  private final Slope slope;
  private final Doubt doubt;

  private final SortedMap<String, Integer> sizes = new TreeMap<>();
  private double worst;
  private int points;
  private int claimsUndefined;
  private int doubtful;
  private String failure = "";

  private DerivativeCheck(Expr place, Expr f, Expr variable, List<Claim> claims, long seed) {
    this.f = f;
    this.variable = variable;
    this.increment = Algebra.increment(variable);
    this.claims = List.copyOf(claims);
    this.seed = seed;
    claimed = Evaluator.real(claims.stream().map(Claim::expr).toList());
    slope = new Slope(f, variable);
    doubt = new Doubt(slope, claimed, increment);
    sampler = new Sampler(nodes(), seed).placing(variable, place);
  }

  private List<Expr> nodes() {
    var nodes = new ArrayList<>(Evaluator.real(List.of(f, variable)).nodes());
    nodes.addAll(claimed.nodes());
    return nodes;
  }

  /// {@return whether all the claims hold of the derivative of `f` by `variable`}
  public static CheckResult of(Expr f, Expr variable, List<Claim> claims, long seed) {
    return within(variable, f, variable, claims, seed);
  }

  /// {@return whether all the claims hold of the derivative of `f` by `variable` where this has the
  /// traits of `place`, in whatever direction it moves from there}
  public static CheckResult within(
      Expr place, Expr f, Expr variable, List<Claim> claims, long seed) {
    for (Claim claim : claims) {
      Shape needed = claim.shape(f.shape(), variable.shape());
      if (!claim.expr().shape().equals(needed)) {
        return CheckResult.failed(
            Double.POSITIVE_INFINITY,
            seed,
            Map.of(),
            "the %s is %s, not %s".formatted(claim.name(), claim.expr().shape(), needed));
      }
    }
    return new DerivativeCheck(place, f, variable, claims, seed).result();
  }

  private CheckResult result() {
    if (!Sizes.small(nodes(), sampler.sizes(0))) {
      return CheckResult.unchecked(seed, "the arrays are too large for a check");
    }
    measure();
    ExactCheck exact = new ExactCheck(f, variable, claims, sampler);
    if (failure.isEmpty()) {
      failure = exact.run(sizes);
    }
    if (!failure.isEmpty()) {
      return CheckResult.failed(worst, seed, sizes, failure);
    }
    if (points < FEWEST_POINTS && !exact.settles()) {
      return claimsUndefined >= FEWEST_POINTS
          ? CheckResult.undefined(seed)
          : CheckResult.unchecked(seed, "too few points were found to measure the derivative at");
    }
    if (doubtful > points && !exact.settles()) {
      return CheckResult.unchecked(seed, "the measured derivatives are too uncertain");
    }
    return new CheckResult(
        CheckResult.Verdict.PASSED, worst, points, exact.points(), seed, sizes, "");
  }

  private void measure() {
    while (points < POINTS && failure.isEmpty() && !sampler.exhausted()) {
      Optional<Point> drawn = draw();
      Optional<Slope.Base> base = drawn.flatMap(slope::at);
      if (base.isEmpty()) {
        sampler.rejected();
      } else if (base.get().trace().nearest() < NEAR && !sampler.desperate()) {
        sampler.unlucky();
      } else {
        compare(base.get());
      }
    }
  }

  private Optional<Point> draw() {
    try {
      Point point = sampler.real();
      return sampler.fits(point) ? Optional.of(point) : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private void compare(Slope.Base base) {
    RealMat direction = (RealMat) sampler.direction(variable, base.point());
    List<Mat> values;
    try {
      var trace = new Trace();
      values = claimed.run(base.point().with(Map.of(increment, direction)), trace).roots();
      if (trace.nearest() < NEAR && !sampler.desperate()) {
        sampler.unlucky();
        return;
      }
    } catch (ArithmeticException _) {
      values = List.of();
    }
    Optional<Slope.Measurement> measured = slope.along(base, direction);
    if (measured.isEmpty()) {
      sampler.rejected();
      return;
    }
    if (values.isEmpty() || values.stream().anyMatch(v -> !((RealMat) v).isFinite())) {
      claimsUndefined++;
      sampler.rejected();
      return;
    }
    judge(base, direction, values, measured.get());
  }

  private void judge(
      Slope.Base base, RealMat direction, List<Mat> values, Slope.Measurement measured) {
    double largest = 0;
    for (int i = 0; i < values.size(); i++) {
      Claim claim = claims.get(i);
      var change = (RealMat) claim.directional(values.get(i), direction, base.value());
      double error = error(measured, change);
      if (!(error <= TOLERANCE)) { // nor is NaN right
        if (!doubt.isSettled(base, direction, measured, i, claim, change)) {
          doubtful++;
          sampler.rejected();
          return;
        }
        worst = error;
        sizes.putAll(base.point().sizes());
        failure =
            "the %s gives %s along some direction, but the function changes by %s"
                .formatted(claim.name(), change, measured.derivative());
        return;
      }
      largest = Math.max(largest, error);
    }
    if (points++ == 0) {
      sizes.putAll(base.point().sizes());
    }
    worst = Math.max(worst, largest);
    sampler.accepted();
  }

  /// The difference, relative to the larger derivative; not even that counts which the measurement
  /// cannot resolve.
  private static double error(Slope.Measurement measured, RealMat change) {
    double difference = change.minus(measured.derivative()).maxAbs();
    double scale = Math.max(change.maxAbs(), measured.derivative().maxAbs());
    scale = Math.max(scale, measured.error() / TOLERANCE);
    return difference == 0 ? 0 : difference / scale;
  }
}
