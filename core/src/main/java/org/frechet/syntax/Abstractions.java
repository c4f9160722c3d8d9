package org.frechet.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.function.AbstractFunction;
import org.frechet.function.DerivativeSymbol;
import org.frechet.function.Functions;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;

/// How declared functions and their derivatives are written.
///
/// | function | derivatives |
/// |---|---|
/// | elementwise, or of a scalar and scalar | `f'(t)`, `f''(t)` |
/// | of one argument | `Df(x)`, `D2f(x)`, `D3f(x)` |
/// | of several | `D1f(x, y)` by the first, `D12f(x, y)` by the first, then the second |
final class Abstractions {
  private static final Pattern DERIVATIVE = Pattern.compile("D(?:_?([0-9]+)_?)?(.+)");

  private Abstractions() {}

  private static Optional<AbstractFunction> function(
      String name, Map<String, Declaration> declared) {
    return Optional.ofNullable(declared.get(name)).flatMap(Declaration::function);
  }

  /// {@return the function or derivative that is called so}; names of the scope come first
  static Optional<DerivativeSymbol> called(
      Syntax.Call call, Map<String, Declaration> declared, Scope<?> scope) {
    String name = call.name();
    if (scope.find(name).isPresent()) {
      return Optional.empty();
    }
    Optional<AbstractFunction> plain = function(name, declared);
    if (plain.isPresent() || declared.containsKey(name)) {
      return plain.map(f -> f.symbol(List.of()));
    }
    try {
      return derivative(name, declared).filter(d -> scope.find(d.of().name()).isEmpty());
    } catch (Refusal refusal) {
      throw Wording.placed(refusal, call.nameSpan());
    }
  }

  /// {@return the derivative of a declared function that has this name}
  private static Optional<DerivativeSymbol> derivative(
      String name, Map<String, Declaration> declared) {
    Matcher parts = DERIVATIVE.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<AbstractFunction> f = function(parts.group(2), declared);
    String digits = parts.group(1) == null ? "" : parts.group(1);
    return f.map(g -> derivative(g, digits, name));
  }

  private static DerivativeSymbol derivative(AbstractFunction f, String digits, String name) {
    if (f.elementwise()) {
      throw refusal(
          "the derivative of the elementwise function " + f.name() + " is elementwise too",
          "write " + f.name() + "'(...) for its values");
    }
    if (f.arity() == 1) {
      boolean order = digits.isEmpty() || (digits.length() == 1 && !digits.equals("0"));
      if (!order) {
        throw refusal(
            name + " is no derivative: the order is a digit from 1 to 9",
            "write D2" + f.name() + "(...) for the second derivative");
      }
      return f.ofOrder(digits.isEmpty() ? 1 : Integer.parseInt(digits));
    }
    var by = new ArrayList<Integer>();
    digits.chars().forEach(c -> by.add(c - '1'));
    if (by.isEmpty()
        || by.size() > DerivativeSymbol.MAX_ORDER
        || by.stream().anyMatch(i -> i < 0 || i >= f.arity())) {
      throw refusal(
          "%s does not say by which of the %d arguments of %s".formatted(name, f.arity(), f.name()),
          "write D1%s(...) for the derivative by the first, D12%s(...) by the first and the second"
              .formatted(f.name(), f.name()));
    }
    return f.symbol(by);
  }

  /// {@return how to declare what is called so, for the hint about an unknown function}
  static String advice(String name, int arguments) {
    Matcher parts = DERIVATIVE.matcher(name);
    String f = parts.matches() ? parts.group(2) : name;
    String signature = arguments == 1 ? ": vector(n) -> scalar" : ": vector(n), scalar -> scalar";
    return (parts.matches() ? "for the derivative of " + f : "for a function of your own")
        + " declare "
        + f
        + signature;
  }

  private static Refusal refusal(String message, String hint) {
    return Problem.of(Code.BAD_REQUEST, message).hint(hint).refusal();
  }

