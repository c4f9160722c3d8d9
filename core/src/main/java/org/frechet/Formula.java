package org.frechet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Expr;
import org.frechet.print.Presentation;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.syntax.Context;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Syntax;

/// A function as written, with declarations. Immutable.
public final class Formula {
  private final String text;
  private final Syntax syntax;
  private final List<Declaration> declarations;

  Formula(String text, Syntax syntax, List<Declaration> declarations) {
    this.text = text;
    this.syntax = syntax;
    this.declarations = List.copyOf(declarations);
  }

  /// {@return this formula with a variable declared} @param specification such as `matrix(n,p)`
  public Formula declare(String name, String specification) {
    var more = new ArrayList<>(declarations);
    more.add(Declarations.parse(name, specification));
    return new Formula(text, syntax, more);
  }

  /// {@return this formula with variables declared, as in `X: matrix(n,p); y: vector(n)`}
  public Formula declare(String declarationList) {
    var more = new ArrayList<>(declarations);
    more.addAll(Declarations.parse(declarationList));
    return new Formula(text, syntax, more);
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
        syntax, Context.of(declared()).extra(extra).differentiator(Formula::nested));
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
    return derivative(variable, 1, Layout.MIXED);
  }

  /// {@return the checked derivative by a variable, or by its transpose as in `X'`}
  ///
  /// @throws org.frechet.shape.Refusal if there is none, or if it fails its check
  public Derivative derivative(String variable, int order, Layout layout) {
    Wrt wrt = Wrt.parse(variable);
    model(); // what is wrong with the expression comes before what is wrong with the variable
    wrt.requireKnown(syntax, declared());
    Model model = model(List.of(wrt.name()));
    return Derivative.of(text, model, wrt, order, layout);
  }

  /// {@return the expression as understood, in the input language}
  @Override
  public String toString() {
    return TextPrinter.print(Presentation.of(model().expr()));
  }
}
