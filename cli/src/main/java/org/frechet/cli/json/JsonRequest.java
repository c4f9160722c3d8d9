package org.frechet.cli.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.Claimed;
import org.frechet.Operands;
import org.frechet.Request;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// A request as read from JSON. Fields that the contract does not name are ignored, so that clients
/// may carry their own; a field of the wrong type is refused. `null` stands for an absent field.
public final class JsonRequest {
  static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final Set<String> FIELDS =
      Set.of(
          "id",
          "op",
          "expr",
          "wrt",
          "declare",
          "order",
          "layout",
          "outputs",
          "method",
          "detail",
          "claim",
          "claimed",
          "attributes",
          "form",
          "along",
          "other",
          "for",
          "of",
          "at",
          "entries");

  private final JsonNode tree;

  private JsonRequest(JsonNode tree) {
    this.tree = tree;
  }

  /// {@return the request in a text}
  ///
  /// @throws Refusal if the text is not a JSON object
  public static JsonRequest read(String text) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw bad("this is not JSON: " + reason(e), "write one JSON object on each line");
    }
    if (!tree.isObject()) {
      throw bad("a request is a JSON object", "write {\"expr\": \"x'*A*x\", \"wrt\": \"x\"}");
    }
    return new JsonRequest(tree);
  }

  /// {@return what is wrong and where, without the excerpts that the parser adds}
  static String reason(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    int end = message.indexOf('\n');
    String first = end < 0 ? message : message.substring(0, end);
    int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
    String shown = first.length() > 120 ? first.substring(0, 119) + "…" : first;
    return column > 0 ? shown + " (column " + column + ")" : shown;
  }

  /// {@return the `id` as JSON, exactly as it will be echoed; empty if there is none}
  public String id() {
    JsonNode id = tree.get("id");
    return id == null || !id.isValueNode() ? "" : id.toString();
  }

  /// {@return the request} @throws Refusal if a field has the wrong type
  public Request request() {
    if (tree.has("id") && !tree.get("id").isValueNode()) {
      throw bad("id must be text, a number, true, false or null", "");
    }
    requireSpelling();
    String op = text("op", "diff");
    if (absent("expr") && absent("claim")) {
      throw bad("expr is missing", "write {\"expr\": \"x'*A*x\", \"wrt\": \"x\"}");
    }
    return new Request(
        id(),
        op,
        text("expr", ""),
        text("wrt", ""),
        declarations(),
        order(),
        text("layout", ""),
        outputs(),
        text("form", ""),
        text("along", ""),
        operands());
  }

  private Operands operands() {
    return new Operands(
        text("other", ""),
        text("for", ""),
        text("of", ""),
        absent("at") ? Map.of() : JsonValues.object("at", tree.get("at")),
        entries(),
        text("method", ""),
        text("detail", ""),
        new Claimed(text("claim", ""), text("claimed", ""), attributes()));
  }

  /// {@return what is known of variables: `{"X": ["invertible"]}`, or one word for one}
  private Map<String, List<String>> attributes() {
    if (absent("attributes")) {
      return Map.of();
    }
    JsonNode node = tree.get("attributes");
    if (!node.isObject()) {
      throw bad(
          "attributes must be an object, not " + kind(node), "write {\"X\": [\"invertible\"]}");
    }
    var attributes = new LinkedHashMap<String, List<String>>();
    node.forEachEntry((name, words) -> {
      String what = "an attribute of " + name;
      if (words.isArray()) {
        var list = new ArrayList<String>();
        words.forEach(word -> list.add(text(what, word)));
        attributes.put(name, List.copyOf(list));
      } else {
        attributes.put(name, List.of(text(what, words)));
      }
    });
    return attributes;
  }

  /// {@return `n=2,m=3` for `{"n": 2, "m": 3}`, `auto` for true}
  private String entries() {
    if (absent("entries")) {
      return "";
    }
    JsonNode node = tree.get("entries");
    if (node.isBoolean()) {
      return node.booleanValue() ? "auto" : "";
    }
    if (!node.isObject()) {
      throw bad(
          "entries must be true or an object of sizes, not " + kind(node), "write {\"n\": 2}");
    }
    var sizes = new ArrayList<String>();
    node.forEachEntry((name, size) -> {
      if (!size.isIntegralNumber() || !size.canConvertToInt()) {
        throw bad("the size " + name + " must be a whole number", "");
      }
      sizes.add(name + "=" + size.intValue());
    });
    return sizes.isEmpty() ? "auto" : String.join(",", sizes);
  }

  /// A field that is nearly one of the contract's is a slip that would change the answer.
  private void requireSpelling() {
    for (String field : tree.propertyNames()) {
      if (!FIELDS.contains(field)) {
        for (String known : FIELDS) {
          int distance = Nearest.distance(field, known);
          if (distance == 1 || (distance == 2 && known.length() > 4)) {
            throw bad("there is no field " + field, "did you mean " + known + "?");
          }
        }
      }
    }
  }

  private boolean absent(String field) {
    return tree.get(field) == null || tree.get(field).isNull();
  }

  private String text(String field, String otherwise) {
    return absent(field) ? otherwise : text(field, tree.get(field));
  }

  private static String text(String what, JsonNode node) {
    if (!node.isString()) {
      throw bad(what + " must be text, not " + kind(node), "");
    }
    return node.stringValue();
  }

  private int order() {
    if (absent("order")) {
      return 1;
    }
    JsonNode order = tree.get("order");
    if (!order.isIntegralNumber() || !order.canConvertToInt()) {
      throw bad("order must be a whole number such as 2", "");
    }
    return order.intValue();
  }

  private Map<String, String> declarations() {
    var declared = new LinkedHashMap<String, String>();
    if (!absent("declare")) {
      JsonNode node = tree.get("declare");
      if (!node.isObject()) {
        throw bad(
            "declare must be an object, not " + kind(node),
            "write {\"X\": \"matrix(m,n)\", \"y\": \"vector(m)\"}");
      }
      node.forEachEntry((name, as) -> declared.put(name, text("the declaration of " + name, as)));
    }
    return declared;
  }

  private List<String> outputs() {
    var outputs = new ArrayList<String>();
    if (!absent("outputs")) {
      JsonNode node = tree.get("outputs");
      if (!node.isArray()) {
        throw bad("outputs must be an array, not " + kind(node), "write [\"text\", \"latex\"]");
      }
      node.forEach(output -> outputs.add(text("each of outputs", output)));
    }
    return outputs;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case OBJECT, POJO -> "an object";
      case BOOLEAN -> "true or false";
      case NUMBER -> "a number";
      case STRING, BINARY -> "text";
      case NULL, MISSING -> "null";
    };
  }

  private static Refusal bad(String message, String hint) {
    return Problem.of(Code.BAD_REQUEST, message).hint(hint).refusal();
  }
}
