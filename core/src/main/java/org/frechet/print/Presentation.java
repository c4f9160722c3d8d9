package org.frechet.print;

import java.util.ArrayList;
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
import org.frechet.function.DerivativeSymbol;
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
  private final Map<Expr, Syntax> names;
  private final Set<Expr> written;
  private final ProductTree products = new ProductTree(this);
  private final Map<Expr, Syntax> done = new HashMap<>();

  private Presentation(Style style, Map<Expr, Syntax> names, Set<Expr> written) {
    this.style = style;
    this.names = names;
    this.written = written;
  }

  /// {@return the tree to write} Subexpressions in `names` are written as these names; sums in
  /// `written` keep their signs where there is a choice.
  public static Syntax of(Expr e, Style style, Map<Expr, String> names, Set<Expr> written) {
    var others = new HashMap<Expr, Syntax>();
    names.forEach((part, name) -> others.put(part, Trees.name(name)));
    others.remove(e); // the definition of a name does not use it
    return new Presentation(style, others, written).body(e);
  }

  /// {@return a call of a function that only has a name, `f(X)`}
  public static Syntax called(String name, List<Syntax> arguments) {
    return AbstractCalls.called(name, arguments);
  }

  /// {@return the tree to write, with these trees for some subexpressions}
  public static Syntax with(Expr e, Style style, Map<Expr, Syntax> standIns, Set<Expr> written) {
    return new Presentation(style, Map.copyOf(standIns), written).show(e);
  }

  public static Syntax of(Expr e, Style style, Map<Expr, String> names) {
    return of(e, style, names, Set.of());
  }

  public static Syntax of(Expr e) {
    return of(e, Style.TEXT, Map.of());
  }

  Syntax show(Expr e) {
    Syntax name = names.get(e);
    if (name != null) {
      return name;
    }
    if (names.isEmpty() || e.isScalar()) {
      return body(e);
    }
    Syntax turned = names.get(e.transpose());
    return turned != null ? Trees.transpose(turned) : body(e);
  }

  /// {@return whether a name stands for this expression}
  boolean isNamed(Expr e) {
    return names.containsKey(e);
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
      case Node.Prod p -> products.product(e, Forms.turnsShorter(p));
      case Node.Hadamard h ->
          Forms.turnsShorter(e, h.factors()) ? turned(e) : products.product(e, false);
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
      case Node.Bound b -> Trees.name(b.name());
      case Node.Integral i ->
          Trees.call(
              "integrate",
              List.of(show(i.body()), show(i.variable()), show(i.from()), show(i.to())));
      case Node.Stop s -> Trees.call("sg", List.of(show(s.of())));
    };
  }

  private Syntax turned(Expr e) {
    return Trees.transpose(show(e.transpose()));
  }

  private Syntax fill(Node.Fill f) {
    return switch (f.kind()) {
      case EYE -> Trees.call("eye", List.of(size(f.rows())));
      case DUPLICATION -> Trees.call("dupmat", List.of(size(f.rows())));
      case ELIMINATION -> Trees.call("elimat", List.of(size(f.rows())));
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

  static Syntax size(org.frechet.shape.Dim dim) {
    return Parser.parse(dim.toString());
  }

  // sums

  /// The sum times `scale`, or the transpose of the transposed sum where that is shorter.
  private Syntax sum(Expr e, Rational scale) {
    var terms = ((Node.Add) e.node()).terms();
    if (!e.isScalar() && !e.shape().isVector()) {
      Expr t = e.transpose();
      boolean shorter = t.weight() + 1 < e.weight() || Forms.turnsShorter(e, terms);
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
    // beside an identity, eye(n) - 1/n would be read as (1 - 1/n)*eye(n)
    boolean allOnes =
        terms.stream().allMatch(t -> Forms.broadcast(t) != t)
            || terms.stream().anyMatch(t -> Algebra.isEye(Algebra.withoutScalars(t)));
    if (!gcd.isOne()
        && scale.isOne()
        && Forms.units(terms, gcd) > Forms.units(terms, Rational.ONE)) {
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
      Syntax piece = show(allOnes ? written : Forms.broadcast(written));
      total =
          Optional.of(
              total
                  .map(sum -> Trees.binary(minus ? "-" : "+", sum, piece))
                  .orElseGet(() -> minus ? Trees.minus(piece) : piece));
    }
    return total.orElseThrow();
  }

  /// {@return whether the sign can be moved inside: a sum, or an odd function of one, as `inv` is}
  boolean isSum(Expr e) {
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
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          false;
      case Node.Fill _, Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Slice _ -> false;
      case Node.Block _, Node.IndexSum _, Node.Integral _, Node.Stop _ -> false;
    };
  }

  /// {@return −e, with the sign moved into the sum}
  Syntax opposite(Expr e) {
    return switch (e.node()) {
      case Node.Transpose t -> Trees.transpose(opposite(t.of()));
      case Node.Apply a -> call(a, List.of(opposite(a.arguments().getFirst())));
      case Node.Add _ -> sum(e, Rational.MINUS_ONE);
      case Node.Num _,
          Node.Constant _,
          Node.Size _,
          Node.Var _,
          Node.Increment _,
          Node.Bound _,
          Node.Fill _ ->
          Trees.minus(show(e));
      case Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Slice _, Node.Block _ ->
          Trees.minus(show(e));
      case Node.IndexSum _, Node.Integral _, Node.Stop _ -> Trees.minus(show(e));
    };
  }

  /// {@return whether the reader wrote this sum with the opposite signs}
  boolean writtenOtherwise(Expr sum) {
    return !written.contains(sum) && written.contains(Algebra.neg(sum));
  }

  private boolean turnsAsWritten(Expr e) {
    return isSum(e) && writtenOtherwise(Forms.inmost(e));
  }

  /// What stands where a change of sign does not matter.
  Syntax even(Expr e) {
    return turnsAsWritten(e) ? opposite(e) : show(e);
  }

  // powers

  private Syntax power(Expr base, Expr exponent) {
    String dot = base.isScalar() ? "" : ".";
    Expr shown = Forms.broadcast(base);
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
    if (turnsAsWritten(first) && Forms.isEven(a)) {
      arguments.set(0, opposite(first));
    }
    return call(a, arguments);
  }

  /// Inside a function two transposes are written as one: kron((A*B)', C).
  private Syntax argument(Expr e) {
    boolean turns =
        e.node() instanceof Node.Prod p
            && !names.containsKey(e)
            && !Forms.isDot(p)
            && p.chain().size() > 1
            && p.chain().stream().allMatch(f -> f.node() instanceof Node.Transpose);
    return turns ? products.product(e, true) : show(e);
  }

  private Syntax call(Node.Apply a, List<Syntax> arguments) {
    if (a.operator().raises()) {
      return Trees.binary("^", arguments.get(0), arguments.get(1));
    }
    Optional<DerivativeSymbol> symbol = ((Function) a.operator()).symbol();
    if (symbol.isPresent()) {
      return AbstractCalls.of(symbol.get(), arguments, style);
    }
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
      var arguments = new ArrayList<Syntax>();
      arguments.add(show(x.of()));
      a.arguments().stream().skip(1).map(this::show).forEach(arguments::add);
      arguments.add(Trees.name("cols"));
      return Trees.call(a.operator().name(), List.copyOf(arguments));
    }
    if (style == Style.TYPESET
        && of.node() instanceof Node.Apply a
        && ((Function) a.operator()).symbol().filter(s -> s.isTransposedGradient()).isPresent()
        && !names.containsKey(of)) {
      return AbstractCalls.gradient(
          ((Function) a.operator()).symbol().get(),
          a.arguments().stream().map(this::argument).toList());
    }
    return Trees.transpose(show(of));
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
