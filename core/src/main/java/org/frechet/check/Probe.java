package org.frechet.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.numeric.RealMat;

/// One random point at which many expressions are evaluated, to tell quickly which are not equal.
public final class Probe {
  private static final double TOLERANCE = 1e-8;

  private final Point point;

  private Probe(Point point) {
    this.point = point;
  }

  /// {@return a point at which `defined` has a value, where that is found}
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
    while (!sampler.exhausted()) {
      try {
        Point point = sampler.real();
        var probe = new Probe(point);
        if (sampler.fits(point) && probe.value(defined).isPresent()) {
          return Optional.of(probe);
        }
      } catch (ArithmeticException _) {
        // outside the domain: another point is drawn
      }
      sampler.rejected();
    }
    return Optional.empty();
  }

  /// {@return the value there, if there is a finite one}
  public Optional<RealMat> value(Expr e) {
    try {
      return Optional.of((RealMat) Evaluator.evaluate(e, point)).filter(RealMat::isFinite);
    } catch (ArithmeticException _) {
      return Optional.empty();
    }
  }

  /// {@return whether two values are equal but for rounding errors}
  public static boolean agree(RealMat a, RealMat b) {
    return a.rows() == b.rows()
        && a.cols() == b.cols()
        && a.minus(b).maxAbs() <= TOLERANCE * Math.max(a.maxAbs(), b.maxAbs());
  }
}
