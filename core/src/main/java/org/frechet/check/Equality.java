package org.frechet.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;

/// Whether two expressions have the same values wherever both are defined, found out at random
/// points; `counterexample` is a point at which they differ.
public record Equality(Verdict verdict, int points, Optional<Point> counterexample, Digits digits) {
  /// What is known of two expressions.
  public enum Verdict {
    /// Equal as rational functions, but for a chance of about one in 2^61.
    EQUAL_EXACT,
    EQUAL_NUMERIC,
    DIFFERENT,
    /// Too few points were found at which both are defined.
    UNKNOWN
  }

  /// With how many digits the values were compared.
  public enum Digits {
    /// About 16, of doubles, which left no doubt; or all of them.
    ENOUGH,
    /// About 31, where doubles left a doubt.
    MORE,
    /// About 16, which left a doubt; but some function has no more.
    TOO_FEW
  }

  public Equality(Verdict verdict, int points, Optional<Point> counterexample) {
    this(verdict, points, counterexample, Digits.ENOUGH);
  }

  /// Larger values on the way leave too few digits.
  private static final double MOST = 1e8;

  /// {@return whether `a` and `b`, of one shape, are equal at random points}
  public static Equality of(Expr a, Expr b, long seed) {
    if (!a.shape().equals(b.shape())) {
      throw new IllegalArgumentException("shapes differ: " + a.shape() + " and " + b.shape());
    }
    if (a == b) {
      return new Equality(Verdict.EQUAL_EXACT, 0, Optional.empty());
    }
    Equality first = ofValues(a, b, seed);
    if (first.verdict == Verdict.DIFFERENT || Abstraction.in(List.of(a, b)).isEmpty()) {
      return first;
    }
    for (UnaryOperator<Expr> other : Abstraction.others()) {
      Equality next = ofValues(other.apply(a), other.apply(b), seed);
      boolean differ =
          next.counterexample
              .filter(p -> next.verdict == Verdict.DIFFERENT)
              .filter(p -> isSteady(other.apply(a), other.apply(b), p))
              .isPresent();
      if (differ) {
        return next;
      }
    }
    return first;
  }

  /// {@return whether an expression has values at enough random points}
  public static boolean exists(Expr e) {
    return ofValues(e, e, 1).verdict != Verdict.UNKNOWN;
  }

  /// {@return whether the sides differ by more than rounding errors in the variables can explain}:
  /// multiples of a function may be large, and functions of those wave fast
  private static boolean isSteady(Expr a, Expr b, Point point) {
    Map<Expr, Mat> near = new HashMap<>();
    point.leaves().forEach((leaf, x) -> near.put(leaf, ((RealMat) x).scale(1 + 1e-13)));
    var here = (RealMat) Evaluator.evaluate(a, point);
    var there = (RealMat) Evaluator.evaluate(a, point.with(near));
    var other = (RealMat) Evaluator.evaluate(b, point);
    return here.minus(other).maxAbs() > 100 * here.minus(there).maxAbs();
  }

  private static Equality ofValues(Expr a, Expr b, long seed) {
    Evaluator both = Evaluator.real(List.of(a, b));
    var sampler = new Sampler(both.nodes(), seed);
    if (!Sizes.small(both.nodes(), sampler.sizes(0))) {
      return new Equality(Verdict.UNKNOWN, 0, Optional.empty());
    }
    Equality real =
        Pointwise.real(
            sampler,
            point -> {
              Evaluator.Run run = both.run(point, new Trace());
              return run.magnitude() > MOST ? Optional.empty() : Optional.of(pair(run));
            },
            Precision.reaches(both.nodes()) ? Optional.of(new Closeness(both)) : Optional.empty());
    boolean rational = Evaluator.isRational(a) && Evaluator.isRational(b);
    return rational && real.verdict != Verdict.DIFFERENT
        ? Pointwise.exact(sampler, Evaluator.exact(List.of(a, b))::at, real)
        : real;
  }

  private static Pointwise.Pair pair(Evaluator.Run run) {
    return new Pointwise.Pair(
        (RealMat) run.roots().getFirst(),
        (RealMat) run.roots().getLast(),
        1e4 * 0x1p-52 * run.magnitude());
  }
}
