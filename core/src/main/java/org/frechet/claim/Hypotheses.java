package org.frechet.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.frechet.check.Agreement.Certainty;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.shape.Refusal;
import org.frechet.shape.Trait;

/// The smallest set of hypotheses under which a claim is right.
///
/// @param all the set
/// @param certainty how sure it is that the claim holds under it
/// @param points at how many points it was tried
public record Hypotheses(List<Hypothesis> all, Certainty certainty, int points) {
  private static final int MOST_SAMPLES = 16;

  public Hypotheses {
    all = List.copyOf(all);
  }

  /// {@return that matrices are symmetric or commute, if that makes both equal}: what is overlooked
  /// most
  ///
  /// @param moving the variables that move: of their increments nothing is assumed
  public static Optional<Hypotheses> usual(Expr claimed, Expr truth, Set<String> moving) {
    return of(claimed, truth, moving, true);
  }

  /// {@return another attribute that makes both equal}
  public static Optional<Hypotheses> other(Expr claimed, Expr truth, Set<String> moving) {
    return of(claimed, truth, moving, false);
  }

  private static Optional<Hypotheses> of(
      Expr claimed, Expr truth, Set<String> moving, boolean usual) {
    Expr a = Trial.standing(claimed);
    Expr b = Trial.standing(truth);
    List<Hypothesis> candidates =
        candidates(a, b, moving).stream().filter(h -> isUsual(h) == usual).toList();
    for (Hypothesis h : candidates) {
      Optional<Hypotheses> found = tried(List.of(h), a, b);
      if (found.isPresent()) {
        return found;
      }
    }
    if (!usual) {
      return Optional.empty();
    }
    List<Hypothesis> symmetric =
        candidates.stream().filter(h -> h.kind() == Hypothesis.Kind.SYMMETRIC).toList();
    List<Hypothesis> commuting =
        candidates.stream().filter(h -> h.kind() == Hypothesis.Kind.COMMUTING).toList();
    for (List<Hypothesis> set : List.of(symmetric, commuting, candidates)) {
      if (set.size() > 1 && tried(set, a, b).isPresent()) {
        return smallest(set, a, b);
      }
    }
    return Optional.empty();
  }

  private static boolean isUsual(Hypothesis h) {
    return h.kind() == Hypothesis.Kind.SYMMETRIC || h.kind() == Hypothesis.Kind.COMMUTING;
  }

  /// Leaves out what is not needed.
  private static Optional<Hypotheses> smallest(List<Hypothesis> set, Expr a, Expr b) {
    var needed = new ArrayList<>(set);
    for (Hypothesis h : set) {
      var fewer = new ArrayList<>(needed);
      fewer.remove(h);
      if (tried(fewer, a, b).isPresent()) {
        needed = fewer;
      }
    }
    return tried(needed, a, b);
  }

  /// It must hold for all samples together.
  private static Optional<Hypotheses> tried(List<Hypothesis> set, Expr claimed, Expr truth) {
    List<List<Expr>> pairs = List.of(List.of(claimed, truth));
    try {
      for (Hypothesis h : set) {
        pairs = samples(pairs, h);
      }
      boolean stands = !claimed.isZero() && !truth.isZero();
      Certainty certainty = Certainty.PROOF;
      int points = 0;
      for (List<Expr> pair : pairs) {
        if (pair.getFirst() == claimed && pair.getLast() == truth) {
          return Optional.empty();
        }
        Trial trial = Trial.of(pair.getFirst(), pair.getLast());
        if (!trial.equal() || (stands && vanishes(pair.getLast()))) {
          return Optional.empty();
        }
        certainty = certainty.compareTo(trial.certainty()) > 0 ? certainty : trial.certainty();
        points += trial.points();
      }
      return Optional.of(new Hypotheses(set, certainty, points));
    } catch (Refusal r) {
      if (r.problem().code() == org.frechet.shape.Problem.Code.TIMEOUT) {
        throw r;
      }
      return Optional.empty(); // no sample has all of these, or sizes do not fit
    }
  }

  /// That both are zero proves nothing of the formula.
  private static boolean vanishes(Expr e) {
    return e.isZero() || Trial.of(e, Algebra.zeros(e.shape())).equal();
  }

  private static List<List<Expr>> samples(List<List<Expr>> pairs, Hypothesis h) {
    var more = new ArrayList<List<Expr>>();
    for (List<Expr> pair : pairs) {
      for (var sample : h.samples()) {
        if (more.size() < MOST_SAMPLES) {
          more.add(pair.stream().map(sample).toList());
        }
      }
    }
    return more;
  }

  private static List<Hypothesis> candidates(Expr a, Expr b, Set<String> moving) {
    Map<String, Expr> variables = new TreeMap<>(Traversal.variables(a));
    variables.putAll(Traversal.variables(b));
    moving.forEach(name -> variables.remove("d" + name));
    List<Node.Var> all = variables.values().stream().map(e -> (Node.Var) e.node()).toList();
    List<Node.Var> square =
        all.stream().filter(v -> v.shape().isSquare() && !v.shape().isScalar()).toList();
    List<Node.Var> still = all.stream().filter(v -> !moving.contains(v.name())).toList();
    var found = new ArrayList<Hypothesis>();
    List<Node.Var> notSkew = square.stream().filter(v -> !v.traits().contains(Trait.SKEW)).toList();
    add(found, notSkew, Trait.SYMMETRIC, Hypothesis.Kind.SYMMETRIC);
    for (Node.Var v : still) {
      if (square.contains(v) && v.traits().isEmpty()) {
        found.add(Hypothesis.of(v, Trait.SKEW, Hypothesis.Kind.SKEW));
        found.add(Hypothesis.of(v, Trait.ORTHOGONAL, Hypothesis.Kind.ORTHOGONAL));
      }
    }
    for (int i = 0; i < square.size(); i++) {
      for (int j = i + 1; j < square.size(); j++) {
        if (square.get(i).shape().equals(square.get(j).shape())) {
          found.add(Hypothesis.commuting(square.get(i), square.get(j)));
        }
      }
    }
    add(found, all, Trait.POSITIVE, Hypothesis.Kind.POSITIVE);
    add(found, square, Trait.SPD, Hypothesis.Kind.DEFINITE);
    for (Node.Var v : all) {
      Hypothesis.fullRank(v, /* columns= */ true).ifPresent(found::add);
      Hypothesis.fullRank(v, /* columns= */ false).ifPresent(found::add);
    }
    still.forEach(v -> found.addAll(Hypothesis.orthonormal(v)));
    return found;
  }

  private static void add(
      List<Hypothesis> to, List<Node.Var> variables, Trait trait, Hypothesis.Kind kind) {
    variables.stream()
        .filter(v -> !v.traits().contains(trait))
        .forEach(v -> to.add(Hypothesis.of(v, trait, kind)));
  }
}
