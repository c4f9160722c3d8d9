package org.frechet.print;

import java.util.List;
import org.frechet.syntax.Syntax;

/// Derivatives by one variable after the other, which are written as one of a higher order.
///
/// @param function the innermost function
record Nested(Syntax function, int order) {
  static Nested of(Syntax function, Syntax variable) {
    int order = 1;
    Syntax inner = function;
    while (inner instanceof Syntax.Call(String name, List<Syntax> arguments, _, _)
        && name.equals("diff")
        && arguments.size() == 2
        && arguments.getLast().equals(variable)) {
      inner = arguments.getFirst();
      order++;
    }
    return new Nested(inner, order);
  }
}
