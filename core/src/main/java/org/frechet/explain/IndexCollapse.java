package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.explain.IndexTerm.Applied;
import org.frechet.explain.IndexTerm.Delta;
import org.frechet.explain.IndexTerm.Entry;
import org.frechet.explain.IndexTerm.Over;
import org.frechet.explain.IndexTerm.Partial;
import org.frechet.explain.IndexTerm.Power;
import org.frechet.explain.IndexTerm.Product;
import org.frechet.explain.IndexTerm.Sum;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;

/// `Σⱼ Aᵢⱼ δⱼₖ = Aᵢₖ`: of a sum over an index of a delta only one term is left.
final class IndexCollapse {
  private IndexCollapse() {}

  /// {@return the term where no delta can be summed over}
  static IndexTerm of(IndexTerm t) {
    IndexTerm now = t;
    for (Optional<IndexTerm> next = once(now); next.isPresent(); next = once(now)) {
      now = next.get();
    }
    return now;
  }

  /// {@return the term with one sum less, if there is one over a delta}
  static Optional<IndexTerm> once(IndexTerm t) {
    IndexTerm ready = settled(t);
    IndexTerm next = collapsed(ready, new boolean[1]);
    return next.equals(ready) ? Optional.empty() : Optional.of(settled(next));
  }

  private static IndexTerm collapsed(IndexTerm t, boolean[] done) {
    if (done[0]) {
      return t;
    }
    IndexTerm inner = t.with(p -> collapsed(p, done));
    if (done[0] || !(inner instanceof Over(Index index, IndexTerm body))) {
      return inner;
    }
    for (IndexTerm f : factors(body)) {
      if (f instanceof Delta d && f.has(index)) {
        Pick at = new Pick.At(index);
        Pick place = d.one().equals(at) ? d.other() : d.one();
        done[0] = true;
        return body.at(index, place); // the delta itself becomes one
      }
    }
    return inner;
  }

  private static List<IndexTerm> factors(IndexTerm t) {
    return t instanceof Product p ? p.factors() : List.of(t);
  }

  /// {@return the term where each delta stands directly below the sum over its index}
  private static IndexTerm settled(IndexTerm t) {
    return switch (t.with(IndexCollapse::settled)) {
      case Over(Index index, Sum(List<IndexTerm> terms))
          when terms.stream().anyMatch(IndexCollapse::hasDelta) ->
          IndexTerm.sum(terms.stream().map(x -> settled(IndexTerm.over(index, x))).toList());
      case Over(Index index, IndexTerm body) -> outside(index, body);
      case Product p when p.factors().stream().anyMatch(f -> f instanceof Sum && hasDelta(f)) ->
          distributed(p);
      case Entry e -> e;
      case Delta d -> d;
      case Partial p -> p;
      case Product p -> p;
      case Sum s -> s;
      case Applied a -> a;
      case Power p -> p;
    };
  }

  /// A delta without the index stands before the sum.
  private static IndexTerm outside(Index index, IndexTerm body) {
    var before = new ArrayList<IndexTerm>();
    var inside = new ArrayList<IndexTerm>(List.of(IndexTerm.number(IndexTerm.coefficient(body))));
    for (IndexTerm f : factors(body)) {
      (f instanceof Delta && !f.has(index) ? before : inside).add(f);
    }
    before.add(IndexTerm.over(index, IndexTerm.product(inside)));
    return IndexTerm.product(before);
  }

  private static IndexTerm distributed(Product p) {
    for (IndexTerm f : p.factors()) {
      if (f instanceof Sum(List<IndexTerm> terms) && hasDelta(f)) {
        var sum = new ArrayList<IndexTerm>();
        for (IndexTerm term : terms) {
          var factors = new ArrayList<>(List.of(IndexTerm.number(p.coefficient())));
          p.factors().forEach(g -> factors.add(g == f ? term : g));
          sum.add(settled(IndexTerm.product(factors)));
        }
        return IndexTerm.sum(sum);
      }
    }
    return p;
  }

  private static boolean hasDelta(IndexTerm t) {
    return t.all().anyMatch(x -> x instanceof Delta);
  }
}
