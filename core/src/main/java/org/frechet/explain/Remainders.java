package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;

/// Inverses, quotients and roots where their argument is moved: value, linear part, and a remainder
/// that holds the moved value itself and so is exact. What is new in a remainder gets its bound.
final class Remainders {
  private final UnaryOperator<Expr> shifted;
  private final NormBounds bounds;
  private final List<ByOrder> inverted = new ArrayList<>();

  /// @param shifted puts the moved variable in
  Remainders(UnaryOperator<Expr> shifted, NormBounds bounds) {
    this.shifted = shifted;
    this.bounds = bounds;
  }

  NormBounds bounds() {
    return bounds;
  }

  /// {@return the arguments of inverse matrices, moved}
  List<ByOrder> inverted() {
    return List.copyOf(inverted);
  }

  /// The resolvent identity (Horn & Johnson, Matrix Analysis, 2013, section 5.8): (A + E)⁻¹ = A⁻¹ −
  /// A⁻¹ E A⁻¹ + A⁻¹ E A⁻¹ E (A + E)⁻¹.
  ///
  /// @param a the moved argument
  /// @param inverse of the argument in its place
  ByOrder inverse(ByOrder a, Expr inverse) {
    Expr after = shifted.apply(inverse);
    ByOrder e = a.from(1);
    bounds.inverse(after, inverse, e, true);
    var terms = new TreeMap<Integer, Expr>();
    terms.put(0, inverse);
    e.parts().forEach((k, u) -> add(terms, k, Algebra.neg(Algebra.mul(inverse, u, inverse))));
    Expr whole = e.value();
    inverted.add(a);
    add(terms, 2, Algebra.mul(inverse, whole, inverse, whole, after));
    return new ByOrder(inverse.shape(), terms);
  }

  /// From (q + L + R)(d + Δd) = p + Δp with L = (p₁ − q d₁)/d: R = (p₂ + … − q (d₂ + …) − L Δd) /
  /// (d + Δd). The same holds entry by entry.
  ByOrder quotient(ByOrder p, ByOrder d, Expr divisor) {
    Expr here = Algebra.pow(divisor, -1);
    Expr after = Algebra.pow(shifted.apply(divisor), -1);
    bounds.inverse(after, here, d.from(1), false);
    Expr q = times(p.part(0), here);
    Expr linear =
        Algebra.sub(times(p.part(1), here), times(times(p.part(0), d.part(1)), times(here, here)));
    var terms = new TreeMap<Integer, Expr>();
    terms.put(0, q);
    terms.put(1, linear);
    p.from(2).parts().forEach((k, e) -> add(terms, k, times(e, after)));
    d.from(2).parts().forEach((k, e) -> add(terms, k, Algebra.neg(times(times(q, e), after))));
    d.from(1)
        .parts()
        .forEach((k, e) -> add(terms, 1 + k, Algebra.neg(times(times(linear, e), after))));
    return new ByOrder(q.shape(), terms);
  }

  /// From (r + L + R)² = q + Δq with r² = q and L = q₁/(2 r), and N = r + L + R: R = (q₂ + … − L (N
  /// − r)) / (N + r). The same holds entry by entry.
  ///
  /// @param norm of what this is the norm, if it is one: then |N − r| is at most its change
  ByOrder root(ByOrder q, Expr root, Optional<ByOrder> norm) {
    Expr after = shifted.apply(root);
    Expr half = Algebra.scale(org.frechet.expr.Rational.HALF, Algebra.pow(root, -1));
    Expr linear = times(q.part(1), half);
    Expr rise = Algebra.sub(after, root);
    Expr mean = Algebra.pow(Algebra.add(after, root), -1);
    bounds.root(root, rise, mean, q.from(1), norm.map(e -> e.from(1)));
    var terms = new TreeMap<Integer, Expr>();
    terms.put(0, root);
    terms.put(1, linear);
    q.from(2).parts().forEach((k, e) -> add(terms, k, times(e, mean)));
    add(terms, 2, Algebra.neg(times(times(linear, rise), mean)));
    return new ByOrder(root.shape(), terms);
  }

  /// Arrays are multiplied entry by entry, scalars scale.
  private static Expr times(Expr a, Expr b) {
    return a.isScalar() || b.isScalar() ? Algebra.mul(a, b) : Algebra.hadamard(a, b);
  }

  private static void add(Map<Integer, Expr> terms, int order, Expr term) {
    terms.merge(order, term, Algebra::add);
  }
}
