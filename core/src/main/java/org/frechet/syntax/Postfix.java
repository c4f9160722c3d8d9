package org.frechet.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.syntax.Syntax.Span;
import org.frechet.syntax.Token.Kind;

/// The tight half of the grammar: primaries, and what follows them on the one postfix level.
final class Postfix {
  /// One superscript: the transpose, a number, a name, or a final plus for the pseudoinverse.
  private static final Pattern SUPERSCRIPT =
      Pattern.compile("(?<transpose>-?T)|(?<power>[+-]?(?:[0-9]+|[a-z]+))|(?<pseudo>\\+$)");

  private final Tokens tokens;
  private final Parser parser;
  private int lastOperandStart;

  Postfix(Tokens tokens, Parser parser) {
    this.tokens = tokens;
    this.parser = parser;
  }

  /// {@return where the operand read last begins, for a hint that quotes it}
  int lastOperandStart() {
    return lastOperandStart;
  }

  /// A primary with its powers, transposes and indices, left to right.
  Syntax operand() {
    Token first = tokens.peek();
    Syntax operand = primary();
    boolean powered = false;
    while (parser.continues()) {
      Token token = tokens.peek();
      if (isPower(token)) {
        if (powered) {
          throw Diagnostics.powerOfPower(token);
        }
        operand = power(operand, first);
        powered = operand instanceof Syntax.Binary;
      } else if (token.kind() == Kind.TRANSPOSE) {
        tokens.next();
        operand = new Syntax.Transpose(operand, tokens.since(first));
        powered = false;
      } else if (token.kind() == Kind.OPEN && !token.spaced() && !endsInNumber()) {
        tokens.next();
        operand = new Syntax.Index(operand, selectors(token), tokens.since(first));
        powered = false;
      } else {
        break;
      }
    }
    lastOperandStart = first.start();
    return operand;
  }

  /// `2(x + 1)`, `x^2(y + 1)` and `(a + b) (c + d)` are meant as products, so they are not read as
  /// entries.
  private boolean endsInNumber() {
    Kind last = tokens.previous().kind();
    return last == Kind.NUMBER || last == Kind.SUPERSCRIPT;
  }

  private boolean isPower(Token token) {
    return token.kind() == Kind.SUPERSCRIPT
        || token.is(Kind.OPERATOR, "^")
        || token.is(Kind.OPERATOR, ".^")
        // x∘² is the elementwise power
        || (token.is(Kind.OPERATOR, ".*") && tokens.peek(1).kind() == Kind.SUPERSCRIPT);
  }

  private Syntax power(Syntax base, Token first) {
    Token operator = tokens.next();
    if (operator.kind() == Kind.SUPERSCRIPT) {
      return superscript("^", base, operator, first);
    }
    if (operator.text().equals(".*")) {
      return superscript(".^", base, tokens.next(), first);
    }
    int ahead = tokens.at(Kind.OPERATOR, "-") ? 1 : 0;
    if (operator.text().equals("^") && isTransposeMark(ahead)) {
      Token minus = tokens.peek();
      Syntax turned = ahead == 1 ? inverse(base, operator, minus, first) : base;
      for (int i = 0; i <= ahead; i++) {
        tokens.next();
      }
      return new Syntax.Transpose(turned, tokens.since(first));
    }
    Syntax exponent = exponent();
    return binary(operator.text(), base, exponent, first, operator);
  }

  /// A bare `T` or `⊤`; a call `T(…)` is an ordinary exponent.
  private boolean isTransposeMark(int ahead) {
    Token mark = tokens.peek(ahead);
    return mark.is(Kind.TRANSPOSE, "⊤")
        || (mark.is(Kind.NAME, "T") && !tokens.peek(ahead + 1).is(Kind.OPEN, "("));
  }

  private Syntax inverse(Syntax base, Token operator, Token sign, Token first) {
    Span at = Tokens.span(sign);
    Syntax minusOne = new Syntax.Unary('-', new Syntax.Number("1", at), at);
    return binary("^", base, minusOne, first, operator);
  }

  private Syntax binary(String operator, Syntax base, Syntax exponent, Token first, Token place) {
    return new Syntax.Binary(operator, base, exponent, tokens.since(first), Tokens.span(place));
  }

  /// A primary, with at most one sign.
  private Syntax exponent() {
    Token sign = tokens.peek();
    if (!sign.is(Kind.OPERATOR, "-") && !sign.is(Kind.OPERATOR, "+")) {
      return primary();
    }
    tokens.next();
    Syntax operand = primary();
    return new Syntax.Unary(sign.text().charAt(0), operand, tokens.since(sign));
  }

  private Syntax superscript(String operator, Syntax base, Token token, Token first) {
    Syntax result = base;
    boolean powered = false;
    Matcher part = SUPERSCRIPT.matcher(token.text());
    for (int done = 0; done < token.text().length(); done = part.end()) {
      part.region(done, token.text().length());
      if (!part.lookingAt() || (powered && part.group("power") != null)) {
        throw Diagnostics.syntax(
            "cannot read the superscript " + Diagnostics.quoted(token),
            token,
            "write the exponent in parentheses: x^(" + token.text() + ")");
      }
      result = raised(operator, result, part, token, first);
      powered = part.group("power") != null;
    }
    return result;
  }

