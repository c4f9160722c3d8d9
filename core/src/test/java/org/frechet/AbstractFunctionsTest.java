package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.frechet.derive.Layout;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Functions that are declared and not defined: the rules of calculus come out as formulas.
class AbstractFunctionsTest {
  @ParameterizedTest(name = "{0} by {1}: {3}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          f(x) ¦ x ¦ f: vector(n) -> scalar ¦ Df(x)'
          f(x) ¦ x ¦ f: vector(n) -> vector(m) ¦ Df(x)
          f(X) ¦ X ¦ f: matrix(m,n) -> scalar ¦ Df(X)'
          F(X) ¦ X ¦ F: matrix(m,n) -> matrix(p,q) ¦ DF(X)
          f(t) ¦ t ¦ f: scalar -> scalar ¦ f'(t)
          c(t) ¦ t ¦ c: scalar -> vector(n) ¦ Dc(t)
          F(t) ¦ t ¦ F: scalar -> matrix(m,n) ¦ DF(t)
          f(x) + g(x) ¦ x ¦ f: vector(n) -> scalar; g: vector(n) -> scalar ¦ Df(x)' + Dg(x)'
          f(g(x)) ¦ x ¦ f: vector(m) -> scalar; g: vector(n) -> vector(m) ¦ Dg(x)'*Df(g(x))'
          f(g(x)) ¦ x ¦ f: vector(m) -> vector(p); g: vector(n) -> vector(m) ¦ Df(g(x))*Dg(x)
          f(x)'*g(x) ¦ x ¦ f: vector(n) -> vector(m); g: vector(n) -> vector(m) ¦ Df(x)'*g(x) + Dg(x)'*f(x)
          f(x)*g(x)' ¦ x ¦ f: vector(n) -> vector(m); g: vector(n) -> vector(p) ¦ kron(g(x), Df(x)) + kron(Dg(x), f(x))
          f(A*x + b) ¦ x ¦ f: vector(m) -> scalar; A: matrix(m,n); b: vector(m) ¦ A'*Df(A*x + b)'
          f(norm2(x)^2) ¦ x ¦ f: scalar -> scalar ¦ 2*f'(norm2(x)^2)*x
          a(x)*g(x) ¦ x ¦ a: vector(n) -> scalar; g: vector(n) -> vector(m) ¦ a(x)*Dg(x) + g(x)*Da(x)
          a(x)/g(x) ¦ x ¦ a: vector(n) -> scalar; g: vector(n) -> scalar ¦ Da(x)'/g(x) - a(x)*Dg(x)'/g(x)^2
          L(W2*s(W1*x)) ¦ W1 ¦ L: vector(p) -> scalar; s: elementwise; W1: matrix(m,n); W2: matrix(p,m) ¦ s'(W1*x).*(W2'*DL(W2*s(W1*x))')*x'
          L(W2*s(W1*x)) ¦ W2 ¦ L: vector(p) -> scalar; s: elementwise; W1: matrix(m,n); W2: matrix(p,m) ¦ DL(W2*s(W1*x))'*s(W1*x)'
          L(W2*s(W1*x)) ¦ x ¦ L: vector(p) -> scalar; s: elementwise; W1: matrix(m,n); W2: matrix(p,m) ¦ W1'*(s'(W1*x).*(W2'*DL(W2*s(W1*x))'))
          f(c(t)) ¦ t ¦ f: vector(n) -> scalar; c: scalar -> vector(n) ¦ Df(c(t))*Dc(t)
          f(c(t), t) ¦ t ¦ f: vector(n), scalar -> scalar; c: scalar -> vector(n) ¦ D2f(c(t), t) + D1f(c(t), t)*Dc(t)
          f(x,y) ¦ x ¦ f: vector(n), vector(m) -> scalar ¦ D1f(x,y)'
          norm2(f(x) - y)^2 ¦ x ¦ f: vector(n) -> vector(m) ¦ 2*Df(x)'*(f(x) - y)
          inv(F(t)) ¦ t ¦ F: scalar -> matrix(p,p) ¦ -inv(F(t))*DF(t)*inv(F(t))
          sum(i, L(y(i) - X(i,:)*w)) ¦ w ¦ L: scalar -> scalar; X: matrix(m,n) ¦ -sum(i, L'(y(i) - X(i,:)*w)*X(i,:)')
          sum(s(X*w)) ¦ w ¦ s: elementwise; X: matrix(m,n) ¦ X'*s'(X*w)
          sum(phi(X*w)) ¦ w ¦ phi: elementwise with derivative 1/(1 + t^2); X: matrix(m,n) ¦ X'*(1./(1 + (X*w).^2))
          Df(x)*v ¦ x ¦ f: vector(n) -> scalar; v: vector(n) ¦ D2f(x)*v
          diff(f(x), x)'*v ¦ x ¦ f: vector(n) -> scalar; v: vector(n) ¦ D2f(x)*v
          phi''(t) ¦ t ¦ phi: elementwise with derivative cos(u); t: scalar ¦ -cos(t)
          """)
  void first(String expr, String wrt, String declared, String expected) {
    is(expr, wrt, 1, declared, expected);
  }

  @ParameterizedTest(name = "{0} by {1}: {3}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          f(x) ¦ x ¦ f: vector(n) -> scalar ¦ D2f(x)
          f(X) ¦ X ¦ f: matrix(m,n) -> scalar ¦ D2f(X)
          f(t) ¦ t ¦ f: scalar -> scalar ¦ f''(t)
          c(t) ¦ t ¦ c: scalar -> vector(n) ¦ D2c(t)
          f(A*x) ¦ x ¦ f: vector(m) -> scalar; A: matrix(m,n) ¦ A'*D2f(A*x)*A
          f(g(x)) ¦ x ¦ f: vector(m) -> scalar; g: vector(n) -> vector(m) ¦ kron(eye(n), Df(g(x)))*D2g(x) + Dg(x)'*D2f(g(x))*Dg(x)
          f(c(t)) ¦ t ¦ f: vector(n) -> scalar; c: scalar -> vector(n) ¦ Dc(t)'*D2f(c(t))*Dc(t) + Df(c(t))*D2c(t)
          f(h(t)) ¦ t ¦ f: scalar -> scalar; h: scalar -> scalar ¦ f'(h(t))*h''(t) + f''(h(t))*h'(t)^2
          f(x,y) ¦ y ¦ f: vector(n), vector(m) -> scalar ¦ D22f(x,y)
          f(x,x) ¦ x ¦ f: vector(n), vector(n) -> scalar ¦ D11f(x,x) + D12f(x,x) + D12f(x,x)' + D22f(x,x)
          """)
  void second(String expr, String wrt, String declared, String expected) {
    is(expr, wrt, 2, declared, expected);
  }

  /// The answer is the expected expression, and is read back as itself.
  private static void is(String expr, String wrt, int order, String declared, String expected) {
    Derivative d = Frechet.parse(expr).declare(declared).derivative(wrt, order, Layout.MIXED);
    assertThat(d.value())
        .as(d.text())
        .isSameAs(Frechet.parse(expected).declare(declared).model().expr())
        .isSameAs(Frechet.parse(d.text()).declare(declared).model().expr());
  }

  @Test
  void mixedDerivativesAreTransposesOfEachOther() {
    String f = "f: vector(n), vector(m) -> scalar";
    assertThat(Frechet.parse("D21f(x, y)").declare(f).model().expr())
        .isSameAs(Frechet.parse("D12f(x, y)'").declare(f).model().expr());
    assertThat(Frechet.parse("D2f(x)'").declare("f: vector(n) -> scalar").model().expr())
        .isSameAs(Frechet.parse("D2f(x)").declare("f: vector(n) -> scalar").model().expr());
  }

  @Test
  void theConditionSaysHowOftenTheFunctionIsDifferentiable() {
    Formula f =
        Frechet.parse("f(g(x))/a").declare("f: vector(m) -> scalar; g: vector(n) -> vector(m)");
    assertThat(f.derivative("x").conditions())
        .containsExactly("a ≠ 0", "f is differentiable", "g is differentiable");
    assertThat(f.derivative("x", 2, Layout.MIXED).conditions())
        .contains("f is twice differentiable", "g is twice differentiable");
  }

  @ParameterizedTest(name = "{0}: {2}, {3}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          L(W2*s(W_1*x)) ¦ L: vector(p) -> scalar; s: elementwise; W_1: matrix(m,n); W2: matrix(p,m) ¦ W₁ᵀ ¦ `W_1^\\top (s'(W_1 x) \\odot (W_2^\\top \\nabla L(W_2 s(W_1 x))))`
          f(x) ¦ f: vector(n) -> vector(m) ¦ Df(x) ¦ `\\mathrm{D} f(x)`
          f(x)*v'*D2f(x)*v ¦ f: vector(n) -> scalar; v: vector(n) ¦ ∇²f(x) ¦ `\\nabla^2 f(x)`
          sigma''(x)*loss(x) ¦ sigma: elementwise; loss: scalar -> scalar; x: scalar ¦ `σ‴(x)` ¦ `\\operatorname{loss}'(x)`
          f(x,A*x) ¦ f: vector(n), vector(m) -> scalar; A: matrix(m,n) ¦ ∇₂f(x, A x) ¦ `\\nabla_1 f(x, A x)`
          D12f(x,y)*y ¦ f: vector(n), vector(m) -> scalar ¦ D₁₂₁f(x, y) ¦ `\\mathrm{D}_{121} f(x, y)`
          """)
  void typesets(String expr, String declared, String unicode, String latex) {
    Derivative d = Frechet.parse(expr).declare(declared).derivative("x");
    assertThat(d.unicode()).contains(unicode);
    assertThat(d.latex()).contains(latex);
  }

  @Test
  void pythonTakesTheFunctionsAsArguments() {
    Derivative d =
        Frechet.parse("L(W*s(x))")
            .declare("L: vector(p) -> scalar; s: elementwise; W: matrix(p,n)")
            .derivative("x");
    assertThat(d.numpy())
        .isEqualTo(
            """
            import numpy as np


            def value(L, W, s, x, DL=None, s_prime=None):
                \"""Functions that are passed in:
                L: vector(p) -> scalar
                s: elementwise
                DL: vector(p) -> row(p)
                s_prime: elementwise
                \"""
                W = np.asarray(W, dtype=float)
                x = np.ravel(np.asarray(x, dtype=float))
                return float(L(W @ s(x)))


            def derivative(L, W, s, x, DL=None, s_prime=None):
                \"""Functions that are passed in:
                L: vector(p) -> scalar
                s: elementwise
                DL: vector(p) -> row(p)
                s_prime: elementwise
                \"""
                W = np.asarray(W, dtype=float)
                x = np.ravel(np.asarray(x, dtype=float))
                if DL is None:
                    raise ValueError("DL is needed here")
                if s_prime is None:
                    raise ValueError("s_prime is needed here")
                return (W.T @ DL(W @ s(x)))*s_prime(x)
            """);
  }

  @ParameterizedTest(name = "{0} where {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          f(x,y) ¦ f: vector(n) -> scalar ¦ ARITY ¦ f(x,y) ¦ f takes 1 argument, but was given 2 ¦ f is declared as vector(n) -> scalar
          f(x) ¦ f: vector(n), vector(m) -> scalar ¦ ARITY ¦ f(x) ¦ f takes 2 arguments, but was given 1 ¦ f is declared as vector(n), vector(m) -> scalar
          2*f(x) ¦ f: vector(n) -> scalar; x: vector(m) ¦ SHAPE_MISMATCH ¦ f(x) ¦ f takes vector(n), but was given vector(m) ¦ f is declared as vector(n) -> scalar
          2*Df(x) ¦ f: vector(n) -> scalar; x: matrix(n,n) ¦ SHAPE_MISMATCH ¦ Df(x) ¦ Df takes vector(n), but was given matrix(n,n) ¦ f is declared as vector(n) -> scalar
          x + f ¦ f: vector(n) -> scalar ¦ BAD_REQUEST ¦ f ¦ f is declared as a function and stands here without arguments ¦ write f(x)
          x'*Df ¦ f: vector(n) -> scalar ¦ BAD_REQUEST ¦ Df ¦ Df is the derivative of the function f and stands here without arguments ¦ write Df(x)
          x*Df(x) ¦ x: scalar ¦ UNKNOWN_FUNCTION ¦ Df ¦ unknown function Df ¦ for a product write Df*(x); for the derivative of f declare f: vector(n) -> scalar
          D3f(x,y) ¦ f: vector(n), vector(m) -> scalar ¦ BAD_REQUEST ¦ D3f ¦ D3f does not say by which of the 2 arguments of f ¦ write D1f(...) for the derivative by the first, D12f(...) by the first and the second
          x'*f'(x) ¦ f: vector(n) -> vector(n) ¦ BAD_REQUEST ¦ f' ¦ primes are for functions of a scalar, and f is declared as vector(n) -> vector(n) ¦ write Df(...) for its derivative
          Ds(x) ¦ s: elementwise ¦ BAD_REQUEST ¦ Ds ¦ the derivative of the elementwise function s is elementwise too ¦ write s'(...) for its values
          f(x)->x ¦ f: elementwise ¦ SYNTAX ¦ -> ¦ unexpected -> ¦ -> stands only in declarations
          """)
  void refuses(
      String expr, String declared, Problem.Code code, String place, String message, String hint) {
    Problem p = refusal(expr, declared);
    assertThat(p.code()).isEqualTo(code);
    assertThat(p.message()).isEqualTo(message);
    assertThat(p.hint()).isEqualTo(hint);
    assertThat(expr.substring(p.start(), p.end())).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          Df*x ¦ f: vector(n) -> scalar; Df: matrix(m,n) ¦ Df is declared, but it also names a derivative of the function f
          f(x) ¦ f: vector(n) -> scalar; dx: elementwise ¦ dx is declared as a function, but it also names the increment of x
          """)
  void refusesNamesThatCouldNotBeReadBack(String expr, String declared, String message) {
    assertThat(refusal(expr, declared).message()).isEqualTo(message);
  }

  private static Problem refusal(String expr, String declared) {
    return catchThrowableOfType(
            Refusal.class, () -> Frechet.parse(expr).declare(declared).derivative("x"))
        .problem();
  }

  @Test
  void aFunctionIsNoVariable() {
    Formula f = Frechet.parse("f(x)").declare("f: vector(n) -> scalar");
    assertThat(catchThrowableOfType(Refusal.class, () -> f.derivative("f")).problem().message())
        .isEqualTo("f is declared as a function, and derivatives are by variables");
  }

  @Test
  void largeSizesAreCheckedAtSmallOnes() {
    Derivative d =
        Frechet.parse("f(X*w)")
            .declare("f: vector(5000) -> scalar; X: matrix(5000,784)")
            .derivative("w");
    assertThat(d.text()).isEqualTo("X'*Df(X*w)'");
  }

  @Test
  void definitionsHideFunctions() {
    Derivative d =
        Frechet.parse("let f = x; f'*f")
            .declare("f: vector(n) -> scalar; x: vector(n)")
            .derivative("x");
    assertThat(d.text()).isEqualTo("2*x");
  }
}
