package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.frechet.derive.Layout;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// By a structured variable: the gradient within the structure, the unconstrained one, and for a
/// symmetric variable the form by independent entries, each of them right and said to be what it
/// is.
class StructuredVariablesTest {
  private static Derivative derivative(String expr, String wrt, String declarations) {
    return Frechet.parse(expr).declare(declarations).derivative(wrt);
  }

  /// Laws of the structure hold for the function within it; the unconstrained gradient is of the
  /// function as written.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tr(A*S)           | S: matrix(n,n) symmetric       | (A + A')/2                  | A'
          tr(A*S')          | S: matrix(n,n) symmetric       | (A + A')/2                  | A
          logdet(S)         | S: matrix(n,n) spd             | inv(S)                      | inv(S)
          x'*K*x            | K: matrix(n,n) skew            | zeros(n,n)                  | x*x'
          tr(A*K')          | K: matrix(n,n) skew            | (A - A')/2                  | A
          tr(A*L)           | L: matrix(n,n) lower           | tril(A')                    | A'
          x'*D*x            | D: matrix(n,n) diagonal        | diag(x.^2)                  | x*x'
          tr(Q'*Q)          | Q: matrix(n,n) orthogonal      | zeros(n,n)                  | 2*Q
          norm2(Q*x)^2      | Q: matrix(m,n) orthonormal     | zeros(m,n)                  | 2*Q*x*x'
          norm2(z)^2        | z: vector(n) unit              | zeros(n)                    | 2*z
          sum(z)            | z: vector(n) stochastic        | zeros(n)                    | ones(n)
          sum(P*x)          | P: matrix(m,n) stochastic      | ones(m)*x' - sum(x)/n       | ones(m)*x'
          tr(A*T)           | T: matrix(n,n) toeplitz        | toepmean(A')                | A'
          """)
  void unconstrainedAndWithin(
      String expr, String declaration, String within, String unconstrained) {
    String name = declaration.substring(0, 1);
    Derivative d = derivative(expr, name, declaration);
    assertThat(d.text()).isEqualTo(within);
    assertThat(d.unconstrained()).contains(unconstrained);
    assertThat(d.check().passed()).isTrue();
    assertThat(d.assumptions().getLast())
        .startsWith(name + " ")
        .contains("the projection of the unconstrained one", "chain rule where " + name);
  }

  @Test
  void independentEntriesAreForSymmetricVariablesAlone() {
    Derivative symmetric = derivative("tr(A*S)", "S", "S: matrix(n,n) symmetric");
    assertThat(symmetric.independentEntries()).contains("A + A' - diag(diag(A))");
    assertThat(symmetric.assumptions().getLast()).contains("independent entries");
    Derivative toeplitz = derivative("tr(A*S)", "S", "S: matrix(n,n) symmetric toeplitz");
    assertThat(toeplitz.independentEntries()).isEmpty();
    assertThat(derivative("tr(A*L)", "L", "L: matrix(n,n) lower").independentEntries()).isEmpty();
  }

  /// What holds in a whole neighbourhood constrains nothing.
  @ParameterizedTest
  @CsvSource({"positive", "nonnegative", "invertible"})
  void openConditionsChangeNothing(String attribute) {
    Derivative d = derivative("tr(A*X)", "X", "X: matrix(n,n) " + attribute);
    assertThat(d.text()).isEqualTo("A'");
    assertThat(d.unconstrained()).isEmpty();
  }

  @Test
  void byTheTransposeTheGradientIsTransposed() {
    Derivative d = derivative("tr(A*L)", "L'", "L: matrix(n,n) lower");
    assertThat(d.text()).isEqualTo("triu(A)");
    assertThat(d.unconstrained()).contains("A");
  }

  /// Absil, Mahony & Sepulchre 2008, sec. 6.4: on the sphere, 2P(Az - (x'Ax)z).
  @Test
  void theHessianOnACurvedSetIsTheRiemannianOne() {
    Derivative d =
        Frechet.parse("x'*A*x")
            .declare("x: vector(n) unit; A: matrix(n,n) symmetric")
            .derivative("x", 2, Layout.MIXED);
    assertThat(d.text()).isEqualTo("2*(eye(n) - x*x')*(A - x'*A*x*eye(n))");
    assertThat(d.assumptions().getLast()).contains("Riemannian Hessian", "not the projection");
  }

  @Test
  void aSecondDerivativeThatDependsOnWhatIsOutsideIsRefused() {
    Formula f = Frechet.parse("A*x").declare("x: vector(n) unit; A: matrix(m,n)");
    assertThatThrownBy(() -> f.derivative("x", 2, Layout.MIXED))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("outside the set");
  }

  @Test
  void aTangentSpaceThatIsNotKnownIsRefused() {
    for (String traits : List.of("stochastic symmetric", "orthogonal lower", "unit orthogonal")) {
      assertThatThrownBy(() -> derivative("tr(A*X)", "X", "X: matrix(n,n) " + traits))
          .as(traits)
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("no projection is known");
    }
  }

  @Test
  void incrementsOfAFunctionThatIsNoScalarAreWithinTheStructure() {
    Derivative d = derivative("Q*x", "Q", "Q: matrix(m,n) orthonormal");
    assertThat(d.assumptions().getLast()).contains("increments of Q are those tangent to");
  }

  /// What attributes follow from those of the parts, seen by what is left of a function.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          norm2(Q*x - y)      | Q: matrix(m,n) orthonormal                     | (x - Q'*y)/norm2(Q*x - y)
          x'*expm(K)'*expm(K)*x | K: matrix(n,n) skew                          | 2*x
          sum(x)*sum(P*ones(n)) | P: matrix(m,n) stochastic                   | m*ones(n)
          abs(y)'*x           | y: vector(n) positive                          | y
          x'*x*det(Q)^2       | Q: matrix(m,m) orthogonal                      | 2*x
          x'*(Q(:,1))*norm2(Q(:,2)) | Q: matrix(n,p) orthonormal               | Q(:,1)
          """)
  void attributesSimplify(String expr, String declarations, String expected) {
    assertThat(derivative(expr, "x", declarations + "; x: vector(n)").text()).isEqualTo(expected);
  }

  /// What the attributes of the parts guarantee is no condition.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          logdet(A'*A + a*eye(n))   | A: matrix(m,n); a: scalar positive
          a*logdet(S.*R)            | S: matrix(n,n) spd; R: matrix(n,n) spd; a: scalar
          a*logdet(Q'*S*Q)          | S: matrix(n,n) spd; Q: matrix(n,p) orthonormal; a: scalar
          a*logdet(kron(S, expm(R))) | S: matrix(n,n) spd; R: matrix(m,m) symmetric; a: scalar
          a*tr(inv(eye(n) + K))     | K: matrix(n,n) skew; a: scalar
          a*logdet(diag(x)*S*diag(x)) | x: vector(n) positive; S: matrix(n,n) spd; a: scalar
          a*tr(inv(sqrtm(S)))       | S: matrix(n,n) spd; a: scalar
          """)
  void attributesMeetConditions(String expr, String declarations) {
    assertThat(derivative(expr, "a", declarations).conditions()).isEmpty();
  }
}
