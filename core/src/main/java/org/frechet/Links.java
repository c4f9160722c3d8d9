package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Differentials;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Relation.Sign;
import org.frechet.syntax.Syntax;

/// The claims that a statement makes: of `a = b = c` those that a is b and that b is c.
final class Links {
  private final Relation relation;
  private final Conventions conventions;
  private final List<Definition> definitions;

  Links(Relation relation, Conventions conventions) {
    this.relation = relation;
    this.conventions = conventions;
    this.definitions = new ArrayList<>(conventions.definitions());
    definitions.addAll(relation.definitions());
    // d(y'*y)/dy is by y, whatever y stands for elsewhere
    Set<String> by = Differentials.by(relation.sides());
    definitions.removeIf(d -> by.contains(d.name()));
  }

  List<Assertion> assertions() {
    List<Syntax> sides = relation.sides();
    if (relation.shape().isPresent()) {
      Syntax side = sides.getFirst();
      return List.of(new Assertion.Shaped(read(side), relation.shape().get(), side.span()));
    }
    mapIncrement();
    var assertions = new ArrayList<Assertion>();
    for (int i = 0; i < relation.signs().size(); i++) {
      Syntax left = sides.get(i);
      Syntax right = sides.get(i + 1);
      Syntax.Span span = left.span().to(right.span());
      Sign sign = relation.signs().get(i);
      switch (sign) {
        case EQUAL -> assertions.add(equal(read(left), read(right), span));
        case LESS, AT_MOST, GREATER, AT_LEAST ->
            assertions.add(new Assertion.Compared(read(left), sign, read(right), span));
        case DEFINES -> {}
      }
    }
    return assertions;
  }

  /// In a statement about the derivative by X the Δ of `Δ ↦ …` is dX.
  private void mapIncrement() {
    Set<String> by = Differentials.by(relation.sides());
    if (relation.increment().isPresent() && by.size() == 1) {
      var increment = new Syntax.Name("d" + by.iterator().next(), Syntax.Span.NONE);
      definitions.add(Definition.of(relation.increment().get().text(), increment));
    } else if (relation.increment().isPresent()
        && relation.sides().stream().anyMatch(s -> Differentials.total(read(s)).isPresent())) {
      throw Problem.of(
              Code.BAD_REQUEST, "it is not said by which variable this map is the derivative")
          .at(relation.span().start(), relation.span().end())
          .hint("write d(E)/dX = Δ ↦ …, or d(E) = … in the increment dX")
          .refusal();
    }
  }

  private Syntax read(Syntax piece) {
    return Differentials.read(piece, conventions.declared(), definitions);
  }

  private Assertion equal(Syntax left, Syntax right, Syntax.Span span) {
    return derivative(left, right, span)
        .or(() -> derivative(right, left, span))
        .or(() -> differential(left, right, span))
        .or(() -> differential(right, left, span))
        .or(() -> solved(left, right, span))
        .or(() -> solved(right, left, span))
        .orElseGet(() -> new Assertion.Identity(left, moving(List.of(left, right)), right, span));
  }

  private Optional<Assertion> derivative(Syntax piece, Syntax value, Syntax.Span span) {
    var by = new ArrayList<Syntax>();
    Syntax function = piece;
    while (function instanceof Syntax.Call c && isDerivative(c)) {
      by.addFirst(c.arguments().getLast());
      function = c.arguments().getFirst();
    }
    if (by.isEmpty()) {
      return Optional.empty();
    }
    requireFunction(function, by, span);
    return Optional.of(new Assertion.Derivative(function, by, value, span));
  }

  /// `dy/dx` without a y: that it is zero would be a silent wrong answer.
  private void requireFunction(Syntax function, List<Syntax> by, Syntax.Span span) {
    boolean bare =
        function instanceof Syntax.Name n
            && !conventions.declared().containsKey(n.text())
            && by.stream().noneMatch(x -> Wrt.names(x).contains(n.text()));
    if (bare) {
      String y = TextPrinter.print(function);
      throw Problem.of(Code.UNKNOWN_NAME, "it is not said what %s is".formatted(y))
          .at(span.start(), span.end())
          .hint("write d(E)/dX, or before it let %s = E;".formatted(y))
          .refusal();
    }
  }

  private static boolean isDerivative(Syntax.Call c) {
    return c.name().equals("diff") && c.arguments().size() == 2;
  }

  private Optional<Assertion> differential(Syntax piece, Syntax value, Syntax.Span span) {
    return Differentials.total(piece)
        .filter(f -> Differentials.total(f).isEmpty() && !(f instanceof Syntax.Name))
        .map(f ->
            new Assertion.Differential(f, moving(List.of(value)), value, "differential", span));
  }

  /// What moves: what has an increment anywhere in the statement, else what stands under a d.
  private Set<String> moving(List<Syntax> claimed) {
    Set<String> increments =
        Differentials.moving(relation.sides().stream().map(this::read).toList());
    return increments.isEmpty() ? Differentials.under(claimed) : increments;
  }

  static Assertion identity(Syntax left, Syntax right, Syntax.Span span) {
    List<Syntax> both = List.of(left, right);
    Set<String> increments = Differentials.moving(both);
    return new Assertion.Identity(
        left, increments.isEmpty() ? Differentials.under(both) : increments, right, span);
  }

  static Assertion differential(Syntax function, Syntax map, String kind, Syntax.Span span) {
    Set<String> increments = Differentials.moving(List.of(map, function));
    return new Assertion.Differential(
        function,
        increments.isEmpty() ? Differentials.under(List.of(map)) : increments,
        map,
        kind,
        span);
  }

  private static Optional<Assertion> solved(Syntax piece, Syntax value, Syntax.Span span) {
    return piece instanceof Syntax.Call c && isSolvable(c)
        ? Optional.of(new Assertion.Solved(c, value, span))
        : Optional.empty();
  }

  static boolean isSolvable(Syntax.Call c) {
    return c.arguments().size() == 2
        && switch (c.name()) {
          case "solve", "argmin", "argmax" -> true;
          default -> false;
        };
  }
}
