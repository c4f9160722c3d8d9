package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `--entries` writes a derivative out at small sizes.
class EntriesTest {
  @Test
  void aQuadraticForm() {
    assertThat(Run.of("diff", "x'*A*x", "--wrt", "x", "--entries", "n=2").out())
        .contains("entry by entry for n = 2:")
        .contains("  ∂f/∂x₁ = 2 A₁₁ x₁ + (A₁₂ + A₂₁) x₂\n")
        .contains("each agrees with the entry of the matrix form");
  }

  @ParameterizedTest
  @CsvSource({
    "A*x, x",
    "norm2(A*X)^2, X",
    "inv(X), X",
    "logdet(X), X",
    "t^2*x, t",
    "sum(exp(X*w)), w",
    "x*y', x",
    "softmax(x), x"
  })
  void everyKindAgreesInEitherLayout(String f, String wrt) {
    for (String layout : new String[] {"numerator", "denominator"}) {
      Run run =
          Run.of(
              "diff", f, "--wrt", wrt, "--layout", layout, "--entries", "--declare", "t: scalar");
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("each agrees with the entry of the matrix form");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x'*A*x | x | n=99 | gives no size",
        "x'*A*x | x | k=2  | gives no size",
        "A*X*A | X | n=9,m=9 | at most 64"
      })
  void whatIsRefused(String f, String wrt, String sizes, String message) {
    Run run = Run.of("diff", f, "--wrt", wrt, "--entries=" + sizes);
    assertThat(run.err()).contains(message);
    assertThat(run.code()).isEqualTo(1);
  }
}
