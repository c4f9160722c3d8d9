package org.frechet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Selection;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;
import org.frechet.numeric.MatrixFunctions;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SamplerTest {
  private static final Dim N = Dim.of("n");

  private static Expr matrix(Trait... traits) {
    return Algebra.variable("X", Shape.matrix(N, N), List.of(traits));
  }

  @ParameterizedTest
  @EnumSource(Trait.class)
  void samplesHaveTheirTraits(Trait trait) {
    Expr x = matrix(trait);
    var sampler = new Sampler(List.of(x), 1);
    for (int i = 0; i < 30; i++) {
      Point at = sampler.real();
      var value = (RealMat) at.value(x);
      assertThat(has(trait, value)).as("%s: %s", trait, value).isTrue();
      sampler.rejected(); // on to the next strategy
    }
  }

  private static boolean has(Trait trait, RealMat x) {
    Mat eye = x.eye(x.rows());
    return switch (trait) {
      case SQUARE, INVERTIBLE -> x.rows() == x.cols() && x.inverse().cols() == x.rows();
      case SYMMETRIC -> isZero(x.minus(x.transpose()));
      case SKEW -> isZero(x.plus(x.transpose()));
      case PSD, SPD -> isZero(x.minus(x.transpose())) && MatrixFunctions.cholesky(x).isFinite();
      case DIAGONAL -> isZero(x.minus(x.hadamard(eye)));
      case LOWER -> x.get(0, 1) == 0 && x.get(1, 0) != 0;
      case UPPER -> x.get(1, 0) == 0 && x.get(0, 1) != 0;
      case ORTHOGONAL, ORTHONORMAL -> isZero(x.transpose().times(x).minus(eye));
      case TOEPLITZ -> x.get(0, 0) == x.get(1, 1) && x.get(1, 0) == x.get(2, 1);
      case POSITIVE, NONNEGATIVE -> x.map(e -> e > 0 ? 0 : 1).maxAbs() == 0;
      case UNIT -> Math.abs(x.normF() - 1) < 1e-12;
      case STOCHASTIC -> {
        RealMat sums = x.times(RealMat.generate(x.cols(), 1, (_, _) -> 1));
        yield isZero(sums.map(s -> s - 1)) && has(Trait.NONNEGATIVE, x);
      }
    };
  }

  @ParameterizedTest
  @EnumSource(Trait.class)
  void residuesHaveTheirTraits(Trait trait) {
    Expr x = matrix(trait);
    var a = (DualModMat) new Sampler(List.of(x), 1).exact(Map.of("n", 3)).value(x);
    DualModMat t = (DualModMat) a.transpose();
    var eye = (DualModMat) a.eye(3);
    boolean holds =
        switch (trait) {
          case SYMMETRIC, PSD, SPD -> a.equalValues(t);
          case SKEW -> ((DualModMat) a.negate()).equalValues(t);
          case DIAGONAL -> a.hadamard(eye).equalValues(a);
          case LOWER -> a.value(0, 1) == 0 && a.value(1, 0) != 0;
          case UPPER -> a.value(1, 0) == 0 && a.value(0, 1) != 0;
          case ORTHOGONAL, ORTHONORMAL -> t.times(a).equalValues(eye) && !a.equalValues(t);
          case TOEPLITZ -> a.value(0, 0) == a.value(1, 1) && a.value(1, 0) == a.value(2, 1);
          case UNIT -> a.hadamard(a).sum().value(0, 0) == 1;
          case STOCHASTIC -> a.sum().value(0, 0) == 3;
          case SQUARE, INVERTIBLE, POSITIVE, NONNEGATIVE -> !a.equalValues(t);
        };
    assertThat(holds).as(a.toString()).isTrue();
  }

  private static boolean isZero(Mat a) {
    return ((RealMat) a).maxAbs() < 1e-12;
  }

  @Test
  void nothingIsSymmetricThatWasNotDeclaredSo() {
    Expr x = matrix();
    var sampler = new Sampler(List.of(x), 1);
    for (int i = 0; i < 40; i++) {
      var value = (RealMat) sampler.real().value(x);
      assertThat(value.minus(value.transpose()).maxAbs()).isGreaterThan(0.01);
      sampler.rejected();
    }
  }

  @Test
  void directionsAreTangent() {
    Expr q = matrix(Trait.ORTHOGONAL);
    var sampler = new Sampler(List.of(q), 1);
    Point at = sampler.real();
    Mat x = at.value(q);
    Mat along = sampler.direction(q, at);
    Mat moved = x.transpose().times(along);
    assertThat(isZero(moved.plus(moved.transpose()))).isTrue();

    Expr s = matrix(Trait.SPD);
    Mat symmetric = sampler.direction(s, new Sampler(List.of(s), 1).real());
    assertThat(((RealMat) symmetric).maxAbs()).isEqualTo(1, offset(1e-12));
    assertThat(isZero(symmetric.minus(symmetric.transpose()))).isTrue();
  }

  /// Moved by a little and put back, a tangent direction is what it was.
  @ParameterizedTest
  @EnumSource(
      value = Trait.class,
      names = {"ORTHONORMAL", "UNIT", "STOCHASTIC", "TOEPLITZ"})
  void directionsOfTallMatricesAreTangent(Trait trait) {
    Expr x = Algebra.variable("X", Shape.matrix(Dim.of("m"), N), List.of(trait));
    var sampler = new Sampler(List.of(x), 1);
    for (int i = 0; i < 10; i++) {
      try {
        Point at = sampler.real();
        var here = (RealMat) at.value(x);
        var along = (RealMat) sampler.direction(x, at);
        assertThat(along.maxAbs()).isEqualTo(1, offset(1e-12));
        for (double t : new double[] {1e-4, -1e-4}) {
          assertThat(distance(trait, here.plus(along.scale(t)))).isLessThan(1e-7);
        }
        assertThat(distance(trait, here)).isLessThan(1e-12);
      } catch (ArithmeticException _) {
        assertThat(trait).isEqualTo(Trait.ORTHONORMAL); // wider than high
      }
      sampler.rejected();
    }
  }

  private static double distance(Trait trait, RealMat x) {
    return switch (trait) {
      case ORTHONORMAL -> ((RealMat) x.transpose().times(x).minus(x.eye(x.cols()))).maxAbs();
      case UNIT -> Math.abs(x.normF() - 1);
      case STOCHASTIC -> x.times(ones(x.cols())).minus(ones(x.rows())).maxAbs();
      case TOEPLITZ ->
          RealMat.generate(x.rows() - 1, x.cols() - 1, (i, j) -> x.get(i, j) - x.get(i + 1, j + 1))
              .maxAbs();
      default -> Double.NaN;
    };
  }

  private static RealMat ones(int n) {
    return RealMat.generate(n, 1, (_, _) -> 1);
  }

  @Test
  void whatIsNotKnownIsNotSampled() {
    Expr x = matrix(Trait.STOCHASTIC, Trait.SYMMETRIC);
    assertThatThrownBy(() -> new Sampler(List.of(x), 1).real())
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void allSizesDiffer() {
    Expr a = Algebra.variable("A", Shape.matrix(Dim.of("m"), Dim.of("n")));
    Expr b = Algebra.variable("B", Shape.matrix(Dim.of("n"), Dim.of("p").times(Dim.of(2))));
    Expr c = Algebra.variable("C", Shape.matrix(Dim.of(4), Dim.of("p")));
    var sampler = new Sampler(List.of(a, b, c), 1);
    for (int i = 0; i < 50; i++) {
      Map<String, Integer> sizes = sampler.real().sizes();
      var dims = new HashMap<>(sizes);
      dims.put("2p", 2 * size(sizes, "p"));
      dims.put("4", 4);
      dims.put("1", 1);
      assertThat(dims.values()).doesNotHaveDuplicates();
      sampler.rejected();
    }
  }

  private static boolean isTall(Map<String, Integer> sizes) {
    return size(sizes, "m") > size(sizes, "n");
  }

  private static int size(Map<String, Integer> sizes, String name) {
    return sizes.getOrDefault(name, 0);
  }

  @Test
  void bothOrdersOfTwoSizesAreTried() {
    Expr a = Algebra.variable("A", Shape.matrix(Dim.of("m"), Dim.of("n")));
    var sampler = new Sampler(List.of(a), 1);
    Map<String, Integer> first = sampler.real().sizes();
    sampler.rejected();
    Map<String, Integer> second = sampler.real().sizes();
    assertThat(Set.of(isTall(first), isTall(second))).hasSize(2);
  }

  @Test
  void selectedEntriesExist() {
    Expr x = Algebra.variable("x", Shape.vector(N));
    Expr entry = Selection.slice(x, new Pick.Range(9, 9), new Pick.All());
    assertThat(new Sampler(List.of(x, entry), 1).real().sizes().get("n")).isGreaterThanOrEqualTo(9);
  }

  @Test
  void theSameSeedGivesTheSamePoint() {
    Expr x = matrix(Trait.STOCHASTIC);
    var one = (RealMat) new Sampler(List.of(x), 5).real().value(x);
    var other = (RealMat) new Sampler(List.of(x), 5).real().value(x);
    assertThat(one.minus(other).maxAbs()).isZero();
  }
}
