package org.frechet.expr;

import java.util.List;
import java.util.Set;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// The closed list of node kinds. Canonical form is the business of [Algebra] and [Products];
/// algorithms switch over these kinds exhaustively.
public sealed interface Node {
  /// A rational number.
  record Num(Rational value) implements Node {}

  /// A named real constant: `pi`.
  record Constant(String name, double value) implements Node {}

  /// The value of a symbolic size, as in `sum(x)/n`.
  record Size(Dim dim) implements Node {}

  /// A variable. Its traits are part of its identity.
  record Var(String name, Shape shape, Set<Trait> traits) implements Node {}

  /// The increment of a variable, `dX`: what a differential is linear in.
  record Increment(String name, Shape shape) implements Node {}

  /// A constant array; `COMMUTATION` is K with `K*vec(A) = vec(A')` for A of `rows`×`cols`,
  /// `DUPLICATION` is D with `D*vech(S) = vec(S)` for symmetric and `ELIMINATION` L with `L*vec(A)
  /// = vech(A)` for all square matrices of size `rows` (Magnus & Neudecker, ch. 3, sec. 8).
  record Fill(Kind kind, Dim rows, Dim cols) implements Node {
    public enum Kind {
      ZEROS,
      ONES,
      EYE,
      COMMUTATION,
      DUPLICATION,
      ELIMINATION
    }
  }

  /// A sum of at least two terms of one shape.
  record Add(List<Expr> terms) implements Node {}

  /// `coefficient * scalars * chain`: commuting scalar factors, then a matrix product in order. A
  /// scalar-valued chain stands alone (coefficient one, no scalars) and is itself a scalar factor
  /// of other products.
  record Prod(Rational coefficient, List<Expr> scalars, List<Expr> chain) implements Node {}

  /// The elementwise product of at least two factors of one shape.
  record Hadamard(List<Expr> factors) implements Node {}

  /// The elementwise power; the exponent is a scalar or has the shape of the base.
  record Pow(Expr base, Expr exponent) implements Node {}

  record Transpose(Expr of) implements Node {}

  /// A declared function applied.
  record Apply(Operator operator, List<Expr> arguments) implements Node {}

  /// Rows and columns of an expression.
  record Slice(Expr of, Pick rows, Pick cols) implements Node {}

  /// A matrix put together of blocks, row by row.
  record Block(List<List<Expr>> rows) implements Node {}

  /// The sum of the body over all values of an index.
  record IndexSum(Index index, Expr body) implements Node, Binder {
    @Override
    public Runs runs() {
      return index;
    }
  }

  /// The variable of the integrals that bind it, a scalar. A variable of the same name is another.
  record Bound(String name) implements Node, Runs {}

  /// The integral of the body over the variable, a [Bound], from one scalar to another.
  record Integral(Expr variable, Expr body, Expr from, Expr to) implements Node, Binder {
    @Override
    public Runs runs() {
      return (Bound) variable.node();
    }
  }

  /// The value with its gradient stopped.
  record Stop(Expr of) implements Node {}

  /// What takes many values in the body of a [Binder].
  sealed interface Runs {
    String name();
  }

  /// A summation index and its range 1..size.
  record Index(String name, Dim size) implements Runs {}

  /// A node whose body is evaluated many times.
  sealed interface Binder {
    Runs runs();

    Expr body();
  }

  /// Which rows or columns a [Slice] takes.
  sealed interface Pick {
    record All() implements Pick {}

    /// From `first` to `last`, counted from one, both included.
    record Range(int first, int last) implements Pick {}

    record At(Index index) implements Pick {}
  }
}
