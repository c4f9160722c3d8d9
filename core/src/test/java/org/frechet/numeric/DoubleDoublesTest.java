package org.frechet.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.junit.jupiter.api.Test;

class DoubleDoublesTest {
  private static final MathContext DIGITS = new MathContext(60);

  /// Function, argument (a double), value to 45 digits; computed with mpmath at 600 bits.
  private record Row(String function, double x, BigDecimal value) {
    static Row of(String line) {
      String[] parts = line.split(",", -1);
      return new Row(parts[0], Double.parseDouble(parts[1]), new BigDecimal(parts[2]));
    }
  }

  private static List<Row> table() throws Exception {
    try (var in =
        Objects.requireNonNull(
            DoubleDoublesTest.class.getResourceAsStream("/numeric/elementary.csv"))) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(Row::of)
          .toList();
    }
  }

  @Test
  void kernelsHaveThirtyDigits() throws Exception {
    for (Row row : table()) {
      Function f = Functions.byName(row.function).orElseThrow();
      Mat x = PreciseMat.of(RealMat.scalar(row.x));
      BigDecimal y = ((PreciseMat) f.evaluate(List.of(x))).get(0, 0).exactly();
      BigDecimal allowed = row.value.abs().multiply(new BigDecimal("3e-30"));
      assertThat(y.subtract(row.value).abs())
          .as("%s(%s) is %s", row.function, row.x, row.value)
          .isLessThanOrEqualTo(allowed.max(new BigDecimal("1e-300")));
    }
  }

  @Test
  void everyElementwiseKernelIsInTheTable() throws Exception {
    Set<String> tried = table().stream().map(Row::function).collect(Collectors.toSet());
    var declared = new TreeSet<String>();
    for (Function f : Functions.all()) {
      if (f.elementwise() && f.isPrecise() && !f.isRational()) {
        declared.add(f.name());
      }
    }
    assertThat(tried).containsAll(declared);
  }

  @Test
  void outsideTheDomainThereIsNoNumber() {
    for (String name : List.of("log", "asin", "acos", "acosh", "logit")) {
      Function f = Functions.byName(name).orElseThrow();
      Mat x = PreciseMat.of(RealMat.of(3, 1, -2, Double.NaN, Double.NEGATIVE_INFINITY));
      PreciseMat y = (PreciseMat) f.evaluate(List.of(x));
      for (int i = 0; i < 3; i++) {
        assertThat(y.get(i, 0).isFinite()).as(name).isFalse();
      }
    }
  }

  /// Whatever the argument is, an answer comes.
  @Test
  void extremeArgumentsEnd() {
    double[] extremes = {
      0,
      -0.0,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      1e-308,
      1e-290,
      1e308,
      -1e308,
      710,
      -750,
      1e5,
      Double.POSITIVE_INFINITY,
      Double.NaN,
      -1,
      -1 + 0x1p-53,
      1 - 0x1p-53
    };
    for (Function f : Functions.all()) {
      if (f.elementwise() && f.isPrecise()) {
        Mat x = PreciseMat.of(RealMat.of(extremes.length, 1, extremes));
        assertThat(f.evaluate(List.of(x)).rows()).isEqualTo(extremes.length);
      }
    }
  }

  @Test
  void arithmeticKeepsAHundredBits() {
    var rng = new Rng(1);
    for (int i = 0; i < 2000; i++) {
      DoubleDouble x = random(rng);
      DoubleDouble y = random(rng);
      requireClose(x.plus(y), x.exactly().add(y.exactly()));
      requireClose(x.minus(y), x.exactly().subtract(y.exactly()));
      requireClose(x.times(y), x.exactly().multiply(y.exactly()));
      requireClose(x.over(y), x.exactly().divide(y.exactly(), DIGITS));
      requireClose(x.abs().sqrt(), x.exactly().abs().sqrt(DIGITS));
      requireClose(x.power(3), x.exactly().pow(3));
      requireClose(x.power(-2), BigDecimal.ONE.divide(x.exactly().pow(2), DIGITS));
    }
  }

  private static DoubleDouble random(Rng rng) {
    double hi = rng.normal() * Math.pow(10, rng.nextLong(9) - 4.0);
    return DoubleDouble.of(hi).plus(hi * rng.uniform(-1, 1) * 0x1p-54);
  }

  private static void requireClose(DoubleDouble found, BigDecimal exact) {
    assertThat(found.exactly().subtract(exact).abs())
        .isLessThanOrEqualTo(exact.abs().multiply(new BigDecimal(DoubleDouble.EPS)));
  }

  @Test
  void quotientsOfIntegersAreRoundedOnce() {
    var third = DoubleDouble.of(BigInteger.ONE, BigInteger.valueOf(3));
    requireClose(third, BigDecimal.ONE.divide(new BigDecimal(3), DIGITS));
    assertThat(third.lo()).isNotZero();
  }

  @Test
  void matricesAreInvertedToThirtyDigits() {
    var rng = new Rng(2);
    RealMat a = RealMat.generate(5, 5, (_, _) -> rng.normal());
    PreciseMat x = PreciseMat.of(a);
    PreciseMat rest = x.times(x.inverse()).minus(x.eye(5));
    assertThat(rest.rounded().maxAbs()).isLessThan(1e-28);
    PreciseMat one = (PreciseMat) x.det().hadamard(x.inverse().det());
    assertThat(one.get(0, 0).minus(DoubleDouble.ONE).hi()).isBetween(-1e-28, 1e-28);
    assertThat(x.rounded().toArray()).isEqualTo(a.toArray());
  }
}
