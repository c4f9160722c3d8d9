package org.frechet.diff;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Integrals;
import org.frechet.expr.Node;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.function.Elementwise;
import org.frechet.function.Function;
import org.frechet.shape.Problem;

/// The differential: for every shared subexpression, in order, its first-order change as an
/// expression linear in the increments. Shared parts stay shared, so the result has at most a
/// constant times the nodes of the function.
public final class Differential {
  private final Map<Expr, Expr> changes = new IdentityHashMap<>();

  private final Rules rules;

  private Differential(Map<Expr, Expr> increments, Rules rules) {
    changes.putAll(increments);
    this.rules = rules;
  }

  /// Which form of a differential is used where a function has two.
  public enum Rules {
    /// Short, but it may divide by zero at singular arguments.
    TEXTBOOK,
    /// Valid wherever the function is differentiable.
    EVERYWHERE
  }

  /// {@return the differential of `f` when `variable` changes by its increment}
  public static Expr of(Expr f, Expr variable) {
    return of(f, variable, Rules.TEXTBOOK);
  }

  /// {@return the differential of `f` when `variable` changes by its increment}
  public static Expr of(Expr f, Expr variable, Rules rules) {
    return of(f, Map.of(variable, Algebra.increment(variable)), rules);
  }

  /// {@return the total differential of `f` for the given increments of its variables}
  public static Expr of(Expr f, Map<Expr, Expr> increments) {
    return of(f, increments, Rules.TEXTBOOK);
  }

  private static Expr of(Expr f, Map<Expr, Expr> increments, Rules rules) {
    var d = new Differential(increments, rules);
    Set<Expr> dependent = Traversal.dependents(f, increments.keySet());
    for (Expr e : Traversal.topological(f)) {
      if (dependent.contains(e) && !increments.containsKey(e)) {
        d.changes.put(e, d.change(e));
      }
    }
    return d.changeOf(f);
  }

  /// {@return the differential of `e` where its operands change by these increments} One step of
  /// the chain rule; operands without an increment do not change.
  public static Expr step(Expr e, Map<Expr, Expr> increments) {
    var d = new Differential(increments, Rules.TEXTBOOK);
    return d.change(e);
  }

  private Expr changeOf(Expr e) {
    Expr change = changes.get(e);
    return change == null ? Algebra.zeros(e.shape()) : change;
  }

  private boolean moves(Expr e) {
    Expr change = changes.get(e);
    return change != null && !change.isZero();
  }

  private Expr change(Expr e) {
    return switch (e.node()) {
      case Node.Num _,
          Node.Constant _,
          Node.Size _,
          Node.Var _,
          Node.Increment _,
          Node.Bound _,
          Node.Fill _ ->
          Algebra.zeros(e.shape());
      case Node.Stop _ -> Algebra.zeros(e.shape());
      case Node.Add a -> Algebra.add(a.terms().stream().map(this::changeOf).toList());
      case Node.Prod p ->
          Algebra.scale(p.coefficient(), productRule(e, Traversal.children(p), Algebra::mul));
      case Node.Hadamard h -> productRule(e, h.factors(), Algebra::hadamard);
      case Node.Pow p -> power(e, p.base(), p.exponent());
      case Node.Transpose t -> changeOf(t.of()).transpose();
      case Node.Apply a -> apply(e, (Function) a.operator(), a.arguments());
      case Node.Slice s -> Selection.slice(changeOf(s.of()), s.rows(), s.cols());
      case Node.Block b ->
          Algebra.block(
              b.rows().stream().map(row -> row.stream().map(this::changeOf).toList()).toList());
      case Node.IndexSum s -> Selection.sum(s.index(), changeOf(s.body()));
      case Node.Integral i -> integral(i);
    };
  }

  /// The rule of Leibniz: d∫ₐᵇ f(t) dt = ∫ₐᵇ df(t) dt + f(b) db − f(a) da.
  private Expr integral(Node.Integral i) {
    requireFixedJumps(i);
    var terms = new ArrayList<Expr>();
    terms.add(Integrals.of(i.variable(), changeOf(i.body()), i.from(), i.to()));
    if (moves(i.to())) {
      terms.add(Algebra.mul(changeOf(i.to()), Integrals.at(i, i.to())));
    }
    if (moves(i.from())) {
      terms.add(Algebra.neg(Algebra.mul(changeOf(i.from()), Integrals.at(i, i.from()))));
    }
    return Algebra.add(terms);
  }

