package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.frechet.claim.Mistake;
import org.frechet.derive.Layout;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Verdicts on claims as people type them.
class ClaimsTest {
  private static Judgment judged(String claim) {
    return Budget.run(
        Duration.ofSeconds(60), () -> Claims.check(claim, Conventions.NONE).decisive());
  }

  @Test
  void theFirstExampleOfThePage() {
    Judgment j = judged("d(x'*A*x)/dx = 2*A*x");
    assertThat(j.verdict()).isEqualTo(Verdict.RIGHT_IF);
    assertThat(j.hypotheses()).containsExactly("A symmetric");
    assertThat(j.correct().orElseThrow().text()).isEqualTo("(A + A')*x");
    assertThat(j.certainty()).isEqualTo("exact");
    assertThat(j.diagnosis().text()).isEqualTo("A is used as if it were symmetric");
    Judgment.Example e = j.counterexample().orElseThrow();
    assertThat(e.exact()).isTrue();
    assertThat(Comparison.written(Objects.requireNonNull(e.values().get("A"))))
        .isEqualTo("[0, 1; 0, 0]");
    assertThat(Comparison.written(Objects.requireNonNull(e.values().get("x")))).isEqualTo("[1; 1]");
    assertThat(e.claimed().toArray()).containsExactly(2, 0);
    assertThat(e.truth().toArray()).containsExactly(1, 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "d(tr(A*X))/dX = A'",
        "diff(tr(A*X), X) = A'",
        "∂(x'*A*x)/∂x = (A + A')*x",
        "let y = x'*A*x; dy/dx = (A + A')*x",
        "let r = A*x - y; d(r'*r)/dx = 2*A'*r",
        "d2(x'*A*x)/dx2 = A + A'",
        "d^2(x'*A*x)/(dx*dx') = A + A'",
        "d²(x^3)/dx² = 6*x",
        "2*d(x'*x)/dx = 4*x",
        "d(A*x)/dx = A",
        "d(x)/dx = eye(n)",
        "d(tr(A*X*B)) = tr(B*A*dX)",
        "d(inv(X)) = -inv(X)*dX*inv(X)",
        "tr(A*d(inv(X))) = -tr(A*inv(X)*dX*inv(X))",
        "d(X*Y) = d(X)*Y + X*d(Y)",
        "d(X*Y) = dX*Y + X*dY",
        "d(A*X*B) = A*dX*B",
        "d(eye(n)*x'*y) = eye(n)*(dx'*y + x'*dy)",
        "tr(A*B) = tr(B*A)",
        "tr(A*B*C) = tr(C*A*B) = tr(B*C*A)",
        "inv(A*B) = inv(B)*inv(A)",
        "(A*B)' = B'*A'",
        "(x + dx)'*A*(x + dx) = x'*A*x + x'*(A + A')*dx + dx'*A*dx",
        "Δ ↦ 2*inner(Y - B*X, -Δ*X) = -2*tr((Δ*X)'*(Y - B*X))",
        "solve(A*x == b, x) = inv(A)*b",
        "argmin(norm2(A*x - y)^2, x) = inv(A'*A)*A'*y",
        "argmin(norm2(A*x - b)^2, x) = inv(A'*A)*A'*b",
        "d(sum(c.*x))/dx = c",
        "d(det(X)) = tr(adj(X)*dX)",
        "A*x : vector(m)",
        "x'*A*x : scalar",
        "abs(x'*y) <= norm2(x)*norm2(y)",
        "norm2(x)*norm2(y) ≥ x'*y",
        "d(x'*x) = 2*x'*dx",
        "X - X = 0",
        "d(exp(x))/dx = exp(x)",
        "d(3*x)/dx = 3",
        "a^Ta = tr(aa^T)",
        "(AB)^T = B^TA^T",
        "x^T*A*x = x^T*A^T*x",
        "d(a*x)/dx = a",
        "let x = 2*t; dx/dt = 2",
        "let y = A*x; d(y'*y)/dy = 2*y",
        "let f = A*x; f(2) = A(2,:)*x",
        "x'*x < x'*x + 1",
        "d2(x'*A*y)/(dx*dy') = A",
        "d(A*X*B)/dX = Δ ↦ A*Δ*B",
        "Δ ↦ A*Δ*B = d(A*X*B)/dX",
        "\\frac{d}{dx} \\ln x = \\frac1x",
        "d(sin(x)^2)/dx = 2*sin(x)*cos(x)",
      })
  void right(String claim) {
    assertThat(judged(claim)).extracting(Judgment::verdict).isEqualTo(Verdict.RIGHT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "d(x'*x)/dx = x|FACTOR|2*x",
        "d(x'*x)/dx = -2*x|SIGN|2*x",
        "d(norm2(A*x - y)^2)/dx = 2*A'*(A*x + y)|SIGN|2*A'*(A*x - y)",
        "d(x'*A*x + b'*x)/dx = (A + A')*x|TERM|(A + A')*x + b",
        "d(sum(x.^3))/dx = 3*x|EXPONENT|3*x.^2",
        "d(norm2(x))/dx = x|FACTOR|x/norm2(x)",
        "d(a'*x)/dx = x|VARIABLE|a",
        "d(x*x') = dx*x' + dx*x'|TRANSPOSE|dx*x' + x*dx'",
        "d(X - Y) = dX + dY|SIGN|dX - dY",
        "argmin(norm2(A*x - y)^2, x) = inv(A'*A)*A'*y/2|FACTOR|inv(A'*A)*A'*y",
        "d(tr(X'*A*X))/dX = (A + A')*X - X|TERM|(A + A')*X",
        "x'*x = norm2(x)|EXPONENT|norm2(x)^2",
      })
  void wrong(String claim, Mistake mistake, String correct) {
    Judgment j = judged(claim);
    assertThat(j.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(j.diagnosis().mistake()).isEqualTo(mistake);
    assertThat(j.correct().orElseThrow().text()).isEqualTo(correct);
    assertThat(j.counterexample()).isPresent();
    assertThat(j.diagnosis().text()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "inner(B, W*B) = inner(W*B, B)/2 + inner(B*1, W'*B)/2|",
        "d(inner(B, W*B)) = 2*inner(W*B, dB)|W symmetric",
        "d(x'*(A*B + A + B)*x)/dx = 2*(A*B + A + B)*x|A symmetric;B symmetric;A and B commute",
        "(A*B)' = A'*B'|A and B commute",
        "(A + B)^2 = A^2 + 2*A*B + B^2|A and B commute",
        "expm(A + B) = expm(A)*expm(B)|A and B commute",
        "sqrt(x^2) = x|x positive",
        "norm1(x) = sum(x)|x positive",
        "nucnorm(A) = tr(A)|A positive definite",
        "A'*A = eye(n)|A with orthonormal columns",
        "A*A' = eye(n)|A orthogonal",
        "pinv(A)*A = eye(n)|A of full column rank",
        "tr(Q'*A*Q) = tr(A)|Q orthogonal",
        "pinv(A*B) = pinv(B)*pinv(A)|A with orthonormal columns",
        "norm2(A*x) = norm2(x)|A with orthonormal columns",
        "d((x-mu)'*inv(S)*(x-mu))/dmu = -2*inv(S)*(x-mu)|S symmetric",
      })
  void rightUnderHypotheses(String claim, String hypotheses) {
    Judgment j = judged(claim);
    if (hypotheses == null) {
      assertThat(j.verdict()).isEqualTo(Verdict.RIGHT);
      return;
    }
    assertThat(j.verdict()).isEqualTo(Verdict.RIGHT_IF);
    assertThat(j.hypotheses()).containsExactlyInAnyOrder(hypotheses.split(";"));
    assertThat(j.counterexample()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "d(tr(A*X))/dX = A|numerator|A'",
        "d(A*x)/dx = A'|denominator|A",
        "d(x'*A*x)/dx = x'*(A + A')|numerator|(A + A')*x",
      })
  void rightInTheOtherLayout(String claim, String layout, String correct) {
    Judgment j = judged(claim);
    assertThat(j.verdict()).isEqualTo(Verdict.RIGHT_OTHER_LAYOUT);
    assertThat(j.layout()).isEqualTo(layout);
    assertThat(j.correct().orElseThrow().text()).isEqualTo(correct);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "d(norm2(A*x - y)^2)/dx = 2*A*(A*x - y)|TRANSPOSE",
        "d(tr(A*X*B))/dX = A*B|ORDER",
        "A*x : matrix(m,n)|SHAPE",
        "d(x'*A*x)/dx = 2*x*A|SHAPE",
      })
  void illShaped(String claim, Mistake mistake) {
    Judgment j = judged(claim);
    assertThat(j.verdict()).isEqualTo(Verdict.ILL_SHAPED);
    assertThat(j.diagnosis().mistake()).isEqualTo(mistake);
    assertThat(j.reason()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "x'*x < x'*x",
        "x^4 <= 1000*x^2",
        "x'*x > 0",
        "log(x) <= x - 1.0001",
        "norm2(x) <= 100",
        "pi = 3.14159265358979",
        "exp(-1000*x'*x) = 0",
        "relu(x - 1000) = 0*x",
        "d(sin(x))/dx = sin(x)",
        "d(x'*A*x)/dx = x'*(A + A') = 3*(A + A')*x",
      })
  void notRightEither(String claim) {
    assertThat(judged(claim).verdict()).isIn(Verdict.WRONG, Verdict.ILL_SHAPED);
  }

