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
import static org.frechet.function.Elementwise.relu;

import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.numeric.DoubleDoubles;
import org.frechet.numeric.Special;
import org.frechet.shape.Problem;

/// Activations of neural networks and the elementwise parts of robust and large-margin losses.
public enum Activation implements Declared {
  LEAKYRELU(
      declare("leakyrelu", "matrix(m,n), scalar -> matrix(m,n)")
          .alias("prelu")
          .means(x -> sub(relu(x.get(0)), mul(x.get(1), relu(neg(x.get(0))))))
          .hint("write leakyrelu(x, a) with the slope a for negative entries: 0.01 in PyTorch")
          .about("leakyrelu(x,a): x where positive, else a*x")
          .example("sum(leakyrelu(x, a))", "x", "step(x) + a*step(-x)")),
  SOFTSIGN(
      elementwise("softsign")
          .slope((x, _) -> pow(add(one(x), Elementwise.abs(x)), -2))
          .kernel(x -> x / (1 + Math.abs(x)))
          .precise(x -> x.over(x.abs().plus(1)))
          .numpy("{0}/(1.0 + np.abs({0}))")
          .about("x/(1 + abs(x))")
          .example("sum(softsign(x))", "x", "1./(1 + abs(x)).^2")),
  MISH(
      elementwise("mish")
          .means(x -> hadamard(x.getFirst(), Elementwise.tanh(Elementwise.softplus(x.getFirst()))))
          .about("x*tanh(softplus(x))")
          .example("mish(a)", "a", "tanh(softplus(a)) + a*sigmoid(a)*(1 - tanh(softplus(a))^2)")),
  SELU(
      elementwise("selu")
          .means(x -> selu(x.getFirst()))
          .about("scaled elu of Klambauer et al. (2017)")
          .example("selu(a)", "a", "1.050701*(step(a) + 1.6732632*step(-a)*exp(-relu(-a)))")),
  RELU6(
      elementwise("relu6")
          .means(x -> clipped(x.getFirst(), 0, 6))
          .about("relu cut off at 6")
          .example("sum(relu6(x))", "x", "step(x) - step(x - 6)")),
  HARDTANH(
      elementwise("hardtanh")
          .means(x -> clipped(x.getFirst(), -1, 1))
          .about("x cut off at -1 and 1")
          .example("sum(hardtanh(x))", "x", "step(1 + x) - step(x - 1)")),
  HARDSIGMOID(
      elementwise("hardsigmoid")
          .means(x -> hardsigmoid(x.getFirst()))
          .about("relu6(x + 3)/6, as in PyTorch")
          .example("sum(hardsigmoid(x))", "x", "(step(3 + x) - step(x - 3))/6")),
  HARDSWISH(
      elementwise("hardswish")
          .means(x -> hadamard(x.getFirst(), hardsigmoid(x.getFirst())))
          .about("x*relu6(x + 3)/6")
          .example(
              "hardswish(a)",
              "a",
              "(relu(3 + a) - relu(a - 3) + a*(step(3 + a) - step(a - 3)))/6")),
  CLIP(
      declare("clip", "matrix(m,n), scalar, scalar -> matrix(m,n)")
          .alias("clamp")
          .means(x -> clip(x.get(0), x.get(1), x.get(2)))
          .about("clip(x,a,b): x cut off below at a and above at b")
          .example("sum(clip(x, 2, 5))", "x", "step(x - 2) - step(x - 5)")),
  HUBER(
      declare("huber", "matrix(m,n) -> matrix(m,n)", "matrix(m,n), scalar -> matrix(m,n)")
          .means(x -> huber(x.getFirst(), x.size() == 1 ? Algebra.ONE : x.get(1)))
          .about(
              "huber(x,d) of each entry: x^2/2 up to |x| = d (1 if not given), beyond d(|x| - d/2)")
          .example("sum(huber(x, d))", "x", "x + relu(-x - d) - relu(x - d)")),
  HINGE(
      elementwise("hinge")
          .means(x -> relu(sub(one(x.getFirst()), x.getFirst())))
          .about("hinge loss of each margin: max(1 - x, 0)")
          .example("sum(hinge(y.*(X*w)))", "w", "-X'*(y.*step(1 - y.*(X*w)))")),
  LOGCOSH(
      elementwise("logcosh")
          .nonnegative()
          .slope((x, _) -> Elementwise.tanh(x))
          .kernel(Activation::logcosh)
          .precise(DoubleDoubles::logcosh)
          .numpy("np.logaddexp({0}, -{0}) - np.log(2.0)")
          .about("log(cosh(x)), without overflow")
          .example("sum(logcosh(x))", "x", "tanh(x)")),
  LOGSIGMOID(
      elementwise("logsigmoid")
          .means(x -> neg(Elementwise.softplus(neg(x.getFirst()))))
          .about("log(sigmoid(x))")
          .example("sum(logsigmoid(x))", "x", "sigmoid(-x)")),
  LOGIT(
      elementwise("logit")
          .canonical(Activation::logitOf)
          .needs(Need.BETWEEN_ZERO_AND_ONE)
          .slope((x, _) -> pow(hadamard(x, sub(one(x), x)), -1))
          .kernel(x -> Math.log(x) - Math.log1p(-x))
          .precise(DoubleDoubles::logit)
          .numpy("scipy.special.logit({0})")
          .about("log(x/(1 - x)), the inverse of sigmoid")
          .example("logit(a)", "a", "1/(a*(1 - a))")),
  LOGADDEXP(
      declare("logaddexp", "matrix(m,n), matrix(m,n) -> matrix(m,n)")
          .means(x -> add(x.get(0), Elementwise.softplus(sub(x.get(1), x.get(0)))))
          .about("logaddexp(a,b): log(exp(a) + exp(b)), entry by entry")
          .example("logaddexp(a, b)", "b", "sigmoid(b - a)")),
  ERFC(
      elementwise("erfc")
          .positive()
          .slope((x, _) ->
              mul(
                  number(-2),
                  pow(Algebra.pi(), number(Rational.of(-1, 2))),
                  Elementwise.exp(neg(pow(x, 2)))))
          .kernel(Special::erfc)
          .precise(DoubleDoubles::erfc)
          .numpy("scipy.special.erfc({0})")
          .about("complementary error function, 1 - erf(x)")
          .example("erfc(a)", "a", "-2/sqrt(pi)*exp(-a^2)"));

