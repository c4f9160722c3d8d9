package org.frechet.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;

/// What determines the value of a function where no formula gives it: an equation between the value
/// and the arguments, such as `X*Y = I` for the inverse, to be differentiated on both sides.
///
/// @param letter what textbooks call the value
/// @param equation of the arguments and the unknowns
/// @param companions further unknowns, such as the eigenvector of an eigenvalue
/// @param facts equations that hold too; each is used from left to right
/// @param elimination what makes the differentials of the companions cancel
/// @param plain whether the function has a rule that nobody derives again in passing: the equation
///   is used only where there is no other
public record Definition(
    String letter,
    Equation equation,
    List<Companion> companions,
    List<Equation> facts,
    Optional<Elimination> elimination,
    boolean plain) {
  public Definition {
    companions = List.copyOf(companions);
    facts = List.copyOf(facts);
  }

  /// Two sides.
  public record Sides(Expr left, Expr right) {
    /// {@return the same operation on both sides}
    public Sides both(UnaryOperator<Expr> change) {
      return new Sides(change.apply(left), change.apply(right));
    }
  }

  /// An equation, given the arguments and the unknowns: the value, then its companions.
  public interface Equation {
    Sides of(List<Expr> arguments, List<Expr> unknowns);
  }

  /// An unknown besides the value, and what it is.
  public record Companion(String letter, Function.Form value) {}

  /// A linear operation on both sides.
  ///
  /// @param form of the unknowns and one side
  /// @param words what is done, with `%s` for the last companion: `multiply by %s′ from the left`
  public record Elimination(Form form, String words) {
    /// A linear function of a side.
    public interface Form {
      Expr of(List<Expr> unknowns, Expr side);
    }
  }

  /// An equation between one argument and the value.
  interface Plain {
    Sides of(Expr x, Expr y);
  }

  static Sides equal(Expr left, Expr right) {
    return new Sides(left, right);
  }

  static Definition of(String letter, Equation equation) {
    return new Definition(
        letter, equation, List.of(), List.of(), Optional.empty(), /* plain= */ false);
  }

  static Definition by(String letter, Plain equation) {
    return of(letter, plain(equation));
  }

  /// {@return what defines the inverse function of an elementwise function}
  static Definition inverse(UnaryOperator<Expr> f) {
    Plain equation = (x, y) -> equal(f.apply(y), x);
    return by("y", equation).fact(plain(equation));
  }

  /// {@return what defines the logarithm of a positive function}
  static Definition logarithm(UnaryOperator<Expr> f) {
    Plain equation = (x, y) -> equal(Elementwise.exp(y), f.apply(x));
    return by("y", equation).fact(plain(equation));
  }

  /// {@return what defines the power of each entry: y^q = x^p}
  public static Definition power(long p, long q) {
    Plain equation =
        p > 0
            ? (x, y) -> equal(Algebra.pow(y, q), Algebra.pow(x, p))
            : (x, y) ->
                equal(
                    Algebra.hadamard(Algebra.pow(y, q), Algebra.pow(x, -p)),
                    Algebra.ones(x.shape()));
    Definition power = by("y", equation);
    return q == 1 ? power.ifAlone() : power;
  }

  private static Equation plain(Plain equation) {
    return (x, y) -> equation.of(x.getFirst(), y.getFirst());
  }

  /// {@return the same, to be used only where nothing else is defined by an equation}
  Definition ifAlone() {
    return new Definition(letter, equation, companions, facts, elimination, /* plain= */ true);
  }

  Definition with(String name, UnaryOperator<Expr> value) {
    var all = new ArrayList<>(companions);
    all.add(new Companion(name, x -> value.apply(x.getFirst())));
    return new Definition(letter, equation, all, facts, elimination, plain);
  }

  Definition fact(Equation fact) {
    var all = new ArrayList<>(facts);
    all.add(fact);
    return new Definition(letter, equation, companions, all, elimination, plain);
  }

  /// {@return the definition of an inverse function whose slope f′(y) is known in terms of x}
  Definition slope(UnaryOperator<Expr> derivative, BinaryOperator<Expr> known) {
    return fact(plain((x, y) -> equal(derivative.apply(y), known.apply(x, y))));
  }

  Definition eliminating(String words, Elimination.Form form) {
    return new Definition(
        letter, equation, companions, facts, Optional.of(new Elimination(form, words)), plain);
  }
}