  /// {@return the derivative that `f''(t)` is, if f is a declared function}
  static Optional<DerivativeSymbol> primed(
      Syntax.Index piece, Map<String, Declaration> declared, Scope<?> scope) {
    int primes = 0;
    Syntax target = piece.target();
    while (target instanceof Syntax.Transpose(Syntax inner, Syntax.Span _)) {
      primes++;
      target = inner;
    }
    if (!(target instanceof Syntax.Name n) || scope.find(n.text()).isPresent()) {
      return Optional.empty();
    }
    int order = primes;
    return function(n.text(), declared).map(f -> primed(f, order, piece.target().span()));
  }

  private static DerivativeSymbol primed(AbstractFunction f, int order, Syntax.Span place) {
    boolean ofScalar = f.elementwise() || (f.arity() == 1 && f.arguments().getFirst().isScalar());
    if (!ofScalar && order > 0) {
      throw Wording.placed(
          refusal(
              "primes are for functions of a scalar, and %s is declared as %s"
                  .formatted(f.name(), f.declaration()),
              f.arity() == 1
                  ? "write D" + f.name() + "(...) for its derivative"
                  : "write D1" + f.name() + "(...) for its derivative by the first argument"),
          place);
    }
    if (order > DerivativeSymbol.MAX_ORDER) {
      throw Wording.placed(
          refusal(
              "derivatives beyond order " + DerivativeSymbol.MAX_ORDER + " are not available", ""),
          place);
    }
    return f.ofOrder(order);
  }

  /// {@return the call that `f'(t)` is, to be named in messages}
  static Syntax.Call call(Syntax.Index piece) {
    return new Syntax.Call(
        Wording.of(piece.target()), piece.selectors(), piece.span(), piece.target().span());
  }

  /// Refuses a function or derivative without arguments.
  static void refuseBare(Syntax.Name name, Map<String, Declaration> declared) {
    Optional<AbstractFunction> f = function(name.text(), declared);
    if (f.isEmpty() && !declared.containsKey(name.text())) {
      f = derivative(name.text(), declared).map(DerivativeSymbol::of);
    }
    if (f.isPresent()) {
      boolean itself = f.get().name().equals(name.text());
      throw Wording.refusal(
          Code.BAD_REQUEST,
          (itself
                  ? name.text() + " is declared as a function"
                  : name.text() + " is the derivative of the function " + f.get().name())
              + " and stands here without arguments",
          name.span(),
          "write " + name.text() + "(" + (f.get().arity() == 1 ? "x" : "x, y") + ")");
    }
  }

  /// Refuses a variable with the name of a derivative or, where there are increments, a function
  /// with the name of one: what is printed could not be read back.
  static void refuseClashes(Names names) {
    Map<String, Declaration> declared = names.declared();
    if (declared.values().stream().noneMatch(d -> d.function().isPresent())) {
      return;
    }
    var all = new TreeSet<>(declared.keySet());
    all.addAll(names.variables());
    for (String name : all) {
      Matcher parts = DERIVATIVE.matcher(name);
      boolean derivative = parts.matches() && function(parts.group(2), declared).isPresent();
      if (derivative && declared.containsKey(name)) {
        throw refusal(
            "%s is declared, but it also names a derivative of the function %s"
                .formatted(name, parts.group(2)),
            "use another name");
      }
      if (function("d" + name, declared).isPresent()) {
        throw refusal(
            "d%s is declared as a function, but it also names the increment of %s"
                .formatted(name, name),
            "use another name");
      }
    }
  }

  /// Refuses a function that would hide one of the language, since answers may contain both; an
  /// alias stands in no answer.
  static void refuseNameOfLanguage(AbstractFunction f, Token place) {
    for (String name : List.of(f.name(), "D" + f.name())) {
      boolean written = Functions.byName(name).filter(g -> g.name().equals(name)).isPresent();
      if (written || Special.words().contains(name) || name.equals("pi") || name.equals("let")) {
        throw Declarations.bad(
            "%s cannot be declared as a function: %s has a meaning in the language"
                .formatted(f.name(), name),
            place,
            "use another name");
      }
    }
  }
}
