package org.frechet.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.numeric.Laws.assertEqual;
import static org.frechet.numeric.Laws.big;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DualModMatTest {
  private static final long P = DualModMat.PRIME;

  /// The tangent of `f` at `X` along `D`, in textbook form.
  record Differential(String name, UnaryOperator<Mat> f, Formula textbook) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Formula {
    Mat at(Mat x, Mat d);
  }

  private static Stream<Differential> differentials() {
    return Stream.of(
        new Differential("det (Jacobi)", Mat::det, (x, d) -> trace(x.adjugate().times(d))),
        new Differential(
            "inverse", Mat::inverse, (x, d) -> x.inverse().times(d).times(x.inverse()).negate()),
        new Differential(
            "cube",
            x -> x.times(x).times(x),
            (x, d) -> x.times(x).times(d).plus(x.times(d).times(x)).plus(d.times(x).times(x))),
        new Differential(
            "power", x -> x.power(5), (x, d) -> x.power(4).hadamard(d).scale(big(5), big(1))),
        new Differential(
            "reciprocal",
            x -> x.power(-3),
            (x, d) -> x.power(-4).hadamard(d).scale(big(-3), big(1))),
        new Differential(
            "prod", Mat::prod, (x, d) -> x.power(-1).hadamard(d).sum().times(x.prod())),
        new Differential(
            "adjugate",
            Mat::adjugate,
            (x, d) ->
                x.inverse()
                    .scale(trace(x.inverse().times(d)))
                    .minus(x.inverse().times(d).times(x.inverse()))
                    .scale(x.det())),
        new Differential("kron", x -> x.kron(x), (x, d) -> x.kron(d).plus(d.kron(x))));
  }

  private static Mat trace(Mat a) {
    return a.hadamard(a.eye(a.rows())).sum();
  }

  @ParameterizedTest
  @MethodSource("differentials")
  void tangentIsTheTextbookDifferential(Differential law) {
    Rng rng = new Rng(2);
    DualModMat x = Laws.dual(rng, 4, 4).tangent();
    DualModMat d = Laws.dual(rng, 4, 4).tangent();
    DualModMat image = (DualModMat) law.f.apply(x.along(d));
    assertThat(image.equalValues((DualModMat) law.f.apply(x))).isTrue();
    assertEqual(image.tangent(), law.textbook.at(x, d));
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "2", "3", "4"})
  void determinantOfAnyRankHasItsTangent(int rank) {
    Rng rng = new Rng(rank);
    Mat low = Laws.dual(rng, 4, rank).tangent().times(Laws.dual(rng, rank, 4).tangent());
    DualModMat d = Laws.dual(rng, 4, 4).tangent();
    DualModMat det = (DualModMat) ((DualModMat) low).along(d).det();
    assertThat(det.value(0, 0) == 0).isEqualTo(rank < 4);
    assertThat(det.eps(0, 0) == 0).isEqualTo(rank < 3);
    assertEqual(det.tangent(), trace(low.adjugate().times(d)));
  }

  @Test
  void residuesAreReduced() {
    DualModMat a =
        DualModMat.of(new long[][] {{-1, P, Long.MIN_VALUE}}, new long[][] {{P + 5, 0, -2}});
    assertThat(a.value(0, 0)).isEqualTo(P - 1);
    assertThat(a.value(0, 1)).isZero();
    assertThat(a.value(0, 2)).isEqualTo(P - 4 /* 2^63 = 4 */);
    assertThat(a.eps(0, 0)).isEqualTo(5);
    assertThat(a.eps(0, 2)).isEqualTo(P - 2);
    assertThat(a.tangent().value(0, 2)).isEqualTo(P - 2);
    assertThat(a.tangent().eps(0, 2)).isZero();
  }

  @Test
  void coefficientsAreRational() {
    DualModMat a = DualModMat.of(new long[][] {{3}}, new long[][] {{6}});
    DualModMat third = a.scale(big(1), big(-3));
    assertThat(third.value(0, 0)).isEqualTo(P - 1);
    assertThat(third.eps(0, 0)).isEqualTo(P - 2);
    assertThat(a.scale(big(1).shiftLeft(122), big(1)).value(0, 0)).isEqualTo(3);
    assertThat(a.constant(1, 1, big(7), big(2)).scale(big(2), big(7)).value(0, 0)).isEqualTo(1);
  }

  @Test
  void whatDoesNotExistIsUndefined() {
    DualModMat infinitesimal = DualModMat.of(new long[][] {{0}}, new long[][] {{1}});
    assertThatThrownBy(infinitesimal::inverse).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> infinitesimal.power(-1)).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> infinitesimal.scale(big(1), big(P))).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> infinitesimal.scale(big(1), big(0))).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> DualModMat.of(new long[][] {{1, 2}, {2, 4}}).inverse())
        .isInstanceOf(Undefined.class);
  }

  @Test
  void equalityOfValuesIgnoresEps() {
    DualModMat a = DualModMat.of(new long[][] {{1, 2}});
    assertThat(a.equalValues(a.along(a))).isTrue();
    assertThat(a.equalValues(DualModMat.of(new long[][] {{1}, {2}}))).isFalse();
    assertThat(a.equalValues(DualModMat.of(new long[][] {{1, 3}}))).isFalse();
  }
}
