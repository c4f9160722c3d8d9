package org.frechet.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.check.Probe;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// A single change that makes a claim right.
///
/// @param value the changed claim
public record Repair(Edit edit, Expr value) {
  /// How a formula is understood.
  public interface Reader {
    /// {@return what it means, if it has a shape} @throws Refusal if shapes do not fit
    Optional<Expr> read(Syntax formula, Shape wanted);
  }

  /// {@return the likeliest change of `claimed` with the value `truth`, if one is enough}
  ///
  /// @param right formulas whose pieces the claim may lack: a right one, the function
  /// @param variables that may stand in it
  /// @param composite whether products of several factors may be missing too
  /// @param tried changes that have failed; those that fail are added
  public static Optional<Repair> of(
      Syntax claimed,
      Expr truth,
      List<Syntax> right,
      List<Expr> variables,
      boolean composite,
      Set<Syntax> tried,
      Reader reader) {
    Expr standing = Trial.standing(truth);
    var leaves = new ArrayList<>(variables);
    var names = new TreeSet<String>();
    for (Expr v : variables) {
      names.add(((Node.Var) v.node()).name());
      leaves.add(Trial.standing(Algebra.increment(v)));
    }
    Optional<Probe> probe = Probe.of(standing, leaves, 11);
    if (probe.isEmpty()) {
      return Optional.empty();
    }
    List<Optional<RealMat>> values = probe.get().values(standing);
    for (Edit edit : Edits.of(claimed, Pool.of(right, names, composite))) {
      if (!tried.add(edit.result())) {
        continue;
      }
      Optional<Expr> candidate = read(edit.result(), truth.shape(), reader);
      boolean fits =
          candidate.map(Trial::standing).filter(e -> probe.get().agrees(e, values)).isPresent();
      if (fits && Trial.of(candidate.get(), truth).equal()) {
        return Optional.of(new Repair(edit, candidate.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Expr> read(Syntax formula, Shape wanted, Reader reader) {
    try {
      return reader.read(formula, wanted);
    } catch (Refusal r) {
      if (r.problem().code() == Problem.Code.TIMEOUT) {
        throw r;
      }
      return Optional.empty();
    }
  }
}
