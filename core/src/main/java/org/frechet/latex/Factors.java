package org.frechet.latex;

import java.util.ArrayList;
import java.util.List;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Factors: what binds tighter than a product, with the scripts after it.
final class Factors {
  private final Reader reader;
  private final Cursor cursor;
  private final Naming naming;
  private final Scripts scripts;
  private final Calls calls;
  private final Roots roots;
  private final Differentials differentials;
  private final Derivatives derivatives;
  private final Nablas nablas;
  private final Sums sums;

  Factors(Reader reader) {
    this.reader = reader;
    this.cursor = reader.cursor;
    this.scripts = new Scripts(reader);
    this.naming = new Naming(reader, scripts);
    this.calls = new Calls(reader, naming, scripts);
    this.roots = new Roots(reader, scripts);
    this.derivatives = new Derivatives(reader, naming, scripts);
    this.differentials = new Differentials(reader, naming, scripts, derivatives);
    this.nablas = new Nablas(reader, naming, scripts);
    this.sums = new Sums(reader, naming, scripts, derivatives);
  }

  Naming naming() {
    return naming;
  }

  Syntax factor() {
    Token token = cursor.peek();
    reader.facts.step(token);
    return switch (token.kind()) {
      case NUMBER -> number();
      case NAME -> name();
      case FUNCTION -> calls.function();
      case OPEN -> scripts.after(group(), token);
      case BRACE -> braced();
      case BAR -> bars();
      case NORM -> norm();
      case DIFFERENTIAL -> differentials.differential();
      case ONES -> ones();
      case ZEROS -> zeros();
      case SET ->
          throw Errors.unsupported(
              "\\mathbb{" + shortened(token.text()) + "} is no quantity that is computed with here",
              token,
              "");
      case COMMAND -> command();
      case SUP, SUB ->
          throw Errors.syntax("a script follows nothing", token, "write what it belongs to");
      case PRIME, CLOSE, UNBRACE, OPERATOR, RELATION, COMMA, SEMICOLON, COLON, AMPERSAND, ROW ->
          throw expected();
      case PROSE, DOTS, ARROW, END -> throw expected();
    };
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "…";
  }

  private RuntimeException expected() {
    Token found = cursor.peek();
    if (found.kind() == Kind.DOTS || found.kind() == Kind.PROSE) {
      return cursor.unexpected();
    }
    return Errors.syntax(
        found.kind() == Kind.END
            ? "the formula ends where a factor is expected"
            : "expected a factor, found " + Errors.shown(found),
        found,
        "complete the formula");
  }

  private Syntax number() {
    Token token = cursor.next();
    Syntax number = Trees.number(token.text(), token.span());
    return scripts.after(number, token);
  }

  /// A letter: a name, a call, a differential, or a constant.
  private Syntax name() {
    Token token = cursor.peek();
    if (differentials.isDifferential()) {
      return differentials.differential();
    }
    if (differentials.isIncrement()) {
      return differentials.increment();
    }
    if (token.text().equals("e") && roots.isEuler()) {
      return roots.euler();
    }
    if (token.text().equals("I") && !reader.facts.has("I") && cursor.peek(1).kind() != Kind.OPEN) {
      return identity();
    }
    if (token.text().equals("D") && nablas.isDerivativeSign()) {
      return nablas.derivativeSign();
    }
    return calls.isCall() ? calls.named() : naming.powered();
  }

  /// `I`, `I_n`.
  private Syntax identity() {
    Token token = cursor.next();
    List<Syntax> sizes = sizes();
    if (sizes.isEmpty()) {
      Syntax identity = reader.mark(Mark.Kind.IDENTITY, "eye", List.of(), token.span());
      return scripts.after(identity, token);
    }
    if (sizes.size() > 1) {
      throw Errors.syntax("the identity is square", cursor.since(token), "write I_n");
    }
    return scripts.after(Trees.call("eye", sizes, cursor.since(token), token.span()), token);
  }

