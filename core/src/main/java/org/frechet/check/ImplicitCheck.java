package org.frechet.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// Checks claims about the derivative of Y by X where F(X, Y) = 0 defines Y: at random X and Y the
/// equation F = F(X, Y) holds, which has the same derivatives; X moves along a random direction, Y
/// is found again by Newton's method, and its movement is measured by central differences.
///
/// Where F and the map are rational, also exactly: with X + eps*D and Y + eps*L(D) the `eps` part
/// of F must vanish.
public final class ImplicitCheck {
  private static final double TOLERANCE = 1e-6;
  private static final int FEWEST_POINTS = 3;
  private static final int MOST_EXACT_ATTEMPTS = 12;
  private static final int MOST_ITERATIONS = 30;

  /// The longest step of the three that are extrapolated (Richardson 1911).
  private static final double STEP = 2e-3;

  /// A measurement that is less certain than this, relatively, does not count.
  private static final double STEADY = 1e-8;

  /// Derivatives smaller than this are not told from zero.
  private static final double SMALL = 1e-3;

  /// Larger values come of a nearly singular dF/dY.
  private static final double MOST = 1e4;

  private final Expr f;
  private final Expr x;
  private final Expr y;
  private final List<Claim> claims;
  private final Evaluator function;
  private final Evaluator claimed;
  private final Sampler sampler;
  private final long seed;

  private ImplicitCheck(Expr f, Expr x, Expr y, List<Claim> claims, long seed) {
    this.f = f;
    this.x = x;
    this.y = y;
    this.claims = List.copyOf(claims);
    this.seed = seed;
    function = Evaluator.real(List.of(f));
    claimed = Evaluator.real(claims.stream().map(Claim::expr).toList());
    var nodes = new ArrayList<Expr>(function.nodes());
    nodes.addAll(claimed.nodes());
    nodes.add(x);
    nodes.add(y);
    sampler = new Sampler(nodes, seed);
  }

  /// {@return whether the claims hold of the derivative of `y` by `x`} The first claim is the map.
  public static CheckResult of(Expr f, Expr x, Expr y, List<Claim> claims, long seed) {
    return new ImplicitCheck(f, x, y, claims, seed).result();
  }

  private CheckResult result() {
    var nodes = new ArrayList<Expr>(function.nodes());
    nodes.addAll(claimed.nodes());
    if (!Sizes.small(nodes, sampler.sizes(0))) {
      return CheckResult.unchecked(seed, "the arrays are too large for a check");
    }
    var sizes = new TreeMap<String, Integer>();
    double worst = 0;
    int points = 0;
    while (points < DerivativeCheck.POINTS && !sampler.exhausted()) {
      Optional<Double> error = measured(sizes);
      if (error.isEmpty()) {
        sampler.rejected();
        continue;
      }
      worst = Math.max(worst, error.get());
      if (!(error.get() <= TOLERANCE)) {
        return CheckResult.failed(worst, seed, sizes, "Y moves otherwise than the derivative says");
      }
      points++;
      sampler.accepted();
    }
    int exact = exact();
    if (exact < 0) {
      return CheckResult.failed(worst, seed, sizes, "the map is wrong, by exact arithmetic");
    }
    return points < FEWEST_POINTS
        ? CheckResult.unchecked(seed, "too few points were found to measure the derivative at")
        : new CheckResult(CheckResult.Verdict.PASSED, worst, points, exact, seed, sizes, "");
  }

