package org.frechet.print;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;
import java.util.Set;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.print.PythonForm.Level;
import org.frechet.print.PythonGraph.Value;

/// Numbers and powers. Integers are written as such, since every input is a float; a fraction of
/// small integers is a quotient, any other number the nearest double, which Python reads back
/// exactly.
final class NumpyScalars {
  private static final BigInteger LARGE = BigInteger.TEN.pow(15);
  private static final BigInteger COARSE = BigInteger.valueOf(1000);

  /// What it divides is a denominator of a decimal with at most three places.
  private static final BigInteger DECIMAL = BigInteger.valueOf(1000);

  /// Powers written as one over a power, rather than with a negative exponent.
  private static final Set<Rational> RECIPROCALS =
      Set.of(Rational.MINUS_ONE, Rational.of(-2), Rational.of(-1, 2));

  private final PythonGraph graph;

  NumpyScalars(PythonGraph graph) {
    this.graph = graph;
  }

  /// {@return whether the number is written as a quotient of integers}
  static boolean isPlain(Rational r) {
    return r.num().abs().compareTo(LARGE) < 0 && r.den().compareTo(COARSE) <= 0;
  }

  Value number(Rational r) {
    if (!isPlain(r)) {
      double nearest =
          new BigDecimal(r.num())
              .divide(new BigDecimal(r.den()), MathContext.DECIMAL128)
              .doubleValue();
      return number(nearest);
    }
    if (r.isInteger()) {
      return integer(r.num());
    }
    return DECIMAL.remainder(r.den()).signum() == 0
        ? number(r.doubleValue())
        : graph.of(PythonForm.leaf(r.num() + "/" + r.den(), Level.PRODUCT));
  }

  Value number(double d) {
    String text = Double.isInfinite(d) ? (d < 0 ? "-np.inf" : "np.inf") : Double.toString(d);
    text = text.toLowerCase(Locale.ROOT).replace(".0e", "e");
    return graph.of(PythonForm.leaf(text, text.startsWith("-") ? Level.UNARY : Level.ATOM));
  }

  Value integer(BigInteger n) {
    return graph.of(PythonForm.leaf(n.toString(), n.signum() < 0 ? Level.UNARY : Level.ATOM));
  }

  Value one() {
    return integer(BigInteger.ONE);
  }

  Value power(Value base, Rational exponent) {
    if (exponent.isOne()) {
      return base;
    }
    if (exponent.equals(Rational.of(2))) {
      return graph.of(PythonForm.of("np.square({0})"), base);
    }
    if (exponent.equals(Rational.HALF)) {
      return graph.of(PythonForm.of("np.sqrt({0})"), base);
    }
    return RECIPROCALS.contains(exponent)
        ? graph.of(PythonForm.OVER, one(), power(base, exponent.negate()))
        : graph.of(PythonForm.POWER, base, number(exponent));
  }

  /// {@return whether a factor with this exponent is written below the line}
  static boolean isDivisor(Rational exponent) {
    return exponent.signum() < 0;
  }

  /// {@return whether the expression is a power that is written below the line}
  static boolean isDivisor(Expr e) {
    return e.node() instanceof Node.Pow p
        && p.exponent().node() instanceof Node.Num n
        && isDivisor(n.value());
  }
}
