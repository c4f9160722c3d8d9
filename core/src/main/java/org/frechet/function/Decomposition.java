package org.frechet.function;

import static org.frechet.expr.Algebra.eye;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.MatrixValued.diag;
import static org.frechet.function.MatrixValued.inv;

import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.MatrixFunctions;
import org.frechet.numeric.SingularValues;
import org.frechet.shape.Trait;

/// The pseudo-inverse and the Cholesky factor.
public enum Decomposition implements Declared {
  /// Golub & Pereyra 1973, The differentiation of pseudo-inverses and nonlinear least squares
  /// problems whose variables separate, eq. (4.12); Magnus & Neudecker 2019, ch. 8, thm 5.
  PINV(
      declare("pinv", "matrix(m,n) -> matrix(n,m)")
          .needs(Need.CONSTANT_RANK)
          .canonical(Decomposition::pseudoInverse)
          .transposed(x -> turned(x.getFirst()))
          .differential((x, dx, y) -> pseudoInverseChange(x.getFirst(), dx.getFirst(), y))
          .exact(SingularValues::pseudoInverse)
          .numpy("np.linalg.pinv({0m}, rcond=1e-12)")
          .about("Moore-Penrose pseudo-inverse")
          .example(
              "tr(A*pinv(X))",
              "X",
              "((A - X*pinv(X)*A)*pinv(X) - pinv(X)'*A')*pinv(X)' + pinv(X)'*pinv(X)*(A -"
                  + " A*pinv(X)*X)",
              "A: matrix(m,n); X: matrix(m,n)")),
  /// Murray 2016, Differentiation of the Cholesky decomposition, eq. (8); Giles 2008, section
  /// 2.2.7.
  CHOL(
      declare("chol", "matrix(n,n) -> matrix(n,n)")
          .gives(Trait.LOWER, Trait.INVERTIBLE)
          .requires(Trait.SYMMETRIC)
          .needs(Need.POSITIVE_DEFINITE)
          .canonical(Decomposition::factor)
          .differential((_, dx, y) -> factorChange(y, dx.getFirst()))
          .definedBy(Definition.by("L", (x, y) -> Definition.equal(mul(y, y.transpose()), x)))
          .real(MatrixFunctions::cholesky)
          .numpy("np.linalg.cholesky({0m})")
          .about("lower triangular Cholesky factor L of a positive definite S = L*L'")
          .example(
              "tr(A*chol(S))",
              "S",
              "inv(chol(S))'*(triu(A*chol(S)) + triu(A*chol(S))' -"
                  + " diag(diag(A*chol(S))))*inv(chol(S))/2",
              "A: matrix(n,n); S: matrix(n,n) spd"));

  private final Function function;

  Decomposition(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  /// {@return the pseudo-inverse}
  public static Expr pinv(Expr x) {
    return PINV.function.of(x);
  }

  private static Expr pseudoInverse(Expr x) {
    if (x.isScalar()) {
      return pow(x, -1);
    }
    if (x.isZero()) {
      return x.transpose();
    }
    Expr s = scalarFactor(x);
    if (s != Algebra.ONE) {
      return mul(pow(s, -1), pinv(withoutScalars(x)));
    }
    if (Attributes.has(x, Trait.INVERTIBLE)) {
      return inv(x);
    }
    if (x.node() instanceof org.frechet.expr.Node.Apply a && a.operator() == PINV.function) {
      return a.arguments().getFirst();
    }
    return Function.isPreferred(x) ? UNCHANGED : pinv(x.transpose()).transpose();
  }

  private static Expr turned(Expr x) {
    return x.transpose() == x
        ? Algebra.plain(PINV.function, List.of(x))
        : Algebra.transposeNode(PINV.function, List.of(x));
  }

  /// dP = −P dX P + P P' dX' (I − X P) + (I − P X) dX' P' P, where the rank does not change.
  private static Expr pseudoInverseChange(Expr x, Expr dx, Expr p) {
    Expr left = sub(eye(x.shape().rows()), mul(x, p));
    Expr right = sub(eye(x.shape().cols()), mul(p, x));
    return Algebra.add(
        neg(mul(p, dx, p)),
        mul(p, p.transpose(), dx.transpose(), left),
        mul(right, dx.transpose(), p.transpose(), p));
  }

  private static Expr factor(Expr x) {
    if (x.isScalar()) {
      return pow(x, Algebra.HALF);
    }
    if (Algebra.isEye(x)) {
      return x;
    }
    Expr s = scalarFactor(x);
    return s != Algebra.ONE && Attributes.isPositive(s)
        ? mul(pow(s, Algebra.HALF), CHOL.function.of(withoutScalars(x)))
        : UNCHANGED;
  }

  /// dL = L Φ(L⁻¹ dS L⁻ᵀ), where Φ keeps the lower triangle and half of the diagonal.
  private static Expr factorChange(Expr l, Expr ds) {
    Expr inner = mul(inv(l), ds, inv(l).transpose());
    return mul(l, sub(MatrixValued.tril(inner), mul(Algebra.HALF, diag(diag(inner)))));
  }
}
