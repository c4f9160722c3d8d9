package org.frechet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// Random calls of abstract functions and their derivatives, declared as they are needed.
final class RandomAbstract {
  private static final List<String> NAMES = List.of("f", "g", "h", "L", "K", "P");

  private record Declared(List<Shape> arguments, Shape value) {
    String text() {
      return arguments.stream().map(Shape::declaration).collect(Collectors.joining(", "))
          + " -> "
          + value.declaration();
    }
  }

  private final RandomExpressions expressions;
  private final RandomScope scope;
  private final Map<Declared, String> functions = new LinkedHashMap<>();
  private int count;

  RandomAbstract(RandomExpressions expressions, RandomScope scope) {
    this.expressions = expressions;
    this.scope = scope;
  }

  /// {@return a call with a value of this shape}
  Syntax of(Shape shape, int budget) {
    int kind = scope.random(100);
    if (kind < 30) {
      return elementwise(shape, budget);
    }
    if (kind < 65) {
      return call(
          "", List.of(someShape(), someShape()).subList(0, 1 + scope.random(2)), shape, budget);
    }
    return derivative(shape, budget);
  }

  private Shape someShape() {
    Shape shape = scope.shape();
    return shape.count().terms().size() > 1 ? Shape.vector(scope.size()) : shape;
  }

  private Syntax elementwise(Shape shape, int budget) {
    String name = scope.pick(List.of("phi", "chi", "rho"));
    scope.function(
        name, "elementwise" + (name.equals("rho") ? " with derivative 1/(1 + t^2)" : ""));
    int order = scope.chance(50) ? 0 : 1 + scope.random(name.equals("rho") ? 1 : 3);
    return primed(name, order, expressions.of(shape, budget - 1));
  }

  private static Syntax primed(String name, int order, Syntax argument) {
    if (order == 0) {
      return RandomTrees.call(name, argument);
    }
    Syntax target = RandomTrees.name(name);
    for (int i = 0; i < order; i++) {
      target = RandomTrees.transpose(target);
    }
    return RandomTrees.entry(target, argument);
  }

  private Syntax derivative(Shape shape, int budget) {
    if (shape.isScalar()) {
      String name = declared(List.of(Shape.SCALAR), Shape.SCALAR);
      return primed(name, 1 + scope.random(3), expressions.of(shape, budget - 1));
    }
    Dim rows = shape.rows();
    Dim cols = shape.cols();
    if (shape.isVector() || scope.chance(15)) { // a curve
      return call(scope.pick(List.of("D", "D2", "D3")), List.of(Shape.SCALAR), shape, budget);
    }
    if (shape.isRow()) {
      return scope.chance(60)
          ? call("D", List.of(Shape.vector(cols)), Shape.SCALAR, budget)
          : call("D2", List.of(Shape.SCALAR, Shape.vector(cols)), Shape.SCALAR, budget);
    }
    return switch (scope.random(5)) {
      case 0 -> call("D", List.of(Shape.vector(cols)), Shape.vector(rows), budget);
      case 1 -> call("D", List.of(Shape.matrix(cols, rows)), Shape.SCALAR, budget);
      case 2 -> call("D12", List.of(Shape.vector(rows), Shape.vector(cols)), Shape.SCALAR, budget);
      case 3 -> call("D21", List.of(Shape.vector(cols), Shape.vector(rows)), Shape.SCALAR, budget);
      default ->
          rows.equals(cols)
              ? call("D2", List.of(Shape.vector(rows)), Shape.SCALAR, budget)
              : call("D1", List.of(Shape.row(cols), Shape.SCALAR), Shape.vector(rows), budget);
    };
  }

  private Syntax call(String prefix, List<Shape> arguments, Shape value, int budget) {
    var values = new ArrayList<Syntax>();
    int left = budget - 1;
    for (Shape a : arguments) {
      int part = expressions.part(left);
      left -= part;
      values.add(expressions.of(a, part));
    }
    boolean primed = arguments.equals(List.of(Shape.SCALAR)) && value.isScalar();
    String name = declared(arguments, value);
    return primed
        ? primed(name, prefix.length(), values.getFirst())
        : RandomTrees.call(prefix + name, values);
  }

  private String declared(List<Shape> arguments, Shape value) {
    var function = new Declared(arguments, value);
    String known = functions.get(function);
    if (known != null && scope.chance(80)) {
      return known;
    }
    String name = count < NAMES.size() ? NAMES.get(count) : "f_" + count;
    count++;
    functions.put(function, name);
    scope.function(name, function.text());
    return name;
  }
}
