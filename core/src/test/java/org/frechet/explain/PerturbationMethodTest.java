package org.frechet.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.frechet.Derivative;
import org.frechet.Explanation;
import org.frechet.Formula;
import org.frechet.Frechet;
import org.frechet.Query;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.explain.Line.Relation;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.print.Presentation.Style;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PerturbationMethodTest {
  private static Explanation explain(String f, String by, Detail detail, String... declared) {
    Formula formula = Frechet.parse(f);
    for (String d : declared) {
      formula = formula.declare(d);
    }
    Derivative d = formula.derivatives(Query.by(by)).getFirst();
    return Explanation.of(d, Method.PERTURBATION, detail);
  }

  /// The derivation goes through its own check once more, which also says what it left out.
  private static Replay replay(Explanation e, String by, Detail detail) {
    Expr f = ((Meaning.Equal) e.proof().lines().getFirst().meaning()).right();
    Expr x = Objects.requireNonNull(Traversal.variables(f).get(by));
    Derivation d = Derivation.of(f, x, 1, Layout.MIXED);
    return Replay.of(e.proof(), new Task(f, x, d, detail, Set.of(), _ -> List.of(), List.of()));
  }

  private static List<String> lines(Explanation e) {
    Manner manner = e.manner(Style.TYPESET, Manner.Pairing.SHORTER);
    return e.proof().lines().stream()
        .map(l ->
            UnicodePrinter.print(l.left().syntax(manner))
                + (l.relation() == Relation.AT_MOST ? " ≤ " : " = ")
                + UnicodePrinter.print(l.right().syntax(manner)))
        .toList();
  }

  @Test
  void quadraticForm() {
    assertThat(lines(explain("x'*A*x", "x", Detail.SHORT)))
        .containsExactly(
            "f = xᵀ A x",
            "f(x + dx) − f(x) = dxᵀ A x + xᵀ A dx + dxᵀ A dx",
            "L(dx) = ⟨(A + Aᵀ) x, dx⟩",
            "∂f/∂x = (A + Aᵀ) x",
            "R(dx) = dxᵀ A dx",
            "abs(R(dx)) ≤ ‖A‖₂ ‖dx‖²");
  }

  @Test
  void inverse() {
    Explanation e = explain("tr(A*inv(X))", "X", Detail.SHORT);
    assertThat(lines(e))
        .contains("R(dX) = tr(A X⁻¹ dX X⁻¹ dX (X + dX)⁻¹)", "abs(R(dX)) ≤ 2 ‖A‖₂ ‖X⁻¹‖₂³ ‖dX‖²_F");
    assertThat(e.proof().lines().getLast().conditions()).containsExactly("‖X⁻¹‖₂ ‖dX‖_F ≤ 1/2");
  }

  @Test
  void quotientAndRootNameWhatRepeats() {
    assertThat(lines(explain("x'*x/(1 + y'*x)", "x", Detail.SHORT)))
        .contains("R(dx) = (dxᵀ dx − L(dx) (dxᵀ y)) / (1 + yᵀ (x + dx))");
    assertThat(lines(explain("norm2(x)", "x", Detail.SHORT)))
        .contains(
            "R(dx) = (‖dx‖² − (f(x + dx) − f(x)) (dxᵀ x) / f(x)) / (f(x + dx) + f(x))",
            "abs(R(dx)) ≤ 2 ‖dx‖² / ‖x‖");
    assertThat(lines(explain("inv(A + X'*X)", "X", Detail.SHORT)))
        .contains("E = Xᵀ dX + dXᵀ X + dXᵀ dX");
  }

  @Test
  void fullDetailExpandsEveryPart() {
    assertThat(lines(explain("norm2(Y - X*B)^2", "B", Detail.FULL)))
        .contains(
            "f(B + dB) − f(B) = ‖X (B + dB) − Y‖²_F − ‖Y − X B‖²_F",
            "Y − X (B + dB) = Y − X B − X dB",
            "f(B + dB) − f(B) = −2 ⟨Y − X B, X dB⟩ + ‖X dB‖²_F",
            "abs(R(dB)) ≤ ‖X‖₂² ‖dB‖²_F");
  }

  @Test
  void whatIsStoppedIsSaid() {
    Part part = explain("x'*sg(x)", "x", Detail.SHORT).proof().parts().getFirst();
    assertThat(part.notes()).first().asString().startsWith("what stands in sg(…) does not move");
  }

  @Test
  void aBoundThatIsTooSmallIsFound() {
    Explanation e = explain("inv(X)", "X", Detail.SHORT);
    Line bound = e.proof().lines().getLast();
    var right = (Meaning.AtMost) bound.meaning();
    Line wrong =
        new Line(
            bound.left(),
            bound.relation(),
            bound.right(),
            bound.rule(),
            "",
            List.of(),
            bound.shape(),
            new Meaning.AtMost(right.left(), Algebra.scale(Rational.of(1, 1000), right.right())),
            bound.rewriting());
    var proof =
        new Proof(Method.PERTURBATION, List.of(new Part("", List.of(wrong))), e.proof().held());
    Expr x =
        ((Node.Apply) ((Meaning.Equal) e.proof().lines().getFirst().meaning()).right().node())
            .arguments()
            .getFirst();
    Derivation d = Derivation.of(x, x, 1, Layout.MIXED);
    Task task = new Task(x, x, d, Detail.SHORT, Set.of(), _ -> List.of(), List.of());
    assertThat(Replay.of(proof, task).failures()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "norm2(Y - X*B)^2   | B",
        "tr(A*X*B*X')       | X",
        "inv(X)             | X",
        "X*A*X              | X",
        "x'*x/(1 + y'*x)    | x",
        "norm2(A*x - b)     | x",
        "x.^3               | x",
        "x./(1 + x)         | x",
        "X.^-1*A            | X",
        "r*sum(j, x(j)*A(:,j).^-1) | A",
        "a'*inv(A + X'*X)*b | X",
        "sum(i, (y(i) - X(i,:)*a)^2) | a",
        "x'*S*inv(S)*S*x + tr(S*A*S) | S: symmetric",
      })
  void remainderIsBoundedByTheSquareOfTheIncrement(String f, String by) {
    String variable = by.split(":")[0];
    for (Detail detail : Detail.values()) {
      Explanation e =
          by.contains(":")
              ? explain(f, variable, detail, "S: matrix(n,n) symmetric")
              : explain(f, variable, detail);
      List<Line> bounds =
          e.proof().lines().stream().filter(l -> l.relation() == Relation.AT_MOST).toList();
      assertThat(bounds).hasSize(1);
      assertThat(replay(e, variable, detail)).isEqualTo(new Replay(List.of(), 0));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "logdet(X)                     | X",
        "sum(exp(A*x))                 | x",
        "softmax(x)                    | x",
        "norm2(W2*tanh(W1*x + b1) - y)^2 | W1",
      })
  void remainderIsMeasured(String f, String by) {
    Part table = explain(f, by, Detail.SHORT).proof().parts().getLast();
    assertThat(table.notes().getFirst()).startsWith("Observed order: 2.0");
    assertThat(table.table().orElseThrow().rows()).hasSizeGreaterThan(2);
  }

  @Test
  void affineFunctionsHaveNoRemainder() {
    Explanation e = explain("tr(A*X*B) + sum(X)", "X", Detail.SHORT);
    assertThat(lines(e)).endsWith("R(dX) = 0");
    assertThat(e.proof().parts()).hasSize(1);
  }

  @Test
  void curvedSetsAreLeft() {
    assertThatThrownBy(() -> explain("tr(A*Q)", "Q", Detail.SHORT, "Q: matrix(n,n) orthogonal"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("curved");
  }
}
