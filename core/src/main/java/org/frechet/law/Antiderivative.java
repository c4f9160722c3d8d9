package org.frechet.law;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Parser;

/// Functions with a known antiderivative, one line each in the language of the product: `f -> F`,
/// both functions of `t`. They hold wherever the left side is defined, which must be on an
/// interval: a function with poles, such as the tangent, is not integrated across them.
///
/// Source: Gradshteyn & Ryzhik, Table of Integrals, Series, and Products, 8th ed. 2015, ch. 2.
public enum Antiderivative {
  EXP("exp(t) -> exp(t)"),
  SIN("sin(t) -> -cos(t)"),
  COS("cos(t) -> sin(t)"),
  SIN_SQUARE("sin(t)^2 -> (t - sin(t)*cos(t))/2"),
  COS_SQUARE("cos(t)^2 -> (t + sin(t)*cos(t))/2"),
  SIN_COS("sin(t)*cos(t) -> sin(t)^2/2"),
  ATAN("atan(t) -> t*atan(t) - log(1 + t^2)/2"),
  SINH("sinh(t) -> cosh(t)"),
  COSH("cosh(t) -> sinh(t)"),
  SINH_SQUARE("sinh(t)^2 -> (sinh(t)*cosh(t) - t)/2"),
  COSH_SQUARE("cosh(t)^2 -> (sinh(t)*cosh(t) + t)/2"),
  SINH_COSH("sinh(t)*cosh(t) -> sinh(t)^2/2"),
  TANH("tanh(t) -> log(cosh(t))"),
  TANH_SLOPE("1/cosh(t)^2 -> tanh(t)"),
  LOG("log(t) -> t*log(t) - t"),
  ABS("abs(t) -> t*abs(t)/2"),
  SIGN("sign(t) -> abs(t)"),
  RELU("relu(t) -> relu(t)^2/2"),
  SIGMOID("sigmoid(t) -> softplus(t)"),
  ERF("erf(t) -> t*erf(t) + exp(-t^2)/sqrt(pi)"),
  NORMAL("normpdf(t) -> normcdf(t)"),
  GAUSS("exp(-t^2) -> sqrt(pi)*erf(t)/2"),
  WITCH("1/(1 + t^2) -> atan(t)"),
  HYPERBOLA("sqrt(1 + t^2) -> (t*sqrt(1 + t^2) + log(t + sqrt(1 + t^2)))/2"),
  HYPERBOLA_INVERSE("1/sqrt(1 + t^2) -> log(t + sqrt(1 + t^2))"),
  CIRCLE("sqrt(1 - t^2) -> (t*sqrt(1 - t^2) + asin(t))/2"),
  CIRCLE_INVERSE("1/sqrt(1 - t^2) -> asin(t)"),
  /// A. Van Loan, IEEE Trans. Automatic Control 23, 1978.
  EXPM("expm(t*A) -> inv(A)*expm(t*A) where A: matrix(n,n) invertible");

  private static final Map<String, Declaration> SCALAR =
      Map.of("t", Declarations.parse("t", "scalar"));

  private final String text;

  Antiderivative(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /// {@return the compiled line}
  public Law law() {
    return Objects.requireNonNull(Compiled.LAWS.get(this));
  }

  static Collection<Law> laws() {
    return Compiled.LAWS.values();
  }

  /// {@return the variable of both sides}
  static Expr variable() {
    return Compiled.VARIABLE;
  }

  private Law compile() {
    String[] parts = text.split(" where ", 2);
    String[] sides = parts[0].split(" -> ", 2);
    Map<String, Declaration> declared = new HashMap<>(SCALAR);
    if (parts.length > 1) {
      Declarations.parse(parts[1]).forEach(d -> declared.put(d.name(), d));
    }
    Expr left = Elaborator.elaborate(Parser.parse(sides[0]), declared, List.of()).expr();
    Expr right = Elaborator.elaborate(Parser.parse(sides[1]), declared, List.of()).expr();
    return new Law(name(), text, "a known antiderivative", left, right);
  }

  /// Compiled when the first integral comes along.
  private static final class Compiled {
    static final Map<Antiderivative, Law> LAWS = new EnumMap<>(Antiderivative.class);
    static final Expr VARIABLE = Algebra.variable("t", Shape.SCALAR);

    static {
      for (Antiderivative entry : values()) {
        LAWS.put(entry, entry.compile());
      }
    }
  }
}
