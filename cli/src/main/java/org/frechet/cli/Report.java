package org.frechet.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.frechet.Derivative;
import org.frechet.EntryByEntry;
import org.frechet.Step;
import org.frechet.check.CheckResult;
import org.frechet.derive.IndexForm;
import org.frechet.derive.View;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.print.Presentation;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Shape;
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

  /// An assumption that the first line tells already.
  private static final String SHAPES = "shapes inferred";

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
    columns.add(heading.letter() + "(" + name() + ") = " + heading.function(), heading.shapes());
    Map<Expr, String> names = derivative.names();
    if (derivative.view().isPresent()) {
      columns.add(
          viewed(derivative.view().get()) + " = " + heading.typeset(derivative.value(), names),
          viewNote(derivative.view().get()));
    } else if (derivative.isMap()) {
      addMap(columns, names);
    } else {
      if (derivative.order() > 2) {
        columns.add(
            Heading.power("d", derivative.order())
                + heading.letter()
                + " = "
                + typeset(derivative.differential()),
            "differential of order " + derivative.order());
      }
      columns.add(symbol() + " = " + heading.typeset(derivative.value(), names), note());
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

  /// {@return the total differential by several variables}
  String total(List<Derivative> derivatives) {
    return "d" + heading.letter() + " = " + typeset(Derivative.total(derivatives));
  }

  /// {@return the derivative written out at small sizes}
  String entries(EntryByEntry e) {
    var lines = new ArrayList<String>();
    String sizes =
        e.sizes().entrySet().stream()
            .map(s -> s.getKey() + " = " + s.getValue())
            .collect(Collectors.joining(", "));
    lines.add("entry by entry" + (sizes.isEmpty() ? ":" : " for " + sizes + ":"));
    e.function().forEach(l -> lines.add("  " + line(l)));
    e.partials().forEach(l -> lines.add("  " + line(l)));
    lines.add("each agrees with the entry of the matrix form");
    return String.join("\n", lines);
  }

  private String line(EntryByEntry.Line line) {
    String name =
        line.name().startsWith("∂")
            ? Stream.of(line.name().substring(1).split("/∂"))
                .map(n -> "∂" + Heading.name(n))
                .collect(Collectors.joining("/"))
            : Heading.name(line.name());
    return name + " = " + heading.typeset(line.value(), Map.of());
  }

  // the derivative

  /// {@return the derivative in a form, as it is written on the left of its value}
  private String viewed(View view) {
    String f = heading.letter();
    String at = f + "(" + name() + ")";
    String direction = view.direction().map(v -> heading.typeset(v, Map.of())).orElse("");
    return switch (view.form()) {
      case MAP -> "D" + at + "[" + heading.typeset(derivative.increment(), Map.of()) + "]";
      case MATRIX -> "∂vec " + f + "/∂vec " + variable();
      case JVP ->
          (derivative.order() == 1 ? "D" : Heading.power("D", derivative.order()))
              + at
              + ("[" + direction + "]").repeat(derivative.order());
      case HVP -> "∇²" + at + "[" + direction + "]";
      case VJP -> "∂⟨" + direction + ", " + f + "⟩/∂" + variable();
      case EINSUM -> entry(view.index().orElseThrow());
    };
  }

  /// {@return `∂f(i,j)/∂X(k,l)`}
  private String entry(IndexForm form) {
    List<String> indices = form.indices().stream().map(Node.Index::name).toList();
    Shape x = derivative.by().shape();
    int each = (x.rows().isOne() ? 0 : 1) + (x.cols().isOne() ? 0 : 1);
    int ofFunction = indices.size() - each * derivative.order();
    var text = new StringBuilder(Heading.power("∂", derivative.order()) + heading.letter());
    text.append(subscript(indices.subList(0, ofFunction))).append('/');
    for (int i = ofFunction; i < indices.size(); i += each) {
      text.append('∂').append(variable()).append(subscript(indices.subList(i, i + each)));
    }
    return text.toString();
  }

  private static String subscript(List<String> indices) {
    return indices.isEmpty() ? "" : "(" + String.join(",", indices) + ")";
  }

  private String viewNote(View view) {
    Shape shape = derivative.shape();
    String direction =
        view.direction()
            .filter(v -> v.node() instanceof Node.Var)
            .filter(v -> !derivative.model().variables().containsValue(v))
            .map(v -> ", " + heading.typeset(v, Map.of()) + ": " + Heading.shape(v.shape()))
            .orElse("");
    List<String> indexed =
        view.index().stream()
            .flatMap(i -> i.indices().stream())
            .map(i -> i.size().toString())
            .toList();
    String size =
        !indexed.isEmpty()
            ? ", " + String.join("×", indexed)
            : shape.isScalar() ? "" : ", " + Heading.shape(shape);
    return derivative.kind() + size + direction;
  }

  private void addMap(Columns columns, Map<Expr, String> names) {
    String increment = derivative.model().variables().containsKey("Delta") ? "H" : "Delta";
    String map = heading.typeset(derivative.map(), Map.of(derivative.increment(), increment));
    columns.add(symbol() + ": " + Heading.name(increment) + " ↦ " + map, derivative.kind());
    columns.add(
        derivative.isClosed()
            ? "its matrix on vec: " + heading.typeset(derivative.value(), names)
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

  /// {@return the variable itself, also when the derivative is by its transpose}
  private String name() {
    return derivative.variables().stream()
        .map(v -> UnicodePrinter.print(Presentation.of(v)))
        .collect(Collectors.joining(", "));
  }

  private String variable() {
    return derivative.wrts().stream()
        .map(w -> UnicodePrinter.print(Parser.parse(w)))
        .collect(Collectors.joining(", "));
  }

  /// {@return `∂f/∂B` or `∂²f/∂x²`; by several variables `∂²f/∂(x, y)²`}
  private String symbol() {
    String x = variable();
    String f = heading.letter();
    if (derivative.order() == 1) {
      return "∂" + f + "/∂" + x;
    }
    boolean plain = x.chars().allMatch(Character::isLetterOrDigit);
    return Heading.power("∂", derivative.order())
        + f
        + "/∂"
        + Heading.power(plain ? x : "(" + x + ")", derivative.order());
  }

  private List<String> definitions(Map<Expr, String> names) {
    var lines = new ArrayList<String>();
    names.forEach((part, name) ->
        lines.add(
            (lines.isEmpty() ? "where " : "  and ")
                + Heading.name(name)
                + " = "
                + heading.typeset(part, names)));
    return lines;
  }

  // what surrounds it

  private List<String> surroundings() {
    var lines = new ArrayList<String>();
    List<String> assumed = derivative.model().assumptions();
    assumed.stream().filter(a -> !a.startsWith(SHAPES)).forEach(a -> lines.add("assumed: " + a));
    derivative.assumptions().stream().filter(a -> !assumed.contains(a)).forEach(lines::add);
    derivative.unconstrained().ifPresent(u -> lines.add("unconstrained: " + typeset(u)));
    derivative
        .independentEntries()
        .ifPresent(e -> lines.add("by independent entries: " + typeset(e)));
    derivative.vech().ifPresent(v -> lines.add("as a vector, by vech: " + typeset(v)));
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
          "relative error "
              + error(check.maxRelativeError())
              + " at "
              + check.points()
              + " random points");
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
    for (Step step : derivative.steps()) {
      lines.add((number < 10 ? " " : "") + number++ + ". " + ink.bold(step.rule()));
      lines.add("    " + step.unicode());
    }
    return lines;
  }
}
