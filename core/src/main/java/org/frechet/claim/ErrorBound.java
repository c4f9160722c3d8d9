package org.frechet.claim;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.shape.Dim;

/// How probable it is that two different rational functions agree at a random point modulo the
/// prime 2^61 − 1: at most their degree over the prime (Schwartz 1980; Zippel 1979).
public final class ErrorBound {
  private static final double PRIME = 0x1p61 - 1;

  /// Sizes at exact points are smaller.
  private static final double SIZE = 12;

  private final Map<Expr, Degree> degrees = new IdentityHashMap<>();

  private ErrorBound() {}

  /// Degrees of the numerator and of a common denominator of all entries, from above.
  private record Degree(double numerator, double denominator) {
    static final Degree ZERO = new Degree(0, 0);

    Degree plus(Degree other) {
      return new Degree(
          Math.max(numerator + other.denominator, other.numerator + denominator),
          denominator + other.denominator);
    }

    Degree times(Degree other) {
      return new Degree(numerator + other.numerator, denominator + other.denominator);
    }

    /// A sum of so many different entries.
    Degree summed(double terms) {
      return new Degree(numerator + terms * denominator, terms * denominator);
    }

    Degree power(double k) {
      return k < 0
          ? new Degree(-k * denominator, -k * numerator)
          : new Degree(k * numerator, k * denominator);
    }
  }

  /// {@return the largest probability that the equality of `a` and `b` at one point is an accident}
  public static double of(Expr a, Expr b) {
    var bound = new ErrorBound();
    for (Expr e : Traversal.topological(List.of(a, b))) {
      bound.degrees.put(e, bound.degree(e));
    }
    Degree d = bound.at(a).plus(bound.at(b));
    return Math.min(1, Math.max(1, d.numerator) / PRIME);
  }

  private Degree at(Expr e) {
    return degrees.getOrDefault(e, Degree.ZERO);
  }

  private Degree degree(Expr e) {
    return switch (e.node()) {
      case Node.Var _, Node.Increment _ -> new Degree(1, 0);
      case Node.Num _, Node.Constant _, Node.Fill _, Node.Size _, Node.Bound _ -> Degree.ZERO;
      case Node.Add _ -> children(e).reduce(Degree.ZERO, Degree::plus);
      case Node.Prod _ -> children(e).reduce(Degree.ZERO, (a, b) -> a.times(b).summed(SIZE));
      case Node.Hadamard _ -> children(e).reduce(Degree.ZERO, Degree::times);
      case Node.Pow p -> power(e, p);
      case Node.Transpose _, Node.Slice _, Node.Stop _ ->
          children(e).reduce(Degree.ZERO, Degree::times);
      case Node.Block _ -> children(e).reduce(Degree.ZERO, Degree::plus);
      case Node.IndexSum _, Node.Integral _ ->
          children(e).reduce(Degree.ZERO, Degree::plus).summed(SIZE);
      case Node.Apply _ -> applied(e);
    };
  }

  private java.util.stream.Stream<Degree> children(Expr e) {
    return Traversal.children(e.node()).stream().map(this::at);
  }

  private Degree power(Expr e, Node.Pow p) {
    Rational k = p.exponent().node() instanceof Node.Num(Rational r) ? r : Rational.ONE;
    Degree base = at(p.base());
    return e.shape().isScalar() || k.signum() > 0
        ? base.power(k.doubleValue()).summed(e.shape().isScalar() ? 1 : SIZE)
        : base.power(k.doubleValue());
  }

  /// A rational function of a matrix is at worst the solution of a linear system with as many
  /// unknowns as there are entries (Cramer).
  private Degree applied(Expr e) {
    Degree all = children(e).reduce(Degree.ZERO, Degree::plus);
    double entries = entries(e);
    for (Expr child : Traversal.children(e.node())) {
      entries = Math.max(entries, entries(child));
    }
    double each = all.numerator + all.denominator;
    return new Degree(entries * each, entries * each);
  }

  private static double entries(Expr e) {
    return size(e.shape().rows()) * size(e.shape().cols());
  }

  private static double size(Dim d) {
    return d.isConstant() ? d.constant() : SIZE;
  }
}
