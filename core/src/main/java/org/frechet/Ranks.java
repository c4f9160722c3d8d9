package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.shape.Trait;
import org.frechet.solve.LinearEquation;

/// What it takes for a linear equation to have one solution, in words.
record Ranks(Writing writing, LinearEquation solved) {
  /// {@return a condition for each coefficient that is not known to be invertible}
  List<String> conditions() {
    List<Expr> open = solved.open();
    if (open.isEmpty()) {
      return List.of();
    }
    return switch (solved.form()) {
      case SYLVESTER ->
          List.of(
              "%s and %s have no common eigenvalue"
                  .formatted(writing.text(open.get(0)), writing.text(Algebra.neg(open.get(1)))));
      case ENTRYWISE ->
          open.stream().map(a -> "no entry of %s is 0".formatted(writing.text(a))).toList();
      case QUOTIENT, INVERSES, VEC -> open.stream().map(this::invertible).toList();
    };
  }

  private String invertible(Expr a) {
    Expr plain = plain(a);
    if (a.isScalar()) {
      return writing.text(plain) + " ≠ 0";
    }
    String condition = writing.text(plain) + " invertible";
    Optional<Expr> root = LinearEquation.root(plain);
    if (root.isPresent()) {
      return "%s, i.e. %s has full column rank".formatted(condition, writing.text(root.get()));
    }
    List<Expr> positive = LinearEquation.definiteForPositive(plain, Trait.SPD);
    return positive.isEmpty() ? condition : condition + ", as it is for " + positive(positive);
  }

  /// {@return a matrix or number without its numeric factor}
  private static Expr plain(Expr e) {
    Rational c = e.node() instanceof Node.Num ? Rational.ONE : Algebra.coefficient(e);
    Expr rest = Algebra.mul(e, Algebra.pow(Algebra.number(c), -1));
    Expr plain =
        !e.isScalar() && Algebra.scalarFactor(rest).node() instanceof Node.Num
            ? Algebra.withoutScalars(rest)
            : rest;
    boolean turned = plain.transpose().weight() < plain.weight();
    return turned ? plain.transpose() : plain;
  }

  /// {@return conditions together with those of values, without what is said already}
  List<String> and(List<Expr> parts) {
    var all = new ArrayList<>(conditions());
    var said = new ArrayList<>(all);
    solved.open().stream()
        .filter(Expr::isScalar)
        .forEach(a -> said.add(writing.text(Algebra.neg(plain(a))) + " ≠ 0"));
    writing.conditions(parts).stream()
        .filter(c -> said.stream().noneMatch(known -> known.startsWith(c)))
        .forEach(all::add);
    return List.copyOf(all);
  }

  /// {@return `a > 0, b > 0`}
  String positive(List<Expr> scalars) {
    return scalars.stream().map(v -> writing.text(v) + " > 0").collect(Collectors.joining(", "));
  }
}
