package org.frechet.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.frechet.latex.Token.Kind;

/// Takes the layout off: environments that only align, equation numbers, punctuation; and joins the
/// lines of a chain.
final class Lines {
  private static final Set<String> ALIGNING =
      Set.of(
          ("aligned align align* alignat alignat* alignedat gather gather* gathered equation equation* split"
                  + " eqnarray eqnarray* multline multline* displaymath math flalign flalign*")
              .split(" "));

  private Lines() {}

  /// {@return the statements of a text, each with an END}
  static List<List<Token>> statements(List<Token> tokens) {
    List<Token> plain = unwrapped(tokens);
    var statements = new ArrayList<List<Token>>();
    var line = new ArrayList<Token>();
    int depth = 0;
    for (Token token : plain) {
      depth += Cursor.level(token);
      boolean end = token.kind() == Kind.END;
      if (end || (depth == 0 && token.kind() == Kind.ROW)) {
        add(statements, trimmed(line));
        line.clear();
      } else {
        line.add(token);
      }
    }
    Token last = plain.getLast();
    statements.forEach(s -> {
      int place = s.getLast().end();
      s.add(new Token(Kind.END, "", place, place, last.font(), 0, Token.NO_GAP));
    });
    if (statements.isEmpty()) {
      throw Errors.syntax("the formula is empty", last, "write a formula such as x^\\top A x");
    }
    return statements;
  }

  /// A line that begins with a sign, or follows one that ends with a sign, goes on with the
  /// statement.
  private static void add(List<List<Token>> statements, List<Token> line) {
    if (line.isEmpty()) {
      return;
    }
    boolean goesOn =
        !statements.isEmpty()
            && (isSign(line.getFirst()) || isSign(statements.getLast().getLast()));
    if (goesOn) {
      statements.getLast().addAll(line);
    } else {
      statements.add(new ArrayList<>(line));
    }
  }

  private static boolean isSign(Token token) {
    return token.kind() == Kind.RELATION
        || token.kind() == Kind.OPERATOR
        || token.kind() == Kind.ARROW;
  }

  private static List<Token> unwrapped(List<Token> tokens) {
    var cursor = new Cursor(tokens, 0, tokens.size());
    var plain = new ArrayList<Token>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean environment = token.is(Kind.COMMAND, "begin") || token.is(Kind.COMMAND, "end");
      if (environment && cursor.get(i + 1).kind() == Kind.BRACE) {
        String name = Environments.name(cursor, i);
        if (ALIGNING.contains(name)) {
          i =
              token.text().equals("begin")
                  ? Environments.inside(cursor, i) - 1
                  : cursor.closing(i + 1);
          continue;
        }
      }
      plain.add(token);
    }
    return plain;
  }

  private static List<Token> trimmed(List<Token> line) {
    int from = 0;
    int to = line.size();
    while (from < to && isNumberAt(line, from, to)) {
      from += 3;
    }
    boolean more = true;
    while (more) {
      more = false;
      if (to > from && isPunctuation(line.get(to - 1))) {
        to--;
        more = true;
      } else if (to - 3 > from && isNumber(line, to - 3) && isSetOff(line, to - 3)) {
        to -= 3;
        while (to > from && line.get(to - 1).is(Kind.OPERATOR, "-")) {
          to--;
        }
        more = true;
      }
    }
    var trimmed = new ArrayList<Token>();
    int depth = 0;
    for (Token token : line.subList(from, to)) {
      depth += Cursor.level(token);
      if (depth > 0 || token.kind() != Kind.AMPERSAND) {
        trimmed.add(token);
      }
    }
    return trimmed;
  }

  private static boolean isPunctuation(Token token) {
    return token.kind() == Kind.COMMA
        || token.kind() == Kind.SEMICOLON
        || token.kind() == Kind.AMPERSAND;
  }

  /// `(1.2)`
  private static boolean isNumber(List<Token> line, int at) {
    return at >= 0
        && at + 2 < line.size()
        && line.get(at).is(Kind.OPEN, "(")
        && line.get(at + 1).kind() == Kind.NUMBER
        && line.get(at + 2).is(Kind.CLOSE, ")");
  }

  /// A number in front of a formula, with a wide space after it.
  private static boolean isNumberAt(List<Token> line, int at, int to) {
    return isNumber(line, at) && (at + 3 >= to || line.get(at + 3).gap() == Token.WIDE);
  }

  private static boolean isSetOff(List<Token> line, int at) {
    return line.get(at).gap() == Token.WIDE
        || (at > 1
            && line.get(at - 1).is(Kind.OPERATOR, "-")
            && line.get(at - 2).is(Kind.OPERATOR, "-"));
  }
}
