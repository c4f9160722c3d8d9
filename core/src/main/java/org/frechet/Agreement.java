package org.frechet;

import java.util.List;
import org.frechet.check.Equality;
import org.frechet.check.Equality.Verdict;
import org.frechet.expr.Expr;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;

/// Whether two forms of one thing have the same values, found out before either is shown.
record Agreement(Certainty certainty, int points) {
  private static final long SEED = 1;

  /// How sure an equality is.
  enum Certainty {
    /// Both have the same form.
    PROOF,
    /// Equal at random points modulo a prime, as rational functions are by accident only with a
    /// chance of about one in 2^61.
    EXACT,
    /// Equal at random points in floating-point numbers.
    NUMERIC;

    String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// {@return how `a` and `b` compare} Small sizes stand for large ones only to agree: that
  /// ones(9)'*ones(9) is 9 does not hold for all sizes.
  static Equality compare(Expr a, Expr b) {
    return GenericSizes.of(List.of(a, b))
        .map(small -> Equality.of(small.get(0), small.get(1), SEED))
        .filter(e -> e.verdict() == Verdict.EQUAL_EXACT || e.verdict() == Verdict.EQUAL_NUMERIC)
        .orElseGet(() -> Equality.of(a, b, SEED));
  }

  /// {@return how sure it is that `a` and `b` agree}
  ///
  /// @throws org.frechet.shape.Refusal if they do not (an internal error), or if that could not be
  ///   found out; `what` is what is withheld then
  static Agreement require(Expr a, Expr b, String what) {
    Equality found = compare(a, b);
    return switch (found.verdict()) {
      case EQUAL_EXACT -> new Agreement(a == b ? Certainty.PROOF : Certainty.EXACT, found.points());
      case EQUAL_NUMERIC -> new Agreement(Certainty.NUMERIC, found.points());
      case DIFFERENT ->
          throw Problem.of(Code.INTERNAL, "internal error: " + what + " failed its check")
              .hint("please report this expression; the answer is withheld")
              .refusal();
      case UNKNOWN ->
          throw Problem.of(
                  Code.UNSUPPORTED,
                  what + " could not be checked, so it is not shown: too few points were found")
              .hint("declare attributes such as positive or spd that say where the function exists")
              .refusal();
    };
  }
}
