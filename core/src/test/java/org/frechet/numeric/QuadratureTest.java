package org.frechet.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class QuadratureTest {
  private static double integral(DoubleUnaryOperator f, double from, double to) {
    return Quadrature.integrate(x -> new double[] {f.applyAsDouble(x)}, from, to, 1)[0];
  }

  @Test
  void smoothFunctionsToTwelveDigits() {
    assertThat(integral(Math::exp, 0, 1)).isCloseTo(Math.E - 1, within(1e-14));
    assertThat(integral(Math::sin, 0, 2 * Math.PI)).isCloseTo(0, within(1e-14));
    assertThat(integral(x -> 1 / (1 + x * x), -5, 5)).isCloseTo(2 * Math.atan(5), within(1e-12));
    assertThat(integral(x -> Math.cos(100 * x), 0, 1))
        .isCloseTo(Math.sin(100) / 100, within(1e-12));
  }

  @Test
  void kinksAndSingularEnds() {
    assertThat(integral(x -> Math.abs(x - 0.3), 0, 1)).isCloseTo(0.29, within(1e-12));
    assertThat(integral(x -> 1 / Math.sqrt(x), 0, 1)).isCloseTo(2, within(1e-11));
    assertThat(integral(Math::log, 0, 1)).isCloseTo(-1, within(1e-12));
  }

  @Test
  void limitsMayBeSwappedOrEqual() {
    assertThat(integral(Math::exp, 1, 0)).isCloseTo(1 - Math.E, within(1e-14));
    assertThat(integral(Math::exp, 2, 2)).isZero();
  }

  @Test
  void entriesTogether() {
    double[] both = Quadrature.integrate(x -> new double[] {x, x * x}, 0, 3, 2);
    assertThat(both[0]).isCloseTo(4.5, within(1e-14));
    assertThat(both[1]).isCloseTo(9, within(1e-14));
  }

  @Test
  void whatDoesNotExistIsNotGuessed() {
    assertThatThrownBy(() -> integral(x -> 1 / x, 0, 1)).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> integral(x -> 1 / x, -1, 1)).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> integral(x -> 1 / (x * x), -1, 2)).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> integral(Math::sqrt, -1, 1)).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> integral(Math::exp, 0, Double.POSITIVE_INFINITY))
        .isInstanceOf(Undefined.class);
  }
}
