package org.frechet;

import static org.frechet.ReferenceArrays.isScalar;
import static org.frechet.ReferenceArrays.zip;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.frechet.numeric.Mat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Undefined;
import org.frechet.shape.Dim;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Syntax;

/// The value of an expression straight from its syntax tree: no typed expression, no canonical
/// form, no law. It guards against a rule that rewrites the function and its derivative alike,
/// which no check of the derivative can see.
///
/// Index `i` runs over size `n` as [RandomScope#INDICES] says. Expressions under `sg` are evaluated
/// once; an evaluation that follows another one finds them at the values there.
final class Reference {
  private final Map<String, RealMat> values;
  private final Map<String, Integer> sizes;
  private final Map<String, Integer> indices = new HashMap<>();

  /// Read anew wherever they stand, since `diff` differentiates through them.
  private final Map<String, Syntax> definitions = new HashMap<>();

  private final List<RealMat> stopped = new ArrayList<>();
  private final List<RealMat> held;
  private final ReferenceAbstract functions;
  private double magnitude;
  private boolean edge;

  Reference(
      Map<String, RealMat> values, Map<String, Integer> sizes, Map<String, Declaration> declared) {
    this(values, sizes, new ReferenceAbstract(declared, sizes), List.of());
  }

  private Reference(
      Map<String, RealMat> values,
      Map<String, Integer> sizes,
      ReferenceAbstract functions,
      List<RealMat> held) {
    this.functions = functions;
    this.values = new HashMap<>(values);
    this.sizes = sizes;
    this.held = held;
  }

  /// {@return an evaluation elsewhere with the stopped expressions of this one}
  Reference follower(String variable, RealMat there) {
    return inner(Map.of(variable, there), List.copyOf(stopped));
  }

  /// {@return an evaluation so near that only rounding errors and jumps tell the difference}
  Reference nudged() {
    Reference near = inner(Map.of(), List.of());
    near.values.replaceAll((_, x) -> ReferenceArrays.nudged(x));
    return near;
  }

  private Reference inner(Map<String, RealMat> changed, List<RealMat> held) {
    var inner = new Reference(values, sizes, functions, held);
    inner.values.putAll(changed);
    inner.indices.putAll(indices);
    inner.definitions.putAll(definitions);
    return inner;
  }

  /// {@return the largest absolute value met on the way}
  double magnitude() {
    return magnitude;
  }

  /// {@return whether rounding errors decided on which side of a jump the evaluation went}
  boolean isOnEdge() {
    return edge;
  }

  RealMat of(Syntax piece) {
    RealMat value =
        switch (piece) {
          case Syntax.Number n -> RealMat.scalar(Double.parseDouble(n.text()));
          case Syntax.Name n -> name(n.text());
          case Syntax.Unary u -> u.operator() == '-' ? of(u.operand()).scale(-1) : of(u.operand());
          case Syntax.Binary b -> binary(b);
          case Syntax.Transpose t -> (RealMat) of(t.operand()).transpose();
          case Syntax.Call c -> call(c);
          case Syntax.Index i when functions.isPrimed(i) ->
              functions.primed(i, of(i.selectors().getFirst()));
          case Syntax.Index i -> slice(of(i.target()), i.selectors());
          case Syntax.Block b ->
              (RealMat)
                  Mat.blocks(
                      b.rows().stream().map(row -> row.stream().map(this::of).toList()).toList());
          case Syntax.Let l -> {
            definitions.put(l.name(), l.value());
            yield of(l.body());
          }
          case Syntax.Colon _, Syntax.Range _, Syntax.Equation _ ->
              throw new IllegalArgumentException("no value: " + piece);
        };
    magnitude = Math.max(magnitude, value.maxAbs());
    return value;
  }

  private RealMat name(String name) {
    Syntax definition = definitions.get(name);
    if (definition != null) {
      return of(definition);
    }
    RealMat value = values.get(name);
    if (value == null && name.equals("pi")) {
      return RealMat.scalar(Math.PI);
    }
    if (value == null) {
      throw new IllegalArgumentException("no value for " + name);
    }
    return value;
  }

