package org.frechet.check;

import java.util.function.BinaryOperator;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.shape.Shape;

/// A claim made of its parts.
record View(String name, Expr expr, BinaryOperator<Shape> needed, Reading reading)
    implements Claim {
  /// How a value is read as the change along a direction.
  interface Reading {
    Mat directional(Mat value, Mat direction, Mat f);
  }

  @Override
  public Shape shape(Shape f, Shape x) {
    return needed.apply(f, x);
  }

  @Override
  public Mat directional(Mat value, Mat direction, Mat f) {
    return reading.directional(value, direction, f);
  }
}
