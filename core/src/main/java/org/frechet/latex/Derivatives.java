package org.frechet.latex;

import java.util.ArrayList;
import java.util.List;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Derivatives as quotients: `\frac{\partial f}{\partial x}`, `\frac{d}{dx} f`, `\partial
/// f/\partial x`.
final class Derivatives {
  private final Reader reader;
  private final Cursor cursor;
  private final Facts facts;
  private final Naming naming;
  private final Scripts scripts;

  Derivatives(Reader reader, Naming naming, Scripts scripts) {
    this.reader = reader;
    this.cursor = reader.cursor;
    this.facts = reader.facts;
    this.naming = naming;
    this.scripts = scripts;
  }

  /// {@return whether a sign of differentiation stands at a place}
  boolean isSign(int at) {
    Token token = cursor.get(at);
    return token.kind() == Kind.DIFFERENTIAL
        || token.is(Kind.COMMAND, "partial")
        || (token.is(Kind.NAME, "d") && !facts.dIsVariable());
  }

  /// {@return where the stroke of an inline derivative stands, or -1}
  int stroke(int from) {
    for (int i = from, depth = 0; i < cursor.end(); i++) {
      Token token = cursor.get(i);
      int level = Cursor.level(token);
      depth += level;
      if (depth < 0) {
        return -1;
      }
      if (depth > 0 || level < 0) {
        continue;
      }
      switch (token.kind()) {
        case RELATION, COMMA, SEMICOLON, AMPERSAND, ROW, PROSE, ARROW -> {
          return -1;
        }
        case OPERATOR -> {
          if (token.text().equals("/")) {
            boolean grouped = cursor.get(i + 1).kind() == Kind.OPEN && isSign(i + 2);
            return isSign(i + 1) || grouped ? i : -1;
          }
          if (token.text().matches("[-+]|pm|mp")) {
            return -1;
          }
        }
        default -> {}
      }
    }
    return -1;
  }

  Syntax inline(int stroke) {
    Token sign = cursor.peek();
    int from = cursor.at();
    int below = stroke + 1;
    int after;
    if (cursor.get(below).kind() == Kind.OPEN) {
      int close = cursor.closing(below);
      after = close + 1;
      return derivative(sign, from, stroke, below + 1, close, after);
    }
    after = below;
    do {
      after += 2;
      while (cursor.get(after).kind() == Kind.SUB || cursor.get(after).kind() == Kind.SUP) {
        after = scripts.extent(after).after();
      }
    } while (isSign(after) && cursor.get(below).kind() == Kind.COMMAND);
    return derivative(sign, from, stroke, below, after, after);
  }

  /// `\frac{a}{b}`, `\frac{\partial f}{\partial x}`, `\frac{d}{dx} f`.
  Syntax fraction() {
    Token frac = cursor.next();
    int[] above = argument(frac);
    int[] below = argument(frac);
    int after = cursor.at();
    if (isSign(below[0]) && below[1] - below[0] > 1 && isSign(above[0])) {
      return derivative(frac, above[0], above[1], below[0], below[1], after);
    }
    Syntax over = reader.within(above[0], above[1]);
    Syntax under = reader.within(below[0], below[1]);
    cursor.moveTo(after);
    Syntax quotient = new Syntax.Binary("/", over, under, cursor.since(frac), frac.span());
    return scripts.after(quotient, frac);
  }

  /// {@return from where to where the next argument of a command goes}
  private int[] argument(Token command) {
    int at = cursor.at();
    Token first = cursor.peek();
    if (first.kind() == Kind.BRACE) {
      int close = cursor.closing(at);
      if (close == at + 1) {
        throw Errors.syntax("an argument of the fraction is empty", command, "");
      }
      cursor.moveTo(close + 1);
      return new int[] {at + 1, close};
    }
    if (first.kind() != Kind.NUMBER && first.kind() != Kind.NAME) {
      throw Errors.syntax("\\frac takes two arguments", command, "write \\frac{a}{b}");
    }
    cursor.next();
    return new int[] {at, at + 1};
  }

