package org.frechet.syntax;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.frechet.syntax.Token.Kind;

/// Cuts text into [Token]s and brings every Unicode spelling to its plain one.
///
/// Names are brought to normal form C, so that é typed as one character or as two is the same name,
/// and a subscript becomes `_`: `W₁` and `W_1` are one name.
final class Lexer {
  /// A number's point is left to the operator when one of these follows: `2.*x` is `2 .* x`.
  private static final String AFTER_POINT = "*/\\^'";

  /// Characters in a name, a number or a superscript.
  static final int MAX_WORD = 1_000;

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private boolean spaced;
  private boolean newLine;

  private Lexer(String text) {
    this.text = text;
  }

  /// {@return the tokens of the text, ended by one of kind END}
  static List<Token> tokens(String text) {
    if (text.length() > Parser.MAX_LENGTH) {
      throw Diagnostics.tooLong(text.length());
    }
    var lexer = new Lexer(text);
    while (lexer.skipSpace()) {
      lexer.token();
      if (lexer.tokens.size() > Parser.MAX_TOKENS) {
        throw Diagnostics.tooManyTokens(lexer.at);
      }
    }
    lexer.add(Kind.END, "", text.length());
    return lexer.tokens;
  }

  private boolean skipSpace() {
    spaced = false;
    newLine = false;
    while (at < text.length() && isSpace(peek())) {
      spaced = true;
      newLine |= peek() == '\n' || peek() == '\r';
      at++;
    }
    return at < text.length();
  }

  /// White space of any width, and the invisible characters that come along when text is copied.
  private static boolean isSpace(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || (c >= 0x200B && c <= 0x200D)
        || c == 0x2060
        || c == 0xFEFF;
  }

  private int peek() {
    return at < text.length() ? text.codePointAt(at) : -1;
  }

  private char after(int distance) {
    return at + distance < text.length() ? text.charAt(at + distance) : '\0';
  }

  private void add(Kind kind, String spelling, int end) {
    checkLength(end);
    tokens.add(new Token(kind, spelling, at, end, spaced, newLine));
    at = end;
  }

  private void checkLength(int end) {
    if (end - at > MAX_WORD) {
      throw Diagnostics.longWord(at, end);
    }
  }

  private void token() {
    int c = peek();
    if (isDigit(c) || (c == '.' && isDigit(after(1)))) {
      number();
    } else if (Script.SUPERSCRIPT.contains(c)) {
      add(Kind.SUPERSCRIPT, plain(Script.SUPERSCRIPT), scriptEnd(Script.SUPERSCRIPT));
    } else if (Script.SUBSCRIPT.contains(c)) {
      add(Kind.SUBSCRIPT, plain(Script.SUBSCRIPT), scriptEnd(Script.SUBSCRIPT));
    } else if (Character.isLetter(c)) {
      name();
    } else if (c == '_') {
      subscript();
    } else {
      symbol(c);
    }
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private int digitsFrom(int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private void number() {
    int end = digitsFrom(at);
    if (end < text.length() && text.charAt(end) == '.') {
      int next = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
      end = AFTER_POINT.indexOf(next) >= 0 ? end : digitsFrom(end + 1);
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int sign = end + 1 < text.length() && "+-".indexOf(text.charAt(end + 1)) >= 0 ? 1 : 0;
      int digits = digitsFrom(end + 1 + sign);
      end = digits > end + 1 + sign ? digits : end;
    }
    checkLength(end);
    String spelling = text.substring(at, end);
    if (Double.isInfinite(Double.parseDouble(spelling))) {
      throw Diagnostics.hugeNumber(spelling, at, end);
    }
    // `2.` is 2: printed before an operator, its point would be read as part of the operator.
    add(Kind.NUMBER, spelling.endsWith(".") ? spelling.replace(".", "") : spelling, end);
  }

  private int scriptEnd(Script script) {
    int end = at;
    while (end < text.length() && script.contains(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private String plain(Script script) {
    var out = new StringBuilder();
    text.substring(at, scriptEnd(script)).chars().forEach(c -> out.append(script.plain(c)));
    return out.toString();
  }

  private void name() {
    var name = new StringBuilder();
    int end = at;
    boolean lowered = false;
    while (end < text.length()) {
      checkLength(end);
      int c = text.codePointAt(end);
      boolean low = Script.SUBSCRIPT.contains(c);
      if (!low && (Script.SUPERSCRIPT.contains(c) || !isNamePart(c))) {
        break;
      }
      if (low && !lowered && name.charAt(name.length() - 1) != '_') {
        name.append('_');
      }
      lowered = low;
      name.append(low ? String.valueOf(Script.SUBSCRIPT.plain(c)) : letter(c, end));
      end += Character.charCount(c);
    }
    String spelling = Normalizer.normalize(name, Normalizer.Form.NFC);
    add(Kind.NAME, spelling.equals("π") ? "pi" : spelling, end);
  }

  private static boolean isNamePart(int c) {
    return Character.isLetter(c)
        || isDigit(c)
        || c == '_'
        || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /// Greek variants such as ϕ are the plain letter. Styled letters such as bold 𝐱 are refused: in
  /// a paper 𝐱 and x may differ, so reading them as one would be a silent guess.
  private static String letter(int c, int place) {
    String typed = Character.toString(c);
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
    if (c < 128 || plain.equals(Normalizer.normalize(typed, Normalizer.Form.NFC))) {
      return typed;
    }
    if (Character.UnicodeBlock.of(plain.codePointAt(0)) == Character.UnicodeBlock.GREEK
        && c <= Character.MAX_VALUE) {
      return plain;
    }
    throw Diagnostics.styledLetter(c, plain, place);
  }

  /// `_F`, `_2`, `_∞`, `_*`: only ever read after a norm bar.
  private void subscript() {
    int end = at + 1;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      if (Script.SUPERSCRIPT.contains(text.charAt(end))) {
        break;
      }
      end++;
    }
    if (end == at + 1 && (after(1) == '*' || after(1) == '∞')) {
      end++;
    }
    if (end == at + 1) {
      throw Diagnostics.unknownCharacter('_', at);
    }
    add(Kind.SUBSCRIPT, text.substring(at + 1, end), end);
  }

  /// MATLAB and NumPy quote words that stand as arguments: `norm(X, 'fro')`. After a comma there is
  /// nothing to transpose.
  private boolean quoted(int c) {
    if ((c != '\'' && c != '"') || tokens.isEmpty() || tokens.getLast().kind() != Kind.COMMA) {
      return false;
    }
    int end = at + 1;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    if (end == at + 1 || end == text.length() || text.charAt(end) != c) {
      return false;
    }
    add(Kind.NAME, text.substring(at + 1, end), end + 1);
    return true;
  }

  private void symbol(int c) {
    if (quoted(c)) {
      return;
    }
    if (text.startsWith("**", at) || text.startsWith(".**", at)) {
      throw Diagnostics.doubleStar(at, at + (c == '.' ? 3 : 2));
    }
    for (Symbol symbol : Symbol.ALL) {
      if (text.startsWith(symbol.spelling(), at)) {
        add(symbol.kind(), symbol.plain(), at + symbol.spelling().length());
        return;
      }
    }
    throw Diagnostics.unknownCharacter(c, at);
  }
}
