package org.frechet.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.print.Presentation;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// A formula in the language of the product, set as it is written: sides with relations between
/// them, `d(A*B) = d(A)*B + A*d(B)`. It is not evaluated; what is claimed belongs into a question.
///
/// @param relations one fewer than sides
/// @param isVariable names of variables, see [org.frechet.print.Setting]
record Formula(List<Syntax> sides, List<String> relations, Predicate<String> isVariable) {
  /// Relations stand between spaces.
  private static final Pattern RELATION = Pattern.compile(" (=|<=|>=|<|>|≠|≈|≟|↦|→|∈) ");

  /// Calls of these are functions without a formula.
  private static final Set<String> FUNCTIONS =
      Set.of("f", "g", "h", "F", "L", "M", "Df", "Dg", "o", "r", "phi", "Phi", "O");

  Formula {
    sides = List.copyOf(sides);
    relations = List.copyOf(relations);
  }

  /// {@return the formula} @throws BookError if it is not one
  static Formula parse(String text, Place place) {
    var sides = new ArrayList<Syntax>();
    var relations = new ArrayList<String>();
    Matcher matcher = RELATION.matcher(text);
    int from = 0;
    while (matcher.find(from)) {
      sides.add(side(text.substring(from, matcher.start()), place));
      relations.add(sign(matcher.group(1)));
      from = matcher.end() - 1;
    }
    sides.add(side(text.substring(from), place));
    return new Formula(sides, relations, _ -> false);
  }

  private static String sign(String typed) {
    return switch (typed) {
      case "<=" -> "≤";
      case ">=" -> "≥";
      default -> typed;
    };
  }

  private static Syntax side(String text, Place place) {
    try {
      return named(Parser.parse(text.strip()));
    } catch (Refusal r) {
      throw place.error("not a formula: %s: %s".formatted(text.strip(), r.problem().message()));
    }
  }

  /// `f(x)` is a call of f, not an entry of it.
  private static Syntax named(Syntax s) {
    return switch (s) {
      case Syntax.Number _, Syntax.Name _, Syntax.Colon _ -> s;
      case Syntax.Unary u -> new Syntax.Unary(u.operator(), named(u.operand()), u.span());
      case Syntax.Binary b ->
          new Syntax.Binary(
              b.operator(), named(b.left()), named(b.right()), b.span(), b.operatorSpan());
      case Syntax.Transpose t -> new Syntax.Transpose(named(t.operand()), t.span());
      case Syntax.Call c -> {
        List<Syntax> arguments = named(c.arguments());
        yield FUNCTIONS.contains(c.name())
            ? Presentation.called(c.name(), arguments)
            : new Syntax.Call(c.name(), arguments, c.span(), c.nameSpan());
      }
      case Syntax.Index i -> new Syntax.Index(named(i.target()), named(i.selectors()), i.span());
      case Syntax.Range r -> new Syntax.Range(named(r.from()), named(r.to()), r.span());
      case Syntax.Block b ->
          new Syntax.Block(b.rows().stream().map(Formula::named).toList(), b.span());
      case Syntax.Let l -> new Syntax.Let(l.name(), named(l.value()), named(l.body()), l.span());
      case Syntax.Equation e -> new Syntax.Equation(named(e.left()), named(e.right()), e.span());
    };
  }

  private static List<Syntax> named(List<Syntax> pieces) {
    return pieces.stream().map(Formula::named).toList();
  }
}