  /// `\mathbf{1}`, `\mathbf{1}_n`, `\mathbf{1}_{m \times n}`.
  private Syntax ones() {
    Token token = cursor.next();
    List<Syntax> sizes = sizes();
    Syntax ones =
        sizes.isEmpty()
            ? reader.mark(Mark.Kind.ONES, "ones", List.of(), token.span())
            : Trees.call("ones", sizes, cursor.since(token), token.span());
    return scripts.after(ones, token);
  }

  private Syntax zeros() {
    Token token = cursor.next();
    List<Syntax> sizes = sizes();
    Syntax zeros =
        sizes.isEmpty()
            ? Trees.number("0", token.span())
            : Trees.call("zeros", sizes, cursor.since(token), token.span());
    return scripts.after(zeros, token);
  }

  /// {@return the sizes in a subscript, one or two; none if there is no subscript}
  private List<Syntax> sizes() {
    if (!cursor.at(Kind.SUB)) {
      return List.of();
    }
    Scripts.Extent below = scripts.extent(cursor.at());
    var sizes = new ArrayList<Syntax>();
    int from = below.from();
    for (int i = below.from(); i <= below.to(); i++) {
      boolean end = i == below.to();
      if (end || cursor.get(i).is(Kind.OPERATOR, "times") || cursor.get(i).kind() == Kind.COMMA) {
        sizes.add(reader.within(from, i));
        from = i + 1;
      }
    }
    cursor.moveTo(below.after());
    if (sizes.size() > 2) {
      throw Errors.syntax("a matrix has two sizes", cursor.peek(-1), "");
    }
    return sizes;
  }

  /// `(a + b)`, `[a + b]`, `\{a + b\}`; `[a, b; c, d]` is a matrix.
  private Syntax group() {
    Token open = cursor.next();
    if (open.text().equals("⟨")) {
      List<Syntax> list = reader.list(open);
      if (list.size() != 2) {
        throw Errors.syntax(
            "an inner product has two factors", cursor.since(open), "write \\langle A, B \\rangle");
      }
      return Trees.call("inner", list, cursor.since(open), open.span());
    }
    refuseSpaces(open, cursor.at() - 1);
    var rows = new ArrayList<List<Syntax>>();
    do {
      var row = new ArrayList<Syntax>();
      do {
        row.add(reader.selector());
      } while (cursor.skip(Kind.COMMA));
      rows.add(row);
    } while (open.text().equals("[") && cursor.skip(Kind.SEMICOLON));
    reader.close(open);
    Span span = cursor.since(open);
    if (rows.size() == 1 && rows.getFirst().size() == 1) {
      Syntax only = rows.getFirst().getFirst();
      if (only instanceof Syntax.Colon || only instanceof Syntax.Range) {
        throw Errors.syntax("a range is no value", span, "");
      }
      return only;
    }
    if (!open.text().equals("[")) {
      throw Errors.unsupported(
          "a list in parentheses may be a row or a column",
          span,
          "write \\begin{pmatrix} a \\\\ b \\end{pmatrix} for a column");
    }
    return new Syntax.Block(rows, span);
  }

  /// In `[a\ b]` the space may separate entries.
  private void refuseSpaces(Token open, int at) {
    if (!open.text().equals("[")) {
      return;
    }
    int close = cursor.closing(at);
    for (int i = at + 2, depth = 0; i < close; i++) {
      Token token = cursor.get(i);
      Kind before = cursor.get(i - 1).kind();
      boolean operand = before != Kind.COMMA && before != Kind.SEMICOLON && before != Kind.OPERATOR;
      if (depth == 0 && token.gap() != Token.NO_GAP && operand && reader.startsFactor(token)) {
        throw Errors.syntax(
            "white space does not separate entries", token, "write [a, b] or a product");
      }
      depth += Cursor.level(token);
    }
  }

