package org.frechet.latex;

import java.util.List;
import java.util.Locale;
import org.frechet.latex.Token.Kind;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Letters with subscripts: names of their own, or entries.
///
/// `x_i` is an entry where i runs, or where x is known as an array; `W_1` and `x_0` are names.
final class Naming {
  private final Reader reader;
  private final Cursor cursor;
  private final Facts facts;
  private final Scripts scripts;

  Naming(Reader reader, Scripts scripts) {
    this.reader = reader;
    this.cursor = reader.cursor;
    this.facts = reader.facts;
    this.scripts = scripts;
  }

  /// A name with all its scripts; a subscript may stand after the superscript.
  Syntax powered() {
    Token token = cursor.peek();
    refuseDigits(token);
    int up = cursor.at() + 1;
    if (cursor.get(up).kind() == Kind.SUP) {
      int below = scripts.extent(up).after();
      if (cursor.get(below).kind() == Kind.SUB && !isPair(below) && !isInverse(up)) {
        Scripts.Extent sub = scripts.extent(below);
        Syntax name =
            subscripted(token, sub, new Span(token.start(), cursor.get(sub.after() - 1).end()));
        refuseTurnedEntry(name, up);
        cursor.moveTo(up);
        Syntax raised = scripts.raisedThenSkip(name, token, sub.after());
        return scripts.after(raised, token);
      }
    }
    Syntax variable = variable();
    refuseTurnedEntry(variable, cursor.at());
    return scripts.after(variable, token);
  }

  /// Of `\sum_i x_i^\top a` the x_i are vectors, and which rows or columns they are is not said.
  private void refuseTurnedEntry(Syntax variable, int up) {
    if (!(variable instanceof Syntax.Call c)
        || c.arguments().size() != 1
        || facts.has(c.name())
        || !(c.arguments().getFirst() instanceof Syntax.Name)) {
      return;
    }
    String upper = c.name().toUpperCase(Locale.ROOT);
    boolean turned = cursor.get(up).kind() == Kind.PRIME;
    if (cursor.get(up).kind() == Kind.SUP) {
      Scripts.Extent script = scripts.extent(up);
      turned = scripts.isTranspose(script.from(), script.to());
    }
    boolean ofMatrix = !upper.equals(c.name()) && (facts.has(upper) || facts.isPlain(upper));
    if (turned || ofMatrix) {
      throw Errors.unsupported(
          "%s with a running index may be an entry, or a vector of its own".formatted(c.name()),
          c.span(),
          "write X_{i,:} for a row, X_{:,i} for a column, or declare %s".formatted(c.name()));
    }
  }

  private boolean isInverse(int up) {
    return cursor.get(scripts.extent(up).from()).is(Kind.OPERATOR, "-");
  }

  /// `X^\top_{ij}` is an entry of the transpose.
  private boolean isPair(int below) {
    Scripts.Extent sub = scripts.extent(below);
    return sub.to() - sub.from() > 1;
  }

  /// `x1` may be a name or x times 1.
  private void refuseDigits(Token letter) {
    Token after = cursor.peek(1);
    if (after.kind() == Kind.NUMBER && after.start() == letter.end()) {
      throw Errors.syntax(
          "a number follows a letter",
          after,
          "write %s_%s for a name, %s \\cdot %s for a product"
              .formatted(letter.text(), after.text(), letter.text(), after.text()));
    }
  }

  /// A name with its subscript, if it has one, and no superscript.
  Syntax variable() {
    Token token = cursor.next();
    if (token.kind() != Kind.NAME) {
      throw Errors.syntax("expected a variable, found " + Errors.shown(token), token, "");
    }
    if (!cursor.at(Kind.SUB)) {
      return new Syntax.Name(known(token.text()), token.span());
    }
    Scripts.Extent below = scripts.extent(cursor.at());
    cursor.moveTo(below.after());
    return subscripted(token, below, cursor.since(token));
  }

  /// {@return the spelling under which a name is known}: `theta` or `θ`
  private String known(String name) {
    return Greek.known(name, facts::has);
  }

