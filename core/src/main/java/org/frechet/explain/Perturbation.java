package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import org.frechet.explain.Term.Inner;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Integrals;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;

/// Every part of a function where the variable is moved by a finite increment, exactly: sums and
/// products are multiplied out, inverses, quotients and roots have a remainder that contains their
/// moved value. No rule of differentiation is used.
final class Perturbation {
  private static final String TOO_LONG = "the expansion has too many terms to be written";

  /// Longer expansions are not written.
  private static final int MOST_TERMS = 40;

  private static final int HIGHEST_ORDER = 8;
  private static final long LARGEST = 3000;
  private static final int MOST_PRODUCTS = 40;
  private static final int HIGHEST_POWER = 6;

  private final Expr variable;
  private final Set<Expr> moving;
  private final PerturbationRules rules;
  private final SequencedMap<Expr, ByOrder> expansions = new LinkedHashMap<>();
  private final Map<Expr, Expr> moved = new HashMap<>();
  private final Remainders remainders;
  private String obstacle = "";

  private Perturbation(Expr f, Expr variable) {
    this.variable = variable;
    this.moving = Traversal.dependents(f, List.of(variable));
    this.rules = new PerturbationRules(moving);
    this.remainders = new Remainders(this::shifted, new NormBounds(variable));
  }

  /// {@return the expansion of `f` and of the parts that it needs, as far as there is one}
  static Perturbation of(Expr f, Expr variable) {
    var p = new Perturbation(f, variable);
    try {
      if (f.weight() > LARGEST) {
        throw stopped(TOO_LONG);
      }
      p.at(f);
    } catch (Refusal r) {
      if (r.problem().code() != Problem.Code.UNSUPPORTED) {
        throw r;
      }
      p.obstacle = r.problem().message();
    }
    return p;
  }

  /// {@return what has no finite expansion, in words; empty if everything has one}
  String obstacle() {
    return obstacle;
  }

  /// {@return the bounds of what only occurs in remainders}
  NormBounds bounds() {
    return remainders.bounds();
  }

  /// {@return the arguments of inverse matrices, moved}
  List<ByOrder> inverted() {
    return remainders.inverted();
  }

  /// {@return which rules this takes}
  PerturbationRules rules() {
    return rules;
  }

  /// {@return the function and the parts of it that were expanded, inner ones first}
  SequencedSet<Expr> parts() {
    return expansions.sequencedKeySet();
  }

  private boolean moves(Expr e) {
    return moving.contains(e);
  }

  /// {@return the expression with the moved variable}
  Expr shifted(Expr e) {
    return moved.computeIfAbsent(
        e,
        u ->
            Traversal.substitute(
                u, Map.of(variable, Algebra.add(variable, Algebra.increment(variable)))));
  }

  /// {@return what a part becomes}
  ByOrder at(Expr e) {
    ByOrder known = expansions.get(e);
    if (known == null) {
      known = moves(e) ? expanded(e) : ByOrder.fixed(e);
      if (!isShort(known)) {
        throw stopped(TOO_LONG);
      }
      expansions.put(e, known);
    }
    return known;
  }

  private static boolean isShort(ByOrder expansion) {
    return expansion.terms() <= MOST_TERMS
        && expansion.from(HIGHEST_ORDER + 1).parts().isEmpty()
        && expansion.weight() <= LARGEST;
  }

  private static Refusal stopped(String why) {
    return Problem.of(Problem.Code.UNSUPPORTED, why).refusal();
  }

  private ByOrder expanded(Expr e) {
    return switch (e.node()) {
      case Node.Var _ ->
          new ByOrder(e.shape(), new TreeMap<>(Map.of(0, e, 1, Algebra.increment(e))));
      case Node.Add a -> a.terms().stream().map(this::at).reduce(ByOrder::plus).orElseThrow();
      case Node.Prod p -> product(p);
      case Node.Hadamard h -> quotient(h.factors(), Algebra::hadamard, rules::isReciprocal);
      case Node.Pow p -> power(e, p);
      case Node.Transpose t -> at(t.of()).map(Expr::transpose);
      case Node.Apply a -> apply(e, a, (Function) a.operator());
      case Node.Slice s -> at(s.of()).map(u -> Selection.slice(u, s.rows(), s.cols()));
      case Node.Block b -> block(e, b);
      case Node.IndexSum s -> at(s.body()).map(u -> Selection.sum(s.index(), u));
      case Node.Integral i -> {
        if (moves(i.from()) || moves(i.to())) {
          throw stopped("the limits of an integral move");
        }
        yield at(i.body()).map(u -> Integrals.of(i.variable(), u, i.from(), i.to()));
      }
      case Node.Stop _ -> throw stopped("what stands in sg(…) does not move");
      case Node.Num _, Node.Constant _, Node.Size _, Node.Increment _, Node.Fill _, Node.Bound _ ->
          ByOrder.fixed(e);
    };
  }

