package org.frechet.function;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.number;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Declaration.elementwise;

import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Rational;
import org.frechet.numeric.DoubleDoubles;
import org.frechet.numeric.RealMat;

/// Trigonometric and hyperbolic functions beyond the first six, and other classical functions of
/// each entry.
public enum Trigonometric implements Declared {
  SEC(
      elementwise("sec")
          .means(x -> pow(Elementwise.cos(x.getFirst()), -1))
          .about("secant, 1/cos(x)")
          .example("sec(a)", "a", "sin(a)/cos(a)^2")),
  CSC(
      elementwise("csc")
          .means(x -> pow(Elementwise.sin(x.getFirst()), -1))
          .about("cosecant, 1/sin(x)")
          .example("csc(a)", "a", "-cos(a)/sin(a)^2")),
  COT(
      elementwise("cot")
          .needs(Need.NOT_A_POLE_OF_COT)
          .slope((x, y) -> neg(add(ones(x.shape()), pow(y, 2))))
          .kernel(x -> 1 / Math.tan(x))
          .precise(x -> DoubleDoubles.tan(x).reciprocal())
          .numpy("1/np.tan({0})")
          .about("cotangent, cos(x)/sin(x)")
          .example("cot(a)", "a", "-1 - cot(a)^2")),
  ASINH(
      elementwise("asinh")
          .alias("arcsinh")
          .slope((x, _) -> pow(add(ones(x.shape()), pow(x, 2)), minusHalf()))
          .definedBy(
              Definition.inverse(Elementwise::sinh).slope(Elementwise::cosh, (x, _) -> side(x, 1)))
          .kernel(Trigonometric::asinh)
          .precise(DoubleDoubles::asinh)
          .numpy("np.arcsinh({0})")
          .about("inverse hyperbolic sine")
          .example("asinh(a)", "a", "1/sqrt(1 + a^2)")),
  ACOSH(
      elementwise("acosh")
          .alias("arccosh")
          .nonnegative()
          .needs(Need.ABOVE_ONE)
          .slope((x, _) -> pow(sub(pow(x, 2), ones(x.shape())), minusHalf()))
          .definedBy(
              Definition.inverse(Elementwise::cosh).slope(Elementwise::sinh, (x, _) -> side(x, -1)))
          .kernel(x -> Math.log(x + Math.sqrt((x - 1) * (x + 1))))
          .precise(DoubleDoubles::acosh)
          .numpy("np.arccosh({0})")
          .about("inverse hyperbolic cosine")
          .example("acosh(a)", "a", "1/sqrt(a^2 - 1)")),
  ATANH(
      elementwise("atanh")
          .alias("arctanh")
          .needs(Need.WITHIN_ONE)
          .slope((x, _) -> pow(sub(ones(x.shape()), pow(x, 2)), -1))
          .definedBy(Definition.inverse(Elementwise::tanh))
          .kernel(x -> (Math.log1p(x) - Math.log1p(-x)) / 2)
          .precise(DoubleDoubles::atanh)
          .numpy("np.arctanh({0})")
          .about("inverse hyperbolic tangent")
          .example("atanh(a)", "a", "1/(1 - a^2)")),
  ATAN2(
      declare("atan2", "matrix(m,n), matrix(m,n) -> matrix(m,n)")
          .alias("arctan2")
          .needs(0, Need.NOT_ON_CUT, x -> x.get(1))
          .differential((x, dx, _) ->
              hadamard(
                  sub(hadamard(x.get(1), dx.get(0)), hadamard(x.get(0), dx.get(1))),
                  pow(add(pow(x.get(0), 2), pow(x.get(1), 2)), -1)))
          .numeric(x -> ((RealMat) x.get(0)).zip((RealMat) x.get(1), Math::atan2))
          .numpy("np.arctan2({0}, {1})")
          .about("atan2(y,x): the angle of the point (x,y), between -pi and pi")
          .example("atan2(b, a)", "a", "-b/(a^2 + b^2)")),
  HYPOT(
      declare("hypot", "matrix(m,n), matrix(m,n) -> matrix(m,n)")
          .means(x -> pow(add(pow(x.get(0), 2), pow(x.get(1), 2)), Algebra.HALF))
          .about("hypot(a,b): sqrt(a^2 + b^2), entry by entry")
          .example("hypot(a, b)", "a", "a/sqrt(a^2 + b^2)")),
  SQUARE(
      elementwise("square")
          .means(x -> pow(x.getFirst(), 2))
          .about("square of each entry")
          .example("sum(square(x))", "x", "2*x")),
  RECIPROCAL(
      elementwise("reciprocal")
          .means(x -> pow(x.getFirst(), -1))
          .about("reciprocal of each entry")
          .example("reciprocal(a)", "a", "-1/a^2")),
  EXP2(
      elementwise("exp2")
          .means(x -> Elementwise.exp(mul(Elementwise.log(number(2)), x.getFirst())))
          .about("2^x of each entry")
          .example("exp2(a)", "a", "log(2)*exp(log(2)*a)"));

  private final Function function;

  Trigonometric(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  static Expr atanh(Expr x) {
    return ATANH.function.of(x);
  }

  /// {@return √(x² + c)}
  private static Expr side(Expr x, int c) {
    return pow(add(pow(x, 2), mul(number(c), ones(x.shape()))), Algebra.HALF);
  }

  private static Expr minusHalf() {
    return number(Rational.of(-1, 2));
  }

  /// Odd, so that no digits cancel for negative arguments; log1p keeps those near zero.
  private static double asinh(double x) {
    double t = Math.abs(x);
    return Math.copySign(Math.log1p(t + t * t / (1 + Math.hypot(1, t))), x);
  }
}
