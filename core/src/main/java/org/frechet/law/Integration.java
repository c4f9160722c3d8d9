package org.frechet.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Integrals;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.function.Attributes;
import org.frechet.function.Elementwise;
import org.frechet.shape.Refusal;

/// Integrals in closed form: of polynomials, powers of linear functions, the functions of
/// [Antiderivative] of linear arguments, and products of these with polynomials, by parts.
///
/// A closed form is taken only where it is right whenever it has a value: an integral over a pole
/// has none, although the antiderivative has one at both ends.
public final class Integration {
  private static final int MOST_TERMS = 64;
  private static final int HIGHEST = 6;

  /// How much longer than the integral its closed form may be.
  private static final long LONGEST = 60;

  private final Expr t;
  private final Expr from;
  private final Expr to;
  private int parts = 12; // how often to integrate by parts

  private Integration(Expr t, Expr from, Expr to) {
    this.t = t;
    this.from = from;
    this.to = to;
  }

  /// {@return the value in closed form, or the integral itself}
  public static Expr of(Expr e, Node.Integral i) {
    try {
      return new Integration(i.variable(), i.from(), i.to())
          .integral(i.body())
          .map(Rewriter::simplify)
          .filter(v -> v.weight() <= e.weight() + LONGEST)
          .orElse(e);
    } catch (Refusal undefined) { // a division by zero at one of the ends
      return e;
    }
  }

  private boolean moves(Expr e) {
    return Integrals.isFree(e, t);
  }

  private Optional<Expr> integral(Expr e) {
    return switch (e.node()) {
      case Node.Add a -> all(a.terms());
      case Node.Block b -> block(b, Algebra.ONE);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Fill _ ->
          term(e);
      case Node.Bound _, Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Transpose _ -> term(e);
      case Node.Apply _, Node.Slice _, Node.IndexSum _, Node.Integral _, Node.Stop _ -> term(e);
    };
  }

  private Optional<Expr> all(List<Expr> terms) {
    var values = new ArrayList<Expr>();
    for (Expr term : terms) {
      Optional<Expr> value = integral(term);
      if (value.isEmpty()) {
        return value;
      }
      values.add(value.get());
    }
    return Optional.of(Algebra.add(values));
  }

  private Optional<Expr> block(Node.Block b, Expr scale) {
    var rows = new ArrayList<List<Expr>>();
    for (List<Expr> row : b.rows()) {
      var values = new ArrayList<Expr>();
      for (Expr entry : row) {
        Optional<Expr> value = integral(Algebra.mul(scale, entry));
        if (value.isEmpty()) {
          return value;
        }
        values.add(value.get());
      }
      rows.add(values);
    }
    return Optional.of(Algebra.block(rows));
  }

  /// Takes constant factors out, which is what the constructor of integrals does.
  private Optional<Expr> term(Expr e) {
    Expr whole = Integrals.of(t, e, from, to);
    for (Expr part : Traversal.topological(whole)) {
      if (part.node() instanceof Node.Integral i && i.variable() == t && isMine(i)) {
        Optional<Expr> value = core(i.body()).or(() -> expanded(i.body()));
        return value.map(v -> Traversal.substitute(whole, Map.of(part, v)));
      }
    }
    return Optional.of(whole); // a constant
  }

  private boolean isMine(Node.Integral i) {
    return i.from() == from && i.to() == to && moves(i.body());
  }

  private Optional<Expr> expanded(Expr e) {
    List<Expr> terms = expand(e);
    return terms.size() > 1 && terms.size() <= MOST_TERMS ? all(terms) : Optional.empty();
  }

  /// {@return the terms of the product multiplied out}
  private List<Expr> expand(Expr e) {
    if (!moves(e)) {
      return List.of(e);
    }
    if (e.node() instanceof Node.Add a) {
      return a.terms().stream().flatMap(x -> expand(x).stream()).toList();
    }
    if (e.node() instanceof Node.Prod p) {
      return products(Algebra.number(p.coefficient()), Traversal.children(p));
    }
    if (e.node() instanceof Node.Pow(Expr base, Expr k)
        && base.isScalar()
        && base.node() instanceof Node.Add
        && k.node() instanceof Node.Num n
        && n.value().isSmallInteger()
        && n.value().signum() > 0
        && n.value().intValue() <= HIGHEST) {
      return products(Algebra.ONE, java.util.Collections.nCopies(n.value().intValue(), base));
    }
    return List.of(e);
  }

