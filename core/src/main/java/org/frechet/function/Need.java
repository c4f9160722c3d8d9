package org.frechet.function;

import java.util.List;
import java.util.function.Predicate;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.shape.Trait;

/// What an argument must satisfy for a value or a derivative to exist: the text, with `%s` for the
/// argument, and the traits that guarantee it.
public enum Need {
  POSITIVE(value("%s > 0").by(Trait.POSITIVE)),
  NONNEGATIVE(value("%s ≥ 0").by(Trait.NONNEGATIVE).impliedBy(POSITIVE)),
  NONZERO(divisor("%s ≠ 0").even().by(Trait.POSITIVE).impliedBy(POSITIVE)),
  /// Of an array, each entry.
  NO_ZERO_ENTRY(
      divisor("no entry of %s is 0")
          .even()
          .by(Trait.POSITIVE)
          .when(Need::isNonzeroAnyway)
          .impliedBy(POSITIVE)),
  ABOVE_MINUS_ONE(value("%s > -1").by(Trait.POSITIVE)),
  ABOVE_ONE(value("%s > 1")),
  AT_LEAST_ONE(value("%s ≥ 1")),
  WITHIN_ONE(value("-1 < %s < 1").even()),
  BETWEEN_ZERO_AND_ONE(value("0 < %s < 1")),
  /// Where a cosine vanishes the tangent has a pole.
  NOT_A_POLE(value("cos(%s) ≠ 0")),
  NOT_A_POLE_OF_COT(value("sin(%s) ≠ 0")),
  NO_POLE_OF_GAMMA(value("%s is not 0, -1, -2, ...").by(Trait.POSITIVE)),
  POSITIVE_DEFINITE(value("%s positive definite").by(Trait.SPD)),
  POSITIVE_DETERMINANT(value("det(%s) > 0").by(Trait.SPD).impliedBy(POSITIVE_DEFINITE)),
  INVERTIBLE(
      value("%s invertible")
          .even()
          .by(Trait.INVERTIBLE)
          .impliedBy(POSITIVE_DETERMINANT, POSITIVE_DEFINITE)),
  NO_NEGATIVE_EIGENVALUES(
      value("%s has no eigenvalues on (-∞, 0]").by(Trait.SPD).impliedBy(POSITIVE_DEFINITE)),
  /// Otherwise there are fewer singular values than columns.
  TALL(value("%s has at least as many rows as columns").even().oriented().by(Trait.SQUARE)),
  /// Otherwise the power exp(k log X) is not real.
  PRINCIPAL_POWER(
      value("%s has no eigenvalues on (-∞, 0], unless %s is a positive whole number")
          .by(Trait.SPD)
          .impliedBy(NO_NEGATIVE_EIGENVALUES)
          .against(Exponents::isNatural)),
  /// Then A*X − X*B determines X.
  NO_COMMON_EIGENVALUE(value("%s and %s have no common eigenvalue")),
  /// The function is continuous there but has no derivative.
  KINK(kink("not differentiable where %s = 0").even().by(Trait.POSITIVE)),
  ONE_MINIMUM(kink("not differentiable where the minimum of %s is attained twice")),
  ONE_MAXIMUM(kink("not differentiable where the maximum of %s is attained twice")),
  ONE_MINIMUM_A_ROW(
      kink("not differentiable where the minimum of a row of %s is attained twice").oriented()),
  ONE_MAXIMUM_A_ROW(
      kink("not differentiable where the maximum of a row of %s is attained twice").oriented()),
  /// Of the two arguments of a maximum or minimum.
  UNEQUAL(kink("not differentiable where %s and %s have equal entries").even()),
  DIFFERENT(kink("not differentiable where %s = %s").even()),
  NO_INTEGER(kink("not differentiable where an entry of %s is an integer").even()),
  NO_HALF_INTEGER(
      kink("not differentiable where an entry of %s lies halfway between two integers").even()),
  /// The angle jumps by 2π on the negative axis.
  NOT_ON_CUT(kink("not differentiable where %s = 0 and %s ≤ 0")),
  /// Of a matrix, each row: a norm has no derivative at zero.
  NO_ZERO_ROW(divisor("no row of %s is 0").even().by(Trait.POSITIVE).oriented()),
  SIMPLE_EIGENVALUES(smooth("the eigenvalues of %s are distinct").even()),
  SIMPLE_SINGULAR_VALUES(smooth("the singular values of %s are distinct and not 0").even()),
  DISTINCT_ENTRIES(value("the entries of %s are distinct").even().when(Need::hasDistinctValues)),
  CONSTANT_RANK(smooth("the rank of %s is constant nearby").even().by(Trait.INVERTIBLE)),
  FULL_RANK(smooth("%s has full rank").even().by(Trait.INVERTIBLE)),
  SIMPLE_LARGEST(smooth("the largest eigenvalue of %s is simple")),
  SIMPLE_SMALLEST(smooth("the smallest eigenvalue of %s is simple")),
  SIMPLE_SPECTRAL_NORM(smooth("the largest singular value of %s is simple and not 0").even());

