package org.frechet.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// The constructors of expressions. They keep canonical form by eight silent laws: nested sums and
/// products flatten; zeros and ones vanish; numbers fold; numeric factors come out; commuting
/// operands stand in [Order]; equal ones merge; transposes go inward and cancel; a scalar is its
/// transpose.
public final class Algebra {
  /// A sum with more terms than this stays whole inside another sum. Flattening all the way would
  /// cost quadratic time on residual networks, where every layer adds one term to the last sum.
  private static final int FLATTEN = 12;

  /// So does a sum that is larger than this.
  private static final long HEAVY = 3000;

  public static final Expr ZERO = number(0);
  public static final Expr ONE = number(1);
  public static final Expr TWO = number(2);
  public static final Expr HALF = number(Rational.HALF);

  private Algebra() {}

  public static Expr number(long value) {
    return number(Rational.of(value));
  }

  public static Expr number(Rational value) {
    return Expr.of(new Node.Num(value));
  }

  public static Expr pi() {
    return Expr.of(new Node.Constant("pi", Math.PI));
  }

  /// {@return the size as a scalar expression: a sum of products of named sizes}
  public static Expr size(Dim dim) {
    if (dim.isName()) {
      return Expr.of(new Node.Size(dim));
    }
    var terms = new ArrayList<Expr>();
    terms.add(ZERO);
    dim.terms()
        .forEach((names, coefficient) -> {
          List<Expr> sizes = names.stream().map(name -> size(Dim.of(name))).toList();
          terms.add(Products.of(Rational.of(coefficient, dim.denominator()), sizes));
        });
    return add(terms);
  }

  public static Expr variable(String name, Shape shape, Collection<Trait> traits) {
    return Expr.of(new Node.Var(name, shape, Trait.closure(traits)));
  }

  public static Expr variable(String name, Shape shape) {
    return variable(name, shape, Set.of());
  }

  /// {@return the increment of a variable: `dX` for `X`}
  public static Expr increment(Expr variable) {
    if (!(variable.node() instanceof Node.Var v)) {
      throw new IllegalArgumentException("not a variable: " + variable);
    }
    return Expr.of(new Node.Increment("d" + v.name(), v.shape()));
  }

  /// {@return an increment of this name, for a differential that is not worked out}
  public static Expr heldIncrement(String name, Shape shape) {
    return Expr.of(new Node.Increment(name, shape));
  }

  public static Expr zeros(Shape shape) {
    return fill(Node.Fill.Kind.ZEROS, shape.rows(), shape.cols());
  }

  public static Expr ones(Shape shape) {
    return fill(Node.Fill.Kind.ONES, shape.rows(), shape.cols());
  }

  public static Expr ones(Dim size) {
    return ones(Shape.vector(size));
  }

  public static Expr eye(Dim size) {
    return fill(Node.Fill.Kind.EYE, size, size);
  }

  /// {@return the commutation matrix K with `K*vec(A) = vec(A')` for A of `rows`×`cols`}
  public static Expr commutation(Dim rows, Dim cols) {
    return rows.isOne() || cols.isOne()
        ? eye(rows.times(cols))
        : Expr.of(new Node.Fill(Node.Fill.Kind.COMMUTATION, rows, cols));
  }

  /// {@return D with `D*vech(S) = vec(S)` for symmetric S of this size}
  public static Expr duplication(Dim size) {
    return size.isOne() ? ONE : Expr.of(new Node.Fill(Node.Fill.Kind.DUPLICATION, size, size));
  }

  /// {@return L with `L*vec(A) = vech(A)` for A of this size}
  public static Expr elimination(Dim size) {
    return size.isOne() ? ONE : Expr.of(new Node.Fill(Node.Fill.Kind.ELIMINATION, size, size));
  }

  private static Expr fill(Node.Fill.Kind kind, Dim rows, Dim cols) {
    if (rows.isOne() && cols.isOne()) {
      return kind == Node.Fill.Kind.ZEROS ? ZERO : ONE;
    }
    return Expr.of(new Node.Fill(kind, rows, cols));
  }

  static boolean isFill(Expr e, Node.Fill.Kind kind) {
    return e.node() instanceof Node.Fill f && f.kind() == kind;
  }

  public static boolean isOnes(Expr e) {
    return e == ONE || isFill(e, Node.Fill.Kind.ONES);
  }

  public static boolean isEye(Expr e) {
    return isFill(e, Node.Fill.Kind.EYE);
  }

  public static Expr add(Expr... terms) {
    return add(Arrays.asList(terms));
  }

  public static Expr sub(Expr a, Expr b) {
    return add(a, neg(b));
  }

  public static Expr neg(Expr e) {
    return Products.of(Rational.MINUS_ONE, List.of(e));
  }

