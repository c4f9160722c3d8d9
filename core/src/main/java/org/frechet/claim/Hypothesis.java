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
/// @param samples each puts variables of which it holds in place of the others; what follows from
///   the hypothesis holds for all of them
public record Hypothesis(
    String words, Kind kind, String subject, List<UnaryOperator<Expr>> samples) {
  Hypothesis(String words, Kind kind, String subject, UnaryOperator<Expr> sample) {
    this(words, kind, subject, List.of(sample));
  }

  public Hypothesis {
    samples = List.copyOf(samples);
  }

  /// {@return the expression where it holds, in the first sample}
  public Expr assumed(Expr e) {
    return samples.getFirst().apply(e);
  }

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
  public static Hypothesis of(Node.Var variable, Trait trait, Kind kind) {
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

  /// {@return that two matrices commute}: generic ones that do are polynomials in each other, but a
  /// multiple of the identity commutes with every matrix
  static Hypothesis commuting(Node.Var a, Node.Var b) {
    return new Hypothesis(
        "%s and %s commute".formatted(a.name(), b.name()),
        Kind.COMMUTING,
        a.name() + " and " + b.name(),
        List.of(e -> polynomial(e, a.name(), b.name()), e -> multiple(e, a.name(), b.name())));
  }

  private static Expr polynomial(Expr e, String a, String b) {
    Map<String, Expr> variables = Traversal.variables(e);
    Expr first = variables.get(a);
    Expr second = variables.get(b);
    if (first == null || second == null) {
      return e;
    }
    boolean turned = traits(first) < traits(second);
    Expr base = turned ? second : first;
    Expr polynomial = Algebra.mul(coefficient(b, 0), Algebra.eye(base.shape().rows()));
    Expr power = base;
    for (int k = 1; k <= 2; k++) {
      polynomial = Algebra.add(polynomial, Algebra.mul(coefficient(b, k), power));
      power = Algebra.mul(power, base);
    }
    return Traversal.substitute(e, Map.of(turned ? first : second, polynomial));
  }

  private static int traits(Expr variable) {
    return ((Node.Var) variable.node()).traits().size();
  }

  private static Expr multiple(Expr e, String a, String b) {
    Expr first = Traversal.variables(e).get(a);
    Expr second = Traversal.variables(e).get(b);
    if (first == null || second == null) {
      return e;
    }
    Expr eye = Algebra.mul(coefficient(a, 0), Algebra.eye(first.shape().rows()));
    return Traversal.substitute(e, Map.of(traits(first) < traits(second) ? second : first, eye));
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

  /// {@return that a matrix declared as m×n is square, has orthonormal columns, or both}
  static List<Hypothesis> orthonormal(Node.Var variable) {
    Dim rows = variable.shape().rows();
    Dim cols = variable.shape().cols();
    if (!rows.isName() || !cols.isName() || rows.equals(cols)) {
      return List.of();
    }
    String name = variable.name();
    return List.of(
        new Hypothesis(name + " square", Kind.SQUARE, name, e -> resized(e, rows, cols)),
        new Hypothesis(
            name + " with orthonormal columns",
            Kind.ORTHOGONAL,
            name,
            e -> assumed(resized(e, rows, cols.plus(Dim.of("more"))), name, Trait.ORTHONORMAL)),
        new Hypothesis(
            name + " orthogonal",
            Kind.ORTHOGONAL,
            name,
            e -> assumed(resized(e, rows, cols), name, Trait.ORTHOGONAL)));
  }

  /// {@return that a matrix has rank one}
  public static Hypothesis rankOne(Node.Var variable) {
    String name = variable.name();
    return new Hypothesis(
        name + " of rank one",
        Kind.SINGULAR,
        name,
        e -> {
          Expr x = Traversal.variables(e).get(name);
          if (x == null) {
            return e;
          }
          Expr column = Algebra.variable("#left" + name, new Shape(x.shape().rows(), Dim.ONE));
          boolean symmetric = ((Node.Var) x.node()).traits().contains(Trait.SYMMETRIC);
          Expr row =
              symmetric
                  ? column
                  : Algebra.variable("#right" + name, new Shape(x.shape().cols(), Dim.ONE));
          return Traversal.substitute(e, Map.of(x, Algebra.mul(column, row.transpose())));
        });
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
