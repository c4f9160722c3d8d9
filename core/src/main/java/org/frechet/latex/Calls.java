package org.frechet.latex;

import java.util.List;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Functions and their arguments, with or without parentheses.
final class Calls {
  /// Elementwise in the language; of a square matrix they may be meant as functions of the whole.
  private static final java.util.Set<String> WHOLE = java.util.Set.of("exp", "log", "sqrt");

  private final Reader reader;
  private final Cursor cursor;
  private final Facts facts;
  private final Scripts scripts;
  private final Naming naming;

  Calls(Reader reader, Naming naming, Scripts scripts) {
    this.naming = naming;
    this.reader = reader;
    this.cursor = reader.cursor;
    this.facts = reader.facts;
    this.scripts = scripts;
  }

  /// {@return whether parentheses after this name hold arguments}
  boolean isCall() {
    Token name = cursor.peek();
    int primes = 0;
    while (cursor.peek(1 + primes).kind() == Kind.PRIME) {
      primes++;
    }
    Token open = cursor.peek(1 + primes);
    String text = Greek.known(name.text(), facts::has);
    if (!open.is(Kind.OPEN, "(") && !(open.is(Kind.OPEN, "[") && facts.isFunction(text))) {
      return cursor.peek(1).kind() == Kind.SUB && (isExtreme() || isSubscriptedCall());
    }
    if (facts.isFunction(text)) {
      return true;
    }
    if (facts.has(text)) {
      return false;
    }
    if (primes > 0) {
      return facts.isFunctionLetter(text) || Commands.GREEK.contains(text);
    }
    int close = cursor.closing(cursor.at() + 1);
    boolean list = false;
    for (int i = cursor.at() + 2, depth = 0; i < close; i++) {
      depth += Cursor.level(cursor.get(i));
      list |= depth == 0 && cursor.get(i).kind() == Kind.COMMA;
    }
    return list
        || facts.isFunctionLetter(text)
        || isSigmoid(text)
        || isSingleName(cursor.at() + 2, close);
  }

  boolean isCallHere() {
    return cursor.at(Kind.NAME) && isCall();
  }

  /// `f_1(x)`, `R_m(h)`
  private boolean isSubscriptedCall() {
    Scripts.Extent below = scripts.extent(cursor.at() + 1);
    if (!cursor.get(below.after()).is(Kind.OPEN, "(")) {
      return false;
    }
    int back = cursor.at();
    Syntax name = naming.variable();
    cursor.moveTo(back);
    int open = below.after();
    return name instanceof Syntax.Name n
        && !facts.isDeclared(n.text())
        && (facts.isFunction(n.text())
            || facts.isFunctionLetter(cursor.peek().text())
            || isSingleName(open + 1, cursor.closing(open)));
  }

  private boolean isExtreme() {
    if (!cursor.peek().text().matches("lambda|sigma")) {
      return false;
    }
    Scripts.Extent below = scripts.extent(cursor.at() + 1);
    return below.to() - below.from() == 1
        && cursor.get(below.from()).text().matches("max|min")
        && cursor.get(below.after()).is(Kind.OPEN, "(");
  }

  private boolean isSigmoid(String text) {
    return text.matches("sigma|σ|Gamma|Γ");
  }

  private boolean isSingleName(int from, int to) {
    return cursor.get(from).kind() == Kind.NAME
        && (to == from + 1
            || (cursor.get(from + 1).kind() == Kind.SUB && scripts.extent(from + 1).after() == to));
  }

