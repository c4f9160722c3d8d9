package org.frechet.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialTest {
  /// Computed with 40 digits by mpmath 1.4.
  @ParameterizedTest
  @CsvSource({
    "erf, 1e-09, 1.1283791670955126e-9",
    "erf, 0.3, 0.32862675945912742",
    "erf, -0.9, -0.79690821242283214",
    "erf, 2.5, 0.99959304798255504",
    "erf, 5.0, 0.99999999999846254",
    "erfc, -3.0, 1.9999779095030014",
    "erfc, 0.2, 0.77729741078952153",
    "erfc, 1.0, 0.15729920705028513",
    "erfc, 4.5, 1.9661604415428875e-10",
    "erfc, 26.0, 5.6631924088561428e-296",
    "normcdf, -37.0, 5.7255712225245768e-300",
    "normcdf, -10.0, 7.6198530241605261e-24",
    "normcdf, -1.5, 0.066807201268858066",
    "normcdf, 0.1, 0.53982783727702898",
    "normcdf, 3.0, 0.99865010196836991",
    "gamma, 1e-08, 99999999.422784343",
    "gamma, 0.5, 1.772453850905516",
    "gamma, 4.7, 15.431411600047436",
    "gamma, 30.3, 2.4442850291542563e+31",
    "gamma, 171.5, 9.4833675668247993e+307",
    "gamma, -0.5, -3.5449077018110321",
    "gamma, -3.2, 0.68905641200597905",
    "gamma, -20.9, -2.7037729498876851e-19",
    "lgamma, 1e-300, 690.77552789821371",
    "lgamma, 0.3, 1.0957979948180756",
    "lgamma, 7.5, 7.534364236758733",
    "lgamma, 100.1, 359.59427178885679",
    "lgamma, 1e15, 33538776394910669.0",
    "lgamma, -0.7, 1.4524729387568078",
    "lgamma, -11.4, -17.291333857397037",
    "digamma, 1e-06, -1000000.57721402",
    "digamma, 0.4, -2.561384544585116",
    "digamma, 3.0, 0.92278433509846714",
    "digamma, 50.5, 3.912039670928392",
    "digamma, -2.3, 3.3173231575618227",
    "digamma, -17.9, -6.7563543191062529",
    "polygamma1, 0.1, 101.43329915079275",
    "polygamma1, 4.4, 0.25503620747441456",
    "polygamma1, 200.0, 0.0050125208332291685",
    "polygamma1, -0.6, 10.053134368307375",
    "polygamma2, 0.7, -6.4349928741909237",
    "polygamma2, 15.5, -0.004439518913277244",
    "polygamma2, -2.25, 123.89694977406017",
    "polygamma3, 0.2, 3753.2449948647249",
    "polygamma3, 3.3, 0.08584966733688494",
    "polygamma3, -1.9, 60014.118225830289",
    "polygamma4, 1.1, -15.607203195864906",
    "polygamma4, 9.5, -0.00090522542338536265",
    "polygamma4, -3.4, 2037.3739248405475",
    "sigmoid, -700.0, 9.8596765437597709e-305",
    "sigmoid, -2.0, 0.11920292202211756",
    "sigmoid, 3.0, 0.95257412682243322",
    "softplus, -40.0, 4.248354255291589e-18",
    "softplus, -1.0, 0.31326168751822283",
    "softplus, 0.5, 0.97407698418010668",
    "softplus, 800.0, 800.0"
  })
  void agreesWithTables(String function, double x, double expected) {
    assertThat(value(function, x)).isCloseTo(expected, withinPercentage(1e-12));
  }

  private static double value(String function, double x) {
    return switch (function) {
      case "erf" -> Special.erf(x);
      case "erfc" -> Special.erfc(x);
      case "normcdf" -> Special.normcdf(x);
      case "gamma" -> Special.gamma(x);
      case "lgamma" -> Special.lgamma(x);
      case "digamma" -> Special.digamma(x);
      case "sigmoid" -> Special.sigmoid(x);
      case "softplus" -> Special.softplus(x);
      default -> Special.polygamma(function.charAt(9) - '0', x);
    };
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.7, 1.3, 3.8, 12.4})
  void satisfiesFunctionalEquations(double x) {
    double pi = Math.PI;
    assertThat(Special.erf(x) + Special.erfc(x)).isCloseTo(1, within(1e-15));
    assertThat(Special.normcdf(x) + Special.normcdf(-x)).isCloseTo(1, within(1e-15));
    assertThat(Special.gamma(x) * Special.gamma(1 - x) * Math.sin(pi * x))
        .isCloseTo(pi, within(2e-13));
    assertThat(Special.digamma(1 - x) - Special.digamma(x))
        .isCloseTo(pi / Math.tan(pi * x), within(1e-13));
    double power = x;
    double factorial = 1;
    for (int k = 1; k <= 6; k++) {
      power *= x;
      factorial *= -k;
      double step = Special.polygamma(k, x + 1) - Special.polygamma(k, x);
      assertThat(step).isCloseTo(factorial / power, withinPercentage(1e-8));
    }
  }

  /// A&S 6.4.10: the constants behind the polygamma functions are zeta values.
  @Test
  void knowsZeta() {
    assertThat(Special.digamma(1)).isCloseTo(-0.5772156649015329, within(1e-15));
    assertThat(Special.polygamma(1, 1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-15));
    assertThat(Special.polygamma(3, 1)).isCloseTo(Math.pow(Math.PI, 4) / 15, within(1e-14));
    assertThat(Special.polygamma(20, 1)).isCloseTo(-2.4329031685078613e18, withinPercentage(1e-12));
  }

  @Test
  void infiniteAndMissingValues() {
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(Special.erf(infinity)).isEqualTo(1);
    assertThat(Special.erfc(-infinity)).isEqualTo(2);
    assertThat(Special.erf(-0.0)).isEqualTo(-0.0);
    assertThat(Special.normcdf(-infinity)).isZero();
    assertThat(Special.normcdf(infinity)).isEqualTo(1);
    assertThat(Special.gamma(172.5)).isEqualTo(infinity);
    assertThat(Special.gamma(0)).isEqualTo(infinity);
    assertThat(Special.gamma(-3)).isNaN();
    assertThat(Special.lgamma(infinity)).isEqualTo(infinity);
    assertThat(Special.lgamma(-3)).isEqualTo(infinity);
    assertThat(Special.digamma(-3)).isNaN();
    assertThat(Special.digamma(0)).isNaN();
    assertThat(Special.digamma(infinity)).isEqualTo(infinity);
    assertThat(Special.polygamma(2, infinity)).isZero();
    assertThat(Special.softplus(-infinity)).isZero();
    for (String f :
        "erf erfc normcdf gamma lgamma digamma polygamma2 sigmoid softplus".split(" ")) {
      assertThat(value(f, Double.NaN)).as(f).isNaN();
    }
    assertThatThrownBy(() -> Special.polygamma(-1, 2)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void logSumExpNeitherOverflowsNorUnderflows() {
    double log2 = Math.log(2);
    double infinity = Double.POSITIVE_INFINITY;
    assertThat(Special.logSumExp(0, 0)).isEqualTo(log2);
    assertThat(Special.logSumExp(1000, 1000)).isEqualTo(1000 + log2);
    assertThat(Special.logSumExp(-1000, -1000, -infinity)).isEqualTo(-1000 + log2);
    assertThat(Special.logSumExp(0, 1.5)).isCloseTo(Special.softplus(1.5), within(1e-15));
    assertThat(Special.logSumExp()).isEqualTo(-infinity);
    assertThat(Special.logSumExp(-infinity)).isEqualTo(-infinity);
    assertThat(Special.logSumExp(1, infinity)).isEqualTo(infinity);
    assertThat(Special.logSumExp(1, Double.NaN)).isNaN();
  }
}
