package org.frechet.cli.json;

import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// One JSON object as text.
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final ObjectWriteContext ONE_LINE = ObjectWriteContext.empty();
  private static final ObjectWriteContext PRETTY =
      new ObjectWriteContext.Base() {
        @Override
        public PrettyPrinter getPrettyPrinter() {
          return new DefaultPrettyPrinter();
        }

        @Override
        public boolean hasPrettyPrinter() {
          return true;
        }
      };

  private JsonText() {}

  /// {@return the object, on one line unless `pretty`}
  ///
  /// @param id a JSON value as text, written as it is, or empty for none
  static String object(String id, boolean pretty, Consumer<JsonGenerator> content) {
    var text = new StringWriter();
    try (JsonGenerator g = FACTORY.createGenerator(pretty ? PRETTY : ONE_LINE, text)) {
      g.writeStartObject();
      if (!id.isEmpty()) {
        g.writeName("id");
        g.writeRawValue(id);
      }
      content.accept(g);
      g.writeEndObject();
    }
    return text.toString();
  }
}