  private Syntax raised(String operator, Syntax base, Matcher part, Token token, Token first) {
    if (part.group("pseudo") != null) {
      return new Syntax.Call("pinv", List.of(base), tokens.since(first), Tokens.span(token));
    }
    String text = part.group();
    if (part.group("transpose") != null) {
      Syntax turned = text.startsWith("-") ? inverse(base, token, token, first) : base;
      return new Syntax.Transpose(turned, tokens.since(first));
    }
    return binary(operator, base, exponent(text, Tokens.span(token)), first, token);
  }

  private static Syntax exponent(String text, Span span) {
    char c = text.charAt(0);
    if (c == '-' || c == '+') {
      return new Syntax.Unary(c, exponent(text.substring(1), span), span);
    }
    return Character.isDigit(c) ? new Syntax.Number(text, span) : new Syntax.Name(text, span);
  }

  private Syntax primary() {
    Token token = tokens.peek();
    return switch (token.kind()) {
      case NUMBER -> new Syntax.Number(tokens.next().text(), Tokens.span(token));
      case NAME -> nameOrCall();
      case OPEN -> token.text().equals("(") ? group() : parser.block(tokens.next());
      case NORM -> norm();
      case ROOT -> root();
      case BAR -> throw Diagnostics.ambiguousBars(token);
      case OPERATOR, TRANSPOSE, SUPERSCRIPT, SUBSCRIPT, CLOSE, COMMA, SEMICOLON, COLON, ARROW ->
          throw Diagnostics.expectedOperand(tokens.previous(), token);
      case EQUALS, COMPARISON, END -> throw Diagnostics.expectedOperand(tokens.previous(), token);
    };
  }

  private Syntax nameOrCall() {
    Token name = tokens.next();
    Token open = tokens.peek();
    if (!open.is(Kind.OPEN, "(") || !parser.continues()) {
      return new Syntax.Name(name.text(), Tokens.span(name));
    }
    tokens.next();
    List<Syntax> arguments = tokens.at(Kind.CLOSE, ")") ? none() : selectors(open);
    return new Syntax.Call(name.text(), arguments, tokens.since(name), Tokens.span(name));
  }

  /// `f()`: whether a function may be called so is not the parser's business.
  private List<Syntax> none() {
    tokens.next();
    return List.of();
  }

  private Syntax group() {
    Token open = tokens.next();
    boolean outer = parser.enter(open, false);
    Syntax inside = parser.expression();
    parser.close(open);
    parser.leave(outer);
    return inside;
  }

  /// Arguments or selectors up to the closing bracket: expressions, `:`, and `1:2`.
  private List<Syntax> selectors(Token open) {
    boolean outer = parser.enter(open, false);
    var selectors = new ArrayList<Syntax>();
    do {
      selectors.add(selector());
    } while (tokens.skip(Kind.COMMA));
    parser.close(open);
    parser.leave(outer);
    return selectors;
  }

  private Syntax selector() {
    Token first = tokens.peek();
    if (first.kind() == Kind.COLON) {
      return new Syntax.Colon(Tokens.span(tokens.next()));
    }
    Syntax from = parser.statement();
    if (!tokens.skip(Kind.COLON)) {
      return from;
    }
    Syntax to = parser.sum();
    if (tokens.at(Kind.COLON)) {
      throw Diagnostics.syntax(
          "a range has two ends and no step", tokens.peek(), "write first:last");
    }
    return new Syntax.Range(from, to, tokens.since(first));
  }

  /// `√x` binds like a call: its operand is one primary.
  private Syntax root() {
    Token root = tokens.next();
    boolean outer = parser.enter(root, false);
    Syntax inside = primary();
    parser.leave(outer);
    return new Syntax.Call("sqrt", List.of(inside), tokens.since(root), Tokens.span(root));
  }

  /// `‖x‖`, `‖X‖_F`, `‖x‖₁`; a power may stand before the subscript, as in `‖X‖²_F`.
  private Syntax norm() {
    Token bar = tokens.next();
    boolean outer = parser.enter(bar, false);
    Syntax inside = parser.expression();
    parser.close(bar);
    parser.leave(outer);
    boolean caret = tokens.at(Kind.OPERATOR, "^") && tokens.peek(1).kind() == Kind.NUMBER;
    int exponentAt = caret ? 1 : 0;
    Token power = tokens.peek(exponentAt);
    boolean powerFirst =
        (caret || power.kind() == Kind.SUPERSCRIPT)
            && tokens.peek(exponentAt + 1).kind() == Kind.SUBSCRIPT;
    for (int i = 0; powerFirst && i <= exponentAt; i++) {
      tokens.next();
    }
    String which = tokens.at(Kind.SUBSCRIPT) ? tokens.next().text() : "";
    Syntax norm = norm(which, inside, tokens.since(bar), Tokens.span(bar));
    return powerFirst ? superscript("^", norm, power, bar) : norm;
  }

  private static Syntax norm(String which, Syntax inside, Span span, Span bar) {
    String name =
        switch (which) {
          case "", "2" -> "norm2";
          case "F", "f" -> "normF";
          case "1" -> "norm1";
          case "∞", "inf" -> "norminf";
          case "*" -> "nucnorm";
          default -> "norm";
        };
    List<Syntax> arguments =
        name.equals("norm") ? List.of(inside, exponent(which, span)) : List.of(inside);
    return new Syntax.Call(name, arguments, span, bar);
  }
}
