package org.frechet.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Operator;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;

/// A rewriting law: where `left` matches, `right` may stand. Both sides have one shape for all
/// sizes; the type checker proves it when the law is compiled.
public record Law(String name, String text, String reason, Expr left, Expr right) {
  private static final int MOST_UNITS = 4;
  private static final int MOST_TERMS = 24;

  /// {@return the expression with this law applied at its root, if the law fits there} Inside sums
  /// and products the law may take some of the operands; the others stay.
  public Optional<Expr> apply(Expr e) {
    return switch (left.node()) {
      case Node.Add a ->
          e.node() instanceof Node.Add b
              ? sum(a.terms(), right, b.terms())
                  .or(() -> opposite(a.terms(), b.terms()))
                  .or(() -> ofMultiples(a.terms(), b.terms()))
              : Optional.empty();
      case Node.Hadamard h ->
          e.node() instanceof Node.Hadamard g && mayFit(h.factors(), g.factors())
              ? Match.EMPTY
                  .some(h.factors(), units(g.factors()))
                  .map(part -> {
                    var factors = new ArrayList<>(part.rest());
                    factors.add(part.match().instantiate(right));
                    return Algebra.hadamard(factors);
                  })
              : Optional.empty();
      case Node.Prod p -> e.node() instanceof Node.Prod q ? product(p, q) : Optional.empty();
      case Node.Num _,
          Node.Constant _,
          Node.Size _,
          Node.Var _,
          Node.Increment _,
          Node.Bound _,
          Node.Fill _ ->
          Optional.empty();
      case Node.Pow _,
          Node.Transpose _,
          Node.Apply _,
          Node.Slice _,
          Node.Block _,
          Node.IndexSum _,
          Node.Integral _ ->
          Match.EMPTY.with(left, e).map(m -> m.instantiate(right));
      case Node.Stop _ -> Match.EMPTY.with(left, e).map(m -> m.instantiate(right));
    };
  }

  private static Optional<Expr> sum(List<Expr> patterns, Expr right, List<Expr> subjects) {
    return Match.EMPTY
        .some(patterns, subjects)
        .map(part -> {
          var terms = new ArrayList<>(part.rest());
          terms.add(part.match().instantiate(right));
          return Algebra.add(terms);
        });
  }

  /// Which sign a difference has inside a product, the order of terms decides.
  private Optional<Expr> opposite(List<Expr> patterns, List<Expr> subjects) {
    return patterns.stream().anyMatch(p -> Algebra.coefficient(p).signum() < 0)
        ? sum(patterns.stream().map(Algebra::neg).toList(), Algebra.neg(right), subjects)
        : Optional.empty();
  }

