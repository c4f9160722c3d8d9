package org.frechet.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.frechet.explain.Manner.Pairing;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.function.MatrixValued;
import org.frechet.function.ScalarValued;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// One term of a differential.
sealed interface Term {
  /// {@return what it is equal to, in increments}
  Expr value();

  /// {@return what moves: linear in increments}
  Expr moving();

  /// {@return how it is written, without the number in front}
  Shown shown(Manner manner);

  /// A tree, and the number that stands in front of it.
  record Shown(Rational coefficient, Syntax tree) {}

  /// {@return this term with something in place of increments}
  Term with(Map<Expr, Expr> replacement);

  /// {@return this term with something in place of parts, before what moves too}
  Term everywhere(Map<Expr, Expr> replacement);

  /// `⟨cotangent, product of the factors⟩`. Factors that make a scalar stand in the order in which
  /// they are written, `dx'*A*x`; anything else is one factor.
  record Inner(Expr cotangent, List<Expr> factors) implements Term {
    public Inner {
      factors = List.copyOf(factors);
    }

    /// {@return the term with the sign and number of what moves before the cotangent}
    static Inner of(Expr cotangent, Expr moving) {
      if (moving.isZero()) {
        return new Inner(cotangent, List.of(moving));
      }
      Rational c = Algebra.coefficient(moving);
      return apart(Algebra.scale(c, cotangent), Algebra.scale(c.inverse(), moving));
    }

    /// Scalars that do not move stand before those that do.
    private static Inner apart(Expr cotangent, Expr moving) {
      if (!(moving.node() instanceof Node.Prod p) || !moving.isScalar() || p.scalars().isEmpty()) {
        return new Inner(cotangent, List.of(moving));
      }
      var still = new ArrayList<Expr>();
      var others = new ArrayList<Expr>();
      p.scalars().forEach(s -> (Forms.moves(s) ? others : still).add(s));
      Expr rest = Algebra.mul(others);
      boolean chain = rest.node() instanceof Node.Prod q && q.scalars().isEmpty();
      return new Inner(
          Algebra.mul(cotangent, Algebra.mul(still)),
          chain ? Traversal.children(rest.node()) : List.of(rest));
    }

    @Override
    public Expr moving() {
      return Algebra.mul(factors);
    }

    @Override
    public Expr value() {
      return ScalarValued.inner(cotangent, moving());
    }

    @Override
    public Inner with(Map<Expr, Expr> replacement) {
      List<Expr> replaced =
          factors.stream().map(f -> Traversal.substitute(f, replacement)).toList();
      return replaced.size() == 1
          ? of(cotangent, replaced.getFirst())
          : ordered(cotangent, replaced);
    }

    @Override
    public Inner everywhere(Map<Expr, Expr> replacement) {
      return new Inner(Traversal.substitute(cotangent, replacement), factors).with(replacement);
    }

    /// A product in the order of its factors; numbers go before it. Where a scalar moves among
    /// matrices, there is no order to keep.
    private static Inner ordered(Expr cotangent, List<Expr> factors) {
      boolean scalars =
          factors.stream().anyMatch(f -> f.node() instanceof Node.Prod p && !p.scalars().isEmpty());
      if (scalars) {
        return of(cotangent, Algebra.mul(factors));
      }
      Rational c = Rational.ONE;
      var plain = new ArrayList<Expr>();
      for (Expr f : factors) {
        c = c.times(Algebra.coefficient(f));
        plain.addAll(Algebra.chain(Algebra.scale(Algebra.coefficient(f).inverse(), f)));
      }
      return new Inner(Algebra.scale(c, cotangent), plain);
    }

    /// A difference keeps the signs that it was written with.
    @Override
    public Shown shown(Manner manner) {
      boolean scalar = cotangent.isScalar();
      Rational c = Algebra.coefficient(scalar ? cotangent : Algebra.scalarFactor(cotangent));
      Expr plain = Algebra.scale(c.inverse(), cotangent);
      List<Syntax> moved = factors.stream().map(manner::show).toList();
      if (scalar) {
        Syntax product = Forms.product(List.of(), moved);
        return new Shown(
            c, plain == Algebra.ONE ? product : Forms.times(manner.show(plain), product));
      }
      Expr scalars = Algebra.scalarFactor(plain);
      Expr array = Algebra.withoutScalars(plain);
      boolean turned = manner.writesOtherwise(array);
      Syntax pair = paired(turned ? Algebra.neg(array) : array, factors.getFirst(), manner);
      return new Shown(
          turned ? c.negate() : c,
          scalars == Algebra.ONE ? pair : Forms.times(manner.show(scalars), pair));
    }

