package org.frechet.cli.json;

import java.util.LinkedHashMap;
import java.util.Map;
import org.frechet.concrete.Values;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// Numbers and arrays of numbers as JSON: a number, a list, or a list of rows of one length.
public final class JsonValues {
  private JsonValues() {}

  /// {@return the values in a text that is an object} @throws Refusal if it is none
  public static Map<String, Values> object(String text) {
    return object("the data", tree("the data", text));
  }

  /// {@return the value that a text is}
  public static Values value(String name, String text) {
    return value(name, tree(name, text));
  }

  private static JsonNode tree(String what, String text) {
    try {
      return JsonRequest.MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw bad(what + " cannot be read, this is not JSON: " + JsonRequest.reason(e));
    }
  }

  static Map<String, Values> object(String what, JsonNode node) {
    if (!node.isObject()) {
      throw bad(what + " must be an object of names and values, as in {\"x\": [1, 2], \"a\": 3}");
    }
    var values = new LinkedHashMap<String, Values>();
    node.forEachEntry((name, value) -> values.put(name, value(name, value)));
    return values;
  }

  private static Values value(String name, JsonNode node) {
    if (node.isNumber()) {
      return Values.scalar(number(name, node));
    }
    if (!node.isArray() || node.isEmpty()) {
      throw bad(
          "the value of %s must be a number, a list of numbers or a list of rows".formatted(name));
    }
    if (!node.get(0).isArray()) {
      double[] entries = row(name, node, node.size());
      return Values.vector(entries);
    }
    int cols = node.get(0).size();
    double[][] rows = new double[node.size()][];
    for (int i = 0; i < rows.length; i++) {
      if (!node.get(i).isArray() || node.get(i).size() != cols || cols == 0) {
        throw bad("row %d of %s is not a list of %d numbers".formatted(i + 1, name, cols));
      }
      rows[i] = row(name, node.get(i), cols);
    }
    return new Values(RealMat.of(rows), 2);
  }

  private static double[] row(String name, JsonNode list, int size) {
    double[] entries = new double[size];
    for (int i = 0; i < size; i++) {
      if (!list.get(i).isNumber()) {
        throw bad("an entry of %s is not a number: %s".formatted(name, shortened(list.get(i))));
      }
      entries[i] = number(name, list.get(i));
    }
    return entries;
  }

  private static double number(String name, JsonNode node) {
    double x = Double.parseDouble(node.toString()); // infinite where Jackson would throw
    if (!(Math.abs(x) <= Double.MAX_VALUE)) {
      throw bad("a value of %s is too large for double precision".formatted(name));
    }
    return x;
  }

  private static String shortened(JsonNode node) {
    String text = node.toString();
    return text.length() > 30 ? text.substring(0, 29) + "…" : text;
  }

  private static Refusal bad(String message) {
    return Problem.of(Code.BAD_REQUEST, message).refusal();
  }

  /// Writes a 1×1 matrix as a number, a column as a list, any other as a list of rows.
  static void write(JsonGenerator g, RealMat a) {
    if (a.rows() == 1 && a.cols() == 1) {
      g.writeNumber(a.get(0, 0));
      return;
    }
    g.writeStartArray();
    for (int i = 0; i < a.rows(); i++) {
      if (a.cols() > 1) {
        g.writeStartArray();
      }
      for (int j = 0; j < a.cols(); j++) {
        g.writeNumber(a.get(i, j));
      }
      if (a.cols() > 1) {
        g.writeEndArray();
      }
    }
    g.writeEndArray();
  }
}
