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
/// @param claimed `check`: what is claimed
public record Operands(
    String other,
    String unknown,
    String of,
    Map<String, Values> at,
    String entries,
    String method,
    String detail,
    Claimed claimed) {
  public static final Operands NONE =
      new Operands("", "", "", Map.of(), "", "", "", Claimed.NOTHING);

  public Operands {
    at = Map.copyOf(at);
  }

  public static Operands other(String expression) {
    return new Operands(expression, "", "", Map.of(), "", "", "", Claimed.NOTHING);
  }

  public static Operands unknown(String variable) {
    return new Operands("", variable, "", Map.of(), "", "", "", Claimed.NOTHING);
  }

  /// {@return the variable that an equation defines}
  public static Operands of(String variable) {
    return new Operands("", "", variable, Map.of(), "", "", "", Claimed.NOTHING);
  }

  /// {@return these with sizes at which to write the derivative out}
  public Operands entries(String sizes) {
    return new Operands(other, unknown, of, at, sizes, method, detail, claimed);
  }

  public static Operands at(Map<String, Values> values) {
    return new Operands("", "", "", values, "", "", "", Claimed.NOTHING);
  }

  /// {@return how to derive: a method and a detail, empty for the defaults}
  public static Operands derivation(String method, String detail) {
    return new Operands("", "", "", Map.of(), "", method, detail, Claimed.NOTHING);
  }

  /// {@return what is claimed}
  public static Operands claimed(Claimed claim) {
    return new Operands("", "", "", Map.of(), "", "", "", claim);
  }
}
