package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.junit.jupiter.api.Test;

/// Wrong views of right derivations are withheld, whichever view it is.
class VerificationTest {
  private static final Dim N = Dim.of("n");
  private static final Expr A = Algebra.variable("A", Shape.matrix(N, N));
  private static final Expr X = Algebra.variable("x", Shape.vector(N));
  private static final Expr S = Algebra.variable("S", Shape.matrix(N, N), Set.of(Trait.SYMMETRIC));
  private static final Expr QUADRATIC = Algebra.mul(X.transpose(), A, X);
  private static final Expr TRACE = org.frechet.function.ScalarValued.tr(Algebra.mul(A, S));

  private static Expr seven(Expr e) {
    return Algebra.mul(Algebra.number(7), e);
  }

  private static void isWithheld(Expr f, Expr x, Derivation wrong) {
    assertThatThrownBy(() -> Verification.of("f", f, x).verify(wrong))
        .isInstanceOfSatisfying(
            Refusal.class, r -> assertThat(r.problem().code()).isEqualTo(Problem.Code.INTERNAL));
  }

  private static Derivation with(
      Derivation d, UnaryOperator<Expr> value, UnaryOperator<Expr> independent) {
    return with(d, d.last(), d.function(), d.map(), value, independent);
  }

  private static Derivation with(
      Derivation d,
      Optional<Derivation> first,
      Expr function,
      Expr map,
      UnaryOperator<Expr> value,
      UnaryOperator<Expr> independent) {
    return new Derivation(
        d.source(),
        d.variable(),
        d.order(),
        d.kind(),
        d.numerator(),
        function,
        map,
        d.raw(),
        d.value().map(value),
        d.unconstrained(),
        d.independent().map(independent),
        d.total(),
        first);
  }

  @Test
  void aWrongGradientIsWithheld() {
    Derivation d = Derivation.of(QUADRATIC, X, 1, Layout.MIXED);
    assertThat(Verification.of("f", QUADRATIC, X).verify(d).passed()).isTrue();
    isWithheld(QUADRATIC, X, with(d, VerificationTest::seven, e -> e));
  }

  @Test
  void aWrongHessianOfAWrongGradientIsWithheld() {
    Derivation d = Derivation.of(QUADRATIC, X, 2, Layout.MIXED);
    assertThat(Verification.of("f", QUADRATIC, X).verify(d).passed()).isTrue();
    Optional<Derivation> first = d.last().map(f -> with(f, VerificationTest::seven, e -> e));
    isWithheld(
        QUADRATIC,
        X,
        with(d, first, seven(d.function()), seven(d.map()), VerificationTest::seven, e -> e));
  }

  @Test
  void aGradientOutsideTheStructureIsWithheld() {
    Derivation d = Derivation.of(TRACE, S, 1, Layout.MIXED);
    assertThat(Verification.of("f", TRACE, S).verify(d).passed()).isTrue();
    isWithheld(TRACE, S, with(d, _ -> A.transpose(), e -> e));
  }

  @Test
  void aWrongFormByIndependentEntriesIsWithheld() {
    Derivation d = Derivation.of(TRACE, S, 1, Layout.MIXED);
    isWithheld(TRACE, S, with(d, e -> e, VerificationTest::seven));
  }
}
