package org.frechet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.number;
import static org.frechet.expr.Algebra.pow;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Rational;
import org.frechet.expr.Selection;
import org.frechet.function.Elementwise;
import org.frechet.function.Functions;
import org.frechet.function.MatrixValued;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Undefined;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluatorTest {
  private static final Dim M = Dim.of("m");
  private static final Dim N = Dim.of("n");
  private static final Expr A = Algebra.variable("A", Shape.matrix(M, N));
  private static final Expr B = Algebra.variable("B", Shape.matrix(N, N));
  private static final Expr X = Algebra.variable("x", Shape.vector(N));
  private static final Expr S = Algebra.variable("s", Shape.SCALAR);
  private static final Index I = new Index("i", N);
  private static final Index J = new Index("j", M);
  private static final Pick ALL = new Pick.All();

  private static final double[][] A_ROWS = {{1, 2}, {3, 4}, {5, 6}};
  private static final double[][] B_ROWS = {{2, 1}, {-1, 3}};
  private static final double[][] X_ROWS = {{7}, {-2}};
  private static final Map<String, Integer> SIZES = Map.of("m", 3, "n", 2);

  private static final Point REAL =
      Point.real(
          Map.of(
              A, RealMat.of(A_ROWS),
              B, RealMat.of(B_ROWS),
              X, RealMat.of(X_ROWS),
              S, RealMat.scalar(5)),
          SIZES);

  private static final Point EXACT =
      Point.exact(Map.of(A, exact(A_ROWS), B, exact(B_ROWS), X, exact(X_ROWS), S, exact(5)), SIZES);

  record Case(Expr expr, RealMat value) {
    @Override
    public String toString() {
      return expr.toString();
    }
  }

  private static Stream<Case> rational() {
    Expr xi = Selection.slice(X, new Pick.At(I), ALL);
    Expr aj = Selection.slice(A, new Pick.At(J), ALL);
    Expr aji = Selection.slice(A, new Pick.At(J), new Pick.At(I));
    return Stream.of(
        is(number(Rational.of(8, 2)), 4),
        is(Algebra.size(M.times(N)), 6),
        is(X, new double[][] {{7}, {-2}}),
        is(Algebra.zeros(X.shape()), new double[][] {{0}, {0}}),
        is(Algebra.ones(A.shape()), new double[][] {{1, 1}, {1, 1}, {1, 1}}),
        is(Algebra.eye(N), new double[][] {{1, 0}, {0, 1}}),
        is(
            mul(Algebra.commutation(M, N), MatrixValued.vec(A)),
            new double[][] {{1}, {2}, {3}, {4}, {5}, {6}}),
        is(add(B, B.transpose()), new double[][] {{4, 0}, {0, 6}}),
        is(mul(A, X), new double[][] {{3}, {13}, {23}}),
        is(mul(number(3), S, A, B, X), new double[][] {{-210}, {-240}, {-270}}),
        is(mul(X.transpose(), B, X), 110),
        is(mul(X, X.transpose()), new double[][] {{49, -14}, {-14, 4}}),
        is(hadamard(A, A), new double[][] {{1, 4}, {9, 16}, {25, 36}}),
        is(hadamard(S, X), new double[][] {{35}, {-10}}),
        is(pow(X, 3), new double[][] {{343}, {-8}}),
        is(mul(number(50), pow(S, -2)), 2),
        is(A.transpose(), new double[][] {{1, 3, 5}, {2, 4, 6}}),
        is(mul(number(7), MatrixValued.inv(B)), new double[][] {{3, -1}, {1, 2}}),
        is(Selection.slice(A, new Pick.Range(2, 3), ALL), new double[][] {{3, 4}, {5, 6}}),
        is(Selection.slice(A, new Pick.Range(3, 3), new Pick.Range(1, 1)), 5),
        is(
            Algebra.block(List.of(List.of(B, X), List.of(X.transpose(), S))),
            new double[][] {{2, 1, 7}, {-1, 3, -2}, {7, -2, 5}}),
        is(sum(I, pow(xi, 2)), 53),
        is(sum(I, mul(xi, S, X)), new double[][] {{175}, {-50}}),
        is(sum(J, mul(aj, X)), 39),
        is(sum(J, sum(I, mul(aji, xi, S))), 195),
        is(sum(J, mul(Algebra.ones(Dim.ONE), S)), 15),
        // The inner sum has the index of the outer one: 7*5 - 2*5, not 7*7 + 4.
        is(sum(I, mul(add(xi, S), sum(I, xi))), 75),
        is(sum(I, mul(sum(I, pow(xi, 2)), add(xi, pow(xi, 2)))), 53 * 58),
        is(Algebra.stop(mul(A, X)), new double[][] {{3}, {13}, {23}}),
        is(norm2Squared(A), 91),
        is(MatrixValued.reshape(A, Shape.matrix(N, M)), new double[][] {{1, 5, 4}, {3, 2, 6}}));
  }

  private static Stream<Case> irrational() {
    return Stream.of(
        is(Algebra.pi(), Math.PI),
        is(pow(S, Algebra.HALF), Math.sqrt(5)),
        is(pow(pow(X, 2), S), new double[][] {{Math.pow(49, 5)}, {Math.pow(4, 5)}}),
        is(pow(pow(X, 2), X), new double[][] {{Math.pow(49, 7)}, {Math.pow(4, -2)}}),
        is(Elementwise.exp(X), new double[][] {{Math.exp(7)}, {Math.exp(-2)}}),
        is(Functions.byName("norm2").orElseThrow().of(A), Math.sqrt(91)));
  }

  @ParameterizedTest
  @MethodSource({"rational", "irrational"})
  void overTheReals(Case c) {
    var value = (RealMat) Evaluator.evaluate(c.expr, REAL);
    assertThat(value.minus(c.value).maxAbs())
        .as("%s is %s", c, value)
        .isLessThanOrEqualTo(1e-14 * value.maxAbs());
  }

  @ParameterizedTest
  @MethodSource("rational")
  void exactly(Case c) {
    assertThat(Evaluator.isRational(c.expr)).isTrue();
    var value = (DualModMat) Evaluator.evaluate(c.expr, EXACT);
    assertThat(value.equalValues(exact(c.value))).as("%s is %s", c, value).isTrue();
  }

  @ParameterizedTest
  @MethodSource("irrational")
  void notExactly(Case c) {
    assertThat(Evaluator.isRational(c.expr)).isFalse();
  }

  @Test
  void whatDoesNotExistShows() {
    Expr singular = MatrixValued.inv(mul(A, A.transpose()));
    assertThatThrownBy(() -> Evaluator.evaluate(singular, REAL)).isInstanceOf(Undefined.class);
    assertThatThrownBy(() -> Evaluator.evaluate(singular, EXACT)).isInstanceOf(Undefined.class);
    assertThat(((RealMat) Evaluator.evaluate(Elementwise.log(X), REAL)).isFinite()).isFalse();
    assertThatThrownBy(() -> Evaluator.evaluate(Algebra.variable("t", Shape.SCALAR), REAL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void sharedNodesAreEvaluatedOnce() {
    Expr doubled = S;
    for (int i = 0; i < 10_000; i++) {
      doubled = Elementwise.sigmoid(add(doubled, mul(doubled, doubled)));
    }
    assertThat(((RealMat) Evaluator.evaluate(doubled, REAL)).isFinite()).isTrue();
  }

  @Test
  void stoppedExpressionsDoNotMove() {
    DualModMat moving = exact(5).along(exact(1));
    Point at = EXACT.with(Map.of(S, moving));
    var value = (DualModMat) Evaluator.evaluate(mul(S, Algebra.stop(S)), at);
    assertThat(value.value(0, 0)).isEqualTo(25);
    assertThat(value.eps(0, 0)).isEqualTo(5);
  }

  private static Expr norm2Squared(Expr x) {
    return pow(Functions.byName("norm2").orElseThrow().of(x), 2);
  }

  private static Expr sum(Index index, Expr body) {
    return Selection.sum(index, body);
  }

  private static Case is(Expr e, double value) {
    return new Case(e, RealMat.scalar(value));
  }

  private static Case is(Expr e, double[][] value) {
    return new Case(e, RealMat.of(value));
  }

  private static DualModMat exact(double scalar) {
    return exact(RealMat.scalar(scalar));
  }

  private static DualModMat exact(double[][] rows) {
    return exact(RealMat.of(rows));
  }

  private static DualModMat exact(RealMat integers) {
    return DualModMat.generate(
        integers.rows(), integers.cols(), (i, j) -> (long) integers.get(i, j), (_, _) -> 0);
  }
}
