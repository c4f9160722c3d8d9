package org.frechet.latex;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.latex.Latex.Known;
import org.frechet.latex.Token.Kind;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Syntax.Span;

/// What a text as a whole tells of its names.
final class Facts {
  /// Letters that are functions rather than factors when parentheses follow.
  private static final Set<String> FUNCTION_LETTERS =
      Set.of("f", "g", "h", "F", "G", "ell", "phi", "varphi", "psi", "ϕ", "φ", "ψ");

  /// Factors read in all readings together: some are read again, to see what follows them.
  private static final int MAX_STEPS = 30_000;

  private static final int MAX_UNDECLARED = 12;
  private static final int MAX_INFERRED = 8;

  private final Known known;
  private final Set<String> undeclared = new HashSet<>();
  private final int end;
  private int steps;
  private final Set<String> definitions = new HashSet<>();

  /// Names that stand somewhere without a subscript and without parentheses after them.
  private final Set<String> plain = new HashSet<>();

  private final boolean dIsVariable;
  private final boolean deltaIsVariable;
  private final boolean eIsEuler;

  Facts(Known known, List<Token> tokens) {
    this.known = known;
    for (Definition d : known.definitions()) {
      definitions.add(d.name());
    }
    end = tokens.getLast().end();
    boolean d = has("d");
    boolean delta = has("Delta") || has("Δ");
    boolean e = has("e");
    var fonts = new HashMap<String, Token.Font>();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      Token token = tokens.get(i);
      Token after = tokens.get(i + 1);
      if (token.kind() != Kind.NAME) {
        continue;
      }
      if (after.kind() != Kind.SUB && after.kind() != Kind.OPEN) {
        plain.add(token.text());
      }
      refuseFonts(fonts, token, after);
      if (!has(token.text())) {
        undeclared.add(token.text());
      }
      if (token.text().equals("d") && standsAlone(tokens, i)) {
        d = true;
      }
      e |= token.text().equals("e") && after.kind() != Kind.SUP;
      if ((token.text().equals("Delta") || token.text().equals("Δ"))
          && (standsAlone(tokens, i) || after.kind() == Kind.UNBRACE)) {
        delta = true;
      }
    }
    dIsVariable = d;
    deltaIsVariable = delta;
    eIsEuler = !e;
  }

  /// A bold x and a plain one are two names, unless the plain one has a subscript: the entry of the
  /// bold one.
  private static void refuseFonts(Map<String, Token.Font> fonts, Token token, Token after) {
    if (after.kind() == Kind.SUB) {
      return;
    }
    Token.Font before = fonts.putIfAbsent(token.text(), token.font());
    if (before != null && before != token.font() && token.text().length() == 1) {
      throw Errors.unsupported(
          "the letter %s stands in two fonts, so it is two names".formatted(token.text()),
          token,
          "use two letters, or one font");
    }
  }

  private static boolean standsAlone(List<Token> tokens, int i) {
    Token after = tokens.get(i + 1);
    return switch (after.kind()) {
      case SUB, PRIME, CLOSE, RELATION, COMMA, END, ARROW, SEMICOLON, AMPERSAND, ROW -> true;
      case SUP -> tokens.get(Math.min(i + 2, tokens.size() - 1)).kind() != Kind.NUMBER;
      case OPERATOR -> !after.text().equals("/");
      default -> false;
    };
  }

  /// {@return how many readings may be tried}: to infer the shapes of many names takes long
  ///
  /// @throws org.frechet.shape.Refusal if so many letters are undeclared that this is likely prose
  int readings() {
    if (undeclared.size() > MAX_UNDECLARED) {
      throw Errors.tooLarge(
          "%d letters have no declaration, which looks like text".formatted(undeclared.size()),
          0,
          end);
    }
    return undeclared.size() <= 4 ? 24 : undeclared.size() <= 6 ? 8 : 1;
  }

  /// @throws org.frechet.shape.Refusal if shapes would have to be inferred for many letters
  void requireInferable() {
    if (undeclared.size() > MAX_INFERRED) {
      throw Errors.unsupported(
          "what this means depends on shapes, and %d letters have no declaration"
              .formatted(undeclared.size()),
          new Span(0, end),
          "declare some of them");
    }
  }

  /// Counts a factor that is read.
  void step(Token place) {
    if (++steps > MAX_STEPS) {
      throw Errors.tooLarge("this can be read in too many ways", place.start(), place.end());
    }
  }

  Known known() {
    return known;
  }

  /// {@return whether a name is declared or defined}
  boolean has(String name) {
    return known.declared().containsKey(name) || definitions.contains(name);
  }

  boolean isDefined(String name) {
    return definitions.contains(name);
  }

  boolean isDeclared(String name) {
    return known.declared().containsKey(name);
  }

  /// {@return whether the name is that of a function of the request, or a definition with
  /// parameters}
  boolean isFunction(String name) {
    var declaration = known.declared().get(name);
    return (declaration != null && declaration.function().isPresent())
        || known.definitions().stream()
            .anyMatch(d -> d.name().equals(name) && !d.parameters().isEmpty());
  }

  boolean isFunctionLetter(String name) {
    return FUNCTION_LETTERS.contains(name);
  }

  boolean isPlain(String name) {
    return plain.contains(name);
  }

  boolean dIsVariable() {
    return dIsVariable;
  }

  /// {@return whether e stands nowhere without an exponent}
  boolean eIsEuler() {
    return eIsEuler;
  }

  boolean deltaIsVariable() {
    return deltaIsVariable;
  }
}
