package org.frechet.check;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.Set;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.IndexMap;
import org.frechet.numeric.Mat;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Undefined;
import org.frechet.shape.Trait;

/// Gives an arbitrary matrix declared traits, and a direction those of the tangent space: in ring
/// operations alone, so that reals and residues are treated alike.
final class Structured {
  private static final BigInteger ONE = BigInteger.ONE;
  private static final BigInteger TWO = BigInteger.TWO;

  private static final Set<Trait> SUBSPACES =
      EnumSet.of(Trait.SYMMETRIC, Trait.SKEW, Trait.LOWER, Trait.UPPER, Trait.TOEPLITZ);

  private static final double EDGE = 0.05;

  private Structured() {}

  /// {@return a matrix with these traits, made of `a`}
  ///
  /// @throws Undefined if no way to make one is known
  static Mat of(Mat a, Set<Trait> traits) {
    requireKnown(a, traits);
    Mat x = a;
    if (traits.contains(Trait.NONNEGATIVE)) {
      x = positive(x);
    }
    if (traits.contains(Trait.ORTHONORMAL)) {
      return orthonormal(x, traits);
    }
    x = linear(x, traits);
    if (traits.contains(Trait.PSD)) {
      x = traits.contains(Trait.TOEPLITZ) ? dominant(x) : definite(x);
    }
    if (traits.contains(Trait.STOCHASTIC)) {
      x = stochastic(x);
    }
    return traits.contains(Trait.UNIT) ? unit(x) : x;
  }

  /// Inside the domain, off its edge; residues have no sign.
  private static Mat positive(Mat a) {
    return switch (a) {
      case RealMat real -> real.map(entry -> Math.abs(entry) + EDGE);
      case PreciseMat precise -> precise.map(entry -> entry.abs().plus(EDGE));
      case DualModMat residues -> residues;
    };
  }

  /// Sets that are not linear spaces hardly go together with anything else.
  private static void requireKnown(Mat a, Set<Trait> traits) {
    var linear = EnumSet.copyOf(SUBSPACES);
    linear.retainAll(traits);
    boolean reflection = linear.equals(EnumSet.of(Trait.SYMMETRIC)) && !traits.contains(Trait.PSD);
    boolean known =
        switch (curved(traits)) {
          case 0 -> true;
          case 1 ->
              traits.contains(Trait.UNIT)
                  ? !(a instanceof DualModMat) || linear.isEmpty()
                  : traits.contains(Trait.STOCHASTIC)
                      ? linear.isEmpty()
                      : (linear.isEmpty() || reflection) && !traits.contains(Trait.NONNEGATIVE);
          default -> false;
        };
    if (!known) {
      throw new Undefined("no sample is known that has all of these traits");
    }
  }

  private static int curved(Set<Trait> traits) {
    var curved = EnumSet.of(Trait.ORTHONORMAL, Trait.UNIT, Trait.STOCHASTIC);
    curved.retainAll(traits);
    return curved.size();
  }

  /// {@return a tangent direction at `x`, made of `d`} Other traits than these are open conditions.
  static Mat tangent(Mat x, Mat d, Set<Trait> traits) {
    if (traits.contains(Trait.ORTHONORMAL)) {
      return rotated(x, d, traits);
    }
    Mat along = linear(d, traits);
    if (traits.contains(Trait.STOCHASTIC)) {
      along = along.minus(means(along));
    }
    return traits.contains(Trait.UNIT) ? along.minus(x.scale(x.hadamard(along).sum())) : along;
  }

  /// `W*x` for skew W = d*x' - x*d'; where x is symmetric too, `W*x - x*W`.
  private static Mat rotated(Mat x, Mat d, Set<Trait> traits) {
    Mat skew = d.times(x.transpose()).minus(x.times(d.transpose()));
    Mat along = skew.times(x);
    return traits.contains(Trait.SYMMETRIC) ? along.minus(x.times(skew)) : along;
  }

  /// The traits that are linear subspaces.
  private static Mat linear(Mat a, Set<Trait> traits) {
    Mat x = a;
    if (traits.contains(Trait.TOEPLITZ)) {
      x = x.gather(x.rows(), x.cols(), (i, j) -> i >= j ? i - j : (j - i) * a.rows());
    }
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

  /// Definite by a dominant diagonal, which leaves a Toeplitz matrix one.
  private static Mat dominant(Mat a) {
    return switch (a) {
      case RealMat real -> {
        double diagonal = (real.maxAbs() + 0.5) * real.rows();
        yield real.plus(((RealMat) real.eye(real.rows())).scale(diagonal));
      }
      case PreciseMat precise -> {
        double diagonal = (precise.rounded().maxAbs() + 0.5) * precise.rows();
        yield precise.plus(((PreciseMat) precise.eye(precise.rows())).map(x -> x.times(diagonal)));
      }
      case DualModMat residues -> residues;
    };
  }

  /// Rows that sum to one; a vector that sums to one.
  private static Mat stochastic(Mat a) {
    if (a.cols() == 1) {
      return a.scale(a.sum().power(-1));
    }
    Mat sums = a.times(a.constant(a.cols(), 1, ONE, ONE)).power(-1);
    return a.hadamard(sums.times(a.constant(1, a.cols(), ONE, ONE)));
  }

  /// The mean of each row everywhere in it; of a vector, its mean.
  private static Mat means(Mat a) {
    boolean column = a.cols() == 1;
    int n = column ? a.rows() : a.cols();
    Mat mean = a.constant(n, n, ONE, BigInteger.valueOf(n));
    return column ? mean.times(a) : a.times(mean);
  }

  /// Divided by the norm; a residue has none, so there the first column of a reflection.
  private static Mat unit(Mat a) {
    if (a instanceof RealMat real) {
      return real.scale(1 / real.normF());
    }
    if (a instanceof PreciseMat precise) {
      return precise.scale(precise.normF().power(-1));
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
  /// coordinate: both components of the group, whichever the first entry says; of that the first
  /// columns.
  private static Mat orthonormal(Mat a, Set<Trait> traits) {
    int n = a.rows();
    if (a.cols() > n) {
      throw new Undefined("no more columns than rows can be orthonormal");
    }
    if (traits.contains(Trait.SYMMETRIC)) {
      return reflection(a.gather(n, 1, (i, _) -> i));
    }
    Mat eye = a.eye(n);
    Mat square = a.gather(n, n, (i, j) -> j < a.cols() ? i + j * n : IndexMap.ZERO);
    Mat skew = square.minus(square.transpose());
    Mat rotation = eye.minus(skew).times(eye.plus(skew).inverse());
    boolean flips =
        switch (a) {
          case RealMat real -> real.get(0, 0) < 0;
          case PreciseMat precise -> precise.get(0, 0).signum() < 0;
          case DualModMat _ -> false;
        };
    Mat first = keep(eye, (i, j) -> i == 0 && j == 0);
    Mat whole = flips ? rotation.times(eye.minus(first).minus(first)) : rotation;
    return whole.gather(n, a.cols(), (i, j) -> i + j * n);
  }
}
