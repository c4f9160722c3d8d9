package org.frechet.function;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.eye;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;
import static org.frechet.function.MatrixValued.inv;
import static org.frechet.function.MatrixValued.kron;

import java.util.List;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.MatrixEquations;

/// Solutions of linear matrix equations (Higham, Functions of Matrices, 2008, section B.14; Horn &
/// Johnson, Topics in Matrix Analysis, 1991, ch. 4).
public enum MatrixEquation implements Declared {
  SYLVESTER(
      declare("sylvester", "matrix(m,m), matrix(n,n), matrix(m,n) -> matrix(m,n)")
          .needs(0, Need.NO_COMMON_EIGENVALUE, x -> neg(x.get(1)))
          .canonicalForm(MatrixEquation::solution)
          .transposed(
              x -> sylvester(x.get(1).transpose(), x.get(0).transpose(), x.get(2).transpose()))
          .differential((x, dx, y) ->
              sylvester(
                  x.get(0), x.get(1), sub(dx.get(2), add(mul(dx.get(0), y), mul(y, dx.get(1))))))
          .definedBy(
              Definition.of(
                  "Y",
                  (x, y) ->
                      Definition.equal(
                          add(mul(x.get(0), y.getFirst()), mul(y.getFirst(), x.get(1))), x.get(2))))
          .linear(
              2,
              (g, x) -> sylvester(x.get(0).transpose(), x.get(1).transpose(), g),
              MatrixEquation::onVec)
          .exactly(x -> MatrixEquations.sylvester(x.get(0), x.get(1), x.get(2)))
          .numpy("scipy.linalg.solve_sylvester({0m}, {1m}, {2m})")
          .about("sylvester(A,B,C): the X with A*X + X*B = C")
          .example("tr(D*sylvester(A, B, X))", "X", "sylvester(A', B', D')")),
  LYAP(
      declare("lyap", "matrix(n,n), matrix(n,n) -> matrix(n,n)")
          .means(x -> sylvester(x.get(0), x.get(0).transpose(), neg(x.get(1))))
          .about("lyap(A,Q): the X with A*X + X*A' + Q = 0")
          .example("tr(C*lyap(A, Q))", "Q", "sylvester(-A', -A, C')"));

  private final Function function;

  MatrixEquation(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  /// {@return the X with A*X + X*B = C}
  public static Expr sylvester(Expr a, Expr b, Expr c) {
    return SYLVESTER.function.of(a, b, c);
  }

  /// Where A or B is a multiple of the identity, the equation is that of an inverse.
  private static Expr solution(List<Expr> x) {
    Expr a = x.get(0);
    Expr b = x.get(1);
    Expr c = x.get(2);
    if (c.isZero()) {
      return c;
    }
    Expr s = scalarFactor(c);
    if (s != Algebra.ONE) {
      return mul(s, sylvester(a, b, withoutScalars(c)));
    }
    if (isMultiple(a) && isMultiple(b)) {
      return mul(c, pow(add(multiple(a), multiple(b)), -1));
    }
    if (isMultiple(a)) {
      return mul(c, inv(shifted(b, multiple(a))));
    }
    if (isMultiple(b)) {
      return mul(inv(shifted(a, multiple(b))), c);
    }
    if (a == b && Algebra.isEye(c)) {
      return mul(Algebra.HALF, inv(a));
    }
    return UNCHANGED;
  }

  private static boolean isMultiple(Expr e) {
    return e.isScalar() || e.isZero() || Algebra.isEye(withoutScalars(e));
  }

  private static Expr multiple(Expr e) {
    return e.isScalar() ? e : e.isZero() ? Algebra.ZERO : scalarFactor(e);
  }

  private static Expr shifted(Expr a, Expr s) {
    return add(a, mul(s, eye(a.shape().rows())));
  }

  /// vec(A*X + X*B) = (I ⊗ A + B' ⊗ I)*vec(X).
  private static Expr onVec(List<Expr> x) {
    Expr a = x.get(0);
    Expr b = x.get(1);
    return inv(add(kron(eye(b.shape().rows()), a), kron(b.transpose(), eye(a.shape().rows()))));
  }
}
