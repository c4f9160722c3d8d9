package org.frechet.explain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.frechet.explain.Term.Inner;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// What an expression becomes where the variable is moved by an increment, sorted by order in it.
/// The parts of order zero and one are exact; a part of a higher order k vanishes as fast as
/// `‖dX‖^k`, and may contain the increment in further places, as (X + dX)⁻¹ does.
///
/// @param shape of every part
/// @param parts the sum of the terms of each order, none of them zero
/// @param pairings terms that are written as inner products
record ByOrder(Shape shape, SortedMap<Integer, Expr> parts, Map<Expr, Inner> pairings)
    implements Phrase {
  ByOrder {
    pairings = Map.copyOf(pairings);
    var some = new TreeMap<>(parts);
    some.values().removeIf(Expr::isZero);
    parts = Collections.unmodifiableSortedMap(some);
  }

  ByOrder(Shape shape, SortedMap<Integer, Expr> parts) {
    this(shape, parts, Map.of());
  }

  /// {@return what does not move}
  static ByOrder fixed(Expr e) {
    return new ByOrder(e.shape(), new TreeMap<>(Map.of(0, e)));
  }

  /// {@return the part of one order}
  Expr part(int order) {
    return parts.getOrDefault(order, Algebra.zeros(shape));
  }

  /// {@return the parts of this order and higher ones}
  ByOrder from(int order) {
    return new ByOrder(shape, parts.tailMap(order), pairings);
  }

  /// {@return the parts of this order and lower ones}
  ByOrder until(int order) {
    return new ByOrder(shape, parts.headMap(order + 1), pairings);
  }

  Expr value() {
    var all = new ArrayList<Expr>();
    all.add(Algebra.zeros(shape));
    all.addAll(parts.values());
    return Algebra.add(all);
  }

  /// {@return the number of terms that are written}
  int terms() {
    return parts.values().stream().mapToInt(e -> termsOf(e).size()).sum();
  }

  long weight() {
    return parts.values().stream().mapToLong(Expr::weight).sum();
  }

  static List<Expr> termsOf(Expr e) {
    return e.node() instanceof Node.Add a ? a.terms() : List.of(e);
  }

  /// {@return the sum}
  ByOrder plus(ByOrder other) {
    var sum = new TreeMap<>(parts);
    other.parts.forEach((k, e) -> sum.merge(k, e, Algebra::add));
    var all = new HashMap<>(pairings);
    all.putAll(other.pairings);
    return new ByOrder(shape, sum, all);
  }

  /// {@return a multiple, by a scalar that does not move}
  ByOrder scaled(Expr scalar) {
    var all = new HashMap<Expr, Inner>();
    pairings.forEach((e, p) ->
        all.put(
            Algebra.mul(scalar, e), new Inner(Algebra.mul(scalar, p.cotangent()), p.factors())));
    ByOrder multiple = map(e -> Algebra.mul(scalar, e));
    return new ByOrder(multiple.shape, multiple.parts, all);
  }

  /// {@return the image under a linear map, term by term}
  ByOrder map(UnaryOperator<Expr> linear) {
    var images = new TreeMap<Integer, Expr>();
    Shape image = linear.apply(Algebra.zeros(shape)).shape();
    parts.forEach((k, e) -> images.put(k, image(linear, e)));
    return new ByOrder(image, images);
  }

  private static Expr image(UnaryOperator<Expr> linear, Expr e) {
    return Algebra.add(termsOf(e).stream().map(linear).toList());
  }

  /// {@return the product, whatever product it is}
  ByOrder times(ByOrder other, BinaryOperator<Expr> product) {
    var terms = new TreeMap<Integer, Expr>();
    parts.forEach((i, a) ->
        other.parts.forEach((j, b) -> terms.merge(i + j, product.apply(a, b), Algebra::add)));
    Shape image = product.apply(Algebra.zeros(shape), Algebra.zeros(other.shape)).shape();
    return new ByOrder(image, terms);
  }

  /// Lower orders first; terms of one order stand together, in parentheses after the first.
  @Override
  public Syntax syntax(Manner manner) {
    if (parts.isEmpty()) {
      return manner.show(Algebra.zeros(shape));
    }
    var groups = new ArrayList<>(parts.values());
    Syntax sum = group(groups.getFirst(), false, manner);
    for (Expr e : groups.subList(1, groups.size())) {
      boolean minus = termsOf(e).stream().allMatch(t -> Algebra.coefficient(t).signum() < 0);
      sum = Manner.binary(minus ? "-" : "+", sum, group(e, minus, manner));
    }
    return sum;
  }

  /// {@return the terms of one order, or their opposite}
  private Syntax group(Expr e, boolean opposite, Manner manner) {
    List<Expr> terms = termsOf(e);
    Expr sign = opposite ? Algebra.number(-1) : Algebra.ONE;
    if (terms.stream().noneMatch(pairings::containsKey)) {
      return PerturbationPhrases.show(Algebra.mul(sign, e), manner);
    }
    return new Term.Sum(terms.stream().map(t -> term(t, sign)).toList()).syntax(manner);
  }

  private Term term(Expr e, Expr sign) {
    Inner pairing = pairings.get(e);
    return pairing == null
        ? new Term.Plain(Algebra.mul(sign, e))
        : new Inner(Algebra.mul(sign, pairing.cotangent()), pairing.factors());
  }
}
