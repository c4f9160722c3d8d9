package org.frechet.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.frechet.check.Resizing;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// Something that could be assumed of the variables of a claim.
///
/// @param words as in `A symmetric`
/// @param subject of what it speaks
/// @param assume puts variables of which it holds in place of the others
public record Hypothesis(String words, Kind kind, String subject, UnaryOperator<Expr> assume) {
  /// In the order in which they are tried.
  public enum Kind {
    SYMMETRIC,
    SKEW,
    ORTHOGONAL,
    COMMUTING,
    POSITIVE,
    DEFINITE,
    FULL_RANK,
    SQUARE,
    SINGULAR
  }

  /// {@return that a variable has an attribute}, and of a symmetric one the increment too
  static Hypothesis of(Node.Var variable, Trait trait, Kind kind) {
    return new Hypothesis(
        variable.name() + " " + words(trait),
        kind,
        variable.name(),
        e -> assumed(e, variable.name(), trait));
  }

  private static String words(Trait trait) {
    return trait == Trait.SPD ? "positive definite" : trait.word();
  }

  private static Expr assumed(Expr e, String name, Trait trait) {
    Map<Expr, Expr> images = new HashMap<>();
    for (Expr leaf : Traversal.variables(e).values()) {
      var v = (Node.Var) leaf.node();
      boolean increment = v.name().equals("d" + name) && trait == Trait.SYMMETRIC;
      if (v.name().equals(name) || increment) {
        var traits = new TreeSet<>(v.traits());
        traits.add(trait);
        images.put(leaf, Algebra.variable(v.name(), v.shape(), Trait.closure(traits)));
      }
    }
    return images.isEmpty() ? e : Traversal.substitute(e, images);
  }

  /// {@return that two matrices commute}: the second is a polynomial in the first
  static Hypothesis commuting(Node.Var a, Node.Var b) {
    return new Hypothesis(
        "%s and %s commute".formatted(a.name(), b.name()),
        Kind.COMMUTING,
        a.name() + " and " + b.name(),
        e -> commuted(e, a.name(), b.name()));
  }

  private static Expr commuted(Expr e, String a, String b) {
    Map<String, Expr> variables = Traversal.variables(e);
    Expr first = variables.get(a);
    Expr second = variables.get(b);
    if (first == null || second == null) {
      return e;
    }
    Expr polynomial = Algebra.scale(org.frechet.expr.Rational.ONE, coefficient(b, 0));
    polynomial = Algebra.mul(polynomial, Algebra.eye(first.shape().rows()));
    Expr power = first;
    for (int k = 1; k <= 2; k++) {
      polynomial = Algebra.add(polynomial, Algebra.mul(coefficient(b, k), power));
      power = Algebra.mul(power, first);
    }
    return Traversal.substitute(e, Map.of(second, polynomial));
  }

  private static Expr coefficient(String of, int k) {
    return Algebra.variable("#" + of + k, Shape.SCALAR);
  }

  /// {@return that a matrix has at least as many rows as columns, or the other way}: then a random
  /// one has full rank
  static Optional<Hypothesis> fullRank(Node.Var variable, boolean columns) {
    Dim rows = variable.shape().rows();
    Dim cols = variable.shape().cols();
    if (!rows.isName() || !cols.isName() || rows.equals(cols)) {
      return Optional.empty();
    }
    Dim longer = columns ? rows : cols;
    Dim sum = (columns ? cols : rows).plus(Dim.of("more"));
    return Optional.of(
        new Hypothesis(
            "%s of full %s rank".formatted(variable.name(), columns ? "column" : "row"),
            Kind.FULL_RANK,
            variable.name(),
            e -> resized(e, longer, sum)));
  }

  /// {@return that a square matrix, of a size with a name, has no inverse}
  public static Hypothesis singular(Node.Var variable) {
    String name = variable.name();
    return new Hypothesis(
        name + " singular",
        Kind.SINGULAR,
        name,
        e -> {
          Dim rank = Dim.of("rank");
          Dim size = rank.plus(Dim.ONE);
          Expr resized = resized(e, variable.shape().rows(), size);
          Expr product =
              Algebra.mul(
                  Algebra.variable("#left" + name, new Shape(size, rank)),
                  Algebra.variable("#right" + name, new Shape(rank, size)));
          Expr x = Traversal.variables(resized).get(name);
          return x == null ? resized : Traversal.substitute(resized, Map.of(x, product));
        });
  }

  static Expr resized(Expr e, Dim from, Dim to) {
    UnaryOperator<Dim> sizes =
        d -> d.substitute(name -> name.equals(from.name()) ? to : Dim.of(name));
    return new Resizing(sizes).of(List.of(e)).getFirst();
  }
}
