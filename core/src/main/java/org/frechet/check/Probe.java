package org.frechet.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.numeric.RealMat;

/// A few random points at which many expressions are evaluated, to tell quickly which are not
/// equal.
public final class Probe {
  private static final double TOLERANCE = 1e-8;
  private static final int POINTS = 4;

  private final List<Point> points = new ArrayList<>();
  private final Set<Expr> leaves;

  private Probe(List<Expr> nodes) {
    leaves = nodes.stream().filter(e -> e.node() instanceof Node.Var).collect(Collectors.toSet());
  }

  /// {@return points at which `defined` has a value, where such are found}
  ///
  /// @param others what else is to be evaluated there; sizes and variables are those of all
  public static Optional<Probe> of(Expr defined, Collection<Expr> others, long seed) {
    var all = new ArrayList<>(others);
    all.add(defined);
    List<Expr> nodes = Traversal.topological(all);
    var sampler = new Sampler(nodes, seed);
    if (!Sizes.small(nodes, sampler.sizes(0))) {
      return Optional.empty();
    }
    var probe = new Probe(nodes);
    while (!sampler.exhausted() && probe.points.size() < POINTS) {
      Optional<Point> point = draw(sampler, defined);
      if (point.isPresent()) {
        probe.points.add(point.get());
        sampler.accepted();
      } else {
        sampler.rejected();
      }
    }
    return probe.points.isEmpty() ? Optional.empty() : Optional.of(probe);
  }

  private static Optional<Point> draw(Sampler sampler, Expr defined) {
    try {
      Point point = sampler.real();
      return sampler.fits(point) && value(defined, point).isPresent()
          ? Optional.of(point)
          : Optional.empty();
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  /// {@return the values there, one a point}
  public List<Optional<RealMat>> values(Expr e) {
    return points.stream().map(p -> value(e, p)).toList();
  }

  /// {@return whether an expression over the same variables has these values}
  public boolean agrees(Expr e, List<Optional<RealMat>> values) {
    for (Expr part : Traversal.topological(e)) {
      boolean unknown = part.node() instanceof Node.Var && !leaves.contains(part);
      if (unknown) {
        return false;
      }
    }
    for (int i = 0; i < points.size(); i++) {
      Optional<RealMat> expected = values.get(i);
      if (expected.isPresent()
          && value(e, points.get(i)).filter(v -> agree(v, expected.get())).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<RealMat> value(Expr e, Point point) {
    try {
      return Optional.of((RealMat) Evaluator.evaluate(e, point)).filter(RealMat::isFinite);
    } catch (ArithmeticException | IllegalArgumentException _) {
      return Optional.empty(); // outside the domain, or an entry beyond the sizes here
    }
  }

  /// {@return whether two values are equal but for rounding errors}
  private static boolean agree(RealMat a, RealMat b) {
    return a.rows() == b.rows()
        && a.cols() == b.cols()
        && a.minus(b).maxAbs() <= TOLERANCE * Math.max(a.maxAbs(), b.maxAbs());
  }
}
