package org.frechet.expr;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Makes matrix and elementwise products in canonical form.
///
/// A product is a number, commuting scalar factors and a chain of matrices. Wherever an inner
/// dimension of the chain is one, the chain falls apart into scalars: `x*y'*z` is `(y'*z) * x`. A
/// sum inside a product is primitive: its leading term is positive and its coefficients have no
/// common factor, so that `(b - A*x)` and `(A*x - b)` are one factor.
final class Products {
  /// Larger sums keep their content: on a deep network each layer would multiply it once more, and
  /// stand in the graph twice.
  private static final long LARGEST_PRIMITIVE = 1000;

  private Products() {}

  /// {@return the rational factor of a term, one if it has none}
  static Rational coefficient(Expr e) {
    return e.node() instanceof Node.Prod p
        ? p.coefficient()
        : e.node() instanceof Node.Num n ? n.value() : Rational.ONE;
  }

  /// {@return the term without its rational factor}
  static Expr withoutCoefficient(Expr e) {
    return e.node() instanceof Node.Prod p
        ? assemble(Rational.ONE, p.scalars(), p.chain(), e.shape())
        : e.node() instanceof Node.Num ? Algebra.ONE : e;
  }

  /// {@return `c*e`}
  static Expr scaled(Rational c, Expr e) {
    if (c.isOne() || e.isZero()) {
      return e;
    }
    return switch (e.node()) {
      case Node.Num n -> Algebra.number(c.times(n.value()));
      case Node.Prod p when !isDot(p) ->
          assemble(c.times(p.coefficient()), p.scalars(), p.chain(), e.shape());
      case Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _, Node.Fill _ ->
          scaledPart(c, e);
      case Node.Add _, Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Transpose _ ->
          scaledPart(c, e);
      case Node.Apply _,
          Node.Slice _,
          Node.Block _,
          Node.IndexSum _,
          Node.Integral _,
          Node.Stop _ ->
          scaledPart(c, e);
    };
  }

  private static Expr scaledPart(Rational c, Expr e) {
    return e.isScalar()
        ? assemble(c, List.of(e), List.of(), e.shape())
        : assemble(c, List.of(), List.of(e), e.shape());
  }

  /// {@return whether this product is a scalar-valued chain, which counts as one scalar factor}
  static boolean isDot(Node.Prod p) {
    return !p.chain().isEmpty() && Types.shape(p).isScalar();
  }

  /// {@return c times the factors; scalars may stand anywhere among the matrices}
  static Expr of(Rational c, List<Expr> factors) {
    var builder = new Builder(c);
    for (Expr f : factors) {
      builder.append(f);
    }
    return builder.build();
  }

  static Expr hadamard(List<Expr> factors) {
    Shape shape = Shape.SCALAR;
    for (Expr f : factors) {
      shape = f.isScalar() ? shape : f.shape();
    }
    if (shape.isScalar()) {
      return of(Rational.ONE, factors);
    }
    var builder = new Builder(Rational.ONE);
    var powers = new Factors();
    for (Expr f : factors) {
      if (f.isScalar()) {
        builder.append(f);
      } else {
        Types.shape(new Node.Add(List.of(f, Algebra.zeros(shape))));
        builder.elementwise(f, powers);
      }
    }
    List<Expr> merged = powers.list(builder);
    if (merged.stream().anyMatch(Expr::isZero) || builder.c.isZero()) {
      return Algebra.zeros(shape);
    }
    if (merged.isEmpty()) {
      builder.append(Algebra.ones(shape));
    } else {
      builder.append(merged.size() == 1 ? merged.getFirst() : Expr.of(new Node.Hadamard(merged)));
    }
    return builder.build();
  }

  /// The number c and primitive sum p with `e = c*p`; for anything but a sum, p is e itself.
  record Primitive(Rational content, Expr part) {
    static Primitive of(Expr e) {
      if (!(e.node() instanceof Node.Add a) || e.weight() > LARGEST_PRIMITIVE) {
        return new Primitive(Rational.ONE, e);
      }
      Rational gcd = coefficient(a.terms().getFirst()).abs();
      for (Expr t : a.terms()) {
        gcd = gcd.gcd(coefficient(t));
      }
      Rational content = coefficient(a.terms().getFirst()).signum() < 0 ? gcd.negate() : gcd;
      return content.isOne()
          ? new Primitive(content, e)
          : new Primitive(content, scaled(content.inverse(), e));
    }
  }

