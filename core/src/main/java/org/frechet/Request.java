package org.frechet;

import java.util.List;
import java.util.Map;

/// One request of the JSON contract. Absent texts are empty.
///
/// @param op what to do; see [Operation]
/// @param wrt one variable or several, separated by commas
/// @param layout `numerator`, `denominator` or empty for the default
/// @param outputs what to compute; empty for everything but code
/// @param form `map`, `matrix`, `hvp`, `jvp`, `vjp`, `einsum`, or empty for the array in a layout
/// @param along a direction, for the derivative along it; or empty
/// @param operands what operations other than `diff` take besides
public record Request(
    String id,
    String op,
    String expr,
    String wrt,
    Map<String, String> declare,
    int order,
    String layout,
    List<String> outputs,
    String form,
    String along,
    Operands operands) {
  public Request {
    declare = Map.copyOf(declare);
    outputs = List.copyOf(outputs);
  }

  /// A request for the array in a layout.
  public Request(
      String id,
      String op,
      String expr,
      String wrt,
      Map<String, String> declare,
      int order,
      String layout,
      List<String> outputs) {
    this(id, op, expr, wrt, declare, order, layout, outputs, "", "", Operands.NONE);
  }

  /// {@return this request with operands}
  public Request with(Operands more) {
    return new Request(id, op, expr, wrt, declare, order, layout, outputs, form, along, more);
  }

  public static Request diff(String expr, String wrt) {
    return new Request("", "diff", expr, wrt, Map.of(), 1, "", List.of());
  }

  public static Request derive(String expr, String wrt) {
    return new Request("", "derive", expr, wrt, Map.of(), 1, "", List.of());
  }

  public boolean wants(String output) {
    return outputs.isEmpty() ? !output.equals("numpy") : outputs.contains(output);
  }
}