  /// `f(x)`, `f'(x)`, `\sigma(x)`, `\lambda_{\max}(S)`.
  Syntax named() {
    Token name = cursor.next();
    String text = Greek.known(name.text(), facts::has);
    if (cursor.at(Kind.SUB)) {
      cursor.moveTo(cursor.at() - 1);
      boolean extreme = isExtreme();
      cursor.moveTo(cursor.at() + 1);
      if (extreme) {
        Scripts.Extent below = scripts.extent(cursor.at());
        String which = cursor.get(below.from()).text();
        cursor.moveTo(below.after());
        return scripts.after(extreme(text, which, name), name);
      }
      cursor.moveTo(cursor.at() - 1);
      Syntax called = naming.variable();
      if (!(called instanceof Syntax.Name n)) {
        throw Errors.ambiguous(
            "this", "the value of a function", "a product with an entry", called.span());
      }
      text = n.text();
    }
    Syntax target = new Syntax.Name(text, name.span());
    int primes = 0;
    while (cursor.skip(Kind.PRIME)) {
      primes++;
      target = new Syntax.Transpose(target, cursor.since(name));
    }
    Token open = cursor.next();
    List<Syntax> arguments = reader.list(open);
    Span span = cursor.since(name);
    if (primes > 0) {
      if (!facts.isDeclared(text)) {
        throw Errors.unsupported(
            "the derivative of %s by its argument needs a declared function".formatted(text),
            span,
            "declare %s: elementwise, or write \\frac{d}{dx} %s(x)".formatted(text, text));
      }
      return scripts.after(new Syntax.Index(target, arguments, span), name);
    }
    if (!facts.has(text) && arguments.size() == 1) {
      if (isSigmoid(text)) {
        if (facts.isPlain(name.text())) {
          throw Errors.ambiguous(
              "\\" + text + "(…)", "a function", "a product with the variable", span);
        }
        String function = text.equals("sigma") || text.equals("σ") ? "sigmoid" : "gamma";
        return scripts.after(Trees.call(function, arguments, span, name.span()), name);
      }
    }
    if (!facts.has(text)) {
      reader.called.add(text);
    }
    return scripts.after(Trees.call(text, arguments, span, name.span()), name);
  }

  private Syntax extreme(String letter, String which, Token name) {
    Token open = cursor.next();
    List<Syntax> arguments = reader.list(open);
    String function =
        letter.equals("lambda") ? "l" + which : which.equals("max") ? "specnorm" : "sigmamin";
    return Trees.call(function, arguments, cursor.since(name), name.span());
  }

  /// `\log x`, `\operatorname{tr}(A)`, `\log\det X`, `\sin^2 x`.
  Syntax function() {
    Token token = cursor.next();
    String name = token.text();
    Scripts.Extent power = null;
    Token sup = token;
    if (facts.isDeclared(name) && !facts.isFunction(name)) {
      return scripts.after(new Syntax.Name(name, token.span()), token);
    }
    int primes = 0;
    while (facts.isFunction(name) && cursor.skip(Kind.PRIME)) {
      primes++;
    }
    while (cursor.at(Kind.SUP) || cursor.at(Kind.SUB)) {
      Scripts.Extent script = scripts.extent(cursor.at());
      if (cursor.at(Kind.SUB)) {
        if (name.matches("argmin|argmax")) {
          return argument(token, script);
        }
        name = based(name, script);
      } else {
        sup = cursor.peek();
        power = script;
        if (cursor.get(script.from()).is(Kind.OPERATOR, "-")) {
          throw Errors.syntax(
              "this may be the inverse function or the reciprocal",
              sup,
              "write \\arcsin, or parentheses: (\\sin x)^{-1}");
        }
      }
      cursor.moveTo(script.after());
    }
    Syntax call = applied(name, token, primes);
    if (power == null) {
      return call;
    }
    Syntax raised = scripts.raised(call, power, cursor.since(token), sup);
    boolean entries = name.matches("(?:sin|cos|tan)h?|sigmoid|relu|erf");
    return entries && raised instanceof Syntax.Binary b && b.operator().equals("^")
        ? new Syntax.Binary(".^", b.left(), b.right(), b.span(), b.operatorSpan())
        : raised;
  }

  private String based(String name, Scripts.Extent script) {
    String base = scripts.spelled(script);
    if (name.equals("log") && base.matches("2|10|e")) {
      return base.equals("e") ? "log" : "log" + base;
    }
    throw Errors.unsupported(
        "\\%s with the subscript %s is not read"
            .formatted(name, base.length() > 20 ? base.substring(0, 20) : base),
        new Span(cursor.peek().start(), cursor.get(script.after() - 1).end()),
        name.matches("max|min") ? "write \\max(x) for the largest entry" : "");
  }

