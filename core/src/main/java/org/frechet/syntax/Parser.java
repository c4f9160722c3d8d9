package org.frechet.syntax;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Syntax.Span;
import org.frechet.syntax.Token.Kind;

/// Reads the input language: a Pratt parser over the table of [Precedence].
///
/// Two readings are worth knowing. Right after `^`, a bare `T` or `⊤` is the transpose, also in
/// `X^-T`; a power by a variable named T is written `X^(T)`. And within `[ ]` white space separates
/// nothing: `[1 2]` and `[a -b]` are refused rather than guessed at, but a line break ends a row.
///
/// A text is refused as too large beyond [#MAX_LENGTH], [#MAX_TOKENS], [#MAX_NESTING] or
/// [#MAX_HEIGHT]. The last two bound the stack: code that walks a parsed tree may recurse, best
/// with a loop along [Syntax.Binary#spine].
public final class Parser {
  /// Characters in a text.
  public static final int MAX_LENGTH = 1_000_000;

  /// Words and signs in a text.
  public static final int MAX_TOKENS = 100_000;

  /// Pieces within one another; a chain `a + b + …` or a run of definitions counts as one.
  public static final int MAX_NESTING = 400;

  /// Height of the tree, which a chain raises by one a term.
  ///
  /// Interpreted, a recursive walk with two or three frames a level needs half a kilobyte a level;
  /// 1,000 levels fit the usual stack of 1 MB, 50,000 would not.
  public static final int MAX_HEIGHT = 1_000;

  private final Tokens tokens;
  private final Postfix postfix;
  private final boolean equations;
  private int depth;
  private boolean inBlock;

  private Parser(String text, boolean equations) {
    this(new Tokens(text), equations);
  }

  private Parser(Tokens tokens, boolean equations) {
    this.tokens = tokens;
    this.postfix = new Postfix(tokens, this);
    this.equations = equations;
  }

  /// {@return the expression that the text is}
  ///
  /// @throws Refusal with code `syntax` or `too-large`, and the place
  public static Syntax parse(String text) {
    return new Parser(text, false).whole();
  }

  /// {@return the expression that begins here; what follows it is left}
  ///
  /// @throws Refusal with code `syntax` or `too-large`, and the place
  static Syntax parseNext(Tokens tokens) {
    Syntax piece = new Parser(tokens, false).sum();
    checkExtent(piece);
    return piece;
  }

  /// {@return the expression or equation that the text is}; arguments may be equations too, as in
  /// `solve(A*x == b, x)`
  ///
  /// @throws Refusal with code `syntax` or `too-large`, and the place
  public static Syntax parseStatement(String text) {
    return new Parser(text, true).whole();
  }

  /// {@return the equation that the text is, `a = b` or `a == b`}
  ///
  /// @throws Refusal with code `syntax` or `too-large`, and the place
  public static Syntax.Equation parseEquation(String text) {
    if (parseStatement(text) instanceof Syntax.Equation equation) {
      return equation;
    }
    throw Diagnostics.syntax("this is not an equation", 0, text.length(), "write LEFT = RIGHT");
  }

  /// {@return the statement that the text is: sides joined by `=`, `<=`, … after definitions `let y
  /// = …;`, or a linear map `Δ ↦ …`}
  ///
  /// @throws Refusal with code `syntax` or `too-large`, and the place
  public static Relation parseRelation(String text) {
    var tokens = Tokens.ofRelation(text);
    return new Relations(tokens, new Parser(tokens, true)).relation();
  }

  /// {@return the canonical spelling of a variable's name: `W_1` for `W₁`}
  ///
  /// @throws Refusal with code `bad-request` where the text is not a name
  public static String parseName(String text) {
    var tokens = new Tokens(text);
    Token name = tokens.next();
    if (name.kind() != Kind.NAME || !tokens.at(Kind.END)) {
      throw Problem.of(
              Problem.Code.BAD_REQUEST, "not a name: '" + Diagnostics.shortened(text) + "'")
          .hint("a name is a letter, then letters, digits and _")
          .refusal();
    }
    return name.text();
  }

  private Syntax whole() {
    Syntax piece = statement();
    if (!tokens.at(Kind.END)) {
      throw unexpected();
    }
    checkExtent(piece);
    return piece;
  }

  static void checkExtent(Syntax piece) {
    Extent extent = Extent.of(piece);
    if (extent.height() > MAX_HEIGHT) {
      throw Diagnostics.tooTall(extent.height(), piece.span());
    }
    if (extent.nesting() > MAX_NESTING) {
      throw Diagnostics.tooNested(piece.span());
    }
  }

  /// An expression, or an equation where those are wanted.
  Syntax statement() {
    Token first = tokens.peek();
    Syntax left = expression();
    if (!equations || !tokens.at(Kind.EQUALS)) {
      return left;
    }
    tokens.next();
    Syntax right = expression();
    return new Syntax.Equation(left, right, tokens.since(first));
  }

  /// Definitions, then a sum.
  Syntax expression() {
    record Defined(Token let, Definition definition) {}
    var definitions = new ArrayDeque<Defined>();
    while (atDefinition()) {
      Token let = tokens.peek();
      definitions.push(new Defined(let, definition()));
    }
    Syntax body = binary(Precedence.SUM);
    for (Defined d : definitions) {
      body = new Syntax.Let(d.definition.name(), d.definition.value(), body, tokens.since(d.let));
    }
    return body;
  }

