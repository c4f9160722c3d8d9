package org.frechet.latex;

import java.util.ArrayList;
import java.util.List;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Superscripts, primes, and subscripts of what is not a name.
final class Scripts {
  /// Where the content of a script stands, and where reading goes on after it.
  record Extent(int from, int to, int after) {}

  private final Reader reader;
  private final Cursor cursor;

  Scripts(Reader reader) {
    this.reader = reader;
    this.cursor = reader.cursor;
  }

  /// {@return the content of the script whose sign stands at a place}
  Extent extent(int at) {
    Token first = cursor.get(at + 1);
    if (first.kind() == Kind.BRACE) {
      int close = cursor.closing(at + 1);
      if (close == at + 2) {
        throw Errors.syntax("this script is empty", cursor.get(at), "");
      }
      return new Extent(at + 2, close, close + 1);
    }
    if (first.kind() == Kind.NUMBER && first.text().length() > 1) {
      throw Errors.syntax(
          "without braces only the first digit is a script",
          first,
          "write " + cursor.get(at).text() + "{" + first.text() + "}");
    }
    if (first.kind() == Kind.COMMAND && first.text().equals("frac")) {
      throw Errors.syntax("a fraction as a script needs braces", first, "write ^{\\frac{1}{2}}");
    }
    switch (first.kind()) {
      case NUMBER, NAME, FUNCTION, COMMAND, ONES, COLON, OPERATOR, SET -> {}
      default -> throw Errors.syntax("a script is missing", cursor.get(at), "");
    }
    return new Extent(at + 1, at + 2, at + 2);
  }

  /// {@return a script as it is spelled, without spaces}
  String spelled(Extent script) {
    var spelled = new StringBuilder();
    for (int i = script.from(); i < script.to(); i++) {
      spelled.append(cursor.get(i).text());
    }
    return spelled.toString();
  }

  /// {@return a piece with the scripts that follow}
  Syntax after(Syntax base, Token first) {
    Syntax piece = base;
    boolean powered = false;
    while (true) {
      Token token = cursor.peek();
      if (token.kind() == Kind.PRIME) {
        cursor.next();
        piece = new Syntax.Transpose(piece, cursor.since(first));
      } else if (token.kind() == Kind.SUP) {
        if (powered) {
          throw Errors.syntax("a second superscript", token, "write parentheses: (x^a)^b");
        }
        powered = true;
        Extent up = extent(cursor.at());
        cursor.moveTo(up.after());
        piece = raised(piece, up, cursor.since(first), token);
      } else if (token.kind() == Kind.SUB) {
        Extent below = extent(cursor.at());
        List<Syntax> selectors = selectors(below);
        cursor.moveTo(below.after());
        piece = new Syntax.Index(piece, selectors, cursor.since(first));
      } else {
        return piece;
      }
    }
  }

  /// `\|X\|^2_F`: the power, and on after the subscript, which was read before.
  Syntax raisedThenSkip(Syntax base, Token first, int end) {
    Token sign = cursor.peek();
    Extent up = extent(cursor.at());
    cursor.moveTo(up.after());
    Syntax piece = raised(base, up, cursor.since(first), sign);
    cursor.moveTo(end);
    return piece;
  }

  /// {@return the subscripts in a range: `i,j`, `i:`, `ij`}
  List<Syntax> selectors(Extent below) {
    var selectors = new ArrayList<Syntax>();
    boolean commas = false;
    boolean letters = true;
    for (int i = below.from(); i < below.to(); i++) {
      Token token = cursor.get(i);
      commas |= token.kind() == Kind.COMMA;
      boolean range =
          token.kind() == Kind.COLON
              && i > below.from()
              && cursor.get(i - 1).kind() == Kind.NUMBER
              && cursor.get(i + 1).kind() == Kind.NUMBER
              && i + 1 < below.to();
      commas |= range;
      letters &=
          token.kind() == Kind.NAME
              || token.kind() == Kind.COLON
              || (token.kind() == Kind.NUMBER && token.text().length() <= 2)
              || token.is(Kind.OPERATOR, "cdot");
    }
    if (!commas && letters) {
      for (int i = below.from(); i < below.to(); i++) {
        Token token = cursor.get(i);
        boolean pair = token.kind() == Kind.NUMBER && below.to() - below.from() == 1;
        if (pair && token.text().length() == 2 && !token.text().contains("0")) {
          selectors.add(number(token, 0));
          selectors.add(number(token, 1));
        } else {
          selectors.add(
              token.kind() == Kind.NAME
                  ? new Syntax.Name(token.text(), token.span())
                  : token.kind() == Kind.NUMBER
                      ? Trees.number(token.text(), token.span())
                      : new Syntax.Colon(token.span()));
        }
      }
      return selectors;
    }
    int back = cursor.at();
    int end = cursor.narrow(below.to());
    cursor.moveTo(below.from());
    do {
      selectors.add(reader.selector());
    } while (cursor.skip(Kind.COMMA));
    if (cursor.at() != below.to()) {
      throw cursor.unexpected();
    }
    cursor.widen(end);
    cursor.moveTo(back);
    return selectors;
  }

