package org.frechet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.check.Equality.Verdict.DIFFERENT;
import static org.frechet.check.Equality.Verdict.EQUAL_EXACT;
import static org.frechet.check.Equality.Verdict.EQUAL_NUMERIC;
import static org.frechet.check.Equality.Verdict.UNKNOWN;
import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.number;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.function.Elementwise.abs;
import static org.frechet.function.Elementwise.exp;
import static org.frechet.function.Elementwise.log;
import static org.frechet.function.MatrixValued.inv;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Rational;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EqualityTest {
  record Case(Expr a, Expr b, Equality.Verdict verdict) {}

  private static Stream<Case> cases() {
    Dim n = Dim.of("n");
    Expr a = Algebra.variable("A", Shape.matrix(n, n));
    Expr b = Algebra.variable("B", Shape.matrix(n, n));
    Expr q = Algebra.variable("Q", Shape.matrix(n, n), List.of(Trait.ORTHOGONAL));
    Expr s = Algebra.variable("s", Shape.SCALAR);
    Expr square = pow(add(a, b), 2);
    Expr one = number(1);
    return Stream.of(
        new Case(a, a, EQUAL_EXACT),
        new Case(inv(mul(a, b)), mul(inv(b), inv(a)), EQUAL_EXACT),
        new Case(inv(mul(a, b)), mul(inv(a), inv(b)), DIFFERENT),
        new Case(mul(a, b), mul(b, a), DIFFERENT),
        new Case(a, a.transpose(), DIFFERENT),
        new Case(inv(q), q.transpose(), EQUAL_EXACT),
        new Case(square, add(pow(a, 2), pow(b, 2)), DIFFERENT),
        new Case(s, mul(number(Rational.parse("1.00000000000000001")), s), DIFFERENT),
        new Case(log(exp(s)), s, EQUAL_NUMERIC),
        new Case(exp(log(s)), s, EQUAL_NUMERIC),
        new Case(pow(pow(s, 2), Algebra.HALF), abs(s), EQUAL_NUMERIC),
        new Case(pow(pow(s, 2), Algebra.HALF), s, DIFFERENT),
        new Case(log(neg(exp(s))), one, UNKNOWN));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void verdicts(Case c) {
    Equality found = Equality.of(c.a, c.b, 1);
    assertThat(found.verdict()).as("%s", c).isEqualTo(c.verdict);
    assertThat(found.counterexample().isPresent()).isEqualTo(c.verdict == DIFFERENT);
  }
}