  private Syntax applied(String name, Token token, int primes) {
    boolean braces = cursor.at(Kind.BRACE);
    if (cursor.at(Kind.OPEN, "(")
        || cursor.at(Kind.OPEN, "[")
        || cursor.at(Kind.OPEN, "{")
        || braces) {
      List<Syntax> arguments;
      if (braces) {
        int close = cursor.closing(cursor.at());
        arguments = List.of(bracketed(cursor.at() + 1, close));
        cursor.moveTo(close + 1);
      } else {
        arguments = reader.list(cursor.next());
      }
      Span span = cursor.since(token);
      if (primes > 0) {
        Syntax target = new Syntax.Name(name, token.span());
        for (int i = 0; i < primes; i++) {
          target = new Syntax.Transpose(target, token.span());
        }
        return scripts.after(new Syntax.Index(target, arguments, span), token);
      }
      return scripts.after(call(name, arguments, span, token), token);
    }
    Token next = cursor.peek();
    if (next.kind() == Kind.FUNCTION || next.kind() == Kind.BAR || next.kind() == Kind.NORM) {
      Syntax argument = reader.factor();
      return call(name, List.of(argument), cursor.since(token), token);
    }
    if (next.is(Kind.NAME, "Gamma")
        && name.equals("log")
        && cursor.peek(1).is(Kind.OPEN, "(")
        && !facts.has("Gamma")) {
      cursor.next();
      List<Syntax> arguments = reader.list(cursor.next());
      return Trees.call("lgamma", arguments, cursor.since(token), token.span());
    }
    if (!reader.startsFactor(next)) {
      throw Errors.syntax(
          "the argument of " + name + " is missing", token, "write " + name + "(x)");
    }
    boolean number = next.kind() == Kind.NUMBER;
    Syntax argument = argument(name, number || name.matches("tr|det|logdet"));
    return call(name, List.of(argument), cursor.since(token), token);
  }

  /// An argument without parentheses goes on to the next function: `\det A \det B`.
  private Syntax argument(String name, boolean all) {
    int from = cursor.at();
    Syntax first = reader.factor();
    int afterFirst = cursor.at();
    Syntax whole = first;
    while (reader.startsFactor(cursor.peek()) && !cursor.at(Kind.FUNCTION)) {
      whole = Trees.times(whole, reader.factor());
    }
    int end = cursor.at();
    String sign = "\\" + name + " ";
    if (cursor.at(Kind.FUNCTION)) {
      Syntax longer = whole;
      while (reader.startsFactor(cursor.peek())) {
        longer = Trees.times(longer, reader.factor());
      }
      Span place = new Span(cursor.get(from).start(), longer.span().end());
      if (reader.choices.choose(true, place, sign + "(a)*f(b)", sign + "(a*f(b))") == 1) {
        return longer;
      }
      cursor.moveTo(end);
    }
    if (end == afterFirst || all) {
      return whole;
    }
    Span place = new Span(cursor.get(from).start(), whole.span().end());
    if (reader.choices.choose(true, place, sign + "(a)*b", sign + "(a*b)") == 1) {
      return whole;
    }
    cursor.moveTo(afterFirst);
    return first;
  }

  /// `\det{(A)}` has one pair of parentheses too many.
  private Syntax bracketed(int from, int to) {
    return reader.within(from, to);
  }

  private Syntax call(String name, List<Syntax> arguments, Span span, Token token) {
    if (name.equals("log")
        && arguments.size() == 1
        && arguments.getFirst() instanceof Syntax.Call inner
        && inner.name().equals("det")) {
      return Trees.call("logdet", inner.arguments(), span, token.span());
    }
    if (WHOLE.contains(name) && arguments.size() == 1 && !facts.has(name)) {
      return reader.mark(Mark.Kind.FUNCTION, name, arguments, span);
    }
    boolean byRow =
        name.equals("normF") && arguments.size() == 2; // of each row the norm of a vector
    return Trees.call(byRow ? "norm2" : name, arguments, span, token.span());
  }

  /// `\operatorname{argmin}_B f`.
  private Syntax argument(Token token, Scripts.Extent below) {
    cursor.moveTo(below.after());
    Syntax variable = reader.within(below.from(), below.to());
    Syntax objective = reader.term();
    return Trees.call(
        token.text(), List.of(objective, variable), cursor.since(token), token.span());
  }

  /// `\arg\min_B f`.
  Syntax argmin() {
    Token arg = cursor.next();
    Token which = cursor.next();
    if (which.kind() != Kind.FUNCTION || !which.text().matches("min|max") || !cursor.at(Kind.SUB)) {
      throw Errors.syntax("\\arg is followed by \\min_x or \\max_x", arg, "");
    }
    Token name =
        new Token(
            Kind.FUNCTION,
            "arg" + which.text(),
            arg.start(),
            which.end(),
            arg.font(),
            0,
            Token.NO_GAP);
    return argument(name, scripts.extent(cursor.at()));
  }
}