  private final Function function;

  Activation(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  /// logit(sigmoid(x)) is x: computed, it loses all digits where the sigmoid is nearly one.
  private static Expr logitOf(Expr x) {
    boolean turned = x.node() instanceof Node.Transpose;
    Expr upright = turned ? x.transpose() : x;
    if (!(upright.node() instanceof Node.Apply a)
        || a.operator() != Elementwise.SIGMOID.function()) {
      return Function.UNCHANGED;
    }
    Expr argument = a.arguments().getFirst();
    return turned ? argument.transpose() : argument;
  }

  private static Expr one(Expr x) {
    return ones(x.shape());
  }

  /// With the constants to seven digits, all that single precision holds.
  private static Expr selu(Expr x) {
    Expr below = sub(Elementwise.exp(neg(relu(neg(x)))), one(x));
    return mul(
        number(Rational.parse("1.0507010")),
        add(relu(x), mul(number(Rational.parse("1.6732632")), below)));
  }

  private static Expr hardsigmoid(Expr x) {
    Expr shifted = add(x, mul(number(3), one(x)));
    return mul(number(Rational.of(1, 6)), clipped(shifted, 0, 6));
  }

  private static Expr clipped(Expr x, long low, long high) {
    return clip(x, number(low), number(high));
  }

  /// Bounds that are numbers must be in order; of others, the upper bound wins, as in NumPy.
  private static Expr clip(Expr x, Expr low, Expr high) {
    Expr one = one(x);
    Expr above = relu(sub(x, mul(low, one)));
    if (low.node() instanceof Node.Num a && high.node() instanceof Node.Num b) {
      if (b.value().minus(a.value()).signum() < 0) {
        throw Problem.of(Problem.Code.BAD_REQUEST, "clip(x,a,b) needs a ≤ b").refusal();
      }
      return add(mul(low, one), above, neg(relu(sub(x, mul(high, one)))));
    }
    Expr lifted = add(mul(low, one), above);
    return sub(lifted, relu(sub(lifted, mul(high, one))));
  }

  /// Differentiable, since the square of a positive part is.
  private static Expr huber(Expr x, Expr d) {
    Expr bound = mul(d, one(x));
    return mul(
        Algebra.HALF,
        sub(pow(x, 2), add(pow(relu(sub(x, bound)), 2), pow(relu(sub(neg(x), bound)), 2))));
  }

  private static double logcosh(double x) {
    double t = Math.abs(x);
    return t + Math.log1p(Math.exp(-2 * t)) - Math.log(2);
  }
}
