package org.frechet.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.numeric.RealMat;

/// What is left of `f(X + t*D) - f(X)` after the linear part `t*L(D)`, measured at a random point
/// along a random direction D of norm one, for smaller and smaller steps t.
///
/// @param steps from the longest down to where rounding errors take over
/// @param sizes of the point
public record TaylorRemainder(List<Step> steps, Map<String, Integer> sizes) {
  /// Each step is a tenth of the one before.
  private static final double[] LENGTHS =
      IntStream.rangeClosed(1, 6).mapToDouble(i -> Math.pow(10, -i)).toArray();

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
    return order(from.t, from.remainder, to.t, to.remainder);
  }

  static double order(double from, double remainder, double to, double next) {
    return Math.log(remainder / next) / Math.log(from / to);
  }

  /// {@return the measurement, where a point was found with no kink nearby}
  ///
  /// @param map the linear part, in the increment of the variable
  public static Optional<TaylorRemainder> of(Expr f, Expr variable, Expr map, long seed) {
    var remainders = new Remainders(f, variable, map);
    var sampler = new Sampler(remainders.nodes(), seed);
    if (!Sizes.small(remainders.nodes(), sampler.sizes(0)) || !isPlain(map, variable)) {
      return Optional.empty();
    }
    while (!sampler.exhausted()) {
      Optional<TaylorRemainder> measured = at(sampler, remainders, variable);
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
      Sampler sampler, Remainders remainders, Expr variable) {
    try {
      Point point = sampler.real();
      if (!sampler.fits(point)) {
        return Optional.empty();
      }
      var random = (RealMat) sampler.direction(variable, point);
      RealMat direction = random.scale(1 / random.normF());
      return remainders
          .steps(point, direction, LENGTHS)
          .filter(steps -> steps.size() == LENGTHS.length)
          .map(steps ->
              new TaylorRemainder(
                  steps.stream()
                      .map(s -> new Step(s.t(), s.isMeasured() ? s.remainder() : 0))
                      .toList(),
                  point.sizes()));
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }
}
