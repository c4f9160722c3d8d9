package org.frechet.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.frechet.Derivative;
import org.frechet.Explanation;
import org.frechet.Formula;
import org.frechet.Frechet;
import org.frechet.Query;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.print.Presentation.Style;
import org.frechet.print.TextPrinter;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Derivations by index sums, as they are written on paper.
class IndexMethodTest {
  private static Explanation explained(String expr, String wrt, Detail detail, String declare) {
    Formula f = Frechet.parse(expr);
    for (String d : declare.split(";")) {
      f = d.isBlank() ? f : f.declare(d.strip());
    }
    Derivative d = f.derivatives(Query.by(wrt)).getFirst();
    return Explanation.of(d, Method.INDEX, detail);
  }

  private static List<String> lines(Explanation e) {
    Manner manner = e.manner(Style.TYPESET, Manner.Pairing.SHORTER);
    return e.proof().lines().stream()
        .map(l ->
            UnicodePrinter.print(l.left().syntax(manner))
                + " = "
                + UnicodePrinter.print(l.right().syntax(manner)))
        .toList();
  }

  private static Task task(Explanation e, Detail detail) {
    Expr f = ((Meaning.Equal) e.proof().lines().getFirst().meaning()).left();
    Expr x =
        e.proof().held().values().stream()
            .filter(v -> v.node() instanceof Node.Var)
            .findFirst()
            .orElseThrow();
    Derivation d = Derivation.of(f, x, 1, Layout.MIXED);
    return new Task(f, x, d, detail, Set.of(), _ -> List.of(), List.of());
  }

  private static List<String> derivation(String expr, String wrt) {
    return lines(explained(expr, wrt, Detail.SHORT, ""));
  }

  @Test
  void quadraticForm() {
    assertThat(derivation("x'*A*x", "x"))
        .containsExactly(
            "f = xᵀ A x",
            "f = ∑ᵢ ∑ⱼ x(i) A(i,j) x(j)",
            "∂f/∂x(k) = ∑ᵢ ∑ⱼ (δ(i,k) A(i,j) x(j) + x(i) A(i,j) δ(j,k))",
            "∂f/∂x(k) = (∑ⱼ A(k,j) x(j)) + ∑ᵢ x(i) A(i,k)",
            "∂f/∂x(k) = (A x)(k) + (Aᵀ x)(k)",
            "∂f/∂x = (A + Aᵀ) x");
  }

  @Test
  void leastSquares() {
    assertThat(derivation("norm2(X*w - y)^2", "w"))
        .containsExactly(
            "f = ‖X w − y‖²",
            "f = ∑ᵢ ((∑ⱼ X(i,j) w(j)) − y(i))²",
            "∂f/∂w(k) = 2 ∑ᵢ ((∑ⱼ X(i,j) w(j)) − y(i)) ∑ⱼ X(i,j) δ(j,k)",
            "∂f/∂w(k) = 2 ∑ᵢ ((∑ⱼ X(i,j) w(j)) − y(i)) X(i,k)",
            "∂f/∂w(k) = 2 (Xᵀ (X w − y))(k)",
            "∂f/∂w = 2 Xᵀ (X w − y)");
  }

  @Test
  void theSecondOrderDifferentiatesTheGradient() {
    Derivative d = Frechet.parse("x'*A*x").derivatives(Query.by("x").order(2)).getFirst();
    Explanation e = Explanation.of(d, Method.INDEX, Detail.SHORT);
    assertThat(e.proof().parts()).hasSize(2);
    assertThat(lines(e))
        .contains("∂f/∂x = (A + Aᵀ) x", "∂g(p)/∂x(k) = A(p,k) + A(k,p)", "∂g/∂x = A + Aᵀ");
  }

  @Test
  void traceOfAProduct() {
    assertThat(derivation("tr(A*X*B)", "X"))
        .containsExactly(
            "f = tr(A X B)",
            "f = ∑ᵢ ∑ⱼ ∑ᵣ A(i,j) X(j,r) B(r,i)",
            "∂f/∂X(k,l) = ∑ᵢ ∑ⱼ ∑ᵣ A(i,j) δ(j,k) δ(r,l) B(r,i)",
            "∂f/∂X(k,l) = ∑ᵢ A(i,k) B(l,i)",
            "∂f/∂X(k,l) = (Aᵀ Bᵀ)(k,l)",
            "∂f/∂X = Aᵀ Bᵀ");
  }

