package org.frechet.check;

import java.util.List;
import java.util.Optional;
import org.frechet.check.Equality.Verdict;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// Two values at random points, over the reals and modulo the prime, until enough points tell
/// whether they are equal.
final class Pointwise {
  private static final int POINTS = 8;
  private static final int FEWEST_POINTS = 3;
  private static final int MOST_EXACT_ATTEMPTS = 12;
  private static final double TOLERANCE = 1e-9;

  /// A smaller relative difference is that of rounding errors in a few operations.
  private static final double UNFELT = 1e-13;

  /// A larger relative difference is one.
  private static final double CLEAR = 1e-6;

  /// So many points at which more digits show no difference are enough.
  private static final int CLOSE_POINTS = 3;

  private Pointwise() {}

  /// Both values, and how far rounding errors may part them.
  record Pair(RealMat a, RealMat b, double rounding) {
    boolean isFinite() {
      return a.isFinite() && b.isFinite();
    }

    /// {@return whether they differ by more than rounding errors and this relative tolerance}
    boolean differs(double tolerance) {
      return difference() > Math.max(tolerance * scale(), rounding);
    }

    /// {@return whether they differ by so much that rounding errors might not explain it}
    boolean isDoubtful() {
      return difference() > UNFELT * scale();
    }

    /// {@return whether they differ by so much that no rounding error explains it}
    boolean isClear() {
      return difference() > Math.max(CLEAR * scale(), 100 * rounding);
    }

    private double difference() {
      return a.minus(b).maxAbs();
    }

    private double scale() {
      return Math.max(a.maxAbs(), b.maxAbs());
    }
  }

  /// The values over the reals.
  interface Reals {
    /// {@return the values}; nothing where they are too large to be compared
    ///
    /// @throws ArithmeticException where there is no value
    Optional<Pair> at(Point point);
  }

  /// A second look at a point, with more digits.
  interface Closer {
    /// {@return whether both values are equal there}; nothing where that is not found out
    Optional<Boolean> equalAt(Point precise);

    /// {@return whether to look even at what hardly differs}: of numbers without variables there is
    /// only one value to tell them apart
    default boolean always() {
      return false;
    }
  }

  /// The values modulo the prime.
  interface Residues {
    /// {@return both values} @throws ArithmeticException where there is none
    List<Mat> at(Point point);
  }

  /// {@return what real points tell}
  static Equality real(Sampler sampler, Reals values) {
    return real(sampler, values, Optional.empty());
  }

  /// {@return what real points tell} What looks different, or nearly equal, is looked at again more
  /// closely, if that is possible; of what looks equal a few points are enough.
  static Equality real(Sampler sampler, Reals values, Optional<Closer> closer) {
    int points = 0;
    int closely = 0;
    boolean doubt = false;
    while (points < POINTS && !sampler.exhausted()) {
      try {
        Point point = sampler.real();
        Optional<Pair> pair = sampler.fits(point) ? values.at(point) : Optional.empty();
        if (pair.filter(Pair::isFinite).isEmpty()) {
          sampler.rejected();
          continue;
        }
        boolean differs = pair.get().differs(TOLERANCE);
        boolean doubtful = pair.get().isDoubtful() || closer.filter(Closer::always).isPresent();
        if (differs || (doubtful && closely < CLOSE_POINTS)) {
          Optional<Boolean> equal = closer.flatMap(c -> c.equalAt(sampler.precise(point)));
          closely += equal.isPresent() ? 1 : 0;
          doubt |= equal.isEmpty() && !pair.get().isClear();
          differs = equal.map(same -> !same).orElse(differs);
        }
        if (differs) {
          return new Equality(
              Verdict.DIFFERENT, points, Optional.of(point), digits(closely, doubt));
        }
        points++;
        sampler.accepted();
      } catch (ArithmeticException _) {
        sampler.rejected();
      }
    }
    Verdict verdict = points < FEWEST_POINTS ? Verdict.UNKNOWN : Verdict.EQUAL_NUMERIC;
    return new Equality(verdict, points, Optional.empty(), digits(closely, doubt));
  }

  private static Equality.Digits digits(int closely, boolean doubt) {
    return doubt
        ? Equality.Digits.TOO_FEW
        : closely > 0 ? Equality.Digits.MORE : Equality.Digits.ENOUGH;
  }

  /// {@return what points modulo the prime tell besides}
  static Equality exact(Sampler sampler, Residues values, Equality real) {
    int points = 0;
    for (int i = 0; i < MOST_EXACT_ATTEMPTS && points < DerivativeCheck.EXACT_POINTS; i++) {
      try {
        Point point = sampler.exact(sampler.sizes(i));
        if (!sampler.fits(point)) {
          continue;
        }
        List<Mat> both = values.at(point);
        if (!((DualModMat) both.getFirst()).equalValues((DualModMat) both.getLast())) {
          return new Equality(Verdict.DIFFERENT, points, Optional.of(point));
        }
        points++;
      } catch (ArithmeticException _) {
        // A singular matrix at these sizes, or by chance: another point is drawn.
      }
    }
    return points < DerivativeCheck.EXACT_POINTS
        ? real
        : new Equality(Verdict.EQUAL_EXACT, real.points() + points, Optional.empty());
  }
}
