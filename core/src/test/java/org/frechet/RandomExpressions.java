package org.frechet;

import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.minus;
import static org.frechet.RandomTrees.name;
import static org.frechet.RandomTrees.number;
import static org.frechet.RandomTrees.transpose;

import java.util.List;
import org.frechet.derive.Layout;
import org.frechet.numeric.Rng;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// Random well-shaped expressions over the whole vocabulary, the same for the same seed. Operands
/// of functions are mostly drawn inside their domains.
final class RandomExpressions {
  private final RandomScope scope;
  private final RandomCalls calls;
  private final RandomSelections selections;
  private final RandomAbstract functions;

  /// How many percent of the operations are calls of abstract functions: many in some requests,
  /// none in the others.
  private int abstractly;

  private RandomExpressions(RandomScope scope) {
    this.scope = scope;
    calls = new RandomCalls(this, scope);
    selections = new RandomSelections(this, calls, scope);
    functions = new RandomAbstract(this, scope);
  }

  /// {@return the random request of this seed}
  static RandomCase of(long seed) {
    var scope = new RandomScope(new Rng(new Rng(seed).nextLong()));
    var expressions = new RandomExpressions(scope);
    expressions.abstractly = seed % 16 == 9 ? 30 : 0;
    return expressions.request(seed);
  }

  private RandomCase request(long seed) {
    int order = scope.chance(18) ? 2 : 1;
    Shape shape = scope.chance(45) ? Shape.SCALAR : scope.shape();
    Syntax tree = lets(shape, 1 + scope.random(order == 2 ? 6 : 12));
    if (scope.variables().isEmpty()) {
      scope.variable(Shape.vector(RandomScope.SIZES.getFirst()), false);
    }
    String wrt = scope.pick(scope.variables()).name() + (scope.chance(3) ? "'" : "");
    Layout layout = scope.chance(60) ? Layout.MIXED : scope.pick(List.of(Layout.values()));
    // Of a vector there is none on a curved set, nor by the transpose of what has structure.
    boolean once = scope.isStructured(wrt) && (!shape.isScalar() || wrt.endsWith("'"));
    return new RandomCase(
        seed,
        TextPrinter.print(tree),
        scope.declarations(),
        wrt,
        once && !scope.chance(10) ? 1 : order,
        layout);
  }

  private Syntax lets(Shape shape, int budget) {
    if (!scope.chance(12) || budget < 4) {
      return of(shape, budget);
    }
    Shape defined = scope.shape();
    Syntax value = of(defined, budget / 2);
    String word = defined.isMatrix() ? "M_1" : "h_" + (1 + scope.random(2));
    scope.remember(name(word), defined);
    scope.remember(name(word), defined);
    return RandomTrees.let(word, value, of(shape, budget / 2));
  }

  /// {@return an expression of this shape with about so many operations}
  Syntax of(Shape shape, int budget) {
    if (budget <= 0) {
      return leaf(shape);
    }
    if (scope.chance(8)) {
      Syntax again = scope.remembered(shape);
      if (!(again instanceof Syntax.Number)) {
        return again;
      }
    }
    Syntax made = operation(shape, budget - 1);
    scope.remember(made, shape);
    return made;
  }

  private Syntax operation(Shape shape, int budget) {
    if (abstractly > 0 && scope.chance(abstractly)) {
      return functions.of(shape, budget);
    }
    int kind = scope.random(100);
    if (kind < 16) {
      return sum(shape, budget);
    }
    if (kind < 33) {
      return product(shape, budget);
    }
    if (kind < 38) {
      return quotient(shape, budget);
    }
    if (kind < 47) {
      return hadamard(shape, budget);
    }
    if (kind < 54) {
      return power(shape, budget);
    }
    if (kind < 58) {
      return transpose(of(shape.transposed(), budget));
    }
    if (kind < 60) {
      return minus(of(shape, budget));
    }
    return kind < 84 ? calls.of(shape, budget) : selections.of(shape, budget);
  }

  Syntax leaf(Shape shape) {
    if (scope.isLooping() && scope.chance(60)) {
      return selections.entry(shape, scope.index());
    }
    int kind = scope.random(100);
    if (kind < 12) {
      Syntax again = scope.remembered(shape);
      return again instanceof Syntax.Number ? scope.variable(shape, false) : again;
    }
    if (kind < 26) {
      return constant(shape);
    }
    return kind < 32
        ? transpose(scope.variable(shape.transposed(), false))
        : scope.variable(shape, false);
  }