  @Test
  void aNameDefinedByItselfIsNotFollowedForEver() {
    assertThat(judged("let y = y + 1; y = 2").verdict()).isEqualTo(Verdict.ILL_SHAPED);
  }

  @Test
  void aPseudoInverseIsNoInverse() {
    var square =
        new Conventions(
            Map.of("A", org.frechet.syntax.Declarations.parse("A", "matrix(n,n)")),
            List.of(),
            Layout.MIXED);
    assertThat(Claims.check("A*pinv(A) = eye(n)", square).decisive().hypotheses())
        .containsExactly("A invertible");
    assertThat(Claims.check("A*pinv(A)*A = A", square).decisive().verdict())
        .isEqualTo(Verdict.RIGHT);
  }

  @Test
  void whatIsHeldConstantIsSaid() {
    assertThat(judged("d(A*B) = dA*B").assumptions()).contains("B is held constant");
  }

  @Test
  void aDeclaredLayoutIsTheOneThatCounts() {
    var numerator = new Conventions(Map.of(), List.of(), Layout.NUMERATOR);
    assertThat(Claims.check("d(x'*x)/dx = 2*x'", numerator).decisive().verdict())
        .isEqualTo(Verdict.RIGHT);
    assertThat(Claims.check("d(x'*x)/dx = 2*x", numerator).decisive().verdict())
        .isEqualTo(Verdict.RIGHT_OTHER_LAYOUT);
  }

