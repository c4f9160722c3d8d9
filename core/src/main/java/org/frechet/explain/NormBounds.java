package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.frechet.derive.Tidy;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.function.Elementwise;
import org.frechet.function.Function;
import org.frechet.function.ScalarValued;
import org.frechet.function.SingularValue;

/// Bounds of what contains an increment, by its Euclidean or Frobenius norm (Horn & Johnson, Matrix
/// Analysis, 2013, section 5.6): ‖A B‖_F ≤ ‖A‖₂ ‖B‖_F, |tr(A B)| ≤ ‖A‖_F ‖B‖_F, ‖A ∘ B‖_F ≤ ‖A‖_F
/// ‖B‖_F, and the triangle inequality.
final class NormBounds {
  static final Rule NEUMANN =
      new Rule(
          "Neumann series and bound by norms",
          "‖(A + E)⁻¹‖ ≤ 2‖A⁻¹‖ where ‖A⁻¹‖‖E‖ ≤ 1/2; ‖A B‖ ≤ ‖A‖₂ ‖B‖");

  private final Expr increment;

  /// What is bounded only where the increment is small, or by other means than its form.
  private final Map<Expr, Known> known = new HashMap<>();

  private final List<NormBound> small = new ArrayList<>();

  /// @param spectral whether it is the largest singular value that is bounded
  private record Known(NormBound bound, boolean spectral) {}

  NormBounds(Expr variable) {
    this.increment = Algebra.increment(variable);
  }

  /// {@return what must be at most one half for the bounds to hold}
  List<NormBound> small() {
    return small.stream().distinct().toList();
  }

  private boolean moves(Expr e) {
    return Traversal.contains(e, increment);
  }

  // what remainders contain

  /// (A + E)⁻¹ is at most twice A⁻¹ where ‖A⁻¹ E‖ ≤ 1/2 (Neumann series).
  ///
  /// @param matrix whether this is the inverse of a matrix, rather than reciprocals entry by entry
  void inverse(Expr after, Expr here, ByOrder change, boolean matrix) {
    Expr norm = matrix ? spectral(here) : euclidean(here);
    Optional<NormBound> e = sum(change);
    if (isFixed(here) && e.isPresent()) {
      know(after, constant(Algebra.mul(Algebra.TWO, norm)), matrix);
      small.add(e.get().times(norm));
    }
  }

  /// Of N = √(q + Δq) and r = √q: |N − r| = |Δq| / (N + r) ≤ |Δq| / r, and 1 / (N + r) ≤ 1/r.
  void root(Expr root, Expr rise, Expr mean, ByOrder change, Optional<ByOrder> norm) {
    Expr reciprocal = euclidean(Algebra.pow(root, -1));
    Optional<NormBound> most =
        norm.isPresent() ? sum(norm.get()) : sum(change).map(b -> b.times(reciprocal));
    if (isFixed(root) && most.isPresent()) {
      know(rise, most.get(), false);
      know(Algebra.neg(rise), most.get(), false);
      know(mean, constant(reciprocal), false);
    }
  }

  /// Under a sum or an integral there is no single number.
  private static boolean isFixed(Expr e) {
    Set<Node.Runs> free = Traversal.free(List.of(e)).getOrDefault(e, Set.of());
    return free.isEmpty();
  }

  private void know(Expr e, NormBound bound, boolean spectral) {
    Rational c = Algebra.coefficient(e);
    Expr plain = Algebra.scale(c.inverse(), e);
    known.put(plain, new Known(bound.times(Algebra.number(c.abs().inverse())), spectral));
  }

  private Optional<NormBound> sum(ByOrder parts) {
    return all(List.copyOf(parts.parts().values()), this::of)
        .map(bounds -> bounds.stream().reduce(NormBound.ZERO, NormBound::plus));
  }

  // norms of what does not move

  private static NormBound constant(Expr norm) {
    return NormBound.constant(norm);
  }

