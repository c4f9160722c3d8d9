package org.frechet.expr;

import java.math.BigInteger;
import java.util.ArrayList;
import org.frechet.shape.Problem;

/// Makes elementwise powers in canonical form.
final class Powers {
  private Powers() {}

  static Expr of(Expr base, Expr exponent) {
    if (exponent == Algebra.ONE || Algebra.isOnes(base)) {
      return base;
    }
    if (exponent.isZero()) {
      return Algebra.ones(base.shape());
    }
    if (exponent.isScalar() && Algebra.isOnes(Algebra.withoutScalars(base)) && !base.isScalar()) {
      return Algebra.mul(of(Algebra.scalarFactor(base), exponent), Algebra.ones(base.shape()));
    }
    if (!(exponent.node() instanceof Node.Num n)) {
      return oriented(base, exponent);
    }
    Rational k = n.value();
    return switch (base.node()) {
      case Node.Num b -> number(b.value(), k, exponent);
      case Node.Fill _ when k.signum() > 0 -> base; // of zeros and ones
      case Node.Fill _ -> throw Problem.of(Problem.Code.BAD_REQUEST, "division by zero").refusal();
      case Node.Pow p when p.exponent().node() instanceof Node.Num inner && merges(p, inner, k) ->
          of(p.base(), Algebra.number(inner.value().times(k)));
      case Node.Pow p when k.isInteger() && p.exponent().isScalar() ->
          of(p.base(), Algebra.mul(p.exponent(), exponent));
      case Node.Prod p when !Products.isDot(p) -> product(base, p, k, exponent);
      case Node.Hadamard h when k.isInteger() -> {
        var powers = new ArrayList<Expr>();
        for (Expr f : h.factors()) {
          powers.add(of(f, exponent));
        }
        yield Algebra.hadamard(powers);
      }
      case Node.Add _ when k.isSmallInteger() -> {
        var primitive = Products.Primitive.of(base);
        yield primitive.content().isOne()
            ? oriented(base, exponent)
            : Products.scaled(
                primitive.content().pow(k.intValue()), oriented(primitive.part(), exponent));
      }
      case Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          oriented(base, exponent);
      case Node.Add _, Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Transpose _ ->
          oriented(base, exponent);
      case Node.Apply _,
          Node.Slice _,
          Node.Block _,
          Node.IndexSum _,
          Node.Integral _,
          Node.Stop _ ->
          oriented(base, exponent);
    };
  }

  /// (b^p)^q = b^(pq) holds for integer q, for b ≥ 0, and where b^p ≥ 0 forces b ≥ 0 (p not even).
  private static boolean merges(Node.Pow p, Node.Num inner, Rational q) {
    boolean even = inner.value().num().testBit(0) == false;
    return q.isInteger() || Algebra.isNonnegative(p.base()) || !even;
  }

  private static Expr oriented(Expr base, Expr exponent) {
    if (!base.isScalar() && exponent.isScalar()) {
      Expr t = base.transpose();
      if (Algebra.turn(base, t)) {
        return of(t, exponent).transpose();
      }
    }
    return Expr.of(new Node.Pow(base, exponent));
  }

  private static Expr number(Rational b, Rational k, Expr exponent) {
    if (k.isSmallInteger() && Math.abs(k.intValue()) <= Rational.MAX_BITS) {
      return Algebra.number(b.pow(k.intValue()));
    }
    if (b.isZero() && k.signum() > 0) {
      return Algebra.ZERO;
    }
    if (b.signum() > 0 && k.den().bitLength() < 8 && k.num().bitLength() < 8) {
      int q = k.den().intValueExact();
      Rational root = root(b, q);
      if (!root.isZero()) {
        return Algebra.number(root.pow(k.num().intValueExact()));
      }
    }
    return Expr.of(new Node.Pow(Algebra.number(b), exponent));
  }

  /// {@return the exact q-th root, or zero if there is none}
  private static Rational root(Rational b, int q) {
    BigInteger num = root(b.num(), q);
    BigInteger den = root(b.den(), q);
    return num.signum() == 0 || den.signum() == 0 ? Rational.ZERO : new Rational(num, den);
  }

  private static BigInteger root(BigInteger b, int q) {
    var guess = BigInteger.valueOf(Math.round(Math.pow(b.doubleValue(), 1.0 / q)));
    return guess.pow(q).equals(b) ? guess : BigInteger.ZERO;
  }

  /// The power of a product: an integer power goes to every scalar factor and to the array; a root
  /// goes to a positive number only, since the signs of the others are not known.
  private static Expr product(Expr base, Node.Prod p, Rational k, Expr exponent) {
    Expr array = p.chain().isEmpty() ? Algebra.ONE : Products.of(Rational.ONE, p.chain());
    if (k.isSmallInteger()) {
      var factors = new ArrayList<Expr>();
      factors.add(of(Algebra.number(p.coefficient()), exponent));
      for (Expr s : p.scalars()) {
        factors.add(of(s, exponent));
      }
      if (array != Algebra.ONE) {
        factors.add(
            array.node() instanceof Node.Prod ? oriented(array, exponent) : of(array, exponent));
      }
      return Algebra.mul(factors);
    }
    if (p.coefficient().signum() > 0 && !p.coefficient().isOne()) {
      return Algebra.mul(
          of(Algebra.number(p.coefficient()), exponent),
          of(Products.withoutCoefficient(base), exponent));
    }
    var outside = new ArrayList<Expr>();
    var inside = new ArrayList<Expr>();
    for (Expr s : p.scalars()) {
      (Algebra.isNonnegative(s) ? outside : inside).add(s);
    }
    if (outside.isEmpty() || (inside.isEmpty() && outside.size() == 1 && array == Algebra.ONE)) {
      return oriented(base, exponent);
    }
    var factors = new ArrayList<Expr>();
    outside.forEach(s -> factors.add(of(s, exponent)));
    inside.add(array);
    factors.add(of(Products.of(p.coefficient(), inside), exponent));
    return Algebra.mul(factors);
  }
}
