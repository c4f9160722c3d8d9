package org.frechet.function;

import static org.frechet.expr.Algebra.commutation;
import static org.frechet.expr.Algebra.eye;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.function.MatrixValued.kron;
import static org.frechet.function.MatrixValued.reshape;
import static org.frechet.function.MatrixValued.vec;

import java.util.List;
import org.frechet.expr.Expr;
import org.frechet.shape.Shape;

/// The Kronecker product as a linear map of one of its factors, from
/// vec(A ⊗ B) = (I_n ⊗ K_{q,m} ⊗ I_p)(vec A ⊗ vec B), A m×n, B p×q (Magnus & Neudecker, ch. 3, thm 10).
final class Kronecker {
  private Kronecker() {}

  static Expr matrix(List<Expr> x, int index) {
    Shape a = x.get(0).shape();
    Shape b = x.get(1).shape();
    if (index == 1 && a.isVector()) {
      return kron(eye(b.cols()), kron(x.get(0), eye(b.rows()))); // a ⊗ X = (a ⊗ I)X
    }
    Expr shuffle = kron(eye(a.cols()), kron(commutation(a.rows(), b.cols()).transpose(), eye(b.rows())));
    return mul(
        shuffle,
        index == 0
            ? kron(eye(a.count()), vec(x.get(1)))
            : kron(vec(x.get(0)), eye(b.count())));
  }

  static Expr adjoint(Expr cotangent, List<Expr> x, int index) {
    return reshape(mul(matrix(x, index).transpose(), vec(cotangent)), x.get(index).shape());
  }
}
