package org.frechet;

import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.colon;
import static org.frechet.RandomTrees.name;
import static org.frechet.RandomTrees.number;
import static org.frechet.RandomTrees.range;
import static org.frechet.RandomTrees.transpose;

import java.util.ArrayList;
import java.util.List;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// Entries, slices, blocks, sums over an index, and the forms that are not plain calls.
final class RandomSelections {
  private static final Dim TWO = Dim.of(2);

  private final RandomExpressions expressions;
  private final RandomRows rows;
  private final RandomScope scope;

  RandomSelections(RandomExpressions expressions, RandomCalls calls, RandomScope scope) {
    this.expressions = expressions;
    this.rows = new RandomRows(expressions, calls, scope);
    this.scope = scope;
  }

  Syntax of(Shape shape, int budget) {
    int kind = scope.random(100);
    if (kind < 4) {
      return new RandomIntegrals(expressions, scope).of(shape, budget);
    }
    if (kind < 25) {
      return slice(shape, budget);
    }
    if (kind < 45) {
      return block(shape, budget);
    }
    if (kind < 65) {
      return sum(shape, budget);
    }
    if (kind < 75) {
      return call("sg", expressions.of(shape, budget));
    }
    if (kind < 83) {
      return diff(shape, budget);
    }
    return kind < 88 ? reshape(shape, budget) : rows.of(shape, budget);
  }

  /// {@return rows, columns or entries with constant positions}
  private Syntax slice(Shape shape, int budget) {
    boolean one = shape.rows().isOne();
    boolean keepsRows = !one && !(shape.rows().equals(TWO) && scope.chance(60));
    boolean keepsCols = !shape.cols().isOne() && !(shape.cols().equals(TWO) && scope.chance(60));
    if (keepsRows && keepsCols) {
      return expressions.of(shape, budget);
    }
    Dim rows = keepsRows ? shape.rows() : one && scope.chance(30) ? Dim.ONE : scope.size();
    Dim cols =
        keepsCols
            ? shape.cols()
            : shape.cols().isOne() && scope.chance(50) ? Dim.ONE : scope.size();
    if (rows.isOne() && cols.isOne()) {
      rows = scope.size();
    }
    Syntax target = expressions.of(new Shape(rows, cols), budget);
    if (target instanceof Syntax.Number) {
      return expressions.of(shape, budget);
    }
    var selectors = new ArrayList<Syntax>();
    if (!rows.isOne() || scope.chance(20)) {
      selectors.add(rows.isOne() || keepsRows ? colon() : positions(shape.rows()));
    }
    if (!cols.isOne() || selectors.isEmpty() || scope.chance(20)) {
      selectors.add(cols.isOne() || keepsCols ? colon() : positions(shape.cols()));
    }
    return rows.isOne() || cols.isOne() || selectors.size() == 2
        ? RandomTrees.entry(target, selectors.toArray(Syntax[]::new))
        : expressions.of(shape, budget);
  }

  private Syntax positions(Dim size) {
    return size.isOne() ? number("" + (1 + scope.random(2))) : range(1, 2);
  }

  /// {@return a matrix of blocks, where a size is a sum}
  private Syntax block(Shape shape, int budget) {
    List<Dim> heights = parts(shape.rows());
    List<Dim> widths = parts(shape.cols());
    if (heights.size() * widths.size() == 1) {
      return expressions.of(shape, budget);
    }
    int each = budget / (heights.size() * widths.size());
    var rows = new ArrayList<List<Syntax>>();
    for (Dim height : heights) {
      var row = new ArrayList<Syntax>();
      for (Dim width : widths) {
        row.add(expressions.of(new Shape(height, width), each));
      }
      rows.add(row);
    }
    return RandomTrees.block(rows);
  }

  private List<Dim> parts(Dim size) {
    if (size.equals(TWO)) {
      return List.of(Dim.ONE, Dim.ONE);
    }
    for (Dim n : RandomScope.SIZES) {
      if (size.equals(n.plus(Dim.ONE))) {
        return scope.chance(50) ? List.of(n, Dim.ONE) : List.of(Dim.ONE, n);
      }
    }
    return List.of(size);
  }

  private Syntax sum(Shape shape, int budget) {
    int index = scope.enter();
    Syntax body = expressions.of(shape, budget);
    Syntax part = entry(Shape.SCALAR, index); // the index must stand somewhere
    Syntax whole =
        scope.chance(50) ? binary("*", part, body) : binary("+", body, entry(shape, index));
    scope.leave();
    return call("sum", name(RandomScope.INDICES.get(index)), whole);
  }

  /// {@return something of this shape with the index in it}
  Syntax entry(Shape shape, int index) {
    Dim n = RandomScope.SIZES.get(index);
    Syntax i = name(RandomScope.INDICES.get(index));
    if (shape.isMatrix()) {
      Syntax column = entry(Shape.vector(shape.rows()), index);
      return binary("*", column, expressions.leaf(Shape.row(shape.cols())));
    }
    if (shape.isRow()) {
      return scope.chance(70)
          ? RandomTrees.entry(scope.variable(Shape.matrix(n, shape.cols()), false), i, colon())
          : transpose(entry(shape.transposed(), index));
    }
    if (shape.isVector()) {
      return RandomTrees.entry(scope.variable(Shape.matrix(shape.rows(), n), false), colon(), i);
    }
    return switch (scope.random(5)) {
      case 0 -> RandomTrees.entry(scope.variable(Shape.matrix(n, n), false), i, i);
      case 1 ->
          RandomTrees.entry(
              scope.variable(Shape.matrix(n, scope.pick(RandomScope.SIZES)), false),
              i,
              number("2"));
      case 2 -> {
        Dim m = RandomScope.SIZES.get(scope.index());
        Syntax j = name(RandomScope.INDICES.get(RandomScope.SIZES.indexOf(m)));
        yield RandomTrees.entry(scope.variable(Shape.matrix(m, n), false), j, i);
      }
      default -> RandomTrees.entry(scope.variable(Shape.vector(n), false), i);
    };
  }

  /// {@return a nested derivative of this shape in the default layout}
  private Syntax diff(Shape shape, int budget) {
    if (scope.isLooping()) {
      return expressions.of(shape, budget);
    }
    // a structured variable would ask for a projection, which the reference does not know
    boolean square = shape.isMatrix() && shape.isSquare();
    Syntax x = scope.variable(shape, square ? "invertible" : scope.chance(30) ? "positive" : "any");
    Syntax f = expressions.of(Shape.SCALAR, Math.min(budget, 3));
    if (shape.isScalar() || !shape.isMatrix()) {
      return call("diff", f, x);
    }
    return shape.rows().isName() && shape.cols().isName() && scope.chance(50)
        ? call(
            "diff",
            expressions.of(Shape.vector(shape.rows()), Math.min(budget, 2)),
            scope.variable(Shape.vector(shape.cols()), false))
        : call("diff", f, x);
  }

  private Syntax reshape(Shape shape, int budget) {
    Shape from =
        scope.chance(50)
            ? Shape.vector(shape.count())
            : scope.chance(50) ? Shape.row(shape.count()) : shape.transposed();
    return call(
        "reshape",
        expressions.of(from, budget),
        RandomExpressions.size(shape.rows()),
        RandomExpressions.size(shape.cols()));
  }
}
