package org.frechet;

import java.util.Map;
import org.frechet.concrete.Values;

/// What operations other than plain differentiation take besides. Absent texts are empty.
///
/// @param other `equal`: the second expression, unless `expr` is an equation
/// @param unknown `solve`: the variable to solve for
/// @param of `diff`: the variable that the equation `expr` defines, for implicit differentiation
/// @param at `eval`: values by name
/// @param entries `diff`: sizes at which to write the derivative out, as in `n=2,m=3`; `auto` for
///   small ones
/// @param method `derive`: `differential`, `perturbation`, `stop-gradient`, `chain`, `index`,
///   `implicit`
/// @param detail `derive`: `short` or `full`
public record Operands(
    String other,
    String unknown,
    String of,
    Map<String, Values> at,
    String entries,
    String method,
    String detail) {
  public static final Operands NONE = new Operands("", "", "", Map.of(), "", "", "");

  public Operands {
    at = Map.copyOf(at);
  }

  public static Operands other(String expression) {
    return new Operands(expression, "", "", Map.of(), "", "", "");
  }

  public static Operands unknown(String variable) {
    return new Operands("", variable, "", Map.of(), "", "", "");
  }

  /// {@return the variable that an equation defines}
  public static Operands of(String variable) {
    return new Operands("", "", variable, Map.of(), "", "", "");
  }

  /// {@return these with sizes at which to write the derivative out}
  public Operands entries(String sizes) {
    return new Operands(other, unknown, of, at, sizes, method, detail);
  }

  public static Operands at(Map<String, Values> values) {
    return new Operands("", "", "", values, "", "", "");
  }

  /// {@return how to derive: a method and a detail, empty for the defaults}
  public static Operands derivation(String method, String detail) {
    return new Operands("", "", "", Map.of(), "", method, detail);
  }
}
