package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.frechet.check.CheckResult;
import org.frechet.derive.Conditions;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.derive.Smoothness;
import org.frechet.derive.Structure;
import org.frechet.derive.Tidy;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Elementwise;
import org.frechet.function.ScalarValued;
import org.frechet.print.LatexPrinter;
import org.frechet.print.Naming;
import org.frechet.print.NumpyPrinter;
import org.frechet.print.Presentation;
import org.frechet.print.Presentation.Style;
import org.frechet.print.TextPrinter;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.frechet.syntax.Model;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// A derivative that passed its check, in every view.
public final class Derivative {
  /// Expressions that would take more symbols than this are written with `let`.
  private static final long LONG = 1500;

  /// A step of the derivation: the rule and the expression it gave.
  public record Step(String rule, Expr expr) {}

  private final String source;
  private final Model model;
  private final Wrt wrt;
  private final Derivation derivation;
  private final CheckResult check;

  private Derivative(
      String source, Model model, Wrt wrt, Derivation derivation, CheckResult check) {
    this.source = source;
    this.model = model;
    this.wrt = wrt;
    this.derivation = derivation;
    this.check = check;
  }

  static Derivative of(String source, Model model, Wrt wrt, int order, Layout layout) {
    Expr variable = variable(model, wrt);
    if (!wrt.transposed()) {
      Derivation d = Derivation.of(model.expr(), variable, order, layout);
      return new Derivative(
          source, model, wrt, d, Verification.of(source, model.expr(), variable).verify(d));
    }
    // by X': differentiate by a fresh Y with X = Y', then write X' for Y again
    Expr y = Algebra.variable(wrt.text(), variable.shape().transposed());
    Expr f = Traversal.substitute(model.expr(), Map.of(variable, y.transpose()));
    Map<Expr, Expr> back =
        Map.of(
            y, variable.transpose(), Algebra.increment(y), Algebra.increment(variable).transpose());
    Derivation d = Derivation.of(f, y, order, layout).substituted(back);
    return new Derivative(
        source, model, wrt, d, Verification.of(source, model.expr(), variable).verify(d));
  }

  private static Expr variable(Model model, Wrt wrt) {
    return Objects.requireNonNull(model.variables().get(wrt.name().text()));
  }

  // the answer

  /// {@return the derivative in the input language}
  public String gradient() {
    return text();
  }

  /// {@return the derivative in the input language; where it has no closed form, its map}
  public String text() {
    return text(value());
  }

  /// {@return the derivative as an expression; where it has no closed form, its map}
  public Expr value() {
    return derivation.value().orElse(derivation.map());
  }

  /// {@return whether the derivative has a closed form, not only its map}
  public boolean isClosed() {
    return derivation.value().isPresent();
  }

  public String unicode() {
    return unicode(value(), Map.of());
  }

  public String latex() {
    return latex(value());
  }

  /// {@return names for the long repeated parts of the answer, inner ones first}
  public Map<Expr, String> names() {
    return Naming.of(List.of(value()), 8);
  }

