package org.frechet.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.frechet.numeric.RealMat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The words in which judgments are told.
class RemarksTest {
  @ParameterizedTest
  @CsvSource({
    "A symmetric,A is symmetric",
    "A symmetric;B symmetric,A and B are symmetric",
    "A symmetric;X invertible,A is symmetric and X is invertible",
    "A symmetric;B symmetric;C symmetric,'A, B and C are symmetric'",
    "A and B commute,A and B commute",
    "X has full rank,X has full rank",
    "A symmetric;c > 0,A is symmetric and c > 0",
    "X of full column rank,X is of full column rank"
  })
  void hypothesesAreClauses(String hypotheses, String clause) {
    assertThat(Hypotheses.clause(List.of(hypotheses.split(";")))).isEqualTo(clause);
  }

  @Test
  void conditionsAreBrief() {
    assertThat(Hypotheses.brief(List.of("det(X) > 0", "X invertible")))
        .isEqualTo("X invertible, det X > 0");
    assertThat(Hypotheses.brief(List.of("det(X*Y) != 0"))).isEqualTo("det(X*Y) != 0");
  }

  @ParameterizedTest
  @CsvSource({
    "3,3",
    "-0.0,0",
    "0.5,0.5",
    "0.3333333333,0.333333",
    "1e20,1e20",
    "1.25e-15,1.25e-15",
    "-123456789,-123456789",
    "NaN,undefined",
    "Infinity,Inf"
  })
  void numbers(double x, String written) {
    assertThat(Numbers.of(x)).isEqualTo(written);
  }

  @Test
  void arrays() {
    assertThat(Numbers.of(RealMat.of(new double[][] {{0, 1}, {0, 0}}))).isEqualTo("[0 1; 0 0]");
    assertThat(Numbers.of(RealMat.of(2, 1, 1, 1))).isEqualTo("(1, 1)'");
    assertThat(Numbers.of(RealMat.of(1, 2, 1, 0.5))).isEqualTo("(1, 0.5)");
    assertThat(Numbers.of(RealMat.scalar(4))).isEqualTo("4");
    assertThat(Numbers.above(3e-18)).isEqualTo("10⁻¹⁷");
  }

  @Test
  void sentencesAreOnOneLine() {
    assertThat(Plain.line("a\u001b[31m\nb\u202e")).isEqualTo("a\ufffd[31m b\ufffd");
    assertThat(Plain.line("\ud800x")).isEqualTo("\ufffdx");
    assertThat(Plain.line("𝐀")).isEqualTo("𝐀");
    assertThat(Plain.shortened("a  b\n c d", 6)).isEqualTo("a b c…");
  }
}