  private List<Expr> products(Expr number, List<Expr> factors) {
    List<List<Expr>> products = List.of(List.of(number));
    for (Expr factor : factors) {
      List<Expr> terms = expand(factor);
      var longer = new ArrayList<List<Expr>>();
      for (List<Expr> product : products) {
        for (Expr term : terms) {
          var one = new ArrayList<>(product);
          one.add(term);
          longer.add(one);
        }
      }
      products = longer;
      if (products.size() > MOST_TERMS) {
        return List.of();
      }
    }
    Expr sum = Algebra.add(products.stream().map(Algebra::mul).toList());
    return sum.node() instanceof Node.Add a ? a.terms() : List.of(sum);
  }

  /// A product without constant factors: a power of t times one function.
  private Optional<Expr> core(Expr e) {
    if (e.node() instanceof Node.Prod p && p.chain().size() == 1 && !e.isScalar()) {
      Expr scale = Algebra.mul(p.scalars());
      return p.chain().getFirst().node() instanceof Node.Block b && moves(scale)
          ? block(b, scale)
          : Optional.empty();
    }
    var others = new ArrayList<Expr>();
    int degree = 0;
    for (Expr f : factors(e)) {
      Expr k = Algebra.exponent(f);
      boolean power =
          f == t
              || (Algebra.base(f) == t
                  && k.node() instanceof Node.Num n
                  && n.value().isSmallInteger()
                  && n.value().signum() > 0);
      if (power) {
        degree += f == t ? 1 : ((Node.Num) k.node()).value().intValue();
      } else {
        others.add(f);
      }
    }
    if (others.isEmpty()) {
      return Optional.of(
          between(Algebra.div(Algebra.pow(t, degree + 1L), Algebra.number(degree + 1L))));
    }
    Expr g = others.size() == 1 ? others.getFirst() : Algebra.mul(others);
    Optional<Expr> antiderivative = antiderivative(g);
    if (degree == 0) {
      return antiderivative.map(this::between).or(() -> logarithm(g));
    }
    int n = degree;
    return antiderivative.flatMap(f -> byParts(n, f));
  }

  private static List<Expr> factors(Expr e) {
    return e.node() instanceof Node.Prod p && p.chain().isEmpty() ? p.scalars() : List.of(e);
  }

  /// ∫ tⁿ f' dt = tⁿ f − n ∫ tⁿ⁻¹ f dt.
  private Optional<Expr> byParts(int n, Expr f) {
    if (parts-- <= 0) {
      return Optional.empty();
    }
    Expr rest = Algebra.mul(Algebra.number(n), Algebra.pow(t, n - 1L), f);
    List<Expr> terms = expand(rest);
    return all(terms).map(r -> Algebra.sub(between(Algebra.mul(Algebra.pow(t, n), f)), r));
  }

  private Expr between(Expr f) {
    return Algebra.sub(Integrals.substitute(f, t, to), Integrals.substitute(f, t, from));
  }

  private Optional<Expr> antiderivative(Expr g) {
    if (g.isScalar()
        && g.node() instanceof Node.Pow(Expr base, Expr k)
        && k.node() instanceof Node.Num n) {
      Optional<Expr> slope = slope(base);
      if (slope.isPresent()) {
        return power(base, n.value(), slope.get());
      }
    }
    for (Law law : Antiderivative.laws()) {
      Optional<Expr> f =
          Match.EMPTY.with(law.left(), g).flatMap(m -> instance(law, m)).or(() -> scaled(law, g));
      if (f.isPresent()) {
        return f;
      }
    }
    return Optional.empty();
  }

  /// F(αt + β)/α, where everything else that the pattern found is constant.
  private Optional<Expr> instance(Law law, Match m) {
    Expr u = Traversal.imageOf(Antiderivative.variable(), m.variables());
    boolean constant =
        m.variables().entrySet().stream()
            .noneMatch(v -> v.getKey() != Antiderivative.variable() && moves(v.getValue()));
    return constant
        ? slope(u).map(a -> Algebra.div(m.instantiate(law.right()), a))
        : Optional.empty();
  }

  /// (αt + β)^p to (αt + β)^(p+1)/(p+1)α. With a negative integer p there may be a pole in between
  /// unless the signs at the ends are known; any other power that is no integer exists at the ends
  /// only if it exists in between.
  private Optional<Expr> power(Expr base, Rational p, Expr slope) {
    boolean pole = p.isInteger() && p.signum() < 0;
    if (pole && !isPositive(base) && !isPositive(Algebra.neg(base))) {
      return Optional.empty();
    }
    Rational next = p.plus(Rational.ONE);
    if (next.isZero()) {
      return Optional.of(
          Algebra.div(Elementwise.log(isPositive(base) ? base : Algebra.neg(base)), slope));
    }
    return Optional.of(
        Algebra.div(
            Algebra.pow(base, Algebra.number(next)), Algebra.mul(Algebra.number(next), slope)));
  }

