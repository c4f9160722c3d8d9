package org.frechet.derive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.frechet.derive.Conditions.Condition;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.Need;

/// Which kinks of a function are kinks of what it is part of, and how they are told.
final class Kinks {
  /// Applications that stand elsewhere than in a power that smooths them.
  private final Set<Expr> bare = new HashSet<>();

  private final Collection<Expr> parts;

  /// `parts` are what the source was read from.
  Kinks(Expr source, int order, Collection<Expr> parts) {
    this.parts = parts;
    bare.add(core(source));
    var seen = new HashSet<Expr>();
    var open = new ArrayDeque<Expr>(List.of(core(source)));
    while (!open.isEmpty()) {
      Expr e = open.pop();
      if (seen.add(e)) {
        List<Expr> smoothed = smoothed(e, order);
        List<Expr> exposed = smoothed.isEmpty() ? Traversal.children(e.node()) : others(e);
        exposed.forEach(operand -> bare.add(core(operand)));
        Stream.of(smoothed, exposed).flatMap(List::stream).map(Kinks::core).forEach(open::push);
      }
    }
  }

  private static Expr core(Expr e) {
    return e.node() instanceof Node.Transpose(Expr of) ? of : e;
  }

  /// {@return operands whose kinks at zero go: relu(x)^k has k − 1 derivatives there, and v'*v and
  /// norm2(v)^2 are sums of squares}
  private static List<Expr> smoothed(Expr e, int order) {
    if (e.node() instanceof Node.Pow(Expr base, Expr k)
        && k.node() instanceof Node.Num n
        && n.value().doubleValue() > order) {
      return base.node() instanceof Node.Apply a && ((Function) a.operator()).square().isPresent()
          ? a.arguments()
          : List.of(base);
    }
    return e.node() instanceof Node.Prod p && order == 1 && isGram(p.chain())
        ? p.chain()
        : List.of();
  }

  private static boolean isGram(List<Expr> chain) {
    return chain.size() == 2 && chain.getFirst() == chain.getLast().transpose();
  }

  /// {@return the other operands of a power or product of which some are smoothed}
  private static List<Expr> others(Expr e) {
    return e.node() instanceof Node.Prod p ? p.scalars() : List.of();
  }

  /// {@return the points where an application has no derivative that matters}
  List<Condition> of(Expr e) {
    var found = new ArrayList<Condition>();
    if (e.node() instanceof Node.Apply a) {
      var f = (Function) a.operator();
      boolean smoothed = f.vanishesAtZero() && !bare.contains(e);
      for (Function.Condition c : f.conditions()) {
        if (c.need() == Need.KINK && !smoothed) {
          found.add(extreme(e, a).orElseGet(() -> Condition.of(c, a)));
        } else if (c.need().isKink() && c.need() != Need.KINK) {
          found.add(Condition.of(c, a));
        }
      }
    }
    return found;
  }

  /// The maximum of a and b is read as a + relu(b − a), their minimum as a − relu(a − b).
  private Optional<Condition> extreme(Expr kink, Node.Apply relu) {
    Expr d = relu.arguments().getFirst();
    return parts.stream()
        .flatMap(part ->
            Stream.of(
                pair(part, kink, d),
                pair(part, Algebra.neg(kink), Algebra.neg(d)),
                pair(part, kink.transpose(), d.transpose()),
                pair(part, Algebra.neg(kink.transpose()), Algebra.neg(d.transpose()))))
        .flatMap(Optional::stream)
        .filter(c -> !isPartly(relu, c))
        .findFirst();
  }

  private static Optional<Condition> pair(Expr part, Expr term, Expr difference) {
    if (!(part.node() instanceof Node.Add sum) || !sum.terms().contains(term)) {
      return Optional.empty();
    }
    Expr a = Algebra.sub(part, term);
    Expr b = Algebra.add(a, difference);
    Need need = a.isScalar() ? Need.DIFFERENT : Need.UNEQUAL;
    return Optional.of(new Condition(need, a, Optional.of(b), ""));
  }

  /// A sum of several kinks, as `clip` is, is no maximum.
  private boolean isPartly(Node.Apply relu, Condition c) {
    return Stream.of(c.argument(), c.other().orElse(c.argument()))
        .filter(e -> !parts.contains(e))
        .flatMap(e -> Traversal.topological(e).stream())
        .anyMatch(x -> x.node() instanceof Node.Apply y && y.operator() == relu.operator());
  }
}
