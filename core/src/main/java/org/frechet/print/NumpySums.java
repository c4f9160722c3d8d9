package org.frechet.print;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.print.PythonGraph.Value;

/// Sums and entrywise products. Where another part has the whole shape, `s*ones(m,n)` is written as
/// the scalar s and `u*ones(n)'` as a column: NumPy spreads them.
final class NumpySums {
  /// An entrywise operand: the axes along which it has its full length, whether it is subtracted,
  /// and whether it is divided by.
  private record Part(Value value, boolean rows, boolean cols, boolean negative, boolean below) {
    Part(Value value, boolean rows, boolean cols, boolean negative) {
      this(value, rows, cols, negative, false);
    }
  }

  private final PythonGraph graph;
  private final NumpyScalars scalars;
  private final NumpyChain chains;
  private final Function<Expr, Value> value;

  NumpySums(
      PythonGraph graph, NumpyScalars scalars, NumpyChain chains, Function<Expr, Value> value) {
    this.graph = graph;
    this.scalars = scalars;
    this.chains = chains;
    this.value = value;
  }

  Value add(Node.Add add) {
    List<Part> parts = parts(add.terms(), false);
    int first = 0;
    for (int i = parts.size() - 1; i >= 0; i--) {
      first = parts.get(i).negative ? first : i;
    }
    var ordered = new ArrayList<>(parts);
    ordered.addFirst(ordered.remove(first));
    Value sum = ordered.getFirst().value;
    if (ordered.removeFirst().negative) {
      sum = graph.of(PythonForm.NEGATIVE, sum);
    }
    for (Part part : ordered) {
      sum = graph.of(part.negative ? PythonForm.MINUS : PythonForm.PLUS, sum, part.value);
    }
    return sum;
  }

  Value hadamard(Node.Hadamard hadamard) {
    return product(Rational.ONE, List.of(), hadamard);
  }

  private Value product(Rational c, List<Expr> factors, Node.Hadamard hadamard) {
    List<Part> parts = parts(hadamard.factors(), true);
    boolean negative = parts.stream().filter(Part::negative).count() % 2 == 1;
    return product(
        negative ? c.negate() : c,
        factors,
        parts.stream().filter(p -> !p.below).map(Part::value).toList(),
        parts.stream().filter(p -> p.below).map(Part::value).toList());
  }

  /// {@return c times the scalars times the array}
  Value product(Rational c, List<Expr> factors, Optional<Value> array) {
    return product(c, factors, array.stream().toList(), List.of());
  }

  private Value product(Rational c, List<Expr> factors, List<Value> arrays, List<Value> divisors) {
    var above = new ArrayList<Value>();
    var below = new ArrayList<Value>();
    boolean plain = NumpyScalars.isPlain(c);
    boolean turn = plain && c.num().equals(BigInteger.ONE.negate());
    if (!plain) {
      above.add(scalars.number(c));
    } else {
      if (!c.num().abs().equals(BigInteger.ONE)) {
        above.add(scalars.integer(c.num()));
      }
      if (!c.isInteger()) {
        below.add(scalars.integer(c.den()));
      }
    }
    for (Expr factor : factors) {
      divisor(factor).ifPresentOrElse(below::add, () -> above.add(value.apply(factor)));
    }
    above.addAll(arrays);
    below.addAll(divisors);
    Value product = quotient(above, below);
    return turn ? graph.of(PythonForm.NEGATIVE, product) : product;
  }

  Value product(Rational c, Node.Prod p) {
    if (p.chain().size() == 1 && p.chain().getFirst().node() instanceof Node.Hadamard h) {
      return product(c, p.scalars(), h);
    }
    return product(
        c,
        p.scalars(),
        p.chain().isEmpty() ? Optional.empty() : Optional.of(chains.product(p.chain())));
  }

  private Value quotient(List<Value> above, List<Value> below) {
    Value numerator =
        above.stream().reduce((a, b) -> graph.of(PythonForm.TIMES, a, b)).orElse(scalars.one());
    return below.stream()
        .reduce((a, b) -> graph.of(PythonForm.TIMES, a, b))
        .map(d -> graph.of(PythonForm.OVER, numerator, d))
        .orElse(numerator);
  }

  /// {@return the value to divide by instead of multiplying with this power}
  private Optional<Value> divisor(Expr e) {
    return NumpyScalars.isDivisor(e)
            && e.node() instanceof Node.Pow p
            && p.exponent().node() instanceof Node.Num n
        ? Optional.of(scalars.power(value.apply(p.base()), n.value().negate()))
        : Optional.empty();
  }

  /// {@return the operands, spread where the others make up the shape}
  private List<Part> parts(List<Expr> operands, boolean product) {
    var parts = new ArrayList<Part>();
    for (Expr e : operands) {
      parts.add(spread(e, product).orElseGet(() -> whole(e, product)));
    }
    boolean rows = parts.stream().anyMatch(Part::rows);
    boolean cols = parts.stream().anyMatch(Part::cols);
    if (!rows || !cols) {
      parts.set(0, whole(operands.getFirst(), product));
    }
    return parts;
  }

  private Part whole(Expr e, boolean product) {
    if (e.node() instanceof Node.Prod p && p.coefficient().signum() < 0) {
      return new Part(product(p.coefficient().negate(), p), true, true, true);
    }
    if (e.node() instanceof Node.Num n && n.value().signum() < 0) {
      return new Part(scalars.number(n.value().negate()), true, true, true);
    }
    Optional<Value> divisor = product ? divisor(e) : Optional.empty();
    return new Part(
        divisor.orElseGet(() -> value.apply(e)), true, true, false, divisor.isPresent());
  }

  private Optional<Part> spread(Expr e, boolean product) {
    if (e.isScalar()) {
      return Optional.empty();
    }
    if (Algebra.isOnes(e)) {
      return Optional.of(new Part(scalars.one(), false, false, false));
    }
    if (e.node() instanceof Node.Pow p && p.exponent().node() instanceof Node.Num n) {
      boolean below = product && n.value().signum() < 0;
      Rational exponent = below ? n.value().negate() : n.value();
      return spread(p.base(), false)
          .filter(b -> !b.negative)
          .map(b -> new Part(scalars.power(b.value, exponent), b.rows, b.cols, false, below));
    }
    if (!(e.node() instanceof Node.Prod p)) {
      return Optional.empty();
    }
    List<Expr> chain = p.chain();
    boolean negative = p.coefficient().signum() < 0;
    Rational c = p.coefficient().abs();
    if (chain.size() == 1) {
      return Algebra.isOnes(chain.getFirst())
          ? Optional.of(new Part(product(c, p.scalars(), Optional.empty()), false, false, negative))
          : Optional.empty();
    }
    if (e.shape().isMatrix() && isOnes(chain.getLast())) {
      Value u = chains.product(chain.subList(0, chain.size() - 1));
      Value column = graph.of(PythonForm.COLUMN, product(c, p.scalars(), Optional.of(u)));
      return Optional.of(new Part(column, true, false, negative));
    }
    if (e.shape().isMatrix() && isOnes(chain.getFirst())) {
      Value row = chains.product(chain.subList(1, chain.size()));
      return Optional.of(
          new Part(product(c, p.scalars(), Optional.of(row)), false, true, negative));
    }
    return Optional.empty();
  }

  private static boolean isOnes(Expr e) {
    return Algebra.isOnes(e) && !e.shape().isMatrix();
  }
}
