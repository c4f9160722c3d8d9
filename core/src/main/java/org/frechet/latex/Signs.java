package org.frechet.latex;

import java.text.Normalizer;
import java.util.Map;
import org.frechet.latex.Token.Font;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Script;

/// Signs that are neither letters nor commands; those of Unicode become the commands that they
/// stand for.
final class Signs {
  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("∂", "partial"),
          Map.entry("∇", "nabla"),
          Map.entry("⊤", "top"),
          Map.entry("·", "cdot"),
          Map.entry("⋅", "cdot"),
          Map.entry("×", "times"),
          Map.entry("∗", "ast"),
          Map.entry("⊙", "odot"),
          Map.entry("∘", "circ"),
          Map.entry("⊘", "oslash"),
          Map.entry("⊗", "otimes"),
          Map.entry("±", "pm"),
          Map.entry("∑", "sum"),
          Map.entry("∫", "int"),
          Map.entry("√", "sqrt"),
          Map.entry("‖", "Vert"),
          Map.entry("∥", "Vert"),
          Map.entry("⟨", "langle"),
          Map.entry("⟩", "rangle"),
          Map.entry("≤", "le"),
          Map.entry("≥", "ge"),
          Map.entry("≠", "ne"),
          Map.entry("≈", "approx"),
          Map.entry("∝", "propto"),
          Map.entry("≡", "equiv"),
          Map.entry("∈", "in"),
          Map.entry("↦", "mapsto"),
          Map.entry("→", "to"),
          Map.entry("†", "dagger"),
          Map.entry("′", "prime"),
          Map.entry("∞", "infty"),
          Map.entry("…", "dots"),
          Map.entry("⋯", "cdots"),
          Map.entry("⇒", "Rightarrow"),
          Map.entry("ℓ", "ell"));

  private final Lexer lexer;
  private final Scanner in;

  Signs(Lexer lexer, Scanner in) {
    this.lexer = lexer;
    this.in = in;
  }

  void sign(int end, Font font) {
    int start = in.at;
    int c = in.text.codePointAt(in.at);
    in.at += Character.charCount(c);
    Kind simple =
        switch (c) {
          case '{' -> Kind.BRACE;
          case '}' -> Kind.UNBRACE;
          case '(', '[' -> Kind.OPEN;
          case ')', ']' -> Kind.CLOSE;
          case '_' -> Kind.SUB;
          case '^' -> Kind.SUP;
          case '\'', '’' -> Kind.PRIME;
          case ',' -> Kind.COMMA;
          case ';' -> Kind.SEMICOLON;
          case '&' -> Kind.AMPERSAND;
          case '+', '*', '/' -> Kind.OPERATOR;
          case '<', '>', '=' -> Kind.RELATION;
          default -> Kind.END;
        };
    if (simple != Kind.END) {
      in.add(simple, Character.toString(c), start, in.at, font);
    } else if (c == '-' || c == '−' || c == '–') {
      in.add(Kind.OPERATOR, "-", start, in.at, font);
    } else if (c == ':') {
      boolean defines = in.at < end && in.text.charAt(in.at) == '=';
      in.at += defines ? 1 : 0;
      in.add(defines ? Kind.RELATION : Kind.COLON, defines ? ":=" : ":", start, in.at, font);
    } else if (c == '|') {
      boolean norm = in.at < end && in.text.charAt(in.at) == '|';
      in.at += norm ? 1 : 0;
      in.add(norm ? Kind.NORM : Kind.BAR, norm ? "‖" : "|", start, in.at, font);
    } else if (c == '.') {
      point(start, end);
    } else if (SIGNS.containsKey(Character.toString(c))) {
      lexer.named(SIGNS.getOrDefault(Character.toString(c), ""), start, end, font);
    } else if (Script.SUPERSCRIPT.contains(c) || Script.SUBSCRIPT.contains(c)) {
      script(start, end, font);
    } else if (Character.isLetter(c)) {
      int stop = in.at;
      while (stop < end
          && Character.getType(in.text.codePointAt(stop)) == Character.NON_SPACING_MARK) {
        stop += Character.charCount(in.text.codePointAt(stop));
      }
      in.at = stop;
      String name = Normalizer.normalize(in.text.substring(start, stop), Normalizer.Form.NFC);
      in.add(Kind.NAME, name, start, stop, font);
    } else if (c >= 0x200B && c <= 0x200D
        || c == 0x2060
        || c == 0xFEFF
        || c == 0x2061
        || c == 0x2062) {
      return;
    } else {
      throw Errors.syntax(
          "unexpected character "
              + (Character.isISOControl(c)
                      || !Character.isDefined(c)
                      || Character.isSurrogate((char) c) && c < 0x10000
                  ? "U+%04X".formatted(c)
                  : Character.toString(c)),
          Scanner.span(start, in.at),
          "");
    }
  }

  /// A point that ends a formula is punctuation.
  private void point(int start, int end) {
    int next = in.at;
    while (next < end
        && (Character.isWhitespace(in.text.charAt(next)) || in.text.charAt(next) == '$')) {
      next++;
    }
    if (in.text
        .substring(next, end)
        .strip()
        .matches("(?:\\\\end *\\{[a-z]+\\*?\\}|\\s)*(?:\\\\\\]|\\\\\\))?")) {
      return;
    }
    if (next < end && in.text.startsWith("\\\\", next)) {
      return;
    }
    throw Errors.syntax(
        "unexpected point", Scanner.span(start, start + 1), "write \\cdot for a product");
  }

  private void script(int start, int end, Font font) {
    boolean raised = Script.SUPERSCRIPT.contains(in.text.codePointAt(start));
    Script script = raised ? Script.SUPERSCRIPT : Script.SUBSCRIPT;
    in.at = start;
    in.add(raised ? Kind.SUP : Kind.SUB, raised ? "^" : "_", start, start, font);
    in.add(Kind.BRACE, "{", start, start, font);
    while (in.at < end && script.contains(in.text.codePointAt(in.at))) {
      char plain = script.plain(in.text.codePointAt(in.at));
      Kind kind =
          Character.isDigit(plain)
              ? Kind.NUMBER
              : Character.isLetter(plain) ? Kind.NAME : Kind.OPERATOR;
      Token last = in.tokens.getLast();
      if (kind == Kind.NUMBER && last.kind() == Kind.NUMBER && last.end() == in.at) {
        in.tokens.removeLast();
        in.add(kind, last.text() + plain, last.start(), in.at + 1, font);
      } else {
        in.add(kind, String.valueOf(plain), in.at, in.at + 1, font);
      }
      in.at++;
    }
    in.add(Kind.UNBRACE, "}", in.at, in.at, font);
  }
}
