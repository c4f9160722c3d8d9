package org.frechet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.SingularValues;

/// Measures remainders of a function f after a candidate L for its derivative.
final class Remainders {
  private static final double EPS = 0x1p-52;

  /// A remainder counts down to this many units of rounding.
  private static final double RELIABLE = 30;

  /// Steps up to this one must stay where f is smooth.
  private static final double NEAR = 1e-2;

  /// With more entries than this no worst direction is searched for.
  private static final int MOST_ENTRIES = 64;

  private final Expr variable;
  private final Expr increment;
  private final Evaluator function;
  private final Evaluator map;
  private final Slope slope;

  Remainders(Expr f, Expr variable, Expr map) {
    this.variable = variable;
    this.increment = Algebra.increment(variable);
    this.function = Evaluator.real(List.of(f));
    this.map = Evaluator.real(List.of(map));
    this.slope = new Slope(f, variable);
  }

  /// {@return the expressions that are evaluated, and the variable}
  List<Expr> nodes() {
    var nodes = new ArrayList<>(function.nodes());
    nodes.addAll(map.nodes());
    nodes.add(variable);
    return nodes;
  }

  /// {@return the value of L at an increment} @throws ArithmeticException where there is none
  RealMat map(Point point, RealMat step) {
    return (RealMat) map.at(point.with(Map.of(increment, step))).getFirst();
  }

  /// {@return the remainders after these steps}; without the long steps after which f is undefined
  /// or beyond a kink, and nothing where a short one is such
  Optional<List<Ray.Step>> steps(Point point, RealMat direction, double[] lengths) {
    var trace = new Trace();
    Evaluator.Run here = function.run(point, trace);
    var value = (RealMat) here.roots().getFirst();
    var x = (RealMat) NodeValue.leaf(variable, point);
    var steps = new ArrayList<Ray.Step>();
    for (double t : lengths) {
      RealMat step = direction.scale(t);
      Trace follower = trace.follower();
      Evaluator.Run there = run(point.with(Map.of(variable, x.plus(step))), follower);
      Evaluator.Run change = map.run(point.with(Map.of(increment, step)), new Trace());
      double remainder = first(there).minus(value).minus(first(change)).normF();
      if (Double.isFinite(remainder) && follower.samePiece(trace)) {
        double magnitude = Math.max(here.magnitude(), there.magnitude());
        magnitude = Math.max(magnitude, t * change.magnitude());
        steps.add(new Ray.Step(t, remainder, RELIABLE * EPS * magnitude));
      } else if (t <= NEAR) {
        return Optional.empty();
      }
    }
    return Optional.of(steps);
  }

  private static RealMat first(Evaluator.Run run) {
    return (RealMat) run.roots().getFirst();
  }

  /// {@return a run, its root NaN where there is no value}
  private Evaluator.Run run(Point point, Trace trace) {
    try {
      return function.run(point, trace);
    } catch (ArithmeticException _) {
      return new Evaluator.Run(List.of(undefined(point)), 0);
    }
  }

  private Mat undefined(Point point) {
    Expr f = function.nodes().getLast();
    return RealMat.generate(
        point.size(f.shape().rows()), point.size(f.shape().cols()), (_, _) -> Double.NaN);
  }

  /// {@return the remainders along a direction; nothing where they cannot be measured}
  Optional<Ray> along(
      Point point, RealMat direction, double[] lengths, boolean linear, boolean worst) {
    Optional<List<Ray.Step>> steps = steps(point, direction, lengths);
    if (steps.isEmpty() || !linear) {
      return steps.map(s -> new Ray(direction, worst, s, Optional.empty(), 0, 0));
    }
    RealMat change = map(point, direction);
    Optional<Slope.Measurement> measured =
        slope.at(point).flatMap(base -> slope.along(base, direction));
    double entries = change.rows() * change.cols();
    return Optional.of(
        new Ray(
            direction,
            worst,
            steps.get(),
            measured.map(m -> m.derivative().minus(change).normF()),
            measured.map(m -> m.error() * Math.sqrt(entries)).orElse(0.0),
            Math.max(change.normF(), measured.map(m -> m.derivative().normF()).orElse(0.0))));
  }

  /// {@return the direction of norm one along which the linear L is off most}: the first right
  /// singular vector of the matrix of what it is off by, on the tangent space of the variable
  Optional<RealMat> worst(Point point) {
    var x = (RealMat) NodeValue.leaf(variable, point);
    int entries = x.rows() * x.cols();
    Optional<Slope.Base> base = slope.at(point);
    if (base.isEmpty() || entries > MOST_ENTRIES) {
      return Optional.empty();
    }
    var columns = new ArrayList<RealMat>();
    for (int k = 0; k < entries; k++) {
      RealMat unit = tangent(x, unit(x, k));
      double norm = unit.normF();
      if (norm == 0) {
        columns.add(vec(base.get().value().scale(0)));
        continue;
      }
      RealMat direction = unit.scale(1 / norm);
      Optional<Slope.Measurement> measured = slope.along(base.get(), direction);
      if (measured.isEmpty()) {
        return Optional.empty();
      }
      columns.add(vec(measured.get().derivative().minus(map(point, direction)).scale(norm)));
    }
    RealMat first = direction(columns);
    RealMat along = tangent(x, first.gather(x.rows(), x.cols(), (i, j) -> i + j * x.rows()));
    double norm = along.normF();
    return norm > 0 && along.isFinite() ? Optional.of(along.scale(1 / norm)) : Optional.empty();
  }

  private RealMat tangent(RealMat x, RealMat direction) {
    return (RealMat)
        Structured.tangent(x, direction, Set.copyOf(((Node.Var) variable.node()).traits()));
  }

  private static RealMat unit(RealMat x, int k) {
    return RealMat.generate(x.rows(), x.cols(), (i, j) -> i + j * x.rows() == k ? 1 : 0);
  }

  private static RealMat vec(RealMat a) {
    return a.gather(a.rows() * a.cols(), 1, (i, _) -> i);
  }

  /// {@return the first right singular vector of the matrix with these columns}
  private static RealMat direction(List<RealMat> columns) {
    int m = columns.getFirst().rows();
    int n = columns.size();
    // Rows of zeros change no right singular vector, and there must be as many rows as columns.
    RealMat matrix =
        RealMat.generate(Math.max(m, n), n, (i, j) -> i < m ? columns.get(j).get(i, 0) : 0);
    RealMat v = SingularValues.of(matrix).v();
    return v.gather(n, 1, (i, _) -> i);
  }
}