  /// `{a}` is a; a script after it belongs to all of it, which must be one factor.
  private Syntax braced() {
    Token open = cursor.peek();
    int at = cursor.at();
    int close = cursor.closing(at);
    for (int i = at + 1, depth = 0; i < close; i++) {
      depth += Cursor.level(cursor.get(i));
      if (depth == 0 && cursor.get(i).is(Kind.COMMAND, "over")) {
        Syntax above = reader.within(at + 1, i);
        Syntax below = reader.within(i + 1, close);
        cursor.moveTo(close + 1);
        return scripts.after(
            new Syntax.Binary("/", above, below, cursor.since(open), cursor.get(i).span()), open);
      }
    }
    if (close == at + 1) {
      cursor.moveTo(close + 1);
      return factor();
    }
    Syntax inside = reader.within(at + 1, close);
    cursor.moveTo(close + 1);
    boolean scripted = cursor.at(Kind.SUP) || cursor.at(Kind.SUB) || cursor.at(Kind.PRIME);
    boolean closed = !(inside instanceof Syntax.Binary || inside instanceof Syntax.Unary);
    boolean bracketed =
        cursor.get(at + 1).kind() == Kind.OPEN && cursor.closing(at + 1) == close - 1;
    if (scripted && !closed && !bracketed) {
      throw Errors.syntax(
          "it is not seen in print what this script belongs to",
          cursor.peek(),
          "write parentheses: (A B)^\\top");
    }
    return scripts.after(inside, open);
  }

  private Syntax bars() {
    Token open = cursor.next();
    if (open.side() < 0) {
      throw Errors.syntax("this | closes nothing", open, "");
    }
    Syntax inside = reader.barred(open, false);
    return scripts.after(
        reader.mark(Mark.Kind.BARS, "", List.of(inside), cursor.since(open)), open);
  }

  /// `\|x\|`, `\|X\|_F^2`, `\|x\|^2_2`.
  private Syntax norm() {
    Token open = cursor.next();
    if (open.side() < 0) {
      throw Errors.syntax("this norm closes nothing", open, "");
    }
    Syntax inside = reader.barred(open, true);
    Span place = cursor.since(open);
    int at = cursor.at();
    int sub = at;
    if (cursor.at(Kind.SUP)) {
      sub = scripts.extent(at).after();
    }
    List<Syntax> arguments = List.of(inside);
    String which = "";
    boolean after = cursor.get(sub).kind() == Kind.SUB;
    int end = sub;
    if (after) {
      Scripts.Extent below = scripts.extent(sub);
      end = below.after();
      which = scripts.spelled(below);
      if (!which.matches("|1|2|F|infty|\\*|sigma|mathrm\\{F\\}|op|Fro|nuc")) {
        arguments = List.of(inside, reader.within(below.from(), below.to()));
        which = "p";
      }
    }
    Syntax norm = reader.mark(Mark.Kind.NORM, which, arguments, place);
    if (after && sub > at) {
      return scripts.raisedThenSkip(norm, open, end);
    }
    cursor.moveTo(after ? end : at);
    return scripts.after(norm, open);
  }

  private Syntax command() {
    Token token = cursor.peek();
    return switch (token.text()) {
      case "frac" -> derivatives.fraction();
      case "partial" -> differentials.differential();
      case "nabla" -> nablas.nabla();
      case "sum" -> sums.sum();
      case "int" -> sums.integral();
      case "sqrt" -> roots.root();
      case "begin" -> scripts.after(new Environments(reader).matrix(), token);
      case "arg" -> calls.argmin();
      case "infty" -> throw Errors.unsupported("an infinite value is no number here", token, "");
      case "lim" -> throw Errors.unsupported("limits are not read", token, "");
      case "prod" ->
          throw Errors.unsupported("products over an index are not read", token, "write prod(x)");
      case "end" -> throw Errors.syntax("this \\end closes nothing", token, "");
      default -> throw Errors.unsupported("\\" + token.text() + " is not read here", token, "");
    };
  }
}
