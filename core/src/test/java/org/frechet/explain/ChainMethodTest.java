package org.frechet.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.frechet.Explanation;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.function.Elementwise;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The chain rule through named intermediate variables.
class ChainMethodTest {
  private static final String NETWORK = "norm2(W2*tanh(W1*x+b1)+b2-y)^2";
  private static final String SHAPES = "b1: vector(m); b2: vector(k); x: vector(n); y: vector(k)";

  private static Explanation explained(String f, String by, String declare) {
    return WrittenLines.explained(f, by, declare, Method.CHAIN, Detail.SHORT);
  }

  @Test
  void networkOfTwoLayers() {
    assertThat(WrittenLines.unicode(explained(NETWORK, "W1", SHAPES)))
        .containsExactly(
            "z = W1 x + b1",
            "h = tanh(z)",
            "r = W2 h + b2 − y",
            "f = ‖r‖²",
            "r̄ = 2 r",
            "h̄ = W2ᵀ r̄",
            "z̄ = h̄ ⊙ (1 − h∘²)",
            "∂f/∂W1 = z̄ xᵀ",
            "∂f/∂W1 = 2 ((1 − tanh(W1 x + b1)∘²) ⊙ (W2ᵀ (W2 tanh(W1 x + b1) + b2 − y))) xᵀ");
  }

  @Test
  void cotangentsInTheInputLanguageAndInLatex() {
    Explanation e = explained(NETWORK, "W1", SHAPES);
    assertThat(WrittenLines.text(e)).contains("zbar = hbar.*(1 - h.^2)", "diff(f,W1) = zbar*x'");
    assertThat(WrittenLines.latex(e)).contains("\\bar{h} = W_2^\\top \\bar{r}");
  }

  @Test
  void jacobiansHaveTheirShapes() {
    var table = explained(NETWORK, "W1", SHAPES).proof().parts().getFirst().table().orElseThrow();
    assertThat(table.rows())
        .containsExactly(
            List.of("∂f/∂r", "1×k"),
            List.of("∂r/∂h", "k×m"),
            List.of("∂h/∂z", "m×m"),
            List.of("∂vec(z)/∂vec(W1)", "m×m·n"));
  }

  @Test
  void residualLayersAddUp() {
    String f =
        "let u1 = x + W2*tanh(W1*x+b1); let u2 = u1 + W4*tanh(W3*u1+b3); norm2(u2 + W6*tanh(W5*u2+b5) - y)^2";
    String shapes = "b1: vector(m); b3: vector(k); b5: vector(l); x: vector(n); y: vector(n)";
    Explanation e = explained(f, "x", shapes);
    assertThat(WrittenLines.unicode(e))
        .contains(
            "u1 = W2 h1 + x",
            "u2 = W4 h2 + u1",
            "r = W6 h3 + u2 − y",
            "ū2 = r̄ + W5ᵀ z̄3",
            "ū1 = ū2 + W3ᵀ z̄2",
            "∂f/∂x = ū1 + W1ᵀ z̄1");
    assertThat(e.proof().lines())
        .anyMatch(l -> l.reason().equals("u1 is used in 2 steps: their contributions add up"));
  }