  /// A quotient of scalars times a chain of matrices.
  private ByOrder product(Node.Prod p) {
    var factors = new ArrayList<Expr>(p.scalars());
    factors.addAll(p.chain());
    List<Expr> several = factors.stream().filter(this::moves).toList();
    if (several.size() == 1
        && several.getFirst().isScalar()
        && !rules.isReciprocal(several.getFirst())) {
      factors.remove(several.getFirst());
      factors.add(Algebra.number(p.coefficient()));
      Expr scale = Algebra.mul(factors);
      ByOrder one = at(several.getFirst());
      return scale.isScalar() ? one.scaled(scale) : one.map(u -> Algebra.mul(u, scale));
    }
    ByOrder plain = quotient(factors, Algebra::mul, f -> f.isScalar() && rules.isReciprocal(f));
    return plain.map(u -> Algebra.scale(p.coefficient(), u));
  }

  /// Reciprocals that move are taken together: the remainder of a quotient is shorter than that of
  /// a product with a reciprocal.
  ///
  /// @param divides which factors are divisors; `X.^-1` in a product of matrices is none
  private ByOrder quotient(
      List<Expr> factors, BinaryOperator<Expr> product, Predicate<Expr> divides) {
    var over = new ArrayList<Expr>();
    var under = new ArrayList<Expr>();
    for (Expr f : factors) {
      if (divides.test(f)) {
        under.add(f);
      } else {
        over.add(f);
      }
    }
    if (under.isEmpty()) {
      return multiplied(over.stream().map(this::at).toList(), product);
    }
    ByOrder numerator =
        over.isEmpty()
            ? ByOrder.fixed(Algebra.ones(under.getFirst().shape()))
            : multiplied(over.stream().map(this::at).toList(), product);
    ByOrder denominator =
        under.stream().map(this::denominator).reduce((a, b) -> a.times(b, product)).orElseThrow();
    Expr d = under.stream().map(u -> Algebra.pow(u, -1)).reduce(product).orElseThrow();
    return remainders.quotient(numerator, denominator, d);
  }

  private ByOrder denominator(Expr reciprocal) {
    var p = (Node.Pow) reciprocal.node();
    Rational k = ((Node.Num) p.exponent().node()).value().negate();
    return raised(p.base(), k);
  }

  /// Every choice of one order for each factor, unless these are too many.
  private static ByOrder multiplied(List<ByOrder> factors, BinaryOperator<Expr> product) {
    long choices = 1;
    for (ByOrder f : factors) {
      choices = Math.min(MOST_PRODUCTS + 1, choices * Math.max(1, f.parts().size()));
    }
    if (choices > MOST_PRODUCTS || factors.size() == 1) {
      return factors.stream().reduce((a, b) -> a.times(b, product)).orElseThrow();
    }
    record Choice(int order, List<Expr> factors) {}
    List<Choice> all = List.of(new Choice(0, List.of()));
    for (ByOrder f : factors) {
      var longer = new ArrayList<Choice>();
      for (Choice c : all) {
        f.parts()
            .forEach((k, e) -> {
              var next = new ArrayList<>(c.factors);
              next.add(e);
              longer.add(new Choice(c.order + k, next));
            });
      }
      all = longer;
    }
    var terms = new TreeMap<Integer, Expr>();
    for (Choice c : all) {
      terms.merge(c.order, c.factors.stream().reduce(product).orElseThrow(), Algebra::add);
    }
    return new ByOrder(terms.firstEntry().getValue().shape(), terms);
  }

