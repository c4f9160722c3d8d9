package org.frechet.function;

import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.MatrixValued.reshape;

import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.Mat;
import org.frechet.shape.Shape;

/// What a symmetric matrix is given by: its entries on and below the diagonal (Magnus & Neudecker,
/// Matrix Differential Calculus, 2019, ch. 3, sec. 8).
public enum HalfVectorization implements Declared {
  VECH(
      declare("vech", "matrix(n,n) -> vector(n*(n+1)/2)")
          .canonical(HalfVectorization::half)
          .linear(
              (g, x) ->
                  reshape(mul(elimination(x.getFirst()).transpose(), g), x.getFirst().shape()),
              x -> elimination(x))
          .exact(HalfVectorization::lowerEntries)
          .numpy("{0m}.T[np.triu_indices({0m}.shape[0])]")
          .about("the columns on and below the diagonal, stacked (vech of Magnus and Neudecker)")
          .example("b'*vech(X)", "X", "reshape(elimat(n)'*b, n, n)"));

  private final Function function;

  HalfVectorization(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Expr elimination(Expr x) {
    return Algebra.elimination(x.shape().rows());
  }

  private static Expr half(Expr x) {
    if (x.isScalar()) {
      return x;
    }
    Shape shape = Shape.vector(x.shape().rows().triangle());
    if (x.isZero() || Algebra.isOnes(x)) {
      return x.isZero() ? Algebra.zeros(shape) : ones(shape);
    }
    Expr s = scalarFactor(x);
    return s == Algebra.ONE ? UNCHANGED : mul(s, VECH.function.of(withoutScalars(x)));
  }

  private static Mat lowerEntries(Mat x) {
    int n = x.rows();
    int[] entries = new int[n * (n + 1) / 2];
    int next = 0;
    for (int j = 0; j < n; j++) {
      for (int i = j; i < n; i++) {
        entries[next++] = i + j * n;
      }
    }
    return x.gather(entries.length, 1, (i, _) -> entries[i]);
  }
}
