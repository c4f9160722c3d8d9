package org.frechet.latex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.latex.Token.Kind;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// One reading of a formula: sums of terms of factors, under given [Choices].
///
/// Factors side by side bind tighter than `\odot`, `\otimes` and `/`.
final class Reader {
  private static final int MAX_NESTING = 120;

  final Cursor cursor;
  final Facts facts;
  final Choices choices;
  final List<Mark> marks = new ArrayList<>();

  /// Indices of the sums around, innermost first.
  final Deque<String> running = new ArrayDeque<>();

  /// Names without a declaration that are called.
  final Set<String> called = new HashSet<>();

  /// Of which names a subscript was taken as the place of an entry.
  final Map<String, Boolean> entries = new HashMap<>();

  /// What the upper bounds of sums say of indices.
  final List<Bound> bounds = new ArrayList<>();

  /// `\sum_{i=1}^n`: the index and its largest value.
  record Bound(Syntax.Name index, Dim last) {
    /// Declares the index with its range, so that another range does not fit.
    void declare(Map<String, Declaration> declared) {
      declared.put(
          index.text(),
          new Declaration(index.text(), Declaration.Kind.INDEX, Shape.vector(last), Set.of()));
    }
  }

  private final Factors factors;
  private int depth;
  private int openBars;
  private int openNorms;

  Reader(Cursor cursor, Facts facts, Choices choices) {
    this.cursor = cursor;
    this.facts = facts;
    this.choices = choices;
    this.factors = new Factors(this);
  }

  Syntax mark(Mark.Kind kind, String detail, List<Syntax> arguments, Span span) {
    marks.add(new Mark(kind, detail, span));
    return new Syntax.Call(Mark.name(marks.size() - 1), arguments, span, span);
  }

  /// {@return what stands between two places, all of it}
  Syntax within(int from, int to) {
    int back = cursor.at();
    int end = cursor.narrow(to);
    cursor.moveTo(from);
    int bars = openBars;
    int norms = openNorms;
    openBars = 0;
    openNorms = 0;
    Syntax inside = sum();
    openBars = bars;
    openNorms = norms;
    if (cursor.at() != to) {
      throw cursor.unexpected();
    }
    cursor.widen(end);
    cursor.moveTo(back);
    return inside;
  }

  Syntax sum() {
    if (++depth > MAX_NESTING) {
      throw Errors.tooLarge(
          "nested deeper than " + MAX_NESTING + " levels",
          cursor.peek().start(),
          cursor.peek().end());
    }
    Syntax left = signed();
    while (cursor.at(Kind.OPERATOR)) {
      Token operator = cursor.peek();
      if (!operator.text().equals("+") && !operator.text().equals("-")) {
        throw operator(operator);
      }
      cursor.next();
      Syntax right = signed();
      left = Trees.binary(operator.text(), left, right, operator.span());
    }
    depth--;
    return left;
  }

  private static RuntimeException operator(Token operator) {
    return switch (operator.text()) {
      case "pm", "mp" ->
          Errors.unsupported(
              "\\" + operator.text() + " stands for two statements",
              operator,
              "write them one by one, with + and with -");
      default -> Errors.syntax("unexpected " + Errors.shown(operator), operator, "");
    };
  }

  private Syntax signed() {
    var signs = new ArrayDeque<Token>();
    while (cursor.at(Kind.OPERATOR, "-") || cursor.at(Kind.OPERATOR, "+")) {
      signs.push(cursor.next());
    }
    Syntax term = term();
    for (Token sign : signs) {
      term = negated(term, sign);
    }
    return term;
  }

  /// A sign before a product belongs to its first factor, as in the input language.
  private static Syntax negated(Syntax term, Token sign) {
    var links = new ArrayDeque<Syntax.Binary>();
    Syntax first = term;
    while (first instanceof Syntax.Binary b && b.operator().matches("[*/]|\\.[*/]")) {
      links.push(b);
      first = b.left();
    }
    Syntax piece = new Syntax.Unary(sign.text().charAt(0), first, sign.span().to(first.span()));
    for (Syntax.Binary link : links) {
      piece = Trees.binary(link.operator(), piece, link.right(), link.operatorSpan());
    }
    return piece;
  }