  @Test
  void jacobiansAreMultipliedFromTheLastToTheFirst() {
    assertThat(WrittenLines.unicode(explained("A*sigmoid(B*x)", "x", "")))
        .containsExactly(
            "z = B x",
            "h = σ(z)",
            "f = A h",
            "∂z/∂x = B",
            "∂h/∂z = diag(h ⊙ (1 − h))",
            "∂f/∂h = A",
            "∂f/∂x = (∂f/∂h) (∂h/∂z) (∂z/∂x)",
            "∂f/∂x = A diag(σ(B x) ⊙ (1 − σ(B x))) B");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x'*A*x          | x | u = A x       | ∂f/∂x = Aᵀ ū + u
          logdet(X'*X)    | X | Ū = U⁻¹       | ∂f/∂X = 2 X Ū
          exp(x'*A*x)     | x | s̄ = f         | ∂f/∂x = s̄ u + Aᵀ ū
          (x'*x)*x        | x | ∂s/∂x = 2 xᵀ  | ∂f/∂x = s Iₙ + x (∂s/∂x)
          X*A*X           | X | dU = dX A     | dF = U dX + dU X
          inv(X)*A        | X | dU = −U dX U  | dF = −X⁻¹ dX X⁻¹ A
          logdet(A+t*B)   | t | ∂U/∂t = B     | ∂f/∂t = tr((∂U/∂t) U⁻¹)
          tr(X*A*X*B)     | X | U = A X B     | f = tr(U X)
          tr(S*K)-logdet(K) | K | f = tr(K S) − log det(K) | ∂f/∂K = (S − K⁻¹)ᵀ
          norm2(r*A)^2    | r | q̄ = 2 q       | f = ‖q‖²
          lmax(X'*X)      | X | U = Xᵀ X      | f = λmax(U)
          sum(i, (y(i) - X(i,:)*w)^2) | w | f = sum(r∘²) | ∂f/∂w = Xᵀ r̄
          """)
  void oneStepAtATime(String f, String by, String first, String second) {
    String declare =
        f.contains("norm2(r") ? "r: row(n)" : f.startsWith("sum(i") ? "w: vector(n)" : "";
    assertThat(WrittenLines.unicode(explained(f, by, declare))).contains(first, second);
  }

  @Test
  void aStepHasASizeOfItsOwn() {
    String declared = "f: scalar -> vector(n); a: scalar";
    assertThat(WrittenLines.unicode(explained("sin(a)*sum(f(a))", "a", declared)))
        .contains("u = f(a)", "g = s sum(u)");
  }

  @Test
  void namesMeanNothingElse() {
    assertThat(WrittenLines.unicode(explained("norm2(z*tanh(h*x))^2", "x", "z: matrix(m,k)")))
        .contains("a = tanh(v)", "v = h x");
  }

  @ParameterizedTest
  @EnumSource(Detail.class)
  void structuredVariables(Detail detail) {
    for (String trait : List.of("symmetric", "spd", "diagonal", "lower", "orthogonal")) {
      for (String f : List.of("tr(A*S*B*S)", "norm2(A*S-B)^2", "logdet(S'*S + A*A')")) {
        Explanation e =
            WrittenLines.explained(f, "S", "S: matrix(n,n) " + trait, Method.CHAIN, detail);
        assertThat(e.proof().lines()).isNotEmpty();
      }
    }
  }

  /// Each layer has its own names, used by all that comes after it.
  @Test
  void aDeepNetworkHasAsManyLinesAsLayers() {
    int layers = 60;
    Dim n = Dim.of("n");
    Expr x = Algebra.variable("x", Shape.vector(n));
    Expr h = x;
    for (int i = 1; i <= layers; i++) {
      Expr w = Algebra.variable("W" + i, Shape.matrix(n, n));
      h = Algebra.add(h, Elementwise.TANH.function().of(Algebra.mul(w, h)));
    }
    Expr f = ScalarValued.sum(h);
    Set<String> taken = new HashSet<>(Set.of("x", "n"));
    var task =
        new Task(
            f,
            x,
            Derivation.of(f, x, 1, Layout.MIXED),
            Detail.SHORT,
            taken,
            _ -> List.of(),
            List.of());
    Proof proof = Explainer.explain(Method.CHAIN, task);
    assertThat(proof.lines()).hasSizeBetween(3 * layers, 5 * layers);
    assertThat(Replay.of(proof, task).failures()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void layouts(Layout layout) {
    for (String f : List.of("x'*A*x", "A*x + (x'*x)*b", "tanh(B*x)*(x'*x)")) {
      assertThat(WrittenLines.explained(f, "x", layout, Method.CHAIN).proof().lines()).isNotEmpty();
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
    Proof proof = Explainer.explain(Method.CHAIN, task);
    assertThat(proof.lines()).hasSizeGreaterThan(3);
  }
}
