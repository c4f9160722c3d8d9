package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.frechet.concrete.Values;
import org.frechet.shape.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// simplify, equal and eval, as the service answers them.
class OperationsTest {
  static Response answer(String op, String expr, Map<String, String> declare, Operands operands) {
    var request = new Request("1", op, expr, "", declare, 1, "", List.of()).with(operands);
    return new Service().answer(request);
  }

  static Outcome found(String op, String expr, Map<String, String> declare, Operands operands) {
    return switch (answer(op, expr, declare, operands)) {
      case Response.Found f -> f.outcome();
      case Response.Refused r -> throw new AssertionError(expr + ": " + r.problem());
      case Response.Answer a -> throw new AssertionError("a derivative: " + a);
    };
  }

  static Problem refused(String op, String expr, Map<String, String> declare, Operands operands) {
    return switch (answer(op, expr, declare, operands)) {
      case Response.Refused r -> r.problem();
      case Response.Found f -> throw new AssertionError(expr + " was answered: " + f.outcome());
      case Response.Answer a -> throw new AssertionError("a derivative: " + a);
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tr(A*B) - tr(B*A)          | 0",
        "A*x + A'*x                 | (A + A')*x",
        "log(exp(x))                | x",
        "(x'*y)*z - z*(y'*x)        | zeros(n)",
        "diff(x'*A*x, x)            | (A + A')*x",
      })
  void simplify(String expr, String expected) {
    var s =
        (Simplification)
            found(
                "simplify",
                expr,
                Map.of(
                    "A",
                    "matrix(n,n)",
                    "B",
                    "matrix(n,n)",
                    "x",
                    "vector(n)",
                    "y",
                    "vector(n)",
                    "z",
                    "vector(n)"),
                Operands.NONE);
    assertThat(s.text()).isEqualTo(expected);
    assertThat(s.certainty()).isIn("proof", "exact", "numeric");
  }

  @Test
  void simplificationTellsWhatThePartsNeed() {
    var s = (Simplification) found("simplify", "a/a + log(b) - log(b)", Map.of(), Operands.NONE);
    assertThat(s.text()).isEqualTo("1");
    assertThat(s.conditions()).contains("a ≠ 0", "b > 0");
    assertThat(s.assumptions()).contains("a is taken as a scalar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "tr(A*B) = tr(B*A)                                | proof",
        "inv(A + u*v') = inv(A) - inv(A)*u*v'*inv(A)/(1 + v'*inv(A)*u) | exact",
        "2*sin(a)*cos(a) = sin(2*a)                       | numeric",
        "det(A*A') = det(A)^2                             | exact",
        "sum(i, x(i)*y(i)) == x'*y                        | proof",
      })
  void equal(String equation, String certainty) {
    var c =
        (Comparison)
            found(
                "equal",
                equation,
                Map.of("A", "matrix(n,n)", "B", "matrix(n,n)", "u", "vector(n)", "v", "vector(n)"),
                Operands.NONE);
    assertThat(c.equal()).isTrue();
    assertThat(c.certainty()).isEqualTo(certainty);
    assertThat(c.counterexampleSides()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "(A + B)^2 = A^2 + 2*A*B + B^2",
    "det(A + B) = det(A) + det(B)",
    "A*B = B*A",
    "abs(a) = a",
    "x.*x = x + x",
  })
  void different(String equation) {
    var c =
        (Comparison)
            found("equal", equation, Map.of("A", "matrix(n,n)", "B", "matrix(n,n)"), Operands.NONE);
    assertThat(c.equal()).isFalse();
    assertThat(c.sameShape()).isTrue();
    assertThat(c.counterexampleSides().get(0).minus(c.counterexampleSides().get(1)).maxAbs())
        .isGreaterThan(1e-6);
    c.counterexample()
        .values()
        .forEach(v -> assertThat(v.rows() * v.cols()).isLessThanOrEqualTo(4));
  }