  /// Factors with their exponents; equal bases merge.
  private static final class Factors {
    private final Map<Expr, Expr> exponents = new LinkedHashMap<>();

    void add(Expr base, Expr exponent) {
      exponents.merge(base, exponent, Algebra::add);
    }

    /// {@return the factors in order, numbers moved into the builder}
    List<Expr> list(Builder builder) {
      var list = new ArrayList<Expr>();
      exponents.forEach((base, exponent) -> {
        Expr power = exponent == Algebra.ONE ? base : Powers.of(base, exponent);
        if (power.node() instanceof Node.Num n) {
          builder.c = builder.c.times(n.value());
        } else if (power.node() instanceof Node.Prod p && !p.coefficient().isOne()) {
          builder.c = builder.c.times(p.coefficient());
          list.add(withoutCoefficient(power));
        } else if (!(power.shape().isScalar() ? power == Algebra.ONE : Algebra.isOnes(power))) {
          list.add(power);
        }
      });
      // (a*b)^(1/2)*(a*b)^(3/2) is a^2*b^2, (2*a + 2)^(1/2)*(2*a + 2)^(1/2) is 2*(a + 1)
      if (list.stream().anyMatch(Products::isCompound)) {
        var parts = new Factors();
        list.forEach(e -> builder.take(e, parts));
        return parts.list(builder);
      }
      list.sort(Order.BY_STRUCTURE);
      return List.copyOf(list);
    }
  }

  /// {@return whether this factor is a product of factors of its kind}
  private static boolean isCompound(Expr e) {
    return e.node() instanceof Node.Hadamard
        || !Primitive.of(e).content().isOne()
        || (e.node() instanceof Node.Prod p
            && !isDot(p)
            && (e.isScalar() || !p.scalars().isEmpty()));
  }

  private static final class Builder {
    private Rational c;
    private final Factors scalars = new Factors();
    private final List<Expr> chain = new ArrayList<>();
    private Dim rows = Dim.ONE;
    private Dim cols = Dim.ONE;
    private boolean matrix;

    Builder(Rational c) {
      this.c = c;
    }

    void append(Expr f) {
      if (f.isScalar()) {
        scalar(f);
        return;
      }
      if (matrix) {
        Types.shape(
            new Node.Prod(
                Rational.ONE,
                List.of(),
                List.of(Algebra.zeros(new Shape(rows, cols)), f))); // the message names both shapes
      } else {
        rows = f.shape().rows();
      }
      matrix = true;
      cols = f.shape().cols();
      link(f);
    }

    private void link(Expr f) {
      switch (f.node()) {
        case Node.Prod p -> {
          c = c.times(p.coefficient());
          p.scalars().forEach(this::scalar);
          p.chain().forEach(this::link);
        }
        case Node.Fill fill when fill.kind() == Node.Fill.Kind.ZEROS -> c = Rational.ZERO;
        case Node.Fill fill when fill.kind() == Node.Fill.Kind.EYE -> {}
        case Node.Add _ -> {
          Primitive primitive = Primitive.of(f);
          c = c.times(primitive.content());
          chain.add(primitive.part());
        }
        case Node.Fill _, Node.Num _, Node.Constant _, Node.Size _, Node.Var _ -> chain.add(f);
        case Node.Increment _, Node.Bound _, Node.Hadamard _, Node.Pow _, Node.Transpose _ ->
            chain.add(f);
        case Node.Apply _,
            Node.Slice _,
            Node.Block _,
            Node.IndexSum _,
            Node.Integral _,
            Node.Stop _ ->
            chain.add(f);
      }
    }

    private void scalar(Expr f) {
      scalar(f, scalars);
    }

    private void scalar(Expr f, Factors into) {
      switch (f.node()) {
        case Node.Num n -> c = c.times(n.value());
        case Node.Pow p -> into.add(p.base(), p.exponent());
        case Node.Prod p when !isDot(p) -> {
          c = c.times(p.coefficient());
          p.scalars().forEach(s -> scalar(s, into));
        }
        case Node.Constant _,
            Node.Size _,
            Node.Var _,
            Node.Increment _,
            Node.Bound _,
            Node.Fill _ ->
            factor(f, into);
        case Node.Add _, Node.Prod _, Node.Hadamard _, Node.Transpose _ -> factor(f, into);
        case Node.Apply _,
            Node.Slice _,
            Node.Block _,
            Node.IndexSum _,
            Node.Integral _,
            Node.Stop _ ->
            factor(f, into);
      }
    }

