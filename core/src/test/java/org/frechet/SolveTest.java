package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Equations linear in their unknown.
class SolveTest {
  private static Map<String, String> declared(String text) {
    var declared = new HashMap<String, String>();
    for (String d : text == null || text.isEmpty() ? new String[0] : text.split(";")) {
      declared.put(d.substring(0, d.indexOf(':')).strip(), d.substring(d.indexOf(':') + 1).strip());
    }
    return declared;
  }

  private static Solution solve(String equation, String unknown, String declare) {
    return (Solution)
        OperationsTest.found("solve", equation, declared(declare), Operands.unknown(unknown));
  }

  /// The pseudo-inverse solves the normal equations at any rank, here at rank one (Penrose 1956).
  @Test
  void theSolutionOfLeastNormHoldsWhereTheInverseIsGone() {
    Solution full = solve("diff(norm2(Y - X*B)^2, B) = 0", "B", "");
    assertThat(full.leastNorm()).hasValue("pinv(X)*Y");
    var comparison =
        (Comparison)
            OperationsTest.found(
                "equal",
                "(u*v')'*(u*v')*(pinv(u*v')*Y) = (u*v')'*Y",
                declared("u: vector(m); v: vector(n); Y: matrix(m,p)"),
                Operands.NONE);
    assertThat(comparison.equal()).isTrue();
    Solution wide = solve("argmin(norm2(A*x - b)^2, x)", "x", "A: matrix(2,5); b: vector(2)");
    assertThat(wide.count()).isEqualTo(Solution.Count.MANY);
    assertThat(wide.text()).isEqualTo("pinv(A)*b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // The normal equations (Gauss 1809; Golub & Van Loan 2013, section 5.3).
        "diff(norm2(Y - X*B)^2, B) = 0 | B | | inv(X'*X)*X'*Y | X'*X invertible, i.e. X has full column rank",
        // Ridge regression (Hoerl & Kennard 1970).
        "X'*X*B + lambda*B = X'*Y | B | | inv(X'*X + lambda*eye(p))*X'*Y | X'*X + lambda*eye(p) invertible, as it is for lambda > 0",
        "X'*X*B + lambda*B = X'*Y | B | lambda: scalar positive | inv(X'*X + lambda*eye(p))*X'*Y | ",
        // Generalised least squares (Aitken 1935).
        "diff((y - X*w)'*W*(y - X*w), w) = 0 | w | W: matrix(n,n) spd; y: vector(n) | inv(X'*W*X)*X'*W*y | X'*W*X invertible",
        "A*x = b | x | | inv(A)*b | A invertible",
        "A*x = b | x | A: matrix(n,n) spd | inv(A)*b | ",
        "0 = b - A*x | x | b: vector(m) | inv(A)*b | A invertible",
        "x'*A = b' | x | | inv(A)'*b | A invertible",
        "A*X*B = C | X | | inv(A)*C*inv(B) | A invertible; B invertible",
        "A*X + X*A' = Q | X | | sylvester(A, A', Q) | A and -A' have no common eigenvalue",
        "A*X - X*B = C | X | | sylvester(A, -B, C) | A and B have no common eigenvalue",
        "A*X + X*A = Q | X | A: matrix(n,n) spd | sylvester(A,A,Q) | ",
        "X*A + X*B + C*X = D | X | | sylvester(C, A + B, D) | C and -A - B have no common eigenvalue",
        "A.*X = B | X | | B./A | no entry of A is 0",
        "X' = A | X | | A' | ",
        "2*X' + A = 0 | X | A: matrix(m,n) | -A'/2 | ",
        "a*t + b = c | t | t: scalar | (c - b)/a | a ≠ 0",
        "sg(A*x) + A*x = b | x | A: matrix(n,n) invertible | inv(A)*b/2 | ",
        "solve(A*X == B, X) | | A: matrix(n,n); B: matrix(n,k) | inv(A)*B | A invertible",
        "diff(tr(S*A*S) - tr(B*S), S) = 0 | S | S: matrix(n,n) symmetric; A: matrix(n,n) spd | sylvester(A, A, B + B')/2 | ",
      })
  void solutions(String equation, String unknown, String declare, String value, String conditions) {
    Solution s = solve(equation, unknown == null ? "" : unknown, declare);
    assertThat(s.text()).isEqualTo(value);
    assertThat(String.join("; ", s.conditions())).isEqualTo(conditions == null ? "" : conditions);
    assertThat(s.points()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "A*X*B + C*X*D = F | X | ",
        "A*X + B*X'*C = D  | X | A: matrix(n,n); B: matrix(n,n); C: matrix(n,n); D: matrix(n,n)",
        "A.*X + C*X = B    | X | ",
        "tr(X)*B + A*X = C | X | A: matrix(n,n); B: matrix(n,n); C: matrix(n,n)",
      })
  void byTheMatrixOnVec(String equation, String unknown, String declare) {
    Solution s = solve(equation, unknown, declare);
    assertThat(s.text()).startsWith("reshape(");
    assertThat(s.certainty()).isEqualTo("exact");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "argmin(norm2(A*x - b)^2, x) | b: vector(m) | minimum | inv(A'*A)*A'*b",
        "argmin(norm2(A*x - b)^2 + c*norm2(x)^2, x) | b: vector(m) | minimum | inv(A'*A + c*eye(n))*A'*b",
        "argmax(b'*x - x'*A*x, x) | A: matrix(n,n) spd | maximum | inv(A)*b/2",
        "diff(x(1)^2 - 3*x(2)^2, x) = 0 | x: vector(2) | saddle | zeros(2)",
        "diff(a'*x + x'*B*x, x) = 0 | B: matrix(n,n) | undetermined | -inv(B + B')*a",
        "argmin(tr(X'*A*X*C) - 2*tr(B*X), X) | A: matrix(n,n) spd; C: matrix(m,m) spd | minimum | inv(A)*B'*inv(C)",
      })
  void stationaryPoints(String text, String declare, String kind, String value) {
    Solution s = solve(text, text.startsWith("diff") ? "x" : "", declare);
    assertThat(s.text()).isEqualTo(value);
    assertThat(s.extremum()).contains(kind);
    assertThat(s.reason()).isNotEmpty();
  }

  @Test
  void whatAMinimumTakesIsTold() {
    assertThat(solve("argmin(norm2(A*x - b)^2 + c*norm2(x)^2, x)", "", "b: vector(m)").conditions())
        .containsExactly("c > 0");
    assertThat(solve("argmin(a'*x + x'*B*x, x)", "", "B: matrix(n,n)").conditions())
        .contains("B + B' positive semidefinite");
  }

  @Test
  void allAndNone() {
    assertThat(solve("X = X", "X", "").count()).isEqualTo(Solution.Count.ALL);
    assertThat(solve("x - x + 3 = 4", "x", "x: scalar").count()).isEqualTo(Solution.Count.NONE);
    Solution s = solve("x - x + a = 4", "x", "x: scalar");
    assertThat(s.count()).isEqualTo(Solution.Count.ALL_OR_NONE);
    assertThat(s.residual()).isEqualTo("a - 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x'*A*x = 3         | x | | x'*A*x is not",
        "X*A*X = B          | X | | X*A*X is not",
        "sign(x) = b        | x | | sign(x) is not",
        "abs(x) = b         | x | | abs(x) is not",
        "inv(X) = A         | X | | not linear in X",
        "exp(x) + A*x = b   | x | | exp(x) is not",
        "diff(logdet(X) - tr(A*X), X) = 0 | X | | inv(X) is not",
        "A*x = b            | x | A: matrix(5,3); b: vector(5) | A is 5×3, not square",
        "A*x = 1            | x | | the right side scalar",
        "u*u'*x = b         | x | u: vector(n) | u*u' is singular",
        "X + X' = A         | X | | singular wherever it was tried",
        "D*X + A = B        | D | D: matrix(n,n) diagonal | not diagonal in general",
        "A*S = B            | S | S: matrix(n,n) symmetric | not symmetric in general",
        "argmin(-x'*x, x)   |   | | the function has no minimum",
        "argmin(x(1)^2 - x(2)^2, x) | | x: vector(2) | saddle point",
        "A*x = b            |   | | no variable to solve for",
        "A*x = b            | z | | there is no variable z",
        "solve(A*x == b, x) | b | | is to be solved for x",
        "solve(A*x == b, x + y) | | | must be the name of a variable",
        "A*x = b            | x' + 1 | | cannot",
        "A*x = b            | x(1) | | cannot solve for x(1)",
      })
  void refusals(String equation, String unknown, String declare, String message) {
    Problem p =
        OperationsTest.refused(
            "solve", equation, declared(declare), Operands.unknown(unknown == null ? "" : unknown));
    assertThat(p.message()).contains(message);
    assertThat(p.code()).isNotEqualTo(Code.INTERNAL);
  }
}
