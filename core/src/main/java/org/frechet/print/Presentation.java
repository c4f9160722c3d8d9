package org.frechet.print;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Rational;
import org.frechet.function.Function;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// From an expression to the tree that is written: decides signs, quotients, roots, powers and the
/// order of terms, none of which the canonical form knows. Reading the tree gives the same
/// expression.
public final class Presentation {
  /// How an array norm is called: the language has `norm2`, typeset mathematics tells ‖·‖_F apart.
  public enum Style {
    TEXT,
    TYPESET
  }

  private final Style style;
  private final Map<Expr, String> names;
  private final Set<Expr> written;
  private final Map<Expr, Syntax> done = new HashMap<>();

  private Presentation(Style style, Map<Expr, String> names, Set<Expr> written) {
    this.style = style;
    this.names = names;
    this.written = written;
  }

  /// {@return the tree to write} Subexpressions in `names` are written as these names; sums in
  /// `written` keep their signs where there is a choice.
  public static Syntax of(Expr e, Style style, Map<Expr, String> names, Set<Expr> written) {
    var others = new HashMap<>(names);
    others.remove(e); // the definition of a name does not use it
    return new Presentation(style, others, written).body(e);
  }

  public static Syntax of(Expr e, Style style, Map<Expr, String> names) {
    return of(e, style, names, Set.of());
  }

  public static Syntax of(Expr e) {
    return of(e, Style.TEXT, Map.of());
  }

  private Syntax show(Expr e) {
    String name = names.get(e);
    if (name != null) {
      return Trees.name(name);
    }
    if (names.isEmpty() || e.isScalar()) {
      return body(e);
    }
    String turned = names.get(e.transpose());
    return turned != null ? Trees.transpose(Trees.name(turned)) : body(e);
  }

  private Syntax body(Expr e) {
    Syntax known = done.get(e);
    if (known == null) {
      known = make(e);
      done.put(e, known);
    }
    return known;
  }

  private Syntax make(Expr e) {
    return switch (e.node()) {
      case Node.Num n -> Trees.number(n.value());
      case Node.Constant c -> Trees.name(c.name());
      case Node.Size s -> Parser.parse(s.dim().toString());
      case Node.Var v -> Trees.name(v.name());
      case Node.Increment i -> Trees.name(i.name());
      case Node.Fill f -> fill(f);
      case Node.Add _ -> sum(e, Rational.ONE);
      case Node.Prod p -> product(e, turnsShorter(p));
      case Node.Hadamard h -> turnsShorter(e, h.factors()) ? turned(e) : product(e, false);
      case Node.Pow p -> power(p.base(), p.exponent());
      case Node.Transpose t -> transposed(t.of());
      case Node.Apply a -> apply(a);
      case Node.Slice s -> slice(s);
      case Node.Block b ->
          new Syntax.Block(
              b.rows().stream().map(row -> row.stream().map(this::show).toList()).toList(),
              Syntax.Span.NONE);
      case Node.IndexSum s ->
          Trees.call("sum", List.of(Trees.name(s.index().name()), show(s.body())));
      case Node.Stop s -> Trees.call("sg", List.of(show(s.of())));
    };
  }

  /// A row or matrix whose parts are all transposes is written as the transpose of their sum.
  private boolean turnsShorter(Expr e, List<Expr> parts) {
    if (e.isScalar() || e.shape().isVector()) {
      return false;
    }
    return parts.stream().allMatch(Presentation::isTurned);
  }

  private static boolean isTurned(Expr part) {
    return switch (part.node()) {
      case Node.Transpose _ -> true;
      case Node.Fill f -> part.shape().isRow() && f.kind() == Node.Fill.Kind.ONES;
      case Node.Prod p -> p.chain().size() == 1 && isTurned(p.chain().getFirst());
      case Node.Hadamard h -> h.factors().stream().allMatch(Presentation::isTurned);
      case Node.Pow p -> isTurned(p.base());
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> false;
      case Node.Add _, Node.Apply _, Node.Slice _, Node.Block _, Node.IndexSum _, Node.Stop _ ->
          false;
    };
  }

