package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.frechet.explain.Manner.Pairing;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
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

  /// {@return the number in front}
  Rational coefficient();

  /// {@return the tree without the number in front}
  Syntax syntax(Manner manner);

  /// {@return this term with something in place of increments}
  Term with(Map<Expr, Expr> replacement);

  /// `⟨cotangent, product of the factors⟩`. Factors that make a scalar stand in the order in which
  /// they are written, `dx'*A*x`; anything else is one factor.
  record Inner(Expr cotangent, List<Expr> factors) implements Term {
    public Inner {
      factors = List.copyOf(factors);
    }

    /// {@return the term with the sign and number of what moves before the cotangent}
    static Inner of(Expr cotangent, Expr moving) {
      Rational c = Algebra.coefficient(moving);
      return new Inner(Algebra.scale(c, cotangent), List.of(Algebra.scale(c.inverse(), moving)));
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
    public Rational coefficient() {
      return Algebra.coefficient(cotangent);
    }

    @Override
    public Inner with(Map<Expr, Expr> replacement) {
      List<Expr> replaced =
          factors.stream().map(f -> Traversal.substitute(f, replacement)).toList();
      return replaced.size() == 1
          ? of(cotangent, replaced.getFirst())
          : new Inner(cotangent, replaced);
    }

    @Override
    public Syntax syntax(Manner manner) {
      Expr plain = Algebra.scale(coefficient().inverse(), cotangent);
      List<Syntax> moved = factors.stream().map(manner::show).toList();
      if (cotangent.isScalar()) {
        return Forms.product(plain == Algebra.ONE ? List.of() : List.of(manner.show(plain)), moved);
      }
      Expr scalars = Algebra.scalarFactor(plain);
      Expr array = Algebra.withoutScalars(plain);
      List<Syntax> before = scalars == Algebra.ONE ? List.of() : List.of(manner.show(scalars));
      return Forms.product(before, List.of(paired(array, moved.getFirst(), manner)));
    }

    private static Syntax paired(Expr array, Syntax moved, Manner manner) {
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
      Syntax product =
          Algebra.isEye(array)
              ? moved
              : Forms.product(List.of(manner.show(turned)), List.of(moved));
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
    public Rational coefficient() {
      return Algebra.isEye(matrix) ? Algebra.coefficient(moving) : Algebra.coefficient(matrix);
    }

    @Override
    public Stacked with(Map<Expr, Expr> replacement) {
      return new Stacked(matrix, Traversal.substitute(moving, replacement));
    }

    @Override
    public Syntax syntax(Manner manner) {
      boolean column = moving.shape().cols().isOne();
      Expr plain = Algebra.scale(coefficient().inverse(), Algebra.isEye(matrix) ? moving : matrix);
      Syntax array = manner.show(Algebra.isEye(matrix) ? plain : moving);
      Syntax stacked = column ? array : Manner.call("vec", array);
      boolean alone = Algebra.isEye(matrix) || plain == Algebra.ONE;
      return Forms.product(alone ? List.of() : List.of(manner.show(plain)), List.of(stacked));
    }
  }

  /// The differential itself, of any shape.
  record Plain(Expr moving) implements Term {
    @Override
    public Expr value() {
      return moving;
    }

    @Override
    public Rational coefficient() {
      return Algebra.coefficient(moving);
    }

    @Override
    public Plain with(Map<Expr, Expr> replacement) {
      return new Plain(Traversal.substitute(moving, replacement));
    }

    @Override
    public Syntax syntax(Manner manner) {
      return manner.show(Algebra.scale(coefficient().inverse(), moving));
    }
  }

  /// A sum of terms.
  record Sum(List<Term> terms) implements Phrase {
    public Sum {
      terms = List.copyOf(terms);
    }

    Expr value() {
      return Algebra.add(terms.stream().map(Term::value).toList());
    }

    @Override
    public Syntax syntax(Manner manner) {
      Syntax sum = manner.show(Algebra.zeros(org.frechet.shape.Shape.SCALAR));
      var ordered = new ArrayList<>(terms);
      ordered.sort(java.util.Comparator.comparing(t -> t.coefficient().signum() < 0));
      boolean first = true;
      for (Term t : ordered) {
        boolean minus = t.coefficient().signum() < 0;
        Syntax piece = Forms.scaled(t.coefficient().abs(), t.syntax(manner));
        sum =
            first
                ? minus ? new Syntax.Unary('-', piece, Span.NONE) : piece
                : Manner.binary(minus ? "-" : "+", sum, piece);
        first = false;
      }
      return sum;
    }
  }
}
