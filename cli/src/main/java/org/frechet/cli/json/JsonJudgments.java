package org.frechet.cli.json;

import org.frechet.Judgments;
import org.frechet.Request;
import tools.jackson.core.JsonGenerator;

/// The fields of what `check` found.
final class JsonJudgments {
  private JsonJudgments() {}

  static void write(JsonGenerator g, Request request, Judgments judgments) {
    g.writeStringProperty("verdict", judgments.decisive().verdict().word());
  }
}