  /// A jump of the integrand at a place that moves contributes to the derivative, and the rule of
  /// Leibniz does not see it.
  private void requireFixedJumps(Node.Integral i) {
    Set<Expr> running = Traversal.dependents(i.body(), List.of(i.variable()));
    for (Expr e : Traversal.topological(i.body())) {
      if (e.node() instanceof Node.Apply a
          && ((Function) a.operator()).isStaircase(a.arguments(), e)
          && a.arguments().stream().anyMatch(x -> running.contains(x) && changes.containsKey(x))) {
        throw Problem.of(
                Problem.Code.UNSUPPORTED,
                "the integrand jumps (%s) at a place that moves with the variable"
                    .formatted(a.operator().name()))
            .hint("split the integral at the jump, or derive by the limits")
            .refusal();
      }
    }
  }

  /// d(ABC) = dA BC + A dB C + AB dC, for either product.
  private Expr productRule(
      Expr e, List<Expr> factors, java.util.function.Function<List<Expr>, Expr> product) {
    var terms = new ArrayList<Expr>();
    terms.add(Algebra.zeros(e.shape()));
    for (int i = 0; i < factors.size(); i++) {
      if (moves(factors.get(i))) {
        var term = new ArrayList<>(factors);
        term.set(i, changeOf(factors.get(i)));
        terms.add(product.apply(term));
      }
    }
    return Algebra.add(terms);
  }

  /// d(b^x) = x b^(x−1) db + b^x log(b) dx.
  private Expr power(Expr e, Expr base, Expr exponent) {
    var terms = new ArrayList<Expr>();
    terms.add(Algebra.zeros(e.shape()));
    if (moves(base)) {
      Expr less = Algebra.pow(base, Algebra.sub(exponent, Algebra.ones(exponent.shape())));
      terms.add(Algebra.hadamard(exponent, less, changeOf(base)));
    }
    if (moves(exponent)) {
      terms.add(Algebra.hadamard(e, Elementwise.log(base), changeOf(exponent)));
    }
    return Algebra.add(terms);
  }

  private Expr apply(Expr e, Function f, List<Expr> arguments) {
    if (f.elementwise()) {
      Expr x = arguments.getFirst();
      if (!moves(x)) {
        return Algebra.zeros(e.shape());
      }
      Expr slope = f.slope().orElseThrow(() -> refusal("the derivative of " + f.name())).of(x, e);
      return Algebra.hadamard(slope, changeOf(x));
    }
    Optional<Function.Differential> rule =
        rules == Rules.EVERYWHERE ? f.everywhere().or(f::differential) : f.differential();
    if (rule.isPresent()) {
      return rule.get().of(arguments, arguments.stream().map(this::changeOf).toList(), e);
    }
    var terms = new ArrayList<Expr>();
    terms.add(Algebra.zeros(e.shape()));
    for (int i = 0; i < arguments.size(); i++) {
      if (moves(arguments.get(i))) {
        if (f.linearIn(i).isEmpty()) {
          throw refusal("the derivative of " + f.name() + " by argument " + (i + 1));
        }
        var changed = new ArrayList<>(arguments);
        changed.set(i, changeOf(arguments.get(i)));
        terms.addAll(spread(f, changed, i));
      }
    }
    return Algebra.add(terms);
  }

  /// A scalar-valued linear function of a sum, as the sum of its values: equal ones merge, as the
  /// three terms of d tr(X³) do.
  private static List<Expr> spread(Function f, List<Expr> arguments, int i) {
    if (!(arguments.get(i).node() instanceof Node.Add a) || !f.shape(arguments).isScalar()) {
      return List.of(f.canonical(arguments));
    }
    var values = new ArrayList<Expr>();
    for (Expr term : a.terms()) {
      var one = new ArrayList<>(arguments);
      one.set(i, term);
      values.add(f.canonical(one));
    }
    return values;
  }

  private static RuntimeException refusal(String what) {
    return Problem.of(Problem.Code.UNSUPPORTED, what + " is not available yet").refusal();
  }
}
