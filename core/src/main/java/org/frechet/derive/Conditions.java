package org.frechet.derive;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.Need;
import org.frechet.shape.Trait;

/// What must hold for an answer to hold: the domain of the function, its kinks in the variable, and
/// what the derivative divides by. What declarations or the form already guarantee is left out.
public final class Conditions {
  /// `need` of `argument`, on account of the function named.
  public record Condition(Need need, Expr argument, String function) {}

  private final Set<Condition> found = new LinkedHashSet<>();

  private Conditions() {}

  public static List<Condition> of(Derivation d) {
    var c = new Conditions();
    Set<Expr> moving = Traversal.dependents(d.source(), List.of(d.variable()));
    for (Expr e : Traversal.topological(d.source())) {
      c.domain(e);
      if (moving.contains(e)) {
        c.kinks(e);
      }
    }
    for (Expr e : Traversal.topological(d.value().orElse(d.map()))) {
      c.domain(e);
    }
    return c.strongest();
  }

  private void domain(Expr e) {
    if (e.node() instanceof Node.Apply a) {
      for (Function.Condition condition : ((Function) a.operator()).conditions()) {
        boolean derivativeOnly =
            switch (condition.need()) {
              case KINK, ONE_MAXIMUM, ONE_MINIMUM, NONZERO -> true;
              case POSITIVE, NONNEGATIVE, ABOVE_MINUS_ONE, WITHIN_ONE, NOT_A_POLE -> false;
              case NO_POLE_OF_GAMMA, POSITIVE_DETERMINANT, NO_NEGATIVE_EIGENVALUES -> false;
              case INVERTIBLE -> !a.operator().inverts();
            };
        if (!derivativeOnly) {
          add(condition.need(), a.arguments().get(condition.argument()), a.operator().name());
        }
      }
    } else if (e.node() instanceof Node.Pow p) {
      power(p);
    }
  }

  private void kinks(Expr e) {
    if (e.node() instanceof Node.Apply a) {
      for (Function.Condition condition : ((Function) a.operator()).conditions()) {
        if (condition.need().isKink()) {
          add(condition.need(), a.arguments().get(condition.argument()), a.operator().name());
        }
      }
    }
  }

  private void power(Node.Pow p) {
    if (!(p.exponent().node() instanceof Node.Num n)) {
      add(Need.POSITIVE, p.base(), "power");
      return;
    }
    Rational k = n.value();
    if (k.isInteger()) {
      if (k.signum() < 0) {
        divisor(p.base());
      }
    } else {
      add(k.signum() < 0 ? Need.POSITIVE : Need.NONNEGATIVE, p.base(), "power");
    }
  }

  /// A norm vanishes where its argument does, a determinant where the matrix is singular.
  private void divisor(Expr base) {
    if (base.node() instanceof Node.Apply a) {
      var f = (Function) a.operator();
      boolean vanishesWithArgument = f.conditions().stream().anyMatch(c -> c.need() == Need.NONZERO);
      if (vanishesWithArgument) {
        add(Need.NONZERO, a.arguments().getFirst(), f.name());
        return;
      }
    }
    add(Need.NONZERO, base, "division");
  }

  private void add(Need need, Expr argument, String function) {
    boolean known =
        switch (need) {
          case POSITIVE, NO_POLE_OF_GAMMA, ABOVE_MINUS_ONE -> isPositive(argument);
          case NONNEGATIVE -> Algebra.isNonnegative(argument);
          case NONZERO -> isPositive(argument) || isPositive(Algebra.neg(argument));
          case INVERTIBLE -> has(argument, Trait.INVERTIBLE);
          case POSITIVE_DETERMINANT, NO_NEGATIVE_EIGENVALUES -> has(argument, Trait.SPD);
          case KINK -> isPositive(argument);
          case WITHIN_ONE, NOT_A_POLE, ONE_MAXIMUM, ONE_MINIMUM -> false;
        };
    if (!known && Traversal.topological(argument).stream().anyMatch(x -> x.node() instanceof Node.Var)) {
      found.add(new Condition(need, argument, function));
    }
  }

  private static boolean has(Expr e, Trait trait) {
    return switch (e.node()) {
      case Node.Var v -> v.traits().contains(trait);
      case Node.Transpose t -> has(t.of(), trait);
      case Node.Apply a when a.operator().inverts() -> true;
      case Node.Add a when trait == Trait.INVERTIBLE || trait == Trait.SPD ->
          a.terms().stream().anyMatch(t -> positiveDefinite(t))
              && a.terms().stream().allMatch(t -> positiveDefinite(t) || semidefinite(t));
      case Node.Num _, Node.Constant _, Node.Size _, Node.Increment _, Node.Fill _ -> Algebra.isEye(e);
      case Node.Add _, Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Apply _ -> false;
      case Node.Slice _, Node.Block _, Node.IndexSum _, Node.Stop _ -> false;
    };
  }

  private static boolean positiveDefinite(Expr t) {
    Expr rest = Algebra.withoutScalars(t);
    return isPositive(Algebra.scalarFactor(t))
        && (Algebra.isEye(rest) || (rest.node() instanceof Node.Var v && v.traits().contains(Trait.SPD)));
  }

  private static boolean semidefinite(Expr t) {
    if (!Algebra.isNonnegative(Algebra.scalarFactor(t))) {
      return false;
    }
    List<Expr> chain = Algebra.chain(Algebra.withoutScalars(t));
    int n = chain.size();
    for (int i = 0; i < n / 2; i++) {
      if (chain.get(i) != chain.get(n - 1 - i).transpose()) {
        return false;
      }
    }
    return n % 2 == 0
        || (chain.get(n / 2).node() instanceof Node.Var v && v.traits().contains(Trait.PSD));
  }

  /// {@return whether every entry is known to be greater than zero}
  static boolean isPositive(Expr e) {
    return switch (e.node()) {
      case Node.Num n -> n.value().signum() > 0;
      case Node.Constant _, Node.Size _ -> true;
      case Node.Fill _ -> Algebra.isOnes(e);
      case Node.Var v -> v.traits().contains(Trait.POSITIVE);
      case Node.Add a ->
          a.terms().stream().allMatch(Algebra::isNonnegative)
              && a.terms().stream().anyMatch(Conditions::isPositive);
      case Node.Prod p ->
          p.coefficient().signum() > 0
              && p.scalars().stream().allMatch(Conditions::isPositive)
              && p.chain().stream().allMatch(Conditions::isPositive);
      case Node.Hadamard h -> h.factors().stream().allMatch(Conditions::isPositive);
      case Node.Pow p -> isPositive(p.base());
      case Node.Transpose t -> isPositive(t.of());
      case Node.Apply a -> ((Function) a.operator()).isPositive(Conditions::isPositive, a.arguments());
      case Node.Slice s -> isPositive(s.of());
      case Node.Stop s -> isPositive(s.of());
      case Node.Increment _, Node.Block _, Node.IndexSum _ -> false;
    };
  }

  /// A positive quantity is nonzero and nonnegative.
  private List<Condition> strongest() {
    return found.stream()
        .filter(
            c ->
                !(c.need() == Need.NONZERO || c.need() == Need.NONNEGATIVE)
                    || found.stream()
                        .noneMatch(o -> o.need() == Need.POSITIVE && o.argument() == c.argument()))
        .toList();
  }
}
