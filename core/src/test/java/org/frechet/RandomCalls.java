package org.frechet;

import static org.frechet.RandomTrees.binary;
import static org.frechet.RandomTrees.call;
import static org.frechet.RandomTrees.number;
import static org.frechet.RandomTrees.transpose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.frechet.expr.Algebra;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.frechet.function.Need;
import org.frechet.function.Signature;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.frechet.syntax.Syntax;

/// Calls of declared functions, found by what their signatures give; and expressions within the
/// domains that functions need.
final class RandomCalls {
  /// A function at one of its signatures, all of whose sizes follow from the arguments.
  private record Form(Function function, Signature signature) {}

  /// Fréchet derivatives of high order take their time.
  private static final int MOST_ARGUMENTS = 3;

  private static final List<Form> FORMS =
      Functions.all().stream()
          .filter(f -> Functions.byName(f.name()).filter(g -> g == f).isPresent())
          .flatMap(f -> f.signatures().stream().map(s -> new Form(f, s)))
          .filter(form -> form.signature.arguments().size() <= MOST_ARGUMENTS)
          .filter(form ->
              names(form.signature.arguments()).containsAll(names(List.of(form.signature.value()))))
          .toList();

  private static final List<Dim> CHOICES =
      Stream.concat(RandomScope.SIZES.stream(), Stream.of(Dim.ONE)).toList();

  private final RandomExpressions expressions;
  private final RandomScope scope;

  RandomCalls(RandomExpressions expressions, RandomScope scope) {
    this.expressions = expressions;
    this.scope = scope;
  }

  private static Set<String> names(List<Shape> shapes) {
    var names = new HashSet<String>();
    for (Shape s : shapes) {
      names.addAll(s.rows().names());
      names.addAll(s.cols().names());
    }
    return names;
  }

  /// {@return a call of a random function with a value of this shape}
  Syntax of(Shape shape, int budget) {
    List<Form> fitting = FORMS.stream().filter(f -> bind(f.signature, shape).isPresent()).toList();
    return applied(scope.pick(fitting), shape, budget);
  }

  private Syntax applied(Form form, Shape shape, int budget) {
    Map<String, Dim> sizes = bind(form.signature, shape).orElseThrow();
    var arguments = new ArrayList<Syntax>();
    int left = budget;
    for (int i = 0; i < form.signature.arguments().size(); i++) {
      Shape pattern = form.signature.arguments().get(i);
      Shape argument = new Shape(value(pattern.rows(), sizes), value(pattern.cols(), sizes));
      int spent = i == form.signature.arguments().size() - 1 ? left : expressions.part(left);
      left -= spent;
      arguments.add(argument(form.function, i, argument, spent));
    }
    var words = new ArrayList<>(form.function.aliases());
    words.add(form.function.name());
    return RandomTrees.call(scope.pick(words), arguments);
  }

  private Dim value(Dim pattern, Map<String, Dim> sizes) {
    return pattern.substitute(
        name -> sizes.computeIfAbsent(name, _ -> scope.chance(4) ? Dim.ONE : scope.size()));
  }

  /// {@return the sizes with which the value has this shape}
  private static Optional<Map<String, Dim>> bind(Signature signature, Shape shape) {
    var sizes = new HashMap<String, Dim>();
    return bind(signature.value().rows(), shape.rows(), sizes)
            && bind(signature.value().cols(), shape.cols(), sizes)
        ? Optional.of(sizes)
        : Optional.empty();
  }

  /// Sizes are bound one name each, or a polynomial of two names to what it is at two sizes.
  private static boolean bind(Dim pattern, Dim size, Map<String, Dim> sizes) {
    if (pattern.isConstant()) {
      return pattern.equals(size);
    }
    if (pattern.isName()) {
      Dim known = sizes.putIfAbsent(pattern.name(), size);
      return known == null || known.equals(size);
    }
    List<String> names = pattern.names();
    for (Dim first : CHOICES) {
      for (Dim second : names.size() == 2 ? CHOICES : List.of(first)) {
        var chosen = new HashMap<>(sizes);
        boolean fits =
            bind(Dim.of(names.getFirst()), first, chosen)
                && bind(Dim.of(names.getLast()), second, chosen)
                && names.size() <= 2
                && pattern.substitute(chosen::get).equals(size);
        if (fits) {
          sizes.putAll(chosen);
          return true;
        }
      }
    }
    return names.size() == 2
        && pattern.equals(Dim.of(names.get(0)).times(Dim.of(names.get(1))))
        && bind(Dim.of(names.get(0)), size, sizes)
        && bind(Dim.of(names.get(1)), Dim.ONE, sizes);
  }

  private Syntax argument(Function f, int place, Shape shape, int budget) {
    if (place == 0 && f.required().isPresent()) {
      return having(f.required().get(), shape, budget);
    }
    for (Function.Condition c : f.conditions()) {
      if (c.argument() == place && !scope.chance(4)) {
        return within(c.need(), shape, budget);
      }
    }
    return f.isAbbreviation() && place == 0 && scope.chance(50)
        ? positive(shape, budget) // what it stands for may need that
        : expressions.of(shape, budget);
  }

