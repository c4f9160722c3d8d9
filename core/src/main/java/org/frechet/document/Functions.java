package org.frechet.document;

import java.util.Set;

/// Names that stand for functions without being defined.
final class Functions {
  private static final Set<String> OPERATORS =
      Set.of(
          "solve",
          "argmin",
          "argmax",
          "sg",
          "integrate",
          "diff",
          "d",
          "d2",
          "sum",
          "let",
          "eye",
          "zeros",
          "ones",
          "transpose",
          "reshape",
          "norm",
          "mean",
          "max",
          "min");

  private Functions() {}

  static boolean isKnown(String name) {
    return OPERATORS.contains(name) || org.frechet.function.Functions.byName(name).isPresent();
  }
}
