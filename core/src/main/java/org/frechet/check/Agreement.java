package org.frechet.check;

import java.util.List;
import org.frechet.check.Equality.Verdict;
import org.frechet.expr.Expr;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;

/// Whether two forms of one thing have the same values, found out before either is shown.
public record Agreement(Certainty certainty, int points) {
  private static final long SEED = 1;

  /// How sure an equality is.
  public enum Certainty {
    /// Both have the same form.
    PROOF,
    /// Equal at random points modulo a prime, as rational functions are by accident only with a
    /// chance of about one in 2^61.
    EXACT,
    /// Equal at random points in floating-point numbers.
    NUMERIC;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// {@return how `a` and `b` compare} Small sizes stand for large ones only to agree: that
  /// ones(9)'*ones(9) is 9 does not hold for all sizes.
  public static Equality compare(Expr a, Expr b) {
    return GenericSizes.of(List.of(a, b))
        .map(small -> Equality.of(small.get(0), small.get(1), SEED))
        .filter(e -> e.verdict() == Verdict.EQUAL_EXACT || e.verdict() == Verdict.EQUAL_NUMERIC)
        .orElseGet(() -> Equality.of(a, b, SEED));
  }

  /// {@return the same for a claim of somebody}, tried at points of any magnitude too: relu6 and
  /// relu agree up to six
  public static Equality compareWidely(Expr a, Expr b) {
    Equality near = compare(a, b);
    return near.verdict() == Verdict.EQUAL_NUMERIC
        ? FarPoints.difference(a, b, SEED).orElse(near)
        : near;
  }

  /// {@return how the sides of an equation compare where the unknown has this value}
  public static Equality substitute(Expr left, Expr right, Expr unknown, Expr value) {
    return GenericSizes.of(List.of(left, right, unknown, value))
        .map(s -> Substitution.of(s.get(0), s.get(1), s.get(2), s.get(3), SEED))
        .filter(e -> e.verdict() == Verdict.EQUAL_EXACT || e.verdict() == Verdict.EQUAL_NUMERIC)
        .orElseGet(() -> Substitution.of(left, right, unknown, value, SEED));
  }

  /// {@return how sure it is that `a` and `b` agree}
  ///
  /// @throws org.frechet.shape.Refusal if they do not (an internal error), or if that could not be
  ///   found out; `what` is what is withheld then
  public static Agreement require(Expr a, Expr b, String what) {
    return require(compare(a, b), a == b ? Certainty.PROOF : Certainty.EXACT, what);
  }

  /// {@return what was found} @throws org.frechet.shape.Refusal if it is not an equality
  public static Agreement require(Equality found, Certainty exact, String what) {
    return switch (found.verdict()) {
      case EQUAL_EXACT -> new Agreement(exact, found.points());
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
