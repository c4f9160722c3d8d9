package org.frechet.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.numeric.Laws.big;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealMatTest {
  private static final RealMat A = RealMat.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

  @Test
  void entriesAreOrderedByColumns() {
    assertThat(A.toArray()).containsExactly(1, 4, 2, 5, 3, 6);
    assertThat(RealMat.of(2, 3, 1, 4, 2, 5, 3, 6).get(1, 2)).isEqualTo(6);
    assertThat(A.gather(1, 2, (_, j) -> j == 0 ? 3 : IndexMap.ZERO).toArray())
        .containsExactly(5, 0);
    assertThat(A).hasToString("2x3, by columns [1.0, 4.0, 2.0, 5.0, 3.0, 6.0]");
  }

  @Test
  void mapsAndNorms() {
    assertThat(A.map(x -> -x).zip(A, (x, y) -> x / y).sum().get(0, 0)).isEqualTo(-6);
    assertThat(A.normF()).isCloseTo(Math.sqrt(91), within(1e-14));
    assertThat(A.scale(-1e300).normF()).isCloseTo(Math.sqrt(91) * 1e300, within(1e286));
    assertThat(A.negate()).isInstanceOf(RealMat.class);
    assertThat(A.scale(-2.0).maxAbs()).isEqualTo(12);
    assertThat(A.isFinite()).isTrue();
    assertThat(A.map(x -> x / 0).isFinite()).isFalse();
    assertThat(A.map(x -> x == 2 ? Double.NaN : x).isFinite()).isFalse();
  }

  @Test
  void coefficientsAreRoundedOnce() {
    assertThat(RealMat.scalar(1).scale(big(1), big(3)).get(0, 0)).isEqualTo(1.0 / 3);
    BigInteger huge = BigInteger.TEN.pow(400);
    assertThat(RealMat.scalar(3).scale(huge, huge.add(big(1))).get(0, 0)).isEqualTo(3);
    assertThatThrownBy(() -> A.scale(big(1), big(0))).isInstanceOf(Undefined.class);
  }

  @Test
  void zeroHasAnInfiniteReciprocal() {
    assertThat(RealMat.scalar(0).power(-1).get(0, 0)).isPositive().isInfinite();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 20})
  void rankDeficientMatricesAreSingularDespiteRounding(int n) {
    Rng rng = new Rng(n);
    for (int k = 0; k < 50; k++) {
      RealMat low = Laws.real(rng, n, n - 1).times(Laws.real(rng, n - 1, n));
      assertThatThrownBy(low::inverse).isInstanceOf(Undefined.class);
      RealMat full = Laws.real(rng, n, n);
      Laws.assertClose(full.times(full.inverse()), (RealMat) full.eye(n), 1e-10);
    }
  }

  @Test
  void unitsDoNotMakeAMatrixSingular() {
    RealMat skewed = RealMat.of(new double[][] {{1e-150, 2e-20}, {3, 4e150}});
    Laws.assertEqual(skewed.times(skewed.inverse()), A.eye(2));
  }

  @Test
  void nanSpreads() {
    RealMat a = RealMat.of(new double[][] {{0, 1}, {Double.NaN, 2}});
    assertThat(((RealMat) a.inverse()).isFinite()).isFalse();
    assertThat(((RealMat) a.det()).get(0, 0)).isNaN();
  }
}