  private ByOrder power(Expr e, Node.Pow p) {
    if (moves(p.exponent()) || !(p.exponent().node() instanceof Node.Num(Rational k))) {
      throw noExpansion("a power with this exponent");
    }
    return k.signum() < 0
        ? quotient(List.of(e), Algebra::hadamard, rules::isReciprocal)
        : raised(p.base(), k);
  }

  /// {@return a positive power, elementwise}
  private ByOrder raised(Expr base, Rational k) {
    if (k.isInteger() && k.compareTo(Rational.of(HIGHEST_POWER)) <= 0) {
      boolean even = k.intValue() % 2 == 0;
      return Expansion.isNorm(base) && even
          ? repeated(square(base), k.intValue() / 2)
          : repeated(at(base), k.intValue());
    }
    if (k.equals(Rational.HALF)) {
      return remainders.root(at(base), Algebra.pow(base, Algebra.HALF), Optional.empty());
    }
    throw noExpansion("a power with this exponent");
  }

  private static ByOrder repeated(ByOrder base, int k) {
    ByOrder power = base;
    for (int i = 1; i < k; i++) {
      power = power.times(base, Algebra::hadamard);
    }
    return power;
  }

  /// {@return ‖E + E₁ + …‖² = ‖E‖² + 2⟨E, E₁⟩ + ‖E₁‖² + … for a norm with a square}
  private ByOrder square(Expr norm) {
    var a = (Node.Apply) norm.node();
    var f = (Function) a.operator();
    Expr e = a.arguments().getFirst();
    var terms = new TreeMap<Integer, Expr>();
    var pairings = new HashMap<Expr, Inner>();
    SortedMap<Integer, Expr> parts = at(e).parts();
    parts.forEach((i, u) ->
        parts
            .tailMap(i)
            .forEach((j, v) -> {
              Expr term = i.equals(j) ? Algebra.pow(f.of(u), 2) : Expansion.polar(f, u, v);
              terms.merge(i + j, term, Algebra::add);
              if (!i.equals(j) && e.shape().isMatrix()) {
                pairings.put(term, Inner.of(Algebra.mul(Algebra.TWO, u), v));
              }
            }));
    return new ByOrder(norm.shape(), terms, pairings);
  }

  private ByOrder apply(Expr e, Node.Apply a, Function f) {
    List<Expr> arguments = a.arguments();
    if (f.inverts()) {
      return remainders.inverse(at(arguments.getFirst()), e);
    }
    if (Expansion.isNorm(e)) {
      return remainders.root(square(e), e, Optional.of(at(arguments.getFirst())));
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (moves(arguments.get(i)) && f.linearIn(i).isEmpty()) {
        throw noExpansion(f.name());
      }
    }
    return multilinear(e, f, arguments);
  }

  private static Refusal noExpansion(String what) {
    return stopped(what + " is not expanded in the increment");
  }

  private ByOrder multilinear(Expr e, Function f, List<Expr> arguments) {
    record Choice(int order, List<Expr> arguments) {}
    List<Choice> all = List.of(new Choice(0, List.of()));
    for (Expr x : arguments) {
      var longer = new ArrayList<Choice>();
      for (Choice c : all) {
        at(x)
            .parts()
            .forEach((k, part) ->
                (moves(x) ? ByOrder.termsOf(part) : List.of(part))
                    .forEach(term -> {
                      var next = new ArrayList<>(c.arguments);
                      next.add(term);
                      longer.add(new Choice(c.order + k, next));
                    }));
      }
      all = longer;
    }
    var terms = new TreeMap<Integer, Expr>();
    all.forEach(c -> terms.merge(c.order, f.canonical(c.arguments), Algebra::add));
    return new ByOrder(e.shape(), terms);
  }

  private ByOrder block(Expr e, Node.Block b) {
    var orders = new TreeSet<Integer>();
    b.rows().forEach(row -> row.forEach(cell -> orders.addAll(at(cell).parts().keySet())));
    var terms = new TreeMap<Integer, Expr>();
    for (int k : orders) {
      terms.put(
          k,
          Algebra.block(
              b.rows().stream()
                  .map(row -> row.stream().map(cell -> at(cell).part(k)).toList())
                  .toList()));
    }
    return new ByOrder(e.shape(), terms);
  }
}
