package org.frechet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// What is left of `f(X + t*D) - f(X)` after the linear part `t*L(D)`, measured at a random point
/// along a random direction D of norm one, for smaller and smaller steps t.
///
/// @param steps from the longest down to where rounding errors take over
/// @param sizes of the point
public record TaylorRemainder(List<Step> steps, Map<String, Integer> sizes) {
  private static final double EPS = 0x1p-52;

  /// Each step is a tenth of the one before.
  private static final int STEPS = 6;

  /// A remainder counts down to this many units of rounding.
  private static final double RELIABLE = 30;

  public TaylorRemainder {
    steps = List.copyOf(steps);
    sizes = Map.copyOf(sizes);
  }

  /// The remainder after a step; zero where it is below rounding errors.
  public record Step(double t, double remainder) {}

  /// {@return the order between two measured steps, if there are two}: of the last two
  public Optional<Double> order() {
    List<Step> measured = steps.stream().filter(s -> s.remainder > 0).toList();
    return measured.size() < 2
        ? Optional.empty()
        : Optional.of(order(measured.get(measured.size() - 2), measured.getLast()));
  }

  /// {@return the power of the step that the remainder falls with}
  public static double order(Step from, Step to) {
    return Math.log(from.remainder / to.remainder) / Math.log(from.t / to.t);
  }

  /// {@return the measurement, where a point was found with no kink nearby}
  ///
  /// @param map the linear part, in the increment of the variable
  public static Optional<TaylorRemainder> of(Expr f, Expr variable, Expr map, long seed) {
    Evaluator function = Evaluator.real(List.of(f));
    Evaluator linear = Evaluator.real(List.of(map));
    var nodes = new ArrayList<>(function.nodes());
    nodes.addAll(linear.nodes());
    nodes.add(variable);
    var sampler = new Sampler(nodes, seed);
    if (!Sizes.small(nodes, sampler.sizes(0)) || !isPlain(map, variable)) {
      return Optional.empty();
    }
    while (!sampler.exhausted()) {
      Optional<TaylorRemainder> measured = at(sampler, function, linear, variable);
      if (measured.isPresent()) {
        return measured;
      }
      sampler.rejected();
    }
    return Optional.empty();
  }

  private static boolean isPlain(Expr map, Expr variable) {
    return Traversal.topological(map).stream()
        .allMatch(e -> !(e.node() instanceof Node.Increment) || e == Algebra.increment(variable));
  }

  private static Optional<TaylorRemainder> at(
      Sampler sampler, Evaluator function, Evaluator linear, Expr variable) {
    try {
      Point point = sampler.real();
      if (!sampler.fits(point)) {
        return Optional.empty();
      }
      var random = (RealMat) sampler.direction(variable, point);
      RealMat direction = random.scale(1 / random.normF());
      var trace = new Trace();
      Evaluator.Run here = function.run(point, trace);
      var value = (RealMat) here.roots().getFirst();
      var change =
          (RealMat)
              linear.at(point.with(Map.of(Algebra.increment(variable), direction))).getFirst();
      if (!value.isFinite() || !change.isFinite()) {
        return Optional.empty();
      }
      var x = (RealMat) NodeValue.leaf(variable, point);
      var steps = new ArrayList<Step>();
      for (int i = 1; i <= STEPS; i++) {
        double t = Math.pow(10, -i);
        Trace follower = trace.follower();
        Map<Expr, Mat> there = Map.of(variable, x.plus(direction.scale(t)));
        Evaluator.Run run = function.run(point.with(there), follower);
        RealMat moved = (RealMat) run.roots().getFirst();
        double remainder = moved.minus(value).minus(change.scale(t)).normF();
        if (!Double.isFinite(remainder) || !follower.samePiece(trace)) {
          return Optional.empty();
        }
        double rounding = RELIABLE * EPS * Math.max(here.magnitude(), run.magnitude());
        steps.add(new Step(t, remainder > rounding ? remainder : 0));
      }
      return Optional.of(new TaylorRemainder(steps, point.sizes()));
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }
}
