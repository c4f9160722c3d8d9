package org.frechet.print;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.print.PythonGraph.Value;
import org.frechet.shape.Shape;

/// Writes a complete Python module with a function `value` and a function `derivative`, on NumPy
/// and, only where it is needed, SciPy.
///
/// Arguments are the variables of the function in alphabetical order; a variable of the derivative
/// that the function does not contain comes last and may be left out. A size that no argument
/// tells, such as n in `a*eye(n)`, is a keyword argument. Vectors and rows are arrays of shape
/// (n,), matrices of shape (m, n), scalars floats.
///
/// Abstract functions and their derivatives are arguments too, in the same order: callables that
/// take and return arrays of these shapes. `f''` is called `f_prime2`.
public final class NumpyPrinter {
  /// A variable as an argument; `optional` when it defaults to None.
  private record Argument(String name, Kind kind, boolean optional) {}

  /// An array of a shape, or a function with a signature.
  private record Kind(Shape shape, String signature) {
    static Kind of(Shape shape) {
      return new Kind(shape, "");
    }

    boolean isFunction() {
      return !signature.isEmpty();
    }
  }

  /// What one function needs: its statements, the arguments that it reads, sizes without a source.
  private record Body(List<String> lines, Set<String> reads, List<String> unknown) {}

  private final List<Argument> arguments;
  private final Set<String> sizes;

  private NumpyPrinter(List<Argument> arguments, Set<String> sizes) {
    this.arguments = arguments;
    this.sizes = sizes;
  }

  /// {@return the module} `names` are the variables of the expression as the user wrote it; those
  /// that neither `value` nor `derivative` contains any more are arguments all the same.
  public static String module(Expr value, Expr derivative, Set<String> names) {
    Map<String, Kind> ofValue = kinds(value);
    Map<String, Kind> ofDerivative = kinds(derivative);
    var own = new TreeMap<>(ofValue);
    names.forEach(
        name -> own.putIfAbsent(name, ofDerivative.getOrDefault(name, Kind.of(Shape.SCALAR))));
    return module(value, derivative, own, ofDerivative);
  }

  /// {@return the module} `variables` are those of the expression as the user wrote it, `by` is the
  /// one that the derivative is by.
  public static String module(Expr value, Expr derivative, Collection<Expr> variables, Expr by) {
    var own = new TreeMap<>(kinds(value));
    variables.forEach(v -> own.putAll(kinds(v)));
    var others = new HashMap<>(kinds(derivative));
    others.putAll(kinds(by));
    return module(value, derivative, own, others);
  }

  private static String module(
      Expr value, Expr derivative, SortedMap<String, Kind> own, Map<String, Kind> others) {
    var arguments = new ArrayList<Argument>();
    own.forEach((name, kind) -> arguments.add(new Argument(name, kind, false)));
    new TreeMap<>(others)
        .forEach((name, kind) -> {
          if (!own.containsKey(name)) {
            arguments.add(new Argument(name, kind, true));
          }
        });
    var sizes = new TreeSet<String>();
    arguments.forEach(a -> sizes.addAll(a.kind.shape.count().names()));
    for (Expr e : Traversal.topological(List.of(value, derivative))) {
      sizes.addAll(sizes(e));
    }
    return new NumpyPrinter(arguments, sizes).module(value, derivative);
  }

  /// {@return the named sizes in the shape or value of this node}
  private static List<String> sizes(Expr e) {
    if (e.node() instanceof Node.Size s) {
      return s.dim().names();
    }
    return e.node() instanceof Node.IndexSum s
        ? s.index().size().names()
        : e.shape().count().names();
  }

  /// {@return variables, increments and abstract functions by name}
  private static Map<String, Kind> kinds(Expr root) {
    var kinds = new HashMap<String, Kind>();
    for (Expr e : Traversal.topological(root)) {
      if (e.node() instanceof Node.Var v) {
        kinds.put(v.name(), Kind.of(v.shape()));
      } else if (e.node() instanceof Node.Increment i) {
        kinds.put(i.name(), Kind.of(i.shape()));
      } else if (e.node() instanceof Node.Apply a) {
        ((Function) a.operator())
            .symbol()
            .ifPresent(s -> kinds.put(s.name(), new Kind(Shape.SCALAR, s.declaration())));
      }
    }
    return kinds;
  }

  private String module(Expr value, Expr derivative) {
    Body first = body(value, false);
    Body second = body(derivative, derivative.shape().isRow());
    var unknown = new TreeSet<>(first.unknown);
    unknown.addAll(second.unknown);
    String functions =
        function("value", first, unknown) + "\n\n" + function("derivative", second, unknown);
    var parts = new ArrayList<>(NumpyHelpers.preamble(functions));
    parts.add(functions);
    return String.join("\n\n", parts);
  }

