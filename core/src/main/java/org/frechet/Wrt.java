package org.frechet;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.function.Functions;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
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
  void requireKnown(Syntax expression, List<Declaration> declarations) {
    var known = new TreeSet<String>();
    declarations.forEach(d -> known.add(d.name()));
    collect(expression, known);
    if (!known.contains(name.text())) {
      throw Problem.of(
              Problem.Code.UNKNOWN_NAME,
              "there is no variable %s in this expression".formatted(name.text()))
          .hint(
              Nearest.to(name.text(), known)
                  .map(n -> "did you mean " + n + "?")
                  .orElse("declare it if the function does not depend on it"))
          .refusal();
    }
  }

  /// {@return the names that stand for values in an expression}
  static Set<String> names(Syntax expression) {
    var names = new TreeSet<String>();
    new Wrt(new Syntax.Name("", Syntax.Span.NONE), false).collect(expression, names);
    return names;
  }

  private void collect(Syntax piece, Set<String> names) {
    var bound = new TreeSet<String>();
    var pending = new ArrayDeque<Syntax>(List.of(piece));
    while (!pending.isEmpty()) {
      Syntax next = pending.pop();
      switch (next) {
        case Syntax.Name n -> names.add(n.text());
        case Syntax.Call call -> pending.addAll(values(call, names, bound));
        case Syntax.Let let -> {
          if (let.name().equals(name.text())) {
            throw Problem.of(
                    Problem.Code.BAD_REQUEST,
                    name.text() + " is an abbreviation made by let, not a variable")
                .hint("leave out its definition to differentiate by it")
                .refusal();
          }
          pending.addAll(let.children());
        }
        case Syntax.Number _, Syntax.Unary _, Syntax.Binary _, Syntax.Transpose _, Syntax.Index _ ->
            pending.addAll(next.children());
        case Syntax.Colon _, Syntax.Range _, Syntax.Block _, Syntax.Equation _ ->
            pending.addAll(next.children());
      }
    }
    names.removeAll(bound);
  }

  /// {@return the arguments that are values: sizes and summation indices are no variables}
  private static List<Syntax> values(Syntax.Call call, Set<String> names, Set<String> bound) {
    List<Syntax> all = call.arguments();
    return switch (call.name()) {
      case "eye", "ones", "zeros", "commat" -> List.of();
      case "reshape" -> all.subList(0, Math.min(1, all.size()));
      case "sum" -> {
        if (all.size() == 2 && all.getFirst() instanceof Syntax.Name index) {
          bound.add(index.text());
        }
        yield all;
      }
      default -> {
        if (Functions.byName(call.name()).isEmpty()) {
          names.add(call.name());
        }
        yield all;
      }
    };
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
