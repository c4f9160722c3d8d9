package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.check.CheckResult;
import org.frechet.check.Claim;
import org.frechet.check.DerivativeCheck;
import org.frechet.check.Equality;
import org.frechet.derive.Derivation;
import org.frechet.derive.Kind;
import org.frechet.derive.Structure;
import org.frechet.expr.Expr;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;

/// Checks every view of a derivation before anyone sees it: against the function as it was read,
/// for order 2 the first derivative too, and for a structured variable that the gradient lies in
/// the tangent space.
final class Verification {
  /// One seed for all requests: equal input gives an equal answer, to the last digit of the check.
  private static final long SEED = 1;

  private final String source;
  private final Expr f;
  private final Expr variable;

  private Verification(String source, Expr f, Expr variable) {
    this.source = source;
    this.f = f;
    this.variable = variable;
  }

  static Verification of(String source, Expr f, Expr variable) {
    return new Verification(source, f, variable);
  }

  /// {@return the passed check} @throws org.frechet.shape.Refusal if a view is wrong (an internal
  /// error) or nothing could be measured
  CheckResult verify(Derivation d) {
    CheckResult result =
        d.first()
            .map(first -> check(f, first).and(check(d.function(), d)))
            .orElseGet(() -> check(f, d));
    return switch (result.verdict()) {
      case PASSED -> {
        requireProjected(d);
        yield result;
      }
      case FAILED -> throw internal("failed its check: " + result.reason());
      case UNDEFINED ->
          throw Problem.of(
                  Code.UNSUPPORTED,
                  "the derivative of %s exists, but the formula found divides by zero wherever it was tried"
                      .formatted(source))
              .hint("a matrix that is inverted here is always singular: simplify the expression")
              .refusal();
      case UNCHECKED ->
          throw Problem.of(
                  Code.UNSUPPORTED,
                  "the derivative could not be checked, so it is not shown: " + result.reason())
              .hint("declare attributes such as positive or spd that say where the function exists")
              .refusal();
    };
  }

  private RuntimeException internal(String what) {
    return Problem.of(
            Code.INTERNAL, "internal error: the derivative of %s %s".formatted(source, what))
        .hint("please report this expression; the answer is withheld")
        .refusal();
  }

  /// Increments of a structured variable say nothing of what is orthogonal to them, so that the
  /// gradient is its own projection is checked apart, and so is the form by independent entries.
  private void requireProjected(Derivation d) {
    Optional<Structure> structure = Structure.of(variable);
    if (structure.isEmpty() || d.unconstrained().isEmpty()) {
      return;
    }
    Expr g = d.value().map(v -> d.numerator() ? v.transpose() : v).orElseThrow();
    requireEqual(g, structure.get().project(g, variable), "is not within the structure");
    d.independent()
        .ifPresent(h ->
            requireEqual(h, Structure.independentEntries(g), "differs by independent entries"));
  }

  private void requireEqual(Expr a, Expr b, String otherwise) {
    if (Equality.of(a, b, SEED).verdict() == Equality.Verdict.DIFFERENT) {
      throw internal(otherwise);
    }
  }

  private CheckResult check(Expr function, Derivation d) {
    var views = new ArrayList<Expr>(List.of(function, variable, d.map()));
    d.value().ifPresent(views::add);
    d.unconstrained().ifPresent(views::add);
    return GenericSizes.of(views)
        .map(small -> DerivativeCheck.of(small.get(0), small.get(1), claims(d, small), SEED))
        .filter(CheckResult::passed)
        .orElseGet(() -> DerivativeCheck.of(function, variable, claims(d, views), SEED));
  }

  /// The views are f, the variable, the map, the value if there is one, and the unconstrained one.
  private List<Claim> claims(Derivation d, List<Expr> views) {
    var claims = new ArrayList<Claim>();
    claims.add(Claim.map(views.get(2)));
    d.value().ifPresent(_ -> claims.add(turned(d, view(d, views.get(3)))));
    d.unconstrained().ifPresent(_ -> claims.add(turned(d, gradient(d, views.get(4)))));
    return claims;
  }

  /// By X' the claim is about increments of X'.
  private Claim turned(Derivation d, Claim claim) {
    boolean transposed = d.variable() != variable && !variable.isScalar();
    return transposed ? claim.byTranspose() : claim;
  }

  private Claim view(Derivation d, Expr value) {
    if (variable.isScalar()) {
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
