package org.frechet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.frechet.check.CheckResult.Verdict.FAILED;
import static org.frechet.check.CheckResult.Verdict.UNCHECKED;
import static org.frechet.check.CheckResult.Verdict.UNDEFINED;
import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.number;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.function.Elementwise.exp;
import static org.frechet.function.Elementwise.log;
import static org.frechet.function.Elementwise.relu;
import static org.frechet.function.Elementwise.sigmoid;
import static org.frechet.function.Elementwise.step;
import static org.frechet.function.MatrixValued.inv;
import static org.frechet.function.MatrixValued.kron;
import static org.frechet.function.ScalarValued.sum;
import static org.frechet.function.ScalarValued.tr;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Rational;
import org.frechet.expr.Selection;
import org.frechet.function.Functions;
import org.frechet.function.MatrixValued;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivativeCheckTest {
  private static final Dim M = Dim.of("m");
  private static final Dim N = Dim.of("n");
  private static final Dim P = Dim.of("p");
  private static final Expr A = Algebra.variable("A", Shape.matrix(N, N));
  private static final Expr S = Algebra.variable("S", Shape.matrix(N, N), List.of(Trait.SPD));
  private static final Expr Q =
      Algebra.variable("Q", Shape.matrix(N, N), List.of(Trait.ORTHOGONAL));
  private static final Expr K = Algebra.variable("K", Shape.matrix(N, N), List.of(Trait.SKEW));
  private static final Expr X = Algebra.variable("X", Shape.matrix(M, N));
  private static final Expr W = Algebra.variable("W", Shape.matrix(N, P));
  private static final Expr a = Algebra.variable("a", Shape.SCALAR);
  private static final Expr b = Algebra.variable("b", Shape.vector(M));
  private static final Expr x = Algebra.variable("x", Shape.vector(N));
  private static final Expr r = sub(mul(X, x), b);

  /// A derivative as textbooks give it.
  record Case(Expr f, Expr by, Claim claim) {
    CheckResult check() {
      return DerivativeCheck.of(f, by, List.of(claim), 7);
    }

    Case with(Expr changed) {
      Claim other =
          switch (claim.name()) {
            case "gradient" -> Claim.gradient(changed);
            case "map" -> Claim.map(changed);
            case "tangent" -> Claim.tangent(changed);
            case "Jacobian" -> Claim.jacobian(changed);
            default -> Claim.gradient(changed).transposed();
          };
      return new Case(f, by, other);
    }

    @Override
    public String toString() {
      return claim.name() + " of " + f + " by " + by;
    }
  }

  private static Expr norm2(Expr e) {
    return Functions.byName("norm2").orElseThrow().of(e);
  }

  private static Expr logdet(Expr e) {
    return Functions.byName("logdet").orElseThrow().of(e);
  }

  private static Stream<Case> textbook() {
    Expr dX = Algebra.increment(X);
    Expr dA = Algebra.increment(A);
    Expr form = mul(x.transpose(), A, x);
    Expr gradient = mul(add(A, A.transpose()), x);
    return Stream.of(
        new Case(form, x, Claim.gradient(gradient)),
        new Case(form, x, Claim.gradient(gradient.transpose()).transposed()),
        new Case(form, A, Claim.gradient(mul(x, x.transpose()))),
        new Case(exp(form), x, Claim.gradient(mul(exp(form), gradient))),
        new Case(gradient, x, Claim.jacobian(add(A, A.transpose()))),
        new Case(pow(norm2(r), 2), x, Claim.gradient(mul(number(2), X.transpose(), r))),
        new Case(norm2(r), x, Claim.gradient(mul(X.transpose(), r, pow(norm2(r), -1)))),
        new Case(norm2(r), X, Claim.gradient(mul(r, x.transpose(), pow(norm2(r), -1)))),
        new Case(logdet(A), A, Claim.gradient(inv(A).transpose())),
        new Case(logdet(S), S, Claim.gradient(inv(S))),
        new Case(tr(mul(A, Q)), Q, Claim.gradient(A.transpose())),
        new Case(sum(exp(K)), K, Claim.gradient(exp(K))),
        new Case(
            logdet(mul(X.transpose(), X)),
            X,
            Claim.gradient(mul(number(2), X, inv(mul(X.transpose(), X))))),
        new Case(mul(X, W), W, Claim.jacobian(kron(Algebra.eye(P), X))),
        new Case(exp(mul(X, W)), X, Claim.map(hadamard(exp(mul(X, W)), mul(dX, W)))),
        new Case(inv(A), A, Claim.map(neg(mul(inv(A), dA, inv(A))))),
        new Case(exp(mul(a, X)), a, Claim.tangent(hadamard(X, exp(mul(a, X))))),
        new Case(sum(relu(r)), x, Claim.gradient(mul(X.transpose(), step(r)))),
        new Case(sum(log(sigmoid(r))), b, Claim.gradient(neg(sigmoid(neg(r))))),
        new Case(
            log(mul(x.transpose(), S, x)),
            x,
            Claim.gradient(mul(number(2), pow(mul(x.transpose(), S, x), -1), S, x))));
  }

  @ParameterizedTest
  @MethodSource("textbook")
  void rightOnesPass(Case c) {
    CheckResult result = c.check();
    assertThat(result.passed()).as("%s: %s", c, result).isTrue();
    assertThat(result.points()).isEqualTo(DerivativeCheck.POINTS);
    assertThat(result.maxRelativeError()).isLessThan(1e-9);
    assertThat(result.sizes().values()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("textbook")
  void wrongOnesFail(Case c) {
    Expr right = c.claim.expr();
    fails(c.with(neg(right)));
    fails(c.with(mul(number(2), right)));
    fails(c.with(mul(number(Rational.of(100_001, 100_000)), right)));
    fails(c.with(Algebra.zeros(right.shape())));
    if (!right.isSymmetric() && c.by != K) { // sum(exp(K)) is a function of K' as well
      fails(c.with(right.transpose()));
    }
  }

  private static void fails(Case c) {
    CheckResult result = c.check();
    assertThat(result.verdict()).as("%s is wrong: %s", c, c.claim.expr()).isEqualTo(FAILED);
    assertThat(result.reason()).contains(c.claim.name());
  }

  @Test
  void otherLayouts() {
    Expr f = exp(mul(X, W));
    Expr jacobian =
        mul(MatrixValued.diag(MatrixValued.vec(f)), kron(Algebra.eye(P), X)); // by W, n×p
    Expr g = sum(f);
    Expr gradient = mul(X.transpose(), f);
    assertThat(
            DerivativeCheck.of(
                    f,
                    W,
                    List.of(
                        Claim.jacobian(jacobian),
                        Claim.jacobian(jacobian.transpose()).transposed()),
                    1)
                .passed())
        .isTrue();
    assertThat(
            DerivativeCheck.of(
                    g,
                    W,
                    List.of(
                        Claim.gradient(gradient),
                        Claim.gradient(gradient.transpose()).transposed()),
                    1)
                .passed())
        .isTrue();
    Expr column = exp(mul(a, x));
    Expr slope = hadamard(x, column);
    assertThat(
            DerivativeCheck.of(
                    column,
                    a,
                    List.of(Claim.tangent(slope), Claim.tangent(slope.transpose()).transposed()),
                    1)
                .passed())
        .isTrue();
  }

  @Test
  void oneWrongClaimAmongRightOnesFails() {
    Claim right = Claim.gradient(exp(x));
    assertThat(DerivativeCheck.of(sum(exp(x)), x, List.of(right, right), 1).passed()).isTrue();
    Claim wrong = Claim.jacobian(neg(exp(x)).transpose());
    assertThat(DerivativeCheck.of(sum(exp(x)), x, List.of(right, wrong), 1).passed()).isFalse();
  }

  @Test
  void rationalClaimsAreCheckedExactly() {
    Expr cubes = mul(x.transpose(), A, A, A, x);
    Expr dx = Algebra.increment(x);
    Expr map = add(mul(dx.transpose(), A, A, A, x), mul(x.transpose(), A, A, A, dx));
    CheckResult result = DerivativeCheck.of(cubes, x, List.of(Claim.map(map)), 1);
    assertThat(result.exactPoints()).isEqualTo(DerivativeCheck.EXACT_POINTS);
    // Too small an error for finite differences.
    Expr nearly = mul(number(Rational.parse("1.000000000000001")), map);
    assertThat(DerivativeCheck.of(cubes, x, List.of(Claim.map(nearly)), 1).reason())
        .contains("exact arithmetic");
  }

  @Test
  void smallDerivativesAreNotLostBesideLargeValues() {
    Expr f = add(number(1), mul(number(Rational.parse("1e-7")), sum(exp(x))));
    Expr gradient = mul(number(Rational.parse("1e-7")), exp(x));
    assertThat(of(f, x, gradient).passed()).isTrue();
    assertThat(of(f, x, mul(number(2), gradient)).verdict()).isEqualTo(FAILED);
  }

  @Test
  void zeroIsAnAnswer() {
    Expr constant = tr(sub(A, A.transpose()));
    assertThat(of(constant, A, Algebra.zeros(A.shape())).passed()).isTrue();
    assertThat(of(sum(step(x)), x, Algebra.zeros(x.shape())).passed()).isTrue();
    assertThat(of(sum(step(x)), x, exp(x)).verdict()).isEqualTo(FAILED);
    assertThat(of(sum(b), x, Algebra.zeros(x.shape())).passed()).isTrue();
  }

  @Test
  void stoppedGradientsAreZero() {
    Expr xi = Selection.slice(x, new Pick.At(new Index("i", N)), new Pick.All());
    Expr f =
        add(
            sum(hadamard(Algebra.stop(exp(x)), x)),
            Selection.sum(new Index("i", N), mul(Algebra.stop(pow(xi, 2)), xi)));
    Expr gradient = add(exp(x), pow(x, 2));
    assertThat(of(f, x, gradient).passed()).isTrue();
    Expr through = add(gradient, hadamard(x, exp(x)));
    assertThat(of(f, x, through).verdict()).isEqualTo(FAILED);
  }

  @Test
  void whatHasNoValueIsUnchecked() {
    Expr nowhere = log(neg(pow(norm2(x), 2)));
    CheckResult result = of(nowhere, x, x);
    assertThat(result.verdict()).isEqualTo(UNCHECKED);
    assertThat(result.reason()).contains("too few points");
  }

  @Test
  void aClaimWithoutValueIsUndefined() {
    assertThat(of(sum(exp(x)), x, mul(log(neg(exp(a))), x)).verdict()).isEqualTo(UNDEFINED);
  }

  @Test
  void aClaimOfAnotherShapeFails() {
    assertThat(of(sum(x), x, X).reason()).isEqualTo("the gradient is m×n, not n×1");
  }

  @Test
  void largeArraysAreNotEvaluated() {
    Expr v = Algebra.variable("v", Shape.vector(Dim.of(1_000_000)));
    assertThat(of(sum(v), v, v).reason()).contains("too large");
  }

  @Test
  void theSameSeedGivesTheSameResult() {
    assertThat(of(sum(exp(x)), x, exp(x))).isEqualTo(of(sum(exp(x)), x, exp(x)));
  }

  private static CheckResult of(Expr f, Expr by, Expr gradient) {
    return DerivativeCheck.of(f, by, List.of(Claim.gradient(gradient)), 3);
  }
}
