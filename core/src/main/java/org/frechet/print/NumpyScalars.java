package org.frechet.print;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Locale;
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
    Value numerator = integer(r.num());
    return r.isInteger()
        ? numerator
        : graph.of(PythonForm.leaf(numerator.form().template() + "/" + r.den(), Level.PRODUCT));
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
    boolean reciprocal = isDivisor(exponent) && exponent.compareTo(Rational.of(-2)) >= 0;
    return reciprocal
        ? graph.of(PythonForm.OVER, one(), power(base, exponent.negate()))
        : graph.of(PythonForm.POWER, base, exponent(exponent));
  }

  /// An exponent such as 3/2 is exact as a decimal and shorter to read so.
  private Value exponent(Rational e) {
    boolean dyadic = e.den().bitCount() == 1 && !e.isInteger() && isPlain(e);
    return dyadic ? number(e.doubleValue()) : number(e);
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
