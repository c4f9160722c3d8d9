package org.frechet.numeric;

/// A reproducible stream of random numbers: SplitMix64 (Steele, Lea and Flood 2014, Fast splittable
/// pseudorandom number generators).
///
/// Written out because a verdict names its seed, and the samples of a seed must not depend on the
/// release of the JDK. Not for several threads.
public final class Rng {
  private long state;

  /// The stream of this seed.
  public Rng(long seed) {
    state = seed;
  }

  /// {@return 64 random bits}
  public long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// {@return an integer uniform on `0 <= x < bound`}
  ///
  /// @throws IllegalArgumentException when `bound` is not positive
  public long nextLong(long bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("the bound is positive, not " + bound);
    }
    // The last, incomplete run of residues overflows and is drawn again: no residue is favoured.
    while (true) {
      long bits = nextLong() >>> 1;
      long residue = bits % bound;
      if (bits - residue + (bound - 1) >= 0) {
        return residue;
      }
    }
  }

  /// {@return a number uniform on `a <= x < b`, up to rounding}
  public double uniform(double a, double b) {
    return a + (b - a) * unit();
  }

  /// {@return a standard normal number} Box and Muller 1958.
  public double normal() {
    double radius = Math.sqrt(-2 * Math.log1p(-unit()));
    return radius * Math.cos(2 * Math.PI * unit());
  }

  private double unit() {
    return (nextLong() >>> 11) * 0x1p-53;
  }
}