  private static Syntax number(Token token, int digit) {
    return Trees.number(token.text().substring(digit, digit + 1), token.span());
  }

  /// {@return a base with one superscript}
  Syntax raised(Syntax base, Extent up, Span span, Token sign) {
    int length = up.to() - up.from();
    Token first = cursor.get(up.from());
    if (isTranspose(up.from(), up.to())) {
      return new Syntax.Transpose(base, span);
    }
    boolean minus = first.is(Kind.OPERATOR, "-");
    if (minus && isTranspose(up.from() + 1, up.to())) {
      return new Syntax.Transpose(inverse(base, sign), span);
    }
    if (length == 3
        && minus
        && cursor.get(up.from() + 1).is(Kind.NUMBER, "1")
        && isTranspose(up.from() + 2, up.to())) {
      return new Syntax.Transpose(inverse(base, sign), span);
    }
    if (length == 1) {
      Syntax marked = marked(base, first, span);
      if (marked != base) {
        return marked;
      }
    }
    if (first.kind() == Kind.OPERATOR && first.text().matches("circ|\\.\\*")) {
      if (length == 1) {
        throw Errors.syntax("an elementwise power needs an exponent", first, "write ^{\\circ 2}");
      }
      return binary(".^", base, reader.within(up.from() + 1, up.to()), span, sign);
    }
    refuseLabel(up, first);
    if (minus && length == 2 && cursor.get(up.from() + 1).is(Kind.NUMBER, "1")) {
      return Trees.spanned(inverse(base, sign), span);
    }
    return binary("^", base, reader.within(up.from(), up.to()), span, sign);
  }

  private static Syntax binary(
      String operator, Syntax base, Syntax exponent, Span span, Token sign) {
    return new Syntax.Binary(operator, base, exponent, span, sign.span());
  }

  /// The pseudoinverse, or what is refused; the base itself if it is an ordinary exponent.
  private Syntax marked(Syntax base, Token mark, Span span) {
    if (mark.is(Kind.COMMAND, "dagger") || mark.is(Kind.OPERATOR, "+")) {
      return Trees.call("pinv", List.of(base), span, mark.span());
    }
    if (mark.is(Kind.OPERATOR, "*")
        || mark.is(Kind.COMMAND, "star")
        || mark.is(Kind.OPERATOR, "star")) {
      throw Errors.unsupported(
          "^* may be the adjoint, the conjugate or a name of its own",
          mark,
          "write ^\\top for the transpose, x_* for a name");
    }
    if (mark.kind() == Kind.NAME && mark.text().equals("H") && !reader.facts.has("H")) {
      throw Errors.unsupported("conjugate transposes are not read", mark, "write ^\\top");
    }
    if (mark.is(Kind.COMMAND, "perp") || mark.kind() == Kind.SET) {
      throw Errors.unsupported("this superscript is not read", mark, "");
    }
    return base;
  }

  /// `x^{(i)}` is a label, not a power.
  private void refuseLabel(Extent up, Token first) {
    boolean label =
        first.is(Kind.OPEN, "(")
            && cursor.get(up.to() - 1).is(Kind.CLOSE, ")")
            && cursor.closing(up.from()) == up.to() - 1
            && up.to() - up.from() == 3;
    Token inside = cursor.get(up.from() + 1);
    if (label && !(inside.kind() == Kind.NAME && reader.facts.has(inside.text()))) {
      throw Errors.unsupported(
          "a superscript in parentheses is a label, or an order of differentiation",
          new Span(first.start(), cursor.get(up.to() - 1).end()),
          "write x_i for a name, x^i for a power");
    }
  }

  private Syntax inverse(Syntax base, Token sign) {
    return Trees.binary("^", base, Trees.minusOne(sign.span()), sign.span());
  }

  /// {@return whether what stands there is a mark of the transpose}: `\top`, `T`, primes
  boolean isTranspose(int from, int to) {
    int start = from;
    int end = to;
    if (end - start > 2 && cursor.get(start).kind() == Kind.BRACE) {
      start++;
      end--;
    }
    if (end - start != 1) {
      return false;
    }
    Token mark = cursor.get(start);
    return mark.is(Kind.COMMAND, "top")
        || mark.is(Kind.COMMAND, "intercal")
        || mark.is(Kind.COMMAND, "prime")
        || mark.kind() == Kind.PRIME
        || mark.is(Kind.NAME, "T")
        || (mark.is(Kind.NAME, "t") && mark.font() == Token.Font.UPRIGHT);
  }
}
