package org.frechet.check;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.DoubleDouble;
import org.frechet.numeric.Mat;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Trait;

/// Compares two values with about 31 digits, where doubles leave a doubt: expressions that cancel,
/// or that differ by less than a billionth.
record Closeness(Evaluator both) implements Pointwise.Closer {
  /// Equal values differ by less than this part; of 31 digits an ill-conditioned value keeps
  /// twenty.
  private static final double TOLERANCE = 1e-18;

  /// Rounding errors, in units of the largest value on the way.
  private static final double ROUNDING = 1e6 * DoubleDouble.EPS;

  /// Larger values on the way leave too few digits.
  private static final double MOST = 1e12;

  /// Structures that a rounded matrix loses; see [Sampler#precise].
  private static final Set<Trait> FRAGILE =
      EnumSet.of(Trait.ORTHONORMAL, Trait.UNIT, Trait.STOCHASTIC);

  /// Two values at a point.
  private record Pair(PreciseMat a, PreciseMat b, double magnitude) {
    double difference() {
      return a.minus(b).rounded().maxAbs();
    }

    boolean isKnown() {
      return magnitude <= MOST && difference() <= Double.MAX_VALUE;
    }

    boolean differs() {
      double scale = Math.max(a.rounded().maxAbs(), b.rounded().maxAbs());
      return difference() > Math.max(TOLERANCE * scale, ROUNDING * magnitude);
    }
  }

  private static Pair pair(Evaluator both, Point precise) {
    Evaluator.Run run = both.run(precise, new Trace());
    return new Pair(
        (PreciseMat) run.roots().get(0), (PreciseMat) run.roots().get(1), run.magnitude());
  }

  /// {@return the values at a real point, if 31 digits show that they differ there}
  static Optional<Counterexample> difference(Evaluator both, Supplier<Point> real) {
    boolean fragile =
        both.nodes().stream()
            .anyMatch(e ->
                e.node() instanceof Node.Var v && v.traits().stream().anyMatch(FRAGILE::contains));
    if (fragile || !Precision.reaches(both.nodes())) {
      return Optional.empty();
    }
    try {
      Point point = real.get();
      Map<Expr, Mat> leaves = new HashMap<>();
      point.leaves().forEach((leaf, x) -> leaves.put(leaf, PreciseMat.of((RealMat) x)));
      Pair pair = pair(both, Point.precise(leaves, point.sizes()));
      return pair.isKnown() && pair.differs()
          ? Optional.of(
              new Counterexample(point, pair.a.rounded(), pair.b.rounded(), /* isExact= */ false))
          : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  @Override
  public boolean always() {
    return both.nodes().stream().noneMatch(e -> e.node() instanceof Node.Var);
  }

  @Override
  public Optional<Boolean> equalAt(Point precise) {
    try {
      Pair pair = pair(both, precise);
      return pair.isKnown() ? Optional.of(!pair.differs()) : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty(); // no value to that many digits, as of a singular matrix
    }
  }
}
