package org.frechet.solve;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.check.Equality;
import org.frechet.check.Equality.Verdict;
import org.frechet.derive.Tidy;
import org.frechet.diff.Differential;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.shape.Refusal;

/// `function = map(variable) + constant`, the map linear in the increment of the variable.
public record Affine(Expr function, Expr variable, Expr map, Expr constant) {
  /// How two expressions compare at random points.
  public interface Comparing {
    Equality of(Expr a, Expr b);
  }

  /// {@return the parts of an affine function of `variable`; nothing if it is not affine, or not
  /// known to be}
  ///
  /// The differential and the value at zero are the only candidates; that they give the function
  /// back is checked, since the differential of `sign(x)` is zero and `sign(x)` is not constant.
  public static Optional<Affine> of(Expr f, Expr variable, Comparing comparing) {
    Expr function = Tidy.of(going(f));
    Map<Expr, Expr> none = Map.of(variable, Algebra.zeros(variable.shape()));
    Expr map;
    Expr constant;
    try {
      map = Tidy.of(Traversal.substitute(Differential.of(function, variable), none));
      constant = Tidy.of(Traversal.substitute(function, none));
    } catch (Refusal _) {
      return Optional.empty(); // such as an inverse, which has no value at zero
    }
    Map<Expr, Expr> along = Map.of(Algebra.increment(variable), variable);
    Expr sum = Algebra.add(Traversal.substitute(map, along), constant);
    Verdict verdict = comparing.of(function, sum).verdict();
    boolean same = verdict == Verdict.EQUAL_EXACT || verdict == Verdict.EQUAL_NUMERIC;
    return same ? Optional.of(new Affine(function, variable, map, constant)) : Optional.empty();
  }

  /// {@return the expression without stops: a stopped gradient is a value like any other}
  public static Expr going(Expr e) {
    return Traversal.map(e, x -> x.node() instanceof Node.Stop s ? s.of() : x);
  }

  /// {@return the smallest part of a function that is not affine in the variable}
  public static Optional<Expr> nonlinearPart(Expr f, Expr variable) {
    Expr function = Tidy.of(going(f));
    Set<Expr> dependent = Traversal.dependents(function, Set.of(variable));
    for (Expr e : Traversal.topological(function)) {
      if (dependent.contains(e) && e != variable) {
        Expr change = Tidy.of(Differential.of(e, variable));
        boolean linear = !Traversal.contains(change, variable) && !change.isZero();
        if (!linear) {
          return Optional.of(e);
        }
      }
    }
    return Optional.empty();
  }

  /// {@return the increment that the map is linear in}
  public Expr increment() {
    return Algebra.increment(variable);
  }
}