  /// Products joined by `\odot`, `\otimes`.
  Syntax term() {
    Syntax left = product();
    while (cursor.at(Kind.OPERATOR)) {
      Token token = cursor.peek();
      String operator = token.text().equals("circ") ? ".*" : token.text();
      if (!operator.equals(".*") && !operator.equals("./") && !operator.equals("kron")) {
        break;
      }
      cursor.next();
      boolean composed = token.text().equals("circ") && isFunction(left);
      Syntax right = product();
      if (composed || (token.text().equals("circ") && isFunction(right))) {
        throw Errors.unsupported(
            "this is a composition of functions", token, "write f(g(x)), or \\odot for a product");
      }
      left = Trees.binary(operator, left, right, token.span());
    }
    return left;
  }

  private boolean isFunction(Syntax piece) {
    return piece instanceof Syntax.Name n
        && (facts.isFunction(n.text()) || facts.isFunctionLetter(n.text()) && !facts.has(n.text()));
  }

  Syntax product() {
    Syntax left = factors.factor();
    while (true) {
      Token token = cursor.peek();
      if (token.kind() == Kind.OPERATOR) {
        switch (token.text()) {
          case "cdot", "*", "times" -> left = dotted(left, cursor.next());
          case "/" -> left = quotient(left, cursor.next());
          default -> {
            return left;
          }
        }
      } else if (startsFactor(token)) {
        left = Trees.times(left, factors.factor());
      } else {
        return left;
      }
    }
  }

  /// `a \cdot b` is a product, or where only that fits the inner product of two vectors.
  private Syntax dotted(Syntax left, Token sign) {
    Syntax right = sign();
    boolean plain = left instanceof Syntax.Number || right instanceof Syntax.Number;
    if (!plain && !sign.text().equals("*") && isSimple(left) && isSimple(right)) {
      String a = "a*b";
      if (choices.choose(false, sign.span(), a, "inner(a, b)") == 1) {
        return Trees.call("inner", List.of(left, right), left.span().to(right.span()), sign.span());
      }
    }
    return Trees.binary("*", left, right, sign.span());
  }

  private static boolean isSimple(Syntax piece) {
    return piece instanceof Syntax.Name
        || piece instanceof Syntax.Call
        || (piece instanceof Syntax.Binary b && b.operator().matches("[-+]"));
  }

  private Syntax sign() {
    if (cursor.at(Kind.OPERATOR, "-")) {
      Token minus = cursor.next();
      Syntax operand = factors.factor();
      return new Syntax.Unary('-', operand, minus.span().to(operand.span()));
    }
    return factors.factor();
  }

  /// Of `a/bc` it is open whether c is below the stroke; of `1/2x` it is not.
  private Syntax quotient(Syntax left, Token stroke) {
    Syntax below = factors.factor();
    boolean number = below instanceof Syntax.Number && left instanceof Syntax.Number;
    if (!number && startsFactor(cursor.peek()) && !isLarge(cursor.peek())) {
      int from = cursor.at();
      Syntax all = below;
      while (startsFactor(cursor.peek()) && !isLarge(cursor.peek())) {
        all = Trees.times(all, factors.factor());
      }
      Span place = left.span().to(all.span());
      if (choices.choose(true, place, "a/(b*c)", "(a/b)*c") == 0) {
        below = all;
      } else {
        cursor.moveTo(from);
      }
    }
    return Trees.binary("/", left, below, stroke.span());
  }

  private static boolean isLarge(Token token) {
    return token.is(Kind.COMMAND, "sum") || token.is(Kind.COMMAND, "int");
  }

