package org.frechet.syntax;

import java.util.List;

/// What a name stands for in statements: `y = x'*A*x`, or with parameters `f(B) = norm2(Y -
/// B*X)^2`.
///
/// @param parameters the names that a use `f(E)` replaces; none for a plain name
public record Definition(String name, List<String> parameters, Syntax value) {
  public Definition {
    parameters = List.copyOf(parameters);
  }

  public static Definition of(String name, Syntax value) {
    return new Definition(name, List.of(), value);
  }
}
