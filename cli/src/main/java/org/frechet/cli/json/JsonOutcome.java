package org.frechet.cli.json;

import java.util.List;
import java.util.Map;
import org.frechet.Comparison;
import org.frechet.Evaluation;
import org.frechet.Explanation;
import org.frechet.Explanations;
import org.frechet.ImplicitDerivative;
import org.frechet.ImplicitDerivatives;
import org.frechet.Judgments;
import org.frechet.Outcome;
import org.frechet.Request;
import org.frechet.Simplification;
import org.frechet.Solution;
import org.frechet.shape.Shape;
import tools.jackson.core.JsonGenerator;

/// The fields of what operations other than `diff` found.
///
/// | op | fields |
/// |---|---|
/// | `simplify` | `shape text unicode latex assumptions conditions check` |
/// | `equal` | `equal certainty points shapes assumptions conditions counterexample` |
/// | `eval` | `value shape text sizes assumptions` |
/// | `derive` | the fields of a derivative, `method detail`, `steps` of `part left relation text unicode latex rule reason conditions shape` |
/// | `diff` with `of` | `of` and the fields of a derivative |
/// | `solve` | `for solutions` (`one`, `many`, `all`, `none`, `all-or-none`) `shape text unicode latex leastNorm extremum assumptions conditions check` |
final class JsonOutcome {
  private JsonOutcome() {}

  static void write(JsonGenerator g, Request request, Outcome outcome) {
    switch (outcome) {
      case Simplification s -> simplification(g, request, s);
      case Comparison c -> comparison(g, c);
      case Evaluation e -> evaluation(g, e);
      case Solution s -> solution(g, request, s);
      case ImplicitDerivatives d -> implicit(g, request, d.all());
      case Explanations e -> explanations(g, request, e.all());
      case Judgments j -> JsonJudgments.write(g, request, j);
    }
  }

  private static void simplification(JsonGenerator g, Request request, Simplification s) {
    shape(g, "shape", s.value().shape());
    g.writeStringProperty("text", s.text());
    if (request.wants("unicode")) {
      g.writeStringProperty("unicode", s.unicode());
    }
    if (request.wants("latex")) {
      g.writeStringProperty("latex", s.latex());
    }
    strings(g, "assumptions", s.assumptions());
    strings(g, "conditions", s.conditions());
    if (request.wants("check")) {
      check(g, s.certainty(), s.points());
    }
  }

  private static void comparison(JsonGenerator g, Comparison c) {
    g.writeBooleanProperty("equal", c.equal());
    g.writeStringProperty("certainty", c.certainty());
    g.writeNumberProperty("points", c.points());
    g.writeObjectPropertyStart("shapes");
    shape(g, "left", c.shapes().get(0));
    shape(g, "right", c.shapes().get(1));
    g.writeEndObject();
    strings(g, "assumptions", c.assumptions());
    strings(g, "conditions", c.conditions());
    List<org.frechet.numeric.RealMat> sides = c.counterexampleSides();
    if (!sides.isEmpty()) {
      g.writeObjectPropertyStart("counterexample");
      g.writeObjectPropertyStart("values");
      c.counterexample()
          .forEach((name, value) -> {
            g.writeName(name);
            JsonValues.write(g, value);
          });
      g.writeEndObject();
      numbers(g, "sizes", c.counterexampleSizes());
      g.writeName("left");
      JsonValues.write(g, sides.get(0));
      g.writeName("right");
      JsonValues.write(g, sides.get(1));
      g.writeEndObject();
    }
  }

  private static void evaluation(JsonGenerator g, Evaluation e) {
    g.writeName("value");
    JsonValues.write(g, e.value());
    g.writeArrayPropertyStart("shape");
    e.shape().forEach(g::writeNumber);
    g.writeEndArray();
    g.writeStringProperty("text", e.text());
    numbers(g, "sizes", e.sizes());
    strings(g, "assumptions", e.assumptions());
  }

