package org.frechet.check;

import java.util.HashMap;
import java.util.Map;
import org.frechet.expr.Expr;
import org.frechet.numeric.DoubleDouble;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Dim;

/// Values of leaves (variables and increments) and of sizes. `one` is the 1x1 matrix one of the
/// ring, real or modular, that all values belong to.
public record Point(Mat one, Map<Expr, Mat> leaves, Map<String, Integer> sizes) {
  public Point {
    leaves = Map.copyOf(leaves);
    sizes = Map.copyOf(sizes);
  }

  /// {@return a point over the reals}
  public static Point real(Map<Expr, Mat> leaves, Map<String, Integer> sizes) {
    return new Point(RealMat.scalar(1), leaves, sizes);
  }

  /// {@return a point over the dual numbers modulo the prime}
  public static Point exact(Map<Expr, Mat> leaves, Map<String, Integer> sizes) {
    return new Point(DualModMat.of(new long[][] {{1}}), leaves, sizes);
  }

  /// {@return a point over the reals, of about 31 digits}
  static Point precise(Map<Expr, Mat> leaves, Map<String, Integer> sizes) {
    return new Point(PreciseMat.scalar(DoubleDouble.ONE), leaves, sizes);
  }

  /// {@return the value of a leaf} @throws IllegalArgumentException when it has none
  public Mat value(Expr leaf) {
    Mat value = leaves.get(leaf);
    if (value == null) {
      throw new IllegalArgumentException("no value for " + leaf);
    }
    return value;
  }

  /// {@return this point with other values of some leaves}
  public Point with(Map<Expr, ? extends Mat> changed) {
    var all = new HashMap<Expr, Mat>(leaves);
    all.putAll(changed);
    return new Point(one, all, sizes);
  }

  /// {@return the number that this size is here} @throws IllegalArgumentException for a size
  /// without a number
  public int size(Dim dim) {
    Integer named = dim.isName() ? sizes.get(dim.name()) : null;
    return named != null ? named : Math.toIntExact(dim.at(sizes));
  }
}
