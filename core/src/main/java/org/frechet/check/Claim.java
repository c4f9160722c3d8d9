package org.frechet.check;

import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.shape.Shape;

/// One view of the derivative of f by X, and what it says of a direction: the first-order change of
/// f when X moves along D.
public interface Claim {
  /// {@return what kind of view this is, for messages: `gradient`}
  String name();

  /// {@return the claimed expression; increments in it stand for the direction}
  Expr expr();

  /// {@return the shape that the expression must have}
  Shape shape(Shape f, Shape x);

  /// {@return the change of f along the direction, of the shape of `f`, given the value of the
  /// expression}
  Mat directional(Mat value, Mat direction, Mat f);

  /// {@return the Fréchet map: an expression linear in the increment of X}
  static Claim map(Expr map) {
    return new View("map", map, (f, _) -> f, (value, _, _) -> value);
  }

  /// {@return the gradient of a scalar f, of the shape of X: ⟨G, D⟩}
  static Claim gradient(Expr gradient) {
    return new View(
        "gradient",
        gradient,
        (_, x) -> x,
        (value, direction, _) -> value.hadamard(direction).sum());
  }

  /// {@return the matrix M with vec(df) = M*vec(dX), rows are outputs}
  static Claim jacobian(Expr matrix) {
    return new View(
        "Jacobian",
        matrix,
        (f, x) -> new Shape(f.count(), x.count()),
        (value, direction, f) ->
            value.times(vec(direction)).gather(f.rows(), f.cols(), (i, j) -> i + j * f.rows()));
  }

  /// {@return the derivative by a scalar X, of the shape of f}
  static Claim tangent(Expr tangent) {
    return new View("tangent", tangent, (f, _) -> f, (value, step, _) -> value.scale(step));
  }

  /// {@return the same claim, written as the transpose: the other layout}
  default Claim transposed() {
    return new View(
        name() + " (transposed)",
        expr(),
        (f, x) -> shape(f, x).transposed(),
        (value, direction, f) -> directional(value.transpose(), direction, f));
  }

  private static Mat vec(Mat a) {
    return a.gather(a.rows() * a.cols(), 1, (i, _) -> i);
  }
}
