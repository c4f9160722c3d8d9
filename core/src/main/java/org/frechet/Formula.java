package org.frechet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.derive.StructureNote;
import org.frechet.derive.TangentSpace;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.print.Presentation;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Context;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// A function as written, with declarations. Immutable.
public final class Formula {
  private final String text;
  private final Optional<Syntax> parsed;
  private final List<Declaration> declarations;

  private Formula(String text, Optional<Syntax> parsed, List<Declaration> declarations) {
    this.text = text;
    this.parsed = parsed;
    this.declarations = List.copyOf(declarations);
  }

  Formula(String text, Syntax syntax, List<Declaration> declarations) {
    this(text, Optional.of(syntax), declarations);
  }

  static Formula of(String text) {
    Optional<Syntax> parsed =
        Texts.isLatex(text) ? Optional.empty() : Optional.of(Parser.parse(text));
    return new Formula(text, parsed, List.of());
  }

  /// {@return what was written} LaTeX is read anew with what is declared by now.
  private Syntax syntax() {
    return parsed.orElseGet(() -> Texts.expression(text, declared()));
  }

  /// {@return this formula once and for all read}
  private Formula read() {
    return parsed.isPresent() ? this : new Formula(text, Optional.of(syntax()), declarations);
  }

  /// {@return this formula with a variable declared} @param specification such as `matrix(n,p)`
  public Formula declare(String name, String specification) {
    var more = new ArrayList<>(declarations);
    more.add(Declarations.parse(name, specification));
    return new Formula(text, parsed, more);
  }

  /// {@return this formula with variables declared, as in `X: matrix(n,p); y: vector(n)`}
  public Formula declare(String declarationList) {
    var more = new ArrayList<>(declarations);
    more.addAll(Declarations.parse(declarationList));
    return new Formula(text, parsed, more);
  }

  public String text() {
    return text;
  }

  /// {@return the typed function} @throws org.frechet.shape.Refusal if shapes do not fit
  public Model model() {
    return model(List.of());
  }

  private Model model(List<Syntax> extra) {
    return Elaborator.elaborate(
        syntax(), Context.of(declared()).extra(extra).differentiator(Formula::nested));
  }

  private Map<String, Declaration> declared() {
    Map<String, Declaration> declared = new HashMap<>();
    declarations.forEach(d -> declared.put(d.name(), d));
    return declared;
  }

  /// `diff(E, X)` inside an expression: the derivative in the default layout, checked like any
  /// other.
  static Expr nested(Expr f, Expr variable) {
    Derivation d = Derivation.nested(f, variable);
    Expr value =
        d.value()
            .orElseThrow(() ->
                Problem.of(Problem.Code.UNSUPPORTED, "this nested derivative has no closed form")
                    .refusal());
    Verification.of("an inner function", f, variable).verify(d);
    return value;
  }

  /// {@return the derivative by a variable, of order one in the default layout}
  public Derivative derivative(String variable) {
    return derivative(Query.by(variable));
  }

  /// {@return the checked derivative by a variable, or by its transpose as in `X'`}
  ///
  /// @throws org.frechet.shape.Refusal if there is none, or if it fails its check
  public Derivative derivative(String variable, int order, Layout layout) {
    return derivative(Query.by(variable).order(order).layout(layout));
  }

  /// {@return the checked derivative that is asked for}
  ///
  /// @throws org.frechet.shape.Refusal if there is none, or if it fails its check
  public Derivative derivative(Query query) {
    if (parsed.isEmpty()) {
      return read().derivative(query);
    }
    Wrt wrt = Wrt.parse(query.wrt());
    model(); // what is wrong with the expression comes before what is wrong with the variable
    wrt.requireKnown(syntax(), declared());
    Model model = model(List.of(wrt.name()));
    Expr variable = Objects.requireNonNull(model.variables().get(wrt.name().text()));
    requireIncrement(model, wrt.name().text());
    Expr base = variable;
    if (!wrt.isWhole()) {
      List<Model> both = together(wrt.upright(), "cannot differentiate by " + wrt.text());
      model = both.getFirst();
      variable = Objects.requireNonNull(model.variables().get(wrt.name().text()));
      base = both.getLast().expr();
      requireFree(variable);
    }
    Target target = Target.of(variable, base, wrt.isTurned(), wrt.text());
    Optional<Expr> direction =
        query.along().isEmpty()
            ? Optional.empty()
            : Optional.of(direction(query.along(), model, target.by()));
    Expr written = target.isWhole() ? written(model, wrt) : model.expr();
    return Derivative.of(
        Texts.plain(text, syntax()), model, written, wrt.text(), target, query, direction);
  }