  private boolean isPositive(Expr linear) {
    return Attributes.isPositive(Integrals.substitute(linear, t, from))
        && Attributes.isPositive(Integrals.substitute(linear, t, to));
  }

  /// ∫ dt/(αt + β) is the logarithm of the quotient of the values at the ends over α: it has a
  /// value exactly where they have one sign, which is where no pole lies between.
  private Optional<Expr> logarithm(Expr g) {
    if (!g.isScalar() || Algebra.exponent(g) != Algebra.number(-1)) {
      return Optional.empty();
    }
    Expr base = Algebra.base(g);
    Expr ratio =
        Algebra.div(Integrals.substitute(base, t, to), Integrals.substitute(base, t, from));
    boolean undefined = ratio.node() instanceof Node.Num n && n.value().signum() <= 0;
    return undefined || ratio.isZero()
        ? Optional.empty()
        : slope(base).map(a -> Algebra.div(Elementwise.log(ratio), a));
  }

  /// {@return α of a linear function αt + β, to be divided by} It may not contain the variable of
  /// another integral, which may pass zero on its way: in ∫∫ exp(st) ds dt the quotient would have
  /// a gap that the integral has not.
  private Optional<Expr> slope(Expr u) {
    return coefficient(u)
        .filter(a ->
            Attributes.isPositive(a)
                || Traversal.topological(a).stream()
                    .noneMatch(x -> x.node() instanceof Node.Bound));
  }

  private Optional<Expr> coefficient(Expr u) {
    if (u == t) {
      return Optional.of(Algebra.ONE);
    }
    if (!moves(u) || !u.isScalar()) {
      return Optional.empty();
    }
    if (u.node() instanceof Node.Prod p && p.chain().isEmpty() && p.scalars().contains(t)) {
      Expr a = Algebra.div(u, t);
      return moves(a) ? Optional.empty() : Optional.of(a);
    }
    if (u.node() instanceof Node.Add a) {
      var slopes = new ArrayList<Expr>();
      for (Expr term : a.terms()) {
        Optional<Expr> slope = moves(term) ? coefficient(term) : Optional.of(Algebra.ZERO);
        if (slope.isEmpty()) {
          return slope;
        }
        slopes.add(slope.get());
      }
      Expr slope = Algebra.add(slopes);
      return slope.isZero() ? Optional.empty() : Optional.of(slope);
    }
    return Optional.empty();
  }

  /// For a pattern in t², such as (1 + t²)^p and exp(−t²): the function with c + at² in its place,
  /// where the signs of a and c are known.
  private Optional<Expr> scaled(Law law, Expr g) {
    boolean power = g.node() instanceof Node.Pow;
    Optional<Expr> argument =
        g.node() instanceof Node.Pow(Expr base, Expr k) && k.node() instanceof Node.Num
            ? Optional.of(base)
            : g.node() instanceof Node.Apply a && a.arguments().size() == 1
                ? Optional.of(a.arguments().getFirst())
                : Optional.empty();
    if (argument.isEmpty() || !g.isScalar() || !moves(argument.get())) {
      return Optional.empty();
    }
    Expr square = Algebra.pow(t, 2);
    var constants = new ArrayList<Expr>(List.of(Algebra.ZERO));
    var squares = new ArrayList<Expr>();
    List<Expr> terms =
        argument.get().node() instanceof Node.Add a ? a.terms() : List.of(argument.get());
    for (Expr term : terms) {
      (moves(term) ? squares : constants).add(moves(term) ? Algebra.div(term, square) : term);
    }
    Expr a = Algebra.add(squares);
    Expr c = power ? Algebra.add(constants) : Algebra.ONE;
    boolean positive = Attributes.isPositive(a);
    if (moves(a)
        || (!power && constants.size() > 1)
        || (!positive && !Attributes.isPositive(Algebra.neg(a)))
        || !Attributes.isPositive(c)) {
      return Optional.empty();
    }
    Expr unit = positive ? square : Algebra.neg(square);
    Expr inside = power ? Algebra.add(Algebra.ONE, unit) : unit;
    Expr pattern =
        Traversal.rebuild(
            g.node(),
            g.node() instanceof Node.Pow(Expr _, Expr k) ? List.of(inside, k) : List.of(inside));
    Expr left = Integrals.substitute(law.left(), Antiderivative.variable(), t);
    if (left != pattern) {
      return Optional.empty();
    }
    Expr s = Algebra.pow(Algebra.div(positive ? a : Algebra.neg(a), c), Algebra.HALF);
    Expr factor = power ? Algebra.pow(c, Algebra.exponent(g)) : Algebra.ONE;
    return Optional.of(
        Algebra.mul(
            factor,
            Algebra.pow(s, -1),
            Integrals.substitute(law.right(), Antiderivative.variable(), Algebra.mul(s, t))));
  }
}
