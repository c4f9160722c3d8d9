package org.frechet.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.expr.Expr;
import org.frechet.syntax.Context;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HypothesesTest {
  private static final Map<String, Declaration> DECLARED =
      Declarations.parse(
              "A: matrix(n,n); B: matrix(n,n); C: matrix(n,n); X: matrix(m,n); x: vector(n); a: scalar; S: matrix(n,n) spd")
          .stream()
          .collect(java.util.stream.Collectors.toMap(Declaration::name, d -> d));

  private static Expr read(String text) {
    return Elaborator.elaborate(Parser.parse(text), Context.of(DECLARED)).expr();
  }

  private static List<String> found(String claimed, String truth, String... moving) {
    return Hypotheses.usual(read(claimed), read(truth), Set.of(moving))
        .or(() -> Hypotheses.other(read(claimed), read(truth), Set.of(moving)))
        .stream()
        .flatMap(h -> h.all().stream())
        .map(Hypothesis::words)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "2*A*x|(A + A')*x|A symmetric",
        "A*x + B*x|A'*x + B'*x|A symmetric;B symmetric",
        "-A|A'|A skew",
        "A'|inv(A)|A orthogonal",
        "A*B|B*A|A and B commute",
        "B*A*C|A*B*C|A and B commute",
        "a|abs(a)|a positive",
        "eye(n)|pinv(X)*X|X of full column rank",
        "eye(n)|X'*X|X with orthonormal columns",
        "eye(m)|X*X'|X orthogonal",
        "tr(A)|nucnorm(A)|A positive definite",
      })
  void theSmallestSet(String claimed, String truth, String words) {
    assertThat(found(claimed, truth)).containsExactlyInAnyOrder(words.split(";"));
  }

  /// A multiple of the identity is symmetric and commutes with every matrix.
  @Test
  void commutingMatricesAreNotOnlyPolynomials() {
    assertThat(found("2*A*B*x", "(A*B + B'*A')*x"))
        .containsExactlyInAnyOrder("A symmetric", "B symmetric", "A and B commute");
  }

  @Test
  void aHypothesisThatMakesBothSidesZeroProvesNothing() {
    assertThat(found("logdet(A)/2", "logdet(A)")).isEmpty();
    assertThat(found("2*tr(A)", "tr(A)")).isEmpty();
  }

  @Test
  void whatMovesIsNotAssumedToBeOrthogonal() {
    assertThat(found("A", "inv(A)'", "A")).doesNotContain("A orthogonal");
  }
}
