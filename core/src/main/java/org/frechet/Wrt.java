package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Nearest;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// What to differentiate by: a variable or its transpose.
record Wrt(Syntax.Name name, boolean transposed) {
  static Wrt parse(String text) {
    return switch (read(text)) {
      case Syntax.Name name -> new Wrt(name, false);
      case Syntax.Transpose(Syntax.Name name, _) -> new Wrt(name, true);
      case Syntax.Number _, Syntax.Unary _, Syntax.Binary _, Syntax.Transpose _ ->
          throw refusal(text);
      case Syntax.Call _, Syntax.Index _, Syntax.Colon _, Syntax.Range _ -> throw refusal(text);
      case Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> throw refusal(text);
    };
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
        .hint("write a name such as X, or its transpose X'")
        .refusal();
  }

  String text() {
    return transposed ? name.text() + "'" : name.text();
  }
}
