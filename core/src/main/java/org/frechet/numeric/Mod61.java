package org.frechet.numeric;

import java.math.BigInteger;

/// The field of integers modulo the Mersenne prime `p = 2^61 - 1`; elements are `0 <= x < p`.
///
/// Large enough that a random point misses a false identity with negligible probability, small
/// enough that sums stay in a `long`, and `2^61 = 1 (mod p)` reduces a product by shifts.
final class Mod61 {
  static final long P = (1L << 61) - 1;

  private Mod61() {}

  static long of(long x) {
    return Math.floorMod(x, P);
  }

  /// {@return `num/den`}
  static long of(BigInteger num, BigInteger den) {
    long n = of(num);
    return den.equals(BigInteger.ONE) ? n : times(n, inverse(of(den)));
  }

  private static long of(BigInteger x) {
    return x.bitLength() < 64 ? of(x.longValue()) : x.mod(BigInteger.valueOf(P)).longValue();
  }

  static long plus(long a, long b) {
    long sum = a + b;
    return sum >= P ? sum - P : sum;
  }

  static long minus(long a, long b) {
    long difference = a - b;
    return difference < 0 ? difference + P : difference;
  }

  static long times(long a, long b) {
    long low = a * b;
    long quotient = Math.multiplyHigh(a, b) << 3 | low >>> 61;
    return plus(quotient, low & P);
  }

  static long power(long a, long k) {
    long result = 1;
    long square = a;
    for (long rest = k; rest > 0; rest >>= 1) {
      if ((rest & 1) == 1) {
        result = times(result, square);
      }
      square = times(square, square);
    }
    return result;
  }

  /// {@return `1/a`, as `a^(p-2)` (Fermat)}
  static long inverse(long a) {
    if (a == 0) {
      throw new Undefined("division by zero modulo 2^61-1");
    }
    return power(a, P - 2);
  }
}