  /// `laidOut` says that a row is returned as a 1×n array: the layout is what was asked for.
  private Body body(Expr root, boolean laidOut) {
    var names = new PythonNames();
    Map<String, String> identifiers = identifiers(names);
    var locals = new HashMap<String, String>();
    sizes.forEach(size -> locals.put(size, names.give(size)));
    var lowering = new NumpyLowering(names, identifiers::get, locals::get);
    Value operations = lowering.lower(root);
    var block = PythonBlock.of(names);
    String result = block.write(operations).text();
    var shapes = new LinkedHashMap<String, Shape>();
    arguments.stream()
        .filter(a -> !a.kind.isFunction())
        .forEach(a -> shapes.put(identifiers.get(a.name), a.kind.shape));
    var sources = new PythonSizes(shapes, locals::get);
    var needed = new TreeSet<String>();
    var reads = new HashSet<String>();
    for (Value v : block.written()) {
      if (lowering.sizes().containsKey(v)) {
        lowering.sizes().get(v).names().forEach(needed::add);
      }
      if (lowering.arguments().containsKey(v)) {
        reads.add(identifiers.get(lowering.arguments().get(v)));
      }
      if (lowering.functions().containsKey(v)) {
        reads.add(identifiers.get(lowering.functions().get(v)));
      }
    }
    needed.forEach(sources::need);
    reads.addAll(sources.arguments());
    var lines = new ArrayList<String>();
    sources.lines().forEach(line -> lines.add("    " + line));
    lines.addAll(block.lines());
    String returned = returned(root, operations, result, lowering.arguments().keySet());
    lines.add("    return " + (laidOut ? "np.reshape(" + returned + ", (1, -1))" : returned));
    return new Body(lines, reads, sources.unknown().stream().map(locals::get).toList());
  }

  private Map<String, String> identifiers(PythonNames names) {
    var identifiers = new LinkedHashMap<String, String>();
    arguments.forEach(a -> identifiers.put(a.name, names.give(unprimed(a.name))));
    return identifiers;
  }

  private static String unprimed(String name) {
    int primes = name.length() - name.replace("'", "").length();
    return primes == 0
        ? name
        : name.substring(0, name.length() - primes) + "_prime" + (primes == 1 ? "" : primes);
  }

  /// A scalar is a float; an array never shares memory with an argument.
  private static String returned(Expr root, Value value, String text, Set<Value> arguments) {
    if (root.isScalar()) {
      return root.node() instanceof Node.Num n && n.value().isInteger()
          ? text + ".0"
          : "float(" + text + ")";
    }
    Value origin = value;
    while (origin.form().aliases()) {
      if (origin.form().template().startsWith("np.diagonal(")) {
        return "np.array(" + text + ")"; // NumPy's diagonal is read-only
      }
      origin = origin.operands().getFirst();
    }
    return arguments.contains(origin) ? "np.array(" + text + ")" : text;
  }

  private String function(String name, Body body, Set<String> unknown) {
    Map<String, String> identifiers = identifiers(new PythonNames());
    var parameters = new ArrayList<String>();
    var lines = new ArrayList<String>();
    for (Argument a : arguments) {
      String identifier = requireNonNull(identifiers.get(a.name));
      parameters.add(identifier + (a.optional ? "=None" : ""));
      if (body.reads.contains(identifier)) {
        if (a.optional) {
          lines.add("    if " + identifier + " is None:");
          lines.add("        raise ValueError(\"" + identifier + " is needed here\")");
        }
        if (!a.kind.isFunction()) {
          lines.add("    " + identifier + " = " + converted(identifier, a.kind.shape));
        }
      }
    }
    if (!unknown.isEmpty()) {
      parameters.add("*");
      parameters.addAll(unknown);
    }
    signatures(identifiers).ifPresent(lines::addFirst);
    lines.addFirst("def " + name + "(" + String.join(", ", parameters) + "):");
    lines.addAll(body.lines);
    return String.join("\n", lines) + "\n";
  }

  /// {@return a docstring that says what functions are passed in, if there are any}
  private Optional<String> signatures(Map<String, String> identifiers) {
    List<String> signatures =
        arguments.stream()
            .filter(a -> a.kind.isFunction())
            .map(a -> requireNonNull(identifiers.get(a.name)) + ": " + a.kind.signature)
            .toList();
    return signatures.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "    \"\"\"Functions that are passed in:\n    "
                + String.join("\n    ", signatures)
                + "\n    \"\"\"");
  }

  private static String converted(String identifier, Shape shape) {
    if (shape.isScalar()) {
      return "np.float64(" + identifier + ")";
    }
    String array = "np.asarray(" + identifier + ", dtype=float)";
    return shape.isMatrix() ? array : "np.ravel(" + array + ")";
  }
}