  @Test
  void aChainIsJudgedLinkByLink() {
    Judgments chain =
        Claims.check(
            "d(tr(A*inv(X))) = tr(A*d(inv(X))) = tr(A*inv(X)*dX*inv(X)) = tr(inv(X)*A*inv(X)*dX)",
            Conventions.NONE);
    assertThat(chain.links())
        .extracting(Judgment::verdict)
        .containsExactly(Verdict.RIGHT, Verdict.WRONG, Verdict.RIGHT);
    assertThat(chain.decisive().diagnosis().mistake()).isEqualTo(Mistake.SIGN);
  }

  @Test
  void aSingularMatrixHasNoInverse() {
    Request request =
        new Request(
                "",
                "check",
                "det(X)",
                "X",
                Map.of("X", "matrix(n,n)"),
                1,
                "differential",
                List.of())
            .with(
                Operands.claimed(
                    new Claimed("", "det(X)*tr(inv(X)*dX)", Map.of("X", List.of("singular")))));
    Judgment j = judged(request);
    assertThat(j.verdict()).isEqualTo(Verdict.WRONG);
    assertThat(j.correct().orElseThrow().text()).isEqualTo("tr(adj(X)*dX)");
  }

  private static Judgment judged(Request request) {
    var found = (Response.Found) new Service(Duration.ofSeconds(60)).answer(request);
    return ((Judgments) found.outcome()).decisive();
  }

  @Test
  void whatIsNotSaidIsNotGuessed() {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Claims.check("dy/dx = 2*x", Conventions.NONE))
        .matches(r -> r.problem().code() == Code.UNKNOWN_NAME);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Claims.check("norm2(x)^2 = x^Tx", Conventions.NONE))
        .matches(r -> r.problem().code() == Code.SYNTAX);
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> Claims.check("x'*A*x", Conventions.NONE))
        .matches(r -> r.problem().code() == Code.BAD_REQUEST);
  }

  @Test
  void signsOfDifferentiationAreOrdinaryNamesElsewhere() {
    assertThat(Parser.parse("d*x/dx")).isNotNull();
    assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Parser.parse("∂x"));
  }
}
