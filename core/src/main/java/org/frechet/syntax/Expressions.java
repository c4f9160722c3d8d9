package org.frechet.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Integrals;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.function.DerivativeSymbol;
import org.frechet.function.Function;
import org.frechet.function.MatrixPower;
import org.frechet.function.MatrixValued;
import org.frechet.function.ScalarValued;
import org.frechet.function.SlopeFormula;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Shape;
import org.frechet.syntax.Scope.Running;
import org.frechet.syntax.Selectors.Selector;

/// The typed expression of every piece, once [Shapes] has found that everything fits.
final class Expressions implements Meaning<Expr> {
  private final Map<String, Expr> globals;
  private final Differentiator differentiator;
  private final Set<Expr> sums = new HashSet<>();
  private final Set<Expr> parts = new LinkedHashSet<>();

  Expressions(Map<String, Expr> globals, Differentiator differentiator) {
    this.globals = globals;
    this.differentiator = differentiator;
  }

  @Override
  public Shape shape(Expr value) {
    return value.shape();
  }

  @Override
  public Expr number(Syntax.Number literal) {
    return Algebra.number(Rational.parse(literal.text()));
  }

  @Override
  public Expr global(Syntax.Name name) {
    return Optional.ofNullable(globals.get(name.text())).orElseThrow(() -> Unknown.name(name));
  }

  @Override
  public Expr negated(Expr value) {
    return Algebra.neg(value);
  }

  @Override
  public Expr transposed(Expr value) {
    return value.transpose();
  }

  @Override
  public Expr stopped(Expr value) {
    return Algebra.stop(value);
  }

  @Override
  public Expr sum(Operand<Expr> head, List<Link<Expr>> links) {
    var terms = new ArrayList<Expr>();
    terms.add(head.value());
    for (Link<Expr> link : links) {
      Expr term = link.right().value();
      terms.add(link.node().operator().equals("-") ? Algebra.neg(term) : term);
    }
    Shape shape = Shape.SCALAR;
    for (Expr term : terms) {
      shape = shape.isScalar() ? term.shape() : shape;
    }
    Shape whole = shape;
    terms.replaceAll(term -> spread(term, whole));
    Expr sum = Algebra.add(terms);
    sums.add(sum);
    sums.add(sum.transpose());
    return sum;
  }

  private Expr part(Expr value) {
    parts.add(value);
    return value;
  }

  /// {@return the functions, powers and divisors read so far, in order}
  Set<Expr> parts() {
    return parts;
  }

  /// {@return the sums read so far, and their transposes}
  Set<Expr> sums() {
    return sums;
  }

  /// {@return the value, a scalar repeated in every entry}
  private static Expr spread(Expr value, Shape shape) {
    return value.isScalar() && !shape.isScalar() ? Algebra.mul(value, Algebra.ones(shape)) : value;
  }

  /// From left to right: what has become a scalar scales all that follows.
  @Override
  public Expr product(Operand<Expr> head, List<Link<Expr>> links) {
    var factors = new ArrayList<Expr>();
    factors.add(head.value());
    links.forEach(link -> factors.add(link.right().value()));
    var scalars = new ArrayList<Expr>();
    var chain = new ArrayList<Expr>();
    for (Expr factor : factors) {
      (factor.isScalar() ? scalars : chain).add(factor);
      if (!factor.isScalar()
          && chain.getFirst().shape().rows().isOne()
          && factor.shape().cols().isOne()) {
        scalars.add(Algebra.mul(chain));
        chain.clear();
      }
    }
    scalars.addAll(chain);
    return Algebra.mul(scalars);
  }

  @Override
  public Expr infix(Syntax.Binary node, Operand<Expr> left, Operand<Expr> right) {
    Expr a = left.value();
    Expr b = right.value();
    return switch (node.operator()) {
      case "/" -> Algebra.mul(a, part(Algebra.pow(b, -1)));
      case "\\" ->
          a.isScalar()
              ? Algebra.mul(b, part(Algebra.pow(a, -1)))
              : Algebra.mul(part(MatrixValued.inv(a)), b);
      case ".*" -> Algebra.hadamard(a, b);
      case "./" -> Algebra.hadamard(a, part(Algebra.pow(b, -1)));
      case ".^" -> part(Algebra.pow(spread(a, b.shape()), b));
      case "^" -> a.isScalar() ? part(Algebra.pow(a, b)) : power(a, b);
      default -> throw new IllegalArgumentException("no operator is written " + node.operator());
    };
  }

  /// A negative power is one of the inverse, which must exist even where it cancels.
  private Expr power(Expr base, Expr exponent) {
    boolean whole = exponent.node() instanceof Node.Num(Rational k) && k.isInteger();
    if (whole && Algebra.coefficient(exponent).signum() < 0) {
      return MatrixPower.of(part(MatrixValued.inv(base)), Algebra.neg(exponent));
    }
    return part(MatrixPower.of(base, exponent));
  }

