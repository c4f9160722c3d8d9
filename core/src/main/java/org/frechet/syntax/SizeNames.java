package org.frechet.syntax;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Letters for the sizes that inference leaves free, as a textbook would choose them.
final class SizeNames {
  private static final List<String> FEW_1 = List.of("n");
  private static final List<String> FEW_2 = List.of("m", "n");
  private static final List<String> FEW_3 = List.of("n", "p", "q");
  private static final List<String> MANY =
      List.of("m", "n", "p", "q", "r", "s", "k", "l", "h", "t", "u", "v");

  private final Map<String, Dim> letters = new HashMap<>();

  /// @param shapes resolved shapes, in the order in which their sizes are to be named
  /// @param taken names that mean something else
  SizeNames(Collection<Shape> shapes, Set<String> taken) {
    var variables = new LinkedHashSet<String>();
    for (Shape shape : shapes) {
      variables.addAll(shape.rows().names());
      variables.addAll(shape.cols().names());
    }
    variables.removeIf(name -> !Unifier.isVariable(name));
    List<String> few =
        switch (variables.size()) {
          case 1 -> FEW_1;
          case 2 -> FEW_2;
          case 3 -> FEW_3;
          default -> MANY;
        };
    var free = new LinkedHashSet<>(few.stream().noneMatch(taken::contains) ? few : MANY);
    for (int i = 1; i <= variables.size(); i++) {
      free.add("n" + i);
    }
    free.removeAll(taken);
    var letter = free.iterator();
    for (String v : variables) {
      letters.put(v, Dim.of(letter.hasNext() ? letter.next() : "size_" + letters.size()));
    }
  }

  /// {@return the shape with its size variables named}
  Shape named(Shape shape) {
    return letters.isEmpty() ? shape : new Shape(named(shape.rows()), named(shape.cols()));
  }

  private Dim named(Dim size) {
    return size.substitute(name -> letters.getOrDefault(name, Dim.of(name)));
  }
}
