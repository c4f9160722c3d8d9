package org.frechet.latex;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.frechet.latex.Token.Font;
import org.frechet.latex.Token.Kind;

/// Cuts LaTeX into tokens: fonts, spaces and sizes are taken off.
final class Lexer {
  static final int MAX_LENGTH = 20_000;
  static final int MAX_TOKENS = 5_000;
  private static final int MAX_DEPTH = 40;

  private final Scanner in;
  private final Fonts fonts;
  private final Signs signs;
  private int depth;

  private Lexer(String text, Set<String> names) {
    this.in = new Scanner(text, names);
    this.fonts = new Fonts(this, in);
    this.signs = new Signs(this, in);
  }

  /// {@return the tokens, the last of kind END}
  ///
  /// @param names known names of several characters, which letters side by side may spell
  static List<Token> tokens(String text, Set<String> names) {
    if (text.length() > MAX_LENGTH) {
      throw Errors.tooLarge(
          "the LaTeX has more than %,d characters".formatted(MAX_LENGTH),
          MAX_LENGTH,
          text.length());
    }
    var lexer = new Lexer(text, names);
    lexer.until(text.length(), Font.PLAIN);
    lexer.in.add(Kind.END, "", text.length(), text.length(), Font.PLAIN);
    return List.copyOf(lexer.in.tokens);
  }

  void until(int end, Font font) {
    if (++depth > MAX_DEPTH) {
      throw Errors.tooLarge("nested deeper than " + MAX_DEPTH + " fonts", in.at, end);
    }
    while (in.at < end) {
      token(end, font);
      if (in.tokens.size() > MAX_TOKENS) {
        throw Errors.tooLarge(
            "the LaTeX has more than %,d signs".formatted(MAX_TOKENS), in.at, end);
      }
    }
    depth--;
  }

