package org.frechet.syntax;

import java.util.Locale;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Token.Kind;

/// Every complaint about the form of a text: what is wrong, where, and what to do.
final class Diagnostics {
  private Diagnostics() {}

  static Refusal syntax(String message, int start, int end, String hint) {
    return new Problem(Code.SYNTAX, message, start, end, hint).refusal();
  }

  static Refusal syntax(String message, Token token, String hint) {
    return syntax(message, token.start(), token.end(), hint);
  }

  private static Refusal tooLarge(String message, int start, int end, String hint) {
    return new Problem(Code.TOO_LARGE, message, start, end, hint).refusal();
  }

  static Refusal tooLong(int length) {
    return tooLarge(
        String.format(
            Locale.ROOT,
            "the text has %,d characters, the limit is %,d",
            length,
            Parser.MAX_LENGTH),
        Parser.MAX_LENGTH,
        length,
        "");
  }

  static Refusal tooManyTokens(int place) {
    return tooLarge(
        String.format(Locale.ROOT, "the text has more than %,d words and signs", Parser.MAX_TOKENS),
        place,
        place,
        "name parts with let, or use a sum over an index");
  }

  static Refusal longWord(int start, int end) {
    return tooLarge("a word is longer than " + Lexer.MAX_WORD + " characters", start, end, "");
  }

  static Refusal tooNested(Syntax.Span place) {
    return tooLarge(
        "nested deeper than " + Parser.MAX_NESTING + " levels",
        place.start(),
        place.end(),
        "name inner parts with let");
  }

  static Refusal tooTall(int height, Syntax.Span span) {
    return tooLarge(
        "the expression is %d operations deep, the limit is %d"
            .formatted(height, Parser.MAX_HEIGHT),
        span.start(),
        span.end(),
        "write a long sum as sum(i, …), or group its terms with parentheses");
  }

  static Refusal hugeNumber(String spelling, int start, int end) {
    return tooLarge(
        "the number " + shortened(spelling) + " is larger than a double can hold", start, end, "");
  }

  static Refusal styledLetter(int c, String plain, int place) {
    return syntax(
        "a name cannot contain the styled letter " + shown(c),
        place,
        place + Character.charCount(c),
        "write the plain letter " + plain);
  }

  static Refusal doubleStar(int start, int end) {
    return syntax(
        "** is not an operator here",
        start,
        end,
        "use ^ for a power and .^ for an elementwise power");
  }

  static Refusal unknownCharacter(int c, int place) {
    String hint =
        switch (c) {
          case '_' -> "a name begins with a letter: W_1";
          case '{', '}' -> "group with ( ), write a matrix with [ ]";
          case '%', '#' -> "comments are not part of an expression";
          case '.' ->
              "elementwise operators are .* ./ .^; for A.\\B write B./A, for np.log(x) log(x)";
          case '"', '`', '‘', '´' -> "the transpose is written '";
          case '∑', 'Σ' -> "write sum(x), or sum(i, …) over an index";
          case '∏' -> "write prod(x)";
          case '∂', '∇' -> "write diff(E, X) for the derivative of E by X";
          case '∫' -> "write integrate(E, t, a, b)";
          case '∞' -> "an infinite value is not a number here";
          case '⟨', '⟩' -> "write inner(A,B) for an inner product";
          case '!' -> "write gamma(x + 1) for a factorial";
          case '†' -> "write pinv(A) for the pseudoinverse, A' for the transpose";
          case '@' -> "write A*B for the matrix product";
          case '$' -> "this is the plain input language, not LaTeX";
          default -> "";
        };
    return syntax("unexpected character " + shown(c), place, place + Character.charCount(c), hint);
  }

  /// `@ (U+0040)`; characters that cannot be seen are named by their code point alone.
  private static String shown(int c) {
    String point = "U+%04X".formatted(c);
    boolean visible =
        switch (Character.getType(c)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.PRIVATE_USE,
              Character.UNASSIGNED,
              Character.NON_SPACING_MARK ->
              false;
          default -> true;
        };
    return visible ? Character.toString(c) + " (" + point + ")" : point;
  }

  static Refusal ambiguousBars(Token bar) {
    return syntax(
        "|…| is ambiguous: a determinant or an absolute value",
        bar,
        "write det(X) for the determinant, abs(X) for the absolute value, ‖x‖ for a norm");
  }

  static Refusal powerOfPower(Token operator) {
    return syntax(
        "a^b^c is ambiguous: tools disagree whether it is (a^b)^c or a^(b^c)",
        operator,
        "add parentheses: (a^b)^c or a^(b^c)");
  }

  static Refusal signInBlock(Token sign) {
    String s = sign.text();
    return syntax(
        "in [ ], white space before " + s + " but not after it is ambiguous",
        sign,
        "white space does not separate entries: write [a, " + s + "b] or [a " + s + " b]");
  }

