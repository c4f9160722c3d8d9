package org.frechet;

import java.util.List;
import org.frechet.numeric.MatrixFunctions;
import org.frechet.numeric.RealMat;

/// Operations on arrays that the language has and [RealMat] has not.
final class ReferenceArrays {
  private ReferenceArrays() {}

  static boolean isScalar(RealMat x) {
    return x.rows() == 1 && x.cols() == 1;
  }

  /// Entry by entry; a scalar meets every entry.
  static RealMat zip(RealMat x, RealMat y, java.util.function.DoubleBinaryOperator f) {
    if (isScalar(x)) {
      double s = x.get(0, 0);
      return y.map(t -> f.applyAsDouble(s, t));
    }
    if (isScalar(y)) {
      double t = y.get(0, 0);
      return x.map(s -> f.applyAsDouble(s, t));
    }
    return x.zip(y, f);
  }

  /// The whole part by products, the binary digits of the rest by repeated square roots.
  static RealMat power(RealMat x, double k) {
    RealMat factor = k < 0 ? (RealMat) x.inverse() : x;
    var power = (RealMat) x.eye(x.rows());
    for (int i = 1; i <= Math.abs(k); i++) {
      power = power.times(factor);
    }
    double rest = Math.abs(k) % 1;
    RealMat root = factor;
    while (rest > 0) {
      root = MatrixFunctions.sqrtm(root);
      rest *= 2;
      if (rest >= 1) {
        power = power.times(root);
        rest -= 1;
      }
    }
    return power;
  }

  /// {@return softmax of each row, or its logarithm}
  static RealMat softmax(RealMat x, boolean log) {
    return RealMat.generate(
        x.rows(),
        x.cols(),
        (i, j) -> {
          double sum = 0;
          for (int k = 0; k < x.cols(); k++) {
            sum += Math.exp(x.get(i, k) - x.get(i, j));
          }
          return log ? -Math.log(sum) : 1 / sum;
        });
  }

  /// {@return the matrix whose columns are these arrays, each as a vector}
  static RealMat ofColumns(List<RealMat> columns) {
    int rows = columns.getFirst().toArray().length;
    return RealMat.generate(rows, columns.size(), (i, j) -> columns.get(j).toArray()[i]);
  }

  /// {@return an array that differs by rounding errors} The factor for entries (i, j) and (j, i) is
  /// the same, which keeps every structure.
  static RealMat nudged(RealMat x) {
    return x.zip(
        RealMat.generate(x.rows(), x.cols(), (i, j) -> 1 + 1e-12 * Math.cos(1 + i + j)),
        (entry, factor) -> entry * factor);
  }
}
