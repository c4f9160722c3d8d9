package org.frechet.explain;

import java.util.List;
import org.frechet.check.Claim;
import org.frechet.expr.Expr;

/// What a line claims, so that it can be checked with numbers and without the rule that led to it.
/// Increments in it stand for rates of change of what they are the differential of, see [Held].
public sealed interface Meaning {
  /// Both sides have one value.
  record Equal(Expr left, Expr right) implements Meaning {}

  /// The left side is at most the right side, entry by entry.
  record AtMost(Expr left, Expr right) implements Meaning {}

  /// The derivative of `f` by `variable` is as claimed.
  record Derivative(Expr f, Expr variable, List<Claim> claims) implements Meaning {}

  /// All of these.
  record Several(List<Meaning> all) implements Meaning {}
}