  private Syntax constant(Shape shape) {
    if (shape.isScalar()) {
      return scope.chance(6)
          ? name("pi")
          : number(scope.pick(List.of("2", "3", "0.5", "1", "2.5", "1e-1", "0", "4")));
    }
    for (Dim n : RandomScope.SIZES) {
      if (shape.equals(Shape.matrix(n.triangle(), n.times(n)))) {
        return call("elimat", size(n));
      }
      if (shape.equals(Shape.matrix(n.times(n), n.triangle()))) {
        return call("dupmat", size(n));
      }
    }
    if (shape.isMatrix() && shape.isSquare() && scope.chance(60)) {
      return call("eye", size(shape.rows()));
    }
    String word = scope.chance(12) ? "zeros" : "ones";
    return shape.isVector() && scope.chance(50)
        ? call(word, size(shape.rows()))
        : call(word, size(shape.rows()), size(shape.cols()));
  }

  static Syntax size(Dim dim) {
    return org.frechet.syntax.Parser.parse(dim.toString());
  }

  /// {@return a part of the budget for the first of two operands}
  int part(int budget) {
    return budget <= 0 ? 0 : scope.random(budget + 1);
  }

  private Syntax sum(Shape shape, int budget) {
    int first = part(budget);
    boolean left = scope.chance(12);
    boolean right = !left && scope.chance(14);
    return binary(
        scope.chance(60) ? "+" : "-",
        of(left ? Shape.SCALAR : shape, first),
        of(right ? Shape.SCALAR : shape, budget - first));
  }

  private Syntax product(Shape shape, int budget) {
    int first = part(budget);
    int kind = scope.random(100);
    if (kind < 15) {
      return binary("*", of(Shape.SCALAR, first), of(shape, budget - first));
    }
    if (kind < 25) {
      return binary("*", of(shape, first), of(Shape.SCALAR, budget - first));
    }
    Dim inner = scope.chance(10) ? Dim.ONE : scope.size();
    for (Dim n : RandomScope.SIZES) {
      if (shape.rows().equals(n.triangle()) && scope.chance(50)) {
        inner = n.times(n); // with elimat(n), perhaps
      }
    }
    return binary(
        "*",
        of(new Shape(shape.rows(), inner), first),
        of(new Shape(inner, shape.cols()), budget - first));
  }

  private Syntax quotient(Shape shape, int budget) {
    int first = part(budget);
    if (scope.chance(35)) {
      Dim n = shape.rows();
      return n.isOne()
          ? binary("\\", calls.nonzero(Shape.SCALAR, first), of(shape, budget - first))
          : binary("\\", calls.regular(n, first), of(shape, budget - first));
    }
    return binary("/", of(shape, first), calls.nonzero(Shape.SCALAR, budget - first));
  }

  private Syntax hadamard(Shape shape, int budget) {
    int first = part(budget);
    boolean left = scope.chance(10);
    Shape a = left ? Shape.SCALAR : shape;
    Shape b = !left && scope.chance(10) ? Shape.SCALAR : shape;
    return scope.chance(65)
        ? binary(".*", of(a, first), of(b, budget - first))
        : binary("./", of(a, first), calls.nonzero(b, budget - first));
  }

  /// A fraction, or any scalar, of a matrix whose power has all of them.
  private Syntax exponent(int budget) {
    return scope.chance(50)
        ? number(scope.pick(List.of("0.5", "1.5", "0.3")))
        : of(Shape.SCALAR, Math.min(budget, 1));
  }

  private Syntax power(Shape shape, int budget) {
    int first = part(budget);
    String dot = shape.isScalar() && scope.chance(70) ? "^" : ".^";
    int kind = scope.random(100);
    if (shape.isMatrix() && shape.isSquare() && kind < 35) {
      if (scope.chance(20)) {
        return binary("^", calls.definite(shape.rows(), first), exponent(budget - first));
      }
      return scope.chance(75)
          ? binary("^", of(shape, budget), number(scope.pick(List.of("2", "3", "0", "1", "4"))))
          : binary(
              "^", calls.regular(shape.rows(), budget), minus(number("" + (1 + scope.random(2)))));
    }
    if (kind < 60) {
      return binary(
          dot, of(shape, budget), number(scope.pick(List.of("2", "2", "3", "4", "0", "1"))));
    }
    if (kind < 72) {
      return binary(dot, calls.nonzero(shape, budget), minus(number("" + (1 + scope.random(3)))));
    }
    Syntax positive = calls.positive(shape, first);
    if (kind < 84) {
      return binary(dot, positive, fraction());
    }
    return kind < 92
        ? binary(dot, positive, of(Shape.SCALAR, budget - first))
        : binary(
            ".^",
            scope.chance(40) ? calls.positive(Shape.SCALAR, first) : positive,
            of(shape, budget - first));
  }

  private Syntax fraction() {
    Syntax k = number(scope.pick(List.of("0.5", "1.5", "2.5", "0.25")));
    Syntax third = binary("/", number("" + (1 + scope.random(4))), number("3"));
    Syntax positive = scope.chance(60) ? k : third;
    return scope.chance(25) ? minus(positive) : positive;
  }
}
