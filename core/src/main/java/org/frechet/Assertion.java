package org.frechet;

import java.util.List;
import java.util.Set;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// One claim, of what kind it is.
sealed interface Assertion {
  /// {@return what is claimed}
  Syntax claimed();

  /// {@return from where to where it stands}
  Syntax.Span span();

  /// The derivative of a function.
  ///
  /// @param wrt innermost first
  record Derivative(Syntax function, List<Syntax> wrt, Syntax claimed, Syntax.Span span)
      implements Assertion {}

  /// The differential of a function, or its Fréchet map, in increments.
  ///
  /// @param moving the variables that move; if empty, all
  record Differential(
      Syntax function, Set<String> moving, Syntax claimed, String kind, Syntax.Span span)
      implements Assertion {}

  /// @param moving the variables that move in differentials; if empty, all
  record Identity(Syntax left, Set<String> moving, Syntax claimed, Syntax.Span span)
      implements Assertion {}

  /// What solves an equation, or makes a function least.
  ///
  /// @param problem `solve(L == R, V)`, `argmin(F, V)`, `argmax(F, V)`
  record Solved(Syntax.Call problem, Syntax claimed, Syntax.Span span) implements Assertion {}

  record Compared(Syntax left, Relation.Sign sign, Syntax claimed, Syntax.Span span)
      implements Assertion {}

  record Shaped(Syntax claimed, Declaration shape, Syntax.Span span) implements Assertion {}
}
