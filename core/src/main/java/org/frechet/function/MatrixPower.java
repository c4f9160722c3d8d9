package org.frechet.function;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.MatrixValued.inv;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;

/// The power X^k of a square matrix: a product for a whole number k, otherwise the principal power
/// exp(k log X) (Higham, Functions of Matrices, 2008, section 7.1).
public final class MatrixPower {
  /// Higher powers are not written out.
  private static final int LONGEST_PRODUCT = 64;

  private MatrixPower() {}

  /// {@return X^k}
  public static Expr of(Expr x, Expr k) {
    return Family.POWER.along(List.of(x, k), List.of());
  }

  static Expr canonical(Expr x, Expr k) {
    if (x.isScalar()) {
      return pow(x, k);
    }
    if (k.isZero() || Algebra.isEye(x)) {
      return Algebra.eye(x.shape().rows());
    }
    if (k.node() instanceof Node.Num(Rational value)) {
      if (value.isSmallInteger() && Math.abs(value.intValue()) <= LONGEST_PRODUCT) {
        Expr factor = value.signum() < 0 ? inv(x) : x;
        return mul(Collections.nCopies(Math.abs(value.intValue()), factor));
      }
      if (value.abs().equals(Rational.HALF)) {
        Expr root = MatrixFunction.SQRTM.function().of(x);
        return value.signum() < 0 ? inv(root) : root;
      }
    }
    Expr s = scalarFactor(x);
    if (s != Algebra.ONE && (Exponents.isNatural(k) || Attributes.isPositive(s))) {
      return mul(pow(s, k), of(withoutScalars(x), k));
    }
    if (x.node() instanceof Node.Apply a && a.operator().inverts()) {
      return of(a.arguments().getFirst(), Algebra.neg(k));
    }
    if (x.node() instanceof Node.Apply a && a.operator() == MatrixFunction.SQRTM.function()) {
      return of(a.arguments().getFirst(), mul(Algebra.HALF, k));
    }
    if (x.node() instanceof Node.Apply a && a.operator().raises() && Exponents.isWhole(k)) {
      return of(a.arguments().get(0), mul(a.arguments().get(1), k));
    }
    return Function.isPreferred(x) ? UNCHANGED : of(x.transpose(), k).transpose();
  }

  /// {@return the derivative along directions for a few exponents where that is a short sum}
  static Optional<Expr> derivative(Expr x, Expr k, List<Expr> directions) {
    if (!(k.node() instanceof Node.Num(Rational value))) {
      return Optional.empty();
    }
    Expr e = directions.getFirst();
    if (value.equals(Rational.HALF) && directions.size() == 1) {
      return Optional.of(MatrixFunction.SQRTM_FRECHET.function().of(x, e));
    }
    if (value.equals(Rational.MINUS_ONE)) {
      return Optional.of(Family.inverse(x, directions));
    }
    if (!value.isInteger() || value.signum() < 0 || value.compareTo(Rational.of(2)) > 0) {
      return Optional.empty();
    }
    if (value.compareTo(Rational.of(directions.size())) < 0) {
      return Optional.of(Algebra.zeros(x.shape()));
    }
    if (value.isOne()) {
      return Optional.of(e);
    }
    Expr f = directions.size() == 2 ? directions.getLast() : x;
    return Optional.of(add(mul(e, f), mul(f, e)));
  }
}
