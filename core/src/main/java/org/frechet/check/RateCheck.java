package org.frechet.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// Compares expressions in which increments stand for rates of change: where the variable moves
/// along a random direction, the increment of an expression is measured by differences, without any
/// rule of differentiation.
public final class RateCheck {
  private static final double TOLERANCE = 1e-6;
  private static final int POINTS = 3;

  /// Larger values on the way leave too few digits.
  private static final double MOST = 1e8;

  private final Expr variable;
  private final Map<Expr, Expr> held;
  private final Map<Expr, Slope> slopes = new HashMap<>();
  private final long seed;

  /// @param held what each increment is the differential of
  public RateCheck(Expr variable, Map<Expr, Expr> held, long seed) {
    this.variable = variable;
    this.held = held;
    this.seed = seed;
  }

  /// {@return whether both have one value wherever they were compared, if they could be}
  public Optional<Boolean> equal(Expr a, Expr b) {
    return a == b
        ? Optional.of(true)
        : compare(a, b, (x, y) -> x.minus(y).maxAbs() <= TOLERANCE * scale(x, y));
  }

  /// {@return whether the first is nowhere larger than the second, if they could be compared}
  public Optional<Boolean> atMost(Expr a, Expr b) {
    return compare(
        a,
        b,
        (x, y) -> {
          double slack = TOLERANCE * scale(x, y);
          double[] left = x.toArray();
          double[] right = y.toArray();
          for (int i = 0; i < left.length; i++) {
            if (!(left[i] <= right[i] + slack)) {
              return false;
            }
          }
          return true;
        });
  }

  private static double scale(RealMat x, RealMat y) {
    return Math.max(1e-3, Math.max(x.maxAbs(), y.maxAbs()));
  }

  private Optional<Boolean> compare(Expr a, Expr b, BiPredicate<RealMat, RealMat> fits) {
    Evaluator both = Evaluator.real(List.of(a, b));
    var nodes = new ArrayList<>(both.nodes());
    nodes.add(variable);
    Set<Expr> open = increments(both.nodes());
    open.forEach(d -> {
      if (held.containsKey(d)) {
        nodes.addAll(Traversal.topological(held.get(d)));
      }
    });
    var sampler = new Sampler(nodes, seed);
    if (!Sizes.small(nodes, sampler.sizes(0))) {
      return Optional.empty();
    }
    int points = 0;
    int misses = 0;
    while (points < POINTS && !sampler.exhausted()) {
      Optional<Boolean> holds = at(sampler, both, open, fits);
      if (holds.isEmpty()) {
        sampler.rejected();
      } else if (holds.get()) {
        points++;
        sampler.accepted();
      } else if (++misses > 1) { // a kink or a pole nearby spoils one measurement, hardly two
        return Optional.of(false);
      }
    }
    return points > misses ? Optional.of(true) : Optional.empty();
  }

  private static Set<Expr> increments(List<Expr> nodes) {
    var found = new java.util.LinkedHashSet<Expr>();
    nodes.stream().filter(e -> e.node() instanceof Node.Increment).forEach(found::add);
    return found;
  }

  private Optional<Boolean> at(
      Sampler sampler, Evaluator both, Set<Expr> open, BiPredicate<RealMat, RealMat> fits) {
    try {
      Point point = sampler.real();
      if (!sampler.fits(point)) {
        return Optional.empty();
      }
      var direction = (RealMat) sampler.direction(variable, point);
      Map<Expr, Mat> rates = new HashMap<>();
      rates.put(Algebra.increment(variable), direction);
      for (Expr d : open) {
        if (!rates.containsKey(d)) {
          Optional<RealMat> rate = rate(held.getOrDefault(d, d), point, direction);
          if (rate.isEmpty()) {
            return Optional.empty();
          }
          rates.put(d, rate.get());
        }
      }
      var trace = new Trace();
      Evaluator.Run run = both.run(point.with(rates), trace);
      var left = (RealMat) run.roots().getFirst();
      var right = (RealMat) run.roots().getLast();
      boolean usable = left.isFinite() && right.isFinite() && run.magnitude() < MOST;
      return usable ? Optional.of(fits.test(left, right)) : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private Optional<RealMat> rate(Expr of, Point point, RealMat direction) {
    Slope slope = slopes.computeIfAbsent(of, u -> new Slope(u, variable));
    return slope
        .at(point)
        .flatMap(base -> slope.along(base, direction))
        .map(Slope.Measurement::derivative);
  }
}
