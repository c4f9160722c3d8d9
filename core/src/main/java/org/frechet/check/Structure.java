package org.frechet.check;

import java.math.BigInteger;
import java.util.Set;
import org.frechet.numeric.IndexMap;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Undefined;
import org.frechet.shape.Trait;

/// Gives an arbitrary matrix declared traits, and a direction those of the tangent space: in ring
/// operations alone, so that reals and residues are treated alike.
final class Structure {
  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger TWO = BigInteger.TWO;

  private Structure() {}

  /// {@return a matrix with these traits, made of `a`}
  static Mat of(Mat a, Set<Trait> traits) {
    Mat x = a;
    if (traits.contains(Trait.NONNEGATIVE) && x instanceof RealMat real) {
      x = real.map(entry -> Math.abs(entry) + 0.05); // inside the domain, off its edge
    }
    if (traits.contains(Trait.ORTHOGONAL)) {
      return orthogonal(x, traits);
    }
    x = linear(x, traits);
    if (traits.contains(Trait.PSD)) {
      x = definite(x);
    }
    if (traits.contains(Trait.STOCHASTIC)) {
      x = stochastic(x);
    }
    return traits.contains(Trait.UNIT) ? unit(x) : x;
  }

  /// {@return a tangent direction at `x`, made of `d`} Other traits than these are open conditions,
  /// or ones that no law of differentiation uses.
  static Mat tangent(Mat x, Mat d, Set<Trait> traits) {
    if (!traits.contains(Trait.ORTHOGONAL)) {
      return linear(d, traits);
    }
    Mat skew = d.minus(d.transpose());
    Mat along = x.times(skew);
    return traits.contains(Trait.SYMMETRIC) ? along.minus(skew.times(x)) : along;
  }

  /// The traits that are linear subspaces.
  private static Mat linear(Mat a, Set<Trait> traits) {
    Mat x = a;
    if (traits.contains(Trait.SYMMETRIC)) {
      x = x.plus(x.transpose()).scale(ONE, TWO);
    }
    if (traits.contains(Trait.SKEW)) {
      x = x.minus(x.transpose());
    }
    if (traits.contains(Trait.LOWER)) {
      x = keep(x, (i, j) -> i >= j);
    }
    return traits.contains(Trait.UPPER) ? keep(x, (i, j) -> i <= j) : x;
  }

  private interface Region {
    boolean has(int i, int j);
  }

  private static Mat keep(Mat x, Region region) {
    return x.gather(
        x.rows(), x.cols(), (i, j) -> region.has(i, j) ? i + j * x.rows() : IndexMap.ZERO);
  }

  /// `a*a'/n + I/2`, which is diagonal when `a` is.
  private static Mat definite(Mat a) {
    int n = a.rows();
    return a.times(a.transpose()).scale(ONE, BigInteger.valueOf(n)).plus(a.eye(n).scale(ONE, TWO));
  }

  /// Rows that sum to one; a vector that sums to one.
  private static Mat stochastic(Mat a) {
    if (a.cols() == 1) {
      return a.scale(a.sum().power(-1));
    }
    Mat sums = a.times(a.constant(a.cols(), 1, ONE, ONE)).power(-1);
    return a.hadamard(sums.times(a.constant(1, a.cols(), ONE, ONE)));
  }

  /// Divided by the norm; a residue has none, so there the first column of a reflection.
  private static Mat unit(Mat a) {
    if (a instanceof RealMat real) {
      return real.scale(1 / real.normF());
    }
    int count = a.rows() * a.cols();
    Mat column = reflection(a.gather(count, 1, (i, _) -> i));
    return column.gather(a.rows(), a.cols(), (i, j) -> i + j * a.rows());
  }

  /// The reflection `I - 2*v*v'/(v'*v)` (Householder 1958).
  private static Mat reflection(Mat v) {
    Mat length = v.transpose().times(v).power(-1);
    Mat projection = v.times(v.transpose()).scale(length);
    return v.eye(v.rows()).minus(projection.plus(projection));
  }

  /// The transform `(I - K)*inv(I + K)` of a skew matrix (Cayley 1846), times a reflection in one
  /// coordinate: both components of the group, whichever the first entry says.
  private static Mat orthogonal(Mat a, Set<Trait> traits) {
    if (traits.contains(Trait.SKEW)
        || traits.contains(Trait.LOWER)
        || traits.contains(Trait.UPPER)) {
      throw new Undefined("no sample is known that is orthogonal and triangular or skew");
    }
    if (traits.contains(Trait.SYMMETRIC)) {
      return reflection(a.gather(a.rows(), 1, (i, _) -> i));
    }
    Mat eye = a.eye(a.rows());
    Mat skew = a.minus(a.transpose());
    Mat rotation = eye.minus(skew).times(eye.plus(skew).inverse());
    boolean flips = a instanceof RealMat real && real.get(0, 0) < 0;
    Mat first = keep(eye, (i, j) -> i == 0 && j == 0);
    return flips ? rotation.times(eye.minus(first).minus(first)) : rotation;
  }
}
