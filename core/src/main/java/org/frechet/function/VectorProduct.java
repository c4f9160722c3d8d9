package org.frechet.function;

import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;

import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Selection;
import org.frechet.numeric.Mat;
import org.frechet.shape.Shape;

/// Products of vectors that other languages call by name.
public enum VectorProduct implements Declared {
  DOT(
      declare("dot", "matrix(m,n), matrix(m,n) -> scalar")
          .means(x -> ScalarValued.inner(x.get(0), x.get(1)))
          .hint("dot takes two arrays of one shape; for a matrix product write A*B")
          .about("dot(a,b): the inner product a'*b; of matrices tr(A'*B)")
          .example("dot(x, A*x)", "x", "A*x + A'*x")),
  OUTER(
      declare("outer", "matrix(m,1), matrix(n,1) -> matrix(m,n)")
          .means(x -> mul(x.get(0), x.get(1).transpose()))
          .about("outer(a,b): the outer product a*b'")
          .example("tr(A*outer(x, x))", "x", "A*x + A'*x")),
  CROSS(
      declare("cross", "vector(3), vector(3) -> vector(3)")
          .canonicalForm(x -> anticommuting(x.get(0), x.get(1)))
          .linear(0, (g, x) -> cross(x.get(1), g), x -> hat(x.get(1)).transpose())
          .linear(1, (g, x) -> cross(g, x.get(0)), x -> hat(x.get(0)))
          .exactly(x -> product(x.get(0), x.get(1)))
          .numpy("np.cross({0}, {1})")
          .about("cross(a,b): the vector product of vectors of three entries")
          .example("w'*cross(x, y)", "y", "cross(w, x)"));

  private final Function function;

  VectorProduct(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Expr cross(Expr a, Expr b) {
    return CROSS.function.of(a, b);
  }

  /// b × a is −a × b, so that one order is enough; a × a is zero.
  private static Expr anticommuting(Expr a, Expr b) {
    Expr s = mul(scalarFactor(a), scalarFactor(b));
    if (s != Algebra.ONE) {
      return mul(s, cross(withoutScalars(a), withoutScalars(b)));
    }
    if (a == b || a.isZero() || b.isZero()) {
      return Algebra.zeros(Shape.vector(a.shape().rows()));
    }
    return Algebra.preferred(a, b) == a ? UNCHANGED : neg(cross(b, a));
  }

  /// The matrix of a × ·.
  private static Expr hat(Expr a) {
    Expr x = entry(a, 1);
    Expr y = entry(a, 2);
    Expr z = entry(a, 3);
    return Algebra.block(
        List.of(
            List.of(Algebra.ZERO, neg(z), y),
            List.of(z, Algebra.ZERO, neg(x)),
            List.of(neg(y), x, Algebra.ZERO)));
  }

  private static Expr entry(Expr a, int i) {
    return Selection.slice(a, new Pick.Range(i, i), new Pick.All());
  }

  private static Mat product(Mat a, Mat b) {
    return turned(a, 1).hadamard(turned(b, 2)).minus(turned(a, 2).hadamard(turned(b, 1)));
  }

  private static Mat turned(Mat a, int by) {
    return a.gather(3, 1, (i, _) -> (i + by) % 3);
  }
}