  /// What does not exist where a need is not met.
  private enum Concern {
    VALUE,
    /// What the derivative divides by: where it does, the condition is found in the derivative.
    DIVISOR,
    DERIVATIVE
  }

  /// The parts of a need, named.
  private static final class Rule {
    private final String text;
    private final Concern concern;
    private final boolean sided;
    private boolean even;
    private boolean oriented;
    private Predicate<Expr> known = _ -> false;
    private List<Trait> traits = List.of();
    private List<Need> stronger = List.of();
    private Predicate<Expr> against = _ -> false;

    Rule(String text, Concern concern, boolean sided) {
      this.text = text;
      this.concern = concern;
      this.sided = sided;
    }

    /// −x meets the need where x does.
    Rule even() {
      even = true;
      return this;
    }

    /// Met by X' it may fail for X.
    Rule oriented() {
      oriented = true;
      return this;
    }

    Rule by(Trait... guarantees) {
      traits = List.of(guarantees);
      return when(x -> traits.stream().anyMatch(t -> Attributes.has(x, t)));
    }

    /// Second arguments for which nothing is needed of the first.
    Rule against(Predicate<Expr> harmless) {
      against = harmless;
      return this;
    }

    Rule when(Predicate<Expr> guaranteed) {
      known = known.or(guaranteed);
      return this;
    }

    Rule impliedBy(Need... needs) {
      stronger = List.of(needs);
      return this;
    }
  }

  private final Rule rule;

  Need(Rule rule) {
    this.rule = rule;
  }

  /// Known of the values of functions that need it themselves, and of their squares.
  private static boolean hasDistinctValues(Expr w) {
    return needs(Algebra.base(w), SIMPLE_EIGENVALUES) || isNonzeroAnyway(Algebra.base(w));
  }

  private static boolean isNonzeroAnyway(Expr w) {
    return needs(w, SIMPLE_SINGULAR_VALUES);
  }

  private static boolean needs(Expr value, Need need) {
    return value.node() instanceof Node.Apply a
        && ((Function) a.operator()).conditions().stream().anyMatch(c -> c.need() == need);
  }

  private static Rule value(String text) {
    return new Rule(text, Concern.VALUE, /* sided= */ false);
  }

  private static Rule divisor(String text) {
    return new Rule(text, Concern.DIVISOR, /* sided= */ false);
  }

  /// The derivative exists where this holds.
  private static Rule smooth(String text) {
    return new Rule(text, Concern.DERIVATIVE, /* sided= */ false);
  }

  private static Rule kink(String text) {
    return new Rule(text, Concern.DERIVATIVE, /* sided= */ true);
  }

  /// {@return whether the function itself does not exist where this is not met}
  public boolean ofValue() {
    return rule.concern == Concern.VALUE;
  }

  /// {@return whether the function exists there and only its derivative does not}
  public boolean isKink() {
    return rule.concern == Concern.DERIVATIVE;
  }

  /// {@return whether entries of the argument stand on one side or the other of the kink}
  public boolean isSided() {
    return rule.sided;
  }

  /// {@return whether −x may fail the condition where x satisfies it}
  public boolean hasSign() {
    return !rule.even;
  }

  /// {@return whether this tells a matrix from its transpose}
  public boolean isOriented() {
    return rule.oriented;
  }

  /// {@return whether this is known to hold of an argument}
  public boolean isKnown(Expr argument) {
    return rule.known.test(argument) || (rule.even && rule.known.test(Algebra.neg(argument)));
  }

  /// {@return whether this is known to hold of any argument, against this other one}
  public boolean isKnownAgainst(Expr other) {
    return rule.against.test(other);
  }

  /// {@return the traits each of which guarantees this}
  public List<Trait> guarantees() {
    return rule.traits;
  }

  /// {@return the needs that imply this one}
  public List<Need> stronger() {
    return rule.stronger;
  }

  /// {@return the condition on an argument written as `argument`, for the function `name`}
  public String of(String argument, String name) {
    return of(argument, "", name);
  }

  /// {@return the condition on X where the function was given X'}
  public String ofColumns(String argument, String name) {
    String swapped =
        rule.text.replace("row", "\0").replace("column", "row").replace("\0", "column");
    return written(swapped, argument, "", name);
  }

  /// {@return the condition on two arguments}
  public String of(String argument, String other, String name) {
    return written(rule.text, argument, other, name);
  }

  private String written(String text, String argument, String other, String name) {
    String condition = text.formatted(argument, other);
    return this == KINK ? condition + " (" + name + ")" : condition;
  }
}
