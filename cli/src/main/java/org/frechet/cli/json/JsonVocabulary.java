package org.frechet.cli.json;

import java.io.StringWriter;
import org.frechet.function.Function;
import org.frechet.function.Need;
import org.frechet.function.Signature;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the declaration of a function as JSON.
public final class JsonVocabulary {
  private JsonVocabulary() {}

  /// {@return the declaration on one line}
  public static String write(Function f) {
    var text = new StringWriter();
    try (JsonGenerator g = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      g.writeStartObject();
      g.writeStringProperty("name", f.name());
      g.writeArrayPropertyStart("aliases");
      f.aliases().forEach(g::writeString);
      g.writeEndArray();
      g.writeArrayPropertyStart("signatures");
      f.signatures().stream().map(Signature::text).forEach(g::writeString);
      g.writeEndArray();
      g.writeStringProperty("summary", f.summary());
      g.writeBooleanProperty("elementwise", f.elementwise());
      g.writeArrayPropertyStart("conditions");
      f.conditions().stream().map(c -> condition(f, c)).forEach(g::writeString);
      g.writeEndArray();
      g.writeArrayPropertyStart("examples");
      for (Function.Example example : f.examples()) {
        g.writeStartObject();
        g.writeStringProperty("expr", example.expr());
        g.writeStringProperty("wrt", example.wrt());
        g.writeStringProperty("derivative", example.expected());
        if (!example.declare().isEmpty()) {
          g.writeStringProperty("declare", example.declare());
        }
        g.writeEndObject();
      }
      g.writeEndArray();
      g.writeEndObject();
    }
    return text.toString();
  }

  /// {@return a condition on an argument, which is called X, or by its number among several}
  public static String condition(Function f, Function.Condition condition) {
    boolean several = f.signatures().stream().anyMatch(s -> s.arguments().size() > 1);
    String name =
        several
            ? "argument " + (condition.argument() + 1)
            : f.elementwise() || condition.need() == Need.ONE_MAXIMUM ? "x" : "X";
    String other = condition.other().isPresent() ? "the negative of the other" : "";
    return condition.need().of(name, other, f.name());
  }
}
