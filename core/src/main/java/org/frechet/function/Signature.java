package org.frechet.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// The shapes of arguments and value, such as `matrix(m,n), vector(n) -> vector(m)`. Names of sizes
/// are variables that the arguments bind; `matrix(m,n)` takes any shape, `vector(n)` any column.
public record Signature(String text, List<Shape> arguments, Shape value) {
  private static final Pattern TYPE =
      Pattern.compile("(scalar|vector|row|matrix)(?:\\(((?:[^()]|\\([^()]*\\))*)\\))?");

  public static Signature of(String text) {
    String[] sides = text.split("->");
    var arguments = types(sides[0]);
    return new Signature(text, arguments, types(sides[1]).getFirst());
  }

  private static List<Shape> types(String text) {
    var types = new ArrayList<Shape>();
    var matcher = TYPE.matcher(text);
    while (matcher.find()) {
      String sizes = matcher.group(2) == null ? "" : matcher.group(2);
      List<Dim> dims = new ArrayList<>();
      for (String size : sizes.isEmpty() ? new String[0] : sizes.split(",")) {
        dims.add(sum(size.strip()));
      }
      types.add(
          switch (matcher.group(1)) {
            case "scalar" -> Shape.SCALAR;
            case "vector" -> Shape.vector(dims.get(0));
            case "row" -> Shape.row(dims.get(0));
            default -> Shape.matrix(dims.get(0), dims.get(1));
          });
    }
    return List.copyOf(types);
  }

  /// A sum of products of names and numbers, or a triangle `n*(n+1)/2`.
  private static Dim sum(String text) {
    if (text.endsWith("*(" + text.charAt(0) + "+1)/2")) {
      return Dim.of(text.substring(0, 1)).triangle();
    }
    Dim sum = Dim.of(0);
    for (String term : text.split("\\+")) {
      Dim product = Dim.ONE;
      for (String factor : term.split("\\*")) {
        boolean number = Character.isDigit(factor.charAt(0));
        product = product.times(number ? Dim.of(Long.parseLong(factor)) : Dim.of(factor));
      }
      sum = sum.plus(product);
    }
    return sum;
  }

  /// {@return the shape of the value, or nothing if the arguments do not fit}
  public Optional<Shape> apply(List<Shape> shapes) {
    if (shapes.size() != arguments.size()) {
      return Optional.empty();
    }
    Map<String, Dim> bound = new HashMap<>();
    for (int i = 0; i < shapes.size(); i++) {
      if (!binds(arguments.get(i).rows(), shapes.get(i).rows(), bound)
          || !binds(arguments.get(i).cols(), shapes.get(i).cols(), bound)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Shape(value.rows().substitute(bound::get), value.cols().substitute(bound::get)));
  }

  private static boolean binds(Dim pattern, Dim size, Map<String, Dim> bound) {
    if (pattern.isConstant()) {
      return pattern.equals(size);
    }
    Dim known = bound.putIfAbsent(pattern.name(), size);
    return known == null || known.equals(size);
  }

  /// {@return whether argument i must be square}
  public boolean wantsSquare(int i) {
    Shape s = arguments.get(i);
    return s.isSquare() && !s.isScalar();
  }
}
