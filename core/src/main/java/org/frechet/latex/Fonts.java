package org.frechet.latex;

import java.text.Normalizer;
import org.frechet.latex.Token.Font;
import org.frechet.latex.Token.Kind;

/// Letters and words in a font of their own, and letters with an accent.
final class Fonts {
  private final Lexer lexer;
  private final Scanner in;

  Fonts(Lexer lexer, Scanner in) {
    this.lexer = lexer;
    this.in = in;
  }

  /// `\mathbf{X}` is a letter; of `\mathbf{AX}` the parts are read one by one.
  void styled(int start, int end, Font font) {
    Scanner.Range inside = in.argument(end);
    int after = in.at;
    int before = in.tokens.size();
    in.at = inside.from();
    in.add(Kind.BRACE, "{", Math.max(0, inside.from() - 1), inside.from(), font);
    lexer.until(inside.to(), font);
    if (in.tokens.size() == before + 2) {
      Token only = in.tokens.removeLast();
      in.tokens.removeLast();
      in.tokens.add(
          new Token(only.kind(), only.text(), start, after, only.font(), only.side(), only.gap()));
    } else {
      in.add(Kind.UNBRACE, "}", inside.to(), Math.min(inside.to() + 1, in.text.length()), font);
    }
    in.at = after;
  }

  void hollow(int start, int end) {
    Scanner.Range inside = in.argument(end);
    String letter = in.text.substring(inside.from(), inside.to()).strip();
    in.add(letter.equals("1") ? Kind.ONES : Kind.SET, letter, start, in.at, Font.PLAIN);
  }

  /// `\mathrm{tr}`, `\operatorname{diag}`, `\mathit{alphas}`, `\mathrm d`, `\mathrm T`.
  void word(int start, int end, boolean operator, boolean italic) {
    if (in.at < end && in.text.charAt(in.at) == '*') {
      in.at++;
    }
    Scanner.Range inside = in.argument(end);
    String word = in.text.substring(inside.from(), inside.to()).replace("\\_", "_").strip();
    if (word.matches("[A-Za-z][A-Za-z0-9_]*|arg *(?:\\\\, *)?(?:min|max)")) {
      String plain = word.replaceAll("[^A-Za-z0-9_]|\\\\,", "");
      if (plain.equals("d") && !operator && !italic) {
        in.add(Kind.DIFFERENTIAL, "d", start, in.at, Font.UPRIGHT);
      } else if (plain.length() == 1) {
        in.add(Kind.NAME, plain, start, in.at, italic ? Font.PLAIN : Font.UPRIGHT);
      } else if (in.names.contains(plain) || (italic && Commands.functionName(plain).isEmpty())) {
        in.add(Kind.NAME, plain, start, in.at, Font.PLAIN);
      } else if (plain.matches("d[A-Za-z]") && !operator) {
        in.add(Kind.DIFFERENTIAL, "d", start, in.at, Font.UPRIGHT);
        in.add(Kind.NAME, plain.substring(1), start, in.at, Font.PLAIN);
      } else if (operator || Commands.functionName(plain).isPresent()) {
        in.add(
            Kind.FUNCTION, Commands.functionName(plain).orElse(plain), start, in.at, Font.UPRIGHT);
      } else {
        in.add(Kind.NAME, plain, start, in.at, Font.UPRIGHT);
      }
      return;
    }
    in.at = inside.from();
    int after =
        Math.min(
            end,
            inside.to() + (inside.from() > 0 && in.text.charAt(inside.from() - 1) == '{' ? 1 : 0));
    in.add(Kind.BRACE, "{", Math.max(0, inside.from() - 1), inside.from(), Font.UPRIGHT);
    lexer.until(inside.to(), Font.UPRIGHT);
    in.add(Kind.UNBRACE, "}", inside.to(), after, Font.UPRIGHT);
    in.at = after;
  }

  void prose(int start, int end) {
    Scanner.Range inside = in.argument(end);
    String word = in.text.substring(inside.from(), inside.to()).strip();
    boolean letters = word.length() > 0 && word.chars().allMatch(Character::isLetter);
    if (in.names.contains(word) || (letters && word.length() == 1)) {
      in.add(Kind.NAME, word, start, in.at, Font.UPRIGHT);
    } else if (letters && Commands.functionName(word).isPresent()) {
      in.add(Kind.FUNCTION, Commands.functionName(word).orElse(word), start, in.at, Font.UPRIGHT);
    } else if (!word.isEmpty()) {
      in.add(Kind.PROSE, word, start, in.at, Font.PLAIN);
    }
  }

  /// `\hat x` is the name x_hat.
  void accent(String command, int start, int end, Font font) {
    Scanner.Range inside = in.argument(end);
    int after = in.at;
    int before = in.tokens.size();
    in.at = inside.from();
    lexer.until(inside.to(), font);
    in.at = after;
    if (in.tokens.size() != before + 1 || in.tokens.getLast().kind() != Kind.NAME) {
      throw Errors.unsupported(
          "\\" + command + " stands over more than a letter",
          Scanner.span(start, in.at),
          "put it over one letter, as in \\hat{x}");
    }
    Token letter = in.tokens.removeLast();
    String barred = letter.text() + "\u0304";
    String suffix = command.replace("wide", "").replace("overline", "bar");
    String name =
        suffix.equals("bar") && in.names.contains(Normalizer.normalize(barred, Normalizer.Form.NFC))
            ? Normalizer.normalize(barred, Normalizer.Form.NFC)
            : letter.text() + "_" + suffix;
    in.add(Kind.NAME, name, start, in.at, letter.font());
  }
}