  /// A law of two scalar terms where both are multiplied by the same: `r^2*sin(t)^2 +
  /// r^2*cos(t)^2`.
  private Optional<Expr> ofMultiples(List<Expr> patterns, List<Expr> terms) {
    if (patterns.size() != 2 || !left.isScalar() || terms.size() > MOST_TERMS) {
      return Optional.empty();
    }
    for (Expr term : terms) {
      if (term.node() instanceof Node.Prod p && p.chain().isEmpty()) {
        for (Expr factor : p.scalars()) {
          for (Expr pattern : patterns) {
            Rational c = Algebra.coefficient(pattern);
            Expr plain = Algebra.scale(c.inverse(), pattern);
            Optional<Expr> sum =
                plain == Algebra.ONE
                    ? Optional.empty()
                    : Match.EMPTY
                        .with(plain, factor)
                        .flatMap(m ->
                            ofMultiples(
                                patterns, pattern, m, term, Algebra.scale(c, factor), terms));
            if (sum.isPresent()) {
              return sum;
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Expr> ofMultiples(
      List<Expr> patterns, Expr pattern, Match m, Expr term, Expr factor, List<Expr> terms) {
    Expr multiplier = Algebra.div(term, factor);
    Expr other = patterns.getFirst() == pattern ? patterns.getLast() : patterns.getFirst();
    if (!m.variables().keySet().containsAll(Traversal.variables(other).values())) {
      return Optional.empty();
    }
    Expr partner = Algebra.mul(multiplier, m.instantiate(other));
    if (!terms.contains(partner)) {
      return Optional.empty();
    }
    var rest = new ArrayList<>(terms);
    rest.remove(term);
    rest.remove(partner);
    rest.add(Algebra.mul(multiplier, m.instantiate(right)));
    return Optional.of(Algebra.add(rest));
  }

  /// {@return whether the functions among the patterns are there at all} Most laws fail on this, so
  /// it comes before any matching.
  private static boolean mayFit(List<Expr> patterns, List<Expr> subjects) {
    for (Expr pattern : patterns) {
      if (pattern.node() instanceof Node.Apply a && !applies(a.operator(), subjects)) {
        return false;
      }
    }
    return true;
  }

  private static boolean applies(Operator f, List<Expr> subjects) {
    for (Expr s : subjects) {
      boolean here =
          switch (s.node()) {
            case Node.Apply a -> a.operator() == f;
            case Node.Pow p -> p.base().node() instanceof Node.Apply a && a.operator() == f;
            case Node.Hadamard h -> applies(f, h.factors());
            case Node.Num _,
                Node.Constant _,
                Node.Size _,
                Node.Var _,
                Node.Increment _,
                Node.Bound _ ->
                false;
            case Node.Fill _, Node.Add _, Node.Prod _, Node.Transpose _, Node.Slice _ -> false;
            case Node.Block _, Node.IndexSum _, Node.Integral _, Node.Stop _ -> false;
          };
      if (here) {
        return true;
      }
    }
    return false;
  }

  private Optional<Expr> product(Node.Prod p, Node.Prod q) {
    if (!mayFit(p.chain(), q.chain()) || (q.scalars().isEmpty() && !p.scalars().isEmpty())) {
      return Optional.empty();
    }
    Rational c = q.coefficient().times(p.coefficient().inverse());
    return Match.EMPTY
        .some(p.scalars(), p.scalars().isEmpty() ? q.scalars() : units(q.scalars()))
        .flatMap(part ->
            inChain(part.match(), p.chain(), q.chain())
                .or(() -> inEntries(part.match(), p.chain(), q.chain()))
                .map(chain -> {
                  var factors = new ArrayList<>(part.rest());
                  factors.addAll(chain);
                  return Algebra.scale(c, Algebra.mul(factors));
                }));
  }

  /// Integer powers written out, so that a law finds `1/s` in `1/s^2`.
  private static List<Expr> units(List<Expr> scalars) {
    var units = new ArrayList<Expr>();
    for (Expr s : scalars) {
      if (s.node() instanceof Node.Pow(Expr base, Expr x)
          && x.node() instanceof Node.Num n
          && n.value().isSmallInteger()
          && Math.abs(n.value().intValue()) <= MOST_UNITS) {
        int k = n.value().intValue();
        units.addAll(Collections.nCopies(Math.abs(k), Algebra.pow(base, Integer.signum(k))));
      } else {
        units.add(s);
      }
    }
    return units;
  }

  private Optional<List<Expr>> inChain(Match match, List<Expr> pattern, List<Expr> chain) {
    return match
        .chain(pattern, chain, false)
        .map(run -> {
          var links = new ArrayList<>(chain.subList(0, run.from()));
          links.add(run.match().instantiate(right));
          links.addAll(chain.subList(run.to(), chain.size()));
          return links;
        });
  }

  /// Scalars commute with elementwise products, so `s*p` is also found in `s*(p.*w)`.
  private Optional<List<Expr>> inEntries(Match match, List<Expr> pattern, List<Expr> chain) {
    if (pattern.size() != 1) {
      return Optional.empty();
    }
    for (int i = 0; i < chain.size(); i++) {
      if (chain.get(i).node() instanceof Node.Hadamard h) {
        int at = i;
        Optional<List<Expr>> found =
            match
                .some(pattern, units(h.factors()))
                .map(part -> {
                  var factors = new ArrayList<>(part.rest());
                  factors.add(part.match().instantiate(right));
                  var links = new ArrayList<>(chain);
                  links.set(at, Algebra.hadamard(factors));
                  return links;
                });
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}
