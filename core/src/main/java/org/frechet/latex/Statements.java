package org.frechet.latex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.latex.Token.Kind;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Pieces;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Relation.Sign;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// The loosest level: sides in relations, maps `\Delta \mapsto …`, definitions after "where".
final class Statements {
  private final Reader reader;
  private final Cursor cursor;
  private final Facts facts;
  private Optional<Syntax.Name> increment = Optional.empty();

  /// What the map is the derivative of, if that is said.
  private Optional<Syntax> of = Optional.empty();

  Statements(Reader reader) {
    this.reader = reader;
    this.cursor = reader.cursor;
    this.facts = reader.facts;
  }

  Relation relation() {
    int end = cursor.end() - 1;
    int from = 0;
    while (cursor.get(from).kind() == Kind.PROSE) {
      from++;
    }
    int prose = first(from, end, Kind.PROSE);
    List<Definition> definitions =
        prose < end && cursor.get(prose).text().equals("where")
            ? definitions(prose + 1, end)
            : List.of();
    int to = prose;
    while (to > from
        && (cursor.get(to - 1).kind() == Kind.COMMA
            || cursor.get(to - 1).kind() == Kind.SEMICOLON)) {
      to--;
    }
    var sides = new ArrayList<Syntax>();
    var signs = new ArrayList<Sign>();
    from = map(from, to, sides, signs);
    int start = from;
    for (int i = from, depth = 0; i <= to; i++) {
      Token token = cursor.get(i);
      boolean last = i == to;
      if (last || (depth == 0 && token.kind() == Kind.RELATION)) {
        if (!signs.isEmpty() && isDots(start, i)) {
          signs.removeLast(); // a = … = b says a = b
        } else {
          sides.add(side(start, i));
        }
        if (!last) {
          signs.add(sign(token));
        }
        start = i + 1;
      }
      depth += last ? 0 : Cursor.level(token);
    }
    if (of.isPresent() && increment.isPresent()) {
      String along = increment.get().text();
      Syntax head = of.get();
      String dx = "d" + variable(head);
      sides.replaceAll(s -> s == head ? s : renamed(s, along, dx));
      increment = Optional.empty();
    }
    return new Relation(definitions, increment, sides, signs);
  }

  private boolean isDots(int from, int to) {
    return from > 0
        && to == from + 1
        && cursor.get(from).kind() == Kind.DOTS
        && to < cursor.end() - 1;
  }

  private int first(int from, int to, Kind kind) {
    for (int i = from, depth = 0; i < to; i++) {
      if (depth == 0 && cursor.get(i).kind() == kind) {
        return i;
      }
      depth += Cursor.level(cursor.get(i));
    }
    return to;
  }

  /// `r = Y - XB, s = …`
  private List<Definition> definitions(int from, int to) {
    var definitions = new ArrayList<Definition>();
    int start = from;
    while (start < to) {
      int end = first(start, to, Kind.COMMA);
      int equals = first(start, end, Kind.RELATION);
      cursor.moveTo(start);
      Syntax name = reader.factors().naming().variable();
      if (!(name instanceof Syntax.Name n) || cursor.at() != equals || equals >= end) {
        throw Errors.syntax(
            "after where a definition is expected", cursor.get(start), "r = Y - XB");
      }
      definitions.add(Definition.of(n.text(), reader.within(equals + 1, end)));
      start = end + 1;
    }
    return definitions;
  }

  /// `\Delta \mapsto …`, `D f(X): \Delta \mapsto …`
  private int map(int from, int to, List<Syntax> sides, List<Sign> signs) {
    int arrow = first(from, to, Kind.ARROW);
    if (arrow == to) {
      return from;
    }
    Token name = cursor.get(arrow - 1);
    int colon = first(from, arrow, Kind.COLON);
    int start = colon < arrow ? colon + 1 : from;
    if (start != arrow - 1 || name.kind() != Kind.NAME) {
      if (start == arrow - 2 && cursor.get(start).is(Kind.NAME, "d")) {
        increment =
            Optional.of(
                new Syntax.Name("d" + name.text(), cursor.get(start).span().to(name.span())));
      } else {
        throw Errors.unsupported(
            "this arrow does not follow the name of an increment",
            cursor.get(arrow),
            "write \\Delta \\mapsto A \\Delta B");
      }
    } else {
      increment = Optional.of(new Syntax.Name(Greek.known(name.text(), facts::has), name.span()));
    }
    if (colon < arrow) {
      sides.add(derivative(from, colon));
      signs.add(Sign.EQUAL);
    }
    return arrow + 1;
  }

