package org.frechet.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.frechet.Explanation;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.shape.Dim;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// One term for each occurrence of the variable.
class StopGradientMethodTest {
  private static Explanation explained(String f, String by, String declare) {
    return WrittenLines.explained(f, by, declare, Method.STOP_GRADIENT, Detail.SHORT);
  }

  @Test
  void quadraticForm() {
    assertThat(WrittenLines.unicode(explained("x'*A*x", "x", "")))
        .containsExactly(
            "f = xᵀ A x",
            "∂f/∂x = ∂(xᵀ A sg(x))/∂x + ∂(sg(x)ᵀ A x)/∂x",
            "∂(xᵀ A sg(x))/∂x = A x",
            "∂(sg(x)ᵀ A x)/∂x = Aᵀ x",
            "∂f/∂x = A x + Aᵀ x",
            "∂f/∂x = (A + Aᵀ) x");
  }

  @Test
  void aSquaredNormHasTwoFactors() {
    assertThat(WrittenLines.unicode(explained("norm2(X*w-y)^2", "w", "")))
        .containsExactly(
            "f = ‖X w − y‖²",
            "f = (X w − y)ᵀ (X w − y)",
            "∂f/∂w = ∂((X w − y)ᵀ sg(X w − y))/∂w + ∂(sg(X w − y)ᵀ (X w − y))/∂w",
            "∂((X w − y)ᵀ sg(X w − y))/∂w = Xᵀ (X w − y)",
            "∂f/∂w = 2 Xᵀ (X w − y)");
  }

  @Test
  void networkOfTwoLayersIsShort() {
    String shapes = "b1: vector(m); b2: vector(k); x: vector(n); y: vector(k)";
    Explanation e = explained("norm2(W2*tanh(W1*x+b1)+b2-y)^2", "W1", shapes);
    assertThat(e.proof().lines()).hasSizeLessThanOrEqualTo(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          logdet(X'*X)        | X | ∂f/∂X = ∂log det(Xᵀ sg(X))/∂X + ∂log det(sg(X)ᵀ X)/∂X
          (x'*x)*x            | x | ∂(sg(xᵀ x) x)/∂x = xᵀ x Iₙ
          X*A*X               | X | ∂(X A sg(X))/∂X = (A X)ᵀ ⊗ Iₘ
          (tanh(A*x))'*B*x    | x | ∂(tanh(A x)ᵀ B sg(x))/∂x = Aᵀ ((1 − tanh(A x)∘²) ⊙ (B x))
          mse(X*w, y)         | w | ∂(sg(X w − y)ᵀ (X w − y) / m)/∂w = Xᵀ (X w − y) / m
          X^3                 | X | ∂(sg(X) X sg(X))/∂X = Xᵀ ⊗ X
          exp(x'*A*x)         | x | ∂exp(xᵀ A sg(x))/∂x = exp(xᵀ A x) A x
          b'*x + x'*A*x       | x | ∂(bᵀ x)/∂x = b
          norm2(Y-X*X')^2     | X | ∂⟨sg(X) Xᵀ − Y, sg(X Xᵀ − Y)⟩/∂X = (X Xᵀ − Yᵀ) X
          x'*A*x/(x'*x)       | x | ∂f/∂x = A x / (xᵀ x) + Aᵀ x / (xᵀ x) − xᵀ A x x / (xᵀ x)² − xᵀ A x x / (xᵀ x)²
          integrate(exp(-a*t^2), t, 0, a) | a | ∂f/∂a = exp(−a³) − ∫₀ᵃ exp(−a t²) t² dt
          """)
  void oneTermForEachOccurrence(String f, String by, String line) {
    assertThat(WrittenLines.unicode(explained(f, by, ""))).contains(line);
  }

  @Test
  void oneOccurrenceIsSaidToBeOne() {
    Explanation e = explained("A*sigmoid(B*x)", "x", "");
    assertThat(e.proof().lines()).hasSize(2);
    assertThat(e.proof().parts().getFirst().notes())
        .containsExactly("x occurs once: there is one term, and nothing is frozen");
  }

  @Test
  void manyOccurrencesAreRefused() {
    assertThatThrownBy(() -> explained("tr(" + "X*A*".repeat(12) + "X)", "X", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("X occurs 13 times");
  }

  @Test
  void whereOneTermAloneChangesTheRankTheReasonIsGiven() {
    assertThatThrownBy(
            () -> explained("tr(A*pinv(S - lmin(S)*eye(n)))", "S", "S: matrix(n,n) symmetric"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("rank");
  }

  @Test
  void whereFrozenSidesLackSymmetryTheReasonIsGiven() {
    assertThatThrownBy(() -> explained("lmax(X'*X)", "X", ""))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot be told apart");
  }

  @ParameterizedTest
  @EnumSource(Detail.class)
  void structuredVariables(Detail detail) {
    for (String trait : List.of("symmetric", "spd", "diagonal", "lower", "orthogonal")) {
      for (String f : List.of("tr(A*S*B*S)", "norm2(A*S-B)^2", "tr(A*inv(S)*B*S)")) {
        Explanation e =
            WrittenLines.explained(f, "S", "S: matrix(n,n) " + trait, Method.STOP_GRADIENT, detail);
        assertThat(e.proof().lines()).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void layouts(Layout layout) {
    for (String f : List.of("x'*A*x", "A*x + (x'*x)*b", "tanh(B*x)*(x'*x)")) {
      assertThat(WrittenLines.explained(f, "x", layout, Method.STOP_GRADIENT).proof().lines())
          .isNotEmpty();
    }
  }

  /// The second derivative of a scalar function is the derivative of its gradient.
  @Test
  void ofTheGradient() {
    Dim n = Dim.of("n");
    Expr a = Algebra.variable("A", Shape.matrix(n, n));
    Expr b = Algebra.variable("b", Shape.vector(n));
    Expr x = Algebra.variable("x", Shape.vector(n));
    Expr f = Algebra.mul(x.transpose(), a, x, b.transpose(), x);
    Derivation second = Derivation.of(f, x, 2, Layout.MIXED);
    Set<String> taken = Set.of("A", "b", "x", "n");
    var task =
        new Task(second.function(), x, second, Detail.SHORT, taken, _ -> List.of(), List.of());
    Proof proof = Explainer.explain(Method.STOP_GRADIENT, task);
    assertThat(proof.lines()).hasSizeGreaterThan(3);
  }
}
