package org.frechet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.frechet.numeric.Rng;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// The names that a random expression uses: variables with their declarations, sizes, indices, and
/// what was written before and may be repeated.
final class RandomScope {
  static final List<Dim> SIZES = List.of(Dim.of("n"), Dim.of("m"), Dim.of("p"));

  /// Index k runs over size k, so that a name tells its range.
  static final List<String> INDICES = List.of("i", "j", "k");

  private static final List<String> SCALARS = List.of("a", "b", "c", "alpha", "e", "I");
  private static final List<String> COLUMNS = List.of("x", "y", "z", "w", "u", "v", "x_1");
  private static final List<String> ROWS = List.of("r", "s", "t", "q");
  private static final List<String> MATRICES =
      List.of("X", "A", "B", "C", "S", "W", "Y", "Z", "D", "E", "F", "G");

  private static final List<String> SQUARE_TRAITS =
      List.of(
          "",
          "",
          "",
          "",
          "symmetric",
          "spd",
          "psd",
          "skew",
          "diagonal",
          "lower",
          "upper",
          "orthogonal",
          "toeplitz",
          "symmetric toeplitz",
          "lower toeplitz",
          "symmetric unit",
          "symmetric orthogonal",
          "stochastic",
          "invertible",
          "positive",
          "symmetric nonnegative",
          "spd",
          "symmetric");

  private static final List<String> OTHER_TRAITS =
      List.of("", "", "", "", "", "", "positive", "nonnegative", "positive", "unit", "stochastic");

  private static final List<String> WIDE_TRAITS =
      List.of("", "", "", "", "", "", "positive", "orthonormal", "toeplitz", "unit", "stochastic");

  record Variable(String name, Shape shape, String traits) {
    boolean isPositive() {
      return traits.contains("positive");
    }
  }

  private record Part(Syntax tree, Shape shape) {}

  private final Rng rng;
  private final Map<String, Variable> variables = new LinkedHashMap<>();
  private final Map<String, String> functions = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<Integer> indices = new ArrayList<>();

  RandomScope(Rng rng) {
    this.rng = rng;
  }

  int random(int bound) {
    return (int) rng.nextLong(bound);
  }

  boolean chance(int percent) {
    return random(100) < percent;
  }

  <T> T pick(List<T> from) {
    return from.get(random(from.size()));
  }

  // sizes and shapes

  Dim size() {
    return chance(4) ? Dim.of(2) : chance(3) ? pick(SIZES).plus(Dim.ONE) : pick(SIZES);
  }

  Shape shape() {
    int kind = random(100);
    if (kind < 35) {
      return Shape.SCALAR;
    }
    if (kind < 60) {
      return Shape.vector(
          chance(4) ? size().times(size()) : chance(3) ? pick(SIZES).triangle() : size());
    }
    if (kind < 67) {
      return Shape.row(size());
    }
    Dim n = size();
    return kind < 87 ? Shape.matrix(n, n) : Shape.matrix(n, size());
  }

  // variables

  /// {@return a scalar without traits, to be integrated over}
  Syntax integrationVariable() {
    var t = new Variable("t_1", Shape.SCALAR, "");
    return RandomTrees.name(variables.computeIfAbsent(t.name(), _ -> t).name());
  }

  Syntax variable(Shape shape, boolean positive) {
    return RandomTrees.name(declared(shape, positive ? "positive" : "any").name());
  }

  Syntax variable(Shape shape, String trait) {
    return RandomTrees.name(declared(shape, trait).name());
  }

  private Variable declared(Shape shape, String trait) {
    List<Variable> known =
        variables.values().stream()
            .filter(v -> v.shape().equals(shape))
            .filter(v -> trait.equals("any") || v.traits().contains(trait))
            .toList();
    List<String> names =
        (shape.isScalar() ? SCALARS : shape.isRow() ? ROWS : shape.isMatrix() ? MATRICES : COLUMNS)
            .stream().filter(n -> !variables.containsKey(n)).toList();
    if (!known.isEmpty() && (chance(70) || names.isEmpty())) {
      return pick(known);
    }
    String name = names.isEmpty() ? "V_" + variables.size() : names.getFirst();
    var fresh = new Variable(name, shape, trait.equals("any") ? traits(shape) : trait);
    variables.put(name, fresh);
    return fresh;
  }

  private String traits(Shape shape) {
    if (shape.isScalar()) {
      return chance(25) ? "positive" : "";
    }
    if (!shape.isMatrix() || shape.rows().isConstant()) { // few rows have no orthonormal columns
      return pick(OTHER_TRAITS);
    }
    return pick(shape.isSquare() ? SQUARE_TRAITS : WIDE_TRAITS);
  }

  /// {@return whether the increments of a variable, or of its transpose, are constrained}
  boolean isStructured(String wrt) {
    return Optional.ofNullable(variables.get(wrt.replace("'", "")))
        .filter(
            v -> v.traits().matches(".*(orthogonal|orthonormal|unit|symmetric|stoch|toep|low).*"))
        .isPresent();
  }

  List<Variable> variables() {
    return List.copyOf(variables.values());
  }

  String declarations() {
    Stream<String> declared =
        variables.values().stream()
            .map(v -> (v.name() + ": " + v.shape().declaration() + " " + v.traits()).strip());
    Stream<String> abstractions =
        functions.entrySet().stream().map(f -> f.getKey() + ": " + f.getValue());
    return Stream.concat(declared, abstractions).collect(Collectors.joining("; "));
  }

  /// Declares an abstract function.
  void function(String name, String declaration) {
    functions.put(name, declaration);
  }

  // indices

  /// {@return the place of a new index in the lists, which the body may use until [#leave]}
  int enter() {
    int index = random(INDICES.size());
    indices.add(index);
    return index;
  }

  void leave() {
    indices.removeLast();
  }

  boolean isLooping() {
    return !indices.isEmpty();
  }

  int index() {
    return pick(indices);
  }

  // repeated parts

  /// Says that this may be written again. Parts that use an index may not.
  void remember(Syntax tree, Shape shape) {
    if (!isLooping()) {
      parts.add(new Part(tree, shape));
    }
  }

  /// {@return a part of this shape, or the number zero if there is none}
  Syntax remembered(Shape shape) {
    List<Part> fitting = parts.stream().filter(p -> p.shape().equals(shape)).toList();
    return fitting.isEmpty() ? RandomTrees.number("0") : pick(fitting).tree();
  }
}