  @Test
  void aCounterexampleHasTheDeclaredAttributes() {
    var c =
        (Comparison)
            found(
                "equal",
                "A*B",
                Map.of("A", "matrix(n,n) symmetric", "B", "matrix(n,n) symmetric"),
                Operands.other("B*A"));
    assertThat(c.equal()).isFalse();
    for (var v : c.counterexample().values()) {
      assertThat(v.minus(v.transpose()).maxAbs()).isZero();
    }
  }

  @Test
  void whatHoldsForSomeSizesOnlyIsDifferent() {
    assertThat(
            ((Comparison) found("equal", "ones(9)'*ones(9) = 9", Map.of(), Operands.NONE)).equal())
        .isTrue();
    assertThat(
            ((Comparison) found("equal", "ones(9)'*ones(9) = 8", Map.of(), Operands.NONE)).equal())
        .isFalse();
  }

  @Test
  void shapesThatDiffer() {
    var c = (Comparison) found("equal", "x*x' = x'*x", Map.of("x", "vector(n)"), Operands.NONE);
    assertThat(c.equal()).isFalse();
    assertThat(c.sameShape()).isFalse();
    assertThat(c.certainty()).isEqualTo("proof");
  }

  @Test
  void placesOfTheFirstExpression() {
    Problem p = refused("equal", "A*", Map.of(), Operands.other("B"));
    assertThat(p.start()).isEqualTo(1);
    Problem other = refused("equal", "A", Map.of(), Operands.other("B*"));
    assertThat(other.start()).isEqualTo(-1);
    assertThat(other.message()).startsWith("in other: ");
  }

  private static double[][] rows(double[]... rows) {
    return rows;
  }

  private static final Map<String, Values> DATA =
      Map.of(
          "A", Values.matrix(rows(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6})),
          "x", Values.vector(1, 2),
          "y", Values.vector(1, 1, 1),
          "a", Values.scalar(2.5),
          "n", Values.scalar(2));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A*x                     | [5; 11; 17]",
        "a*norm2(A*x - y)^2      | 930",
        "diff(norm2(A*x - y)^2, x) | [228; 288]",
        "x'                      | [1, 2]",
        "0.1 + 0.2               | 0.3",
        "x + eye(n)*x            | [2; 4]",
        "sum(i, A(i,:)*x)        | 33",
      })
  void eval(String expr, String expected) {
    var e = (Evaluation) found("eval", expr, Map.of(), Operands.at(DATA));
    assertThat(e.text().replace("\n", "").replace(";", "; ").replace(";  ", "; "))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "log(a - 5)              |            | log(a - 5) has no value here: it needs a - 5 > 0",
        "log(a - 5) - log(a - 5) |            | log(a - 5) has no value here",
        "1/(a - 2.5)             |            | has no value here: 5 - 2*a = 0",
        "inv(x*x')*x             |            | it needs x*x' invertible",
        "exp(1000*a)             |            | too large for double precision",
        "A*z                     |            | there is no value for z",
        "A*x                     | A: matrix(m,n); x: vector(m) | x is declared vector(m)",
        "A*A                     |            | cannot multiply",
        "x'*B*x                  | B: matrix(n,n) symmetric | B is declared symmetric, but B(2,1) is not B(1,2)",
        "kron(eye(9999), eye(9999)) |         | ",
        "sqrt(x - 5)             |            | x - 5 = [-4; -3]",
      })
  void noValue(String expr, String declared, String message) {
    var data = new java.util.HashMap<>(DATA);
    data.remove("n");
    data.put("B", Values.matrix(rows(new double[] {1, 2}, new double[] {3, 4})));
    var declare = new java.util.HashMap<String, String>();
    if (declared != null) {
      for (String d : declared.split(";")) {
        declare.put(d.substring(0, d.indexOf(':')).strip(), d.substring(d.indexOf(':') + 1));
      }
    }
    Problem p = refused("eval", expr, declare, Operands.at(data));
    assertThat(p.message()).contains(message == null ? "" : message);
    assertThat(p.code()).isNotEqualTo(Problem.Code.INTERNAL);
  }
}