  /// {@return the sum of terms of one shape} @throws org.frechet.shape.Refusal if the shapes differ
  public static Expr add(List<Expr> terms) {
    if (terms.size() == 1) {
      return terms.getFirst();
    }
    Shape shape = Types.shape(new Node.Add(List.copyOf(terms)));
    Map<Expr, Rational> coefficients = new LinkedHashMap<>();
    var constant = new Rational[] {Rational.ZERO};
    for (Expr term : terms) {
      collect(term, Rational.ONE, coefficients, constant);
    }
    coefficients.put(ONE, constant[0]);
    coefficients.values().removeIf(Rational::isZero);
    var parts = new ArrayList<>(coefficients.keySet());
    parts.sort(Order.BY_STRUCTURE); // not by coefficients, so that 2*(a - b) and 2*a - 2*b agree
    var sum = new ArrayList<Expr>();
    for (Expr part : parts) {
      sum.add(Products.scaled(coefficients.getOrDefault(part, Rational.ZERO), part));
    }
    return sum.isEmpty()
        ? zeros(shape)
        : sum.size() == 1 ? sum.getFirst() : Expr.of(new Node.Add(List.copyOf(sum)));
  }

  private static void collect(
      Expr term, Rational c, Map<Expr, Rational> into, Rational[] constant) {
    if (term.isZero()) {
      return;
    }
    if (term.node() instanceof Node.Num n) {
      constant[0] = constant[0].plus(n.value().times(c));
      return;
    }
    if (term.node() instanceof Node.Prod(Rational k, List<Expr> scalars, List<Expr> chain)
        && scalars.size() == 1
        && scalars.getFirst().node() instanceof Node.Add a
        && a.terms().size() <= FLATTEN
        && chain.size() == 1
        && isOnes(chain.getFirst())) { // a sum of scalars, added to every entry
      a.terms().forEach(t -> collect(mul(t, chain.getFirst()), c.times(k), into, constant));
      return;
    }
    if (term.node() instanceof Node.Add a
        && a.terms().size() <= FLATTEN
        && term.weight() <= HEAVY) {
      a.terms().forEach(t -> collect(t, c, into, constant));
      return;
    }
    Rational coefficient = Products.coefficient(term);
    into.merge(Products.withoutCoefficient(term), c.times(coefficient), Rational::plus);
  }

  /// {@return the product, where a scalar on either side scales}
  public static Expr mul(Expr... factors) {
    return Products.of(Rational.ONE, Arrays.asList(factors));
  }

  public static Expr mul(List<Expr> factors) {
    return Products.of(Rational.ONE, factors);
  }

  public static Expr scale(Rational c, Expr e) {
    return Products.of(c, List.of(e));
  }

  /// {@return a divided by the scalar b}
  public static Expr div(Expr a, Expr b) {
    return mul(a, pow(b, -1));
  }

  public static Expr hadamard(Expr... factors) {
    return hadamard(Arrays.asList(factors));
  }

  /// {@return the elementwise product; scalars scale}
  public static Expr hadamard(List<Expr> factors) {
    return Products.hadamard(factors);
  }

  public static Expr pow(Expr base, long exponent) {
    return pow(base, number(exponent));
  }

  /// {@return the elementwise power (of a scalar: the power)}
  public static Expr pow(Expr base, Expr exponent) {
    return Powers.of(base, exponent);
  }

  /// {@return b of a power `b.^x` with scalar x, also where the power stands transposed; else e}
  public static Expr base(Expr e) {
    return e.node() instanceof Node.Pow p && p.exponent().isScalar()
        ? p.base()
        : e.node() instanceof Node.Transpose(Expr of) && base(of) != of ? base(of).transpose() : e;
  }

  /// {@return x of a power `b.^x` with scalar x, also where the power stands transposed; else one}
  public static Expr exponent(Expr e) {
    return e.node() instanceof Node.Pow p && p.exponent().isScalar()
        ? p.exponent()
        : e.node() instanceof Node.Transpose(Expr of) ? exponent(of) : ONE;
  }

  /// {@return the application of a declared function, in canonical form}
  public static Expr apply(Operator operator, Expr... arguments) {
    return operator.canonical(Arrays.asList(arguments));
  }

  /// {@return the plain application node, for declarations that build their own canonical form}
  public static Expr plain(Operator operator, List<Expr> arguments) {
    return Expr.of(new Node.Apply(operator, List.copyOf(arguments)));
  }

  /// {@return an elementwise function applied on the orientation with fewer transposes}
  public static Expr elementwise(Operator operator, Expr argument) {
    Expr t = argument.transpose();
    return argument.isScalar() || !turn(argument, t)
        ? plain(operator, List.of(argument))
        : Expr.of(new Node.Transpose(plain(operator, List.of(t))));
  }

  /// {@return whether an elementwise operation should act on the transpose `t` and be turned after}
  static boolean turn(Expr e, Expr t) {
    // Signs apart: a power of A - A' would turn back and forth.
    return e.shape().isRow()
        || (e.shape().isMatrix()
            && !Order.prefers(
                List.of(Products.Primitive.of(e).part()),
                List.of(Products.Primitive.of(t).part())));
  }

  /// {@return whichever of two equivalent forms should be written}
  public static Expr preferred(Expr a, Expr b) {
    return Order.prefers(List.of(a), List.of(b)) ? a : b;
  }