  /// {@return a complete NumPy module with `value` and `derivative`}
  public String numpy() {
    Set<String> written = Wrt.names(Parser.parse(source));
    List<Expr> variables =
        model.variables().entrySet().stream()
            .filter(v -> written.contains(v.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    return NumpyPrinter.module(
        stable(Tidy.of(model.expr())), stable(value()), variables, variable());
  }

  private static Expr stable(Expr e) {
    return Traversal.map(e, Elementwise::stably);
  }

  /// {@return the Fréchet map: linear in the increment `dX`}
  public String frechet() {
    return text(map());
  }

  public Expr map() {
    return derivation.map();
  }

  /// {@return the differential: tr(G'*dX) with the gradient G where there is one, else the map}
  public String differential() {
    if (!derivation.function().isScalar()
        || derivation.value().isEmpty()
        || variable().isScalar()) {
      return variable().isScalar() ? text(Tidy.of(Algebra.mul(value(), increment()))) : frechet();
    }
    Expr g = derivation.numerator() ? value().transpose() : value();
    return text(ScalarValued.inner(g, increment()));
  }

  private Expr increment() {
    return wrt.transposed()
        ? Algebra.increment(variable()).transpose()
        : Algebra.increment(variable());
  }

  // what surrounds it

  public String source() {
    return source;
  }

  /// {@return the function as understood}
  public Expr function() {
    return model.expr();
  }

  public Model model() {
    return model;
  }

  /// {@return the variable as named in the request: `X` or `X'`}
  public String wrt() {
    return wrt.text();
  }

  public Expr variable() {
    return variable(model, wrt);
  }

  public int order() {
    return derivation.order();
  }

  public String kind() {
    return derivation.kind().title();
  }

  public String layout() {
    return derivation.numerator() ? "numerator" : "denominator";
  }

  public Shape shape() {
    return derivation.shape();
  }

  /// {@return the sizes of the derivative as an array: none for a scalar, one for a column}
  public List<String> sizes() {
    Shape s = shape();
    if (s.isScalar()) {
      return List.of();
    }
    return s.cols().isOne()
        ? List.of(s.rows().toString())
        : List.of(s.rows().toString(), s.cols().toString());
  }

  public CheckResult check() {
    return check;
  }

  public List<String> assumptions() {
    var all = new ArrayList<>(model.assumptions());
    if (!Traversal.contains(model.expr(), variable())) {
      all.add("the function does not depend on " + wrt.name().text());
    }
    String name = wrt.name().text();
    Structure.of(variable())
        .ifPresent(s ->
            all.add(
                derivation.unconstrained().isPresent()
                    ? "%s is %s: this is the gradient within the %s matrices, the projection of the unconstrained one"
                        .formatted(name, s.title(), s.title())
                    : "%s is %s: increments of %s are those of %s matrices"
                        .formatted(name, s.title(), name, s.title())));
    for (Trait trait : List.of(Trait.UNIT, Trait.STOCHASTIC)) {
      if (((Node.Var) variable().node()).traits().contains(trait)) {
        all.add(
            "that %s is %s is not used: the derivative is the unconstrained one"
                .formatted(name, trait.word()));
      }
    }
    return List.copyOf(all);
  }

  public List<String> conditions() {
    Stream<String> domain =
        Conditions.of(derivation, model.parts()).stream()
            .map(c -> condition(c) + range(c.argument()));
    return Stream.concat(domain, Smoothness.of(derivation).stream()).distinct().toList();
  }

  private String condition(Conditions.Condition c) {
    String other = c.other().map(this::text).orElse("");
    return c.need().of(text(asWritten(c)), other, c.function());
  }

  /// A condition inside a sum holds for every value of the index.
  private static String range(Expr e) {
    return Traversal.topological(e).stream()
        .flatMap(
            x -> x.node() instanceof Node.Slice s ? Stream.of(s.rows(), s.cols()) : Stream.of())
        .flatMap(p -> p instanceof Node.Pick.At(Node.Index i) ? Stream.of(i.name()) : Stream.of())
        .findFirst()
        .map(i -> " for all " + i)
        .orElse("");
  }

  /// What is nonzero, invertible or a kink is so with either sign.
  private Expr asWritten(Conditions.Condition c) {
    Expr opposite = Algebra.neg(c.argument());
    boolean signed = c.need().hasSign() || !model.sums().contains(opposite);
    return signed || model.sums().contains(c.argument()) ? c.argument() : opposite;
  }

  /// {@return for a structured variable, the gradient that ignores the structure}
  public Optional<String> unconstrained() {
    return derivation.unconstrained().map(this::text);
  }

  /// {@return for a symmetric variable, the derivative by its independent entries}
  public Optional<String> independentEntries() {
    return derivation.independent().map(this::text);
  }

  public List<Step> steps() {
    var steps = new ArrayList<Step>();
    steps.add(new Step("function", derivation.function()));
    steps.add(new Step("differential", derivation.map()));
    String view = derivation.kind().title();
    steps.add(new Step("read off the " + view, derivation.raw()));
    if (value() != derivation.raw()) {
      steps.add(new Step("simplify", value()));
    }
    return List.copyOf(steps);
  }

  // how expressions around this answer are written

  /// {@return an expression in the input language, sums with the signs of the request}
  public String text(Expr e) {
    return TextPrinter.print(
        e.weight() > LONG
            ? Naming.withLets(e, 2, model.sums())
            : Presentation.of(e, Style.TEXT, Map.of(), model.sums()));
  }

  /// {@return an expression as a line of mathematics, with `names` for some of its parts}
  public String unicode(Expr e, Map<Expr, String> names) {
    return UnicodePrinter.print(
        e.weight() > LONG && names.isEmpty()
            ? Naming.withLets(e, 2, model.sums())
            : typeset(e, names),
        this::isVariable);
  }

  public String latex(Expr e) {
    return LatexPrinter.print(
        e.weight() > LONG ? Naming.withLets(e, 2, model.sums()) : typeset(e, Map.of()),
        this::isVariable);
  }

  private boolean isVariable(String name) {
    return model.variables().containsKey(name);
  }

  private Syntax typeset(Expr e, Map<Expr, String> names) {
    return Presentation.of(e, Style.TYPESET, names, model.sums());
  }

  @Override
  public String toString() {
    return text();
  }
}
