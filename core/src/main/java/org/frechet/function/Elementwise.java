package org.frechet.function;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.div;
import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.number;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.expr.Algebra.zeros;
import static org.frechet.function.Declaration.elementwise;
import static org.frechet.function.Function.UNCHANGED;

import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.numeric.DoubleDouble;
import org.frechet.numeric.DoubleDoubles;
import org.frechet.numeric.Special;

/// Functions that act on each entry alone. The slope is the derivative at x with value y. Kernels
/// give NaN outside the domain.
public enum Elementwise implements Declared {
  EXP(
      elementwise("exp")
          .positive()
          .slope((_, y) -> y)
          .definedBy(Definition.inverse(y -> log(y)).ifAlone())
          .kernel(Math::exp)
          .precise(DoubleDoubles::exp)
          .numpy("np.exp({0})")
          .about("exponential of each entry")
          .example("sum(exp(x))", "x", "exp(x)")),
  LOG(
      elementwise("log")
          .alias("ln")
          .needs(Need.POSITIVE)
          .slope((x, _) -> reciprocal(x))
          .definedBy(Definition.inverse(y -> exp(y)))
          .kernel(Math::log)
          .precise(DoubleDoubles::log)
          .numpy("np.log({0})")
          .about("natural logarithm of each entry")
          .example("sum(log(x))", "x", "1./x")),
  LOG2(
      elementwise("log2")
          .means(x -> div(log(x.getFirst()), log(number(2))))
          .about("logarithm to base 2")
          .example("log2(a)", "a", "1/(a*log(2))")),
  LOG10(
      elementwise("log10")
          .means(x -> div(log(x.getFirst()), log(number(10))))
          .about("logarithm to base 10")
          .example("log10(a)", "a", "1/(a*log(10))")),
  LOG1P(
      elementwise("log1p")
          .needs(Need.ABOVE_MINUS_ONE)
          .slope((x, _) -> reciprocal(add(one(x), x)))
          .definedBy(
              Definition.inverse(y -> sub(exp(y), one(y)))
                  .slope(y -> exp(y), (x, _) -> add(one(x), x)))
          .kernel(Math::log1p)
          .precise(DoubleDoubles::log1p)
          .numpy("np.log1p({0})")
          .about("log(1 + x), accurate near zero")
          .example("sum(log1p(x))", "x", "1./(1 + x)")),
  EXPM1(
      elementwise("expm1")
          .slope((x, _) -> exp(x))
          .kernel(Math::expm1)
          .precise(DoubleDoubles::expm1)
          .numpy("np.expm1({0})")
          .about("exp(x) - 1, accurate near zero")
          .example("sum(expm1(x))", "x", "exp(x)")),
  SQRT(
      elementwise("sqrt")
          .means(x -> pow(x.getFirst(), Algebra.HALF))
          .about("square root of each entry")
          .example("sum(sqrt(x))", "x", "1./(2*sqrt(x))")),
  CBRT(
      elementwise("cbrt")
          .needs(Need.NONZERO)
          .slope((_, y) -> mul(number(Rational.of(1, 3)), pow(y, -2)))
          .definedBy(Definition.power(1, 3))
          .kernel(Math::cbrt)
          .precise(DoubleDoubles::cbrt)
          .numpy("np.cbrt({0})")
          .about("real cube root")
          .example("cbrt(a)", "a", "1/(3*cbrt(a)^2)")),
  ABS(
      elementwise("abs")
          .nonnegative()
          .keepsPositive()
          .canonical(Parity::abs)
          .needs(Need.KINK)
          .canonical(x -> Algebra.isNonnegative(x) ? x : UNCHANGED)
          .slope((x, _) -> sign(x))
          .kernel(Math::abs)
          .precise(DoubleDouble::abs)
          .numpy("np.abs({0})")
          .about("absolute value")
          .example("sum(abs(x))", "x", "sign(x)")),
  SIGN(
      elementwise("sign")
          .canonical(Parity::sign)
          .needs(Need.KINK)
          .canonical(x -> Attributes.isPositive(x) ? Algebra.ones(x.shape()) : UNCHANGED)
          .slope((x, _) -> zeros(x.shape()))
          .kernel(Math::signum)
          .precise(x -> DoubleDouble.of(x.signum()))
          .numpy("np.sign({0})")
          .about("-1, 0 or 1")
          .example("sum(sign(x))", "x", "zeros(n)")),
  STEP(
      elementwise("step")
          .nonnegative()
          .needs(Need.KINK)
          .slope((x, _) -> zeros(x.shape()))
          .kernel(x -> x > 0 ? 1 : x <= 0 ? 0 : x)
          .precise(x -> DoubleDouble.of(Math.max(x.signum(), 0)))
          .numpy("np.heaviside({0}, 0.0)")
          .about("1 where positive, else 0: the slope of relu")
          .example("sum(step(x))", "x", "zeros(n)")),
  SIN(
      elementwise("sin")
          .canonical(Angles::sin)
          .slope((x, _) -> cos(x))
          .kernel(Math::sin)
          .precise(DoubleDoubles::sin)
          .numpy("np.sin({0})")
          .about("sine")
          .example("sum(sin(x))", "x", "cos(x)")),
  COS(
      elementwise("cos")
          .canonical(Angles::cos)
          .slope((x, _) -> neg(sin(x)))
          .kernel(Math::cos)
          .precise(DoubleDoubles::cos)
          .numpy("np.cos({0})")
          .about("cosine")
          .example("sum(cos(x))", "x", "-sin(x)")),
  TAN(
      elementwise("tan")
          .needs(Need.NOT_A_POLE)
          .slope((x, y) -> add(one(x), pow(y, 2)))
          .kernel(Math::tan)
          .precise(DoubleDoubles::tan)
          .numpy("np.tan({0})")
          .about("tangent")
          .example("tan(a)", "a", "1 + tan(a)^2")),
  ASIN(
      elementwise("asin")
          .alias("arcsin")
          .needs(Need.WITHIN_ONE)
          .slope((x, _) -> pow(sub(one(x), pow(x, 2)), minusHalf()))
          .definedBy(Definition.inverse(y -> sin(y)).slope(y -> cos(y), (x, _) -> coside(x)))
          .kernel(Math::asin)
          .precise(DoubleDoubles::asin)
          .numpy("np.arcsin({0})")
          .about("inverse sine")
          .example("asin(a)", "a", "1/sqrt(1 - a^2)")),
  ACOS(
      elementwise("acos")
          .alias("arccos")
          .needs(Need.WITHIN_ONE)
          .slope((x, _) -> neg(pow(sub(one(x), pow(x, 2)), minusHalf())))
          .definedBy(Definition.inverse(y -> cos(y)).slope(y -> sin(y), (x, _) -> coside(x)))
          .kernel(Math::acos)
          .precise(DoubleDoubles::acos)
          .numpy("np.arccos({0})")
          .about("inverse cosine")
          .example("acos(a)", "a", "-1/sqrt(1 - a^2)")),
  ATAN(
      elementwise("atan")
          .alias("arctan")
          .slope((x, _) -> reciprocal(add(one(x), pow(x, 2))))
          .definedBy(Definition.inverse(y -> tan(y)))
          .kernel(Math::atan)
          .precise(DoubleDoubles::atan)
          .numpy("np.arctan({0})")
          .about("inverse tangent")
          .example("atan(a)", "a", "1/(1 + a^2)")),
  SINH(
      elementwise("sinh")
          .slope((x, _) -> cosh(x))
          .kernel(Math::sinh)
          .precise(DoubleDoubles::sinh)
          .numpy("np.sinh({0})")
          .about("hyperbolic sine")
          .example("sum(sinh(x))", "x", "cosh(x)")),
  COSH(
      elementwise("cosh")
          .positive()
          .slope((x, _) -> sinh(x))
          .kernel(Math::cosh)
          .precise(DoubleDoubles::cosh)
          .numpy("np.cosh({0})")
          .about("hyperbolic cosine")
          .example("sum(cosh(x))", "x", "sinh(x)")),
  TANH(
      elementwise("tanh")
          .slope((x, y) -> sub(one(x), pow(y, 2)))
          .definedBy(Definition.inverse(y -> Trigonometric.atanh(y)).ifAlone())
          .kernel(Math::tanh)
          .precise(DoubleDoubles::tanh)
          .numpy("np.tanh({0})")
          .about("hyperbolic tangent")
          .example("sum(tanh(x))", "x", "1 - tanh(x).^2")),
  SIGMOID(
      elementwise("sigmoid")
          .alias("logistic", "expit")
          .positive()
          .slope((x, y) -> hadamard(y, sub(one(x), y)))
          .definedBy(Definition.inverse(y -> sub(log(y), log(sub(one(y), y)))).ifAlone())
          .logarithm(x -> neg(softplus(neg(x))))
          .kernel(Special::sigmoid)
          .precise(DoubleDoubles::sigmoid)
          .numpy("_sigmoid({0})")
          .about("1/(1 + exp(-x))")
          .example("sum(sigmoid(x))", "x", "sigmoid(x).*(1 - sigmoid(x))")),
  SOFTPLUS(
      elementwise("softplus")
          .positive()
          .slope((x, _) -> sigmoid(x))
          .kernel(Special::softplus)
          .precise(DoubleDoubles::softplus)
          .numpy("np.logaddexp(0.0, {0})")
          .about("log(1 + exp(x))")
          .example("sum(softplus(X*w))", "w", "X'*sigmoid(X*w)")),
  RELU(
      elementwise("relu")
          .nonnegative()
          .needs(Need.KINK)
          .slope((x, _) -> step(x))
          .kernel(x -> Math.max(x, 0))
          .precise(x -> x.max(DoubleDouble.ZERO))
          .numpy("np.maximum({0}, 0.0)")
          .about("the positive part, max(x, 0)")
          .example("sum(relu(x))", "x", "step(x)")),
  ELU(
      elementwise("elu")
          .slope((x, _) -> exp(neg(relu(neg(x)))))
          .kernel(x -> x > 0 ? x : Math.expm1(x))
          .precise(x -> x.signum() > 0 ? x : DoubleDoubles.expm1(x))
          .numpy("np.maximum({0}, 0.0) + np.expm1(np.minimum({0}, 0.0))")
          .about("x where positive, else exp(x) - 1")
          .example("sum(elu(x))", "x", "exp(-relu(-x))")),
  SILU(
      elementwise("silu")
          .alias("swish")
          .means(x -> hadamard(x.getFirst(), sigmoid(x.getFirst())))
          .about("x*sigmoid(x)")
          .example("silu(a)", "a", "sigmoid(a) + a*sigmoid(a)*(1 - sigmoid(a))")),
  GELU(
      elementwise("gelu")
          .means(x -> hadamard(x.getFirst(), normcdf(x.getFirst())))
          .about("x*normcdf(x)")
          .example("gelu(a)", "a", "normcdf(a) + a*normpdf(a)")),
  ERF(
      elementwise("erf")
          .slope((x, _) -> mul(number(2), pow(Algebra.pi(), minusHalf()), exp(neg(pow(x, 2)))))
          .kernel(Special::erf)
          .precise(DoubleDoubles::erf)
          .numpy("scipy.special.erf({0})")
          .about("error function")
          .example("erf(a)", "a", "2/sqrt(pi)*exp(-a^2)")),
  NORMPDF(
      elementwise("normpdf")
          .positive()
          .slope((x, y) -> neg(hadamard(x, y)))
          .kernel(x -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI))
          .precise(DoubleDoubles::normpdf)
          .numpy("np.exp(-0.5*np.square({0}))/np.sqrt(2*np.pi)")
          .about("standard normal density")
          .example("normpdf(a)", "a", "-a*normpdf(a)")),
  NORMCDF(
      elementwise("normcdf")
          .positive()
          .slope((x, _) -> normpdf(x))
          .kernel(Special::normcdf)
          .precise(DoubleDoubles::normcdf)
          .numpy("scipy.special.ndtr({0})")
          .about("standard normal distribution")
          .example("normcdf(a)", "a", "normpdf(a)"));

  private final Function function;

  Elementwise(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  /// {@return log(g(x)) in the stable form that g declares, anything else as it is}
  public static Expr stably(Expr e) {
    return e.node() instanceof Node.Apply log
            && log.operator() == LOG.function
            && log.arguments().getFirst().node() instanceof Node.Apply g
        ? ((Function) g.operator()).logarithm().map(form -> form.of(g.arguments())).orElse(e)
        : e;
  }

  private static Expr one(Expr x) {
    return ones(x.shape());
  }

  private static Expr reciprocal(Expr x) {
    return pow(x, -1);
  }

  /// {@return the other side of a right triangle: cos(asin(x))}
  private static Expr coside(Expr x) {
    return pow(sub(one(x), pow(x, 2)), Algebra.HALF);
  }

  private static Expr minusHalf() {
    return number(Rational.of(-1, 2));
  }

  // javac refuses forward references to constants in their own initialisers, so rules call these.

  public static Expr exp(Expr x) {
    return EXP.function.of(x);
  }

  public static Expr log(Expr x) {
    return LOG.function.of(x);
  }

  public static Expr sign(Expr x) {
    return SIGN.function.of(x);
  }

  public static Expr abs(Expr x) {
    return ABS.function.of(x);
  }

  public static Expr step(Expr x) {
    return STEP.function.of(x);
  }

  public static Expr relu(Expr x) {
    return RELU.function.of(x);
  }

  public static Expr sigmoid(Expr x) {
    return SIGMOID.function.of(x);
  }

  static Expr softplus(Expr x) {
    return SOFTPLUS.function.of(x);
  }

  static Expr tanh(Expr x) {
    return TANH.function.of(x);
  }

  static Expr sin(Expr x) {
    return SIN.function.of(x);
  }

  static Expr cos(Expr x) {
    return COS.function.of(x);
  }

  private static Expr tan(Expr x) {
    return TAN.function.of(x);
  }

  static Expr sinh(Expr x) {
    return SINH.function.of(x);
  }

  static Expr cosh(Expr x) {
    return COSH.function.of(x);
  }

  private static Expr normpdf(Expr x) {
    return NORMPDF.function.of(x);
  }

  private static Expr normcdf(Expr x) {
    return NORMCDF.function.of(x);
  }
}
