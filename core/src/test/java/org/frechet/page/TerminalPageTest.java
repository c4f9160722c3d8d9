package org.frechet.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.frechet.Derivative;
import org.frechet.Explanation;
import org.frechet.Frechet;
import org.frechet.Query;
import org.frechet.explain.Detail;
import org.frechet.explain.Manner.Pairing;
import org.frechet.explain.Method;
import org.frechet.page.Derivations.Case;
import org.frechet.print.Typography;
import org.frechet.print.Typography.Determinant;
import org.frechet.print.Typography.Differential;
import org.frechet.print.Typography.Hadamard;
import org.frechet.print.Typography.Transpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TerminalPageTest {
  private static String page(Case c, Look look) {
    return TerminalPage.of(c.sheet(), look, /* coloured= */ false, TerminalPage.WIDTH);
  }

  @Test
  void formulasAreAlignedAndRulesStandAtTheMargin() {
    assertThat(page(new Case("tr(A*X*B)", "X"), Look.DEFAULT))
        .startsWith(
            """
            f(X) = tr(A X B)
            A: n×p   X: p×q   B: q×n
            ∂f/∂X by differentials and the trace trick
            """)
        .contains("\n  ∂f/∂X = Aᵀ Bᵀ")
        .endsWith("\nEvery line was checked with numbers at random points.");
  }

  @ParameterizedTest
  @MethodSource("org.frechet.page.Derivations#all")
  void everyLineFits(Case c) {
    assertThat(page(c, Look.DEFAULT).lines()).allMatch(line -> Widths.of(line) <= 80);
    Sheet full = c.sheet(Detail.FULL, Pairing.TRACE);
    String page = TerminalPage.of(full, new Look(Typography.DEFAULT, true), false, 80);
    assertThat(page.lines()).allMatch(line -> Widths.of(line) <= 80);
  }

  @Test
  void longLeftSidesFitToo() {
    Derivative hessian = Frechet.parse("inv(A + X*X')").derivative(Query.by("X").order(2));
    Sheet sheet =
        Explanation.of(hessian, Method.STOP_GRADIENT, Detail.SHORT).sheet(Pairing.SHORTER);
    assertThat(TerminalPage.of(sheet, Look.DEFAULT, /* coloured= */ false, 80).lines())
        .allMatch(line -> Widths.of(line) <= 80);
  }

  @Test
  void signsAreChosen() {
    Typography signs =
        Typography.DEFAULT
            .with(Differential.DELTA)
            .with(Transpose.PRIME)
            .with(Hadamard.CIRC)
            .with(Determinant.BARS);
    String page = page(new Case("log(det(X))", "X"), new Look(signs, false));
    assertThat(page).contains("log |X|", "ΔX", "X⁻¹′").doesNotContain("dX", "det(", "ᵀ");
  }

  @Test
  void whatChangedStandsOut() {
    String page = TerminalPage.of(new Case("tr(A*X*B)", "X").sheet(), Look.DEFAULT, true, 80);
    assertThat(page).contains("= tr(\u001b[1;35mB\u001b[m A dX)");
  }

  @Test
  void shapesOnDemand() {
    assertThat(page(new Case("tr(A*X*B)", "X"), new Look(Typography.DEFAULT, true)))
        .contains("linearity   scalar");
  }
}
