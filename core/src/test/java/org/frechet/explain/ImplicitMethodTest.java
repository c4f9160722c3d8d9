package org.frechet.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.frechet.Derivative;
import org.frechet.Explanation;
import org.frechet.Frechet;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.print.Presentation.Style;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Equations differentiated on both sides.
class ImplicitMethodTest {
  private static Explanation explained(String f, String by, String declare, Detail detail) {
    Derivative d = Frechet.parse(f).declare(declare == null ? "" : declare).derivative(by);
    return Explanation.of(d, Method.IMPLICIT, detail);
  }

  private static List<String> lines(Explanation e) {
    Manner m = e.manner(Style.TYPESET, Manner.Pairing.SHORTER);
    return e.proof().lines().stream()
        .map(l ->
            UnicodePrinter.print(l.left().syntax(m))
                + " = "
                + UnicodePrinter.print(l.right().syntax(m)))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          inv(X)                 | X | | dX Y + X dY = 0 | dY = −X⁻¹ dX X⁻¹
          tr(A*inv(X))           | X | | X Y = Iₙ | df = −tr(X⁻¹ A X⁻¹ dX)
          y'*inv(S)*y            | S | S: matrix(n,n) spd | dS Y + S dY = 0 | dY = −S⁻¹ dS S⁻¹
          tr(A*sqrtm(X))         | X | | dY Y + Y dY = dX | dY = sylvester(Y, Y, dX)
          tr(A*chol(S))          | S | A: matrix(n,n); S: matrix(n,n) spd | dL Lᵀ + L dLᵀ = dS | dL = L (2 tril(L⁻¹ dS L⁻ᵀ) − diag(diag(L⁻¹ dS L⁻ᵀ))) / 2
          lmax(S)                | S | S: matrix(n,n) symmetric | dS v + S dv = dλ v + λ dv | dλ = vᵀ dS v
          lmin(S)                | S | S: matrix(n,n) symmetric | S v = λ v | dλ = vᵀ dS v
          b'*eig(S)              | S | S: matrix(n,n) symmetric | S V = V diag(λ) | dλ = diag(Vᵀ dS V)
          tr(D*sylvester(A,B,C)) | C | | dY B + A dY = dC | dY = sylvester(A, B, dC)
          tr(A*logm(X))          | X | | expm(Y) = X | dY = reshape(expmkron(Y)⁻¹ vec(dX), n, n)
          log(a)                 | a | | dy exp(y) = da | dy = da/a
          asin(a)                | a | | sin(y) = a | dy = da / √(1 − a²)
          atan(a)                | a | | tan(y) = a | dy = da / (1 + a²)
          b'*sqrt(x)             | x | | y∘² = x | dy = dx ⊘ y / 2
          sum(x.^-2)             | x | | x∘² ⊙ y = 1ₙ | dy = −2 (dx ⊙ y ⊘ x)
          sqrt(sum(exp(x*a)))    | a | a: scalar; x: vector(n) | y² = sum(exp(a x)) | ∂y/∂a = exp(a x)ᵀ x / (2 √sum(exp(a x)))
          norm2(x)               | x | | r² = xᵀ x | dr = dxᵀ x / r
          logsumexp(x)           | x | | exp(y) = sum(exp(x)) | dy = dxᵀ exp(x) / sum(exp(x))
          log(lmax(S)/lmin(S))   | S | S: matrix(n,n) spd | S u = μ u | dy = vᵀ dS v / λ − uᵀ dS u / μ
          y'*inv(sqrtm(S))*y     | S | S: matrix(n,n) spd | Y² = S | dZ = −Y⁻¹ dY Y⁻¹
          """)
  void differentiatesBothSides(
      String f, String by, String declare, String equation, String solution) {
    assertThat(lines(explained(f, by, declare, Detail.SHORT))).contains(equation, solution);
    assertThat(explained(f, by, declare, Detail.FULL).proof().lines()).isNotEmpty();
  }

  /// What a line claims is checked with numbers: none may be left out, and a wrong one is found.
  @Test
  void everyLineIsMeasured() {
    for (String f : List.of("tr(A*inv(X))", "tr(A*sqrtm(X))", "tr(A*logm(X))")) {
      Task task = task(f, "X");
      Proof proof = ImplicitMethod.explain(task);
      Replay replay = Replay.of(proof, task);
      assertThat(replay.failures()).isEmpty();
      assertThat(replay.unmeasured()).isZero();
      for (Line line : proof.lines().subList(2, proof.lines().size())) {
        var claim = (Meaning.Equal) line.meaning();
        Line wrong =
            line.claiming(
                new Meaning.Equal(
                    claim.left(), Algebra.add(claim.right(), Algebra.ones(claim.right().shape()))));
        var spoilt =
            new Proof(Method.IMPLICIT, List.of(new Part("", List.of(line, wrong))), proof.held());
        assertThat(Replay.of(spoilt, task).failures()).isNotEmpty();
      }
    }
  }

  private static Task task(String f, String by) {
    Model model = Frechet.parse(f).model();
    Expr variable = Objects.requireNonNull(model.variables().get(by));
    return new Task(
        model.expr(),
        variable,
        Derivation.of(model.expr(), variable, 1, Layout.MIXED),
        Detail.SHORT,
        Set.of("A", by),
        _ -> List.of(),
        List.of());
  }

  @Test
  void conditionsStandOnTheLineThatNeedsThem() {
    Proof inverse = explained("tr(A*inv(X))", "X", "", Detail.SHORT).proof();
    assertThat(inverse.parts().get(1).lines().getFirst().conditions())
        .containsExactly("X invertible");
    Proof eigenvalue = explained("lmax(S)", "S", "S: matrix(n,n) symmetric", Detail.SHORT).proof();
    assertThat(eigenvalue.lines().stream().flatMap(l -> l.conditions().stream()))
        .containsExactly("the largest eigenvalue of S is simple");
  }

  @ParameterizedTest
  @CsvSource({"norm2(x)^2, x", "logdet(X), X", "tr(A*X), X"})
  void refusesWhereNoEquationDefinesAnything(String f, String by) {
    assertThatThrownBy(() -> explained(f, by, "", Detail.SHORT))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("no part of this function is defined by an equation");
  }
}
