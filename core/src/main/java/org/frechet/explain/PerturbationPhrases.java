package org.frechet.explain;

import java.util.HashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.frechet.derive.Tidy;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.print.Presentation;
import org.frechet.print.Presentation.Style;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// What stands on the lines of a derivation by perturbation.
final class PerturbationPhrases {
  /// Larger remainders are written as they come.
  private static final long LARGEST = 100;

  private PerturbationPhrases() {}

  /// {@return the tree of an expression} The moved variable is written `X + dX`, in this order.
  static Syntax show(Expr e, Manner manner) {
    return show(e, manner, Map.of());
  }

  private static Syntax show(Expr e, Manner manner, Map<Expr, Syntax> names) {
    Map<Expr, Syntax> standIns = new HashMap<>(names);
    manner
        .held()
        .forEach((dx, x) -> {
          standIns.put(dx, manner.show(dx));
          standIns.put(Algebra.add(x, dx), sum(x, dx, manner));
        });
    return Presentation.with(e, manner.style(), standIns, manner.sums());
  }

  private static Syntax sum(Expr x, Expr dx, Manner manner) {
    return Manner.binary("+", manner.show(x), manner.show(dx));
  }

  /// An expression in which the variable may be moved.
  record Shown(Expr expr) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return show(expr, manner);
    }
  }

  /// An expression in which some parts are written by names.
  ///
  /// @param expr with symbols in place of these parts
  /// @param parts what the symbols stand for
  /// @param names how they are written
  record Abbreviated(Expr expr, Map<Expr, Expr> parts, Map<Expr, Phrase> names) implements Phrase {
    Abbreviated {
      parts = Map.copyOf(parts);
      names = Map.copyOf(names);
    }

    /// {@return the expression as short as it gets with these names} Their order decides the order
    /// in which they stand.
    static Abbreviated of(Expr e, SequencedMap<Expr, Phrase> named) {
      Map<Expr, Expr> parts = new HashMap<>();
      Map<Expr, Expr> symbols = new HashMap<>();
      Map<Expr, Phrase> names = new HashMap<>();
      named.forEach((part, name) -> {
        Expr symbol = Algebra.heldIncrement("(" + (parts.size() + 1) + ")", part.shape());
        parts.put(symbol, part);
        symbols.put(part, symbol);
        names.put(symbol, name);
      });
      Expr folded = Traversal.substitute(e, symbols);
      Expr tidy = folded.weight() > LARGEST ? folded : Tidy.of(folded);
      return new Abbreviated(tidy.weight() < folded.weight() ? tidy : folded, parts, names);
    }

    Expr value() {
      return Traversal.substitute(expr, parts);
    }

    @Override
    public Syntax syntax(Manner manner) {
      Map<Expr, Syntax> trees = new HashMap<>();
      names.forEach((symbol, name) -> trees.put(symbol, name.syntax(manner)));
      return show(expr, manner, trees);
    }
  }

  /// One side of an equation about a part, or its opposite: a difference keeps the signs that the
  /// reader wrote, on both sides.
  record AsWritten(Expr part, Phrase side, Phrase opposite) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return (manner.writesOtherwise(part) ? opposite : side).syntax(manner);
    }
  }

  /// A number times what has a name.
  record Multiple(Rational number, Phrase name) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      Syntax scaled = Forms.scaled(number.abs(), name.syntax(manner));
      return number.signum() < 0 ? new Syntax.Unary('-', scaled, Syntax.Span.NONE) : scaled;
    }
  }

  /// `f(X)`, or `f(X + dX)`.
  record At(String name, Expr variable, boolean moved) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      Expr dx = Algebra.increment(variable);
      return manner.applied(name, moved ? sum(variable, dx, manner) : manner.show(variable));
    }
  }

  /// `L(dX)`, the value at the increment of what has this name.
  record Value(String name, Expr variable) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return manner.applied(name, manner.show(Algebra.increment(variable)));
    }
  }

  /// `f(X + dX) - f(X)`.
  record Change(String name, Expr variable) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return Manner.binary(
          "-",
          new At(name, variable, true).syntax(manner),
          new At(name, variable, false).syntax(manner));
    }
  }

  /// The moved function less the function.
  record Moved(Expr after, Expr before) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return Manner.binary("-", show(after, manner), show(before, manner));
    }
  }

  /// The sum of two phrases.
  record Both(Phrase first, Phrase second) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return Manner.binary("+", first.syntax(manner), second.syntax(manner));
    }
  }

  /// The absolute value of a scalar, the Euclidean or Frobenius norm of an array.
  record Size(Phrase of, Shape shape) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      String norm =
          shape.isScalar()
              ? "abs"
              : shape.isMatrix() && manner.style() == Style.TYPESET ? "normF" : "norm2";
      return Manner.call(norm, of.syntax(manner));
    }
  }
}