  /// {@return the function as written, of a variable that has lost what its declaration says of its
  /// increments} Reading with the declaration makes `K'` of a skew K into `-K`, which a gradient
  /// that ignores the structure must not know. A derivative inside the expression does depend on
  /// the structure, and some functions exist within it only: there the reading stands.
  private Expr written(Model model, Wrt wrt) {
    String name = wrt.name().text();
    Expr variable = Objects.requireNonNull(model.variables().get(name));
    Expr freed = TangentSpace.freed(variable);
    if (freed == variable || Wrt.isDifferentiated(syntax())) {
      return model.expr();
    }
    var more = new ArrayList<>(declarations);
    declarations.stream()
        .filter(d -> d.name().equals(name))
        .map(d -> new Declaration(name, d.kind(), d.shape(), ((Node.Var) freed.node()).traits()))
        .forEach(more::add);
    try {
      return new Formula(text, parsed, more).model(List.of(wrt.name())).expr();
    } catch (Refusal e) {
      if (e.problem().code() == Problem.Code.TIMEOUT) {
        throw e;
      }
      return model.expr();
    }
  }

  /// {@return the derivatives by one or several variables, separated by commas}: of order two of a
  /// scalar function by several, the block Hessian
  public List<Derivative> derivatives(Query query) {
    if (parsed.isEmpty()) {
      return read().derivatives(query);
    }
    List<String> texts = Wrt.list(query.wrt());
    if (texts.size() == 1 || query.order() == 1 || !model().expr().isScalar()) {
      return texts.stream().map(t -> derivative(query.wrt(t))).toList();
    }
    if (query.order() > 2 || query.form().isPresent()) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "by several variables there are the gradients and the block Hessian, no other orders and forms")
          .hint("differentiate by one variable, or nest: diff(diff(E, x), y)")
          .refusal();
    }
    List<Wrt> wrts = texts.stream().map(Wrt::parse).toList();
    for (Wrt wrt : wrts) {
      wrt.requireKnown(syntax(), declared());
      if (!wrt.isWhole() || wrt.isTurned()) {
        throw Problem.of(
                Problem.Code.UNSUPPORTED,
                "a block Hessian is by whole variables, not " + wrt.text())
            .refusal();
      }
    }
    Model model = model(wrts.stream().<Syntax>map(Wrt::name).toList());
    wrts.forEach(w -> requireIncrement(model, w.name().text()));
    List<Expr> variables =
        wrts.stream()
            .map(w -> Objects.requireNonNull(model.variables().get(w.name().text())))
            .distinct()
            .toList();
    return List.of(
        Derivative.hessian(Texts.plain(text, syntax()), model, String.join(",", texts), variables));
  }

  /// Answers use dX for the increment of X.
  private static void requireIncrement(Model model, String name) {
    String increment = "d" + name;
    if (model.variables().containsKey(increment)) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "%s is a variable, but also the increment of %s in answers"
                  .formatted(increment, name))
          .hint("use another name for " + increment)
          .refusal();
    }
  }

  /// Entries of a structured variable depend on each other, so none can move alone.
  private static void requireFree(Expr variable) {
    Optional<TangentSpace> space = TangentSpace.of(variable);
    if (space.isPresent()) {
      String x = ((Node.Var) variable.node()).name();
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              StructureNote.property(space.get()) + ", so a part of it cannot change alone")
          .hint("differentiate by %s itself, or declare it without the attribute".formatted(x))
          .refusal();
    }
  }

  /// {@return this formula and a piece over the same variables} Places in the piece are not places
  /// in the formula, so they are dropped.
  private List<Model> together(Syntax piece, String purpose) {
    try {
      return Elaborator.elaborate(
          List.of(syntax(), piece), Context.of(declared()).differentiator(Formula::nested));
    } catch (Refusal r) {
      Problem p = r.problem();
      throw Problem.of(p.code(), purpose + ": " + p.message()).hint(p.hint()).refusal();
    }
  }

  /// A name without another meaning is a direction of the right shape.
  private Expr direction(String text, Model model, Expr by) {
    Syntax piece = Texts.expression(text, declared());
    if (piece instanceof Syntax.Name name && !model.variables().containsKey(name.text())) {
      return Algebra.variable(name.text(), by.shape());
    }
    Expr direction = together(piece, "the direction " + text).getLast().expr();
    if (!direction.shape().equals(by.shape())) {
      throw Problem.of(
              Problem.Code.SHAPE_MISMATCH,
              "the direction %s is %s, but the variable is %s"
                  .formatted(text, direction.shape(), by.shape()))
          .hint("a direction has the shape of the variable")
          .refusal();
    }
    return direction;
  }

  /// {@return the expression as understood, in the input language}
  @Override
  public String toString() {
    return TextPrinter.print(Presentation.of(model().expr()));
  }
}
