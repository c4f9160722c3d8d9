package org.frechet.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.syntax.Context;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTest {
  private static final Map<String, Declaration> DECLARED =
      Declarations.parse(
              "A: matrix(n,n); B: matrix(n,n); X: matrix(m,n); x: vector(n); y: vector(m); a: scalar; S: matrix(n,n) spd")
          .stream()
          .collect(java.util.stream.Collectors.toMap(Declaration::name, d -> d));

  private static Expr read(Syntax piece) {
    return Elaborator.elaborate(piece, Context.of(DECLARED)).expr();
  }

  private static Expr read(String text) {
    return read(Parser.parse(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "X'*(X*x + y)|X'*(X*x - y)|SIGN|the sign of the term y is wrong",
        "A*x|A'*x|TRANSPOSE|a transpose is missing: A', not A",
        "(A*B)'*x|A*B*x|TRANSPOSE|a transpose is too many: A*B, not (A*B)'",
        "A*B*x|B*A*x|ORDER|the factors A and B are in the wrong order",
        "kron(A, B)|kron(B, A)|ORDER|the arguments of kron are in the wrong order",
        "x'*A*x|x'*A*x*a|FACTOR|the factor a is missing",
        "x'*x*2|x'*x*3|FACTOR|the number 2 should be 3",
        "x.^2|x.^3|EXPONENT|the exponent 2 of x should be 3",
        "S*x|inv(S)*x|EXPONENT|the inverse of S is missing",
        "X*x|X*x - y|TERM|the term y is missing",
        "norm2(X*x)^2|norm2(X*x - y)^2|TERM|the term y is missing",
        "x'*B*x|x'*S*x|VARIABLE|B stands where S should",
        "A*B|A.*B|OTHER|a product should be entry by entry (.*)",
      })
  void theSlipIsNamed(String claimed, String right, Mistake mistake, String words) {
    Optional<Repair> repair = repair(claimed, right);
    assertThat(repair.orElseThrow().edit().mistake()).isEqualTo(mistake);
    assertThat(repair.get().edit().words()).isEqualTo(words);
    assertThat(Trial.of(repair.get().value(), read(right)).equal()).isTrue();
  }

  private static Optional<Repair> repair(String claimed, String right) {
    Expr truth = read(right);
    return Repair.of(
        Parser.parse(claimed),
        truth,
        List.of(Parser.parse(right)),
        List.copyOf(Traversal.variables(read("x'*(A + B + S)*x + y'*X*x*a")).values()),
        true,
        new HashSet<>(),
        (piece, shape) -> Optional.of(read(piece)).filter(e -> e.shape().equals(shape)));
  }

  @Test
  void whatTakesMoreThanOneSlipIsNotRepaired() {
    assertThat(repair("x'*A*x", "y'*X*x*a^3 - x'*x")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "A*x|2*A*x|2",
        "X'*y|-X'*y|-1",
        "3*x|x/2|1/6",
      })
  void aConstantFactorIsFound(String claimed, String right, String factor) {
    assertThat(Ratio.of(read(claimed), read(right))).map(Rational::toString).hasValue(factor);
  }

  @Test
  void noConstantIsFoundWhereThereIsNone() {
    assertThat(Ratio.of(read("A*x"), read("A*x"))).isEmpty();
    assertThat(Ratio.of(read("A*x"), read("A'*x"))).isEmpty();
    assertThat(Ratio.of(read("a*x"), read("x"))).isEmpty();
  }

  @Test
  void theBoundIsAtLeastTheDegreeOverThePrime() {
    double each = 1 / (0x1p61 - 1);
    assertThat(ErrorBound.of(read("a^3"), read("a"))).isGreaterThanOrEqualTo(3 * each);
    assertThat(ErrorBound.of(read("x'*A*x"), read("a"))).isGreaterThanOrEqualTo(3 * each);
    assertThat(ErrorBound.of(read("inv(A)*x"), read("x")))
        .isGreaterThan(3 * each)
        .isLessThan(1e-12);
  }
}
