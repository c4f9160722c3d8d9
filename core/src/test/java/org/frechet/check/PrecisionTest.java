package org.frechet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.check.Equality.Digits.ENOUGH;
import static org.frechet.check.Equality.Digits.MORE;
import static org.frechet.check.Equality.Digits.TOO_FEW;
import static org.frechet.check.Equality.Verdict.DIFFERENT;
import static org.frechet.check.Equality.Verdict.EQUAL_NUMERIC;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.frechet.numeric.Mat;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Rng;
import org.frechet.syntax.Context;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionTest {
  private static List<Expr> sides(String a, String b, String declarations) {
    Map<String, Declaration> declared = new HashMap<>();
    if (!declarations.isEmpty()) {
      Declarations.parse(declarations).forEach(d -> declared.put(d.name(), d));
    }
    return Elaborator.elaborate(
            List.of(Parser.parse(a), Parser.parse(b)), Context.of(declared).ofOneShape())
        .stream()
        .map(Model::expr)
        .toList();
  }

  private static Equality compare(String a, String b, String declarations) {
    List<Expr> sides = sides(a, b, declarations);
    return Equality.of(sides.getFirst(), sides.getLast(), 1);
  }

  /// Less than the tolerance for doubles, and yet a difference.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exp(a) | (1 + 0.00000001)*exp(a)",
        "exp(a) | (1 + 0.0000000001)*exp(a)",
        "exp(a) | (1 + 0.000000000001)*exp(a)",
        "expm1(a/100000000) | a/100000000",
        "sin(a/1000000) | a/1000000",
        "log1p(a/1000000000) | a/1000000000",
        "sum(exp(x)) + 1000000 - 1000000*cosh(b) | sum(exp(x))*(1 + 0.00000001) + 1000000 - 1000000*cosh(b)",
        "norm2(x + 100000*y) - 100000*norm2(y) | x'*y/norm2(y)",
      })
  void smallDifferencesAreFound(String a, String b) {
    Equality found = compare(a, b, "");
    assertThat(found.verdict()).isEqualTo(DIFFERENT);
    assertThat(found.digits()).isIn(MORE, ENOUGH);
  }

  @Test
  void smallDifferencesHaveExamples() {
    List<Expr> sides = sides("exp(a)", "(1 + 0.000000000001)*exp(a)", "");
    Equality found = Equality.of(sides.getFirst(), sides.getLast(), 1);
    Counterexample example =
        Counterexample.of(sides.getFirst(), sides.getLast(), found.counterexample(), 1)
            .orElseThrow();
    double left = example.left().get(0, 0);
    assertThat(example.right().get(0, 0) / left - 1).isBetween(0.9e-12, 1.1e-12);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "expm1(a/100000000) | exp(a/100000000) - 1",
        "log1p(a/100000000) | log(1 + a/100000000)",
        "norm2(x + 100000*y) - 100000*norm2(y) | (x'*x + 200000*x'*y)/(norm2(x + 100000*y) + 100000*norm2(y))",
        "sqrt(1000000 + exp(a)) - 1000 | exp(a)/(sqrt(1000000 + exp(a)) + 1000)",
        "cosh(a/10000) - 1 | 2*sinh(a/20000)^2",
        "tanh(a/100000) - a/100000 | (sinh(a/100000) - a/100000*cosh(a/100000))/cosh(a/100000)",
      })
  void equalitiesThatCancelStayEqual(String a, String b) {
    Equality found = compare(a, b, "");
    assertThat(found.verdict()).isEqualTo(EQUAL_NUMERIC);
    assertThat(found.digits()).isEqualTo(MORE);
  }

  /// An orthogonal matrix rounded to doubles is none: such points are made with all digits.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "norm2(Q*x + 100000*y) - 100000*norm2(y) | norm2(x + 100000*Q'*y) - 100000*norm2(Q'*y) | Q: matrix(n,n) orthogonal; x: vector(n); y: vector(n)",
        "exp(u'*u/1000000) - 1 | expm1(norm2(u)^2/1000000) | u: vector(n) unit",
        "exp(sum(p)/1000000) - 1 | expm1(norm1(p)/1000000) | p: vector(n) stochastic",
        "logdet(S)/1000000 | log(1 + expm1(logdet(S)/1000000)) | S: matrix(n,n) spd",
      })
  void structuresHoldToAllDigits(String a, String b, String declared) {
    Equality found = compare(a, b, declared);
    assertThat(found.verdict()).isIn(EQUAL_NUMERIC, Equality.Verdict.EQUAL_EXACT);
  }

  @Test
  void whatHasNoMoreDigitsIsSaidSo() {
    Equality found =
        compare("gamma(a/1000000 + 2) - 1", "(a/1000000 + 1)*gamma(a/1000000 + 1) - 1", "");
    assertThat(found.verdict()).isEqualTo(EQUAL_NUMERIC);
    assertThat(found.digits()).isEqualTo(TOO_FEW);
  }

  @Test
  void doublesAreEnoughForOrdinaryClaims() {
    assertThat(compare("exp(a)*exp(b)", "exp(a + b)", "").digits()).isEqualTo(ENOUGH);
    assertThat(compare("exp(a)", "exp(2*a)", "").verdict()).isEqualTo(DIFFERENT);
  }

  /// Every kernel of more digits gives the value that the one for doubles gives.
  @Test
  void kernelsAgree() {
    var rng = new Rng(3);
    for (Function f : Functions.all()) {
      boolean single = f.signatures().stream().allMatch(s -> s.arguments().size() == 1);
      if (f.isPrecise() && !f.isRational() && single) {
        for (int i = 0; i < 20; i++) {
          RealMat column = RealMat.generate(3, 1, (_, _) -> rng.uniform(0.1, 0.9));
          RealMat square =
              RealMat.generate(3, 3, (_, _) -> rng.uniform(0, 0.2)).plus(column.eye(3));
          boolean ofSquares = f.signatures().getFirst().toString().contains("matrix(n,n)");
          RealMat x = ofSquares ? square : column;
          Mat precise = f.evaluate(List.of(PreciseMat.of(x)));
          Mat plain = f.evaluate(List.of(x));
          RealMat a = ((PreciseMat) precise).rounded();
          RealMat b = (RealMat) plain;
          if (a.isFinite() && b.isFinite()) {
            assertThat(a.minus(b).maxAbs())
                .as("%s at %s", f.name(), x)
                .isLessThanOrEqualTo(1e-12 * Math.max(1, b.maxAbs()));
          }
        }
      }
    }
  }

  /// Evaluation is one thing for doubles and for more digits: every kind of node agrees.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "inv(S)*x + det(S)*ones(n)/pi | S: matrix(n,n) spd; x: vector(n)",
        "sum(i, x(i)^2*exp(x(i))) + tr(A^3)/n | x: vector(n); A: matrix(n,n)",
        "[A, x; x', 1]*[x; 2] | A: matrix(n,n) symmetric; x: vector(n)",
        "kron(A, B)*vec(B*X*A') | A: matrix(m,m); B: matrix(n,n); X: matrix(n,m)",
        "abs(x).^(3/2) + 2.^x + x.^2 + abs(x).^y | x: vector(n); y: vector(n)",
        "sg(x)'*x + norm2(P*x) + adj(A)(1,2) | x: vector(3); P: matrix(3,3) psd; A: matrix(3,3)",
        "sum(T*Q) + max(x) + min(x) + sum(p) | T: matrix(n,n) toeplitz; Q: matrix(n,n) orthogonal; x: vector(n); p: vector(n) stochastic",
      })
  void nodesAgree(String text, String declared) {
    Expr e = sides(text, text, declared).getFirst();
    Evaluator evaluator = Evaluator.real(List.of(e));
    assertThat(Precision.reaches(evaluator.nodes())).isTrue();
    var sampler = new Sampler(evaluator.nodes(), 1);
    for (int i = 0; i < 10; i++) {
      Point point = sampler.real();
      Point precise = sampler.precise(point);
      for (Map.Entry<Expr, Mat> leaf : point.leaves().entrySet()) {
        RealMat same = ((PreciseMat) precise.value(leaf.getKey())).rounded();
        assertThat(same.minus(leaf.getValue()).maxAbs())
            .as("%s", ((Node.Var) leaf.getKey().node()).name())
            .isLessThan(1e-12);
      }
      RealMat plain = (RealMat) evaluator.at(point).getFirst();
      RealMat rounded = ((PreciseMat) evaluator.at(precise).getFirst()).rounded();
      assertThat(plain.minus(rounded).maxAbs())
          .isLessThanOrEqualTo(1e-9 * Math.max(1, plain.maxAbs()));
    }
  }
}