  @Override
  public Expr block(List<List<Operand<Expr>>> rows, Syntax.Block block) {
    return Algebra.block(
        rows.stream().map(row -> row.stream().map(Operand::value).toList()).toList());
  }

  @Override
  public void runs(Running index, Dim range, String over, Syntax piece) {
    if (index.size().isEmpty()) {
      index.runsOver(range, over);
    }
  }

  @Override
  public Expr selected(Operand<Expr> target, Selectors selectors) {
    return Selection.slice(target.value(), pick(selectors.rows()), pick(selectors.cols()));
  }

  private static Node.Pick pick(Selector selector) {
    return switch (selector) {
      case Selector.All() -> new Node.Pick.All();
      case Selector.Range(int first, int last, Syntax _) -> new Node.Pick.Range(first, last);
      case Selector.At(Running index, Syntax _) -> new Node.Pick.At(index(index));
    };
  }

  private static Node.Index index(Running index) {
    return new Node.Index(index.name(), index.size().orElse(Dim.ONE));
  }

  @Override
  public Expr apply(Function function, List<Operand<Expr>> arguments, Syntax.Call call) {
    List<Expr> values = arguments.stream().map(Operand::value).toList();
    Optional<Expr> formula = function.symbol().flatMap(s -> formula(s, values));
    return part(formula.orElseGet(() -> function.canonical(values)));
  }

  /// A derivative of higher order of a function whose first derivative is given as a formula.
  private Optional<Expr> formula(DerivativeSymbol symbol, List<Expr> values) {
    Optional<SlopeFormula> slope = symbol.of().slope();
    if (slope.isEmpty() || symbol.order() < 2) {
      return Optional.empty();
    }
    Expr formula = slope.get().formula();
    for (int i = 1; i < symbol.order(); i++) {
      formula = differentiator.derivative(formula, SlopeFormula.T);
    }
    return Optional.of(SlopeFormula.at(formula, values.getFirst()));
  }

  @Override
  public Expr fill(Special kind, Dim rows, Dim cols) {
    var shape = new Shape(rows, cols);
    return switch (kind) {
      case EYE -> Algebra.eye(rows);
      case ONES -> Algebra.ones(shape);
      case ZEROS -> Algebra.zeros(shape);
      case COMMUTATION -> Algebra.commutation(rows, cols);
      case DUPLICATION -> Algebra.duplication(rows);
      case ELIMINATION -> Algebra.elimination(rows);
      case RESHAPE, STOP, DIFF, TOTAL, INTEGRATE, SUM, MAX, MIN ->
          throw new IllegalArgumentException(kind.word() + " is no constant array");
    };
  }

  @Override
  public Expr reshaped(Operand<Expr> array, Dim rows, Dim cols, Syntax.Call call) {
    return MatrixValued.reshape(array.value(), new Shape(rows, cols));
  }

  @Override
  public Expr total(Expr value) {
    return differentiator.total(value);
  }

  @Override
  public Expr derivative(Operand<Expr> function, Operand<Expr> variable, Syntax.Call call) {
    return differentiator.derivative(function.value(), variable.value());
  }

  @Override
  public Expr integral(List<Operand<Expr>> arguments, Syntax.Call call) {
    Expr t = arguments.get(1).value();
    Expr body = arguments.getFirst().value();
    if (Traversal.topological(body).stream()
        .anyMatch(e -> e.node() instanceof Node.Stop && Traversal.contains(e, t))) {
      throw Wording.refusal(
          Code.UNSUPPORTED,
          "sg(E) in an integral may not vary with the variable of integration",
          call.span(),
          "leave out sg, or take what varies out of it");
    }
    Expr bound = Integrals.variable(t, body);
    for (Expr sum : List.copyOf(sums)) {
      if (Traversal.contains(sum, t)) {
        sums.add(Integrals.substitute(sum, t, bound));
      }
    }
    return part(
        Integrals.of(
            bound,
            Integrals.substitute(body, t, bound),
            arguments.get(2).value(),
            arguments.get(3).value()));
  }

  @Override
  public Expr indexSum(Running running, Operand<Expr> body, Syntax.Call call) {
    return Traversal.map(Indexing.sum(index(running), body.value()), Expressions::summed);
  }

  /// A product with a vector of ones is what `sum` is for.
  private static Expr summed(Expr e) {
    List<Expr> chain = e.isScalar() && e.node() instanceof Node.Prod ? Algebra.chain(e) : List.of();
    if (chain.size() < 2) {
      return e;
    }
    int from = Algebra.isOnes(chain.getFirst()) ? 1 : 0;
    int to = chain.size() - (Algebra.isOnes(chain.getLast()) ? 1 : 0);
    return to - from < chain.size() && from < to
        ? ScalarValued.sum(Algebra.mul(chain.subList(from, to)))
        : e;
  }

  @Override
  public Expr extreme(Function function, Operand<Expr> a, Operand<Expr> b, Syntax.Call call) {
    return part(
        function.of(spread(a.value(), b.value().shape()), spread(b.value(), a.value().shape())));
  }
}
