package org.frechet.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Rng;
import org.frechet.shape.Trait;

/// A point at which two expressions differ, small enough to be followed by hand: sizes of one, two
/// or three and whole numbers where that will do.
///
/// @param isExact whether the difference was found again in exact arithmetic: whole numbers that
///   differ modulo a prime differ
public record Counterexample(Point point, RealMat left, RealMat right, boolean isExact) {
  private static final int DRAWS = 60;
  private static final int FEW_DRAWS = 6;
  private static final int LARGEST_SIZE = 4;

  /// A relative difference that no rounding explains.
  private static final double CLEAR = 1e-6;

  /// How far off a neighbour is, and how much the sides may change on the way.
  private static final double NEAR = 1e-7;

  private static final double CONTINUOUS = 1e-3;

  /// {@return a point at which `a` and `b`, of one shape, differ, the simplest that is found}, and
  /// both are continuous: a derivative has no value where the function jumps or has a kink. `known`
  /// is any such point, to fall back on.
  public static Optional<Counterexample> of(Expr a, Expr b, Optional<Point> known, long seed) {
    return of(a, b, List.of(), known, seed);
  }

  /// The same where all of `parts` have a value too, such as divisors that cancelled.
  public static Optional<Counterexample> of(
      Expr a, Expr b, Collection<Expr> parts, Optional<Point> known, long seed) {
    var roots = new ArrayList<>(List.of(a, b));
    roots.addAll(parts);
    Evaluator both = Evaluator.real(roots);
    var rng = new Rng(seed);
    var noise = new Rng(seed + 1);
    var sizes = new Sizes(both.nodes());
    for (Map<String, Integer> all : simplestFirst(sizes)) {
      if (!sizes.fits(all)) {
        continue;
      }
      for (int draw = 0; draw < DRAWS; draw++) {
        int spread = 1 + draw / (DRAWS / 4); // simple numbers first
        boolean positive = draw % 3 == 2;
        Map<Expr, RealMat> drawn = drawn(both, all, rng, spread, positive);
        Optional<Counterexample> found =
            at(both, () -> point(drawn, all))
                .filter(c ->
                    at(both, () -> point(near(drawn, noise), all))
                        .filter(c::continues)
                        .isPresent());
        if (found.isPresent()) {
          return Optional.of(
              new Simplification(both, all, noise).of(drawn).orElse(found.get()).verified(a, b));
        }
      }
    }
    return known
        .filter(p -> p.one() instanceof RealMat)
        .flatMap(p -> at(both, () -> p).or(() -> closely(both, sizes, rng, p)));
  }

