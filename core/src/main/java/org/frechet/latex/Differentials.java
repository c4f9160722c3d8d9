package org.frechet.latex;

import java.util.List;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Differentials, `dX` and `d(X Y)`, and increments, `\Delta X`.
final class Differentials {
  private final Reader reader;
  private final Cursor cursor;
  private final Facts facts;
  private final Naming naming;
  private final Scripts scripts;
  private final Derivatives derivatives;

  Differentials(Reader reader, Naming naming, Scripts scripts, Derivatives derivatives) {
    this.reader = reader;
    this.cursor = reader.cursor;
    this.facts = reader.facts;
    this.naming = naming;
    this.scripts = scripts;
    this.derivatives = derivatives;
  }

  /// {@return whether the letter d here is a differential}: something follows that it can be of
  boolean isDifferential() {
    if (!derivatives.isSign(cursor.at())) {
      return false;
    }
    Token after = cursor.peek(1);
    return switch (after.kind()) {
      case NAME, FUNCTION, OPEN, BAR, NORM, BRACE -> true;
      case COMMAND -> !after.text().equals("end");
      case SUP -> scripts.spelled(scripts.extent(cursor.at() + 1)).matches("[2-9]");
      case OPERATOR -> after.text().equals("/") && derivatives.isSign(cursor.at() + 2);
      default -> false;
    };
  }

  /// `dX`, `d(X Y)`, `d\ln|X|`; `\partial f/\partial x`, `d/dx f`.
  Syntax differential() {
    Token sign = cursor.peek();
    if (sign.text().equals("partial") || derivatives.isSign(cursor.at())) {
      int stroke = derivatives.stroke(cursor.at() + 1);
      if (stroke >= 0) {
        return derivatives.inline(stroke);
      }
    }
    cursor.next();
    String order = "";
    if (cursor.at(Kind.SUP)) {
      Scripts.Extent up = scripts.extent(cursor.at());
      order = scripts.spelled(up);
      if (!order.matches("[2-9]")) {
        throw Errors.syntax("this is no order of differentiation", cursor.peek(), "");
      }
      cursor.moveTo(up.after());
    }
    Token of = cursor.peek();
    if (of.kind() == Kind.NAME && order.isEmpty() && !new Calls(reader, naming, scripts).isCall()) {
      return ofName(sign);
    }
    if (!reader.startsFactor(of)) {
      throw Errors.syntax("it is missing what this is the differential of", sign, "");
    }
    boolean group = of.kind() == Kind.OPEN;
    int from = cursor.at();
    int close = group ? cursor.closing(from) : -1;
    if (group && cursor.get(close + 1).kind() == Kind.SUP) {
      Scripts.Extent up = scripts.extent(close + 1);
      boolean inverse = cursor.get(up.from()).is(Kind.OPERATOR, "-");
      if (!scripts.isTranspose(up.from(), up.to()) && !inverse) {
        throw Errors.ambiguous(
            "d(…)^k",
            "the differential of a power",
            "a power of the differential",
            new Span(sign.start(), cursor.get(close + 1).end()));
      }
    }
    Syntax inside = reader.factor();
    return Trees.call("d" + order, List.of(inside), cursor.since(sign), sign.span());
  }

  /// `dX`, `dX^\top`, `dX^{-1}`: the differential of the inverse, as it is meant everywhere.
  private Syntax ofName(Token sign) {
    Token first = cursor.peek();
    Syntax variable = naming.variable();
    boolean name = variable instanceof Syntax.Name;
    Syntax plain =
        variable instanceof Syntax.Name n
            ? new Syntax.Name("d" + n.text(), cursor.since(sign))
            : Trees.call("d", List.of(variable), cursor.since(sign), sign.span());
    if (!cursor.at(Kind.SUP)) {
      return name ? scripts.after(plain, sign) : plain;
    }
    Scripts.Extent up = scripts.extent(cursor.at());
    if (scripts.isTranspose(up.from(), up.to())) {
      return scripts.after(plain, sign);
    }
    if (cursor.get(up.from()).is(Kind.OPERATOR, "-")
        || cursor.get(up.from()).is(Kind.OPERATOR, "+")) {
      Syntax powered = scripts.after(variable, first);
      return Trees.call("d", List.of(powered), cursor.since(sign), sign.span());
    }
    throw Errors.ambiguous(
        "d%s^…".formatted(first.text()),
        "the differential of a power",
        "a power of the differential",
        new Span(sign.start(), cursor.get(up.after() - 1).end()));
  }

  /// {@return whether an increment such as `\Delta X` stands here}
  boolean isIncrement() {
    Token delta = cursor.peek();
    boolean letter = delta.text().equals("Delta") || delta.text().equals("Δ");
    return letter && !facts.deltaIsVariable() && cursor.peek(1).kind() == Kind.NAME;
  }

  Syntax increment() {
    Token delta = cursor.next();
    return ofName(delta);
  }
}