  /// {@return the scalar factor s of `e = s*rest`: numbers and scalars of a product, the content of
  /// a sum; one for anything else}
  public static Expr scalarFactor(Expr e) {
    return e.node() instanceof Node.Prod p && !Products.isDot(p)
        ? Products.of(p.coefficient(), p.scalars())
        : number(Products.Primitive.of(e).content());
  }

  /// {@return the rest of `e = scalarFactor(e)*rest`}
  public static Expr withoutScalars(Expr e) {
    if (e.node() instanceof Node.Prod p && !Products.isDot(p)) {
      return p.chain().isEmpty() ? ONE : Products.of(Rational.ONE, p.chain());
    }
    return Products.Primitive.of(e).part();
  }

  /// {@return the rational factor of a term, one if it has none}
  public static Rational coefficient(Expr e) {
    return Products.coefficient(e);
  }

  /// {@return the factors of a matrix product without scalars; of anything else, itself}
  public static List<Expr> chain(Expr e) {
    return e.node() instanceof Node.Prod p && p.coefficient().isOne() && p.scalars().isEmpty()
        ? p.chain()
        : List.of(e);
  }

  static Expr plainTranspose(Expr e) {
    return Expr.of(new Node.Transpose(e));
  }

  /// {@return the transpose as a node of its own, for declarations with no better form}
  public static Expr transposeNode(Operator operator, List<Expr> arguments) {
    return Expr.of(new Node.Transpose(plain(operator, arguments)));
  }

  public static Expr stop(Expr e) {
    return switch (e.node()) {
      case Node.Num _, Node.Constant _, Node.Size _, Node.Fill _, Node.Stop _, Node.Bound _ -> e;
      case Node.Integral _ -> Expr.of(new Node.Stop(e));
      case Node.Var _, Node.Increment _, Node.Add _, Node.Prod _, Node.Hadamard _, Node.Pow _ ->
          Expr.of(new Node.Stop(e));
      case Node.Transpose t -> stop(t.of()).transpose();
      case Node.Apply _, Node.Slice _, Node.Block _, Node.IndexSum _ -> Expr.of(new Node.Stop(e));
    };
  }

  /// {@return the matrix of blocks, given row by row}
  public static Expr block(List<List<Expr>> rows) {
    List<List<Expr>> copy = rows.stream().map(List::copyOf).toList();
    if (copy.size() == 1 && copy.getFirst().size() == 1) {
      return copy.getFirst().getFirst();
    }
    var node = new Node.Block(copy);
    Shape shape = Types.shape(node);
    return copy.stream().allMatch(row -> row.stream().allMatch(Expr::isZero))
        ? zeros(shape)
        : Expr.of(node);
  }

  /// {@return whether every entry is known to be at least zero}
  public static boolean isNonnegative(Expr e) {
    if (e.weight() > HEAVY) {
      return false; // not known: the question goes through every branch
    }
    return switch (e.node()) {
      case Node.Num n -> n.value().signum() >= 0;
      case Node.Constant c -> c.value() >= 0;
      case Node.Size _ -> true;
      case Node.Fill _ -> true;
      case Node.Var v -> v.traits().contains(Trait.NONNEGATIVE);
      case Node.Increment _ -> false;
      case Node.Add a -> a.terms().stream().allMatch(Algebra::isNonnegative);
      case Node.Prod p ->
          p.coefficient().signum() >= 0
              && p.scalars().stream().allMatch(Algebra::isNonnegative)
              && (p.chain().stream().allMatch(Algebra::isNonnegative) || isGram(p.chain()));
      case Node.Hadamard h -> h.factors().stream().allMatch(Algebra::isNonnegative);
      case Node.Pow p ->
          isNonnegative(p.base())
              || (p.exponent().node() instanceof Node.Num n
                  && (n.value().den().testBit(0) == false
                      || (n.value().isInteger() && !n.value().num().testBit(0))));
      case Node.Transpose t -> isNonnegative(t.of());
      case Node.Apply a -> a.operator().nonnegative();
      case Node.Slice s -> isNonnegative(s.of());
      case Node.Block b ->
          b.rows().stream().allMatch(r -> r.stream().allMatch(Algebra::isNonnegative));
      case Node.IndexSum s -> isNonnegative(s.body());
      case Node.Bound _, Node.Integral _ -> false;
      case Node.Stop s -> isNonnegative(s.of());
    };
  }

  /// {@return whether a scalar chain is a square `v'*v` or a form `v'*S*v` with S psd}
  private static boolean isGram(List<Expr> chain) {
    int n = chain.size();
    if (n == 0 || !chain.getFirst().shape().rows().isOne()) {
      return false;
    }
    for (int i = 0; i < n / 2; i++) {
      if (chain.get(i) != chain.get(n - 1 - i).transpose()) {
        return false;
      }
    }
    return n % 2 == 0
        || (chain.get(n / 2).node() instanceof Node.Var v && v.traits().contains(Trait.PSD));
  }
}