  private RealMat binary(Syntax.Binary b) {
    RealMat x = of(b.left());
    if (b.operator().equals("^") && !isScalar(x)) {
      return ReferenceArrays.power(x, of(b.right()).get(0, 0));
    }
    RealMat y = of(b.right());
    return switch (b.operator()) {
      case "+" -> zip(x, y, (s, t) -> s + t);
      case "-" -> zip(x, y, (s, t) -> s - t);
      case "*" -> isScalar(x) || isScalar(y) ? zip(x, y, (s, t) -> s * t) : x.times(y);
      case "/", "./" -> zip(x, y, (s, t) -> s / t);
      case "\\" -> isScalar(x) ? zip(y, x, (s, t) -> s / t) : ((RealMat) x.inverse()).times(y);
      case ".*" -> zip(x, y, (s, t) -> s * t);
      case "^", ".^" -> zip(x, y, Math::pow);
      default -> throw new IllegalArgumentException(b.operator());
    };
  }

  private RealMat call(Syntax.Call c) {
    if (values.containsKey(c.name()) || definitions.containsKey(c.name())) {
      return slice(name(c.name()), c.arguments());
    }
    List<Syntax> a = c.arguments();
    if (isOption(c)) {
      return rowwise(c);
    }
    return switch (c.name()) {
      case "eye" -> (RealMat) RealMat.scalar(1).eye(size(a.getFirst()));
      case "ones", "zeros" -> {
        double entry = c.name().equals("ones") ? 1 : 0;
        int cols = a.size() == 1 ? 1 : size(a.get(1));
        yield RealMat.generate(size(a.getFirst()), cols, (_, _) -> entry);
      }
      case "dupmat" -> ReferenceVocabulary.duplication(size(a.getFirst()));
      case "elimat" -> ReferenceVocabulary.elimination(size(a.getFirst()));
      case "reshape" -> RealMat.of(size(a.get(1)), size(a.get(2)), of(a.getFirst()).toArray());
      case "sg" -> stop(of(a.getFirst()));
      case "integrate" -> integral(a);
      case "diff" -> derivative(a.get(0), ((Syntax.Name) a.get(1)).text());
      case "sum" -> a.size() == 2 ? sum((Syntax.Name) a.get(0), a.get(1)) : apply(c);
      case "norm" -> a.size() == 2 && isInduced(a.get(1)) ? norm(c) : apply(c);
      default -> apply(c);
    };
  }

  private RealMat integral(List<Syntax> a) {
    String t = ((Syntax.Name) a.get(1)).text();
    double from = of(a.get(2)).get(0, 0);
    double to = of(a.get(3)).get(0, 0);
    RealMat outer = values.get(t);
    RealMat integral =
        ReferenceQuadrature.of(
            x -> {
              values.put(t, RealMat.scalar(x));
              return of(a.getFirst());
            },
            from,
            to);
    if (outer == null) {
      values.remove(t);
    } else {
      values.put(t, outer);
    }
    return integral;
  }

  private RealMat apply(Syntax.Call c) {
    List<RealMat> arguments = c.arguments().stream().map(this::of).toList();
    Optional<RealMat> value = functions.call(c.name(), arguments);
    if (value.isPresent()) {
      return value.get();
    }
    return apply(c.name(), arguments);
  }

  private RealMat apply(String name, List<RealMat> arguments) {
    double near = 1e-7 * Math.max(1, magnitude);
    edge |= ReferenceFunctions.isOnEdge(name, arguments, near, !stopped.isEmpty());
    return ReferenceFunctions.of(name, arguments);
  }

  private RealMat stop(RealMat value) {
    int next = stopped.size();
    RealMat used = next < held.size() ? held.get(next) : value;
    stopped.add(used);
    return used;
  }

  private int size(Syntax size) {
    return switch (size) {
      case Syntax.Number n -> Integer.parseInt(n.text());
      case Syntax.Name n -> java.util.Objects.requireNonNull(sizes.get(n.text()));
      case Syntax.Binary b when b.operator().equals("+") -> size(b.left()) + size(b.right());
      case Syntax.Binary b when b.operator().equals("*") -> size(b.left()) * size(b.right());
      case Syntax.Binary b when b.operator().equals("/") -> size(b.left()) / size(b.right());
      default -> throw new IllegalArgumentException("no size: " + size);
    };
  }

  private RealMat sum(Syntax.Name index, Syntax body) {
    Dim range = RandomScope.SIZES.get(RandomScope.INDICES.indexOf(index.text()));
    Integer outer = indices.get(index.text());
    RealMat total = RealMat.scalar(0);
    for (int i = 1; i <= range.at(sizes); i++) {
      indices.put(index.text(), i);
      total = zip(total, of(body), Double::sum);
    }
    if (outer == null) {
      indices.remove(index.text());
    } else {
      indices.put(index.text(), outer);
    }
    return total;
  }

