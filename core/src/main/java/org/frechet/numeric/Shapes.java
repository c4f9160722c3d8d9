package org.frechet.numeric;

import java.lang.reflect.Array;

/// What operands must satisfy, checked before any arithmetic.
final class Shapes {
  private Shapes() {}

  static String of(Mat a) {
    return a.rows + "x" + a.cols;
  }

  static void requireSquare(Mat a, String what) {
    if (a.rows != a.cols) {
      throw new IllegalArgumentException(what + " of a matrix that is not square: " + of(a));
    }
  }

  static void requireInner(Mat a, Mat b) {
    if (a.cols != b.rows) {
      throw new IllegalArgumentException("no product of " + of(a) + " and " + of(b));
    }
  }

  /// {@return `b`, when it has the kind of `a`}
  static <M extends Mat> M alike(Class<M> kind, Mat b) {
    if (!kind.isInstance(b)) {
      throw new IllegalArgumentException(
          "kinds differ: " + kind.getSimpleName() + " and " + b.getClass().getSimpleName());
    }
    return kind.cast(b);
  }

  /// {@return `b`, when it has the kind and the shape of `a`}
  static <M extends Mat> M same(Class<M> kind, M a, Mat b) {
    if (a.rows != b.rows || a.cols != b.cols) {
      throw new IllegalArgumentException("shapes differ: " + of(a) + " and " + of(b));
    }
    return alike(kind, b);
  }

  /// {@return the number of columns of this array of rows}
  static int width(Object[] rows) {
    int width = rows.length == 0 ? 0 : Array.getLength(rows[0]);
    for (Object row : rows) {
      if (Array.getLength(row) != width) {
        throw new IllegalArgumentException(
            "rows of " + width + " and " + Array.getLength(row) + " entries");
      }
    }
    return width;
  }
}
