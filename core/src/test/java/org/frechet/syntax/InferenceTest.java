package org.frechet.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.frechet.expr.Algebra;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shapes of undeclared names.
class InferenceTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          norm2(Y - X*B)^2 ¦ B: matrix(p,q); X: matrix(n,p); Y: matrix(n,q)
          x'*A*x ¦ A: matrix(n,n); x: vector(n)
          W2*sigmoid(W1*x) ¦ W1: matrix(p,q); W2: matrix(n,p); x: vector(q)
          tr(A*X*B) ¦ A: matrix(n,p); B: matrix(q,n); X: matrix(p,q)
          logdet(X) ¦ X: matrix(n,n)
          log(det(X'*X)) ¦ X: matrix(m,n)
          norm2(A*x - b)^2 ¦ A: matrix(m,n); b: scalar; x: vector(n)
          det(A + t*B) ¦ A: matrix(n,n); B: matrix(n,n); t: scalar
          x'*A*x + b'*x ¦ A: matrix(n,n); b: vector(n); x: vector(n)
          a'*X*b ¦ X: matrix(m,n); a: vector(m); b: vector(n)
          a'*X^-1*b ¦ X: matrix(n,n); a: vector(n); b: vector(n)
          c'*inv(A + x*B)*d ¦ A: matrix(n,n); B: matrix(n,n); c: vector(n); d: vector(n); x: scalar
          a'*b ¦ a: vector(n); b: vector(n)
          x*y ¦ x: scalar; y: vector(n)
          x^2 ¦ x: scalar
          1/x ¦ x: scalar
          exp(-gamma*norm2(x - y)^2) ¦ gamma: scalar; x: vector(n); y: vector(n)
          alphas*x ¦ alphas: scalar; x: vector(n)
          σ*x + theta_1 ¦ theta_1: scalar; x: vector(n); σ: scalar
          Σ*μ ¦ Σ: matrix(m,n); μ: scalar
          softmax(W*x) ¦ W: matrix(m,n); x: vector(n)
          softmax(X, rows) ¦ X: matrix(m,n)
          diag(x)*X*diag(y) ¦ X: matrix(m,n); x: vector(m); y: vector(n)
          diag(X)'*x ¦ X: matrix(n,n); x: vector(n)
          kron(A, B)*x ¦ A: matrix(m,n); B: matrix(p,q); x: vector(n*q)
          vec(X)'*A*vec(X) ¦ A: matrix(m*n,m*n); X: matrix(m,n)
          vec(X) - vec(Y) ¦ X: matrix(m,n); Y: matrix(m,n)
          reshape(x, m, n)*y ¦ x: vector(m*n); y: vector(n)
          reshape(X, p, q) ¦ X: matrix(p,q)
          det(eye(n) + u*v') ¦ u: vector(n); v: vector(n)
          X*eye(n)*y ¦ X: matrix(m,n); y: vector(n)
          [A, b; c', 1] ¦ A: matrix(m,n); b: vector(m); c: vector(n)
          [x; 1]'*A*[x; 1] ¦ A: matrix(n + 1,n + 1); x: vector(n)
          max(x, 0) ¦ x: vector(n)
          inner(X, Y) ¦ X: matrix(m,n); Y: matrix(m,n)
          X(1:2,:)*x ¦ X: matrix(m,n); x: vector(n)
          X(1,:)*x + y(3) ¦ X: matrix(n,p); x: vector(p); y: vector(q)
          sum(i, (y(i) - X(i,:)*a)^2) ¦ X: matrix(m,n); a: vector(n); y: vector(m)
          sum(i, c(i)*X(i,:)') ¦ X: matrix(m,n); c: vector(m)
          sum(i, sum(j, A(i,j)*x(i)*y(j))) ¦ A: matrix(m,n); x: vector(m); y: vector(n)
          let r = Y - X*B; norm2(r)^2 ¦ B: matrix(p,q); X: matrix(n,p); Y: matrix(n,q)
          let x = 2; x*y ¦ y: vector(n)
          f(2)*x ¦ f: vector(m); x: vector(n)
          A*inv(B)*C - D*E ¦ A: matrix(m,n); B: matrix(n,n); C: matrix(n,p); D: matrix(m,q); E: matrix(q,p)
          """)
  void defaults(String expr, String expected) {
    assertThat(Elaborated.inferred(Elaborated.model(expr, ""))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      textBlock =
          """
          norm2(X*w - y)^2/n ¦ X: matrix(n,p) ¦ w: vector(p); y: vector(n)
          norm2(X*w - y)^2/n ¦ X: matrix(n,p); w: vector(p); y: vector(n) ¦ ``
          X'*X + n*eye(p) ¦ X: matrix(n,p) ¦ ``
          A*x ¦ x: scalar ¦ A: matrix(m,n)
          A*x ¦ A: matrix(3,4) ¦ x: vector(4)
          x'*A*x ¦ A: matrix(n,n) symmetric ¦ x: vector(n)
          Y - X*B ¦ n: scalar ¦ B: matrix(p,q); X: matrix(m,p); Y: matrix(m,q)
          sum*x ¦ sum: scalar ¦ x: vector(n)
          sum(2)*x ¦ sum: vector(3) ¦ x: vector(n)
          sum(i, a*x(i)) ¦ i: index(n) ¦ a: scalar; x: vector(n)
          """)
  void completesDeclarations(String expr, String declarations, String expected) {
    assertThat(Elaborated.inferred(Elaborated.model(expr, declarations))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          norm2(Y - X*B)^2 ¦ shapes inferred: Y: n×q, X: n×p, B: p×q
          c*det(X) ¦ shapes inferred: X: n×n|c is taken as a scalar
          [x; 1]'*A*[x; 1] ¦ shapes inferred: x: n×1, A: (n + 1)×(n + 1)
          a*c ¦ a is taken as a scalar|c is taken as a scalar
          2*pi ¦ ''
          """)
  void saysWhatItAssumed(String expr, String sentences) {
    assertThat(String.join("|", Elaborated.model(expr, "").assumptions())).isEqualTo(sentences);
  }

  @Test
  void variablesAreAllThatIsUsedDeclaredOrDifferentiatedBy() {
    Model model = Elaborated.model("a*n", "a: scalar; x: vector(n); i: index(n)", "X'");
    assertThat(model.variables().keySet()).containsExactly("X", "a", "x");
    assertThat(model.inferred()).containsExactly("X");
    assertThat(model.expr())
        .isSameAs(
            Algebra.mul(Algebra.variable("a", Shape.SCALAR), Elaborated.expr("n", "x: vector(n)")));
  }

  @Test
  void nothingIsDifferentiatedByASize() {
    assertThatThrownBy(() -> Elaborated.model("n*x", "X: matrix(n,p)", "n"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("n is a size");
  }

  @Test
  void commonVariablesOfSeveralExpressions() {
    List<Syntax> sides = List.of(Parser.parse("A*B"), Parser.parse("B*A"));
    Context context = Context.of(Map.of());
    List<Model> models = Elaborator.elaborate(sides, context);
    assertThat(models.getFirst().expr().shape()).hasToString("m×m");
    assertThat(models.getLast().expr().shape()).hasToString("n×n");
    assertThat(Elaborator.elaborate(sides, context.ofOneShape()))
        .allSatisfy(m -> assertThat(m.expr().shape()).hasToString("n×n"));
  }

  @Test
  void incrementsWhereTheyAreWanted() {
    Context context =
        Context.of(Elaborated.declared("X: matrix(n,n)")).extra(List.of(Parser.parse("X")));
    Syntax differential = Parser.parse("tr(A*dX) + dt");
    Model model = Elaborator.elaborate(differential, context.withIncrements());
    assertThat(model.variables()).containsOnlyKeys("A", "X", "dt");
    assertThat(Elaborated.inferred(model)).isEqualTo("A: matrix(n,n); dt: scalar");
    assertThat(Elaborator.elaborate(differential, context).variables()).containsKey("dX");
  }

  @Test
  void derivativesWithinExpressions() {
    Context context =
        Context.of(Map.of())
            .differentiator((f, x) -> Algebra.ones(f.isScalar() ? x.shape() : f.shape()));
    Model model = Elaborator.elaborate(Parser.parse("diff(x'*A*x, x)'*y"), context);
    assertThat(Elaborated.inferred(model)).isEqualTo("A: matrix(n,n); x: vector(n); y: vector(n)");
    assertThat(model.expr()).isSameAs(Elaborated.expr("ones(n)'*y", "y: vector(n)"));
  }

  @Test
  void aLongExpressionIsQuickAndNeedsLittleStack() throws InterruptedException {
    String sum = "x" + " + A*x".repeat(900);
    String signs = "-".repeat(390) + "x";
    String turned = "X" + "'".repeat(390);
    String lets = "let a0 = x; " + String.join("", lets(380)) + "a380";
    for (String text : List.of(sum, signs, turned, lets)) {
      var outcome = new Throwable[1];
      var thread = new Thread(null, () -> Elaborated.model(text, ""), "small", 512 * 1024);
      thread.setUncaughtExceptionHandler((_, e) -> outcome[0] = e);
      thread.start();
      thread.join();
      assertThat(outcome[0]).as(text.substring(0, 20)).isNull();
    }
  }

  private static List<String> lets(int count) {
    return java.util.stream.IntStream.rangeClosed(1, count)
        .mapToObj(i -> "let a%d = a%d; ".formatted(i, i - 1))
        .toList();
  }
}