  /// `D f(X)`, `Df`: of what stands before the map.
  private Syntax derivative(int from, int to) {
    Token sign = cursor.get(from);
    if (!sign.is(Kind.NAME, "D") && sign.kind() != Kind.DIFFERENTIAL) {
      throw Errors.unsupported(
          "before a map stands what it is the derivative of",
          sign,
          "write D f: \\Delta \\mapsto …");
    }
    Syntax inside = reader.within(from + 1, to);
    Syntax head =
        Trees.call(
            "d", List.of(inside), new Span(sign.start(), cursor.get(to - 1).end()), sign.span());
    of = Optional.of(head);
    return head;
  }

  /// {@return the one variable that a map is the derivative by}: the argument of `f(X)`, or the
  /// only name
  private String variable(Syntax head) {
    Syntax inside = head.children().getFirst();
    var names = new TreeSet<String>();
    if (inside instanceof Syntax.Call c
        && reader.called.contains(c.name())
        && c.arguments().size() == 1) {
      collect(c.arguments().getFirst(), names);
    } else {
      collect(inside, names);
    }
    if (names.size() != 1) {
      throw Errors.unsupported(
          "it is not said by which variable this is the derivative",
          head.span(),
          "write d(…) = … with the increment dX of the variable X");
    }
    return names.first();
  }

  private void collect(Syntax piece, Set<String> names) {
    if (piece instanceof Syntax.Name n) {
      names.add(n.text());
    }
    piece.children().forEach(c -> collect(c, names));
  }

  private static Syntax renamed(Syntax piece, String from, String to) {
    return piece instanceof Syntax.Name n && n.text().equals(from)
        ? new Syntax.Name(to, n.span())
        : Pieces.mapped(piece, p -> renamed(p, from, to));
  }

  /// `D f(X)[H]` is the derivative along H, so that H is the increment.
  private Syntax side(int from, int to) {
    if (from == to) {
      throw Errors.syntax(
          "a side of the relation is missing", cursor.get(Math.max(0, from - 1)), "");
    }
    int open = to - 3;
    boolean directional =
        cursor.get(from).is(Kind.NAME, "D")
            && !facts.has("D")
            && open > from + 1
            && cursor.get(open).is(Kind.OPEN, "[")
            && cursor.get(open + 1).kind() == Kind.NAME
            && cursor.get(to - 1).is(Kind.CLOSE, "]");
    if (directional && increment.isEmpty()) {
      Token h = cursor.get(open + 1);
      increment = Optional.of(new Syntax.Name(Greek.known(h.text(), facts::has), h.span()));
      return derivative(from, open);
    }
    return reader.within(from, to);
  }

  private static Sign sign(Token token) {
    return switch (token.text()) {
      case "=" -> Sign.EQUAL;
      case ":=" -> Sign.DEFINES;
      case "<" -> Sign.LESS;
      case "<=" -> Sign.AT_MOST;
      case ">" -> Sign.GREATER;
      case ">=" -> Sign.AT_LEAST;
      default -> throw odd(token);
    };
  }

  private static Refusal odd(Token token) {
    String sign = "\\" + token.text();
    return switch (token.text()) {
      case "approx", "sim", "simeq", "cong", "asymp", "doteq" ->
          Errors.unsupported(
              sign + " does not say how close the sides are", token, "state =, \\le");
      case "propto" ->
          Errors.unsupported(sign + " leaves a factor open", token, "state the factor, with =");
      case "in", "subset", "subseteq", "notin" ->
          Errors.unsupported(sign + " declares, it is no claim about values", token, "");
      case "Rightarrow",
          "implies",
          "iff",
          "Leftrightarrow",
          "Longrightarrow",
          "therefore",
          "because" ->
          Errors.unsupported(sign + " joins several statements", token, "state them one by one");
      case "succ", "succeq", "prec", "preceq" ->
          Errors.unsupported(
              sign + " compares matrices, which is not checked", token, "declare spd");
      default -> Errors.unsupported("the relation " + sign + " is not checked", token, "state =");
    };
  }
}
