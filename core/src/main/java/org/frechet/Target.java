package org.frechet;

import java.util.Map;
import org.frechet.derive.Derivation;
import org.frechet.derive.TangentSpace;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.shape.Problem;
import org.frechet.shape.Trait;

/// What a derivative is by: a variable X, its transpose, or a part of either. For all but X itself
/// a stand-in Y takes the place of the part: with unit columns C and D that select, `X + C*(Y -
/// X(1,2))*D'` is X with another entry, and Y is differentiated by.
///
/// @param variable X
/// @param by the part, an expression in X
/// @param standIn X itself, or Y
/// @param part X or Y with everything that follows from it, in terms of Y
record Target(Expr variable, Expr by, Expr standIn, Expr part, Expr increment) {
  /// @param base X, or what is selected from it @param turned whether it is by the transpose
  static Target of(Expr variable, Expr base, boolean turned, String text) {
    Expr by = turned ? base.transpose() : base;
    if (by == variable) {
      return new Target(variable, by, by, by, Algebra.increment(by));
    }
    var traits =
        base == variable && variable.node() instanceof Node.Var v
            ? Trait.transposed(v.traits())
            : java.util.Set.<Trait>of();
    Expr y = Algebra.variable(text, by.shape(), traits);
    Expr dy = Algebra.increment(y);
    Expr upright = turned ? y.transpose() : y;
    Expr step = turned ? dy.transpose() : dy;
    if (base == variable) {
      return new Target(variable, by, y, upright, step);
    }
    if (base.node() instanceof Node.Transpose) {
      return part(variable, by, y, base.transpose(), upright.transpose(), step.transpose());
    }
    return part(variable, by, y, base, upright, step);
  }

  private static Target part(Expr variable, Expr by, Expr y, Expr base, Expr upright, Expr step) {
    if (!(base.node() instanceof Node.Slice slice) || slice.of() != variable) {
      throw Problem.of(Problem.Code.BAD_REQUEST, "cannot differentiate by this part of a variable")
          .hint("name an entry, a row, a column or a block, such as X(1,2) or X(1:2,:)")
          .refusal();
    }
    Expr rows = Selection.columns(variable.shape().rows(), slice.rows());
    Expr cols = Selection.columns(variable.shape().cols(), slice.cols()).transpose();
    Expr moved = Algebra.add(variable, Algebra.mul(rows, Algebra.sub(upright, base), cols));
    return new Target(variable, by, y, moved, Algebra.mul(rows, step, cols));
  }

  boolean isWhole() {
    return by == variable;
  }

  /// {@return a derivation by the stand-in as one by the part}
  Derivation here(Derivation d) {
    return isWhole() ? d : d.substituted(back());
  }

  /// {@return a derivation by the part as one by the stand-in}
  Derivation there(Derivation d) {
    return isWhole() ? d : d.substituted(forward());
  }

  /// {@return whether the transpose has a structure that no attribute of the stand-in says}
  boolean losesStructure() {
    return by == variable.transpose()
        && by != variable
        && TangentSpace.of(variable).isPresent()
        && TangentSpace.of(standIn).isEmpty();
  }

  /// {@return what replaces X by the stand-in}
  Map<Expr, Expr> forward() {
    return Map.of(variable, part, Algebra.increment(variable), increment);
  }

  /// {@return what replaces the stand-in by the part of X}
  Map<Expr, Expr> back() {
    return Map.of(standIn, by, Algebra.increment(standIn), byIncrement());
  }

  /// {@return the increment of the part: `dX'`, `dX(1,2)`}
  Expr byIncrement() {
    return Traversal.substitute(by, Map.of(variable, Algebra.increment(variable)));
  }
}