  /// {@return whether a token goes on with a product}
  boolean startsFactor(Token token) {
    return switch (token.kind()) {
      case NAME, NUMBER, FUNCTION, OPEN, BRACE, DIFFERENTIAL, ONES, ZEROS, SET -> true;
      case BAR -> token.side() > 0 || (token.side() == 0 && openBars == 0);
      case NORM -> token.side() > 0 || (token.side() == 0 && openNorms == 0);
      case COMMAND ->
          switch (token.text()) {
            case "end", "over", "top", "intercal", "dagger", "prime" -> false;
            default -> true;
          };
      case CLOSE, UNBRACE, SUB, SUP, PRIME, OPERATOR, RELATION, COMMA, SEMICOLON, COLON -> false;
      case AMPERSAND, ROW, PROSE, DOTS, ARROW, END -> false;
    };
  }

  /// {@return whether factors follow after the next one}, so that it is open what a sign before
  /// them applies to
  boolean followsMore() {
    return startsFactor(cursor.peek());
  }

  /// The operand of a sign such as `\nabla` or `\log`: all factors side by side, or the first one.
  ///
  /// @param all whether all are meant where both fit no worse
  Syntax operand(String sign, boolean open, boolean all) {
    int from = cursor.at();
    Syntax first = factors.factor();
    int afterFirst = cursor.at();
    if (!startsFactor(cursor.peek()) && !cursor.at(Kind.OPERATOR, "cdot")) {
      return first;
    }
    Syntax whole = first;
    while (startsFactor(cursor.peek())) {
      whole = Trees.times(whole, factors.factor());
    }
    if (!all && cursor.at() == afterFirst) {
      return first;
    }
    Span place = new Span(cursor.get(from).start(), whole.span().end());
    String one = sign + "(a*b)";
    String two = sign + "(a)*b";
    int taken = all ? choices.choose(open, place, one, two) : choices.choose(open, place, two, one);
    if ((taken == 0) == all) {
      return whole;
    }
    cursor.moveTo(afterFirst);
    return first;
  }

  Syntax factor() {
    return factors.factor();
  }

  Factors factors() {
    return factors;
  }

  /// Reads up to a bar that closes.
  Syntax barred(Token open, boolean norm) {
    int bars = openBars;
    int norms = openNorms;
    if (norm) {
      openNorms++;
    } else {
      openBars++;
    }
    Syntax inside = sum();
    Kind kind = norm ? Kind.NORM : Kind.BAR;
    if (!cursor.at(kind) || cursor.peek().side() > 0) {
      throw cursor.at(Kind.END)
          ? Errors.syntax("this " + open.text() + " is never closed", open, "")
          : cursor.unexpected();
    }
    cursor.next();
    openBars = bars;
    openNorms = norms;
    return inside;
  }

  /// {@return what stands in brackets, separated by commas}; the opening one was read
  List<Syntax> list(Token open) {
    int bars = openBars;
    int norms = openNorms;
    openBars = 0;
    openNorms = 0;
    var list = new ArrayList<Syntax>();
    do {
      list.add(selector());
    } while (cursor.skip(Kind.COMMA));
    close(open);
    openBars = bars;
    openNorms = norms;
    return list;
  }

  /// An expression, `:` or `1:2`.
  Syntax selector() {
    if (cursor.at(Kind.COLON)) {
      return new Syntax.Colon(cursor.next().span());
    }
    if (cursor.at(Kind.OPERATOR, "cdot") && isAlone()) {
      return new Syntax.Colon(cursor.next().span());
    }
    Syntax from = sum();
    if (!cursor.skip(Kind.COLON)) {
      return from;
    }
    Syntax to = sum();
    return new Syntax.Range(from, to, from.span().to(to.span()));
  }

  private boolean isAlone() {
    Kind after = cursor.peek(1).kind();
    return after == Kind.COMMA || after == Kind.END || after == Kind.CLOSE;
  }

  void close(Token open) {
    Token found = cursor.peek();
    String wanted =
        switch (open.text()) {
          case "(" -> ")";
          case "[" -> "]";
          case "{" -> "}";
          case "⟨" -> "⟩";
          default -> open.text();
        };
    if (found.kind() == Kind.CLOSE && found.text().equals(wanted)) {
      cursor.next();
      return;
    }
    throw found.kind() == Kind.END
        ? Errors.syntax("this " + open.text() + " is never closed", open, "add " + wanted)
        : cursor.unexpected();
  }
}