  /// {@return the largest relative error of a claim at a random point; nothing at a bad one}
  private Optional<Double> measured(Map<String, Integer> sizes) {
    try {
      Point point = sampler.real();
      if (!sampler.fits(point)) {
        return Optional.empty();
      }
      var direction = (RealMat) sampler.direction(x, point);
      Evaluator.Run views =
          claimed.run(point.with(Map.of(Algebra.increment(x), direction)), new Trace());
      RealMat inverse = slopeByY(point);
      RealMat value = at(point);
      if (!(views.magnitude() < MOST) || !(inverse.maxAbs() < MOST) || !value.isFinite()) {
        return Optional.empty();
      }
      Optional<RealMat> change = change(point, direction, value, inverse);
      if (change.isEmpty()) {
        return Optional.empty();
      }
      var y0 = (RealMat) NodeValue.leaf(y, point);
      double worst = 0;
      for (int i = 0; i < claims.size(); i++) {
        var said = (RealMat) claims.get(i).directional(views.roots().get(i), direction, y0);
        double scale = Math.max(SMALL, Math.max(said.maxAbs(), change.get().maxAbs()));
        worst = Math.max(worst, said.minus(change.get()).maxAbs() / scale);
      }
      if (sizes.isEmpty()) {
        sizes.putAll(point.sizes());
      }
      return Optional.of(worst);
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private RealMat at(Point point) {
    return (RealMat) function.at(point).getFirst();
  }

  /// {@return the inverse of dF/dY, itself by differences}
  private RealMat slopeByY(Point point) {
    var y0 = (RealMat) NodeValue.leaf(y, point);
    int count = y0.rows() * y0.cols();
    double[][] slope = new double[count][count];
    double h = 1e-5;
    for (int j = 0; j < count; j++) {
      int place = j;
      RealMat unit =
          RealMat.generate(y0.rows(), y0.cols(), (r, c) -> r + c * y0.rows() == place ? h : 0);
      double[] up = at(point.with(Map.of(y, y0.plus(unit)))).toArray();
      double[] down = at(point.with(Map.of(y, y0.minus(unit)))).toArray();
      for (int i = 0; i < count; i++) {
        slope[i][j] = (up[i] - down[i]) / (2 * h);
      }
    }
    return (RealMat) RealMat.of(slope).inverse();
  }

  private Optional<RealMat> change(Point point, RealMat direction, RealMat value, RealMat inverse) {
    var differences = new ArrayList<RealMat>();
    for (double h = STEP; differences.size() < 3; h /= 2) {
      Optional<RealMat> difference = difference(point, direction, value, inverse, h);
      if (difference.isEmpty()) {
        return Optional.empty();
      }
      differences.add(difference.get());
    }
    RealMat wide = extrapolated(differences.get(0), differences.get(1), 4);
    RealMat narrow = extrapolated(differences.get(1), differences.get(2), 4);
    RealMat best = extrapolated(wide, narrow, 16);
    double unsure = best.minus(narrow).maxAbs();
    return unsure <= STEADY * Math.max(SMALL, best.maxAbs()) ? Optional.of(best) : Optional.empty();
  }

  private static RealMat extrapolated(RealMat wide, RealMat narrow, double factor) {
    return narrow.scale(factor / (factor - 1)).minus(wide.scale(1 / (factor - 1)));
  }

  private Optional<RealMat> difference(
      Point point, RealMat direction, RealMat value, RealMat inverse, double h) {
    Optional<RealMat> up = solved(point, direction.scale(h), value, inverse);
    Optional<RealMat> down = solved(point, direction.scale(-h), value, inverse);
    return up.isPresent() && down.isPresent()
        ? Optional.of(up.get().minus(down.get()).scale(1 / (2 * h)))
        : Optional.empty();
  }

  /// {@return the Y near by with F(X + step, Y) = value, by the simplified Newton method}
  private Optional<RealMat> solved(Point point, RealMat step, RealMat value, RealMat inverse) {
    var x0 = (RealMat) NodeValue.leaf(x, point);
    var now = (RealMat) NodeValue.leaf(y, point);
    double last = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MOST_ITERATIONS; i++) {
      Map<Expr, Mat> moved = new HashMap<>();
      moved.put(x, x0.plus(step));
      moved.put(y, now);
      RealMat residual = at(point.with(moved)).minus(value);
      RealMat column = RealMat.of(residual.rows() * residual.cols(), 1, residual.toArray());
      RealMat correction = inverse.times(column);
      double size = correction.maxAbs();
      if (!(size <= MOST)) {
        return Optional.empty();
      }
      now = now.minus(RealMat.of(now.rows(), now.cols(), correction.toArray()));
      if (size == 0 || (i > 3 && size >= last / 2)) {
        boolean converged = Math.min(size, last) <= 1e-12 * Math.max(1, now.maxAbs());
        return converged ? Optional.of(now) : Optional.empty();
      }
      last = size;
    }
    return Optional.empty();
  }

  /// {@return the number of points at which the map holds exactly, −1 if it fails at one}
  private int exact() {
    Expr map = claims.getFirst().expr();
    if (!Evaluator.isRational(f) || !Evaluator.isRational(map)) {
      return 0;
    }
    Evaluator residual = Evaluator.exact(List.of(f));
    Evaluator moves = Evaluator.exact(List.of(map));
    int points = 0;
    for (int i = 0; i < MOST_EXACT_ATTEMPTS && points < DerivativeCheck.EXACT_POINTS; i++) {
      try {
        Point point = sampler.exact(sampler.sizes(i));
        if (!sampler.fits(point)) {
          continue;
        }
        var direction = (DualModMat) sampler.direction(x, point);
        Mat along = moves.at(point.with(Map.of(Algebra.increment(x), direction))).getFirst();
        var x0 = (DualModMat) NodeValue.leaf(x, point);
        var y0 = (DualModMat) NodeValue.leaf(y, point);
        Map<Expr, Mat> moved = Map.of(x, x0.along(direction), y, y0.along((DualModMat) along));
        var value = (DualModMat) residual.at(point.with(moved)).getFirst();
        DualModMat tangent = value.tangent();
        if (!tangent.equalValues((DualModMat) tangent.zeros(tangent.rows(), tangent.cols()))) {
          return -1;
        }
        points++;
      } catch (ArithmeticException _) {
        // dF/dY is singular at these sizes, or by chance: another point is drawn.
      }
    }
    return points;
  }
}
