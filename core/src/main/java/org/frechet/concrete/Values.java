package org.frechet.concrete;

import org.frechet.numeric.RealMat;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// The value of one name. `dimensions` says how it was given: 0 for a number, 1 for a plain list,
/// which is a column (or a row, for a name declared as one), 2 for a matrix.
public record Values(RealMat matrix, int dimensions) {
  /// More entries are refused where data are read.
  public static final int MOST_ENTRIES = 1 << 22;

  /// {@return a number}
  public static Values scalar(double x) {
    return new Values(RealMat.scalar(x), 0);
  }

  /// {@return a vector}
  public static Values vector(double... entries) {
    return new Values(RealMat.of(entries.length, 1, entries), 1);
  }

  /// {@return a matrix, given by its rows}
  public static Values matrix(double[][] rows) {
    return new Values(RealMat.of(rows), 2);
  }

  /// {@return the shape, in numbers}
  public Shape shape() {
    return new Shape(Dim.of(matrix.rows()), Dim.of(matrix.cols()));
  }

  /// {@return a list as the row that it was declared to be; anything else as it is}
  Values turnedFor(Shape declared) {
    boolean row = dimensions == 1 && declared.isRow();
    return row ? new Values((RealMat) matrix.transpose(), 2) : this;
  }

  /// {@return `a scalar`, `a vector of 3` or `a 2×3 matrix`, for messages}
  String title() {
    return switch (dimensions) {
      case 0 -> "a number";
      case 1 -> "a list of " + matrix.rows();
      default -> "a %d×%d matrix".formatted(matrix.rows(), matrix.cols());
    };
  }
}
