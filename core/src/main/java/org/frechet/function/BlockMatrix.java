package org.frechet.function;

import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;

/// Block diagonal matrices, determinants and inverses of block triangular ones, and the derivative
/// of the adjugate, which stays when the inverse is gone.
public enum BlockMatrix implements Declared {
  BLKDIAG(
      declare(
              "blkdiag",
              "matrix(m,n) -> matrix(m,n)",
              "matrix(m,n), matrix(p,q) -> matrix(m+p,n+q)",
              "matrix(m,n), matrix(p,q), matrix(r,s) -> matrix(m+p+r,n+q+s)",
              "matrix(m,n), matrix(p,q), matrix(r,s), matrix(t,u) -> matrix(m+p+r+t,n+q+s+u)")
          .means(BlockMatrix::diagonal)
          .about("blkdiag(A,B,...): the block diagonal matrix of up to four blocks")
          .example("sum(blkdiag(X, B).^2)", "X", "2*X")),
  /// The second derivative of the determinant: ⟨adjfrechet(X, E), G'⟩ is symmetric in E and G.
  ADJ_FRECHET(
      declare("adjfrechet", "matrix(n,n), matrix(n,n) -> matrix(n,n)")
          .canonicalForm(x -> linear(x.get(0), x.get(1)))
          .transposed(x -> adjugateAlong(x.get(0).transpose(), x.get(1).transpose()))
          .linear(
              1,
              (g, x) -> adjugateAlong(x.get(0), g.transpose()).transpose(),
              _ -> {
                throw Problem.of(
                        Problem.Code.UNSUPPORTED,
                        "the matrix of adjfrechet on vec has no closed form here")
                    .hint("ask for the map")
                    .refusal();
              })
          .exactly(x -> x.get(0).adjugateAlong(x.get(1)))
          .numpy("_adjfrechet({0m}, {1m})")
          .about("derivative of adj at X in direction E, also for singular X"));

  private final Function function;

  BlockMatrix(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  static Expr adjugateAlong(Expr x, Expr e) {
    return ADJ_FRECHET.function.of(x, e);
  }

  private static Expr linear(Expr x, Expr e) {
    if (e.isZero() || x.isScalar()) {
      return Algebra.zeros(x.shape());
    }
    Expr s = Algebra.scalarFactor(e);
    return s == Algebra.ONE ? UNCHANGED : mul(s, adjugateAlong(x, Algebra.withoutScalars(e)));
  }

  private static Expr diagonal(List<Expr> parts) {
    var rows = new ArrayList<List<Expr>>();
    for (Expr part : parts) {
      var row = new ArrayList<Expr>();
      for (Expr other : parts) {
        row.add(
            part == other && row.size() == rows.size()
                ? part
                : Algebra.zeros(new Shape(part.shape().rows(), other.shape().cols())));
      }
      rows.add(row);
    }
    return Algebra.block(rows);
  }

  /// The determinant of a block triangular matrix is the product of those on its diagonal.
  static Expr determinant(Expr x) {
    if (x.isScalar() || Algebra.isEye(x)) {
      return x.isScalar() ? x : Algebra.ONE;
    }
    if (x.node() instanceof Node.Block b && hasSquareDiagonal(b) && isTriangular(b)) {
      var factors = new ArrayList<Expr>();
      for (int i = 0; i < b.rows().size(); i++) {
        factors.add(ScalarValued.det(b.rows().get(i).get(i)));
      }
      return mul(factors);
    }
    return UNCHANGED;
  }

  /// {@return the inverse of a block triangular matrix of two by two blocks, or of a block diagonal
  /// one}
  static Optional<Expr> inverse(Node.Block b) {
    if (!hasSquareDiagonal(b) || !isTriangular(b)) {
      return Optional.empty();
    }
    int n = b.rows().size();
    boolean diagonal = isZero(b, true) && isZero(b, false);
    if (!diagonal && n > 2) {
      return Optional.empty();
    }
    var rows = new ArrayList<List<Expr>>();
    for (int i = 0; i < n; i++) {
      var row = new ArrayList<Expr>();
      for (int j = 0; j < n; j++) {
        Expr part = b.rows().get(i).get(j);
        Expr left = MatrixValued.inv(b.rows().get(i).get(i));
        row.add(
            i == j
                ? left
                : part.isZero()
                    ? part
                    : neg(mul(left, part, MatrixValued.inv(b.rows().get(j).get(j)))));
      }
      rows.add(row);
    }
    return Optional.of(Algebra.block(rows));
  }

  private static boolean hasSquareDiagonal(Node.Block b) {
    for (int i = 0; i < b.rows().size(); i++) {
      List<Expr> row = b.rows().get(i);
      if (row.size() != b.rows().size() || !row.get(i).shape().isSquare()) {
        return false;
      }
    }
    return b.rows().size() > 1;
  }

  private static boolean isTriangular(Node.Block b) {
    return isZero(b, true) || isZero(b, false);
  }

  /// {@return whether all blocks above the diagonal, or all below it, are zero}
  private static boolean isZero(Node.Block b, boolean above) {
    for (int i = 0; i < b.rows().size(); i++) {
      for (int j = above ? i + 1 : 0; j < (above ? b.rows().size() : i); j++) {
        if (!b.rows().get(i).get(j).isZero()) {
          return false;
        }
      }
    }
    return true;
  }
}
