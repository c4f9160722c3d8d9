package org.frechet.solve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.check.Evaluator;
import org.frechet.check.Point;
import org.frechet.derive.Entries;
import org.frechet.derive.Tidy;
import org.frechet.diff.MapMatrix;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Attributes;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.SymmetricEigen;
import org.frechet.shape.Trait;

/// What the stationary points of a quadratic function are, by the definiteness of its second
/// derivative, which is the map of its gradient. Only what attributes prove, or numbers, is said.
///
/// @param kind what every stationary point is
/// @param hessian what decides: the second derivative, a matrix
/// @param positive scalars for whose positive values it holds; none if for all values
public record Curvature(Kind kind, Expr hessian, List<Expr> positive) {
  /// Largest constant matrix whose eigenvalues are computed.
  private static final int LARGEST = 60;

  /// The kinds of stationary points of a quadratic function.
  public enum Kind {
    MINIMUM,
    MAXIMUM,
    SADDLE,
    /// What it is depends on values, or is not known.
    UNDETERMINED
  }

  public Curvature {
    positive = List.copyOf(positive);
  }

  /// {@return what the stationary points of a function with this map of the gradient are}
  public static Curvature of(Expr map, Expr increment, boolean symmetric) {
    if (increment.isScalar()) {
      return of(Tidy.of(Traversal.substitute(map, Map.of(increment, Algebra.ONE))), List.of());
    }
    Expr hessian = Entries.of(Tidy.of(MapMatrix.of(map, increment)));
    List<Coefficients.Term> terms =
        increment.shape().isMatrix()
            ? Coefficients.of(map, increment)
                .filter(c -> symmetric || !c.anyTransposed())
                .map(c -> c.gathered().terms())
                .orElse(List.of())
            : List.of();
    return of(hessian, terms);
  }

  private static Curvature of(Expr hessian, List<Coefficients.Term> terms) {
    if (isSemidefinite(hessian, terms, /* sign= */ 1)) {
      return new Curvature(Kind.MINIMUM, hessian, List.of());
    }
    if (isSemidefinite(hessian, terms, /* sign= */ -1)) {
      return new Curvature(Kind.MAXIMUM, hessian, List.of());
    }
    Optional<Kind> constant = constant(hessian);
    if (constant.isPresent()) {
      return new Curvature(constant.get(), hessian, List.of());
    }
    Expr deciding = terms.size() == 1 ? deciding(terms.getFirst(), hessian) : hessian;
    List<Expr> positive = LinearEquation.definiteForPositive(deciding, Trait.PSD);
    return positive.isEmpty()
        ? new Curvature(Kind.UNDETERMINED, deciding, List.of())
        : new Curvature(Kind.MINIMUM, deciding, positive);
  }

  /// Of A*dX the matrix on vec is I ⊗ A, as definite as A.
  private static Expr deciding(Coefficients.Term t, Expr hessian) {
    return Algebra.isEye(t.right()) ? t.left() : Algebra.isEye(t.left()) ? t.right() : hessian;
  }

  /// A Kronecker product of semidefinite matrices is semidefinite, and so is a sum of such.
  private static boolean isSemidefinite(Expr hessian, List<Coefficients.Term> terms, int sign) {
    if (Attributes.has(signed(hessian, sign), Trait.PSD) || isNonnegative(hessian, sign)) {
      return true;
    }
    return !terms.isEmpty()
        && terms.stream()
            .allMatch(t ->
                Attributes.has(signed(t.left(), sign), Trait.PSD)
                    && Attributes.has(t.right(), Trait.PSD));
  }

  private static Expr signed(Expr e, int sign) {
    return sign < 0 ? Algebra.neg(e) : e;
  }

  private static boolean isNonnegative(Expr e, int sign) {
    return e.isScalar() && Algebra.isNonnegative(signed(e, sign));
  }

  private static Optional<Kind> constant(Expr hessian) {
    boolean known =
        hessian.shape().rows().isConstant()
            && hessian.shape().rows().constant() <= LARGEST
            && Traversal.topological(hessian).stream()
                .noneMatch(e -> e.node() instanceof Node.Var || e.node() instanceof Node.Size);
    if (!known) {
      return Optional.empty();
    }
    var value = (RealMat) Evaluator.evaluate(hessian, Point.real(Map.of(), Map.of()));
    RealMat eigenvalues = SymmetricEigen.of(value).values();
    double least = eigenvalues.get(0, 0);
    double most = eigenvalues.get(eigenvalues.rows() - 1, 0);
    double zero = 1e-9 * Math.max(Math.abs(least), Math.abs(most));
    return Optional.of(
        least < -zero && most > zero
            ? Kind.SADDLE
            : least > zero ? Kind.MINIMUM : most < -zero ? Kind.MAXIMUM : Kind.UNDETERMINED);
  }
}
