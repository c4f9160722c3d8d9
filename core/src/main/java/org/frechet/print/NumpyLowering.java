package org.frechet.print;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.MatrixValued;
import org.frechet.function.ScalarValued;
import org.frechet.print.PythonGraph.Loop;
import org.frechet.print.PythonGraph.Value;
import org.frechet.shape.Dim;

/// From expressions to NumPy operations, each node once, operands first. Parts that a better
/// operation absorbs (the inverse in a product) are made too but never written.
final class NumpyLowering {
  private final PythonGraph graph = new PythonGraph();
  private final NumpyScalars scalars = new NumpyScalars(graph);
  private final NumpyChain chains = new NumpyChain(graph, this::value);
  private final NumpySums sums = new NumpySums(graph, scalars, chains, this::value);
  private final NumpyArrays arrays = new NumpyArrays(graph, this::value, this::size, this::index);
  private final Map<Expr, Value> values = new HashMap<>();
  private final Map<Node.Index, Value> indices = new HashMap<>();
  private final Map<Node.Bound, Value> bound = new HashMap<>();
  private final Map<Value, Dim> sizes = new HashMap<>();
  private final Map<Value, String> arguments = new HashMap<>();
  private final Map<Value, String> functions = new HashMap<>();
  private final UnaryOperator<String> identifier;
  private final UnaryOperator<String> local;
  private final PythonNames names;

  /// `identifier` is the Python name of a variable, `local` that of a size.
  NumpyLowering(PythonNames names, UnaryOperator<String> identifier, UnaryOperator<String> local) {
    this.names = names;
    this.identifier = identifier;
    this.local = local;
  }

  /// {@return the operations of the expression}
  Value lower(Expr root) {
    for (Expr e : Traversal.topological(root)) {
      values.put(e, value(e, e.node()));
    }
    return value(root);
  }

  /// {@return the sizes among the values}
  Map<Value, Dim> sizes() {
    return sizes;
  }

  /// {@return the Python names of the variables among the values}
  Map<Value, String> arguments() {
    return arguments;
  }

  /// {@return the names of the abstract functions among the values that call them}
  Map<Value, String> functions() {
    return functions;
  }

  private Value value(Expr e) {
    return Objects.requireNonNull(values.get(e));
  }

  private Value value(Expr e, Node node) {
    return switch (node) {
      case Node.Num n -> scalars.number(n.value());
      case Node.Constant c ->
          c.name().equals("pi") ? graph.leaf("np.pi") : scalars.number(c.value());
      case Node.Size s -> size(s.dim());
      case Node.Var v -> argument(v.name());
      case Node.Increment i -> argument(i.name());
      case Node.Fill f -> arrays.fill(f);
      case Node.Add a -> sums.add(a);
      case Node.Prod p -> sums.product(p.coefficient(), p);
      case Node.Hadamard h -> sums.hadamard(h);
      case Node.Pow p -> power(p);
      case Node.Transpose t ->
          e.shape().isMatrix() ? graph.transposed(value(t.of())) : value(t.of());
      case Node.Apply a -> apply(e, (Function) a.operator(), a.arguments());
      case Node.Slice s -> arrays.slice(s);
      case Node.Block b -> arrays.block(e, b);
      case Node.IndexSum s -> sum(s);
      case Node.Bound b -> bound(b);
      case Node.Integral i -> integral(i);
      case Node.Stop s -> value(s.of());
    };
  }

  private Value power(Node.Pow p) {
    return p.exponent().node() instanceof Node.Num n
        ? scalars.power(value(p.base()), n.value())
        : graph.of(PythonForm.POWER, value(p.base()), value(p.exponent()));
  }

  /// A trace or diagonal of a product needs no product.
  private Value apply(Expr e, Function f, List<Expr> x) {
    if (f.symbol().isPresent()) {
      return called(f.name(), x);
    }
    boolean trace = f == ScalarValued.TR.function();
    boolean diagonal = f == MatrixValued.DIAGONAL.function();
    if (!(trace || diagonal)
        || !(x.getFirst().node() instanceof Node.Prod p)
        || p.chain().size() < 2) {
      return arrays.function(e, f, x);
    }
    Value value = trace ? chains.trace(p.chain()) : chains.diagonal(p.chain());
    boolean alone = p.coefficient().equals(Rational.ONE) && p.scalars().isEmpty();
    return alone ? value : sums.product(p.coefficient(), p.scalars(), Optional.of(value));
  }

  /// An abstract function is an argument that is called.
  private Value called(String name, List<Expr> x) {
    List<Value> operands = x.stream().map(this::value).distinct().toList();
    String places =
        x.stream()
            .map(e -> "{" + operands.indexOf(value(e)) + "}")
            .collect(Collectors.joining(", "));
    Value v = graph.of(PythonForm.of(identifier.apply(name) + "(" + places + ")"), operands);
    functions.put(v, name);
    return v;
  }

  private Value sum(Node.IndexSum s) {
    Value i = index(s.index());
    return graph.sum(
        new Loop(i.form().template(), List.of(size(s.index().size())), value(s.body())));
  }

  private Value integral(Node.Integral i) {
    String t = value(i.variable()).form().template();
    return graph.sum(new Loop(t, List.of(value(i.from()), value(i.to())), value(i.body())));
  }

  private Value bound(Node.Bound b) {
    return bound.computeIfAbsent(b, v -> graph.index(names.give(v.name())));
  }

  private Value index(Node.Index index) {
    return indices.computeIfAbsent(index, i -> graph.index(names.give(i.name())));
  }

  private Value argument(String name) {
    Value v = graph.leaf(identifier.apply(name));
    arguments.put(v, name);
    return v;
  }

  private Value size(Dim dim) {
    Value v = graph.of(NumpyArrays.size(dim, PythonSizes.text(dim, local)));
    if (!dim.isConstant()) {
      sizes.put(v, dim);
    }
    return v;
  }
}
