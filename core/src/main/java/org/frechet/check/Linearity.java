package org.frechet.check;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.frechet.check.Equality.Verdict;
import org.frechet.derive.Tidy;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Shape;

/// Whether a map is linear in its increment: `L(U + V) = L(U) + L(V)` and `L(c*U) = c*L(U)`.
///
/// @param known how it is known, or that it is not so
/// @param offset the norm of `L(0)`
/// @param additivity the norm of `L(U + V) - L(U) - L(V)` at one random point, relative to the
///   terms
/// @param homogeneity the norm of `L(c*U) - c*L(U)`, likewise
public record Linearity(Known known, double offset, double additivity, double homogeneity) {
  /// The number that an increment is multiplied by; negative, since a norm keeps positive factors.
  public static final double FACTOR = -1.5;

  private static final double TOLERANCE = 1e-9;

  /// Of longer maps no proof is looked for.
  private static final long LONGEST = 200;

  /// How linearity is known.
  public enum Known {
    /// Both sides have one form.
    PROOF,
    /// As rational functions, but for a chance of about one in 2^61.
    EXACT,
    NUMERIC,
    NOT_LINEAR
  }

  public boolean holds() {
    return known != Known.NOT_LINEAR;
  }

  /// {@return how far from linear a map is at a point along two directions}
  ///
  /// @param known what is [#known] of it, which numbers decide only where nothing is
  static Linearity of(Optional<Known> known, Remainders at, Point point, RealMat u, RealMat v) {
    RealMat lu = at.map(point, u);
    RealMat lv = at.map(point, v);
    RealMat sum = at.map(point, u.plus(v));
    RealMat multiple = at.map(point, u.scale(FACTOR));
    double offset = at.map(point, u.scale(0)).normF();
    double scale = Math.max(Math.max(lu.normF(), lv.normF()), Math.max(sum.normF(), offset));
    double additivity = relative(sum.minus(lu).minus(lv), scale);
    double homogeneity = relative(multiple.minus(lu.scale(FACTOR)), scale);
    Known here =
        additivity <= TOLERANCE && homogeneity <= TOLERANCE ? Known.NUMERIC : Known.NOT_LINEAR;
    return new Linearity(known.orElse(here), offset, additivity, homogeneity);
  }

  private static double relative(RealMat difference, double scale) {
    return scale == 0 ? difference.normF() : difference.normF() / scale;
  }

  /// {@return whether both axioms hold, by their form or at random points; nothing where these are
  /// too few}
  static Optional<Known> known(Expr map, Expr variable, long seed) {
    Expr dx = Algebra.increment(variable);
    Expr u = Algebra.variable(dx + " (1)", dx.shape());
    Expr v = Algebra.variable(dx + " (2)", dx.shape());
    Expr c = Algebra.variable("(factor)", Shape.SCALAR);
    Expr sum = at(map, dx, Algebra.add(u, v));
    Expr sums = Algebra.add(at(map, dx, u), at(map, dx, v));
    Expr multiple = at(map, dx, Algebra.mul(c, u));
    Expr multiples = Algebra.mul(c, at(map, dx, u));
    if (isProven(sum, sums) && isProven(multiple, multiples)) {
      return Optional.of(Known.PROOF);
    }
    Equality additive = Equality.of(sum, sums, seed);
    Equality homogeneous = Equality.of(multiple, multiples, seed);
    return Stream.of(additive, homogeneous).allMatch(e -> e.verdict() == Verdict.UNKNOWN)
        ? Optional.empty()
        : Stream.of(known(additive), known(homogeneous)).max(Comparator.naturalOrder());
  }

  private static boolean isProven(Expr a, Expr b) {
    return a == b || (a.weight() <= LONGEST && Tidy.of(Algebra.sub(a, b)).isZero());
  }

  private static Expr at(Expr map, Expr dx, Expr step) {
    return Traversal.substitute(map, Map.of(dx, step));
  }

  private static Known known(Equality found) {
    return switch (found.verdict()) {
      case EQUAL_EXACT -> Known.EXACT;
      case EQUAL_NUMERIC, UNKNOWN -> Known.NUMERIC;
      case DIFFERENT -> Known.NOT_LINEAR;
    };
  }
}