    /// Takes a factor apart into bases and exponents.
    private void take(Expr f, Factors into) {
      if (f.isScalar()) {
        scalar(f, into);
      } else {
        elementwise(f, into);
      }
    }

    private void factor(Expr f, Factors factors) {
      Primitive primitive = Primitive.of(f);
      c = c.times(primitive.content());
      factors.add(primitive.part(), Algebra.ONE);
    }

    /// Takes an array factor of an elementwise product: scalars go out, bases go to `powers`.
    void elementwise(Expr f, Factors powers) {
      switch (f.node()) {
        case Node.Prod p -> {
          c = c.times(p.coefficient());
          p.scalars().forEach(this::scalar);
          Expr rest = assemble(Rational.ONE, List.of(), p.chain(), f.shape());
          if (rest.node() instanceof Node.Prod) {
            powers.add(rest, Algebra.ONE);
          } else {
            elementwise(rest, powers);
          }
        }
        case Node.Hadamard h -> h.factors().forEach(g -> elementwise(g, powers));
        case Node.Pow p when p.exponent().isScalar() -> powers.add(p.base(), p.exponent());
        case Node.Transpose _ when Algebra.base(f) != f -> power(f, powers);
        case Node.Fill fill when fill.kind() == Node.Fill.Kind.ONES -> {}
        case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
            factor(f, powers);
        case Node.Fill _, Node.Add _, Node.Pow _, Node.Transpose _ -> factor(f, powers);
        case Node.Apply _,
            Node.Slice _,
            Node.Block _,
            Node.IndexSum _,
            Node.Integral _,
            Node.Stop _ ->
            factor(f, powers);
      }
    }

    /// A sum that is primitive may not be so when it is turned, for then other terms lead.
    private void power(Expr f, Factors powers) {
      Expr exponent = Algebra.exponent(f);
      if (exponent.node() instanceof Node.Num n && n.value().isSmallInteger()) {
        Expr base = Algebra.base(f);
        Primitive primitive = Primitive.of(withoutCoefficient(base));
        Rational content = primitive.content().times(coefficient(base)); // of X', for X skew
        c = c.times(content.pow(n.value().intValue()));
        powers.add(primitive.part(), exponent);
      } else {
        powers.add(Algebra.base(f), exponent);
      }
    }

    Expr build() {
      Shape shape = new Shape(rows, cols);
      if (c.isZero()) {
        return Algebra.zeros(shape);
      }
      List<Expr> links = Chains.reduce(chain);
      if (links.size() < chain.size()) {
        // what came of neighbours may itself be a product, a sum or a scalar
        chain.clear();
        for (Expr e : links) {
          if (e.isScalar()) {
            scalar(e);
          } else {
            link(e);
          }
        }
        return build();
      }
      if (links.stream().anyMatch(Expr::isZero)) {
        return Algebra.zeros(shape);
      }
      var kept = new ArrayList<Expr>();
      for (List<Expr> segment : Chains.segments(links)) {
        if (segment.size() == 1 && segment.getFirst().isScalar()) {
          scalar(segment.getFirst());
        } else if (Chains.isScalar(segment)) {
          Expr dot = Chains.dot(segment);
          if (dot.isZero()) {
            return Algebra.zeros(shape);
          }
          scalar(dot);
        } else {
          kept.addAll(segment);
        }
      }
      if (kept.isEmpty() && !shape.isScalar()) {
        kept.add(Algebra.eye(rows));
      }
      List<Expr> sorted = scalars.list(this);
      return assemble(c, sorted, Chains.joinOnes(kept), shape);
    }
  }

  /// {@return the node for parts that are in canonical form already}
  private static Expr assemble(Rational c, List<Expr> scalars, List<Expr> chain, Shape shape) {
    if (c.isZero()) {
      return Algebra.zeros(shape);
    }
    int factors = scalars.size() + chain.size();
    if (factors == 0) {
      return Algebra.number(c);
    }
    if (factors == 1) {
      Expr only = scalars.isEmpty() ? chain.getFirst() : scalars.getFirst();
      if (c.isOne()) {
        return only;
      }
      if (only.node() instanceof Node.Add a && only.weight() <= LARGEST_PRIMITIVE) {
        var terms = new ArrayList<Expr>();
        for (Expr t : a.terms()) {
          terms.add(scaled(c, t));
        }
        return Expr.of(new Node.Add(List.copyOf(terms))); // order does not depend on coefficients
      }
    }
    return Expr.of(new Node.Prod(c, List.copyOf(scalars), List.copyOf(chain)));
  }
}