  /// {@return the Euclidean or Frobenius norm of an expression; the size of a scalar}
  static Expr euclidean(Expr e) {
    if (e.isScalar()) {
      return size(e);
    }
    if (Algebra.isOnes(e) || Algebra.isEye(e)) {
      var size = Algebra.isEye(e) ? e.shape().rows() : e.shape().count();
      return Algebra.pow(Algebra.size(size), Algebra.HALF);
    }
    return ScalarValued.NORM2.function().of(e);
  }

  /// |a b| = |a| |b|, |1/a| = 1/|a|.
  private static Expr size(Expr e) {
    if (Algebra.isNonnegative(e)) {
      return e;
    }
    return e.node() instanceof Node.Prod p && !p.scalars().isEmpty()
        ? Algebra.mul(
            Algebra.number(p.coefficient().abs()),
            Algebra.mul(p.scalars().stream().map(NormBounds::size).toList()))
        : e.node() instanceof Node.Pow p && p.exponent().node() instanceof Node.Num
            ? Algebra.pow(Elementwise.abs(p.base()), p.exponent())
            : Elementwise.abs(e);
  }

  private static Expr spectral(Expr e) {
    return !e.shape().isMatrix() || Algebra.isOnes(e)
        ? euclidean(e)
        : Algebra.isEye(e) ? Algebra.ONE : SingularValue.SPECNORM.function().of(e);
  }

  // norms of what moves

  /// {@return a bound of the size of a scalar, of the Euclidean or Frobenius norm of an array}
  Optional<NormBound> of(Expr e) {
    if (e == increment) {
      return Optional.of(NormBound.INCREMENT);
    }
    Known bound = known.get(e);
    if (bound != null) {
      return bound.spectral
          ? Optional.of(
              bound.bound.times(Algebra.pow(Algebra.size(e.shape().rows()), Algebra.HALF)))
          : Optional.of(bound.bound);
    }
    if (!moves(e)) {
      return Optional.of(constant(euclidean(e)));
    }
    return switch (e.node()) {
      case Node.Add a -> sumOf(a.terms());
      case Node.Prod p -> product(p);
      case Node.Hadamard h -> productOf(h.factors());
      case Node.Transpose t -> of(t.of());
      case Node.Pow p -> power(p);
      case Node.Apply a -> apply(e, (Function) a.operator(), a.arguments());
      case Node.Slice s -> of(s.of());
      case Node.Block b -> sumOf(b.rows().stream().flatMap(List::stream).toList());
      case Node.IndexSum s -> of(s.body()).map(b -> b.map(c -> Selection.sum(s.index(), c)));
      case Node.Integral _, Node.Stop _ -> Optional.empty();
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _ -> Optional.empty();
      case Node.Increment _, Node.Fill _, Node.Bound _ -> Optional.empty();
    };
  }

  /// {@return a bound of the largest singular value}
  private Optional<NormBound> largest(Expr e) {
    Known bound = known.get(e);
    if (bound != null) {
      return Optional.of(bound.bound);
    }
    if (e.node() instanceof Node.Transpose t) {
      return largest(t.of());
    }
    return moves(e) ? of(e) : Optional.of(constant(spectral(e)));
  }

  private boolean isSpectral(Expr e) {
    Expr plain = e.node() instanceof Node.Transpose t ? t.of() : e;
    Known bound = known.get(plain);
    return bound != null && bound.spectral;
  }

  private static Optional<List<NormBound>> all(
      List<Expr> parts, java.util.function.Function<Expr, Optional<NormBound>> bound) {
    List<Optional<NormBound>> bounds = parts.stream().map(bound).toList();
    return bounds.stream().allMatch(Optional::isPresent)
        ? Optional.of(bounds.stream().map(Optional::orElseThrow).toList())
        : Optional.empty();
  }

  private Optional<NormBound> sumOf(List<Expr> terms) {
    return all(terms, this::of)
        .map(bounds -> bounds.stream().reduce(NormBound.ZERO, NormBound::plus));
  }

  private Optional<NormBound> productOf(List<Expr> factors) {
    return all(factors, this::of).map(NormBounds::multiplied);
  }

