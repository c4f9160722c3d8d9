package org.frechet.numeric;

import java.math.BigInteger;
import java.util.Arrays;

/// A matrix of dual numbers `a + b*eps`, `eps^2 = 0`, modulo the prime `p = 2^61 - 1`.
///
/// A rational function of `X + eps*D` has its derivative along `D` as `eps` part (Clifford 1873):
/// by the arithmetic of the ring alone, no rule for any matrix operation, and no rounding.
public final class DualModMat extends Mat {
  /// The modulus.
  public static final long PRIME = Mod61.P;

  private final long[] v;
  private final long[] e;

  private DualModMat(int rows, int cols) {
    super(rows, cols);
    v = new long[rows * cols];
    e = new long[rows * cols];
  }

  /// One part of an entry as a function of its place.
  @FunctionalInterface
  public interface Entry {
    /// {@return entry `(i, j)`, counted from zero; any integer, reduced modulo `p`}
    long at(int i, int j);
  }

  /// {@return the matrix with these rows, any integers, and zero `eps` part}
  public static DualModMat of(long[][] rows) {
    return generate(rows.length, Shapes.width(rows), (i, j) -> rows[i][j], (_, _) -> 0);
  }

  /// {@return the matrix `value + eps*tangent` with these rows}
  public static DualModMat of(long[][] value, long[][] tangent) {
    return of(value).along(of(tangent));
  }

  /// {@return the matrix of these entries, each part asked for by columns}
  public static DualModMat generate(int rows, int cols, Entry value, Entry eps) {
    DualModMat r = new DualModMat(rows, cols);
    for (int j = 0, k = 0; j < cols; j++) {
      for (int i = 0; i < rows; i++, k++) {
        r.v[k] = Mod61.of(value.at(i, j));
        r.e[k] = Mod61.of(eps.at(i, j));
      }
    }
    return r;
  }

  /// {@return the residue of entry `(i, j)` at `eps = 0`}
  public long value(int i, int j) {
    return v[i + j * rows];
  }

  /// {@return the coefficient of `eps` in entry `(i, j)`}
  public long eps(int i, int j) {
    return e[i + j * rows];
  }

  /// {@return the matrix whose value is the `eps` part of this one, and whose `eps` part is zero}
  public DualModMat tangent() {
    return generate(rows, cols, this::eps, (_, _) -> 0);
  }

  /// {@return `value(A) + eps*value(direction)`}
  public DualModMat along(DualModMat direction) {
    Shapes.same(DualModMat.class, this, direction);
    return generate(rows, cols, this::value, direction::value);
  }

  /// {@return whether shapes and values are equal, whatever the `eps` parts}
  public boolean equalValues(DualModMat b) {
    return rows == b.rows && cols == b.cols && Arrays.equals(v, b.v);
  }

  @Override
  public DualModMat plus(Mat other) {
    DualModMat b = Shapes.same(DualModMat.class, this, other);
    DualModMat r = new DualModMat(rows, cols);
    for (int k = 0; k < v.length; k++) {
      r.v[k] = Mod61.plus(v[k], b.v[k]);
      r.e[k] = Mod61.plus(e[k], b.e[k]);
    }
    return r;
  }

  @Override
  public DualModMat hadamard(Mat other) {
    DualModMat b = Shapes.same(DualModMat.class, this, other);
    DualModMat r = new DualModMat(rows, cols);
    for (int k = 0; k < v.length; k++) {
      r.v[k] = Mod61.times(v[k], b.v[k]);
      r.e[k] = Mod61.plus(Mod61.times(v[k], b.e[k]), Mod61.times(e[k], b.v[k]));
    }
    return r;
  }

  @Override
  public DualModMat times(Mat other) {
    DualModMat b = Shapes.alike(DualModMat.class, other);
    Shapes.requireInner(this, b);
    DualModMat r = new DualModMat(rows, b.cols);
    int[] support = new int[rows]; // of a column: Kronecker products are mostly zeros
    for (int l = 0; l < cols; l++) {
      int count = 0;
      for (int i = 0; i < rows; i++) {
        if (v[i + l * rows] != 0 || e[i + l * rows] != 0) {
          support[count++] = i;
        }
      }
      for (int j = 0; j < b.cols; j++) {
        long value = b.value(l, j);
        long eps = b.eps(l, j);
        for (int k = 0; k < count && (value != 0 || eps != 0); k++) {
          int at = support[k] + j * rows;
          int from = support[k] + l * rows;
          long cross = Mod61.plus(Mod61.times(v[from], eps), Mod61.times(e[from], value));
          r.v[at] = Mod61.plus(r.v[at], Mod61.times(v[from], value));
          r.e[at] = Mod61.plus(r.e[at], cross);
        }
      }
    }
    return r;
  }

  @Override
  public DualModMat scale(BigInteger num, BigInteger den) {
    return hadamard(constant(rows, cols, num, den));
  }

  /// {@inheritDoc} A negative power is a power of `1/(a + b*eps) = 1/a - b/a^2*eps`.
  @Override
  public DualModMat power(int k) {
    DualModMat base = k < 0 ? reciprocal() : this;
    DualModMat result = ones(rows, cols);
    for (long rest = Math.abs((long) k); rest > 0; rest >>= 1) {
      result = (rest & 1) == 1 ? result.hadamard(base) : result;
      base = rest > 1 ? base.hadamard(base) : base;
    }
    return result;
  }

  private DualModMat reciprocal() {
    DualModMat r = new DualModMat(rows, cols);
    for (int k = 0; k < v.length; k++) {
      r.v[k] = Mod61.inverse(v[k]);
      r.e[k] = Mod61.minus(0, Mod61.times(e[k], Mod61.times(r.v[k], r.v[k])));
    }
    return r;
  }

  @Override
  public DualModMat gather(int rows, int cols, IndexMap source) {
    DualModMat r = new DualModMat(rows, cols);
    for (int j = 0, at = 0; j < cols; j++) {
      for (int i = 0; i < rows; i++, at++) {
        int from = source.source(i, j);
        if (from != IndexMap.ZERO) {
          r.v[at] = v[from];
          r.e[at] = e[from];
        }
      }
    }
    return r;
  }

  @Override
  public DualModMat sum() {
    return ones(1, rows).times(this).times(ones(cols, 1));
  }

  @Override
  public DualModMat prod() {
    DualModMat r = ones(1, 1);
    for (int k = 0; k < v.length; k++) {
      r.e[0] = Mod61.plus(Mod61.times(r.v[0], e[k]), Mod61.times(r.e[0], v[k]));
      r.v[0] = Mod61.times(r.v[0], v[k]);
    }
    return r;
  }

  @Override
  public DualModMat constant(int rows, int cols, BigInteger num, BigInteger den) {
    DualModMat r = new DualModMat(rows, cols);
    Arrays.fill(r.v, Mod61.of(num, den));
    return r;
  }

  private DualModMat ones(int rows, int cols) {
    return constant(rows, cols, BigInteger.ONE, BigInteger.ONE);
  }

  @Override
  DualRows eliminable(boolean augmented) {
    return new DualRows(this, augmented);
  }

  @Override
  public String toString() {
    return Shapes.of(this)
        + " modulo 2^61-1, "
        + Arrays.toString(v)
        + " + eps*"
        + Arrays.toString(e);
  }
}
