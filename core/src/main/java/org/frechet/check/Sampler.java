package org.frechet.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Rng;
import org.frechet.shape.Trait;

/// Random points at which some expressions may be evaluated, the same for the same seed. Variables
/// have the traits they were declared with, and no others; sizes are small and all different.
///
/// Whether a point lies in the domain, the caller finds out by evaluating there, and says
/// [#accepted] or [#rejected]: a strategy that works is kept, one that fails gives way to the next.
public final class Sampler {
  private static final int MOST_REJECTIONS = 120;
  private static final int POINTS_PER_SIZES = 4;
  private static final Strategy[] STRATEGIES = Strategy.values();

  private final List<Expr> variables = new ArrayList<>();
  private final Map<Expr, Expr> places = new HashMap<>();
  private final Map<Expr, RealMat> plain = new HashMap<>(); // of the last real point
  private final Sizes sizes;
  private final Rng rng;

  /// Counts through the strategies, and through the two orders of sizes for each.
  private int turn;

  private int rejections;
  private int patience; // with a strategy that has given good points
  private int accepted;

  /// Samples the variables among these expressions, and the sizes in them.
  public Sampler(Collection<Expr> nodes, long seed) {
    for (Expr e : nodes) {
      if (e.node() instanceof Node.Var && !variables.contains(e)) {
        variables.add(e);
      }
    }
    sizes = new Sizes(nodes);
    rng = new Rng(seed);
  }

  /// {@return this sampler, which gives one variable the traits of another}
  Sampler placing(Expr variable, Expr place) {
    places.put(variable, place);
    return this;
  }

  /// {@return a random point over the reals}
  ///
  /// @throws ArithmeticException when a variable cannot have its traits at this size
  public Point real() {
    plain.clear();
    boolean mixed = turn >= 2 * STRATEGIES.length;
    SortedMap<String, Integer> at =
        mixed
            ? sizes.shuffled(rng)
            : sizes.assignment(turn % 2 == 1, accepted / POINTS_PER_SIZES % 2);
    Map<Expr, Mat> leaves = new HashMap<>();
    for (Expr v : variables) {
      Strategy strategy = STRATEGIES[mixed ? random(STRATEGIES.length) : turn / 2];
      RealMat entries = strategy.sample(rows(v, at), cols(v, at), rng);
      plain.put(v, entries);
      leaves.put(v, Structured.of(entries, traits(places.getOrDefault(v, v))));
    }
    return Point.real(leaves, at);
  }

  /// {@return the same point as the last real one, to about 31 digits} A structure holds to as
  /// many: an orthogonal matrix rounded to doubles is none.
  Point precise(Point last) {
    Map<Expr, Mat> leaves = new HashMap<>();
    plain.forEach((v, entries) ->
        leaves.put(v, Structured.of(PreciseMat.of(entries), traits(places.getOrDefault(v, v)))));
    return Point.precise(leaves, last.sizes());
  }

  /// {@return a uniformly random point modulo the prime, at these sizes}
  ///
  /// @throws ArithmeticException when a variable cannot have its traits there
  public Point exact(Map<String, Integer> at) {
    Map<Expr, Mat> leaves = new HashMap<>();
    for (Expr v : variables) {
      Mat plain = residues(rows(v, at), cols(v, at));
      leaves.put(v, Structured.of(plain, traits(places.getOrDefault(v, v))));
    }
    return Point.exact(leaves, at);
  }

  /// {@return whether the sizes of this point suit the expressions it was drawn for}
  boolean fits(Point at) {
    return sizes.fits(at.sizes());
  }

  /// {@return sizes for exact points, other ones for each `turn`}
  Map<String, Integer> sizes(int turn) {
    return sizes.assignment(turn % 2 == 1, turn / 2 % 2);
  }

  /// {@return a random direction in which this variable may move at a point: one of the tangent
  /// space of its traits, with entries of at most about one}
  public Mat direction(Expr variable, Point at) {
    Mat x = NodeValue.leaf(variable, at);
    Mat plain =
        x instanceof RealMat
            ? RealMat.generate(x.rows(), x.cols(), (_, _) -> rng.normal())
            : residues(x.rows(), x.cols());
    Mat along = Structured.tangent(x, plain, traits(variable));
    return along instanceof RealMat real && real.maxAbs() > 0
        ? real.scale(1 / real.maxAbs())
        : along;
  }

  /// Says that the last real point was good.
  public void accepted() {
    accepted++;
    patience = Math.min(patience + 3, 9);
  }

  /// Says that the last real point was not in the domain: other strategies come next, unless this
  /// one gave good points before.
  public void rejected() {
    rejections++;
    if (patience > 0) {
      patience--;
    } else {
      turn++;
    }
  }

  /// Says that the last real point was bad by chance, near a kink: this strategy may go on.
  void unlucky() {
    rejections++;
    turn += rejections % 4 == 0 ? 1 : 0;
  }

  /// {@return whether points near a kink must do, for there are hardly any others}
  boolean desperate() {
    return rejections > MOST_REJECTIONS / 3;
  }

  /// {@return whether so many points were rejected that it is time to give up}
  public boolean exhausted() {
    return rejections > MOST_REJECTIONS;
  }

  private DualModMat residues(int rows, int cols) {
    return DualModMat.generate(rows, cols, (_, _) -> rng.nextLong(DualModMat.PRIME), (_, _) -> 0);
  }

  private int random(int bound) {
    return (int) rng.nextLong(bound);
  }

  private static Set<Trait> traits(Expr v) {
    return ((Node.Var) v.node()).traits();
  }

  private static int rows(Expr v, Map<String, Integer> at) {
    return Math.toIntExact(v.shape().rows().at(at));
  }

  private static int cols(Expr v, Map<String, Integer> at) {
    return Math.toIntExact(v.shape().cols().at(at));
  }
}
