package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.frechet.ImplicitDerivative;
import org.frechet.check.CheckResult;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;

/// The derivative of what an equation defines, as people read it.
///
/// ```
/// dX = −A⁻¹ dA X                       X: n×p   A: n×n   B: n×p
/// ∂X/∂A = −Xᵀ ⊗ A⁻¹                    Fréchet derivative, (n·p)×(n²), numerator layout
/// holds where: A invertible
/// ```
final class ImplicitReport {
  private final ImplicitDerivative derivative;
  private final Ink ink;
  private final Heading heading;

  ImplicitReport(ImplicitDerivative derivative, Ink ink) {
    this.derivative = derivative;
    this.ink = ink;
    this.heading = new Heading("", derivative.model());
  }

  String text() {
    String x = Heading.name(derivative.wrt());
    String y = Heading.name(derivative.of());
    var columns = new Columns();
    Expr dx = Algebra.increment(derivative.variable());
    columns.add(
        "d" + y + " = " + heading.typeset(derivative.map(), Map.of(dx, "d" + derivative.wrt())),
        heading.shapes());
    columns.add("∂" + y + "/∂" + x + " = " + derivative.unicode(), note());
    var lines = new ArrayList<>(columns.lines(ink));
    lines.addAll(Surroundings.lines(derivative.assumptions(), derivative.conditions()));
    lines.add(checked(derivative.check()));
    return String.join("\n", lines);
  }

  private String note() {
    return derivative.shape().isScalar()
        ? derivative.kind()
        : "%s, %s, %s layout"
            .formatted(derivative.kind(), Heading.shape(derivative.shape()), derivative.layout());
  }

  private String checked(CheckResult check) {
    var found = new ArrayList<String>();
    found.add(
        "relative error %s at %d random points, where the equation was solved anew"
            .formatted(Report.error(check.maxRelativeError()), check.points()));
    if (check.exactPoints() > 0) {
      found.add("exact modulo 2^61−1 at " + check.exactPoints());
    }
    return ink.green("checked:") + " " + String.join(", ", found);
  }

  /// {@return one form of the answer}
  static String form(Output form, ImplicitDerivative d) {
    return switch (form) {
      case TEXT -> d.text();
      case UNICODE -> d.unicode();
      case LATEX -> d.latex();
      case DIFFERENTIAL -> d.differential();
      case FRECHET -> d.frechet();
      case NUMPY -> throw new IllegalArgumentException("no code for implicit derivatives");
    };
  }

  static String all(List<ImplicitDerivative> derivatives, Ink ink) {
    return String.join(
        "\n\n", derivatives.stream().map(d -> new ImplicitReport(d, ink).text()).toList());
  }
}
