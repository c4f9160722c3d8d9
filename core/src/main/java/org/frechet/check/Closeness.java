package org.frechet.check;

import java.util.Optional;
import org.frechet.numeric.DoubleDouble;
import org.frechet.numeric.PreciseMat;

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

  @Override
  public Optional<Boolean> equalAt(Point precise) {
    try {
      Evaluator.Run run = both.run(precise, new Trace());
      var a = (PreciseMat) run.roots().getFirst();
      var b = (PreciseMat) run.roots().getLast();
      double scale = Math.max(a.rounded().maxAbs(), b.rounded().maxAbs());
      double difference = a.minus(b).rounded().maxAbs();
      boolean known = run.magnitude() <= MOST && difference <= Double.MAX_VALUE;
      return known
          ? Optional.of(difference <= Math.max(TOLERANCE * scale, ROUNDING * run.magnitude()))
          : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty(); // no value to that many digits, as of a singular matrix
    }
  }
}
