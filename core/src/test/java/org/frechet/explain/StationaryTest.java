package org.frechet.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.frechet.Explanation;
import org.frechet.Frechet;
import org.frechet.print.Presentation.Style;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Gradients set to zero, solved and tested.
class StationaryTest {
  private static Explanation stationary(String f, String by, String declare) {
    String declared = declare == null ? "" : declare;
    return Explanation.stationary(Frechet.parse(f).declare(declared).derivative(by), Detail.SHORT);
  }

  private static List<String> lines(Explanation e) {
    Manner m = e.manner(Style.TYPESET, Manner.Pairing.SHORTER);
    return e.proof().lines().stream()
        .map(l ->
            UnicodePrinter.print(l.left().syntax(m))
                + " "
                + l.relation().sign()
                + " "
                + UnicodePrinter.print(l.right().syntax(m)))
        .toList();
  }

  private static List<String> notes(Explanation e) {
    return e.proof().parts().stream().flatMap(p -> p.notes().stream()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          norm2(y - X*w)^2 + c*norm2(w)^2 | w | | (Xᵀ X + c Iₙ) w = Xᵀ y | w = (Xᵀ X + c Iₙ)⁻¹ Xᵀ y | global minimum where c > 0
          x'*A*x - 2*b'*x | x | A: matrix(n,n) spd | A x = b | x = A⁻¹ b | global minimum
          b'*x - x'*A*x   | x | A: matrix(n,n) spd | A x = b/2 | x = A⁻¹ b / 2 | global maximum
          norm2(Y - X*B)^2 | B | | Xᵀ X B = Xᵀ Y | B = (Xᵀ X)⁻¹ Xᵀ Y | global minimum
          logdet(X) - tr(A*X) | X | A: matrix(n,n) spd; X: matrix(n,n) spd | X⁻¹ = A | X = A⁻¹ | a maximum
          sum(x.*log(x)) - b'*x | x | b: vector(n) | log(x) = b − 1 | x = exp(b − 1) | a minimum
          a - log(a) | a | a: scalar positive | 1/a = 1 | a = 1 | a minimum
          x(1)^2 - x(2)^2 | x | x: vector(2) | [2, 0; 0, −2] x = 0 | x = 0 | the point is a saddle
          x'*A*x - 2*b'*x | x | | (A + Aᵀ) x = 2 b | x = 2 (A + Aᵀ)⁻¹ b | a saddle where it is indefinite
          """)
  void solvesAndTests(
      String f, String by, String declare, String normal, String solution, String verdict) {
    Explanation e = stationary(f, by, declare);
    assertThat(lines(e)).contains(normal, solution);
    assertThat(notes(e)).anyMatch(n -> n.contains(verdict));
    assertThat(e.proof().parts().stream().map(Part::title))
        .containsExactly("gradient", "stationary point", "test");
  }

  /// The gradient vanishes there formally, but the function or the point does not exist.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          exp(x)               | x | x: scalar
          log(x) + x           | x | x: scalar
          sqrt(x) + x          | x | x: scalar
          logdet(X) + tr(A*X)  | X | X: matrix(n,n) spd; A: matrix(n,n) spd
          (x'*a - 1)^2         | x | x: vector(n); a: vector(n)
          sum(x)^2 - b'*x      | x | x: vector(n); b: vector(n)
          """)
  void whatDoesNotExistIsNoStationaryPoint(String f, String by, String declare) {
    Explanation e = stationary(f, by, declare);
    assertThat(e.proof().parts().stream().map(Part::title))
        .containsExactly("gradient", "stationary point");
    assertThat(notes(e)).anyMatch(n -> n.startsWith("the equation was not solved"));
  }

  @Test
  void whereThePointExistsStandsWithIt() {
    Explanation e = stationary("exp(x) - c*x", "x", "x: scalar; c: scalar");
    assertThat(e.proof().parts().get(1).lines().getLast().conditions()).contains("c > 0");
  }

  @Test
  void conditionsStandWithTheSolution() {
    Explanation ridge = stationary("norm2(y - X*w)^2 + c*norm2(w)^2", "w", "");
    assertThat(ridge.proof().parts().get(1).lines().getLast().conditions())
        .containsExactly("X'*X + c*eye(n) invertible, as it is for c > 0");
    Explanation precision = stationary("logdet(X) - tr(A*X)", "X", "X: matrix(n,n) spd");
    assertThat(precision.proof().parts().get(1).lines().getLast().conditions())
        .containsExactly("A + A' invertible");
    assertThat(notes(precision)).anyMatch(n -> n.contains("the solution is spd"));
  }

  @ParameterizedTest
  @CsvSource({
    "logsumexp(X*w) + norm2(w)^2, w, the equation is not linear in w: softmax(X*w) is not",
    "b'*x, x, there is no stationary point unless it is zero"
  })
  void theGradientIsShownWhereNothingIsSolved(String f, String by, String why) {
    Explanation e = stationary(f, by, "");
    assertThat(e.proof().parts().getFirst().title()).isEqualTo("gradient");
    assertThat(notes(e)).anyMatch(n -> n.contains(why));
  }

  @ParameterizedTest
  @CsvSource({"A*x, x, '', scalar value", "b'*x, x, x: vector(n) unit, curved set"})
  void refusals(String f, String by, String declare, String why) {
    assertThatThrownBy(() -> stationary(f, by, declare))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
  }
}
