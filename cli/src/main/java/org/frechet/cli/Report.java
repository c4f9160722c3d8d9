package org.frechet.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.frechet.Derivative;
import org.frechet.check.CheckResult;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.print.UnicodePrinter;
import org.frechet.syntax.Parser;

/// The answer as people read it.
///
/// ```
/// f(B) = ‖Y − X B‖²_F                  Y: n×q   X: n×p   B: p×q   (shapes inferred)
/// ∂f/∂B = 2 Xᵀ (X B − Y)               gradient matrix, p×q, denominator layout
/// checked: relative error 3e-12 at 8 random points, exact modulo 2^61−1 at 4
/// ```
final class Report {
  private static final String PITFALL = "not differentiable";

  private final Derivative derivative;
  private final Ink ink;
  private final Heading heading;

  Report(Derivative derivative, Ink ink) {
    this.derivative = derivative;
    this.ink = ink;
    this.heading = new Heading(derivative.source(), derivative.model());
  }

  String text(boolean steps) {
    var columns = new Columns();
    columns.add(heading.letter() + "(" + variable() + ") = " + heading.function(), heading.shapes());
    Map<Expr, String> names = derivative.names();
    if (isMap()) {
      addMap(columns, names);
    } else {
      columns.add(symbol() + " = " + Heading.typeset(derivative.value(), names), note());
    }
    var lines = new ArrayList<>(columns.lines(ink));
    lines.addAll(definitions(names));
    lines.addAll(surroundings());
    lines.add(checked());
    if (steps) {
      lines.addAll(steps());
    }
    return String.join("\n", lines);
  }

  // the derivative

  /// The derivative is a map where function or gradient is not a vector.
  private boolean isMap() {
    return !derivative.isClosed()
        || derivative.kind().equals("Fréchet derivative")
        || (derivative.kind().equals("Hessian") && derivative.variable().shape().isMatrix());
  }

  private void addMap(Columns columns, Map<Expr, String> names) {
    String increment = derivative.model().variables().containsKey("Delta") ? "H" : "Delta";
    Expr dx = Algebra.increment(derivative.variable());
    Expr direction = derivative.wrt().endsWith("'") ? dx.transpose() : dx;
    String map = Heading.typeset(derivative.map(), Map.of(direction, increment));
    columns.add(symbol() + ": " + Heading.name(increment) + " ↦ " + map, derivative.kind());
    columns.add(
        derivative.isClosed()
            ? "its matrix on vec: " + Heading.typeset(derivative.value(), names)
            : "its matrix on vec has no closed form",
        Heading.shape(derivative.shape()) + ", " + derivative.layout() + " layout");
  }

  private String note() {
    String kind = derivative.kind();
    boolean laidOut = kind.startsWith("gradient") || kind.equals("Jacobian");
    if (derivative.shape().isScalar()) {
      return kind;
    }
    return kind
        + ", "
        + Heading.shape(derivative.shape())
        + (laidOut ? ", " + derivative.layout() + " layout" : "");
  }

  private String variable() {
    return UnicodePrinter.print(Parser.parse(derivative.wrt()));
  }

  /// {@return `∂f/∂B` or `∂²f/∂x²`}
  private String symbol() {
    String x = variable();
    String f = heading.letter();
    if (derivative.order() == 1) {
      return "∂" + f + "/∂" + x;
    }
    return "∂²" + f + "/∂" + (derivative.wrt().endsWith("'") ? "(" + x + ")" : x) + "²";
  }

  private List<String> definitions(Map<Expr, String> names) {
    var lines = new ArrayList<String>();
    names.forEach(
        (part, name) ->
            lines.add(
                (lines.isEmpty() ? "where " : "  and ")
                    + Heading.name(name)
                    + " = "
                    + Heading.typeset(part, names)));
    return lines;
  }

  // what surrounds it

  private List<String> surroundings() {
    var lines = new ArrayList<String>();
    derivative.unconstrained().ifPresent(u -> lines.add("unconstrained: " + typeset(u)));
    derivative.independentEntries().ifPresent(e -> lines.add("by independent entries: " + typeset(e)));
    derivative.assumptions().forEach(a -> lines.add("assumed: " + a));
    var needed = derivative.conditions().stream().filter(c -> !c.startsWith(PITFALL)).toList();
    if (!needed.isEmpty()) {
      lines.add("holds where: " + String.join(", ", needed));
    }
    derivative.conditions().stream().filter(c -> c.startsWith(PITFALL)).forEach(lines::add);
    return lines;
  }

  private static String typeset(String text) {
    return UnicodePrinter.print(Parser.parse(text));
  }

  private String checked() {
    CheckResult check = derivative.check();
    var found = new ArrayList<String>();
    if (check.points() > 0) {
      found.add(
          "relative error %s at %d random points"
              .formatted(error(check.maxRelativeError()), check.points()));
    }
    if (check.exactPoints() > 0) {
      found.add("exact modulo 2^61−1 at " + check.exactPoints());
    }
    if (!check.passed()) {
      return "not checked: " + (check.reason().isEmpty() ? "no reason is known" : check.reason());
    }
    return ink.green("checked:") + " " + String.join(", ", found);
  }

  /// {@return one digit and a power of ten: `3e-12`}
  static String error(double error) {
    if (error == 0 || !Double.isFinite(error)) {
      return error == 0 ? "0" : "" + error;
    }
    var digit = new BigDecimal(error).round(new MathContext(1, RoundingMode.HALF_UP));
    return digit.unscaledValue() + "e" + -digit.scale();
  }

  private List<String> steps() {
    var lines = new ArrayList<String>();
    lines.add("");
    int number = 1;
    for (Derivative.Step step : derivative.steps()) {
      lines.add("%2d. %s".formatted(number++, ink.bold(step.rule())));
      lines.add("    " + typeset(step.text()));
    }
    return lines;
  }
}
