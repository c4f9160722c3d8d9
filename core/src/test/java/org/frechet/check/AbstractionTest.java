package org.frechet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.frechet.Frechet;
import org.frechet.check.Equality.Verdict;
import org.frechet.concrete.Calculation;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds of abstract functions holds of all functions.
class AbstractionTest {
  @ParameterizedTest(name = "{0} = {1}: {3}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          abs(f(t)) ¦ f(t) ¦ f: scalar -> scalar; t: scalar ¦ DIFFERENT
          max(f(t), 100) ¦ 100 ¦ f: scalar -> scalar; t: scalar ¦ DIFFERENT
          relu(s(x) + 50) ¦ s(x) + 50 ¦ s: elementwise; x: vector(n) ¦ DIFFERENT
          phi(t - t) ¦ 0 ¦ phi: elementwise with derivative 1/(1 + t^2); t: scalar ¦ DIFFERENT
          f(x + y) ¦ f(x) + f(y) ¦ f: vector(n) -> scalar; x: vector(n); y: vector(n) ¦ DIFFERENT
          s(X)' ¦ s(X') ¦ s: elementwise; X: matrix(m,n) ¦ EQUAL_EXACT
          kron(eye(n), g(x)')*D2g(x) ¦ kron(g(x)', eye(n))*commat(m,n)*D2g(x) ¦ g: vector(n) -> vector(m); x: vector(n) ¦ EQUAL_NUMERIC
          """)
  void compares(String left, String right, String declared, Verdict verdict) {
    Expr a = Frechet.parse(left).declare(declared).model().expr();
    Expr b = Frechet.parse(right).declare(declared).model().expr();
    assertThat(Equality.of(a, b, 1).verdict()).isEqualTo(verdict);
  }

  /// Rows are outputs, columns are entries of the argument; `D3f` is the Jacobian of vec(D2f).
  @Test
  void derivativesAreThoseOfTheFunction() {
    String declared = "f: matrix(2,3) -> scalar; X: matrix(2,3); E: matrix(2,3)";
    var t = 1e-4;
    RealMat x = RealMat.of(2, 3, 0.3, -0.2, 0.9, 0.4, -0.7, 0.1);
    RealMat e = RealMat.of(2, 3, 1, -2, 0.5, 3, 1, -1);
    RealMat change = value("D2f(X)*vec(E)", declared, x, e);
    RealMat plus = value("vec(Df(X)')", declared, x.plus(e.scale(t)), e);
    RealMat minus = value("vec(Df(X)')", declared, x.minus(e.scale(t)), e);
    assertThat(plus.minus(minus).scale(1 / (2 * t)).minus(change).maxAbs()).isLessThan(1e-6);
    RealMat third = value("D3f(X)*vec(E)", declared, x, e);
    RealMat later = value("vec(D2f(X))", declared, x.plus(e.scale(t)), e);
    RealMat before = value("vec(D2f(X))", declared, x.minus(e.scale(t)), e);
    assertThat(later.minus(before).scale(1 / (2 * t)).minus(third).maxAbs()).isLessThan(1e-5);
  }

  @Test
  void hessiansHaveFullRank() {
    String declared = "f: vector(6) -> scalar; X: vector(6); E: vector(6)";
    RealMat x = RealMat.of(6, 1, 0.3, -0.2, 0.9, 0.4, -0.7, 0.1);
    RealMat hessian = value("D2f(X)", declared, x, x);
    assertThat(Math.abs(((RealMat) hessian.det()).get(0, 0))).isGreaterThan(1e-6);
    assertThat(hessian.minus(hessian.transpose()).maxAbs()).isLessThan(1e-14);
  }

  private static RealMat value(String text, String declared, RealMat x, RealMat e) {
    var model = Frechet.parse(text).declare(declared).model();
    Map<Expr, Mat> leaves = Map.of(model.variables().get("X"), x, model.variables().get("E"), e);
    return (RealMat) Evaluator.evaluate(model.expr(), Point.real(leaves, Map.of()));
  }

  @Test
  void aFunctionThatIsNotDefinedHasNoValue() {
    Expr e = Frechet.parse("2*f(1)").declare("f: scalar -> scalar").model().expr();
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> Calculation.of(e, List.of(), Point.real(Map.of(), Map.of())));
    assertThat(refusal.problem().message())
        .isEqualTo("f(1) has no value: the function is declared and not defined");
  }
}
