package org.frechet.latex;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Gradients, `\nabla_X f`, and derivatives of declared functions, `\mathrm{D} f(x)`.
final class Nablas {
  private final Reader reader;
  private final Cursor cursor;
  private final Facts facts;
  private final Naming naming;
  private final Scripts scripts;

  Nablas(Reader reader, Naming naming, Scripts scripts) {
    this.reader = reader;
    this.cursor = reader.cursor;
    this.facts = reader.facts;
    this.naming = naming;
    this.scripts = scripts;
  }

  /// `\nabla_X f`, `\nabla f(x)`, `\nabla^2 f`.
  Syntax nabla() {
    Token nabla = cursor.next();
    Optional<Syntax> by = Optional.empty();
    int order = 1;
    String place = "";
    while (cursor.at(Kind.SUB) || cursor.at(Kind.SUP)) {
      Scripts.Extent script = scripts.extent(cursor.at());
      if (cursor.at(Kind.SUP)) {
        if (!scripts.spelled(script).equals("2")) {
          throw Errors.unsupported("this order of \\nabla is not read", cursor.peek(), "");
        }
        order = 2;
      } else if (cursor.get(script.from()).kind() == Kind.NUMBER) {
        place = cursor.get(script.from()).text();
      } else {
        by = Optional.of(named(script));
      }
      cursor.moveTo(script.after());
    }
    if (by.isEmpty() && isDeclaredCall()) {
      return ofDeclared(nabla, place, order);
    }
    boolean alone = new Calls(reader, naming, scripts).isCallHere() || isBare();
    boolean product = by.isEmpty() && !cursor.at(Kind.OPEN);
    Syntax of =
        alone
            ? unscripted()
            : product ? reader.product() : reader.operand("\\nabla", cursor.at(Kind.OPEN), true);
    Syntax variable = by.isPresent() ? by.get() : only(of, nabla);
    Syntax derivative = of;
    for (int i = 0; i < order; i++) {
      derivative = Trees.diff(derivative, variable, cursor.since(nabla));
    }
    return alone ? scripts.after(derivative, nabla) : derivative;
  }

  private boolean isDeclaredCall() {
    Token f = cursor.peek();
    boolean name = f.kind() == Kind.NAME || f.kind() == Kind.FUNCTION;
    return name
        && facts.isDeclared(f.text())
        && facts.isFunction(f.text())
        && cursor.peek(1).is(Kind.OPEN, "(");
  }

  /// `\nabla f(A x)` of a declared function is its gradient at that point.
  private Syntax ofDeclared(Token nabla, String place, int order) {
    Token f = cursor.next();
    List<Syntax> arguments = reader.list(cursor.next());
    String digits = order == 2 ? "2" : place;
    boolean single = arguments.size() == 1;
    if (single == !place.isEmpty() || (order == 2 && !single)) {
      throw Errors.unsupported(
          "\\nabla does not say by which argument of " + f.text(),
          nabla,
          "write \\nabla_1 f(x, y)");
    }
    Span span = cursor.since(nabla);
    Syntax derivative = Trees.call("D" + digits + f.text(), arguments, span, f.span());
    return scripts.after(order == 2 ? derivative : new Syntax.Transpose(derivative, span), nabla);
  }

  private Syntax named(Scripts.Extent script) {
    int back = cursor.at();
    int end = cursor.narrow(script.to());
    cursor.moveTo(script.from());
    Syntax variable = naming.variable();
    if (cursor.at() != script.to()) {
      throw cursor.unexpected();
    }
    cursor.widen(end);
    cursor.moveTo(back);
    return variable;
  }

  /// {@return whether a function stands here by its name alone, as in `\nabla f^\top d`}
  private boolean isBare() {
    Token name = cursor.peek();
    return name.kind() == Kind.NAME
        && (facts.isDefined(name.text())
            || facts.isFunction(name.text())
            || (facts.isFunctionLetter(name.text()) && !facts.has(name.text()))
            || name.font() == Token.Font.CALLIGRAPHIC);
  }

  /// A name or a call, without the scripts after it, which belong to its derivative.
  private Syntax unscripted() {
    if (!new Calls(reader, naming, scripts).isCallHere()) {
      return naming.variable();
    }
    int open = cursor.at() + 1;
    while (cursor.get(open).kind() != Kind.OPEN) {
      open++;
    }
    int after = cursor.closing(open) + 1;
    int end = cursor.narrow(after);
    Syntax call = new Calls(reader, naming, scripts).named();
    cursor.widen(end);
    return call;
  }

  /// {@return the one variable that a function can be differentiated by}
  private Syntax only(Syntax of, Token nabla) {
    if (of instanceof Syntax.Call call
        && (facts.isFunction(call.name()) || reader.called.contains(call.name()))) {
      if (call.arguments().size() == 1
          && call.arguments().getFirst() instanceof Syntax.Name argument) {
        return argument;
      }
      throw Errors.unsupported(
          "the gradient at a point that is no variable is not read",
          of.span(),
          "write \\nabla_x for the gradient of the composition");
    }
    Set<String> names = new TreeSet<>();
    if (of instanceof Syntax.Name n && !facts.isDefined(n.text())) {
      throw Errors.syntax(
          "it is not said by which variable \\nabla differentiates", nabla, "write \\nabla_x f");
    }
    collect(of, names, 0);
    if (names.size() == 1) {
      return new Syntax.Name(names.iterator().next(), nabla.span());
    }
    throw Errors.syntax(
        "it is not said by which variable \\nabla differentiates", nabla, "write \\nabla_x f");
  }

  private void collect(Syntax piece, Set<String> names, int depth) {
    if (piece instanceof Syntax.Name n) {
      var definition =
          facts.known().definitions().stream().filter(d -> d.name().equals(n.text())).findFirst();
      if (definition.isEmpty()) {
        names.add(n.text());
      } else if (!definition.get().parameters().isEmpty()) {
        names.addAll(definition.get().parameters());
      } else if (depth < 20) {
        collect(definition.get().value(), names, depth + 1);
      }
    }
    piece.children().forEach(c -> collect(c, names, depth));
  }

  /// {@return whether D is the derivative of a declared function here}: `\mathrm{D} f(x)`
  boolean isDerivativeSign() {
    return !facts.has("D") && declared() >= 0;
  }

  /// {@return where the declared function after D stands, or -1}
  private int declared() {
    int at = cursor.at() + 1;
    if (cursor.get(at).kind() == Kind.SUP || cursor.get(at).kind() == Kind.SUB) {
      at = scripts.extent(at).after();
    }
    Token f = cursor.get(at);
    boolean name = f.kind() == Kind.NAME || f.kind() == Kind.FUNCTION;
    return name && facts.isDeclared(f.text()) && facts.isFunction(f.text()) ? at : -1;
  }

  /// `\mathrm{D} f(x)`, `\mathrm{D}^2 f(x)`, `\mathrm{D}_{12} f(x, y)`.
  Syntax derivativeSign() {
    Token sign = cursor.peek();
    int function = declared();
    String digits = "";
    for (int i = cursor.at() + 1; i < function; i++) {
      digits += cursor.get(i).kind() == Kind.NUMBER ? cursor.get(i).text() : "";
    }
    cursor.moveTo(function);
    String name = cursor.next().text();
    Token open = cursor.peek();
    if (open.kind() != Kind.OPEN) {
      throw Errors.syntax("the arguments of D%s are missing".formatted(name), sign, "");
    }
    cursor.next();
    List<Syntax> arguments = reader.list(open);
    return scripts.after(
        Trees.call("D" + digits + name, arguments, cursor.since(sign), sign.span()), sign);
  }
}
