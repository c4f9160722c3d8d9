package org.frechet.numeric;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// A matrix of doubles.
public final class RealMat extends Mat {
  private final double[] a;

  private RealMat(int rows, int cols) {
    super(rows, cols);
    a = new double[rows * cols];
  }

  /// One entry as a function of its place.
  @FunctionalInterface
  public interface Entry {
    /// {@return entry `(i, j)`, counted from zero}
    double at(int i, int j);
  }

  /// {@return the matrix with these rows}
  public static RealMat of(double[][] rows) {
    return generate(rows.length, Shapes.width(rows), (i, j) -> rows[i][j]);
  }

  /// {@return the matrix with these entries, by columns}
  public static RealMat of(int rows, int cols, double... columnMajor) {
    if (columnMajor.length != rows * cols) {
      String given = columnMajor.length + " entries for " + rows + "x" + cols;
      throw new IllegalArgumentException(given);
    }
    return generate(rows, cols, (i, j) -> columnMajor[i + j * rows]);
  }

  /// {@return the matrix with entries `entry.at(i, j)`, asked for by columns}
  public static RealMat generate(int rows, int cols, Entry entry) {
    RealMat r = new RealMat(rows, cols);
    for (int j = 0, k = 0; j < cols; j++) {
      for (int i = 0; i < rows; i++, k++) {
        r.a[k] = entry.at(i, j);
      }
    }
    return r;
  }

  /// {@return a 1x1 matrix}
  public static RealMat scalar(double x) {
    return of(1, 1, x);
  }

  /// {@return entry `(i, j)`, counted from zero}
  public double get(int i, int j) {
    return a[i + j * rows];
  }

  /// {@return the entries by columns, a copy}
  public double[] toArray() {
    return a.clone();
  }

  /// {@return `f` of every entry}
  public RealMat map(DoubleUnaryOperator f) {
    RealMat r = new RealMat(rows, cols);
    for (int k = 0; k < a.length; k++) {
      r.a[k] = f.applyAsDouble(a[k]);
    }
    return r;
  }

  /// {@return `f` of each pair of entries, shapes equal}
  public RealMat zip(RealMat b, DoubleBinaryOperator f) {
    Shapes.same(RealMat.class, this, b);
    RealMat r = new RealMat(rows, cols);
    for (int k = 0; k < a.length; k++) {
      r.a[k] = f.applyAsDouble(a[k], b.a[k]);
    }
    return r;
  }

  @Override
  public RealMat plus(Mat b) {
    return zip(Shapes.alike(RealMat.class, b), (x, y) -> x + y);
  }

  @Override
  public RealMat minus(Mat b) {
    return zip(Shapes.alike(RealMat.class, b), (x, y) -> x - y);
  }

  @Override
  public RealMat hadamard(Mat b) {
    return zip(Shapes.alike(RealMat.class, b), (x, y) -> x * y);
  }

  @Override
  public RealMat times(Mat other) {
    RealMat b = Shapes.alike(RealMat.class, other);
    Shapes.requireInner(this, b);
    RealMat r = new RealMat(rows, b.cols);
    // Kronecker products with identities are mostly zeros, which add nothing to finite sums.
    boolean sparse = isFinite() && b.isFinite();
    int[] support = new int[rows];
    for (int l = 0; l < cols; l++) {
      int count = 0;
      for (int i = 0; i < rows; i++) {
        if (a[i + l * rows] != 0 || !sparse) {
          support[count++] = i;
        }
      }
      for (int j = 0; j < b.cols; j++) {
        double factor = b.a[l + j * cols];
        for (int k = 0; k < count && (factor != 0 || !sparse); k++) {
          r.a[support[k] + j * rows] += a[support[k] + l * rows] * factor;
        }
      }
    }
    return r;
  }

  /// {@return `s * A`}
  public RealMat scale(double s) {
    return map(x -> s * x);
  }

  @Override
  public RealMat scale(BigInteger num, BigInteger den) {
    return scale(quotient(num, den));
  }

  @Override
  public RealMat power(int k) {
    return map(x -> Math.pow(x, k));
  }

  @Override
  public RealMat gather(int rows, int cols, IndexMap source) {
    return generate(
        rows,
        cols,
        (i, j) -> {
          int k = source.source(i, j);
          return k == IndexMap.ZERO ? 0 : a[k];
        });
  }

  @Override
  public RealMat sum() {
    return scalar(Arrays.stream(a).reduce(0, (x, y) -> x + y));
  }

  @Override
  public RealMat prod() {
    return scalar(Arrays.stream(a).reduce(1, (x, y) -> x * y));
  }

  @Override
  public RealMat constant(int rows, int cols, BigInteger num, BigInteger den) {
    double value = quotient(num, den);
    return generate(rows, cols, (_, _) -> value);
  }

  @Override
  RealRows eliminable(boolean augmented) {
    return new RealRows(this, augmented);
  }

  /// {@return the Frobenius norm}
  public double normF() {
    double norm = 0;
    for (double x : a) {
      norm = Math.hypot(norm, x);
    }
    return norm;
  }

  /// {@return the largest absolute value of an entry, NaN if one is NaN, 0 for no entries}
  public double maxAbs() {
    return Arrays.stream(a).reduce(0, (x, y) -> Math.max(x, Math.abs(y)));
  }

  /// {@return the largest absolute value of an entry, infinite where digits were lost to underflow}
  public double magnitude() {
    double largest = 0;
    for (double x : a) {
      double size = Math.abs(x);
      largest = Math.max(largest, size > 0 && size < Double.MIN_NORMAL ? 1 / 0.0 : size);
    }
    return largest;
  }

  /// {@return whether no entry is infinite or NaN}
  public boolean isFinite() {
    return maxAbs() <= Double.MAX_VALUE;
  }

  @Override
  public String toString() {
    return Shapes.of(this) + ", by columns " + Arrays.toString(a);
  }

  private static double quotient(BigInteger num, BigInteger den) {
    if (den.signum() == 0) {
      throw new Undefined("division by zero: " + num + "/0");
    }
    // Two exact doubles divide to the nearest double; longer integers would round twice, or
    // overflow.
    if (num.bitLength() <= 53 && den.bitLength() <= 53) {
      return num.doubleValue() / den.doubleValue();
    }
    return new BigDecimal(num).divide(new BigDecimal(den), MathContext.DECIMAL128).doubleValue();
  }
}
