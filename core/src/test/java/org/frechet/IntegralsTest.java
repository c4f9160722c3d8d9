package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Integrals over a scalar variable, and curves.
class IntegralsTest {
  private static final String DECLARED =
      "r: scalar; k: scalar positive; s: scalar; A: matrix(n,n); x: vector(n); y: vector(n)";

  private static Derivative derivative(String expr, String wrt) {
    return Frechet.parse(expr).declare(DECLARED).derivative(wrt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integrate(exp(-a*t^2), t, 0, 1)                 | a | -integrate(exp(-a*t^2)*t^2, t, 0, 1)
          integrate(exp(-t^2), t, a, b)                   | a | -exp(-a^2)
          integrate(exp(-t^2), t, a, b)                   | b | exp(-b^2)
          integrate(exp(-a*t^2), t, 0, a)                 | a | exp(-a^3) - integrate(exp(-a*t^2)*t^2, t, 0, a)
          r*integrate(r^2, r, 0, r)                       | r | 4*r^3/3
          integrate(r*exp(s*t), t, 0, 1)                  | r | (exp(s) - 1)/s
          integrate(t^2*x'*A*x, t, 0, 1)                  | x | (A + A')*x/3
          integrate(expm(t*A)*x, t, 0, 1)                 | x | integrate(expm(t*A), t, 0, 1)
          integrate(x, t, a, b)                           | x | (b - a)*eye(n)
          integrate(norm2(x + t*y)^2, t, 0, 1)            | x | 2*x + y
          integrate(a*sin(t)^2, t, 0, 2*pi)               | a | pi
          integrate(a*t*exp(t), t, 0, 1)                  | a | 1
          integrate(a*exp(-k*t^2), t, 0, 1)               | a | erf(sqrt(k))*sqrt(pi)/(2*sqrt(k))
          integrate(a/t, t, 1, k)                         | a | log(k)
          integrate(integrate(a*s*t, s, 0, t), t, 0, 1)   | a | 1/8
          integrate(integrate(a*t, t, 0, t), t, 0, 1)     | a | 1/6
          sum(i, integrate(exp(x(i)*t^2), t, 0, 1))       | x | integrate(t^2*exp(t^2*x), t, 0, 1)
          """)
  void derivatives(String expr, String wrt, String expected) {
    Derivative d = derivative(expr, wrt);
    assertThat(d.text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          let y = [r*cos(t); r*sin(t)]; integrate(norm2(diff(y,t)), t, 0, 2*pi)        | r | 2*pi*sign(r)
          let y = [k*cos(t); k*sin(t)]; integrate(norm2(diff(y,t)), t, 0, 2*pi)        | k | 2*pi
          let y = [r*cos(t); r*sin(t); a*t]; integrate(norm2(diff(y,t)), t, 0, b)      | b | sqrt(a^2 + r^2)
          integrate(norm2(diff([t; cosh(t)], t)), t, 0, b)                             | b | cosh(b)
          r^2*cos(s)^2 + r^2*sin(s)^2 + a^2                                            | r | 2*r
          3*cosh(s)^2*a - 3*sinh(s)^2*a                                                | a | 3
          """)
  void lengths(String expr, String wrt, String expected) {
    assertThat(derivative(expr, wrt).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [cos(s), -sin(s); sin(s), cos(s)]                     | [-sin(s), -cos(s); cos(s), -sin(s)] | tangent matrix
          [cos(s); sin(s); s]                                   | [-sin(s); cos(s); 1]                | tangent vector
          let R = [cos(s), -sin(s); sin(s), cos(s)]; R'*R       | zeros(2,2)                          | tangent matrix
          let R = [cos(s), -sin(s); sin(s), cos(s)]; diff(R,s)*R' | zeros(2,2)                        | tangent matrix
          inv(A + s*B)                                          | -inv(A + s*B)*B*inv(A + s*B)        | tangent matrix
          """)
  void tangents(String expr, String expected, String kind) {
    Derivative d = derivative(expr, "s");
    assertThat(d.text()).isEqualTo(expected);
    assertThat(d.kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          integrate(t^2, t, 0)                 | ARITY
          integrate(t^2, 2*t, 0, 1)            | SYNTAX
          integrate(x'*y, x, 0, 1)             | SHAPE_MISMATCH
          integrate(t^2*r, t, 0, x)            | SHAPE_MISMATCH
          integrate(exp(-t)*r, t, 0, inf)      | UNSUPPORTED
          sum(i, integrate(x(i)*i, i, 0, 1))   | BAD_REQUEST
          let t = 3; integrate(r*t, t, 0, 1)   | BAD_REQUEST
          integrate(r*t, n, 0, 1)              | BAD_REQUEST
          r*integrate(1/t, t, -1, 2)           | UNSUPPORTED
          """)
  void refusals(String expr, Code code) {
    assertThatThrownBy(() -> derivative(expr, "r"))
        .isInstanceOfSatisfying(
            Refusal.class,
            r -> {
              assertThat(r.problem().code()).isEqualTo(code);
              assertThat(r.problem().hint()).isNotBlank();
            });
  }

  @Test
  void theVariableIsBound() {
    var model = Frechet.parse("integrate(a*t^2, t, 0, 1)").model();
    assertThat(model.variables()).containsOnlyKeys("a");
    assertThat(model.assumptions()).containsExactly("a is taken as a scalar");
    assertThat(Frechet.parse("t*integrate(a*t^2, t, 0, t)").model().variables())
        .containsOnlyKeys("a", "t");
  }

  /// Where a limit is put into an integrand that integrates over a variable of the limit's name.
  @Test
  void nothingIsCaptured() {
    Derivative d = derivative("integrate(integrate(exp(s*t^2), t, 0, 1), s, 0, t)", "t");
    assertThat(d.text()).isEqualTo("integrate(exp(t*t_2^2), t_2, 0, 1)");
    Expr value = d.value();
    assertThat(Traversal.variables(value)).containsOnlyKeys("t");
    assertThat(value.node()).isInstanceOf(Node.Integral.class);
  }

  @Test
  void thePoleIsACondition() {
    assertThat(derivative("integrate(1/t^2, t, a, b)", "b").conditions())
        .contains("t ≠ 0 for all t between a and b");
  }

  @Test
  void printed() {
    Derivative d = derivative("integrate(exp(-a*t^2), t, 0, 1)", "a");
    assertThat(d.latex()).isEqualTo("-\\int_{0}^{1} \\exp(-a t^2) t^2 \\, \\mathrm{d}t");
    assertThat(d.unicode()).isEqualTo("−∫₀¹ exp(−a t²) t² dt");
    assertThat(d.numpy())
        .contains("import scipy.integrate")
        .contains("_integrate(lambda t: np.exp(-a*np.square(t)), 0, 1)");
  }
}
