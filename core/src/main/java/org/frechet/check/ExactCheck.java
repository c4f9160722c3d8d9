package org.frechet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;

/// The exact part of a check: f at `X + eps*D` modulo the prime has its derivative along D as `eps`
/// part. A false claim survives a random point with probability at most its degree over `2^61`.
final class ExactCheck {
  private static final int MOST_ATTEMPTS = 12;

  private final Expr f;
  private final Expr variable;
  private final List<Claim> rational;
  private final boolean complete;
  private final Sampler sampler;
  private int points;

  ExactCheck(Expr f, Expr variable, List<Claim> claims, Sampler sampler) {
    this.f = f;
    this.variable = variable;
    this.sampler = sampler;
    rational =
        Evaluator.isRational(f)
            ? claims.stream().filter(c -> Evaluator.isRational(c.expr())).toList()
            : List.of();
    complete = rational.size() == claims.size();
  }

  /// {@return how many points were tried, none where the arithmetic does not apply}
  int points() {
    return points;
  }

  /// {@return whether all claims are proved}
  boolean settles() {
    return complete && points == DerivativeCheck.EXACT_POINTS;
  }

  /// {@return what is wrong, empty if nothing is} `preferred` are sizes known to suit.
  String run(Map<String, Integer> preferred) {
    if (rational.isEmpty()) {
      return "";
    }
    var roots = new ArrayList<>(List.of(f));
    rational.forEach(c -> roots.add(c.expr()));
    Evaluator evaluator = Evaluator.exact(roots);
    for (int i = 0; i < MOST_ATTEMPTS && points < DerivativeCheck.EXACT_POINTS; i++) {
      try {
        Point point =
            sampler.exact(i % 3 == 0 && !preferred.isEmpty() ? preferred : sampler.sizes(i));
        if (!sampler.fits(point)) {
          continue;
        }
        String wrong = compare(evaluator, point);
        if (!wrong.isEmpty()) {
          return wrong;
        }
        points++;
      } catch (ArithmeticException _) {
        // A singular matrix at these sizes, or by chance: another point is drawn.
      }
    }
    return "";
  }

  private String compare(Evaluator evaluator, Point point) {
    var direction = (DualModMat) sampler.direction(variable, point);
    var x = (DualModMat) NodeValue.leaf(variable, point);
    Map<Expr, Mat> moved =
        Map.of(variable, x.along(direction), Algebra.increment(variable), direction);
    List<Mat> values = evaluator.at(point.with(moved));
    var value = (DualModMat) values.getFirst();
    for (int i = 0; i < rational.size(); i++) {
      Claim claim = rational.get(i);
      var change = (DualModMat) claim.directional(values.get(i + 1), direction, value);
      if (!value.tangent().equalValues(change)) {
        return "the %s is wrong, by exact arithmetic at sizes %s"
            .formatted(claim.name(), point.sizes());
      }
    }
    return "";
  }
}