  private Syntax within(Need need, Shape shape, int budget) {
    if (need == Need.WITHIN_ONE) {
      return binary(
          "/",
          call(scope.pick(List.of("sin", "tanh", "erf")), expressions.of(shape, budget - 1)),
          number("2"));
    }
    if (need == Need.BETWEEN_ZERO_AND_ONE) {
      return call(scope.pick(List.of("sigmoid", "normcdf")), expressions.of(shape, budget - 1));
    }
    if (need == Need.ABOVE_ONE || need == Need.AT_LEAST_ONE) {
      return binary("+", number("1"), positive(shape, budget - 1));
    }
    return need.guarantees().isEmpty() || !need.ofValue()
        ? expressions.of(shape, budget)
        : having(need.guarantees().getFirst(), shape, budget);
  }

  /// {@return an expression that mostly has a trait}
  private Syntax having(Trait trait, Shape shape, int budget) {
    return switch (trait) {
      case POSITIVE, NONNEGATIVE -> positive(shape, budget);
      case INVERTIBLE -> regular(shape.rows(), budget);
      case SPD, PSD -> definite(shape.rows(), budget);
      case SYMMETRIC -> symmetric(shape.rows(), budget);
      default -> expressions.of(shape, budget);
    };
  }

  private Syntax symmetric(Dim n, int budget) {
    Shape square = Shape.matrix(n, n);
    if (n.isOne() || budget <= 0) {
      return n.isOne() ? expressions.of(square, budget) : scope.variable(square, "symmetric");
    }
    if (scope.chance(30)) {
      return scope.variable(square, scope.pick(List.of("symmetric", "spd", "diagonal")));
    }
    return call(
        scope.chance(80) ? "sym" : "transpose",
        scope.chance(80) ? expressions.of(square, budget - 1) : definite(n, budget - 1));
  }

  /// {@return an expression that is mostly not zero}
  Syntax nonzero(Shape shape, int budget) {
    return scope.chance(70) ? positive(shape, budget) : expressions.of(shape, budget);
  }

  /// {@return an expression with positive entries, on most points}
  Syntax positive(Shape shape, int budget) {
    if (scope.isLooping() && budget <= 0) {
      return call("exp", expressions.leaf(shape));
    }
    if (budget <= 0 || scope.chance(15)) {
      return shape.isScalar() && scope.chance(30)
          ? number(scope.pick(List.of("2", "0.5", "3")))
          : scope.variable(shape, true);
    }
    int first = expressions.part(budget - 1);
    return switch (scope.random(6)) {
      case 0 ->
          binary(
              "+",
              number("1"),
              binary(
                  shape.isScalar() ? "^" : ".^", expressions.of(shape, budget - 2), number("2")));
      case 1 -> binary("+", positive(shape, first), positive(shape, budget - 1 - first));
      case 2 -> binary(".*", positive(shape, first), positive(shape, budget - 1 - first));
      case 3 -> binary("+", call("abs", expressions.of(shape, budget - 2)), number("1"));
      default -> positiveCall(shape, budget - 1);
    };
  }

  private Syntax positiveCall(Shape shape, int budget) {
    List<Form> fitting =
        FORMS.stream()
            .filter(f -> f.function.conditions().isEmpty())
            .filter(f -> f.function.isPositive(_ -> false, List.of(Algebra.ONE)))
            .filter(f -> bind(f.signature, shape).isPresent())
            .toList();
    return applied(scope.pick(fitting), shape, budget);
  }

  /// {@return a square matrix that is mostly invertible}
  Syntax regular(Dim n, int budget) {
    Shape square = Shape.matrix(n, n);
    if (n.isOne()) {
      return nonzero(Shape.SCALAR, budget);
    }
    return scope.chance(40)
        ? scope.variable(square, scope.pick(List.of("invertible", "orthogonal", "any", "spd")))
        : scope.chance(50) ? definite(n, budget) : expressions.of(square, budget);
  }

  /// {@return a square matrix that mostly has positive eigenvalues}
  Syntax definite(Dim n, int budget) {
    Shape square = Shape.matrix(n, n);
    if (n.isOne()) {
      return positive(Shape.SCALAR, budget);
    }
    if (budget <= 0 || scope.chance(40)) {
      return scope.chance(80) ? scope.variable(square, "spd") : scope.variable(square, false);
    }
    if (scope.chance(20)) {
      return call("expm", expressions.of(square, budget - 1));
    }
    Syntax root = expressions.of(Shape.matrix(n, scope.size()), (budget - 1) / 2);
    Syntax plus =
        scope.chance(60) ? call("eye", RandomExpressions.size(n)) : definite(n, budget / 2);
    return binary("+", plus, binary("*", root, transpose(root)));
  }
}
