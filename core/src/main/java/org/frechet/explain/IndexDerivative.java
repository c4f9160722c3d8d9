package org.frechet.explain;

import static org.frechet.explain.IndexTerm.ONE;
import static org.frechet.explain.IndexTerm.ZERO;
import static org.frechet.explain.IndexTerm.number;
import static org.frechet.explain.IndexTerm.product;
import static org.frechet.explain.IndexTranslation.ALL;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.frechet.diff.Differential;
import org.frechet.explain.IndexTerm.Applied;
import org.frechet.explain.IndexTerm.Entry;
import org.frechet.explain.IndexTerm.Over;
import org.frechet.explain.IndexTerm.Partial;
import org.frechet.explain.IndexTerm.Power;
import org.frechet.explain.IndexTerm.Product;
import org.frechet.explain.IndexTranslation.Factor;
import org.frechet.explain.IndexTranslation.Factored;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.function.Elementwise;
import org.frechet.function.Function;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;

/// The derivative of an entry by an entry of the variable, one rule at a time.
final class IndexDerivative {
  private final Expr variable;
  private final IndexTranslation translation;
  private final List<Pick> places;

  IndexDerivative(Expr variable, IndexTranslation translation, List<Pick> places) {
    this.variable = variable;
    this.translation = translation;
    this.places = places;
  }

  /// {@return the entry of the variable by which is differentiated}
  IndexTerm by() {
    return new Entry(variable, places.getFirst(), places.getLast());
  }

  /// {@return the term with some of the derivatives in it worked out by one rule each}
  IndexTerm expanded(IndexTerm t, Predicate<Partial> which, Set<String> scope) {
    return switch (t) {
      case Partial p when which.test(p) -> step(p.of(), p.row(), p.col(), scope);
      case Over(Index i, IndexTerm body) ->
          IndexTerm.over(i, expanded(body, which, IndexTranslation.with(scope, List.of(i))));
      case Entry _, IndexTerm.Delta _, Product _, IndexTerm.Sum _ ->
          t.with(x -> expanded(x, which, scope));
      case Applied _, Power _, Partial _ -> t;
    };
  }

  /// {@return the derivative of an entry, to be worked out; zero of what is constant}
  IndexTerm partial(Expr e, Pick r, Pick c, Set<String> scope) {
    if (!translation.moves(e)) {
      return ZERO;
    }
    if (e.node() instanceof Node.Transpose(Expr of)) {
      return partial(of, c, r, scope);
    }
    if (e.node() instanceof Node.Slice s && IndexTranslation.isPoint(s, r, c)) {
      Pick row = IndexTranslation.within(s.rows(), r);
      return partial(s.of(), row, IndexTranslation.within(s.cols(), c), scope);
    }
    if (e.isScalar() && e == variable) {
      return ONE;
    }
    if (!IndexTranslation.free(e).isEmpty()) { // the sum it stands under was in the function
      return expandedAll(step(e, r, c, scope), scope);
    }
    return new Partial(e, r, c, translation.entry(e, r, c, scope), by());
  }

  IndexTerm expandedAll(IndexTerm t, Set<String> scope) {
    IndexTerm now = t;
    while (now.isOpen()) {
      now = expanded(now, _ -> true, scope);
    }
    return now;
  }

  private IndexTerm step(Expr e, Pick r, Pick c, Set<String> scope) {
    if (e == variable) {
      Pick k = places.getFirst();
      Pick l = places.getLast();
      return product(
          IndexTerm.delta(r, k, variable.shape().rows()),
          IndexTerm.delta(c, l, variable.shape().cols()));
    }
    return switch (e.node()) {
      case Node.Add a ->
          IndexTerm.sum(a.terms().stream().map(t -> partial(t, r, c, scope)).toList());
      case Node.Prod p ->
          product(number(p.coefficient()), products(translation.factored(p, r, c, scope), scope));
      case Node.Hadamard h ->
          products(
              new Factored(List.of(), h.factors().stream().map(f -> new Factor(f, r, c)).toList()),
              scope);
      case Node.Pow p when IndexTranslation.squared(p).isPresent() -> {
        Expr of = IndexTranslation.squared(p).get();
        var sums = new ArrayList<Index>();
        List<Pick> at = translation.all(of.shape(), scope, sums);
        Factor one = new Factor(of, at.getFirst(), at.getLast());
        yield products(new Factored(sums, List.of(one, one)), scope);
      }
      case Node.Pow p -> power(p, r, c, scope);
      case Node.Apply a -> apply(e, a, r, c, scope);
      case Node.IndexSum(Index i, Expr body) ->
          IndexTerm.over(i, partial(body, r, c, IndexTranslation.with(scope, List.of(i))));
      case Node.Transpose _, Node.Slice _ -> {
        IndexTerm inside = partial(e, r, c, scope);
        if (inside instanceof Partial p && p.of() == e) {
          throw refusal("a range of rows or columns");
        }
        yield inside;
      }
      case Node.Block b when IndexTranslation.isOfScalars(b) ->
          IndexTranslation.blocks(b, r, c, e.shape(), x -> partial(x, ALL, ALL, scope));
      case Node.Block _ -> throw refusal("a matrix that is put together of blocks");
      case Node.Integral _ -> throw refusal("an integral");
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> ZERO;
      case Node.Fill _, Node.Bound _, Node.Stop _ -> ZERO;
    };
  }

