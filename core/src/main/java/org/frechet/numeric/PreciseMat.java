package org.frechet.numeric;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/// A matrix of numbers of about 31 digits, for what doubles leave in doubt.
public final class PreciseMat extends Mat {
  private final DoubleDouble[] a;

  private PreciseMat(int rows, int cols, DoubleDouble[] a) {
    super(rows, cols);
    this.a = a;
  }

  /// {@return these very doubles}
  public static PreciseMat of(RealMat x) {
    var entries =
        Arrays.stream(x.toArray()).mapToObj(DoubleDouble::of).toArray(DoubleDouble[]::new);
    return new PreciseMat(x.rows, x.cols, entries);
  }

  public static PreciseMat scalar(DoubleDouble x) {
    return new PreciseMat(1, 1, new DoubleDouble[] {x});
  }

  /// One entry as a function of its place.
  interface Entry {
    DoubleDouble at(int i, int j);
  }

  static PreciseMat generate(int rows, int cols, Entry entry) {
    var entries = new DoubleDouble[rows * cols];
    for (int j = 0, k = 0; j < cols; j++) {
      for (int i = 0; i < rows; i++, k++) {
        entries[k] = entry.at(i, j);
      }
    }
    return new PreciseMat(rows, cols, entries);
  }

  /// {@return entry `(i, j)`, counted from zero}
  public DoubleDouble get(int i, int j) {
    return a[i + j * rows];
  }

  /// {@return `f` of every entry}
  public PreciseMat map(UnaryOperator<DoubleDouble> f) {
    return new PreciseMat(rows, cols, Arrays.stream(a).map(f).toArray(DoubleDouble[]::new));
  }

  /// {@return `f` of each pair of entries, shapes equal}
  public PreciseMat zip(PreciseMat b, BinaryOperator<DoubleDouble> f) {
    Shapes.same(PreciseMat.class, this, b);
    return generate(rows, cols, (i, j) -> f.apply(get(i, j), b.get(i, j)));
  }

  /// {@return all entries joined by `f`, 1x1}
  public PreciseMat reduce(BinaryOperator<DoubleDouble> f) {
    return scalar(Arrays.stream(a).reduce(f).orElse(DoubleDouble.ZERO));
  }

  @Override
  public PreciseMat plus(Mat b) {
    return zip(Shapes.alike(PreciseMat.class, b), DoubleDouble::plus);
  }

  @Override
  public PreciseMat minus(Mat b) {
    return zip(Shapes.alike(PreciseMat.class, b), DoubleDouble::minus);
  }

  @Override
  public PreciseMat hadamard(Mat b) {
    return zip(Shapes.alike(PreciseMat.class, b), DoubleDouble::times);
  }

  @Override
  public PreciseMat times(Mat other) {
    PreciseMat b = Shapes.alike(PreciseMat.class, other);
    Shapes.requireInner(this, b);
    return generate(
        rows,
        b.cols,
        (i, j) -> {
          DoubleDouble sum = DoubleDouble.ZERO;
          for (int l = 0; l < cols; l++) {
            sum = sum.plus(get(i, l).times(b.get(l, j)));
          }
          return sum;
        });
  }

  @Override
  public PreciseMat scale(BigInteger num, BigInteger den) {
    DoubleDouble factor = DoubleDouble.of(num, den);
    return map(factor::times);
  }

  @Override
  public PreciseMat power(int k) {
    return map(x -> x.power(k));
  }

  @Override
  public PreciseMat gather(int rows, int cols, IndexMap source) {
    return generate(
        rows,
        cols,
        (i, j) -> {
          int k = source.source(i, j);
          return k == IndexMap.ZERO ? DoubleDouble.ZERO : a[k];
        });
  }

  @Override
  public PreciseMat sum() {
    return reduce(DoubleDouble::plus);
  }

  @Override
  public PreciseMat prod() {
    return a.length == 0 ? scalar(DoubleDouble.ONE) : reduce(DoubleDouble::times);
  }

  @Override
  public PreciseMat constant(int rows, int cols, BigInteger num, BigInteger den) {
    DoubleDouble value = DoubleDouble.of(num, den);
    return generate(rows, cols, (_, _) -> value);
  }

  @Override
  PreciseRows eliminable(boolean augmented) {
    return new PreciseRows(this, augmented);
  }

  /// {@return the entries to the nearest double}
  public RealMat rounded() {
    return RealMat.generate(rows, cols, (i, j) -> get(i, j).hi());
  }

  /// {@return the largest absolute value of an entry, infinite where digits were lost to underflow}
  public double magnitude() {
    double largest = 0;
    for (DoubleDouble x : a) {
      double size = Math.abs(x.hi());
      largest = Math.max(largest, size > 0 && size < 1e-250 ? 1 / 0.0 : size);
    }
    return largest;
  }

  /// {@return the Frobenius norm, 1x1}
  public PreciseMat normF() {
    return hadamard(this).sum().map(DoubleDouble::sqrt);
  }

  /// {@return `log(sum(exp(x)))`, 1x1} The largest entry goes out first: no exponential overflows.
  public PreciseMat logSumExp() {
    PreciseMat largest = reduce(DoubleDouble::max);
    PreciseMat below = minus(largest.gather(rows, cols, (_, _) -> 0));
    return below.map(DoubleDoubles::exp).sum().map(DoubleDoubles::log).plus(largest);
  }

  @Override
  public String toString() {
    return Shapes.of(this) + ", by columns " + Arrays.toString(a);
  }
}
