package org.frechet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.frechet.expr.Expr;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Syntax;

/// What is to be solved, as written: `LEFT = RIGHT`, `F` for `F = 0`, `solve(LEFT == RIGHT, V)` or
/// `argmin(F, V)`, and for what.
///
/// @param right absent for zero of any shape
/// @param objective the function whose stationary points are wanted, if the left side is its
///   derivative
record Equation(
    Syntax left,
    Optional<Syntax> right,
    Syntax.Name unknown,
    Optional<Syntax> objective,
    Goal goal) {
  /// What the solution is to be.
  enum Goal {
    SOLUTION,
    LEAST,
    GREATEST
  }

  /// The sides as understood, and the names whose shape is taken from the other side.
  record Read(Model left, Optional<Model> right, Optional<Model> objective, Set<String> sides) {
    Model model() {
      return left;
    }

    /// {@return the sums as written on either side}
    Set<Expr> sums() {
      Set<Expr> sums = new HashSet<>(left.sums());
      right.ifPresent(r -> sums.addAll(r.sums()));
      objective.ifPresent(o -> sums.addAll(o.sums()));
      return sums;
    }

    /// {@return what was assumed} @param more what else
    List<String> assumptions(List<String> more) {
      var all = new ArrayList<>(left.assumptions());
      for (String side : sides) {
        Shape shape = Objects.requireNonNull(left.variables().get(side)).shape();
        all.add("%s is taken as %s".formatted(side, shape.declaration()));
      }
      all.addAll(more);
      return List.copyOf(all);
    }
  }

  /// {@return the equation that a text is} @param unknown for what, empty if the text says so
  static Equation parse(String text, Map<String, Declaration> declared, String unknown) {
    Syntax statement = Texts.statement(text, declared);
    if (statement instanceof Syntax.Call c && c.arguments().size() == 2) {
      switch (c.name()) {
        case "solve" -> {
          return of(c.arguments().getFirst(), named(c.arguments().get(1), unknown), Goal.SOLUTION);
        }
        case "argmin", "argmax" -> {
          Syntax f = c.arguments().getFirst();
          Syntax.Name v = named(c.arguments().get(1), unknown);
          var gradient = new Syntax.Call("diff", List.of(f, v), c.span(), c.nameSpan());
          Goal goal = c.name().equals("argmin") ? Goal.LEAST : Goal.GREATEST;
          return new Equation(gradient, Optional.empty(), v, Optional.of(f), goal);
        }
        default -> {}
      }
    }
    if (unknown.isBlank()) {
      throw Problem.of(Code.BAD_REQUEST, "no variable to solve for")
          .hint("name one, for example: solve \"A*x = b\" --for x")
          .refusal();
    }
    Wrt variable = Wrt.parse(unknown);
    if (!(variable.piece() instanceof Syntax.Name name)) {
      throw Problem.of(
              Code.BAD_REQUEST, "cannot solve for %s: name a variable".formatted(unknown.strip()))
          .hint("solve for %s, and take the part of it".formatted(variable.name().text()))
          .refusal();
    }
    return of(statement, name, Goal.SOLUTION);
  }

  private static Syntax.Name named(Syntax piece, String unknown) {
    if (!(piece instanceof Syntax.Name name)) {
      throw Problem.of(Code.BAD_REQUEST, "the unknown must be the name of a variable")
          .at(piece.span().start(), piece.span().end())
          .refusal();
    }
    if (!unknown.isBlank() && !unknown.strip().equals(name.text())) {
      throw Problem.of(
              Code.BAD_REQUEST,
              "the equation is to be solved for %s, not for %s".formatted(name.text(), unknown))
          .at(piece.span().start(), piece.span().end())
          .refusal();
    }
    return name;
  }

  private static Equation of(Syntax statement, Syntax.Name unknown, Goal goal) {
    Syntax left = statement;
    Optional<Syntax> right = Optional.empty();
    if (statement instanceof Syntax.Equation e) {
      left = isZero(e.left()) ? e.right() : e.left();
      right = isZero(e.right()) || isZero(e.left()) ? Optional.empty() : Optional.of(e.right());
    }
    Optional<Syntax> objective =
        right.isEmpty() && left instanceof Syntax.Call c && isDerivative(c, unknown)
            ? Optional.of(c.arguments().getFirst())
            : Optional.empty();
    return new Equation(left, right, unknown, objective, goal);
  }

  private static boolean isDerivative(Syntax.Call c, Syntax.Name unknown) {
    return c.name().equals("diff")
        && c.arguments().size() == 2
        && c.arguments().get(1) instanceof Syntax.Name n
        && n.text().equals(unknown.text());
  }

  private static boolean isZero(Syntax piece) {
    return piece instanceof Syntax.Number n && n.text().matches("0(\\.0*)?");
  }

  /// {@return the meaning of the sides}
  ///
  /// @throws org.frechet.shape.Refusal if shapes do not fit, or the unknown occurs nowhere
  Read read(Map<String, Declaration> declared) {
    var pieces = new ArrayList<Syntax>(List.of(left));
    right.ifPresent(pieces::add);
    objective.ifPresent(pieces::add);
    Map<String, Declaration> known = right.isPresent() ? withSides(declared) : declared;
    Set<String> sides = new java.util.TreeSet<>(known.keySet());
    sides.removeAll(declared.keySet());
    requireKnown(Wrt.parse(unknown.text()), known);
    List<Model> models =
        Statement.models(pieces, known, List.of(unknown), right.isPresent() && !isLiteral());
    return new Read(
        models.getFirst(),
        right.map(_ -> models.get(1)),
        objective.map(_ -> models.getLast()),
        sides);
  }

  /// @throws org.frechet.shape.Refusal if a variable is neither written nor declared
  void requireKnown(Wrt variable, Map<String, Declaration> declared) {
    var pieces = new ArrayList<Syntax>(List.of(left));
    right.ifPresent(pieces::add);
    variable.requireKnown(new Syntax.Block(List.of(pieces), left.span()), declared);
  }

  private boolean isLiteral() {
    return right.filter(r -> r instanceof Syntax.Number).isPresent()
        || left instanceof Syntax.Number;
  }

  /// A side that is just an undeclared name, such as b of `A*x = b`, has the shape of the other:
  /// inference by itself would rather make the other side a scalar.
  private Map<String, Declaration> withSides(Map<String, Declaration> declared) {
    Syntax other = right.orElse(left);
    return like(left, other, declared).or(() -> like(other, left, declared)).orElse(declared);
  }

  private static Optional<Map<String, Declaration>> like(
      Syntax side, Syntax name, Map<String, Declaration> declared) {
    Syntax plain = name instanceof Syntax.Transpose t ? t.operand() : name;
    if (!(plain instanceof Syntax.Name n)
        || declared.containsKey(n.text())
        || Elaborator.variables(side, declared).contains(n.text())
        || side instanceof Syntax.Number
        || (side instanceof Syntax.Name s && !declared.containsKey(s.text()))) {
      return Optional.empty();
    }
    Shape shape = Statement.model(side, declared).expr().shape();
    Map<String, Declaration> more = new HashMap<>(declared);
    more.put(n.text(), declaration(n.text(), plain == name ? shape : shape.transposed(), Set.of()));
    return Optional.of(more);
  }

  static Declaration declaration(String name, Shape shape, Set<org.frechet.shape.Trait> traits) {
    Declaration.Kind kind =
        shape.isScalar()
            ? Declaration.Kind.SCALAR
            : shape.isVector()
                ? Declaration.Kind.VECTOR
                : shape.isRow() ? Declaration.Kind.ROW : Declaration.Kind.MATRIX;
    return new Declaration(name, kind, shape, traits);
  }

  /// {@return the declarations with two sizes made equal, if inference chose both: then one
  /// equation for each unknown can be had by taking a coefficient as square}
  static Optional<Map<String, Declaration>> squared(
      Map<String, Declaration> declared, Model model, Dim rows, Dim cols) {
    Set<String> chosen = new HashSet<>();
    model
        .variables()
        .forEach((name, v) -> {
          if (!declared.containsKey(name)) {
            chosen.addAll(v.shape().rows().names());
            chosen.addAll(v.shape().cols().names());
          }
        });
    declared
        .values()
        .forEach(d -> {
          chosen.removeAll(d.shape().rows().names());
          chosen.removeAll(d.shape().cols().names());
        });
    Dim from = chosen.contains(rows.name()) ? rows : cols;
    Dim to = from == rows ? cols : rows;
    if (!rows.isName() || !cols.isName() || !chosen.contains(from.name())) {
      return Optional.empty();
    }
    Map<String, Declaration> squared = new HashMap<>(declared);
    model
        .variables()
        .forEach((name, v) ->
            squared.computeIfAbsent(
                name,
                _ ->
                    declaration(
                        name,
                        new Shape(
                            replaced(v.shape().rows(), from, to),
                            replaced(v.shape().cols(), from, to)),
                        Set.of())));
    return Optional.of(squared);
  }

  private static Dim replaced(Dim size, Dim from, Dim to) {
    return size.substitute(name -> name.equals(from.name()) ? to : Dim.of(name));
  }
}
