package org.frechet.derive;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.function.Attributes;
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

  /// {@return the conditions} `parts` are what the function was read from: a part that cancels, as
  /// in `a/a`, must exist all the same.
  public static List<Condition> of(Derivation d, Collection<Expr> parts) {
    var c = new Conditions();
    for (Expr e : Traversal.topological(parts)) {
      c.domain(e);
    }
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
              case KINK, ONE_MAXIMUM, ONE_MINIMUM, NONZERO, NO_ZERO_ENTRY -> true;
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
      if (isInteger(p.exponent())) {
        return; // a size, as in det(c*X) = c^n det(X)
      }
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

  private static boolean isInteger(Expr e) {
    return switch (e.node()) {
      case Node.Size _ -> true;
      case Node.Num n -> n.value().isInteger();
      case Node.Add a -> a.terms().stream().allMatch(Conditions::isInteger);
      case Node.Prod p ->
          p.coefficient().isInteger()
              && p.chain().isEmpty()
              && p.scalars().stream().allMatch(Conditions::isInteger);
      case Node.Constant _, Node.Var _, Node.Increment _, Node.Fill _, Node.Hadamard _ -> false;
      case Node.Pow _, Node.Transpose _, Node.Apply _, Node.Slice _, Node.Block _ -> false;
      case Node.IndexSum _, Node.Stop _ -> false;
    };
  }

  /// A norm vanishes where its argument does, a determinant where the matrix is singular.
  private void divisor(Expr base) {
    if (base.node() instanceof Node.Apply a) {
      var f = (Function) a.operator();
      boolean vanishesWithArgument =
          f.conditions().stream().anyMatch(c -> c.need() == Need.NONZERO);
      if (vanishesWithArgument) {
        add(Need.NONZERO, a.arguments().getFirst(), f.name());
        return;
      }
    }
    add(base.isScalar() ? Need.NONZERO : Need.NO_ZERO_ENTRY, base, "division");
  }

  private void add(Need need, Expr argument, String function) {
    boolean known =
        switch (need) {
          case POSITIVE, NO_POLE_OF_GAMMA, ABOVE_MINUS_ONE -> Attributes.isPositive(argument);
          case NONNEGATIVE -> Algebra.isNonnegative(argument);
          case NONZERO, NO_ZERO_ENTRY ->
              Attributes.isPositive(argument) || Attributes.isPositive(Algebra.neg(argument));
          case INVERTIBLE -> Attributes.has(argument, Trait.INVERTIBLE);
          case POSITIVE_DETERMINANT, NO_NEGATIVE_EIGENVALUES -> Attributes.has(argument, Trait.SPD);
          case KINK -> Attributes.isPositive(argument);
          case WITHIN_ONE, NOT_A_POLE, ONE_MAXIMUM, ONE_MINIMUM -> false;
        };
    if (!known
        && Traversal.topological(argument).stream().anyMatch(x -> x.node() instanceof Node.Var)) {
      found.add(new Condition(need, argument, function));
    }
  }

  /// A positive quantity is nonzero and nonnegative; a matrix with positive determinant is
  /// invertible.
  private List<Condition> strongest() {
    return found.stream()
        .filter(c ->
            switch (c.need()) {
              case NONZERO, NO_ZERO_ENTRY, NONNEGATIVE -> !requires(Need.POSITIVE, c.argument());
              case INVERTIBLE -> !requires(Need.POSITIVE_DETERMINANT, c.argument());
              case POSITIVE, ABOVE_MINUS_ONE, WITHIN_ONE, NOT_A_POLE, NO_POLE_OF_GAMMA -> true;
              case POSITIVE_DETERMINANT, NO_NEGATIVE_EIGENVALUES -> true;
              case KINK, ONE_MAXIMUM, ONE_MINIMUM -> true;
            })
        .toList();
  }

  private boolean requires(Need need, Expr argument) {
    return found.stream()
        .anyMatch(o ->
            o.need() == need && (o.argument() == argument || o.argument() == argument.transpose()));
  }
}
