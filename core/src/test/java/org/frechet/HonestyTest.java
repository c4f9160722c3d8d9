package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What once was answered wrongly, and now is right, conditional or refused.
class HonestyTest {
  private static Response answer(String op, String expr, String wrt, int order) {
    Map<String, String> declare =
        Map.of("A", "matrix(n,n)", "B", "matrix(n,n)", "dX", "matrix(n,n)", "a", "scalar");
    return new Service().answer(new Request("", op, expr, wrt, declare, order, "", List.of()));
  }

  /// Leibniz' rule does not see a jump that moves.
  @ParameterizedTest
  @CsvSource({
    "'integrate(step(a*t-9),t,0,1)', a, 1, jumps",
    "'integrate(floor(t/50*a),t,0,10)', a, 1, jumps",
    "'integrate(hinge(t*a),t,0,1)', a, 2, jumps",
    "'integrate(max(t,a),t,0,a^2)', a, 2, jumps",
    "'integrate(abs(sin(t*a)),t,0,1)', a, 2, jumps",
    "tr(dX*X*X), X, 1, also the increment"
  })
  void refused(String expr, String wrt, int order, String reason) {
    assertThat(answer("diff", expr, wrt, order))
        .isInstanceOfSatisfying(
            Response.Refused.class, r -> assertThat(r.problem().message()).contains(reason));
  }

  @ParameterizedTest
  @CsvSource({
    "relu6(a)=relu(a)",
    "'clip(a,-10,10)=a'",
    "relu(a-100)=0",
    "acos(cos(a))=abs(a)",
    "atan(a)+atan(2)=atan((a+2)/(1-2*a))",
    "logm(expm(A))=A"
  })
  void differentFarFromTheOrigin(String claim) {
    assertThat(comparison(claim).equal()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"pinv(A*B)=pinv(B)*pinv(A)", "det(A)*pinv(A)=adj(A)", "sign(a)^2=1"})
  void equalAlmostEverywhereSaysSo(String claim) {
    assertThat(comparison(claim).conditions()).anyMatch(c -> c.contains("almost everywhere"));
  }

  private static Comparison comparison(String claim) {
    Response r = answer("equal", claim, "", 1);
    assertThat(r).isInstanceOf(Response.Found.class);
    return (Comparison) ((Response.Found) r).outcome();
  }

  @ParameterizedTest
  @CsvSource({"x'*S*x*a, 'a,S'", "x'*S*x*a, 'S,x,a'"})
  void blockHessiansByScalarsAndMatrices(String expr, String wrt) {
    assertThat(answer("diff", expr, wrt, 2)).isInstanceOf(Response.Answer.class);
  }
}
