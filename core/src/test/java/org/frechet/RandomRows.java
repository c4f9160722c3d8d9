package org.frechet;

import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.name;
import static org.frechet.RandomTrees.number;
import static org.frechet.RandomTrees.transpose;

import java.util.ArrayList;
import java.util.List;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.frechet.function.Signature;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// Calls with a word after the arguments, `sum(X, rows)`, and other forms that no signature leads
/// to.
final class RandomRows {
  private static final List<Function> ROWS =
      Functions.all().stream().filter(f -> f.option().equals("rows")).toList();

  private final RandomExpressions expressions;
  private final RandomCalls calls;
  private final RandomScope scope;

  RandomRows(RandomExpressions expressions, RandomCalls calls, RandomScope scope) {
    this.expressions = expressions;
    this.calls = calls;
    this.scope = scope;
  }

  /// {@return a function of each row or of each column}
  Syntax of(Shape shape, int budget) {
    if (shape.isScalar()) {
      return scope.chance(50) ? triple(budget) : norm(budget);
    }
    boolean byRows = !shape.isRow() && (shape.isVector() || scope.chance(50));
    Shape value = byRows ? shape : shape.transposed();
    List<Function> fitting =
        ROWS.stream()
            .filter(f -> value.isVector() || f.signatures().getFirst().value().isMatrix())
            .toList();
    Function f = scope.pick(fitting);
    Signature signature = scope.pick(f.signatures());
    Dim cols = signature.value().isMatrix() ? value.cols() : scope.size();
    Shape argument = new Shape(value.rows(), cols);
    var arguments = new ArrayList<Syntax>();
    arguments.add(expressions.of(byRows ? argument : argument.transposed(), budget));
    for (int i = 1; i < signature.arguments().size(); i++) {
      arguments.add(calls.positive(Shape.SCALAR, 1));
    }
    arguments.add(name(byRows ? "rows" : "cols"));
    return call(f.name(), arguments);
  }

  /// {@return a product of vectors in space}
  private Syntax triple(int budget) {
    Shape space = Shape.vector(Dim.of(3));
    Syntax product = call("cross", expressions.of(space, budget / 2), expressions.of(space, 0));
    return binary("*", transpose(scope.variable(space, false)), product);
  }

  /// {@return an induced norm, or one of a vector, named by a word}
  private Syntax norm(int budget) {
    Shape shape = scope.chance(50) ? Shape.vector(scope.size()) : scope.shape();
    Syntax x = expressions.of(shape, budget);
    return scope.chance(50)
        ? call("norm", x, number("1"))
        : call("norm", x, name(scope.pick(List.of("inf", "Inf"))));
  }
}
