package org.frechet.explain;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.frechet.derive.Derivation;
import org.frechet.expr.Expr;

/// What is to be derived.
///
/// @param f the function as it was read
/// @param variable what to differentiate by
/// @param answer the derivative, which the derivation must end with; it passed its check
/// @param detail how many lines
/// @param taken names with a meaning: variables and sizes
/// @param needs what must hold for expressions to have values, in words
/// @param conditions all conditions of the answer, in words
public record Task(
    Expr f,
    Expr variable,
    Derivation answer,
    Detail detail,
    Set<String> taken,
    Function<Collection<Expr>, List<String>> needs,
    List<String> conditions) {

  /// {@return a name for the function that means nothing else: `f`, for matrices `F`}
  public String functionName() {
    return fresh(
        f.shape().isMatrix() ? List.of("F", "G", "H", "Φ", "Ψ") : List.of("f", "g", "h", "φ", "ψ"));
  }

  /// {@return the first of these names that means nothing else}
  public String fresh(List<String> names) {
    return names.stream()
        .filter(n -> !taken.contains(n))
        .findFirst()
        .orElse(names.getFirst() + "0");
  }

  /// {@return the same for another function and its derivative}
  public Task of(Expr function, Derivation derivative) {
    return new Task(function, variable, derivative, detail, taken, needs, conditions);
  }

  boolean isShort() {
    return detail == Detail.SHORT;
  }
}
