package org.frechet;

import java.util.List;
import java.util.Map;

/// One request of the JSON contract. Absent texts are empty.
///
/// @param op `diff`; the other operations of the contract are refused as unsupported for now
/// @param wrt one variable or several, separated by commas
/// @param layout `numerator`, `denominator` or empty for the default
/// @param outputs what to compute; empty for everything but code
public record Request(
    String id,
    String op,
    String expr,
    String wrt,
    Map<String, String> declare,
    int order,
    String layout,
    List<String> outputs) {
  public Request {
    declare = Map.copyOf(declare);
    outputs = List.copyOf(outputs);
  }

  public static Request diff(String expr, String wrt) {
    return new Request("", "diff", expr, wrt, Map.of(), 1, "", List.of());
  }

  public boolean wants(String output) {
    return outputs.isEmpty() ? !output.equals("numpy") : outputs.contains(output);
  }
}