  private void token(int end, Font font) {
    char c = in.text.charAt(in.at);
    if (c == '\\') {
      command(end, font);
    } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '~' || c == '$') {
      in.at++;
    } else if (c == '%') {
      int line = in.text.indexOf('\n', in.at);
      in.at = line < 0 || line > end ? end : line;
    } else if ((c >= '0' && c <= '9') || (c == '.' && in.digit(in.at + 1, end))) {
      number(end, font);
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      letters(end, font);
    } else {
      signs.sign(end, font);
    }
  }

  private void number(int end, Font font) {
    int start = in.at;
    if (in.text.charAt(in.at) != '.' && takesOneDigit()) {
      in.at++;
      in.add(Kind.NUMBER, in.text.substring(start, in.at), start, in.at, font);
      return;
    }
    while (in.digit(in.at, end)) {
      in.at++;
    }
    if (in.at < end && in.text.charAt(in.at) == '.' && in.digit(in.at + 1, end)) {
      in.at++;
      while (in.digit(in.at, end)) {
        in.at++;
      }
    }
    String digits = in.text.substring(start, in.at);
    if (digits.length() > 300) {
      throw Errors.tooLarge("the number has more than 300 digits", start, in.at);
    }
    boolean bold = font == Font.BOLD && digits.length() == 1;
    in.add(
        bold && digits.equals("1")
            ? Kind.ONES
            : bold && digits.equals("0") ? Kind.ZEROS : Kind.NUMBER,
        digits.startsWith(".") ? "0" + digits : digits,
        start,
        in.at,
        font);
  }

  /// `\\frac12` is a half.
  private boolean takesOneDigit() {
    int n = in.tokens.size();
    if (n > 0 && in.tokens.get(n - 1).is(Kind.COMMAND, "frac")) {
      return true;
    }
    return n > 1
        && in.tokens.get(n - 2).is(Kind.COMMAND, "frac")
        && (in.tokens.get(n - 1).kind() == Kind.NUMBER || in.tokens.get(n - 1).kind() == Kind.NAME);
  }

  /// Letters in.side by in.side: a known name, the name of a function before its argument, or one
  /// by one.
  private void letters(int end, Font font) {
    int first = in.at;
    int stop = in.at;
    while (stop < end && Scanner.isLatin(in.text.charAt(stop))) {
      stop++;
    }
    refuseWord(first, stop, end);
    while (in.at < stop) {
      int known = knownFrom(in.at, end, stop);
      if (known > in.at) {
        in.add(Kind.NAME, in.text.substring(in.at, known), in.at, known, font);
        in.at = known;
        stop = Math.max(stop, in.at);
      } else if (isFunctionAt(first, stop, end)) {
        String word = in.text.substring(in.at, stop);
        in.add(Kind.FUNCTION, Commands.functionName(word).orElse(word), in.at, stop, font);
        in.at = stop;
      } else {
        in.add(Kind.NAME, in.text.substring(in.at, in.at + 1), in.at, in.at + 1, font);
        in.at++;
      }
    }
  }

  /// Five small letters side by side are a word rather than a product.
  private void refuseWord(int first, int stop, int end) {
    String word = in.text.substring(first, stop);
    int n = in.tokens.size();
    boolean environment =
        n > 1
            && in.tokens.get(n - 1).kind() == Kind.BRACE
            && in.tokens.get(n - 2).kind() == Kind.COMMAND;
    if (word.length() >= 5
        && !environment
        && word.equals(word.toLowerCase(Locale.ROOT))
        && knownFrom(first, end, stop) == first
        && !isFunctionAt(first, stop, end)) {
      throw Errors.syntax(
          "letters without space look like a word",
          Scanner.span(first, stop),
          "write \\text{%s} for text, \\mathit{…} for a name, spaces for a product"
              .formatted(word.length() > 30 ? "…" : word));
    }
  }

  /// {@return where the longest known name that begins here ends}
  private int knownFrom(int from, int end, int stop) {
    int best = from;
    for (String name : in.names) {
      int to = from + name.length();
      if (name.length() > 1
          && to > best
          && to <= end
          && in.text.startsWith(name, from)
          && (to <= stop || !Character.isLetterOrDigit(to < end ? in.text.charAt(to) : ' '))) {
        best = to;
      }
    }
    return best;
  }

  private boolean isFunctionAt(int first, int stop, int end) {
    String word = in.text.substring(in.at, stop);
    if (word.length() < 2 || !Commands.isRawWord(word)) {
      return false;
    }
    int next = stop;
    while (next < end && (in.text.charAt(next) == ' ' || in.text.startsWith("\\,", next))) {
      next += in.text.charAt(next) == ' ' ? 1 : 2;
    }
    boolean opens =
        next < end && "([{|".indexOf(in.text.charAt(next)) >= 0
            || in.text.startsWith("\\left", next)
            || in.text.startsWith("\\{", next)
            || in.text.startsWith("\\big", next)
            || in.text.startsWith("\\Big", next);
    boolean operand =
        next < end
            && (Scanner.isLatin(in.text.charAt(next)) || in.text.charAt(next) == '\\')
            && next > stop;
    return opens || (in.at == first && (operand || in.text.startsWith("\\", stop)));
  }

  private void command(int end, Font font) {
    int start = in.at++;
    if (in.at >= end) {
      throw Errors.syntax("a backslash ends the text", Scanner.span(start, end), "");
    }
    char c = in.text.charAt(in.at);
    if (!Scanner.isLatin(c)) {
      in.at++;
      switch (c) {
        case '\\' -> {
          in.add(Kind.ROW, "\\\\", start, in.at, font);
          skipRowSkip(end);
        }
        case '|' -> in.add(Kind.NORM, "‖", start, in.at, font);
        case '{' -> in.add(Kind.OPEN, "{", start, in.at, font);
        case '}' -> in.add(Kind.CLOSE, "}", start, in.at, font);
        case ' ', ';', '\n', '\t' -> in.gap = Math.max(in.gap, Token.SPACE);
        case ',', '!', ':', '>', '(', ')', '[', ']', '/' -> {}
        case '_', '&', '%', '#', '$' ->
            throw Errors.syntax(
                "\\" + c + " stands for no operation", Scanner.span(start, in.at), "");
        default ->
            throw Errors.syntax(
                "unknown command \\" + c, Scanner.span(start, in.at), "remove the backslash");
      }
      return;
    }
    while (in.at < end && Scanner.isLatin(in.text.charAt(in.at))) {
      in.at++;
    }
    named(in.text.substring(start + 1, in.at), start, end, font);
  }

  /// `\\[2pt]`, and the doubled `\\\\` of Markdown.
  private void skipRowSkip(int end) {
    while (in.text.startsWith("\\\\", in.at)) {
      in.at += 2;
    }
    if (in.at < end && in.text.charAt(in.at) == '[') {
      int close = in.text.indexOf(']', in.at);
      String skip = close < 0 ? "" : in.text.substring(in.at + 1, close).strip();
      if (skip.matches("-?[0-9.]+ *(?:pt|em|ex|cm|mm|in)")) {
        in.at = close + 1;
      }
    }
  }

  void named(String command, int start, int end, Font font) {
    if (Commands.SIDES.containsKey(command)) {
      in.side = Commands.SIDES.getOrDefault(command, 0);
      in.skipSpace(end);
      if (in.at < end && in.text.charAt(in.at) == '.') {
        in.at++;
        in.side = 0;
      }
    } else if (Commands.NOISE.contains(command)) {
      return;
    } else if (Commands.WIDE.contains(command)) {
      if (command.startsWith("h")) {
        in.argument(end);
      }
      in.gap = Token.WIDE;
    } else if (Commands.LABELS.contains(command)) {
      if (in.at < end && in.text.charAt(in.at) == '*') {
        in.at++;
      }
      in.argument(end);
    } else if (Commands.BOLD.contains(command)) {
      fonts.styled(start, end, Font.BOLD);
    } else if (Commands.CALLIGRAPHIC.contains(command)) {
      fonts.styled(start, end, Font.CALLIGRAPHIC);
    } else if (Commands.HOLLOW.contains(command)) {
      fonts.hollow(start, end);
    } else if (Commands.UPRIGHT.contains(command) || Commands.OPERATOR_NAMES.contains(command)) {
      fonts.word(start, end, command.equals("operatorname"), command.equals("mathit"));
    } else if (Commands.TEXT.contains(command)) {
      fonts.prose(start, end);
    } else if (Commands.ACCENTS.contains(command)) {
      fonts.accent(command, start, end, font);
    } else {
      Optional<Commands.Meaning> meaning = Commands.meaning(command);
      if (meaning.isPresent()) {
        if (meaning.get().side() != 0) {
          in.side = meaning.get().side();
        }
        in.add(meaning.get().kind(), meaning.get().text(), start, in.at, font);
        return;
      }
      Optional<String> function = Commands.functionName(command);
      if (function.isEmpty()) {
        throw Errors.syntax(
            "unknown command \\" + (command.length() > 40 ? command.substring(0, 40) : command),
            Scanner.span(start, in.at),
            "write \\operatorname{" + command + "} for a function, plain letters for names");
      }
      in.add(Kind.FUNCTION, function.get(), start, in.at, font);
    }
  }
}
