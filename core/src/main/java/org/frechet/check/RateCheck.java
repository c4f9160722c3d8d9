package org.frechet.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
import org.frechet.shape.Dim;

/// Compares expressions in which increments stand for rates of change: where the variable moves
/// along a random direction, the increment of an expression is measured by differences, without any
/// rule of differentiation.
public final class RateCheck {
  private static final double TOLERANCE = 1e-6;
  private static final int POINTS = 3;

  /// The largest relative error of a measurement that is compared with.
  private static final double SURE = TOLERANCE / 4;

  /// Nearer to a kink differences measure both sides.
  private static final double NEAR = 1e-3;

  /// Larger values on the way leave too few digits.
  private static final double MOST = 1e8;

  private final Expr variable;
  private final Map<Expr, Expr> held;
  private final Map<Expr, Slope> slopes = new HashMap<>();
  private final Map<Set<Expr>, Supply> supplies = new HashMap<>();
  private final long seed;

  /// @param held what each increment is the differential of
  public RateCheck(Expr variable, Map<Expr, Expr> held, long seed) {
    this.variable = variable;
    this.held = held;
    this.seed = seed;
  }

  /// {@return whether both have one value wherever they were compared, if they could be} Of a sum
  /// that is zero the first term is compared with the others: what cancels leaves rounding errors
  /// of the size of the terms.
  public Optional<Boolean> equal(Expr a, Expr b) {
    if (b.isZero() && a.node() instanceof Node.Add sum) {
      Expr first = sum.terms().getFirst();
      return equal(first, Algebra.sub(first, a));
    }
    return a == b
        ? Optional.of(true)
        : compare(a, b, (x, y) -> x.minus(y).maxAbs() <= TOLERANCE * scale(x, y));
  }

  /// {@return whether the expression has values at enough points}
  public boolean exists(Expr e) {
    return compare(e, e, (x, _) -> x.isFinite()).orElse(false);
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

  /// Points at which lines about the same variables were compared, for the next line.
  private static final class Supply {
    private final Sampler sampler;
    private final List<Place> good = new ArrayList<>();

    Supply(Sampler sampler) {
      this.sampler = sampler;
    }
  }

  /// A point, a direction, and the rates of change that were measured there.
  private record Place(
      Point point, RealMat direction, Map<Expr, Optional<Slope.Measurement>> rates) {}

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
    Supply supply =
        supplies.computeIfAbsent(leaves(nodes), _ -> new Supply(new Sampler(nodes, seed)));
    if (!Sizes.small(nodes, supply.sampler.sizes(0))) {
      return Optional.empty();
    }
    int points = 0;
    int misses = 0;
    for (int i = 0;
        points < POINTS && (i < supply.good.size() || !supply.sampler.exhausted());
        i++) {
      boolean known = i < supply.good.size();
      Optional<Place> place = known ? Optional.of(supply.good.get(i)) : draw(supply.sampler);
      Optional<Boolean> holds = place.flatMap(p -> at(p, both, open, fits));
      if (holds.isPresent() && holds.get()) {
        points++;
        if (!known) {
          supply.good.add(place.orElseThrow());
          supply.sampler.accepted();
        }
      } else if (holds.isPresent() && ++misses > 1) {
        return Optional.of(false); // a kink or a pole nearby spoils one measurement, hardly two
      } else if (!known) {
        supply.sampler.rejected();
      }
    }
    return points > misses ? Optional.of(true) : Optional.empty();
  }

  /// {@return the variables and all sizes: a function may have a size of its own}
  private static Set<Expr> leaves(List<Expr> nodes) {
    var leaves = new HashSet<Expr>();
    for (Expr e : nodes) {
      boolean sized = e.node() instanceof Node.Fill || e.node() instanceof Node.Size;
      boolean selects = e.node() instanceof Node.Slice; // which rows there are limits sizes
      if (sized || selects || e.node() instanceof Node.Var) {
        leaves.add(e);
      }
      for (Dim size : List.of(e.shape().rows(), e.shape().cols())) {
        size.names().forEach(name -> leaves.add(Algebra.size(Dim.of(name))));
      }
    }
    return leaves;
  }

  private static Set<Expr> increments(List<Expr> nodes) {
    var found = new LinkedHashSet<Expr>();
    nodes.stream().filter(e -> e.node() instanceof Node.Increment).forEach(found::add);
    return found;
  }

  private Optional<Place> draw(Sampler sampler) {
    try {
      Point point = sampler.real();
      return sampler.fits(point)
          ? Optional.of(
              new Place(point, (RealMat) sampler.direction(variable, point), new HashMap<>()))
          : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private Optional<Boolean> at(
      Place place, Evaluator both, Set<Expr> open, BiPredicate<RealMat, RealMat> fits) {
    Map<Expr, Mat> rates = new HashMap<>();
    rates.put(Algebra.increment(variable), place.direction);
    double error = 0;
    for (Expr d : open) {
      if (!rates.containsKey(d)) {
        Optional<Slope.Measurement> rate = place.rates.computeIfAbsent(d, x -> rate(x, place));
        if (rate.isEmpty()) {
          return Optional.empty();
        }
        rates.put(d, rate.get().derivative());
        error = Math.max(error, relative(rate.get()));
      }
    }
    try {
      Evaluator.Run run = both.run(place.point.with(rates), new Trace());
      var left = (RealMat) run.roots().getFirst();
      var right = (RealMat) run.roots().getLast();
      boolean usable = left.isFinite() && right.isFinite() && run.magnitude() < MOST;
      if (!usable) {
        return Optional.empty();
      }
      boolean holds = fits.test(left, right);
      boolean blurred = error * run.magnitude() > TOLERANCE * scale(left, right);
      return !holds && blurred ? Optional.empty() : Optional.of(holds); // large terms cancel
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  /// {@return how fast what an increment stands for changes along the direction}
  private Optional<Slope.Measurement> rate(Expr increment, Place place) {
    Slope slope =
        slopes.computeIfAbsent(
            held.getOrDefault(increment, increment), u -> new Slope(u, variable));
    try {
      return slope
          .at(place.point)
          .filter(base -> base.trace().nearest() > NEAR)
          .flatMap(base -> slope.along(base, place.direction))
          .filter(m -> relative(m) <= SURE);
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static double relative(Slope.Measurement m) {
    return m.error() / Math.max(1e-3, m.derivative().maxAbs());
  }
}
