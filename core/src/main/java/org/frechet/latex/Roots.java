package org.frechet.latex;

import java.util.ArrayList;
import java.util.List;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Roots, and powers of Euler's number.
final class Roots {
  private final Reader reader;
  private final Cursor cursor;
  private final Facts facts;
  private final Scripts scripts;

  Roots(Reader reader, Scripts scripts) {
    this.reader = reader;
    this.cursor = reader.cursor;
    this.facts = reader.facts;
    this.scripts = scripts;
  }

  /// `\sqrt{x}`, `\sqrt[3]{x}`.
  Syntax root() {
    Token root = cursor.next();
    Syntax degree = Trees.number("2", root.span());
    if (cursor.at(Kind.OPEN, "[")) {
      Token open = cursor.next();
      degree = reader.sum();
      reader.close(open);
    }
    Syntax inside;
    if (cursor.at(Kind.BRACE)) {
      int close = cursor.closing(cursor.at());
      inside = reader.within(cursor.at() + 1, close);
      cursor.moveTo(close + 1);
    } else if (cursor.at(Kind.NUMBER) || cursor.at(Kind.NAME)) {
      Token only = cursor.next();
      inside =
          only.kind() == Kind.NUMBER
              ? Trees.number(only.text(), only.span())
              : new Syntax.Name(Greek.known(only.text(), facts::has), only.span());
    } else {
      inside = reader.factor();
    }
    Span span = cursor.since(root);
    return scripts.after(radical(degree, inside, span, root), root);
  }

  private Syntax radical(Syntax degree, Syntax inside, Span span, Token root) {
    if (degree instanceof Syntax.Number n && n.text().equals("2")) {
      return reader.mark(Mark.Kind.FUNCTION, "sqrt", List.of(inside), span);
    }
    if (degree instanceof Syntax.Number n && n.text().equals("3")) {
      return Trees.call("cbrt", List.of(inside), span, root.span());
    }
    var one = Trees.number("1", root.span());
    Syntax exponent = new Syntax.Binary("/", one, degree, degree.span(), degree.span());
    return new Syntax.Binary("^", inside, exponent, span, root.span());
  }

  /// {@return whether e is Euler's number here}: nothing else, and raised to something that is not
  /// a number or a mark
  boolean isEuler() {
    if (facts.has("e") || cursor.peek(1).kind() != Kind.SUP) {
      return false;
    }
    Scripts.Extent up = scripts.extent(cursor.at() + 1);
    if (cursor.peek().font() == Token.Font.UPRIGHT) {
      return true;
    }
    var content = new ArrayList<Kind>();
    for (int i = up.from(); i < up.to(); i++) {
      content.add(cursor.get(i).kind());
    }
    boolean plain = content.stream().allMatch(k -> k == Kind.NUMBER || k == Kind.OPERATOR);
    return !plain && !scripts.isTranspose(up.from(), up.to()) && facts.eIsEuler();
  }

  Syntax euler() {
    Token e = cursor.next();
    Scripts.Extent up = scripts.extent(cursor.at());
    cursor.moveTo(up.after());
    Syntax exponent = reader.within(up.from(), up.to());
    return reader.mark(Mark.Kind.FUNCTION, "e", List.of(exponent), cursor.since(e));
  }
}