  @Test
  void aMatrixByAMatrixKeepsItsDeltas() {
    assertThat(derivation("X*A*X", "X"))
        .contains("∂F(p,q)/∂X(k,l) = δ(p,k) (A X)(l,q) + δ(q,l) (X A)(p,k)");
  }

  @Test
  void theInverseByItsDeclaredDifferential() {
    assertThat(derivation("inv(X)", "X")).contains("∂F(p,q)/∂X(k,l) = −(X⁻¹)(p,k) (X⁻¹)(l,q)");
    assertThat(derivation("det(X)", "X")).contains("∂f/∂X(k,l) = det(X) (X⁻¹)(l,k)");
  }

  @Test
  void aConditionStandsOnTheFirstLineThatNeedsIt() {
    List<Line> lines = explained("tr(A*inv(X))", "X", Detail.SHORT, "").proof().lines();
    assertThat(lines.getFirst().conditions()).isNotEmpty();
    assertThat(lines.subList(1, lines.size())).allMatch(l -> l.conditions().isEmpty());
  }

  /// Letters with a meaning are not used as indices.
  @Test
  void indicesAreNotNamesOfTheFormula() {
    assertThat(lines(explained("i'*A*k", "k", Detail.SHORT, "i: vector(j); k: vector(r)")))
        .contains("f = ∑ₛ ∑ₜ i(s) A(s,t) k(t)", "∂f/∂k(l) = ∑ₛ i(s) A(s,l)");
  }

  /// Explaining checks each line with numbers; what is written can be read.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a'*X*b | X | a: vector(m); b: vector(n) | 6",
        "norm2(Y - X*B)^2 | B | | 7",
        "sum(exp(A*x)) | x | | 6",
        "A*x | x | | 5",
        "sigmoid(W*x + b) | x | b: vector(m) | 6",
        "x*x' | x | | 5",
        "tr(X'*A*X) | X | | 6",
        "sum(log(1 + exp(-y.*(X*w)))) | w | | 6",
        "sum(i, (y(i) - X(i,:)*a)^2) | a | a: vector(n); X: matrix(m,n) | 6",
        "logdet(X) | X | | 6",
        "softmax(A*x) | x | | 6",
        "logsumexp(A*x) | x | | 6",
        "diag(x)*A*diag(x) | x | | 6",
        "tr(tril(X)*A) | X | | 6",
        "sin(t)*x'*A*x | t | | 5",
        "norm2(A*x - b) | x | b: vector(m) | 7",
        "tr(A*S) | S | S: matrix(n,n) symmetric | 6",
        "x(1)^2*x(2) | x | x: vector(n) | 6",
        "2.^x | x | | 6",
        "x'*inv(A + diag(x))*x | x | | 7",
        "pinv(log(1 + X.^2))*y | X | X: matrix(p,p) diagonal | 6",
        "sum(j, exp(c*(X(j,2) + A(j,2)))) | c | X: matrix(m,n); A: matrix(m,m); c: scalar | 6",
        "sum(k, r*inv(X(:,k)*y' - B)*x) | x | r: row(p); X: matrix(p,p) | 6",
        "norm(ones(p,p)*(a - b), 1) | a | | 6",
        "B'*(A(1,:)'.*(B*x)) | x | A: matrix(m,n); B: matrix(n,p) | 6",
      })
  void everyLineHolds(String expr, String wrt, String declare, int most) {
    String declared = declare == null ? "" : declare;
    for (Detail detail : Detail.values()) {
      Explanation e = explained(expr, wrt, detail, declared);
      List<Line> lines = e.proof().lines();
      Replay replay = Replay.of(e.proof(), task(e, detail));
      assertThat(replay.failures()).isEmpty();
      assertThat(replay.unmeasured()).isZero();
      assertThat(lines).hasSizeLessThanOrEqualTo(detail == Detail.SHORT ? most : 40);
      Manner text = e.manner(Style.TEXT, Manner.Pairing.SHORTER);
      lines.forEach(l -> Frechet.parse(TextPrinter.print(l.right().syntax(text))));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"tr(expm(X)) | X", "b'*vec(X) | X", "integrate(exp(-t^2*x'*x), t, 0, 1) | x"})
  void refusesWhatHasNoEntries(String expr, String wrt) {
    assertThatThrownBy(() -> derivation(expr, wrt))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.problem().message())
                  .contains("cannot be written with sums over indices");
              assertThat(r.problem().hint()).contains("differential");
            });
  }
}
