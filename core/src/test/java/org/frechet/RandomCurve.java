package org.frechet;

import java.util.Set;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Trait;

/// The curve on which a variable moves: a straight line, put back onto the sphere or onto the
/// matrices with orthonormal columns by the nearest point there. Such a curve has no acceleration
/// within the set (Absil & Malick 2012, Projection-like retractions on matrix manifolds), so that
/// the second derivative along it is that of the Riemannian Hessian.
final class RandomCurve {
  private static final int ROUNDS = 8;

  private final Set<Trait> traits;
  private final RealMat here;
  private final RealMat direction;

  RandomCurve(Expr variable, RealMat here, RealMat direction) {
    this.traits = ((Node.Var) variable.node()).traits();
    this.here = here;
    this.direction = direction;
  }

  RealMat at(double t) {
    RealMat there = here.plus(direction.scale(t));
    if (traits.contains(Trait.UNIT)) {
      return there.scale(1 / there.normF());
    }
    return traits.contains(Trait.ORTHONORMAL) ? polar(there) : there;
  }

  /// The orthonormal factor of the polar decomposition, by the iteration of Newton and Schulz
  /// (Higham 2008, Functions of Matrices, sec. 8.3).
  private static RealMat polar(RealMat x) {
    RealMat y = x;
    Mat three = x.eye(x.cols()).scale(java.math.BigInteger.valueOf(3), java.math.BigInteger.ONE);
    for (int i = 0; i < ROUNDS; i++) {
      y = y.times(three.minus(y.transpose().times(y))).scale(0.5);
    }
    return y;
  }
}
