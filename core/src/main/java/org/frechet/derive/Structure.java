package org.frechet.derive;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.sub;

import java.util.Optional;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.Functions;
import org.frechet.function.MatrixValued;
import org.frechet.shape.Trait;

/// Gradients by structured variables. The set of matrices of a structure is a linear space (or has
/// one as tangent space); the gradient within it is the orthogonal projection of the unconstrained
/// gradient (Srinivasan & Panda, 2019, arXiv 1911.06491, for the symmetric case).
public enum Structure {
  DIAGONAL("diagonal"),
  SYMMETRIC("symmetric"),
  SKEW("skew"),
  LOWER("lower triangular"),
  UPPER("upper triangular"),
  ORTHOGONAL("orthogonal");

  private final String title;

  Structure(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// {@return the structure of a variable that constrains its increments, if any}
  public static Optional<Structure> of(Expr variable) {
    Set<Trait> traits = ((Node.Var) variable.node()).traits();
    return traits.contains(Trait.DIAGONAL)
        ? Optional.of(DIAGONAL)
        : traits.contains(Trait.SYMMETRIC)
            ? Optional.of(SYMMETRIC)
            : traits.contains(Trait.SKEW)
                ? Optional.of(SKEW)
                : traits.contains(Trait.LOWER)
                    ? Optional.of(LOWER)
                    : traits.contains(Trait.UPPER)
                        ? Optional.of(UPPER)
                        : traits.contains(Trait.ORTHOGONAL)
                            ? Optional.of(ORTHOGONAL)
                            : Optional.empty();
  }

  /// {@return the projection of a matrix onto the tangent space at `x`}
  public Expr project(Expr g, Expr x) {
    return switch (this) {
      case DIAGONAL -> MatrixValued.diag(MatrixValued.diag(g));
      case SYMMETRIC -> mul(Algebra.HALF, add(g, g.transpose()));
      case SKEW -> mul(Algebra.HALF, sub(g, g.transpose()));
      case LOWER -> Functions.byName("tril").orElseThrow().of(g);
      case UPPER -> Functions.byName("triu").orElseThrow().of(g);
      case ORTHOGONAL -> mul(Algebra.HALF, sub(g, mul(x, g.transpose(), x)));
    };
  }

  /// {@return the derivative by the independent entries on and below the diagonal, for symmetric X}
  public static Expr independentEntries(Expr g) {
    return sub(add(g, g.transpose()), MatrixValued.diag(MatrixValued.diag(g)));
  }
}
