package org.frechet.syntax;

import java.util.ArrayList;
import java.util.List;
import org.frechet.syntax.Token.Kind;

/// Joins what stands apart in signs of differentiation: `d^2(E)`, `d²(E)`, `∂² f` become `d2(E)`,
/// `d2(f)`, and `dx^2` below a stroke stays a power.
final class DifferentialSigns {
  private DifferentialSigns() {}

  static List<Token> joined(List<Token> tokens) {
    var joined = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      int order = orderAt(tokens, i);
      if (order == 0) {
        joined.add(tokens.get(i));
        continue;
      }
      Token d = tokens.get(i);
      Token last = tokens.get(i + order);
      String digits = last.text();
      joined.add(
          new Token(Kind.NAME, "d" + digits, d.start(), last.end(), d.spaced(), d.newLine()));
      i += order;
      if (tokens.get(i + 1).kind() == Kind.NAME) {
        Token f = tokens.get(++i);
        joined.add(new Token(Kind.OPEN, "(", f.start(), f.start(), false, false));
        joined.add(f);
        joined.add(new Token(Kind.CLOSE, ")", f.end(), f.end(), false, false));
      }
    }
    return joined;
  }

  /// {@return how many tokens after `d` say its order: two of `d^2(`, one of `d²(`, else none}
  private static int orderAt(List<Token> tokens, int i) {
    if (!tokens.get(i).is(Kind.NAME, "d")) {
      return 0;
    }
    int after =
        is(tokens, i + 1, Kind.SUPERSCRIPT)
            ? 1
            : is(tokens, i + 1, Kind.OPERATOR)
                    && tokens.get(i + 1).text().equals("^")
                    && is(tokens, i + 2, Kind.NUMBER)
                ? 2
                : 0;
    boolean digits = after > 0 && tokens.get(i + after).text().matches("[1-9]");
    boolean operand = is(tokens, i + after + 1, Kind.NAME) || opens(tokens, i + after + 1);
    return digits && operand ? after : 0;
  }

  private static boolean opens(List<Token> tokens, int i) {
    return is(tokens, i, Kind.OPEN) && tokens.get(i).text().equals("(");
  }

  private static boolean is(List<Token> tokens, int i, Kind kind) {
    return i < tokens.size() && tokens.get(i).kind() == kind;
  }
}
