package org.frechet.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/// Against [BigInteger].
class Mod61Test {
  private static final BigInteger P = BigInteger.valueOf(Mod61.P);

  @Test
  void agreesWithLongArithmetic() {
    assertThat(P.isProbablePrime(50)).isTrue();
    Rng rng = new Rng(3);
    long[] corners = {0, 1, 2, Mod61.P - 1, Mod61.P - 2, 1L << 60, (1L << 60) - 1};
    for (int k = 0; k < 1000; k++) {
      long a = k < 49 ? corners[k / 7] : rng.nextLong(Mod61.P);
      long b = k < 49 ? corners[k % 7] : rng.nextLong(Mod61.P);
      BigInteger x = BigInteger.valueOf(a);
      BigInteger y = BigInteger.valueOf(b);
      assertThat(Mod61.plus(a, b)).isEqualTo(x.add(y).mod(P).longValue());
      assertThat(Mod61.minus(a, b)).isEqualTo(x.subtract(y).mod(P).longValue());
      assertThat(Mod61.times(a, b)).isEqualTo(x.multiply(y).mod(P).longValue());
      assertThat(Mod61.power(a, b)).isEqualTo(x.modPow(y, P).longValue());
      if (b != 0) {
        assertThat(Mod61.inverse(b)).isEqualTo(y.modInverse(P).longValue());
        assertThat(Mod61.of(x, y.negate()))
            .isEqualTo(x.negate().multiply(y.modInverse(P)).mod(P).longValue());
      }
    }
  }
}
