package org.frechet.function;

import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.ones;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.numeric.Mat;
import org.frechet.numeric.Quadrature;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;

/// The derivative of an elementwise function as a formula in one scalar, [#T]: numbers, sums,
/// products, powers and elementwise functions. The function itself is an antiderivative.
public record SlopeFormula(Expr formula) {
  /// The variable of every formula.
  public static final Expr T = Algebra.variable("t", Shape.SCALAR);

  /// @throws org.frechet.shape.Refusal if the formula is not entrywise
  public SlopeFormula {
    at(formula, T);
  }

  /// {@return the formula of each entry of x}
  Expr at(Expr x) {
    return at(formula, x);
  }

  /// {@return a scalar formula in T, of each entry of x}
  public static Expr at(Expr formula, Expr x) {
    return x.isScalar() && x != T
        ? Traversal.substitute(formula, Map.of(T, x))
        : entrywise(formula, x);
  }

  private static Expr entrywise(Expr e, Expr x) {
    Expr ones = ones(x.shape());
    return switch (e.node()) {
      case Node.Num _, Node.Constant _ -> mul(e, ones);
      case Node.Var _ -> {
        if (e != T) {
          throw refusal(e);
        }
        yield x;
      }
      case Node.Add a -> Algebra.add(all(a.terms(), x));
      case Node.Prod p when p.chain().isEmpty() -> {
        var factors = new ArrayList<>(all(p.scalars(), x));
        factors.add(ones);
        yield Algebra.scale(p.coefficient(), Algebra.hadamard(factors));
      }
      case Node.Pow p -> {
        boolean number = p.exponent().node() instanceof Node.Num;
        yield Algebra.pow(
            entrywise(p.base(), x), number ? p.exponent() : entrywise(p.exponent(), x));
      }
      case Node.Apply a when a.operator().elementwise() ->
          a.operator().canonical(all(a.arguments(), x));
      case Node.Size _, Node.Increment _, Node.Fill _, Node.Prod _, Node.Hadamard _ ->
          throw refusal(e);
      case Node.Transpose _, Node.Apply _, Node.Slice _, Node.Block _, Node.IndexSum _ ->
          throw refusal(e);
      case Node.Stop _, Node.Bound _, Node.Integral _ -> throw refusal(e);
    };
  }

  private static List<Expr> all(List<Expr> parts, Expr x) {
    return parts.stream().map(p -> entrywise(p, x)).toList();
  }

  private static RuntimeException refusal(Expr e) {
    return Problem.of(
            Problem.Code.UNSUPPORTED,
            "the derivative of an elementwise function cannot contain " + e)
        .hint("write it with one variable, numbers, + - * / ^ and elementwise functions")
        .refusal();
  }

  /// {@return the antiderivative that vanishes at zero, or at 1 and -1 where the derivative does
  /// not exist at zero; NaN where the integral does not exist}
  double integral(double x) {
    double start = Double.isFinite(value(0)) ? 0 : Math.signum(x);
    return Quadrature.integral(this::value, start, x);
  }

  private double value(double t) {
    try {
      return value(formula, t);
    } catch (ArithmeticException _) {
      return Double.NaN;
    }
  }

  private static double value(Expr e, double t) {
    return switch (e.node()) {
      case Node.Num n -> n.value().doubleValue();
      case Node.Constant c -> c.value();
      case Node.Var _ -> t;
      case Node.Add a -> a.terms().stream().mapToDouble(x -> value(x, t)).sum();
      case Node.Prod p ->
          p.scalars().stream()
              .mapToDouble(x -> value(x, t))
              .reduce(p.coefficient().doubleValue(), (x, y) -> x * y);
      case Node.Pow p -> Math.pow(value(p.base(), t), value(p.exponent(), t));
      case Node.Apply a -> {
        List<Mat> x = List.of(RealMat.scalar(value(a.arguments().getFirst(), t)));
        yield ((RealMat) ((Function) a.operator()).evaluate(x)).get(0, 0);
      }
      case Node.Size _, Node.Increment _, Node.Fill _, Node.Hadamard _, Node.Transpose _ ->
          throw refusal(e);
      case Node.Slice _, Node.Block _, Node.IndexSum _, Node.Stop _ -> throw refusal(e);
      case Node.Bound _, Node.Integral _ -> throw refusal(e);
    };
  }
}
