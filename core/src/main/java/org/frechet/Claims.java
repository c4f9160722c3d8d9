package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.frechet.derive.Layout;
import org.frechet.latex.Latex;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Differentials;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// Says of formulas that somebody else wrote whether they are right.
public final class Claims {
  private Claims() {}

  /// {@return what is found of a statement in the input language or in LaTeX}, which is read as
  /// what it looks like
  ///
  /// @throws org.frechet.shape.Refusal if it cannot be read as a claim
  public static Judgments check(String text, Conventions conventions) {
    return check(relation(text, conventions), conventions);
  }

  static Relation relation(String text, Conventions c) {
    var known = new Latex.Known(c.declared(), c.definitions());
    return Latex.isHandwritten(text) ? Latex.relation(text, known) : Texts.relation(text, known);
  }

  static Syntax expression(String text, Conventions c) {
    return Texts.statement(text, c.declared());
  }

  /// {@return what is found of a statement}
  ///
  /// @throws org.frechet.shape.Refusal if it claims nothing
  public static Judgments check(Relation relation, Conventions conventions) {
    List<Assertion> assertions = new Links(relation, conventions).assertions();
    if (assertions.isEmpty()) {
      throw Problem.of(Code.BAD_REQUEST, "this claims nothing")
          .hint("write LEFT = RIGHT, for example d(tr(A*X))/dX = A'")
          .refusal();
    }
    var judge = new Judge(conventions);
    return new Judgments(assertions.stream().map(judge::judge).toList());
  }

  /// {@return what is found of a claim in parts}: that `claimed` is the derivative of a function,
  /// its differential or Fréchet map, an equal expression, or a solution
  ///
  /// @param wrt variables, separated by commas
  /// @param form `numerator`, `denominator`, empty for the default layout, `frechet`,
  ///   `differential`, `identity` or `solve`
  public static Judgments check(
      String expr, String wrt, int order, String claimed, String form, Conventions conventions) {
    Syntax function = prepared(expression(expr, conventions), conventions);
    Relation right = claimed(claimed, conventions);
    Syntax value = right.sides().getFirst();
    List<String> by = wrt.isBlank() ? List.of() : Wrt.list(wrt);
    Assertion a =
        switch (form) {
          case "identity" -> Links.identity(function, prepared(value, conventions), value.span());
          case "frechet", "differential" -> {
            String kind = form.equals("frechet") ? "Fréchet derivative" : "differential";
            Syntax map = increments(right, by, conventions);
            yield by.isEmpty()
                ? Links.differential(function, map, kind, value.span())
                : new Assertion.Differential(function, new TreeSet<>(by), map, kind, value.span());
          }
          case "solve" ->
              new Assertion.Solved(solvable(function), prepared(value, conventions), value.span());
          default -> derivative(function, by, order, prepared(value, conventions), value.span());
        };
    return new Judgments(List.of(new Judge(conventions).judge(a)));
  }

  static Syntax prepared(Syntax piece, Conventions c) {
    return Differentials.read(piece, c.declared(), c.definitions());
  }

  private static Relation claimed(String text, Conventions conventions) {
    try {
      Relation relation = relation(text, conventions);
      if (relation.sides().size() == 1 && relation.shape().isEmpty()) {
        return relation;
      }
    } catch (Refusal r) {
      Problem p = r.problem();
      throw Problem.of(p.code(), "in claimed: " + p.message()).hint(p.hint()).refusal();
    }
    throw Problem.of(Code.BAD_REQUEST, "claimed must be an expression, not a statement")
        .hint("give the whole statement as claim")
        .refusal();
  }

  private static Assertion derivative(
      Syntax function, List<String> by, int order, Syntax value, Syntax.Span span) {
    if (by.size() != 1) {
      throw Problem.of(
              Code.BAD_REQUEST, "a derivative is claimed by one variable, not " + by.size())
          .hint("name it as wrt, or claim a differential")
          .refusal();
    }
    Syntax x = Wrt.parse(by.getFirst()).piece();
    return new Assertion.Derivative(function, java.util.Collections.nCopies(order, x), value, span);
  }

  /// The increment of a map `Δ ↦ …` is dX.
  static Syntax increments(Relation map, List<String> by, Conventions c) {
    Syntax value = map.sides().getFirst();
    Optional<Syntax.Name> name = map.increment();
    if (name.isPresent() && by.size() == 1 && !name.get().text().equals("d" + by.getFirst())) {
      var increment = new Syntax.Name("d" + by.getFirst(), Syntax.Span.NONE);
      var definitions = new ArrayList<>(c.definitions());
      definitions.add(Definition.of(name.get().text(), increment));
      return Differentials.read(value, c.declared(), definitions);
    }
    return prepared(value, c);
  }

  private static Syntax.Call solvable(Syntax function) {
    if (function instanceof Syntax.Call c && Links.isSolvable(c)) {
      return c;
    }
    throw Problem.of(Code.BAD_REQUEST, "there is nothing to solve")
        .hint("write solve(LEFT == RIGHT, V), argmin(F, V) or argmax(F, V)")
        .refusal();
  }

  /// {@return the layout of a form of claim}
  static Layout layout(String form) {
    return switch (form) {
      case "numerator" -> Layout.NUMERATOR;
      case "denominator" -> Layout.DENOMINATOR;
      default -> Layout.MIXED;
    };
  }
}
