package org.frechet.explain;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.print.Presentation;
import org.frechet.print.Presentation.Style;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// How the phrases of a proof are written.
///
/// @param style for the input language or for typeset mathematics
/// @param pairing how inner products are written
/// @param sums the sums of the request, which keep their signs
/// @param held what the increments stand for, see [Held]
/// @param variables names with a meaning
/// @param names names for some expressions
public record Manner(
    Style style,
    Pairing pairing,
    Set<Expr> sums,
    Map<Expr, Expr> held,
    Set<String> variables,
    Map<Expr, String> names) {
  public Manner(
      Style style, Pairing pairing, Set<Expr> sums, Map<Expr, Expr> held, Set<String> variables) {
    this(style, pairing, sums, held, variables, Map.of());
  }

  /// {@return this manner, where some expressions are called by names}
  public Manner naming(Map<Expr, String> parts) {
    return new Manner(style, pairing, sums, held, variables, parts);
  }

  /// How ⟨A, B⟩ = tr(A'B) is written.
  public enum Pairing {
    /// Whichever is shorter.
    SHORTER,
    INNER,
    TRACE
  }

  /// {@return the tree of an expression} Increments are written as differentials.
  public Syntax show(Expr e) {
    Map<Expr, Syntax> standIns = new HashMap<>();
    for (Expr part : Traversal.topological(e)) {
      if (held.containsKey(part)) {
        standIns.put(part, differential(held.get(part)));
      } else if (names.containsKey(part)) {
        standIns.put(part, name(names.getOrDefault(part, "")));
      }
    }
    return Presentation.with(e, style, standIns, sums);
  }

  /// {@return whether the reader wrote this difference with the opposite signs}
  public boolean writesOtherwise(Expr difference) {
    return !sums.contains(difference) && sums.contains(Algebra.neg(difference));
  }

  /// {@return `d(u)`; in the input language `dX` for a variable}
  private Syntax differential(Expr u) {
    if (u.node() instanceof Node.Var v && style == Style.TEXT) {
      return new Syntax.Name("d" + v.name(), Span.NONE);
    }
    return differential(show(u));
  }

  /// {@return the differential of what is written}
  public Syntax differential(Syntax of) {
    return style == Style.TEXT && of instanceof Syntax.Name(String name, _)
        ? new Syntax.Name("d" + name, Span.NONE)
        : call(variables.contains("d") ? "δ" : "d", of);
  }

  /// {@return a call of a function, `∂f/∂X` for `diff(f, X)`}
  public static Syntax call(String name, Syntax... arguments) {
    return new Syntax.Call(name, java.util.List.of(arguments), Span.NONE, Span.NONE);
  }

  /// {@return the value of a function that has only a name: f(X), not an entry of f}
  public Syntax applied(String name, Syntax... arguments) {
    return style == Style.TYPESET
        ? Presentation.called(name, java.util.List.of(arguments))
        : call(name, arguments);
  }

  public static Syntax name(String name) {
    return new Syntax.Name(name, Span.NONE);
  }

  public static Syntax binary(String operator, Syntax left, Syntax right) {
    return new Syntax.Binary(operator, left, right, Span.NONE, Span.NONE);
  }
}
