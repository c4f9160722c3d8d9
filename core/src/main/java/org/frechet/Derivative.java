package org.frechet;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.check.CheckResult;
import org.frechet.derive.BlockHessian;
import org.frechet.derive.Derivation;
import org.frechet.derive.Kind;
import org.frechet.derive.Tidy;
import org.frechet.derive.View;
import org.frechet.diff.Differential.Rules;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Elementwise;
import org.frechet.function.Functions;
import org.frechet.function.ScalarValued;
import org.frechet.print.Naming;
import org.frechet.print.NumpyPrinter;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;
import org.frechet.syntax.Model;
import org.frechet.syntax.Parser;

/// A derivative that passed its check, in every view.
public final class Derivative {
  private final String source;
  private final Model model;
  private final String wrt;
  private final Target target;
  private final List<Expr> variables;
  private final Derivation derivation;
  private final Optional<View> view;
  private final CheckResult check;

  private Derivative(
      String source,
      Model model,
      String wrt,
      Target target,
      List<Expr> variables,
      Derivation derivation,
      Optional<View> view,
      CheckResult check) {
    this.source = source;
    this.model = model;
    this.wrt = wrt;
    this.target = target;
    this.variables = List.copyOf(variables);
    this.derivation = derivation;
    this.view = view;
    this.check = check;
  }

  /// @param written the function, for a structured variable as if it had no structure
  /// @param direction what the form asked for acts on, if it was given
  static Derivative of(
      String source,
      Model model,
      Expr written,
      String wrt,
      Target target,
      Query query,
      Optional<Expr> direction) {
    Expr y = target.standIn();
    if (target.losesStructure()) {
      return turned(source, model, wrt, target, query);
    }
    Expr f = target.isWhole() ? model.expr() : substituted(model.expr(), target.forward());
    Expr free = target.isWhole() ? written : f;
    Verification verification = Verification.of(source, f, y).written(free);
    Derivation d = verification.shortest(Derivation.of(free, y, query.order(), query.layout()));
    Derivation shown = target.here(d);
    Derivation checked = target.there(shown);
    CheckResult found = verification.checked(checked);
    if (found.verdict() == CheckResult.Verdict.UNDEFINED) { // divides by zero everywhere
      d = Derivation.of(free, y, query.order(), query.layout(), Rules.EVERYWHERE);
      shown = target.here(d);
      checked = target.there(shown);
      found = verification.checked(checked);
    }
    CheckResult check = verification.accepted(checked, found);
    Optional<View> view = Optional.empty();
    if (query.form().isPresent()) {
      Optional<Expr> name = direction.filter(v -> isNew(v, model));
      View v = View.of(d, query.form().get(), name, taken(model));
      verification.verify(d, v);
      View pointed = name.isPresent() || direction.isEmpty() ? v : v.along(direction.get());
      view = Optional.of(target.isWhole() ? pointed : pointed.substituted(target.back()));
    }
    List<Expr> variables = List.of(target.variable());
    return new Derivative(source, model, wrt, target, variables, shown, view, check);
  }