  private Syntax turned(Expr e) {
    return Trees.transpose(show(e.transpose()));
  }

  private Syntax fill(Node.Fill f) {
    return switch (f.kind()) {
      case EYE -> Trees.call("eye", List.of(size(f.rows())));
      case COMMUTATION -> Trees.call("commat", List.of(size(f.rows()), size(f.cols())));
      case ZEROS, ONES -> {
        String name = f.kind() == Node.Fill.Kind.ZEROS ? "zeros" : "ones";
        if (f.cols().isOne()) {
          yield Trees.call(name, List.of(size(f.rows())));
        }
        yield f.rows().isOne()
            ? Trees.transpose(Trees.call(name, List.of(size(f.cols()))))
            : Trees.call(name, List.of(size(f.rows()), size(f.cols())));
      }
    };
  }

  private static Syntax size(org.frechet.shape.Dim dim) {
    return Parser.parse(dim.toString());
  }

  // sums

  /// The sum times `scale`, or the transpose of the transposed sum where that is shorter.
  private Syntax sum(Expr e, Rational scale) {
    var terms = ((Node.Add) e.node()).terms();
    if (!e.isScalar() && !e.shape().isVector()) {
      Expr t = e.transpose();
      boolean shorter = t.weight() + 1 < e.weight() || turnsShorter(e, terms);
      if (shorter && t.node() instanceof Node.Add a) {
        return Trees.transpose(sum(a.terms(), scale));
      }
    }
    return sum(terms, scale);
  }

  /// The sum divided by `content`: positive terms first, scalars added to arrays written as such.
  private Syntax sum(List<Expr> terms, Rational scale) {
    Rational gcd = Algebra.coefficient(terms.getFirst()).abs();
    for (Expr t : terms) {
      gcd = gcd.gcd(Algebra.coefficient(t));
    }
    boolean allOnes = terms.stream().allMatch(t -> broadcast(t) != t);
    if (!gcd.isOne() && scale.isOne() && units(terms, gcd) > units(terms, Rational.ONE)) {
      Rational content = gcd;
      Syntax inner = sum(terms, content.inverse());
      return Trees.scaled(content, inner);
    }
    var ordered = new ArrayList<Expr>();
    terms.stream()
        .filter(t -> Algebra.coefficient(t).signum() * scale.signum() > 0)
        .forEach(ordered::add);
    terms.stream()
        .filter(t -> Algebra.coefficient(t).signum() * scale.signum() <= 0)
        .forEach(ordered::add);
    Optional<Syntax> total = Optional.empty();
    for (Expr t : ordered) {
      Expr scaled = Algebra.scale(scale, t);
      boolean minus = Algebra.coefficient(scaled).signum() < 0;
      Expr written = minus ? Algebra.neg(scaled) : scaled;
      Syntax piece = show(allOnes ? written : broadcast(written));
      total =
          Optional.of(
              total
                  .map(sum -> Trees.binary(minus ? "-" : "+", sum, piece))
                  .orElseGet(() -> minus ? Trees.minus(piece) : piece));
    }
    return total.orElseThrow();
  }

  /// {@return how many terms have coefficient ±1 when divided by `gcd`}
  private static long units(List<Expr> terms, Rational gcd) {
    return terms.stream().filter(t -> Algebra.coefficient(t).abs().equals(gcd)).count();
  }

  /// {@return the scalar s of a term `s*ones(...)`, which is added to every entry; else the term}
  private static Expr broadcast(Expr t) {
    if (t.isScalar()) {
      return t;
    }
    Expr rest = Algebra.withoutScalars(t);
    return Algebra.isOnes(rest) ? Algebra.scalarFactor(t) : t;
  }

  // products

  /// A product of three or more transposes is the transpose of a product: −(X⁻¹AX⁻¹)'.
  private static boolean turnsShorter(Node.Prod p) {
    boolean row = p.chain().size() == 2 && p.chain().getFirst().shape().isRow();
    return (p.chain().size() > 2 || row)
        && !isDot(p)
        && p.chain().stream().allMatch(f -> f.node() instanceof Node.Transpose);
  }

