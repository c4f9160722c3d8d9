package org.frechet.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Rng;

/// A point at which two expressions differ, small enough to be followed by hand: sizes of one, two
/// or three and whole numbers where that will do.
public record Counterexample(Point point, RealMat left, RealMat right) {
  private static final int DRAWS = 60;
  private static final int LARGEST_SIZE = 4;

  /// A relative difference that no rounding explains.
  private static final double CLEAR = 1e-6;

  /// {@return a point at which `a` and `b`, of one shape, differ, the simplest that is found}
  /// `known` is any such point, to fall back on.
  public static Optional<Counterexample> of(Expr a, Expr b, Optional<Point> known, long seed) {
    Evaluator both = Evaluator.real(List.of(a, b));
    var rng = new Rng(seed);
    var sizes = new Sizes(both.nodes());
    for (int size = 1; size <= LARGEST_SIZE; size++) {
      Map<String, Integer> all = sizes.equal(size);
      if (!sizes.fits(all)) {
        continue;
      }
      for (int draw = 0; draw < DRAWS; draw++) {
        int spread = 1 + draw / (DRAWS / 4); // simple numbers first
        boolean positive = draw % 3 == 2;
        Optional<Counterexample> found = at(both, () -> drawn(both, all, rng, spread, positive));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return known.filter(p -> p.one() instanceof RealMat).flatMap(p -> at(both, () -> p));
  }

  private static Optional<Counterexample> at(
      Evaluator both, java.util.function.Supplier<Point> draw) {
    try {
      Point point = draw.get();
      Evaluator.Run run = both.run(point, new Trace());
      var a = (RealMat) run.roots().getFirst();
      var b = (RealMat) run.roots().getLast();
      double difference = a.minus(b).maxAbs();
      double scale = Math.max(a.maxAbs(), b.maxAbs());
      boolean clear =
          a.isFinite()
              && b.isFinite()
              && difference > CLEAR * scale
              && difference > 1e-10 * run.magnitude();
      return clear ? Optional.of(new Counterexample(point, a, b)) : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  private static Point drawn(
      Evaluator both, Map<String, Integer> sizes, Rng rng, int spread, boolean positive) {
    Map<Expr, Mat> leaves = new HashMap<>();
    for (Expr e : both.nodes()) {
      if (e.node() instanceof Node.Var v) {
        int rows = Math.toIntExact(e.shape().rows().at(sizes));
        int cols = Math.toIntExact(e.shape().cols().at(sizes));
        RealMat plain =
            RealMat.generate(
                rows,
                cols,
                (_, _) ->
                    positive
                        ? 1 + rng.nextLong(spread + 1)
                        : rng.nextLong(2 * spread + 1) - spread);
        leaves.put(e, Structured.of(plain, v.traits()));
      }
    }
    return Point.real(leaves, sizes);
  }
}
