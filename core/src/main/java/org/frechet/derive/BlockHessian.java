package org.frechet.derive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.diff.Differential;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.function.MatrixValued;
import org.frechet.shape.Problem;

/// The Hessian of a scalar function by several variables, put together of the second derivatives by
/// each pair; a matrix counts as its vec.
///
/// @param gradients the first derivatives, one for each variable, in the shape of the variable
/// @param blocks row by row, the derivative of vec of the i-th gradient by the j-th variable
/// @param total the second differential d²f, quadratic in the increments
public record BlockHessian(List<Derivation> gradients, List<List<Derivation>> blocks, Expr total) {
  /// {@return the Hessian of `f`, which is scalar}
  public static BlockHessian of(Expr f, List<Expr> variables) {
    var gradients = new ArrayList<Derivation>();
    var blocks = new ArrayList<List<Derivation>>();
    for (Expr x : variables) {
      requireFlat(x);
      Derivation gradient = Derivation.of(f, x, 1, Layout.DENOMINATOR);
      gradients.add(gradient);
      Expr column = MatrixValued.vec(gradient.value().orElseThrow());
      var row = new ArrayList<Derivation>();
      for (Expr y : variables) {
        row.add(Derivation.of(column, y, 1, Layout.NUMERATOR));
      }
      blocks.add(row);
    }
    Map<Expr, Expr> increments = increments(gradients);
    Expr total = Tidy.of(Differential.of(Differential.of(f, increments), increments));
    return new BlockHessian(gradients, blocks, total);
  }

  /// The blocks would not be those of the Riemannian Hessian.
  private static void requireFlat(Expr x) {
    if (TangentSpace.of(x).filter(TangentSpace::isCurved).isPresent()) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "a block Hessian by a variable that moves in a curved set is not available")
          .hint("differentiate twice by one variable at a time")
          .refusal();
    }
  }

  /// {@return the matrix of all blocks}
  public Expr value() {
    return Algebra.block(
        blocks.stream().map(row -> row.stream().map(BlockHessian::onVec).toList()).toList());
  }

  /// {@return a block as a matrix on vec}: the derivative of a scalar by a matrix is a row
  private static Expr onVec(Derivation block) {
    Expr value = block.value().orElseThrow();
    return block.source().isScalar() && !block.variable().isScalar()
        ? MatrixValued.vec(value.transpose()).transpose()
        : value;
  }

  private static Map<Expr, Expr> increments(List<Derivation> gradients) {
    Map<Expr, Expr> increments = new LinkedHashMap<>();
    gradients.forEach(g -> increments.put(g.variable(), g.increment()));
    return increments;
  }

  /// {@return the second differential, from the blocks}
  public Expr contracted() {
    var terms = new ArrayList<Expr>();
    for (int i = 0; i < gradients.size(); i++) {
      Expr left = MatrixValued.vec(gradients.get(i).increment()).transpose();
      for (Derivation block : blocks.get(i)) {
        terms.add(Algebra.mul(left, onVec(block), MatrixValued.vec(block.increment())));
      }
    }
    return Algebra.add(terms);
  }

  /// {@return the whole as the derivative of the stacked gradient}
  public Derivation derivation() {
    Derivation first = gradients.getFirst();
    Expr value = value();
    Expr stacked =
        Algebra.block(
            gradients.stream()
                .map(g -> List.of(MatrixValued.vec(g.value().orElseThrow())))
                .toList());
    return new Derivation(
        first.source(),
        first.variable(),
        2,
        Kind.HESSIAN,
        true,
        stacked,
        Tidy.of(Differential.of(stacked, increments(gradients))),
        value,
        Optional.of(value),
        Optional.empty(),
        Optional.empty(),
        Optional.of(total),
        Optional.of(first));
  }
}