    private static Syntax paired(Expr array, Expr what, Manner manner) {
      Syntax moved = manner.show(what);
      if (Algebra.isOnes(array)) {
        return Manner.call("sum", moved);
      }
      Expr turned = array.transpose();
      boolean trace =
          manner.pairing() == Pairing.TRACE
              || (manner.pairing() == Pairing.SHORTER && turned.weight() < array.weight())
              || Algebra.isEye(array);
      if (!trace) {
        return Manner.call("inner", manner.show(array), moved);
      }
      if (array.shape().isRow()) {
        return Forms.product(List.of(moved), List.of(manner.show(turned))); // of rows, b a′
      }
      Syntax product = Algebra.isEye(array) ? moved : Forms.join(manner.show(turned), moved, what);
      return array.shape().isMatrix() ? Manner.call("tr", product) : product;
    }
  }

  /// `matrix * vec(moving)`; of columns `vec` is not written, nor is an identity.
  record Stacked(Expr matrix, Expr moving) implements Term {
    @Override
    public Expr value() {
      return Algebra.mul(matrix, MatrixValued.vec(moving));
    }

    @Override
    public Stacked with(Map<Expr, Expr> replacement) {
      return new Stacked(matrix, Traversal.substitute(moving, replacement));
    }

    @Override
    public Stacked everywhere(Map<Expr, Expr> replacement) {
      return new Stacked(Traversal.substitute(matrix, replacement), moving).with(replacement);
    }

    @Override
    public Shown shown(Manner manner) {
      boolean alone = Algebra.isEye(matrix);
      Rational c = Algebra.coefficient(alone ? moving : matrix);
      Expr plain = Algebra.scale(c.inverse(), alone ? moving : matrix);
      Syntax array = manner.show(alone ? plain : moving);
      Syntax column = moving.shape().cols().isOne() ? array : Manner.call("vec", array);
      return new Shown(
          c,
          alone || plain == Algebra.ONE ? column : Forms.join(manner.show(plain), column, moving));
    }
  }

  /// The differential itself, of any shape.
  record Plain(Expr moving) implements Term {
    @Override
    public Expr value() {
      return moving;
    }

    @Override
    public Plain with(Map<Expr, Expr> replacement) {
      return new Plain(Traversal.substitute(moving, replacement));
    }

    @Override
    public Plain everywhere(Map<Expr, Expr> replacement) {
      return with(replacement);
    }

    @Override
    public Shown shown(Manner manner) {
      Rational c = moving.isZero() ? Rational.ONE : Algebra.coefficient(moving);
      return new Shown(c, manner.show(Algebra.scale(c.inverse(), moving)));
    }
  }

  /// A sum of terms.
  record Sum(List<Term> terms) implements Phrase {
    public Sum {
      terms = List.copyOf(terms);
    }

    Expr value() {
      return Algebra.add(terms.stream().map(Term::value).toList()); // at least one
    }

    /// {@return a zero of the shape of this}
    Expr zero() {
      return Algebra.zeros(value().shape());
    }

    @Override
    public Syntax syntax(Manner manner) {
      List<Shown> shown = new ArrayList<>(terms.stream().map(t -> t.shown(manner)).toList());
      shown.sort(Comparator.comparing(t -> t.coefficient().signum() < 0));
      Syntax sum = signed(shown.getFirst());
      for (Shown t : shown.subList(1, shown.size())) {
        String sign = t.coefficient().signum() < 0 ? "-" : "+";
        sum = Manner.binary(sign, sum, Forms.scaled(t.coefficient().abs(), t.tree()));
      }
      return sum;
    }

    private static Syntax signed(Shown t) {
      Syntax piece = Forms.scaled(t.coefficient().abs(), t.tree());
      return t.coefficient().signum() < 0 ? new Syntax.Unary('-', piece, Span.NONE) : piece;
    }
  }
}
