package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.frechet.check.CheckResult;
import org.frechet.check.Claim;
import org.frechet.check.ImplicitCheck;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.function.MatrixValued;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Derivatives of what an equation defines.
class ImplicitTest {
  private static Response answer(String equation, String wrt, String of, String declare) {
    Map<String, String> declared = new HashMap<>();
    for (String d : declare == null || declare.isEmpty() ? new String[0] : declare.split(";")) {
      declared.put(d.substring(0, d.indexOf(':')).strip(), d.substring(d.indexOf(':') + 1).strip());
    }
    return new Service()
        .answer(
            new Request("", "diff", equation, wrt, declared, 1, "", List.of())
                .with(Operands.of(of)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A*X = B | A | X | | -inv(A)*dA*X | -kron(X', inv(A)) | A invertible",
        "A*X = B | B | X | | inv(A)*dB | kron(eye(q), inv(A)) | A invertible",
        "x^2 + y^2 = 1 | x | y | x: scalar; y: scalar | -dx*x/y | -x/y | y ≠ 0",
        "x'*A*x + c^3 = b*c | x | c | | (dx'*A*x + x'*A*dx)/(b - 3*c^2) | (A + A')*x/(b - 3*c^2) | 3*c^2 - b ≠ 0",
        "y + tanh(W*y) = x | x | y | | inv(eye(n) + diag(1 - tanh(W*y).^2)*W)*dx | inv(eye(n) + diag(1 - tanh(W*y).^2)*W) | eye(n) + diag(1 - tanh(W*y).^2)*W invertible",
        "A*X + X*A' = Q | Q | X | | sylvester(A, A', dQ) | inv(kron(eye(n), A) + kron(A, eye(n))) | A and -A' have no common eigenvalue",
      })
  void derivatives(
      String equation,
      String wrt,
      String of,
      String declare,
      String map,
      String value,
      String condition) {
    var found = (Response.Found) answer(equation, wrt, of, declare);
    ImplicitDerivative d = ((ImplicitDerivatives) found.outcome()).all().getFirst();
    assertThat(d.frechet()).isEqualTo(map);
    assertThat(d.text()).isEqualTo(value);
    assertThat(d.conditions()).containsExactly(condition);
    assertThat(d.check().passed()).isTrue();
    assertThat(d.check().maxRelativeError()).isLessThan(1e-6);
  }

  @Test
  void severalVariables() {
    var found = (Response.Found) answer("A*X + X*A' = Q", "A, Q", "X", "");
    List<ImplicitDerivative> all = ((ImplicitDerivatives) found.outcome()).all();
    assertThat(all).extracting(ImplicitDerivative::wrt).containsExactly("A", "Q");
    assertThat(all).extracting(ImplicitDerivative::of).containsOnly("X");
  }

  /// Sensitivity of a penalised estimate to its penalty, the derivative of a solution of an
  /// equation that has no closed form.
  @Test
  void ofAStationaryPoint() {
    var found =
        (Response.Found)
            answer("diff(sum(log(1 + exp(X*w))) + lambda*w'*w, w) = 0", "lambda", "w", "");
    ImplicitDerivative d = ((ImplicitDerivatives) found.outcome()).all().getFirst();
    assertThat(d.kind()).isEqualTo("tangent vector");
    assertThat(d.check().passed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "X'*X = A | A | X | X: matrix(m,n) | does not determine X",
        "A*X = B | A | A | | cannot depend on itself",
        "A*X = B | A | Z | | there is no variable Z",
        "A*X = B | Z | X | | there is no variable Z",
        "A*X = B | | X | | no variable to differentiate by",
        "A*X = B | A' | X | | not its transpose",
        "A*X = B | A | X | X: matrix(n,n) symmetric; A: matrix(n,n); B: matrix(n,n) | symmetric variables",
        "A + B = C | A | X | X: matrix(n,n) | derivative by it is zero",
        "argmin(norm2(A*x - b)^2, x) | A | x | | an equation is needed",
        "A*X = | A | X | | expected an operand",
      })
  void refusals(String equation, String wrt, String of, String declare, String message) {
    Response r = answer(equation, wrt == null ? "" : wrt, of, declare);
    assertThat(r).isInstanceOf(Response.Refused.class);
    Problem p = ((Response.Refused) r).problem();
    assertThat(p.message()).contains(message);
    assertThat(p.code()).isNotEqualTo(Problem.Code.INTERNAL);
  }

  /// The check tells a wrong map from the right one.
  @Test
  void aWrongMapFails() {
    Expr a = Algebra.variable("A", Shape.matrix(Dim.of("n"), Dim.of("n")));
    Expr x = Algebra.variable("X", Shape.matrix(Dim.of("n"), Dim.of("q")));
    Expr b = Algebra.variable("B", Shape.matrix(Dim.of("n"), Dim.of("q")));
    Expr f = Algebra.sub(Algebra.mul(a, x), b);
    Expr right = Algebra.neg(Algebra.mul(MatrixValued.inv(a), Algebra.increment(a), x));
    Expr wrong = Algebra.neg(Algebra.mul(MatrixValued.inv(a).transpose(), Algebra.increment(a), x));
    assertThat(ImplicitCheck.of(f, a, x, List.of(Claim.map(right)), 1).passed()).isTrue();
    assertThat(ImplicitCheck.of(f, a, x, List.of(Claim.map(wrong)), 1).verdict())
        .isEqualTo(CheckResult.Verdict.FAILED);
    Expr sine = Algebra.sub(org.frechet.function.Elementwise.log(x), b);
    assertThat(ImplicitCheck.of(sine, b, x, List.of(Claim.map(Algebra.increment(b))), 1).verdict())
        .isEqualTo(CheckResult.Verdict.FAILED);
  }
}
