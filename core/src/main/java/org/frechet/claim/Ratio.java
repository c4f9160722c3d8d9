package org.frechet.claim;

import java.util.List;
import java.util.Optional;
import org.frechet.check.Probe;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Rational;
import org.frechet.numeric.RealMat;

/// The constant by which a claim must be multiplied to be right.
public final class Ratio {
  private static final int LARGEST_DENOMINATOR = 24;
  private static final double CLOSE = 1e-9;

  private Ratio() {}

  /// {@return the constant c with `truth = c*claimed`, a simple fraction other than one, if there
  /// is one}
  public static Optional<Rational> of(Expr claimed, Expr truth) {
    if (!claimed.shape().equals(truth.shape()) || claimed.isZero() || truth.isZero()) {
      return Optional.empty();
    }
    Expr a = Trial.standing(claimed);
    Expr b = Trial.standing(truth);
    return guess(a, b)
        .filter(c -> !c.equals(Rational.ONE))
        .filter(c -> Trial.of(Algebra.scale(c, a), b).equal());
  }

  private static Optional<Rational> guess(Expr a, Expr b) {
    Optional<Probe> probe = Probe.of(Algebra.add(a, b), List.of(a, b), 7);
    if (probe.isEmpty()) {
      return Optional.empty();
    }
    Optional<RealMat> x = probe.get().values(a).getFirst();
    Optional<RealMat> y = probe.get().values(b).getFirst();
    boolean clear =
        x.isPresent() && y.isPresent() && x.get().maxAbs() > 1e-6 && y.get().maxAbs() > 1e-6;
    return clear ? quotient(x.get(), y.get()) : Optional.empty();
  }

  private static Optional<Rational> quotient(RealMat x, RealMat y) {
    double[] a = x.toArray();
    double[] b = y.toArray();
    int largest = 0;
    for (int i = 1; i < a.length; i++) {
      largest = Math.abs(a[i]) > Math.abs(a[largest]) ? i : largest;
    }
    double ratio = b[largest] / a[largest];
    for (int i = 0; i < a.length; i++) {
      if (Math.abs(b[i] - ratio * a[i]) > CLOSE * y.maxAbs()) {
        return Optional.empty();
      }
    }
    for (int q = 1; q <= LARGEST_DENOMINATOR; q++) {
      double p = ratio * q;
      if (Math.abs(p - Math.rint(p)) < CLOSE * q && p != 0 && Math.abs(p) < 1000) {
        return Optional.of(Rational.of(Math.round(p), q));
      }
    }
    return Optional.empty();
  }
}
