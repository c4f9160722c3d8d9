package org.frechet.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.frechet.numeric.Laws.assertClose;
import static org.frechet.numeric.MatrixFunctions.cholesky;
import static org.frechet.numeric.MatrixFunctions.expm;
import static org.frechet.numeric.MatrixFunctions.logdet;
import static org.frechet.numeric.MatrixFunctions.logm;
import static org.frechet.numeric.MatrixFunctions.sqrtm;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixFunctionsTest {
  private static final RealMat A = RealMat.of(3, 3, 2, -1, 0.5, 1, 3, 1, 0, 1, 4);

  /// Computed with 40 digits by mpmath 1.4.
  @Test
  void agreesWithTables() {
    assertClose(
        expm(A),
        RealMat.of(
            3,
            3,
            3.198518679820461,
            -8.840987053696999,
            1.5829715122148282,
            14.516031082964343,
            29.06463782131949,
            42.891251229301055,
            11.350088058534686,
            37.216207200033715,
            77.6309330798879),
        1e-14);
    assertClose(
        sqrtm(A),
        RealMat.of(
            3,
            3,
            1.4516328200484467,
            -0.3272443591450078,
            0.16972491767886255,
            0.31503888293229054,
            1.7422607505553027,
            0.2540115018687042,
            -0.024410952425434545,
            0.2662169780814215,
            1.9840667762112896),
        1e-14);
    assertClose(
        logm(A),
        RealMat.of(
            3,
            3,
            0.7920658535638369,
            -0.42296187197815943,
            0.2256324145903802,
            0.3946589147755585,
            1.1301188539341935,
            0.25314412876255377,
            -0.0566059144052019,
            0.2814470859651547,
            1.3549600254941463),
        1e-14);
  }

  private static Stream<RealMat> positiveDefinite() {
    Rng rng = new Rng(6);
    return Stream.of(1, 2, 3, 5, 8, 13)
        .map(n -> {
          Mat g = Laws.real(rng, n, n);
          return (RealMat) g.times(g.transpose()).plus(g.eye(n));
        });
  }

  @ParameterizedTest
  @MethodSource("positiveDefinite")
  void inverseFunctions(RealMat s) {
    int n = s.rows();
    assertClose(sqrtm(s).times(sqrtm(s)), s, 1e-13);
    assertClose(expm(logm(s)), s, 1e-12);
    assertClose(logm(s).scale(0.5), logm(sqrtm(s)), 1e-12);
    assertClose((RealMat) logm(s).negate(), logm((RealMat) s.inverse()), 1e-11);
    assertThat(logdet(s)).isCloseTo(logm(s).hadamard(s.eye(n)).sum().get(0, 0), within(1e-11));
    assertThat(Math.exp(logdet(s)) / ((RealMat) s.det()).get(0, 0)).isCloseTo(1, within(1e-12));
    RealMat l = cholesky(s);
    assertClose(l.times(l.transpose()), s, 1e-14);
    assertThat(l.gather(n, n, (i, j) -> i < j ? i + j * n : IndexMap.ZERO).maxAbs()).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-9, 0.3, 3, 10, 1000})
  void exponentialOfASkewMatrixIsARotation(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    assertClose(expm(RealMat.of(2, 2, 0, angle, -angle, 0)), RealMat.of(2, 2, c, s, -s, c), 1e-12);
    if (angle < Math.PI) {
      RealMat generator = RealMat.of(2, 2, 0, angle, -angle, 0);
      assertThat(logm(RealMat.of(2, 2, c, s, -s, c)).minus(generator).normF()).isLessThan(1e-14);
    }
  }

  @Test
  void exponentialOfANilpotentMatrixIsAPolynomial() {
    RealMat n = RealMat.of(3, 3, 0, 0, 0, 1e3, 0, 0, 2, 5, 0);
    assertClose(expm(n), (RealMat) n.eye(3).plus(n).plus(n.times(n).scale(0.5)), 1e-13);
  }

  @Test
  void logdetTakesASignedLogarithm() {
    assertThat(logdet(RealMat.of(2, 2, 0, -1, 1, 0))).isZero();
    assertThat(logdet(RealMat.of(2, 2, 0, 1, 1, 0))).isNaN();
    assertThat(logdet(RealMat.of(2, 2, 1, 2, 2, 4))).isNaN();
    assertThat(logdet(RealMat.of(2, 2, 1e300, 0, 0, 1e300)))
        .isCloseTo(600 * Math.log(10), within(1e-9));
  }

  private static Stream<RealMat> withoutRoot() {
    return Stream.of(
        RealMat.of(1, 1, -1),
        RealMat.of(2, 2, -1, 0, 0, -1),
        RealMat.of(2, 2, -1, 0, 3, 2),
        RealMat.of(2, 2, 0, 0, 1, 0),
        RealMat.of(2, 2, 1, 2, 2, 4),
        RealMat.of(3, 3, 1, 2, 3, 2, -5, 1, 3, 1, 2));
  }

  @ParameterizedTest
  @MethodSource("withoutRoot")
  void eigenvaluesOnTheClosedNegativeAxisAreUndefined(RealMat a) {
    assertThatThrownBy(() -> sqrtm(a)).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> logm(a)).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> cholesky(a)).isInstanceOf(Undefined.class);
  }

  @Test
  void shapesAreChecked() {
    RealMat a = RealMat.of(1, 2, 3, 4);
    for (Runnable f :
        new Runnable[] {
          () -> expm(a), () -> sqrtm(a), () -> logm(a), () -> cholesky(a), () -> logdet(a)
        }) {
      assertThatThrownBy(f::run).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(expm(RealMat.scalar(Double.NaN)).isFinite()).isFalse();
  }
}