  /// The product, or with `turned` the product whose chain is written inside a transpose.
  private Syntax product(Expr e, boolean turned) {
    Node.Prod p =
        (turned ? e.transpose() : e).node() instanceof Node.Prod known
            ? known
            : new Node.Prod(Rational.ONE, List.of(), List.of(e)); // an elementwise product alone
    var signs = new Signs(p.coefficient(), factorSums(p), this::writtenOtherwise);
    var above = new ArrayList<Syntax>();
    var below = new ArrayList<Syntax>();
    for (Expr s : p.scalars()) {
      if (isReciprocal(s)) {
        below.add(show(Algebra.pow(s, -1)));
      } else {
        above.add(signed(s, signs));
      }
    }
    List<Syntax> chain = chain(p.chain(), signs);
    Rational c = signs.coefficient().abs();
    if (!c.den().equals(java.math.BigInteger.ONE)
        && c.den().bitLength() < 20
        && (!below.isEmpty() || isNice(c))) {
      below.addFirst(Trees.number(new Rational(c.den(), java.math.BigInteger.ONE)));
      c = new Rational(c.num(), java.math.BigInteger.ONE);
    }
    if (!c.isOne()) {
      above.addFirst(Trees.number(c));
    }
    boolean reciprocal =
        p.chain().size() == 1
            && isReciprocal(p.chain().getFirst())
            && !names.containsKey(p.chain().getFirst());
    if (reciprocal && below.isEmpty() && !(above.isEmpty())) {
      Syntax under = show(Algebra.pow(p.chain().getFirst(), -1));
      Syntax entries = Trees.binary("./", Trees.product("*", above), under);
      return signs.coefficient().signum() < 0 ? Trees.minus(entries) : entries;
    }
    if (turned) {
      above.add(Trees.transpose(Trees.product("*", chain)));
    } else if ((p.scalars().isEmpty() && c.isOne()) || !isDot(p)) {
      above.addAll(chain);
    } else {
      above.add(Trees.product("*", chain)); // the scalar x'*y stays together
    }
    Syntax numerator = above.isEmpty() ? Trees.number(Rational.ONE) : Trees.product("*", above);
    Syntax whole =
        below.isEmpty() ? numerator : Trees.binary("/", numerator, Trees.product("*", below));
    return signs.coefficient().signum() < 0 ? Trees.minus(whole) : whole;
  }

  private static boolean isDot(Node.Prod p) {
    return !p.chain().isEmpty()
        && p.chain().getFirst().shape().rows().isOne()
        && p.chain().getLast().shape().cols().isOne();
  }

  private static boolean isNice(Rational c) {
    return Trees.isFraction(c);
  }

  private static boolean isReciprocal(Expr e) {
    Expr x = Algebra.exponent(e);
    return Algebra.coefficient(x).signum() < 0 && !(x.node() instanceof Node.Add);
  }

  private Syntax signed(Expr e, Signs signs) {
    return isSum(e) && signs.next() ? opposite(e) : show(e);
  }

  /// {@return whether the sign can be moved inside: a sum, or an odd function of one, as `inv` is}
  private boolean isSum(Expr e) {
    if (names.containsKey(e)) {
      return false;
    }
    return switch (e.node()) {
      case Node.Add _ -> true;
      case Node.Transpose t -> isSum(t.of());
      case Node.Apply a ->
          a.arguments().size() == 1
              && isSum(a.arguments().getFirst())
              && a.operator().canonical(List.of(Algebra.neg(a.arguments().getFirst())))
                  == Algebra.neg(e);
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> false;
      case Node.Fill _, Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Slice _ -> false;
      case Node.Block _, Node.IndexSum _, Node.Stop _ -> false;
    };
  }

  /// {@return the sum at the bottom of what [#isSum] accepts}
  private static Expr inmost(Expr e) {
    return switch (e.node()) {
      case Node.Transpose t -> inmost(t.of());
      case Node.Apply a -> inmost(a.arguments().getFirst());
      default -> e;
    };
  }

  /// {@return −e, with the sign moved into the sum}
  private Syntax opposite(Expr e) {
    return switch (e.node()) {
      case Node.Transpose t -> Trees.transpose(opposite(t.of()));
      case Node.Apply a -> call(a, List.of(opposite(a.arguments().getFirst())));
      default -> sum(e, Rational.MINUS_ONE);
    };
  }

