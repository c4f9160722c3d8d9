package org.frechet.derive;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.Need;

/// What must hold for an answer to hold: the domain of the function, its kinks in the variable, and
/// what the derivative divides by. What declarations or the form already guarantee is left out.
public final class Conditions {
  /// `need` of `argument`, perhaps against an `other`, on account of the function named.
  public record Condition(Need need, Expr argument, Optional<Expr> other, String function) {
    static Condition of(Function.Condition condition, Node.Apply a) {
      Expr argument = a.arguments().get(condition.argument());
      Optional<Expr> other = condition.other().map(form -> form.of(a.arguments()));
      return new Condition(condition.need(), argument, other, a.operator().name());
    }
  }

  private final Set<Condition> found = new LinkedHashSet<>();

  private Conditions() {}

  /// {@return the conditions under which it is a derivative by `variable`} `parts` are what the
  /// function was read from: a part that cancels, as in `a/a`, must exist all the same.
  public static List<Condition> of(Derivation d, Expr variable, Collection<Expr> parts) {
    var c = new Conditions();
    for (Expr e : Traversal.topological(parts)) {
      c.domain(e);
    }
    var kinks = new Kinks(d.source(), d.order(), parts);
    Set<Expr> moving = Traversal.dependents(d.source(), List.of(variable));
    for (Expr e : Traversal.topological(d.source())) {
      c.domain(e);
      if (moving.contains(e)) {
        kinks.of(e).forEach(c::add);
      }
    }
    for (Expr e : Traversal.topological(d.value().orElse(d.map()))) {
      c.domain(e);
    }
    return c.strongest();
  }

  /// {@return what must hold for values made of these parts to exist}
  public static List<Condition> ofValues(Collection<Expr> parts) {
    var c = new Conditions();
    Traversal.topological(parts).forEach(c::domain);
    return c.strongest();
  }

  private void domain(Expr e) {
    if (e.node() instanceof Node.Apply a) {
      for (Function.Condition condition : ((Function) a.operator()).conditions()) {
        // what adj needs shows where its derivative inverts
        boolean elsewhere = condition.need() == Need.INVERTIBLE && !a.operator().inverts();
        if (condition.need().ofValue() && !elsewhere) {
          add(Condition.of(condition, a));
        }
      }
    } else if (e.node() instanceof Node.Pow p) {
      power(p);
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
      case Node.Constant _,
          Node.Var _,
          Node.Increment _,
          Node.Bound _,
          Node.Fill _,
          Node.Hadamard _ ->
          false;
      case Node.Pow _, Node.Transpose _, Node.Apply _, Node.Slice _, Node.Block _ -> false;
      case Node.IndexSum _, Node.Integral _, Node.Stop _ -> false;
    };
  }

  /// A norm vanishes where its argument does, a determinant where the matrix is singular.
  private void divisor(Expr base) {
    if (base.node() instanceof Node.Apply a) {
      var f = (Function) a.operator();
      boolean vanishesWithArgument =
          f.conditions().stream().anyMatch(c -> c.need() == Need.NONZERO);
      boolean vanishesWithRow = f.conditions().stream().anyMatch(c -> c.need() == Need.NO_ZERO_ROW);
      if (vanishesWithArgument || vanishesWithRow) {
        Need need = vanishesWithRow ? Need.NO_ZERO_ROW : Need.NONZERO;
        add(need, a.arguments().getFirst(), f.name());
        return;
      }
    }
    add(base.isScalar() ? Need.NONZERO : Need.NO_ZERO_ENTRY, base, "division");
  }

  private void add(Need need, Expr argument, String function) {
    add(new Condition(need, argument, Optional.empty(), function));
  }

  private void add(Condition c) {
    boolean varies =
        Stream.concat(Stream.of(c.argument()), c.other().stream())
            .flatMap(e -> Traversal.topological(e).stream())
            .anyMatch(x -> x.node() instanceof Node.Var || x.node() instanceof Node.Bound);
    if (varies
        && !c.need().isKnown(c.argument())
        && c.other().filter(c.need()::isKnownAgainst).isEmpty()
        && found.stream().noneMatch(known -> isSame(known, c))) {
      found.add(c);
    }
  }

  /// Few needs tell a matrix from its transpose, A and −B are as different as B and −A, and whole
  /// exponents differ by whole numbers.
  private static boolean isSame(Condition a, Condition b) {
    if (a.need() != b.need() || (a.need().isSided() && !a.function().equals(b.function()))) {
      return false; // of a kink the function is named
    }
    if (a.other().isEmpty() || b.other().isEmpty()) {
      return isSame(a.need(), a.argument(), b.argument())
          || (!a.need().hasSign() && isSame(a.need(), Algebra.neg(a.argument()), b.argument()));
    }
    Expr left = a.argument();
    Expr right = a.other().get();
    Expr other = b.other().get();
    boolean alike = isTurned(right, other) || isNumber(right, other);
    return (isTurned(left, b.argument()) && alike)
        || (isTurned(Algebra.neg(right), b.argument()) && isTurned(Algebra.neg(left), other));
  }

  private static boolean isNumber(Expr a, Expr b) {
    return a.isScalar() && b.isScalar() && Algebra.sub(a, b).node() instanceof Node.Num;
  }

  private static boolean isSame(Need need, Expr a, Expr b) {
    return a == b || (!need.isOriented() && isTurned(a, b));
  }

  private static boolean isTurned(Expr a, Expr b) {
    return a == b || a == b.transpose();
  }

  /// Without what a stronger condition implies: a positive quantity is nonzero.
  private List<Condition> strongest() {
    return found.stream()
        .filter(c -> c.need().stronger().stream().noneMatch(n -> requires(n, c.argument())))
        .toList();
  }

  private boolean requires(Need need, Expr argument) {
    return found.stream()
        .anyMatch(o ->
            o.need() == need && (o.argument() == argument || o.argument() == argument.transpose()));
  }
}
