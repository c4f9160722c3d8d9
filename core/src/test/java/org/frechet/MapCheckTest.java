package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.frechet.check.DefinitionCheck.Verdict;
import org.frechet.derive.Layout;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inv(X) | X | -inv(X)*dX*inv(X) | DERIVATIVE",
        "inv(X) | X | Δ ↦ -inv(X)*Δ*inv(X) | DERIVATIVE",
        "inv(X) | X | H -> inv(X)*H*inv(X) | WRONG_MAP",
        "x'*H*x | x | H -> 2*x'*H | WRONG_MAP",
        "x'*x | x | 0 | WRONG_MAP",
        "X*X | X | E -> X*E + E*X + E*E | NOT_LINEAR",
      })
  void incrementsHaveNames(String f, String wrt, String map, String verdict) {
    MapCheck found = MapCheck.of(f, wrt, map, Conventions.NONE);
    assertThat(found.check().verdict()).isEqualTo(Verdict.valueOf(verdict));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d(inv(X)) = -inv(X)*dX*inv(X) | DERIVATIVE | -inv(X)*dX*inv(X)",
        "d(x'*A*x)/dx = (A + A')*x | DERIVATIVE | dx'*(A + A')*x",
        "d(x'*A*x)/dx = 2*A*x | WRONG_MAP | 2*(dx'*A*x)",
        "d(A*x)/dx = A | DERIVATIVE | A*dx",
        "d(X*X) = X*dX + dX*X | DERIVATIVE | X*dX + dX*X",
        "d(exp(a))/da = exp(a) | DERIVATIVE | exp(a)*da",
        "let y = x'*A*x; dy/dx = (A + A')*x | DERIVATIVE | dx'*(A + A')*x",
        "diff(diff(x'*A*x, x), x) = A + A' | DERIVATIVE | (A + A')*dx",
        "d(x'*x)/dx = 0 | WRONG_MAP | 0",
      })
  void wholeClaimsAreMaps(String claim, String verdict, String map) {
    MapCheck found = MapCheck.of(claim, Conventions.NONE);
    assertThat(found.check().verdict()).isEqualTo(Verdict.valueOf(verdict));
    assertThat(found.map()).isEqualTo(map);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tr(A) = tr(A') | claims no derivative",
        "d(tr(X*Y)) = tr(dX*Y + X*dY) | several variables",
        "x'*x | claims nothing",
        "d(x'*x)/dx = 2*x = x + x | several claims",
      })
  void otherClaimsAreRefused(String claim, String message) {
    assertThatThrownBy(() -> MapCheck.of(claim, Conventions.NONE))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message);
  }

  @Test
  void layoutsArrangeGradients() {
    var numerator = new Conventions(Map.of(), List.of(), Layout.NUMERATOR);
    String claim = "d(logdet(X))/dX = inv(X)";
    assertThat(MapCheck.of(claim, numerator).check().verdict()).isEqualTo(Verdict.DERIVATIVE);
    assertThat(MapCheck.of(claim, Conventions.NONE).check().verdict()).isEqualTo(Verdict.WRONG_MAP);
  }

  @Test
  void theCorrectMapIsGiven() {
    MapCheck found = MapCheck.of("x'*A*x", "x", "2*x'*A*dx", Conventions.NONE);
    assertThat(found.correct()).contains("dx'*A*x + x'*A*dx");
    assertThat(MapCheck.of("tr(A*X)", "X", "tr(A*dX)", Conventions.NONE).correct()).isEmpty();
  }

  @Test
  void definitionsStandForWhatTheyDefine() {
    var conventions =
        new Conventions(
            Map.of(),
            List.of(
                Definition.of("r", Parser.parse("A*x - b")),
                Definition.of("F", Parser.parse("r'*r"))),
            Layout.MIXED);
    assertThat(MapCheck.of("F", "x", "2*r'*A*dx", conventions).check().verdict())
        .isEqualTo(Verdict.DERIVATIVE);
  }

  @Test
  void largeSizesAreTriedAsSmallOnes() {
    var conventions =
        new Conventions(
            Statement.declarations(Map.of("X", "matrix(1000,784)", "Y", "matrix(1000,10)")),
            List.of(),
            Layout.MIXED);
    MapCheck found = MapCheck.of("normF(X*W - Y)^2", "W", "2*tr((X*W - Y)'*X*dW)", conventions);
    assertThat(found.check().verdict()).isEqualTo(Verdict.DERIVATIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x'*x | x | A*dx | the map gives",
        "x'*x | x | 2*x'*dx = 1 | this is a statement",
        "x'*x | x(1) | 2*x'*dx | not a name",
      })
  void whatIsNoMapIsRefused(String f, String wrt, String map, String message) {
    assertThatThrownBy(() -> MapCheck.of(f, wrt, map, Conventions.NONE))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(message);
  }
}
