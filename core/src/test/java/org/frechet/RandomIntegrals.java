package org.frechet;

import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.number;

import java.util.List;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// Integrals of random expressions over a variable that may stand outside too.
final class RandomIntegrals {
  private final RandomExpressions expressions;
  private final RandomScope scope;

  RandomIntegrals(RandomExpressions expressions, RandomScope scope) {
    this.expressions = expressions;
    this.scope = scope;
  }

  Syntax of(Shape shape, int budget) {
    Syntax t = scope.integrationVariable();
    Syntax body = expressions.of(shape, Math.min(budget, 4));
    String text = TextPrinter.print(body);
    if (text.contains("sg(")
        || text.contains("diff(")
        || text.contains("h_")
        || text.contains("M_1")) {
      return body; // what is stopped may not vary, and what is defined may be stopped
    }
    Syntax varying =
        scope.chance(50)
            ? binary("*", call(scope.pick(List.of("exp", "sin", "cos")), t), body)
            : body;
    return call("integrate", varying, t, limit("0"), limit("1"));
  }

  private Syntax limit(String number) {
    return switch (scope.random(4)) {
      case 0 -> scope.variable(Shape.SCALAR, false);
      case 1 -> call("sin", expressions.of(Shape.SCALAR, 1));
      default -> number(number);
    };
  }
}
