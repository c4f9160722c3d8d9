package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.frechet.derive.Form;
import org.frechet.derive.IndexForm;
import org.frechet.expr.Node;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Orders, forms, parts and directions. Every answer here has passed its own check.
class KindsOfDerivativesTest {
  private static final String DECLARATIONS =
      "X: matrix(m,n); A: matrix(p,m); B: matrix(n,q); C: matrix(p,n); S: matrix(n,n);"
          + " x: vector(n); b: vector(n); y: vector(m); t: scalar";

  private static Formula formula(String text) {
    return Frechet.parse(text).declare(DECLARATIONS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          sin(2*t)       | t | 4 | 16*sin(2*t)                      | fourth derivative
          t^6            | t | 5 | 720*t                            | higher derivative
          x'*S*x         | x | 3 | zeros(n*n,n)                     | third derivative
          exp(b'*x)      | x | 3 | exp(b'*x)*kron(b,b)*b'           | third derivative
          exp(b'*x)      | x | 4 | exp(b'*x)*kron(b, kron(b,b))*b'  | fourth derivative
          [cos(t);t^3]   | t | 3 | [sin(t); 6]                      | tangent vector
          """)
  void higherOrders(String f, String wrt, int order, String expected, String kind) {
    Derivative d = formula(f).derivative(Query.by(wrt).order(order));
    assertThat(d.value()).isEqualTo(formula(expected).model().expr());
    assertThat(d.kind()).isEqualTo(kind);
    assertThat(d.check().passed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "x'*S*x*exp(b'*x), x, 4",
    "norm2(x)^3, x, 4",
    "tr(S^4), S, 3",
    "sum(log(exp(S*x) + b)), x, 3",
    "logdet(S), S, 3",
    "softmax(x), x, 2",
    "S*x*sin(b'*x), x, 3"
  })
  void everyOrderIsChecked(String f, String wrt, int order) {
    Derivative d = formula(f).derivative(Query.by(wrt).order(order));
    assertThat(d.check().passed()).isTrue();
    assertThat(d.order()).isEqualTo(order);
  }

  @Test
  void differentialsOfHigherOrderArePolynomialsInTheIncrement() {
    assertThat(formula("x'*S*x").derivative(Query.by("x").order(2)).differential())
        .isEqualTo("2*(dx'*S*dx)");
    assertThat(formula("exp(b'*x)").derivative(Query.by("x").order(4)).differential())
        .isEqualTo("exp(b'*x)*(b'*dx)^4");
  }

  @Test
  void orderNineIsRefused() {
    assertThatThrownBy(() -> formula("exp(b'*x)").derivative(Query.by("x").order(9)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("orders are 1 to 8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          A*X*B              | X | 1 | map    | A*dX*B
          A*X*B              | X | 1 | matrix | kron(B', A)
          A*X*B              | X | 1 | jvp    | A*V*B
          A*X*B              | X | 1 | vjp    | A'*V*B'
          A*X*B              | X | 1 | einsum | A(i,k)*B(l,j)
          X*b                | X | 1 | einsum | eye(m)(i,j)*b(k)
          x*b'               | x | 1 | einsum | eye(n)(i,k)*b(j)
          norm2(A*X - C)^2   | X | 1 | hvp    | 2*A'*A*V
          norm2(A*X - C)^2   | X | 1 | matrix | 2*vec(A'*(A*X - C))'
          norm2(A*X - C)^2   | X | 1 | einsum | 2*sum(k, A(k,i)*(sum(l, A(k,l)*X(l,j)) - C(k,j)))
          norm2(A*X - C)^2   | X | 2 | einsum | 2*eye(n)(j,l)*sum(r, A(r,i)*A(r,k))
          x'*S*x             | x | 1 | jvp    | v'*S*x + x'*S*v
          x'*S*x             | x | 2 | jvp    | 2*(v'*S*v)
          x'*S*x             | x | 1 | hvp    | (S + S')*v
          t^2*x              | t | 1 | matrix | 2*t*x
          """)
  void forms(String f, String wrt, int order, String form, String expected) {
    Derivative d =
        formula(f)
            .derivative(
                Query.by(wrt).order(order).form(Form.valueOf(form.toUpperCase(Locale.ROOT))));
    assertThat(d.text()).isEqualTo(expected);
  }

  @Test
  void everyFormIsCheckedAtDataOfAnySize() {
    for (Form form : Form.values()) {
      Derivative d =
          Frechet.parse("norm2(X*w)^2")
              .declare("X: matrix(1000,784); w: vector(784)")
              .derivative(Query.by("X").form(form));
      assertThat(d.view().get().form()).isEqualTo(form);
    }
  }

  @Test
  void theIndexFormSaysItsIndices() {
    IndexForm form =
        formula("A*X*B").derivative(Query.by("X").form(Form.EINSUM)).view().get().index().get();
    assertThat(form.indices().stream().map(Node.Index::name)).containsExactly("i", "j", "k", "l");
  }

  @Test
  void anIndexFormIsAnEinsumWhereItCanBe() {
    var einsum = Query.by("X").form(Form.EINSUM);
    assertThat(formula("A*X*B").derivative(einsum).view().get().index().get().einsum())
        .hasValue("einsum(\"ik,lj->ijkl\", A, B)");
    assertThat(formula("exp(A*X)").derivative(einsum).view().get().index().get().einsum())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          x'*S*x      | x(2)     | (S(2,:) + S(:,2)')*x
          logdet(S)   | S(1,2)   | inv(S)(2,1)
          tr(S*S)     | S(:,2)   | 2*S(2,:)'
          A*X*B       | X(1:2,:) | kron(B', A(:,1:2))
          tr(C*X'*A') | X(2,1)   | A(:,2)'*C(:,1)
          tr(C*X'*A') | X'       | C'*A
          """)
  void partsOfAVariable(String f, String wrt, String expected) {
    assertThat(formula(f).derivative(wrt).text()).isEqualTo(expected);
  }

  @Test
  void aPartOfAStructuredVariableCannotMoveAlone() {
    assertThatThrownBy(
            () -> Frechet.parse("logdet(S)").declare("S: matrix(n,n) spd").derivative("S(1,2)"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("cannot change alone");
  }

  @Test
  void directionalDerivatives() {
    Derivative d = formula("x'*S*x").derivative(Query.by("x").along("u"));
    assertThat(d.text()).isEqualTo("u'*S*x + x'*S*u");
    assertThat(d.kind()).isEqualTo("directional derivative");
    assertThat(d.assumptions()).anyMatch(a -> a.contains("divide by its norm"));
    assertThat(formula("x'*S*x").derivative(Query.by("x").along("x/norm2(x)")).text())
        .isEqualTo("2*(x'*S*x)/norm2(x)");
    assertThatThrownBy(() -> formula("x'*S*x").derivative(Query.by("x").along("y")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("the direction y is m×1");
  }

  @Test
  void theHessianByTwoVariablesIsMadeOfBlocks() {
    Derivative d =
        formula("x'*S*x + y'*X*x + sum(exp(y))").derivatives(Query.by("x,y").order(2)).getFirst();
    assertThat(d.text()).isEqualTo("[S + S', X'; X, diag(exp(y))]");
    assertThat(d.sizes()).containsExactly("m + n", "m + n");
    assertThat(d.differential()).isEqualTo("2*(dx'*S*dx) + 2*(dy'*X*dx) + dy.^2'*exp(y)");
  }

  @Test
  void aTotalDifferentialHasAllIncrements() {
    assertThat(Derivative.total(formula("y'*X*x").derivatives(Query.by("x,y,X"))))
        .isEqualTo("dy'*X*x + y'*dX*x + y'*X*dx");
  }
}