  boolean atDefinition() {
    return tokens.at(Kind.NAME, "let") && tokens.peek(1).kind() == Kind.NAME;
  }

  /// `let r = …;`
  Definition definition() {
    tokens.next();
    String name = tokens.next().text();
    if (!tokens.at(Kind.EQUALS, "=")) {
      throw Diagnostics.syntax("expected = after let " + name, tokens.peek(), "let r = …; …");
    }
    tokens.next();
    Syntax value = sum();
    if (!tokens.skip(Kind.SEMICOLON)) {
      throw tokens.peek().beginsOperand()
          ? unexpected()
          : Diagnostics.syntax(
              "expected ; after the definition of " + name, tokens.peek(), "let r = …; …");
    }
    return Definition.of(name, value);
  }

  Syntax sum() {
    return binary(Precedence.SUM);
  }

  private Syntax binary(Precedence least) {
    Token first = tokens.peek();
    Syntax left = signed();
    while (atInfix(least)) {
      Token operator = tokens.next();
      Syntax right = binary(Precedence.ofOperator(operator.text()).tighter());
      Span span = tokens.since(first);
      Span place = Tokens.span(operator);
      left =
          operator.text().equals("kron")
              ? new Syntax.Call("kron", List.of(left, right), span, place)
              : new Syntax.Binary(operator.text(), left, right, span, place);
    }
    return left;
  }

  private boolean atInfix(Precedence least) {
    Token token = tokens.peek();
    if (token.kind() != Kind.OPERATOR || (inBlock && token.newLine())) {
      return false;
    }
    boolean sign = token.text().equals("+") || token.text().equals("-");
    if (inBlock && sign && token.spaced() && !tokens.peek(1).spaced()) {
      throw Diagnostics.signInBlock(token); // MATLAB reads [a -b] as two entries
    }
    return !Precedence.ofOperator(token.text()).looserThan(least);
  }

  /// Signs, innermost last; a loop, so that a long run of signs cannot exhaust the stack.
  private Syntax signed() {
    var signs = new ArrayDeque<Token>();
    while (tokens.at(Kind.OPERATOR, "-") || tokens.at(Kind.OPERATOR, "+")) {
      signs.push(tokens.next());
    }
    Syntax operand = postfix.operand();
    for (Token sign : signs) {
      operand = new Syntax.Unary(sign.text().charAt(0), operand, tokens.since(sign));
    }
    return operand;
  }

  /// Goes one level deeper; `block` says whether white space matters there.
  ///
  /// Callers hand the result to [#leave]. A pair of calls rather than a lambda: the lambda's frames
  /// would half again the stack that a level costs.
  boolean enter(Token opening, boolean block) {
    if (++depth > MAX_NESTING) {
      throw Diagnostics.tooNested(Tokens.span(opening));
    }
    boolean outer = inBlock;
    inBlock = block;
    return outer;
  }

  void leave(boolean outer) {
    inBlock = outer;
    depth--;
  }

  /// Passes the token that closes `opening`.
  void close(Token opening) {
    Token found = tokens.peek();
    if (found.text().equals(Diagnostics.closer(opening))) {
      tokens.next();
      return;
    }
    throw switch (found.kind()) {
      case END -> Diagnostics.neverClosed(opening);
      case CLOSE -> Diagnostics.wrongCloser(opening, found);
      default -> unexpected();
    };
  }

  /// {@return whether the next token goes on with the current operand}; in a block, a line break or
  /// a space before a bracket ends it
  boolean continues() {
    Token token = tokens.peek();
    return !inBlock || !(token.newLine() || (token.spaced() && token.kind() == Kind.OPEN));
  }

  /// `[a, b; c, d]`; a line break ends a row unless an operator, a comma or a semicolon precedes
  /// it.
  Syntax block(Token opening) {
    boolean outer = enter(opening, true);
    List<List<Syntax>> rows = rows();
    close(opening);
    leave(outer);
    return new Syntax.Block(rows, tokens.since(opening));
  }

  private List<List<Syntax>> rows() {
    var rows = new ArrayList<List<Syntax>>();
    do {
      var row = new ArrayList<Syntax>();
      do {
        row.add(expression());
      } while (tokens.skip(Kind.COMMA));
      rows.add(row);
    } while (tokens.skip(Kind.SEMICOLON) || startsRow());
    return rows;
  }

  private boolean startsRow() {
    return tokens.peek().newLine() && !tokens.at(Kind.CLOSE) && !tokens.at(Kind.END);
  }

  /// The next token cannot go on with what was read.
  Refusal unexpected() {
    Token found = tokens.peek();
    if (found.kind() == Kind.BAR) {
      return Diagnostics.ambiguousBars(found);
    }
    if (!found.beginsOperand()) {
      return Diagnostics.unexpected(found);
    }
    boolean called = tokens.peek(1).is(Kind.OPEN, "(");
    String left = tokens.typedSince(postfix.lastOperandStart());
    return Diagnostics.missingOperator(left, found, called, inBlock);
  }
}
