package org.frechet.function;

import static org.frechet.expr.Algebra.commutation;
import static org.frechet.expr.Algebra.eye;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.MatrixValued.kron;
import static org.frechet.function.MatrixValued.reshape;
import static org.frechet.function.MatrixValued.vec;

import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.shape.Shape;

/// The Kronecker product: its canonical form, and it as a linear map of one of its factors, from
/// vec(A ⊗ B) = (I_n ⊗ K_{q,m} ⊗ I_p)(vec A ⊗ vec B), A m×n, B p×q (Magnus & Neudecker, ch. 3, thm
/// 10).
final class Kronecker {
  private Kronecker() {}

  /// {@return A ⊗ B in canonical form, `UNCHANGED` where that is the plain application}
  static Expr product(List<Expr> x) {
    Expr a = x.get(0);
    Expr b = x.get(1);
    Expr s = mul(scalarFactor(a), scalarFactor(b));
    if (s != Algebra.ONE) {
      return mul(s, kron(withoutScalars(a), withoutScalars(b)));
    }
    if (a.isScalar() || b.isScalar()) {
      return mul(a, b);
    }
    Shape shape = MatrixValued.KRON.function().shape(x);
    if (a.isZero() || b.isZero()) {
      return Algebra.zeros(shape);
    }
    if (Algebra.isEye(a) && Algebra.isEye(b)) {
      return eye(shape.rows());
    }
    if (Algebra.isOnes(a) && Algebra.isOnes(b)) {
      return ones(shape);
    }
    // a ⊗ b' and b' ⊗ a are the outer product a*b'
    if (a.shape().isVector() && b.shape().isRow()) {
      return mul(a, b);
    }
    return a.shape().isRow() && b.shape().isVector() ? mul(b, a) : UNCHANGED;
  }

  /// {@return the matrix M with vec(A ⊗ B) = M vec of the factor `index`}
  static Expr matrix(List<Expr> x, int index) {
    Shape a = x.get(0).shape();
    Shape b = x.get(1).shape();
    if (index == 1 && a.isVector()) {
      return kron(eye(b.cols()), kron(x.get(0), eye(b.rows()))); // a ⊗ X = (a ⊗ I)X
    }
    Expr shuffle =
        kron(eye(a.cols()), kron(commutation(a.rows(), b.cols()).transpose(), eye(b.rows())));
    return mul(
        shuffle,
        index == 0 ? kron(eye(a.count()), vec(x.get(1))) : kron(vec(x.get(0)), eye(b.count())));
  }

  static Expr adjoint(Expr cotangent, List<Expr> x, int index) {
    return reshape(mul(matrix(x, index).transpose(), vec(cotangent)), x.get(index).shape());
  }
}
