package org.frechet;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.frechet.check.Evaluator;
import org.frechet.check.Point;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// What every view of a derivative says of the change of the function along a direction: the first
/// derivative along it, or the second along it twice.
final class RandomViews {
  private final Derivative derivative;
  private final Point point;
  private final RealMat direction;
  private final RealMat function;
  private final boolean transposed;

  /// `function` is any array of the shape of the function.
  RandomViews(Derivative derivative, Point point, RealMat direction, RealMat function) {
    this.derivative = derivative;
    this.direction = direction;
    this.function = function;
    Expr dx = Algebra.increment(derivative.variable());
    this.point = point.with(Map.of(dx, direction));
    transposed = derivative.wrt().endsWith("'");
  }

  /// {@return the same at a point so near that only rounding errors tell the difference}
  RandomViews nudged() {
    Map<Expr, Mat> leaves = new HashMap<>();
    point.leaves().forEach((x, value) -> leaves.put(x, ReferenceArrays.nudged((RealMat) value)));
    return new RandomViews(derivative, point.with(leaves), direction, function);
  }

  Map<String, RealMat> all() {
    var all = new LinkedHashMap<String, RealMat>();
    all.put("map", map());
    if (derivative.isClosed()) {
      all.put("value", value());
    }
    return all;
  }

  private RealMat along() {
    return vec(transposed ? (RealMat) direction.transpose() : direction);
  }

  private RealMat map() {
    RealMat map = evaluate(derivative.map());
    return derivative.order() == 1 ? map : second(vec(map));
  }

  private RealMat value() {
    RealMat value = evaluate(derivative.value());
    boolean numerator = derivative.layout().equals("numerator");
    if (ReferenceArrays.isScalar(direction)) {
      double t = direction.get(0, 0);
      return value.scale(derivative.order() == 1 ? t : t * t);
    }
    if (ReferenceArrays.isScalar(function) && derivative.order() == 1) {
      RealMat gradient = numerator ? (RealMat) value.transpose() : value;
      return gradient.hadamard(transposed ? direction.transpose() : direction).sum();
    }
    RealMat matrix =
        numerator || ReferenceArrays.isScalar(function) ? value : (RealMat) value.transpose();
    RealMat change = matrix.times(along());
    return derivative.order() == 1 ? shaped(change) : second(change);
  }

  /// {@return the change along the direction of a first derivative that changes by this much}
  private RealMat second(RealMat change) {
    if (ReferenceArrays.isScalar(direction)) {
      return shaped(change.scale(direction.get(0, 0)));
    }
    int outputs = function.rows() * function.cols();
    RealMat rows = RealMat.of(outputs, along().rows(), change.toArray());
    return shaped(rows.times(along()));
  }

  private RealMat shaped(RealMat vec) {
    return RealMat.of(function.rows(), function.cols(), vec.toArray());
  }

  private RealMat evaluate(Expr e) {
    try {
      return (RealMat) Evaluator.evaluate(e, point);
    } catch (ArithmeticException _) {
      return RealMat.generate(
          e.shape().isScalar() ? 1 : (int) rows(e), (int) cols(e), (_, _) -> Double.NaN);
    }
  }

  private long rows(Expr e) {
    return e.shape().rows().at(point.sizes());
  }

  private long cols(Expr e) {
    return e.shape().cols().at(point.sizes());
  }

  private static RealMat vec(Mat a) {
    return (RealMat) a.gather(a.rows() * a.cols(), 1, (i, _) -> i);
  }
}