  /// By the transpose of a variable whose structure is of its columns or of its rows.
  private static Derivative turned(
      String source, Model model, String wrt, Target target, Query query) {
    Expr f = model.expr();
    if (!f.isScalar() || query.order() > 1 || query.form().isPresent()) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "by the transpose of this structured variable there is only the gradient")
          .hint("differentiate by the variable itself")
          .refusal();
    }
    Derivation d = Derivation.of(f, target.variable(), 1, query.layout());
    CheckResult check = Verification.of(source, f, target.variable()).verify(d);
    List<Expr> variables = List.of(target.variable());
    return new Derivative(
        source, model, wrt, target, variables, d.turned(), Optional.empty(), check);
  }

  /// {@return the block Hessian by several variables}
  static Derivative hessian(String source, Model model, String wrt, List<Expr> variables) {
    BlockHessian h = BlockHessian.of(model.expr(), variables);
    CheckResult check = Verification.verify(source, h);
    Expr first = variables.getFirst();
    Target target = Target.of(first, first, false, wrt);
    return new Derivative(
        source, model, wrt, target, variables, h.derivation(), Optional.empty(), check);
  }

  private static Expr substituted(Expr e, Map<Expr, Expr> replacement) {
    return Traversal.substitute(e, replacement);
  }

  private static boolean isNew(Expr direction, Model model) {
    return direction.node() instanceof Node.Var v && !model.variables().containsKey(v.name());
  }

  Derivation derivation() {
    return derivation;
  }

  Set<String> taken() {
    return taken(model);
  }

  /// {@return the names that have a meaning: variables and sizes}
  private static Set<String> taken(Model model) {
    var taken = new HashSet<>(model.variables().keySet());
    for (Expr v : model.variables().values()) {
      taken.addAll(v.shape().count().names());
    }
    return taken;
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

  /// {@return the derivative as an expression, in the form asked for; where it has no closed form,
  /// its map}
  public Expr value() {
    return view.map(View::expr).orElseGet(this::array);
  }

  private Expr array() {
    return derivation.value().orElse(derivation.map());
  }

  /// {@return the form other than an array in a layout, if one was asked for}
  public Optional<View> view() {
    return view;
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
    Expr derivative = view.flatMap(View::index).isPresent() ? array() : value();
    return NumpyPrinter.module(
        stable(Tidy.of(model.expr())), stable(derivative), variables, variable());
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

  /// {@return the differential: tr(G'*dX) with the gradient G where there is one, for higher orders
  /// of a scalar function d²f, d³f …, else the map}
  public String differential() {
    if (derivation.total().isPresent()) {
      return text(derivation.total().get());
    }
    Expr dx = target.byIncrement();
    if (dx.isScalar()) {
      return text(Tidy.of(Algebra.mul(array(), dx)));
    }
    if (!derivation.function().isScalar() || derivation.value().isEmpty()) {
      return frechet();
    }
    return text(ScalarValued.inner(derivation.numerator() ? array().transpose() : array(), dx));
  }

  /// {@return the total differential of one function by several variables: the sum of the maps}
  public static String total(List<Derivative> derivatives) {
    return derivatives
        .getFirst()
        .text(Algebra.add(derivatives.stream().map(Derivative::map).toList()));
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
    return wrt;
  }

  /// {@return what it is by, one text for each of several variables}
  public List<String> wrts() {
    return Wrt.list(wrt);
  }

  /// {@return whether the derivative is a linear map in the first place, not an array: where
  /// function or gradient is not a vector, or only the map has a closed form}
  public boolean isMap() {
    Kind kind = derivation.kind();
    boolean stacked = kind == Kind.FRECHET || (kind == Kind.HESSIAN && by().shape().isMatrix());
    return variables.size() == 1 && (stacked || !isClosed());
  }

  public Expr variable() {
    return target.variable();
  }

  /// {@return all variables that the derivative is by: several for a block Hessian}
  public List<Expr> variables() {
    return variables;
  }

  /// {@return what the derivative is by, an expression in the variable: `X`, `X'`, `X(1,2)`}
  public Expr by() {
    return target.by();
  }

  /// {@return the increment of what the derivative is by}
  public Expr increment() {
    return target.byIncrement();
  }

  public int order() {
    return derivation.order();
  }

  public String kind() {
    return view.map(v -> v.title(derivation)).orElse(derivation.kind().title());
  }

  public String layout() {
    return derivation.numerator() ? "numerator" : "denominator";
  }

  public Shape shape() {
    return view.map(v -> v.expr().shape())
        .orElseGet(() -> isClosed() ? derivation.shape() : array().shape());
  }

  /// {@return the sizes of the derivative as an array: none for a scalar, one for a column, for an
  /// index form those of the array in a layout, which the code returns}
  public List<String> sizes() {
    Shape s = view.flatMap(View::index).isPresent() ? derivation.shape() : shape();
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
    return caveats().assumptions();
  }

  public List<String> conditions() {
    return caveats().conditions();
  }

  private Caveats caveats() {
    return new Caveats(model, variables, derivation, view);
  }

  /// {@return for a structured variable, the gradient that ignores the structure}
  public Optional<String> unconstrained() {
    return derivation.unconstrained().map(this::text);
  }

  /// {@return for a symmetric variable, the derivative by its independent entries}
  public Optional<String> independentEntries() {
    return derivation.independent().map(this::text);
  }

  /// {@return for a symmetric variable, the gradient by its independent entries as one vector}
  public Optional<String> vech() {
    return derivation
        .independent()
        .flatMap(h -> Functions.byName("vech").map(f -> f.of(h)))
        .map(this::text);
  }

  /// {@return how it was found: a short derivation by differentials, or of forms and parts an
  /// outline}
  public List<Step> steps() {
    return Step.of(this);
  }

  // how expressions around this answer are written

  /// {@return an expression in the input language, sums with the signs of the request}
  public String text(Expr e) {
    return Writing.of(model).text(e);
  }

  /// {@return an expression as a line of mathematics, with `names` for some of its parts}
  public String unicode(Expr e, Map<Expr, String> names) {
    return Writing.of(model).unicode(e, names);
  }

  public String latex(Expr e) {
    return Writing.of(model).latex(e);
  }

  @Override
  public String toString() {
    return text();
  }
}