  private boolean isOption(Syntax.Call c) {
    return c.arguments().size() > 1
        && c.arguments().getLast() instanceof Syntax.Name(String word, _)
        && (word.equals("rows") || word.equals("cols"))
        && !values.containsKey(word)
        && !definitions.containsKey(word);
  }

  private RealMat rowwise(Syntax.Call c) {
    List<Syntax> a = c.arguments();
    RealMat x = of(a.getFirst());
    List<RealMat> more = a.subList(1, a.size() - 1).stream().map(this::of).toList();
    boolean byRows = ((Syntax.Name) a.getLast()).text().equals("rows");
    boolean log = c.name().equals("logsoftmax");
    UnaryOperator<RealMat> rows =
        log || c.name().equals("softmax")
            ? t -> ReferenceArrays.softmax(t, log)
            : t ->
                ReferenceVocabulary.ofRows(
                    t,
                    row -> {
                      var arguments = new ArrayList<>(List.of(row));
                      arguments.addAll(more);
                      return apply(c.name(), arguments);
                    });
    return byRows ? rows.apply(x) : (RealMat) rows.apply((RealMat) x.transpose()).transpose();
  }

  private static boolean isInduced(Syntax p) {
    return (p instanceof Syntax.Name(String word, _) && word.equalsIgnoreCase("inf"))
        || (p instanceof Syntax.Number(String one, _) && one.equals("1"));
  }

  /// The largest sum of absolute values, of a column or of a row.
  private RealMat norm(Syntax.Call c) {
    RealMat value = of(c.arguments().getFirst());
    boolean ofColumns = c.arguments().get(1) instanceof Syntax.Number;
    if (value.rows() == 1 || value.cols() == 1) {
      return apply(ofColumns ? "norm1" : "norminf", List.of(value));
    }
    RealMat x = apply("abs", List.of(value));
    RealMat sums =
        ReferenceVocabulary.ofRows(ofColumns ? (RealMat) x.transpose() : x, row -> row.sum());
    return apply("max", List.of(sums));
  }

  /// Rows and columns, counted from one; a vector or row takes one selector.
  private RealMat slice(RealMat x, List<Syntax> selectors) {
    boolean single = selectors.size() == 1;
    int[] all = {1, 1};
    int[] rows = single && x.rows() == 1 ? all : picked(selectors.getFirst(), x.rows());
    int[] cols =
        single
            ? (x.rows() == 1 ? picked(selectors.getFirst(), x.cols()) : all)
            : picked(selectors.get(1), x.cols());
    return RealMat.generate(
        rows[1] - rows[0] + 1,
        cols[1] - cols[0] + 1,
        (i, j) -> x.get(rows[0] + i - 1, cols[0] + j - 1));
  }

  private int[] picked(Syntax selector, int size) {
    int[] picked =
        switch (selector) {
          case Syntax.Colon _ -> new int[] {1, size};
          case Syntax.Range r -> new int[] {size(r.from()), size(r.to())};
          case Syntax.Name n -> new int[] {indices.get(n.text()), indices.get(n.text())};
          default -> new int[] {size(selector), size(selector)};
        };
    if (picked[1] > size) {
      throw new Undefined("there is no entry " + picked[1]);
    }
    return picked;
  }

  /// The derivative in the default layout, by differences: a gradient has the shape of the
  /// variable, a Jacobian one row for each output.
  private RealMat derivative(Syntax f, String variable) {
    RealMat x = name(variable);
    Reference here =
        inner(Map.of(), held.subList(Math.min(stopped.size(), held.size()), held.size()));
    RealMat y = here.of(f);
    stopped.addAll(here.stopped);
    magnitude = Math.max(magnitude, here.magnitude);
    edge |= here.edge;
    List<RealMat> columns = new ArrayList<>();
    for (int k = 0; k < x.rows() * x.cols(); k++) {
      int at = k;
      RealMat unit = RealMat.generate(x.rows(), x.cols(), (i, j) -> i + j * x.rows() == at ? 1 : 0);
      columns.add(
          new ReferenceSlope(t -> here.follower(variable, x.plus(unit.scale(t))).of(f))
              .derivative());
    }
    if (isScalar(x)) {
      return columns.getFirst();
    }
    RealMat jacobian = ReferenceArrays.ofColumns(columns);
    return isScalar(y) ? RealMat.of(x.rows(), x.cols(), jacobian.toArray()) : jacobian;
  }
}
