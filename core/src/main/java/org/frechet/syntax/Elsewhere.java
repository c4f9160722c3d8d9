package org.frechet.syntax;

import java.util.Map;
import java.util.Optional;

/// Functions of other languages that have several meanings there, or another name here, and what to
/// write instead.
final class Elsewhere {
  private static final Map<String, String> INSTEAD =
      Map.ofEntries(
          Map.entry(
              "var",
              "for the population variance (NumPy) write mean((x - mean(x)).^2), for the sample"
                  + " variance (MATLAB) sum((x - mean(x)).^2)/(n - 1)"),
          Map.entry(
              "std",
              "for the population deviation (NumPy) write sqrt(mean((x - mean(x)).^2)), for the"
                  + " sample deviation (MATLAB) sqrt(sum((x - mean(x)).^2)/(n - 1))"),
          Map.entry("sinc", "write sin(pi*x)./(pi*x) as in MATLAB and NumPy, or sin(x)./x"),
          Map.entry("mod", "write x - m*floor(x/m), where it is differentiable the slope is 1"),
          Map.entry("heaviside", "write step(x), which is 0 at 0; in MATLAB it is 1/2 there"),
          Map.entry("matmul", "write A*B"),
          Map.entry("multiply", "write A.*B"),
          Map.entry("divide", "write A./B"),
          Map.entry("power", "write x.^p"),
          Map.entry("maximum", "write max(A,B)"),
          Map.entry("minimum", "write min(A,B)"),
          Map.entry(
              "where", "write step(x).*A + (1 - step(x)).*B for A where x > 0 and B elsewhere"),
          Map.entry("einsum", "write the sum with an index: sum(i, x(i)*y(i))"),
          Map.entry("diagonal", "write diag(X)"),
          Map.entry("identity", "write eye(n)"),
          Map.entry("slogdet", "write logdet(X)"),
          Map.entry("triangular", "write tril(X) or triu(X)"));

  private Elsewhere() {}

  static Optional<String> instead(String name) {
    return Optional.ofNullable(INSTEAD.get(name));
  }
}