  private static void explanations(JsonGenerator g, Request request, List<Explanation> all) {
    if (all.size() == 1) {
      explanation(g, request, all.getFirst());
      return;
    }
    g.writeArrayPropertyStart("answers");
    for (Explanation e : all) {
      g.writeStartObject();
      explanation(g, request, e);
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void explanation(JsonGenerator g, Request request, Explanation e) {
    JsonResponse.derivative(g, request, e.derivative());
    g.writeStringProperty("method", e.proof().method().word());
    g.writeStringProperty("detail", e.detail().word());
    g.writeArrayPropertyStart("steps");
    for (Explanation.Step s : e.steps()) {
      g.writeStartObject();
      if (!s.part().isEmpty()) {
        g.writeStringProperty("part", s.part());
      }
      g.writeStringProperty("rule", s.rule());
      g.writeStringProperty("reason", s.reason());
      g.writeStringProperty("left", s.left());
      g.writeStringProperty("relation", s.relation());
      g.writeStringProperty("text", s.text());
      g.writeStringProperty("unicode", s.unicode());
      g.writeStringProperty("latex", s.latex());
      shape(g, "shape", s.shape());
      strings(g, "conditions", s.conditions());
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void implicit(JsonGenerator g, Request request, List<ImplicitDerivative> all) {
    if (all.size() == 1) {
      implicit(g, request, all.getFirst());
      return;
    }
    g.writeArrayPropertyStart("answers");
    for (ImplicitDerivative d : all) {
      g.writeStartObject();
      implicit(g, request, d);
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  private static void implicit(JsonGenerator g, Request request, ImplicitDerivative d) {
    g.writeStringProperty("of", d.of());
    g.writeStringProperty("wrt", d.wrt());
    g.writeNumberProperty("order", 1);
    g.writeStringProperty("kind", d.kind());
    shape(g, "shape", d.shape());
    g.writeStringProperty("layout", d.layout());
    g.writeStringProperty("text", d.text());
    if (request.wants("unicode")) {
      g.writeStringProperty("unicode", d.unicode());
    }
    if (request.wants("latex")) {
      g.writeStringProperty("latex", d.latex());
    }
    if (request.wants("differential")) {
      g.writeStringProperty("differential", d.differential());
    }
    if (request.wants("frechet")) {
      g.writeStringProperty("frechet", d.frechet());
    }
    strings(g, "assumptions", d.assumptions());
    strings(g, "conditions", d.conditions());
    if (request.wants("check")) {
      JsonResponse.check(g, d.check());
    }
  }

  private static void solution(JsonGenerator g, Request request, Solution s) {
    g.writeStringProperty("for", s.name());
    g.writeStringProperty(
        "solutions", s.count().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    shape(g, "shape", s.unknown().shape());
    if (s.value().isPresent()) {
      g.writeStringProperty("text", s.text());
      if (request.wants("unicode")) {
        g.writeStringProperty("unicode", s.unicode());
      }
      if (request.wants("latex")) {
        g.writeStringProperty("latex", s.latex());
      }
    }
    s.leastNorm()
        .ifPresent(v -> {
          g.writeObjectPropertyStart("leastNorm");
          g.writeStringProperty("text", v);
          g.writeBooleanProperty("always", s.consistent());
          g.writeEndObject();
        });
    s.extremum()
        .ifPresent(e -> {
          g.writeObjectPropertyStart("extremum");
          g.writeStringProperty("kind", e);
          strings(g, "conditions", s.extremumConditions());
          g.writeStringProperty("reason", s.reason());
          g.writeEndObject();
        });
    strings(g, "assumptions", s.assumptions());
    strings(g, "conditions", s.conditions());
    if (request.wants("check") && s.value().isPresent()) {
      check(g, s.certainty(), s.points());
    }
  }

  static void check(JsonGenerator g, String certainty, int points) {
    g.writeObjectPropertyStart("check");
    g.writeBooleanProperty("passed", true);
    g.writeStringProperty("certainty", certainty);
    g.writeNumberProperty("points", points);
    g.writeEndObject();
  }

  static void shape(JsonGenerator g, String name, Shape s) {
    g.writeArrayPropertyStart(name);
    if (!s.isScalar()) {
      g.writeString(s.rows().toString());
      if (!s.cols().isOne()) {
        g.writeString(s.cols().toString());
      }
    }
    g.writeEndArray();
  }

  private static void numbers(JsonGenerator g, String name, Map<String, Integer> values) {
    g.writeObjectPropertyStart(name);
    values.forEach(g::writeNumberProperty);
    g.writeEndObject();
  }

  static void strings(JsonGenerator g, String name, List<String> values) {
    g.writeArrayPropertyStart(name);
    values.forEach(g::writeString);
    g.writeEndArray();
  }
}