  /// {@return a point at which the sides differ by little, but by more than rounding errors of 31
  /// digits}: one of whole numbers, or the known one
  private static Optional<Counterexample> closely(
      Evaluator both, Sizes sizes, Rng rng, Point known) {
    for (Map<String, Integer> all : simplestFirst(sizes)) {
      for (int draw = 0; draw < FEW_DRAWS && sizes.fits(all); draw++) {
        Map<Expr, RealMat> drawn = drawn(both, all, rng, 1 + draw, draw % 3 == 2);
        Optional<Counterexample> found = Closeness.difference(both, () -> point(drawn, all));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Closeness.difference(both, () -> known);
  }

  /// {@return the values of both at a point, if they differ there}
  public static Optional<Counterexample> at(Expr a, Expr b, Point point) {
    return at(Evaluator.real(List.of(a, b)), () -> point);
  }

  /// {@return one number for all sizes, then different ones: some sides differ only where a matrix
  /// is tall, or wide}
  private static List<Map<String, Integer>> simplestFirst(Sizes sizes) {
    var all = new ArrayList<Map<String, Integer>>();
    for (int size = 1; size <= LARGEST_SIZE; size++) {
      all.add(sizes.equal(size));
    }
    for (boolean reversed : new boolean[] {false, true}) {
      all.add(sizes.assignment(reversed, -1));
    }
    return all;
  }

  private static Optional<Counterexample> at(
      Evaluator both, java.util.function.Supplier<Point> draw) {
    try {
      Point point = draw.get();
      Evaluator.Run run = both.run(point, new Trace());
      var a = (RealMat) run.roots().get(0);
      var b = (RealMat) run.roots().get(1);
      boolean defined = run.roots().stream().allMatch(r -> ((RealMat) r).isFinite());
      double difference = a.minus(b).maxAbs();
      double scale = Math.max(a.maxAbs(), b.maxAbs());
      boolean clear = defined && difference > CLEAR * scale && difference > 1e-10 * run.magnitude();
      return clear ? Optional.of(new Counterexample(point, a, b, false)) : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  /// Makes entries zero or one as long as the sides differ: few entries that are not are the
  /// easiest to follow.
  private record Simplification(Evaluator both, Map<String, Integer> sizes, Rng noise) {
    Optional<Counterexample> of(Map<Expr, RealMat> drawn) {
      Map<Expr, RealMat> now = new LinkedHashMap<>(drawn);
      Optional<Counterexample> best = Optional.empty();
      for (Expr leaf : drawn.keySet()) {
        boolean matrix = !leaf.shape().isVector() && !leaf.shape().isScalar();
        for (double value : matrix ? new double[] {0, 1} : new double[] {1}) {
          RealMat x = java.util.Objects.requireNonNull(now.get(leaf));
          for (int i = x.rows() * x.cols() - 1; i >= 0; i--) {
            int row = i / x.cols();
            int col = i % x.cols();
            x = java.util.Objects.requireNonNull(now.get(leaf));
            double old = x.get(row, col);
            if (old == value || (value == 1 && matrix && old == 0)) {
              continue;
            }
            RealMat y = with(x, row, col, value);
            now.put(leaf, y);
            Optional<Counterexample> simpler = differs(now);
            best = simpler.isPresent() ? simpler : best;
            now.put(leaf, simpler.isPresent() ? y : x);
          }
        }
      }
      return best;
    }

    private static RealMat with(RealMat x, int row, int col, double value) {
      return RealMat.generate(
          x.rows(), x.cols(), (i, j) -> i == row && j == col ? value : x.get(i, j));
    }

    private Optional<Counterexample> differs(Map<Expr, RealMat> plain) {
      return at(both, () -> Counterexample.point(plain, sizes))
          .filter(c ->
              at(both, () -> Counterexample.point(near(plain, noise), sizes))
                  .filter(c::continues)
                  .isPresent());
    }
  }

  /// {@return this, and whether exact arithmetic finds the difference too}
  private Counterexample verified(Expr a, Expr b) {
    boolean exact =
        Evaluator.isRational(a)
            && Evaluator.isRational(b)
            && point.leaves().values().stream().allMatch(v -> isWhole((RealMat) v))
            && differModuloPrime(a, b);
    return new Counterexample(point, left, right, exact);
  }

  private boolean differModuloPrime(Expr a, Expr b) {
    Map<Expr, Mat> leaves = new HashMap<>();
    point.leaves().forEach((leaf, x) -> leaves.put(leaf, residues((RealMat) x)));
    try {
      List<Mat> sides = Evaluator.exact(List.of(a, b)).at(Point.exact(leaves, point.sizes()));
      return !((DualModMat) sides.getFirst()).equalValues((DualModMat) sides.getLast());
    } catch (ArithmeticException _) {
      return false;
    }
  }

  private static boolean isWhole(RealMat x) {
    for (double entry : x.toArray()) {
      if (entry != Math.rint(entry) || Math.abs(entry) > 1e9) {
        return false;
      }
    }
    return true;
  }

  private static DualModMat residues(RealMat x) {
    return DualModMat.generate(
        x.rows(),
        x.cols(),
        (i, j) -> Math.floorMod((long) x.get(i, j), DualModMat.PRIME),
        (_, _) -> 0);
  }

  private boolean continues(Counterexample near) {
    double scale = Math.max(left.maxAbs(), right.maxAbs());
    return left.minus(near.left).maxAbs() <= CONTINUOUS * scale
        && right.minus(near.right).maxAbs() <= CONTINUOUS * scale;
  }

  private static Map<Expr, RealMat> drawn(
      Evaluator both, Map<String, Integer> sizes, Rng rng, int spread, boolean positive) {
    Map<Expr, RealMat> plain = new LinkedHashMap<>();
    for (Expr e : both.nodes()) {
      if (e.node() instanceof Node.Var) {
        int rows = Math.toIntExact(e.shape().rows().at(sizes));
        int cols = Math.toIntExact(e.shape().cols().at(sizes));
        plain.put(
            e,
            RealMat.generate(
                rows,
                cols,
                (_, _) ->
                    positive
                        ? 1 + rng.nextLong(spread + 1)
                        : rng.nextLong(2 * spread + 1) - spread));
      }
    }
    return plain;
  }

  private static Map<Expr, RealMat> near(Map<Expr, RealMat> plain, Rng noise) {
    Map<Expr, RealMat> moved = new LinkedHashMap<>();
    plain.forEach((e, x) ->
        moved.put(
            e,
            RealMat.generate(x.rows(), x.cols(), (i, j) -> x.get(i, j) + NEAR * noise.normal())));
    return moved;
  }

  private static Point point(Map<Expr, RealMat> plain, Map<String, Integer> sizes) {
    Map<Expr, Mat> leaves = new HashMap<>();
    plain.forEach((e, x) -> leaves.put(e, readable(x, ((Node.Var) e.node()).traits())));
    return Point.real(leaves, sizes);
  }

  /// With these traits and whole entries, where there is a way.
  private static Mat readable(RealMat x, Set<Trait> traits) {
    if (Trait.closure(List.of(Trait.POSITIVE)).containsAll(traits)) {
      double least = traits.contains(Trait.POSITIVE) ? 1 : 0;
      return traits.isEmpty() ? x : x.map(entry -> Math.max(Math.abs(entry), least));
    }
    if (traits.contains(Trait.PSD) && Trait.closure(List.of(Trait.SPD)).containsAll(traits)) {
      return x.times(x.transpose()).plus(x.eye(x.rows()));
    }
    return Structured.of(x, traits);
  }
}
