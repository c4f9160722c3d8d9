package org.frechet.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// Measures the derivative of a function along a direction.
final class Slope {
  private static final double EPS = 0x1p-52;

  /// The first step, where the variable and the direction are of size one.
  private static final double STEP = 0.05;

  /// Later attempts divide the step by this: the point may be near a kink or a pole.
  private static final double CLOSER = 16;

  private static final int ATTEMPTS = 4;

  /// The largest relative error of a measurement that is of any use.
  private static final double CONCLUSIVE = 1e-5;

  private final Evaluator f;
  private final Expr variable;

  Slope(Expr f, Expr variable) {
    this.f = Evaluator.real(List.of(f));
    this.variable = variable;
  }

  /// A place from which to measure: the value there, and the kinks around.
  record Base(Point point, RealMat value, double magnitude, Trace trace) {}

  /// A derivative, an absolute bound for the error of the measurement, and the step it was made
  /// with.
  record Measurement(RealMat derivative, double error, double step) {}

  /// {@return the place, or nothing where f is undefined}
  Optional<Base> at(Point point) {
    var trace = new Trace();
    try {
      Evaluator.Run run = f.run(point, trace);
      RealMat value = (RealMat) run.roots().getFirst();
      return value.isFinite()
          ? Optional.of(new Base(point, value, run.magnitude(), trace))
          : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  /// {@return the derivative along the direction, if some step gives a reliable one}
  Optional<Measurement> along(Base base, RealMat direction) {
    RealMat x = (RealMat) NodeValue.leaf(variable, base.point);
    return along(base, direction, STEP * Math.clamp(x.maxAbs(), 0.1, 1));
  }

  /// {@return another measurement, made from nearer by}
  Optional<Measurement> closer(Base base, RealMat direction, Measurement first) {
    return along(base, direction, first.step / CLOSER);
  }

  /// {@return the central difference of one step, without any extrapolation}
  Optional<RealMat> difference(Base base, RealMat direction, double step) {
    return moved(base, direction, step)
        .flatMap(ahead ->
            moved(base, direction, -step).map(behind -> ahead.minus(behind).scale(0.5 / step)));
  }

  private Optional<Measurement> along(Base base, RealMat direction, double firstStep) {
    double h = firstStep;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++, h /= CLOSER) {
      double step = h;
      Optional<Measurement> measured =
          Differences.of(t -> moved(base, direction, t), step)
              .map(e -> new Measurement(e.derivative(), 4 * e.error(), step))
              .map(m -> step == firstStep ? vanishing(m, base) : m);
      if (measured.isPresent() && isConclusive(measured.get())) {
        return measured;
      }
    }
    return Optional.empty();
  }

  /// A derivative below all rounding errors is zero: `tr(A) - tr(A')`. Only the longest step tells,
  /// shorter ones find more rounding errors; and only values of ordinary size.
  private static Measurement vanishing(Measurement m, Base base) {
    double rounding = base.magnitude > 1e6 ? 0 : 1e3 * EPS * base.magnitude / m.step;
    return m.derivative.maxAbs() <= rounding
        ? new Measurement(m.derivative.scale(0), Math.max(rounding, m.error), m.step)
        : m;
  }

  private static boolean isConclusive(Measurement m) {
    double derivative = m.derivative.maxAbs();
    return derivative == 0 || m.error <= CONCLUSIVE * derivative;
  }

  private Optional<RealMat> moved(Base base, RealMat direction, double t) {
    RealMat x = (RealMat) NodeValue.leaf(variable, base.point);
    Map<Expr, Mat> there = Map.of(variable, x.plus(direction.scale(t)));
    Trace trace = base.trace.follower();
    try {
      RealMat value = (RealMat) f.run(base.point.with(there), trace).roots().getFirst();
      return value.isFinite() && trace.samePiece(base.trace)
          ? Optional.of(value)
          : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }
}