  private Syntax subscripted(Token token, Scripts.Extent below, Span span) {
    String base = known(token.text());
    String label = label(below);
    if (!label.isEmpty()) {
      for (String name :
          List.of(base + "_" + label, base + label, base + "_" + label.replace("_", ""))) {
        if (facts.has(name)) {
          return new Syntax.Name(name, span);
        }
      }
    }
    if (isEntry(base, below)) {
      return entry(base, token, below, span);
    }
    if (label.isEmpty()) {
      throw Errors.unsupported(
          "this subscript is neither a label nor the place of an entry",
          new Span(cursor.get(below.from()).start(), cursor.get(below.to() - 1).end()),
          "declare " + base + " if entries of it are meant");
    }
    Syntax name = new Syntax.Name(base + "_" + label, span);
    boolean digit = label.length() == 1 && label.charAt(0) >= '1' && label.charAt(0) <= '9';
    boolean lower = Character.isLowerCase(base.codePointAt(0));
    if (digit && lower && !facts.has(base) && facts.isPlain(token.text())) {
      Boolean known = reader.entries.get(base);
      if (known == null) {
        known =
            reader.choices.choose(
                    true, span, "the entry %s(%s)".formatted(base, label), "a name of its own")
                == 0;
        reader.entries.put(base, known);
      }
      return known ? entry(base, token, below, span) : name;
    }
    return name;
  }

  private Syntax entry(String base, Token token, Scripts.Extent below, Span span) {
    List<Syntax> selectors = scripts.selectors(below);
    String upper = base.toUpperCase(Locale.ROOT);
    boolean ofMatrix =
        selectors.size() == 2
            && !facts.has(base)
            && !upper.equals(base)
            && (facts.has(upper) || (!facts.isPlain(base) && facts.isPlain(upper)));
    return new Syntax.Call(ofMatrix ? upper : base, selectors, span, token.span());
  }

  /// {@return whether a subscript tells places rather than names}
  private boolean isEntry(String base, Scripts.Extent below) {
    boolean comma = false;
    boolean numbers = true;
    boolean zero = false;
    int length = below.to() - below.from();
    for (int i = below.from(); i < below.to(); i++) {
      Token token = cursor.get(i);
      if (token.kind() == Kind.COLON || token.is(Kind.OPERATOR, "cdot")) {
        return true;
      }
      if (token.kind() == Kind.NAME
          && (reader.running.contains(token.text()) || isIndex(token.text()))) {
        return true;
      }
      comma |= token.kind() == Kind.COMMA;
      numbers &= token.kind() == Kind.NUMBER || token.kind() == Kind.COMMA;
      zero |= token.text().equals("0");
    }
    if (zero) {
      return false;
    }
    Declaration declaration = facts.known().declared().get(base);
    boolean pair =
        comma || (length == 1 && numbers && cursor.get(below.from()).text().length() == 2);
    if (declaration != null) {
      Shape shape = declaration.shape();
      return !shape.isScalar() && (numbers || length == 1) && (!shape.isMatrix() || pair);
    }
    if (facts.isDefined(base)) {
      return numbers;
    }
    String upper = base.toUpperCase(Locale.ROOT);
    boolean ofMatrix = !upper.equals(base) && (facts.has(upper) || facts.isPlain(upper));
    return numbers && pair && (comma || ofMatrix);
  }

  private boolean isIndex(String name) {
    Declaration d = facts.known().declared().get(name);
    return d != null && d.kind() == Declaration.Kind.INDEX;
  }

  /// {@return what a subscript adds to a name; empty if it cannot}
  private String label(Scripts.Extent below) {
    var label = new StringBuilder();
    boolean comma = false;
    for (int i = below.from(); i < below.to(); i++) {
      Token token = cursor.get(i);
      switch (token.kind()) {
        case NAME, NUMBER, FUNCTION, PROSE -> {
          String text = token.text();
          if (!text.matches("[\\p{L}\\p{N}_]+")) {
            return "";
          }
          label.append(comma ? "_" : "").append(text);
          comma = false;
        }
        case COMMA -> comma = true;
        case ONES -> label.append("1");
        case ZEROS -> label.append("0");
        case OPERATOR -> {
          if (!token.text().equals("*") || below.to() - below.from() != 1) {
            return "";
          }
          label.append("star");
        }
        case COMMAND -> {
          if (!token.text().equals("star")) {
            return "";
          }
          label.append("star");
        }
        default -> {
          return "";
        }
      }
    }
    return label.toString();
  }
}