  /// The product rule; of n equal factors one counts n times.
  private IndexTerm products(Factored of, Set<String> scope) {
    Set<String> inner = IndexTranslation.with(scope, of.sums());
    Map<IndexTerm, Factor> distinct = new LinkedHashMap<>();
    Map<IndexTerm, Integer> counts = new HashMap<>();
    for (Factor f : of.factors()) {
      IndexTerm entry = translation.entry(f.of(), f.row(), f.col(), inner);
      distinct.putIfAbsent(entry, f);
      counts.merge(entry, 1, Integer::sum);
    }
    var terms = new ArrayList<IndexTerm>();
    distinct.forEach((entry, f) -> {
      int n = counts.getOrDefault(entry, 1);
      var factors = new ArrayList<IndexTerm>(List.of(number(Rational.of(n))));
      distinct
          .keySet()
          .forEach(other -> {
            int times = counts.getOrDefault(other, 1) - (other.equals(entry) ? 1 : 0);
            factors.add(IndexTerm.power(other, number(Rational.of(times))));
            if (other.equals(entry)) {
              factors.add(partial(f.of(), f.row(), f.col(), inner));
            }
          });
      terms.add(product(factors));
    });
    return IndexTranslation.summed(of.sums(), IndexTerm.sum(terms));
  }

  /// ∂(bˣ) = x bˣ⁻¹ ∂b + bˣ log(b) ∂x.
  private IndexTerm power(Node.Pow p, Pick r, Pick c, Set<String> scope) {
    boolean one = p.exponent().isScalar();
    Pick er = one ? ALL : r;
    Pick ec = one ? ALL : c;
    IndexTerm base = translation.entry(p.base(), r, c, scope);
    IndexTerm exponent = translation.entry(p.exponent(), er, ec, scope);
    IndexTerm less = IndexTerm.sum(List.of(exponent, number(Rational.MINUS_ONE)));
    var log = (Function) ((Node.Apply) Elementwise.log(hole()).node()).operator();
    return IndexTerm.sum(
        List.of(
            product(exponent, IndexTerm.power(base, less), partial(p.base(), r, c, scope)),
            product(
                IndexTerm.power(base, exponent),
                new Applied(log, false, base),
                partial(p.exponent(), er, ec, scope))));
  }

  private static Expr hole() {
    return Algebra.variable("(u)", org.frechet.shape.Shape.SCALAR);
  }

  private IndexTerm apply(Expr e, Node.Apply a, Pick r, Pick c, Set<String> scope) {
    var f = (Function) a.operator();
    if (f.elementwise()) {
      Expr x = a.arguments().getFirst();
      if (f.slope().isEmpty()) {
        throw refusal("the derivative of " + f.name());
      }
      var slope = new Applied(f, true, translation.entry(x, r, c, scope));
      return slope.flat() ? ZERO : product(number(slope.front()), slope, partial(x, r, c, scope));
    }
    return linear(e, a, r, c, scope).orElseGet(() -> declared(e, a, r, c, scope));
  }

  /// A linear function of what changes: the same function of the derivatives.
  private Optional<IndexTerm> linear(Expr e, Node.Apply a, Pick r, Pick c, Set<String> scope) {
    List<Expr> moving = a.arguments().stream().filter(translation::moves).distinct().toList();
    if (moving.size() != 1 || translation.weights(e, r, c).isEmpty()) {
      return Optional.empty();
    }
    Expr dx = increment(0, moving.getFirst());
    var changed = a.arguments().stream().map(x -> x == moving.getFirst() ? dx : x).toList();
    return inIncrements(
        ((Function) a.operator()).canonical(changed), Map.of(dx, moving.getFirst()), r, c, scope);
  }

  /// By the declared differential of the function, at the derivatives of its arguments.
  private IndexTerm declared(Expr e, Node.Apply a, Pick r, Pick c, Set<String> scope) {
    Map<Expr, Expr> changes = new HashMap<>();
    Map<Expr, Expr> of = new HashMap<>();
    for (Expr x : a.arguments()) {
      if (translation.moves(x) && !changes.containsKey(x)) {
        Expr dx = increment(of.size(), x);
        changes.put(x, dx);
        of.put(dx, x);
      }
    }
    return inIncrements(Differential.step(e, changes), of, r, c, scope)
        .orElseThrow(() -> refusal("the derivative of " + a.operator().name()));
  }

  /// The same each time, since the order of a sum may depend on its name.
  private static Expr increment(int number, Expr x) {
    return Algebra.heldIncrement("d(" + number + ")", x.shape());
  }

  /// {@return the entry of a change, with derivatives for the entries of increments; nothing where
  /// an increment stays inside a function}
  private Optional<IndexTerm> inIncrements(
      Expr change, Map<Expr, Expr> of, Pick r, Pick c, Set<String> scope) {
    IndexTerm whole = IndexCollapse.of(translation.entry(change, r, c, scope));
    IndexTerm t = translation.renamed(whole, scope);
    boolean inside =
        t.all()
            .anyMatch(x ->
                x instanceof Entry(Expr array, _, _)
                    && !of.containsKey(array)
                    && of.keySet().stream().anyMatch(d -> Traversal.contains(array, d)));
    return inside ? Optional.empty() : Optional.of(replaced(t, of, scope));
  }

  private IndexTerm replaced(IndexTerm t, Map<Expr, Expr> of, Set<String> scope) {
    if (t instanceof Entry(Expr array, Pick row, Pick col)) {
      Expr x = of.get(array);
      return x == null ? t : partial(x, row, col, scope);
    }
    var inner = new HashSet<>(scope);
    if (t instanceof Over(Index i, _)) {
      inner.add(i.name());
    }
    return t.with(p -> replaced(p, of, inner));
  }

  static Refusal refusal(String what) {
    return Problem.of(
            Problem.Code.UNSUPPORTED, what + " cannot be written with sums over indices here")
        .hint("derive by the method differential, which keeps matrices whole")
        .refusal();
  }
}
