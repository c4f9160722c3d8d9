package org.frechet.latex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.frechet.latex.Latex.Known;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatexTest {
  private static Known declared(String declaration) {
    Declaration d = Declarations.parse(declaration).getFirst();
    return new Known(Map.of(d.name(), d), List.of());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A\\b",
        "A \\ b",
        "A\\(b + c)",
        "x'*A*x",
        "X^T*X",
        "inv(A)\\b",
        "Xᵀ*X",
        "x^2",
        "W_1*x",
        "A \\ exp(b)",
        "K\\y"
      })
  void theInputLanguageStaysAsItIs(String text) {
    assertThat(Latex.isLatex(text)).isFalse();
    assertThatCode(() -> Parser.parse(text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\\frac{1}{2}", "x^{2}", "x_{i}", "x^\\top x", "\\|x\\|", "$x$", "∇f", "a\\,b"})
  void latexIsToldByItsSigns(String text) {
    assertThat(Latex.isLatex(text)).isTrue();
    assertThatCode(() -> Latex.requireUnmistakable(text)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2\\exp(x)", "A\\theta", "a\\log(b)", "X\\beta"})
  void aDivisionThatLooksLikeACommandIsRefused(String text) {
    assertThatThrownBy(() -> Latex.requireUnmistakable(text))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("left division");
  }

  @Test
  void aDefinedFunctionIsCalled() {
    var definition = new Definition("f", List.of("B"), Parser.parse("normF(Y - B*X)^2"));
    Relation relation = Latex.relation("f(B + H) = f(B)", new Known(Map.of(), List.of(definition)));
    assertThat(Written.of(relation)).isEqualTo("f(B + H) = f(B)");
  }

  @Test
  void aDeclaredNameIsMultipliedAndAnEntryIsTaken() {
    assertThat(Written.of(Latex.relation("a(x + y)", declared("a: scalar"))))
        .isEqualTo("a*(x + y)");
    assertThat(Written.of(Latex.relation("x_1 + 1", declared("x: vector(3)"))))
        .isEqualTo("x(1) + 1");
    assertThat(Written.of(Latex.relation("x_1 + 1", Known.NOTHING))).isEqualTo("x_1 + 1");
    assertThat(Written.of(Latex.relation("\\theta x", declared("θ: scalar")))).isEqualTo("θ*x");
  }

  @Test
  void theIdentityTakesTheSizeOfWhatItIsAddedTo() {
    assertThat(Written.of(Latex.relation("A + \\lambda I", declared("A: matrix(k,k)"))))
        .isEqualTo("A + lambda*eye(k)");
    assertThat(Written.of(Latex.relation("I x", declared("I: matrix(m,n)")))).isEqualTo("I*x");
  }

  @Test
  void barsAreDecidedByShape() {
    assertThat(Written.of(Latex.relation("|M|", declared("M: matrix(n,n)")))).isEqualTo("det(M)");
    assertThat(Written.of(Latex.relation("|M|", declared("M: scalar")))).isEqualTo("abs(M)");
    assertThatThrownBy(() -> Latex.relation("|M|", declared("M: vector(n)")))
        .hasMessageContaining("bars");
  }

  @Test
  void placesCountInTheLatex() {
    Syntax sum = Latex.expression("\\mathbf{A} x + \\frac{b}{2}", Known.NOTHING);
    assertThat(sum.span()).extracting(Syntax.Span::start, Syntax.Span::end).containsExactly(0, 26);
    var right = ((Syntax.Binary) sum).right();
    assertThat(right.span())
        .extracting(Syntax.Span::start, Syntax.Span::end)
        .containsExactly(15, 26);
  }

  @Test
  void severalStatementsAreReadOneByOne() {
    String text = "\\begin{align} y &= Ax \\\\ z &= By \\\\ &= BAx \\end{align}";
    assertThat(Latex.relations(text, Known.NOTHING).stream().map(Written::of))
        .containsExactly("y = A*x", "z = B*y = B*A*x");
    assertThatThrownBy(() -> Latex.relation(text, Known.NOTHING))
        .hasMessageContaining("2 statements");
  }

  @Test
  void anExpressionIsNoStatement() {
    assertThatThrownBy(() -> Latex.expression("y = x^{2}", Known.NOTHING))
        .hasMessageContaining("statement");
  }

  @Test
  void aSizeHasNoDifferential() {
    assertThatThrownBy(
            () -> Latex.relation("|dn - \\frac{1}{n} \\mathbf{1}_n^\\top x|", Known.NOTHING))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("size");
  }
}
