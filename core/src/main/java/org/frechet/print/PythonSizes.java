package org.frechet.print;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Finds the value of named sizes in the shapes of arguments: `n = X.shape[0]`, or solved from a
/// size such as `m*n` or `m + n` once `m` is known. What no argument tells becomes an argument
/// itself.
final class PythonSizes {
  /// A size of an array: what it is called in Python, and what it is.
  private record Axis(String argument, String text, Dim dim) {}

  private final List<Axis> axes = new ArrayList<>();
  private final UnaryOperator<String> local;
  private final Map<String, String> lines = new LinkedHashMap<>();
  private final Set<String> arguments = new HashSet<>();
  private final List<String> unknown = new ArrayList<>();

  /// `shapes` are those of the arguments by their Python name; `local` names a size in Python.
  PythonSizes(Map<String, Shape> shapes, UnaryOperator<String> local) {
    this.local = local;
    shapes.forEach((argument, shape) -> {
      if (shape.isVector() || shape.isRow()) {
        axes.add(new Axis(argument, argument + ".shape[0]", shape.count()));
      } else if (shape.isMatrix()) {
        axes.add(new Axis(argument, argument + ".shape[0]", shape.rows()));
        axes.add(new Axis(argument, argument + ".shape[1]", shape.cols()));
      }
    });
  }

  /// Makes sure that the size has a line or is an argument.
  void need(String size) {
    if (!solve(size, Set.of()) && !unknown.contains(size)) {
      unknown.add(size);
    }
  }

  /// {@return the statements, in order}
  List<String> lines() {
    return List.copyOf(lines.values());
  }

  /// {@return the arguments whose shapes the statements read}
  Set<String> arguments() {
    return arguments;
  }

  /// {@return the sizes that no argument tells}
  List<String> unknown() {
    return unknown;
  }

  private boolean solve(String size, Set<String> solving) {
    if (lines.containsKey(size)) {
      return true;
    }
    for (Axis axis : axes) {
      if (axis.dim.isName() && axis.dim.name().equals(size)) {
        return settle(size, axis, axis.text);
      }
    }
    var within = new HashSet<>(solving);
    within.add(size);
    for (Axis axis : axes) {
      List<String> others = axis.dim.names().stream().filter(n -> !n.equals(size)).toList();
      if (!axis.dim.names().contains(size) || others.stream().anyMatch(within::contains)) {
        continue;
      }
      Optional<String> solution = solution(size, axis);
      if (solution.isPresent() && others.stream().allMatch(n -> solve(n, within))) {
        return settle(size, axis, solution.get());
      }
    }
    return false;
  }

  private boolean settle(String size, Axis axis, String text) {
    lines.put(size, local.apply(size) + " = " + text);
    arguments.add(axis.argument);
    return true;
  }

  /// {@return the root of `c*size + d = axis` or `c*size² + d = axis`}
  private Optional<String> solution(String size, Axis axis) {
    Dim u = Dim.of(size);
    Dim d = at(axis.dim, size, 0);
    Dim c = at(axis.dim, size, 1).minus(d);
    String rest = d.equals(Dim.of(0)) ? axis.text : "(" + axis.text + " - " + grouped(d) + ")";
    if (axis.dim.equals(c.times(u).plus(d))) {
      return Optional.of(
          c.isOne() ? rest.replaceFirst("^\\((.*)\\)$", "$1") : rest + "//" + grouped(c));
    }
    if (axis.dim.equals(c.times(u).times(u).plus(d))) {
      return Optional.of("round((" + rest + (c.isOne() ? "" : "/" + grouped(c)) + ")**0.5)");
    }
    return triangle(u, axis);
  }

  /// {@return the root n of `n*(n + 1)/2 = axis`}
  private static Optional<String> triangle(Dim size, Axis axis) {
    return axis.dim.equals(size.triangle())
        ? Optional.of("round(((8*" + axis.text + " + 1)**0.5 - 1)/2)")
        : Optional.empty();
  }

  private static Dim at(Dim dim, String size, long value) {
    return dim.substitute(n -> n.equals(size) ? Dim.of(value) : Dim.of(n));
  }

  private String grouped(Dim dim) {
    String text = text(dim);
    return dim.isName() || dim.isConstant() ? text : "(" + text + ")";
  }

  /// {@return the size as Python arithmetic}
  String text(Dim dim) {
    return text(dim, local);
  }

  static String text(Dim dim, UnaryOperator<String> local) {
    return dim.substitute(n -> Dim.of(local.apply(n))).toString().replace("/", "//");
  }
}
