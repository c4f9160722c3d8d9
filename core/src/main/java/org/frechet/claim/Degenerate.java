package org.frechet.claim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.frechet.check.Agreement;
import org.frechet.check.Equality;
import org.frechet.check.Resizing;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.Need;
import org.frechet.shape.Dim;
import org.frechet.shape.Trait;

/// Random matrices have full rank, so that a pseudo-inverse looks like an inverse. Where a function
/// exists for matrices of any rank, claims are tried for matrices of rank one too.
public final class Degenerate {
  private Degenerate() {}

  /// {@return the hypothesis that a claim which is right for matrices of full rank needs, if it
  /// fails for others}
  public static Optional<String> hypothesis(Expr claimed, Expr truth) {
    List<Expr> nodes = Traversal.topological(List.of(claimed, truth));
    if (nodes.stream().noneMatch(Degenerate::feelsRank)) {
      return Optional.empty();
    }
    for (Expr x : nodes) {
      if (!(x.node() instanceof Node.Var v) || !mayBeSingular(v)) {
        continue;
      }
      var rankOne = Hypothesis.rankOne(v);
      Trial trial = Trial.of(rankOne.assumed(claimed), rankOne.assumed(truth));
      if (trial.outcome() == Trial.Outcome.DIFFERENT) {
        boolean square = v.shape().isSquare();
        return Optional.of(v.name() + (square ? " invertible" : " of full rank"));
      }
    }
    return Optional.empty();
  }

  /// {@return a difference where what was tall is wide}: rank depends on which size is the smaller
  static Optional<Trial> inOtherSizes(Expr a, Expr b) {
    List<Expr> nodes = Traversal.topological(List.of(a, b));
    if (nodes.stream().noneMatch(Degenerate::feelsRank)) {
      return Optional.empty();
    }
    var names = new TreeSet<String>();
    for (Expr e : nodes) {
      names.addAll(e.shape().rows().names());
      names.addAll(e.shape().cols().names());
    }
    if (names.size() < 2) {
      return Optional.empty();
    }
    var order = new ArrayList<>(names);
    for (int turn = 0; turn < 2 * names.size(); turn++) {
      Equality found = resized(a, b, order);
      if (found.verdict() == Equality.Verdict.DIFFERENT) {
        return Optional.of(new Trial(Trial.Outcome.DIFFERENT, found, Agreement.Certainty.NUMERIC));
      }
      Collections.rotate(order, 1);
      if (turn == names.size()) {
        Collections.reverse(order);
      }
    }
    return Optional.empty();
  }

  /// The alphabet decides which size is larger, so names in this order take the place of the
  /// others.
  private static Equality resized(Expr a, Expr b, List<String> order) {
    Map<String, Dim> names = new HashMap<>();
    for (String name : order) {
      names.put(name, Dim.of("s%03d".formatted(names.size())));
    }
    List<Expr> resized =
        new Resizing(d -> d.substitute(n -> names.getOrDefault(n, Dim.of(n)))).of(List.of(a, b));
    return Agreement.compareWidely(resized.getFirst(), resized.getLast());
  }

  private static boolean feelsRank(Expr e) {
    return e.node() instanceof Node.Apply a
        && ((Function) a.operator())
            .conditions().stream().anyMatch(c -> c.need() == Need.CONSTANT_RANK);
  }

  private static boolean mayBeSingular(Node.Var v) {
    boolean matrix = !v.shape().isVector() && !v.shape().isRow() && !v.shape().isScalar();
    return matrix && List.of(Trait.SYMMETRIC, Trait.SQUARE, Trait.PSD).containsAll(v.traits());
  }
}
