package org.frechet;

import java.util.ArrayList;
import java.util.List;
import org.frechet.check.CheckResult;
import org.frechet.check.Claim;
import org.frechet.check.DerivativeCheck;
import org.frechet.derive.Derivation;
import org.frechet.derive.Kind;
import org.frechet.expr.Expr;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;

/// Checks every view of a derivation before anyone sees it.
final class Verification {
  /// One seed for all requests: equal input gives an equal answer, to the last digit of the check.
  private static final long SEED = 1;

  private Verification() {}

  /// {@return the passed check} @throws org.frechet.shape.Refusal if a view is wrong (an internal
  /// error) or nothing could be measured
  static CheckResult verify(String source, Derivation d, Expr original) {
    Expr f = d.order() == 1 ? original : d.function();
    CheckResult result = check(f, d);
    if (Double.isNaN(result.maxRelativeError())) {
      throw Problem.of(
              Code.UNSUPPORTED,
              "the derivative of %s by %s exists, but the formula found divides by zero wherever it was tried"
                  .formatted(source, d.name()))
          .hint("a matrix that is inverted here is always singular: simplify the expression")
          .refusal();
    }
    return switch (result.verdict()) {
      case PASSED -> result;
      case FAILED ->
          throw Problem.of(
                  Code.INTERNAL,
                  "internal error: the derivative of %s by %s failed its check: %s"
                      .formatted(source, d.name(), result.reason()))
              .hint("please report this expression; the answer is withheld")
              .refusal();
      case UNCHECKED ->
          throw Problem.of(
                  Code.UNSUPPORTED,
                  "the derivative could not be checked, so it is not shown: " + result.reason())
              .hint(
                  "declare attributes such as positive or spd that describe where the function exists")
              .refusal();
    };
  }

  private static CheckResult check(Expr f, Derivation d) {
    var views = new ArrayList<Expr>(List.of(f, d.variable(), d.map()));
    d.value().ifPresent(views::add);
    d.unconstrained().ifPresent(views::add);
    return GenericSizes.of(views)
        .map(small -> DerivativeCheck.of(small.get(0), small.get(1), claims(d, small), SEED))
        .filter(CheckResult::passed)
        .orElseGet(() -> DerivativeCheck.of(f, d.variable(), claims(d, views), SEED));
  }

  /// The views are f, the variable, the map, the value if there is one, and the unconstrained one.
  private static List<Claim> claims(Derivation d, List<Expr> views) {
    var claims = new ArrayList<Claim>();
    claims.add(Claim.map(views.get(2)));
    d.value().ifPresent(_ -> claims.add(view(d, views.get(3))));
    d.unconstrained().ifPresent(_ -> claims.add(gradient(d, views.get(4))));
    return claims;
  }

  private static Claim view(Derivation d, Expr value) {
    if (d.variable().isScalar()) {
      return Claim.tangent(value);
    }
    if (d.kind() == Kind.GRADIENT || d.kind() == Kind.GRADIENT_MATRIX) {
      return gradient(d, value);
    }
    Claim jacobian = Claim.jacobian(value);
    return d.numerator() || d.kind() == Kind.HESSIAN ? jacobian : jacobian.transposed();
  }

  private static Claim gradient(Derivation d, Expr value) {
    return d.numerator() ? Claim.gradient(value).transposed() : Claim.gradient(value);
  }
}
