package org.frechet.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RngTest {
  @Test
  void isSplitMix64() {
    // The reference outputs of Vigna's splitmix64.c for the seed 1234567.
    Rng rng = new Rng(1234567);
    assertThat(Long.toUnsignedString(rng.nextLong())).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(rng.nextLong())).isEqualTo("3203168211198807973");
  }

  @Test
  void hasTheMomentsOfItsDistributions() {
    Rng rng = new Rng(4);
    double[] normal = DoubleStream.generate(rng::normal).limit(100_000).toArray();
    assertThat(mean(normal, 1)).isCloseTo(0, within(0.02));
    assertThat(mean(normal, 2)).isCloseTo(1, within(0.03));
    assertThat(mean(normal, 4)).isCloseTo(3, within(0.2));
    double[] uniform = DoubleStream.generate(() -> rng.uniform(-1, 3)).limit(100_000).toArray();
    assertThat(DoubleStream.of(uniform)).allMatch(x -> -1 <= x && x < 3);
    assertThat(mean(uniform, 1)).isCloseTo(1, within(0.03));
    assertThat(mean(uniform, 2)).isCloseTo(7.0 / 3, within(0.05));
  }

  @Test
  void integersStayBelowTheirBound() {
    Rng rng = new Rng(5);
    int[] counts = new int[7];
    for (int k = 0; k < 70_000; k++) {
      counts[(int) rng.nextLong(7)]++;
    }
    assertThat(IntStream.of(counts)).allMatch(count -> Math.abs(count - 10_000) < 500);
    assertThatThrownBy(() -> rng.nextLong(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private static double mean(double[] x, int power) {
    return DoubleStream.of(x).map(t -> Math.pow(t, power)).average().orElseThrow();
  }
}