  /// {@return whether the reader wrote this sum with the opposite signs}
  private boolean writtenOtherwise(Expr sum) {
    return !written.contains(sum) && written.contains(Algebra.neg(sum));
  }

  private boolean turnsAsWritten(Expr e) {
    return isSum(e) && writtenOtherwise(inmost(e));
  }

  /// {@return the sums among the factors of a product, in the order in which they are written}
  private List<Expr> factorSums(Node.Prod p) {
    var sums = new ArrayList<Expr>();
    p.scalars().stream()
        .filter(s -> !isReciprocal(s))
        .filter(this::isSum)
        .map(Presentation::inmost)
        .forEach(sums::add);
    for (int i = 0; i < p.chain().size(); ) {
      Expr e = p.chain().get(i);
      int run = run(p.chain(), i);
      if (inPlace(e)) {
        simplestFirst(((Node.Hadamard) e.node()).factors()).stream()
            .filter(f -> !isReciprocal(f))
            .filter(this::isSum)
            .map(Presentation::inmost)
            .forEach(sums::add);
      } else if (isSum(e) && run % 2 == 1) {
        sums.add(inmost(e));
      }
      i += run;
    }
    return sums;
  }

  /// Names before functions before sums before products: `y.*exp(x)`, `y.*(X*w)`.
  private static List<Expr> simplestFirst(List<Expr> factors) {
    var sorted = new ArrayList<>(factors);
    sorted.sort(Comparator.comparingInt(Presentation::complexity));
    return sorted;
  }

  private static int complexity(Expr e) {
    return switch (e.node()) {
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Fill _ -> 0;
      case Node.Transpose t -> complexity(t.of());
      case Node.Slice s -> complexity(s.of());
      case Node.Pow p -> complexity(p.base());
      case Node.Apply _, Node.Stop _ -> 1;
      case Node.Add _, Node.Block _ -> 2;
      case Node.Prod _, Node.Hadamard _, Node.IndexSum _ -> 3;
    };
  }

  private static int run(List<Expr> links, int i) {
    int run = 1;
    while (i + run < links.size() && links.get(i + run) == links.get(i)) {
      run++;
    }
    return run;
  }

  /// {@return whether a factor is an elementwise product that is written without parentheses}
  private boolean inPlace(Expr e) {
    return e.node() instanceof Node.Hadamard h
        && !names.containsKey(e)
        && !turnsShorter(e, h.factors());
  }

  /// Equal neighbours become a power; an elementwise product is written in place.
  private List<Syntax> chain(List<Expr> links, Signs signs) {
    var parts = new ArrayList<Syntax>();
    for (int i = 0; i < links.size(); ) {
      Expr e = links.get(i);
      if (i + 1 < links.size()
          && e.shape().cols().isOne()
          && Algebra.isOnes(e)
          && Algebra.isOnes(links.get(i + 1))) {
        parts.add(
            Trees.call(
                "ones", List.of(size(e.shape().rows()), size(links.get(i + 1).shape().cols()))));
        i += 2;
        continue;
      }
      int run = run(links, i);
      Syntax piece =
          inPlace(e)
              ? quotient(((Node.Hadamard) e.node()).factors(), signs)
              : run % 2 == 1 ? signed(e, signs) : even(e);
      parts.add(run == 1 ? piece : Trees.power("^", piece, run));
      i += run;
    }
    return parts;
  }

  /// What stands where a change of sign does not matter.
  private Syntax even(Expr e) {
    return turnsAsWritten(e) ? opposite(e) : show(e);
  }

  /// An elementwise product: factors with positive exponents over factors with negative ones.
  private Syntax quotient(List<Expr> factors, Signs signs) {
    var above = new ArrayList<Syntax>();
    var below = new ArrayList<Syntax>();
    for (Expr f : simplestFirst(factors)) {
      if (isReciprocal(f)) {
        below.add(show(Algebra.pow(f, -1)));
      } else {
        above.add(signed(f, signs));
      }
    }
    Syntax numerator = above.isEmpty() ? Trees.number(Rational.ONE) : Trees.product(".*", above);
    return below.isEmpty() ? numerator : Trees.binary("./", numerator, Trees.product(".*", below));
  }

