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

  private Pointwise() {}

  /// Both values, and how far rounding errors may part them.
  record Pair(RealMat a, RealMat b, double rounding) {
    boolean isFinite() {
      return a.isFinite() && b.isFinite();
    }

    /// {@return whether they differ by more than rounding errors and this relative tolerance}
    boolean differs(double tolerance) {
      double scale = Math.max(a.maxAbs(), b.maxAbs());
      return a.minus(b).maxAbs() > Math.max(tolerance * scale, rounding);
    }
  }

  /// The values over the reals.
  interface Reals {
    /// {@return the values}; nothing where they are too large to be compared
    ///
    /// @throws ArithmeticException where there is no value
    Optional<Pair> at(Point point);
  }

  /// The values modulo the prime.
  interface Residues {
    /// {@return both values} @throws ArithmeticException where there is none
    List<Mat> at(Point point);
  }

  /// {@return what real points tell}
  static Equality real(Sampler sampler, Reals values) {
    int points = 0;
    while (points < POINTS && !sampler.exhausted()) {
      try {
        Point point = sampler.real();
        Optional<Pair> pair = sampler.fits(point) ? values.at(point) : Optional.empty();
        if (pair.filter(Pair::isFinite).isEmpty()) {
          sampler.rejected();
        } else if (pair.get().differs(TOLERANCE)) {
          return new Equality(Verdict.DIFFERENT, points, Optional.of(point));
        } else {
          points++;
          sampler.accepted();
        }
      } catch (ArithmeticException _) {
        sampler.rejected();
      }
    }
    Verdict verdict = points < FEWEST_POINTS ? Verdict.UNKNOWN : Verdict.EQUAL_NUMERIC;
    return new Equality(verdict, points, Optional.empty());
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
