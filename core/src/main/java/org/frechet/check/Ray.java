package org.frechet.check;

import java.util.List;
import java.util.Optional;
import org.frechet.numeric.RealMat;

/// What is left of `f(X + t*D) - f(X)` after `L(t*D)`, for shorter and shorter steps t along one
/// direction D of norm one.
///
/// @param worst whether D was searched for: among the directions of norm one, the one along which a
///   wrong linear L is off most
/// @param limit what the remainder over t tends to, extrapolated from central differences; empty
///   where it cannot be measured, or where L is not linear
/// @param resolution a bound for the error of `limit`
/// @param slope the norm of the derivative along D, or of `L(D)`, whichever is larger
public record Ray(
    RealMat direction,
    boolean worst,
    List<Step> steps,
    Optional<Double> limit,
    double resolution,
    double slope) {
  /// A limit below this part of the derivative is not told from zero.
  private static final double ZERO = 1e-9;

  private static final double CERTAIN = 10;

  public Ray {
    steps = List.copyOf(steps);
  }

  /// The norm of the remainder after a step, and what rounding errors may make of it.
  public record Step(double t, double remainder, double rounding) {
    /// {@return whether the remainder is more than rounding errors}
    public boolean isMeasured() {
      return remainder > rounding;
    }

    public double ratio() {
      return remainder / t;
    }
  }

  /// {@return the power of the step that the remainder falls with, over the last decade of measured
  /// steps}
  public Optional<Double> order() {
    List<Step> measured = steps.stream().filter(Step::isMeasured).toList();
    if (measured.isEmpty()) {
      return Optional.empty();
    }
    Step last = measured.getLast();
    return measured.stream()
        .filter(s -> s.t >= 9 * last.t)
        .reduce((_, later) -> later)
        .map(s -> TaylorRemainder.order(s.t, s.remainder, last.t, last.remainder));
  }

  /// {@return whether no step left more than rounding errors}
  public boolean isExact() {
    return steps.stream().noneMatch(Step::isMeasured);
  }

  /// {@return whether the remainder over t tends to something else than zero}
  public boolean isOff() {
    return limit.filter(l -> l > Math.max(ZERO * slope, CERTAIN * resolution)).isPresent();
  }
}
