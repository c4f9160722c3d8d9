package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Nearest;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// What to differentiate by as it was written: a variable, its transpose, or a part of it.
record Wrt(Syntax.Name name, Syntax piece) {
  static Wrt parse(String text) {
    Syntax piece = read(text);
    Syntax inner = piece;
    while (!(inner instanceof Syntax.Name name)) {
      inner =
          switch (inner) {
            case Syntax.Transpose(Syntax operand, _) -> operand;
            case Syntax.Index(Syntax target, _, _) -> target;
            case Syntax.Call call -> new Syntax.Name(call.name(), call.nameSpan());
            case Syntax.Number _, Syntax.Unary _, Syntax.Binary _ -> throw refusal(text);
            case Syntax.Colon _, Syntax.Range _, Syntax.Name _ -> throw refusal(text);
            case Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> throw refusal(text);
          };
    }
    return new Wrt(name, piece);
  }

  /// {@return the texts in a list: commas within brackets separate nothing}
  static List<String> list(String texts) {
    var list = new ArrayList<String>();
    int depth = 0;
    int from = 0;
    for (int i = 0; i <= texts.length(); i++) {
      char c = i < texts.length() ? texts.charAt(i) : ',';
      depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
      if (c == ',' && (depth == 0 || i == texts.length())) {
        list.add(texts.substring(from, i).strip());
        from = i + 1;
      }
    }
    return list;
  }

  /// {@return the variable or its part, without transposes around it}
  Syntax upright() {
    Syntax inner = piece;
    while (inner instanceof Syntax.Transpose(Syntax operand, _)) {
      inner = operand;
    }
    return inner;
  }

  /// {@return whether it is by the transpose of that}
  boolean isTurned() {
    int turns = 0;
    for (Syntax p = piece; p instanceof Syntax.Transpose(Syntax operand, _); p = operand) {
      turns++;
    }
    return turns % 2 == 1;
  }

  /// {@return whether it is by all of the variable}
  boolean isWhole() {
    return upright() instanceof Syntax.Name;
  }

  /// Refuses a name that is neither written nor declared: a zero derivative by a misspelt variable
  /// would be a silent wrong answer.
  void requireKnown(Syntax expression, Map<String, Declaration> declared) {
    var known = new TreeSet<>(Elaborator.variables(expression, declared));
    if (known.contains(name.text())) {
      return;
    }
    if (declared.containsKey(name.text())
        && declared.get(name.text()).kind() == Declaration.Kind.FUNCTION) {
      throw Problem.of(
              Problem.Code.BAD_REQUEST,
              name.text() + " is declared as a function, and derivatives are by variables")
          .hint("name one of its arguments")
          .refusal();
    }
    if (isAbbreviation(expression)) {
      throw Problem.of(
              Problem.Code.BAD_REQUEST,
              name.text() + " is an abbreviation made by let, not a variable")
          .hint("leave out its definition to differentiate by it")
          .refusal();
    }
    throw Problem.of(
            Problem.Code.UNKNOWN_NAME,
            "there is no variable %s in this expression".formatted(name.text()))
        .hint(
            Nearest.to(name.text(), known)
                .map(n -> "did you mean " + n + "?")
                .orElse("declare it if the function does not depend on it"))
        .refusal();
  }

  /// {@return whether the expression differentiates by something inside}
  static boolean isDifferentiated(Syntax expression) {
    return names(expression).contains("diff");
  }

  private boolean isAbbreviation(Syntax expression) {
    return pieces(expression).stream()
        .anyMatch(p -> p instanceof Syntax.Let let && let.name().equals(name.text()));
  }

  /// {@return the names and called names of an expression}
  static Set<String> names(Syntax expression) {
    var names = new TreeSet<String>();
    for (Syntax piece : pieces(expression)) {
      if (piece instanceof Syntax.Name n) {
        names.add(n.text());
      } else if (piece instanceof Syntax.Call call) {
        names.add(call.name());
      }
    }
    return names;
  }

  private static List<Syntax> pieces(Syntax expression) {
    var pieces = new ArrayList<Syntax>(List.of(expression));
    for (int i = 0; i < pieces.size(); i++) {
      pieces.addAll(pieces.get(i).children());
    }
    return pieces;
  }

  /// Places in this text are not places in the expression, so they are dropped.
  private static Syntax read(String text) {
    try {
      return Parser.parse(text);
    } catch (Refusal r) {
      throw new Problem(
              Problem.Code.BAD_REQUEST,
              "cannot differentiate by \"" + text + "\": " + r.problem().message(),
              -1,
              -1,
              r.problem().hint())
          .refusal();
    }
  }

  private static RuntimeException refusal(String text) {
    return Problem.of(
            Problem.Code.BAD_REQUEST, "cannot differentiate by " + text + ": name a variable")
        .hint("write a name such as X, its transpose X', or a part such as x(2) or X(1:2,:)")
        .refusal();
  }

  String text() {
    return TextPrinter.print(piece);
  }
}