  // powers

  private Syntax power(Expr base, Expr exponent) {
    String dot = base.isScalar() ? "" : ".";
    Expr shown = broadcast(base);
    if (exponent.node() instanceof Node.Num n) {
      Rational k = n.value();
      if (k.signum() < 0) {
        return Trees.binary(
            dot + "/",
            Trees.number(Rational.ONE),
            show(Algebra.pow(base, Algebra.number(k.negate()))));
      }
      if (k.equals(Rational.HALF)) {
        return Trees.call("sqrt", List.of(show(base)));
      }
    }
    boolean square =
        exponent.node() instanceof Node.Num k
            && k.value().isInteger()
            && !k.value().num().testBit(0);
    return Trees.binary(
        dot + "^", square && shown == base ? even(base) : show(shown), show(exponent));
  }

  // functions and entries

  private Syntax apply(Node.Apply a) {
    List<Syntax> arguments = new ArrayList<>(a.arguments().stream().map(this::argument).toList());
    Expr first = a.arguments().getFirst();
    if (turnsAsWritten(first) && isEven(a)) {
      arguments.set(0, opposite(first));
    }
    return call(a, arguments);
  }

  /// Inside a function two transposes are written as one: kron((A*B)', C).
  private Syntax argument(Expr e) {
    boolean turns =
        e.node() instanceof Node.Prod p
            && !names.containsKey(e)
            && !isDot(p)
            && p.chain().size() > 1
            && p.chain().stream().allMatch(f -> f.node() instanceof Node.Transpose);
    return turns ? product(e, true) : show(e);
  }

  private Syntax call(Node.Apply a, List<Syntax> arguments) {
    String name = a.operator().name();
    boolean matrix = a.arguments().getFirst().shape().isMatrix();
    String called = style == Style.TYPESET && name.equals("norm2") && matrix ? "normF" : name;
    List<Syntax> all = new ArrayList<>(arguments);
    String option = ((Function) a.operator()).option();
    if (!option.isEmpty()) {
      all.add(Trees.name(option));
    }
    return Trees.call(called, List.copyOf(all));
  }

  /// A function of rows on a transposed argument is the function of columns.
  private Syntax transposed(Expr of) {
    if (of.node() instanceof Node.Apply a
        && ((Function) a.operator()).option().equals("rows")
        && a.arguments().getFirst().node() instanceof Node.Transpose x
        && !names.containsKey(of)) {
      return Trees.call(a.operator().name(), List.of(show(x.of()), Trees.name("cols")));
    }
    return Trees.transpose(show(of));
  }

  /// {@return whether f(-x) is f(x), as for norms}
  private static boolean isEven(Node.Apply a) {
    var opposite = new ArrayList<>(a.arguments());
    opposite.set(0, Algebra.neg(opposite.getFirst()));
    return a.operator().canonical(opposite).node().equals(a);
  }

  private Syntax slice(Node.Slice s) {
    var selectors = new ArrayList<Syntax>();
    if (!s.of().shape().rows().isOne()) {
      selectors.add(selector(s.rows()));
    }
    if (!s.of().shape().cols().isOne()) {
      selectors.add(selector(s.cols()));
    }
    return s.of().node() instanceof Node.Var v && !names.containsKey(s.of())
        ? Trees.call(v.name(), selectors)
        : new Syntax.Index(show(s.of()), List.copyOf(selectors), Syntax.Span.NONE);
  }

  private static Syntax selector(Pick pick) {
    return switch (pick) {
      case Pick.All() -> new Syntax.Colon(Syntax.Span.NONE);
      case Pick.Range(int first, int last) ->
          first == last
              ? Trees.number(Rational.of(first))
              : new Syntax.Range(
                  Trees.number(Rational.of(first)),
                  Trees.number(Rational.of(last)),
                  Syntax.Span.NONE);
      case Pick.At(Node.Index index) -> Trees.name(index.name());
    };
  }
}