  static Refusal neverClosed(Token opening) {
    return syntax(
        "this " + opening.text() + " is never closed",
        opening,
        "add " + closer(opening) + " where it ends");
  }

  static Refusal wrongCloser(Token opening, Token found) {
    return syntax(
        "found "
            + quoted(found)
            + " where the "
            + opening.text()
            + " at offset "
            + opening.start()
            + " wants "
            + closer(opening),
        found,
        "brackets close in the order in which they open");
  }

  static String closer(Token opening) {
    return switch (opening.text()) {
      case "(" -> ")";
      case "[" -> "]";
      default -> opening.text();
    };
  }

  /// An operand is missing before `found`, after `previous`, which is END at the start of the text.
  static Refusal expectedOperand(Token previous, Token found) {
    boolean first = previous.kind() == Kind.END;
    if (found.kind() == Kind.END && first) {
      return syntax("the expression is empty", found, "write an expression such as x'*A*x");
    }
    String where = first ? "at the start" : "after " + quoted(previous);
    Token place = found.kind() == Kind.END ? previous : found;
    String message = "expected an operand " + where;
    return syntax(
        found.kind() == Kind.END ? message : message + ", found " + quoted(found),
        place,
        hintForMissingOperand(found));
  }

  private static String hintForMissingOperand(Token found) {
    return switch (found.kind()) {
      case OPERATOR -> found.text() + " needs an operand on either side";
      case TRANSPOSE -> "the transpose follows its operand: A'";
      case SUPERSCRIPT -> "a superscript follows its operand: x²";
      case SUBSCRIPT -> "a name begins with a letter: W_1";
      case CLOSE -> "complete the expression before " + found.text();
      case COMPARISON -> "write inner(A,B) for an inner product ⟨A, B⟩";
      case EQUALS, COMMA, SEMICOLON, COLON, ARROW, END, NUMBER, NAME, OPEN, NORM, BAR, ROOT -> "";
    };
  }

  /// Something stands after a complete expression and cannot go on with it.
  static Refusal unexpected(Token found) {
    return switch (found.kind()) {
      case CLOSE ->
          syntax("this " + found.text() + " closes nothing", found, "remove it, or add its opener");
      case EQUALS ->
          syntax(
              "an equation stands where an expression is wanted",
              found,
              "a definition is written let r = …; an equation belongs to check and solve");
      case COMPARISON ->
          syntax(
              "a comparison stands where an expression is wanted",
              found,
              "comparisons belong to check; write inner(A,B) for an inner product");
      case COMMA ->
          syntax("unexpected ,", found, "commas separate arguments, and entries within [ ]");
      case SEMICOLON ->
          syntax("unexpected ;", found, "; ends a let definition, and separates rows within [ ]");
      case COLON -> syntax("unexpected :", found, ": stands alone in an index, or between: 1:2");
      case ARROW -> syntax("unexpected " + quoted(found), found, "-> stands only in declarations");
      case SUBSCRIPT ->
          syntax("unexpected subscript", found, "a subscript follows a name or a norm: W_1, ‖X‖_F");
      case END -> syntax("the expression ends too early", found, "");
      case NUMBER, NAME, OPERATOR, TRANSPOSE, SUPERSCRIPT, OPEN, NORM, BAR, ROOT ->
          syntax("unexpected " + quoted(found), found, "");
    };
  }

  /// `2x`, `a b`, `[1 2]`: two operands side by side.
  static Refusal missingOperator(String left, Token right, boolean called, boolean inBlock) {
    String next =
        switch (right.kind()) {
          case OPEN -> right.text() + "…" + closer(right);
          case NAME -> called ? right.text() + "(…)" : right.text();
          default -> right.text();
        };
    String shownLeft = left.isEmpty() ? "…" : left;
    String product = shownLeft + "*" + next;
    return syntax(
        "an operator is missing before " + quoted(right),
        right,
        inBlock
            ? "white space does not separate entries: write ["
                + shownLeft
                + ", "
                + next
                + "], or "
                + product
                + " for the product"
            : "did you mean " + product + "?");
  }

  static String quoted(Token token) {
    return switch (token.kind()) {
      case END -> "the end";
      case OPERATOR -> token.text().equals("kron") ? "⊗" : token.text();
      case SUPERSCRIPT -> Script.SUPERSCRIPT.of(token.text()).orElse(token.text());
      case SUBSCRIPT -> "_" + token.text();
      case COMMA -> "the comma";
      case SEMICOLON -> "the semicolon";
      case COLON -> "the colon";
      case NUMBER, NAME -> shortened(token.text());
      case TRANSPOSE, OPEN, CLOSE, ARROW, EQUALS, COMPARISON, NORM, BAR, ROOT -> token.text();
    };
  }

  static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "…";
  }
}