  private static NormBound multiplied(List<NormBound> factors) {
    return factors.stream().reduce(constant(Algebra.ONE), NormBound::times);
  }

  private Optional<NormBound> product(Node.Prod p) {
    return together(
        productOf(p.scalars()).map(b -> b.times(Algebra.number(p.coefficient().abs()))),
        chain(p.chain(), 1));
  }

  private static Optional<NormBound> together(Optional<NormBound> a, Optional<NormBound> b) {
    return a.isPresent() && b.isPresent() ? Optional.of(a.get().times(b.get())) : Optional.empty();
  }

  /// {@return a bound of a product of matrices: so many factors by the Frobenius norm, those that
  /// move first, the others by the spectral norm}
  private Optional<NormBound> chain(List<Expr> factors, int frobenius) {
    var large = new ArrayList<Expr>();
    factors.stream().filter(f -> moves(f) && !isSpectral(f)).forEach(large::add);
    factors.stream().filter(f -> !moves(f)).forEach(large::add);
    factors.stream().filter(this::isSpectral).forEach(large::add);
    var bounds = new ArrayList<Optional<NormBound>>();
    for (int i = 0; i < large.size(); i++) {
      bounds.add(i < frobenius ? of(large.get(i)) : largest(large.get(i)));
    }
    return bounds.stream().reduce(Optional.of(constant(Algebra.ONE)), NormBounds::together);
  }

  private Optional<NormBound> power(Node.Pow p) {
    if (!(p.exponent().node() instanceof Node.Num(Rational k)) || !k.isSmallInteger()) {
      return Optional.empty();
    }
    if (k.signum() < 0) {
      Known reciprocal = known.get(Algebra.pow(p.base(), -1));
      return Optional.ofNullable(reciprocal).map(r -> r.bound.power(-k.intValue()));
    }
    return of(p.base()).map(b -> b.power(k.intValue()));
  }

  private Optional<NormBound> apply(Expr e, Function f, List<Expr> arguments) {
    Expr x = arguments.getFirst();
    if (f.square().isPresent()) {
      return of(x);
    }
    if (arguments.size() != 1 || f.linearIn(0).isEmpty()) {
      return Optional.empty();
    }
    UnaryOperator<Expr> adjoint = g -> f.linearIn(0).orElseThrow().adjoint().of(g, arguments);
    if (e.isScalar()) {
      Expr g = adjoint.apply(Algebra.ONE);
      return Algebra.isEye(g)
          ? trace(x)
          : Algebra.isOnes(g) && isProduct(x) ? of(x) : of(x).map(b -> b.times(euclidean(g)));
    }
    return isNonexpansive(f, adjoint, x, e) ? of(x) : Optional.empty();
  }

  /// {@return whether the sum of all entries is an inner product} The bound of the product of norms
  /// holds for it as it is, by Cauchy and Schwarz.
  private static boolean isProduct(Expr x) {
    return x.node() instanceof Node.Hadamard
        || (x.node() instanceof Node.Pow p
            && p.exponent().node() instanceof Node.Num(Rational k)
            && k.isInteger()
            && k.compareTo(Rational.of(2)) >= 0);
  }

  /// |tr(A B)| ≤ ‖A‖_F ‖B‖_F.
  private Optional<NormBound> trace(Expr x) {
    List<Expr> chain = Algebra.chain(x);
    return chain.size() > 1
        ? chain(chain, 2)
        : of(x).map(b -> b.times(Algebra.pow(Algebra.size(x.shape().rows()), Algebra.HALF)));
  }

  /// An isometry, its adjoint, or an orthogonal projection: L*L or LL* is the identity, or L*L is
  /// L.
  private static boolean isNonexpansive(
      Function f, UnaryOperator<Expr> adjoint, Expr x, Expr value) {
    Expr from = Algebra.variable("(from)", x.shape());
    Expr to = Algebra.variable("(to)", value.shape());
    Expr there = f.of(from);
    Expr twice = Tidy.of(adjoint.apply(there));
    return twice == from || twice == Tidy.of(there) || Tidy.of(f.of(adjoint.apply(to))) == to;
  }
}