  /// A derivative: what stands between the places above by what stands between those below.
  private Syntax derivative(Token first, int from, int to, int below, int end, int after) {
    List<Syntax> by = variables(below, end);
    int at = from + 1;
    int order = 1;
    if (cursor.get(at).kind() == Kind.SUP && at < to) {
      Scripts.Extent up = scripts.extent(at);
      String digits = scripts.spelled(up);
      order = digits.matches("[1-9]") ? digits.charAt(0) - '0' : 0;
      at = up.after();
    }
    if (order != by.size()) {
      throw Errors.syntax(
          "above the stroke the order is %s, below there are %d variables"
              .formatted(order == 0 ? "no number" : "" + order, by.size()),
          new Span(first.start(), cursor.get(end - 1).end()),
          "write \\frac{\\partial^2 f}{\\partial x \\partial y}");
    }
    Syntax of;
    boolean operator = at >= to;
    if (operator) {
      cursor.moveTo(after);
      Token next = cursor.peek();
      if (!reader.startsFactor(next)) {
        throw Errors.syntax(
            "it is missing what is differentiated", cursor.since(first), "write \\frac{d}{dx} f");
      }
      boolean closed = next.kind() == Kind.OPEN || next.kind() == Kind.FUNCTION || isCalled();
      of = operand(closed, by);
    } else {
      cursor.moveTo(at);
      int back = cursor.narrow(to);
      of = reader.term();
      if (cursor.at() != to) {
        throw Errors.ambiguous(
            "what ∂ applies to",
            "the first term",
            "the sum",
            new Span(cursor.get(from).start(), cursor.get(to - 1).end()));
      }
      cursor.widen(back);
      cursor.moveTo(after);
    }
    Syntax derivative = of;
    for (Syntax variable : by) {
      derivative = Trees.diff(derivative, variable, cursor.since(first));
    }
    return operator ? derivative : scripts.after(derivative, first);
  }

  /// What stands to the right, all of it if the variable occurs beyond the first factor.
  private Syntax operand(boolean closed, List<Syntax> by) {
    int from = cursor.at();
    reader.factor();
    int rest = cursor.at();
    while (reader.startsFactor(cursor.peek())) {
      reader.factor();
    }
    boolean again = false;
    for (int i = rest; i < cursor.at(); i++) {
      String text = cursor.get(i).text();
      again |= by.stream().anyMatch(v -> v instanceof Syntax.Name n && n.text().equals(text));
    }
    cursor.moveTo(from);
    return reader.operand("\\frac{d}{dx}", closed && !again, true);
  }

  private boolean isCalled() {
    return cursor.at(Kind.NAME) && new Calls(reader, naming, scripts).isCall();
  }

  /// `\partial x \partial x^\top`, `dx^2`, `\partial X`.
  private List<Syntax> variables(int from, int to) {
    int back = cursor.at();
    int end = cursor.narrow(to);
    cursor.moveTo(from);
    var variables = new ArrayList<Syntax>();
    while (cursor.at() < to) {
      if (!isSign(cursor.at())) {
        throw cursor.unexpected();
      }
      cursor.next();
      boolean grouped = cursor.at(Kind.OPEN, "(");
      Token open = cursor.peek();
      if (grouped) {
        cursor.next();
      }
      Syntax variable = naming.variable();
      if (grouped) {
        reader.close(open);
      }
      Token sup = cursor.peek();
      if (sup.kind() == Kind.PRIME) {
        cursor.next();
        variable = new Syntax.Transpose(variable, variable.span().to(sup.span()));
      } else if (sup.kind() == Kind.SUP) {
        Scripts.Extent up = scripts.extent(cursor.at());
        cursor.moveTo(up.after());
        String digits = scripts.spelled(up);
        if (scripts.isTranspose(up.from(), up.to())) {
          variable = new Syntax.Transpose(variable, variable.span().to(cursor.previous().span()));
        } else if (digits.matches("[2-4]")) {
          for (int i = 1; i < digits.charAt(0) - '0'; i++) {
            variables.add(variable);
          }
        } else {
          throw Errors.syntax("it cannot be differentiated by this", sup, "");
        }
      }
      variables.add(variable);
    }
    cursor.widen(end);
    cursor.moveTo(back);
    return variables;
  }
}
