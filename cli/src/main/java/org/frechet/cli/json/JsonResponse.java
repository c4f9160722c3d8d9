package org.frechet.cli.json;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import org.frechet.Derivative;
import org.frechet.EntryByEntry;
import org.frechet.Request;
import org.frechet.Response;
import org.frechet.Step;
import org.frechet.check.CheckResult;
import org.frechet.derive.View;
import org.frechet.expr.Node;
import org.frechet.shape.Problem;
import tools.jackson.core.JsonGenerator;

/// Writes responses as JSON. `id` is a JSON value as text, written as it is, or empty for none.
///
/// Besides the fields of the contract an answer has `wrt`, `order` and, for a structured variable,
/// `unconstrained`, `independentEntries` and `vech`; a request for several variables has `answers`,
/// one object for each, and their total `differential`; a request for a form has `form`, `indices`
/// and `direction`.
public final class JsonResponse {
  private JsonResponse() {}

  /// {@return the response as JSON, on one line unless `pretty`}
  public static String write(Response response, String id, boolean pretty) {
    return switch (response) {
      case Response.Answer a -> answer(a, id, pretty);
      case Response.Found f -> found(f, id, pretty);
      case Response.Refused r -> refusal(r.problem(), id, pretty);
    };
  }

  private static String answer(Response.Answer answer, String id, boolean pretty) {
    return JsonText.object(
        id,
        pretty,
        g -> {
          g.writeBooleanProperty("ok", true);
          List<Derivative> all = answer.derivatives();
          if (all.size() == 1) {
            derivative(g, answer.request(), all.getFirst());
            answer.entries().forEach(e -> entries(g, all.getFirst(), e));
            return;
          }
          g.writeArrayPropertyStart("answers");
          for (int i = 0; i < all.size(); i++) {
            Derivative d = all.get(i);
            g.writeStartObject();
            derivative(g, answer.request(), d);
            if (!answer.entries().isEmpty()) {
              entries(g, d, answer.entries().get(i));
            }
            g.writeEndObject();
          }
          g.writeEndArray();
          if (answer.request().order() == 1 && answer.request().form().isEmpty()) {
            g.writeStringProperty("differential", Derivative.total(all));
          }
        });
  }

  private static String found(Response.Found found, String id, boolean pretty) {
    return JsonText.object(
        id,
        pretty,
        g -> {
          g.writeBooleanProperty("ok", true);
          JsonOutcome.write(g, found.request(), found.outcome());
        });
  }

  /// {@return the refusal as JSON}
  public static String refusal(Problem problem, String id, boolean pretty) {
    return JsonText.object(
        id,
        pretty,
        g -> {
          g.writeBooleanProperty("ok", false);
          g.writeObjectPropertyStart("error");
          g.writeStringProperty("code", problem.code().word());
          g.writeStringProperty("message", problem.message());
          if (problem.start() >= 0) {
            g.writeNumberProperty("start", problem.start());
            g.writeNumberProperty("end", problem.end());
          }
          if (!problem.hint().isEmpty()) {
            g.writeStringProperty("hint", problem.hint());
          }
          g.writeEndObject();
        });
  }

  static void derivative(JsonGenerator g, Request request, Derivative d) {
    g.writeStringProperty("wrt", d.wrt());
    g.writeNumberProperty("order", d.order());
    g.writeStringProperty("kind", d.kind());
    strings(g, "shape", d.sizes());
    g.writeStringProperty("layout", d.layout());
    g.writeStringProperty("text", d.text());
    d.view().ifPresent(v -> view(g, v));
    if (d.view().isEmpty() && !d.isClosed()) {
      g.writeStringProperty("form", "map"); // the text is linear in dX
    }
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
    d.unconstrained().ifPresent(u -> g.writeStringProperty("unconstrained", u));
    d.independentEntries().ifPresent(e -> g.writeStringProperty("independentEntries", e));
    d.vech().ifPresent(v -> g.writeStringProperty("vech", v));
    strings(g, "assumptions", d.assumptions());
    strings(g, "conditions", d.conditions());
    if (request.wants("steps") && !request.op().equals("derive")) {
      steps(g, d);
    }
    if (request.wants("check")) {
      check(g, d.check());
    }
    if (request.wants("numpy")) {
      g.writeObjectPropertyStart("code");
      g.writeStringProperty("numpy", d.numpy());
      g.writeEndObject();
    }
  }

  private static void entries(JsonGenerator g, Derivative d, EntryByEntry e) {
    g.writeObjectPropertyStart("entries");
    g.writeObjectPropertyStart("sizes");
    e.sizes().forEach(g::writeNumberProperty);
    g.writeEndObject();
    g.writeObjectPropertyStart("function");
    e.function().forEach(l -> g.writeStringProperty(l.name(), d.text(l.value())));
    g.writeEndObject();
    g.writeObjectPropertyStart("derivative");
    e.partials().forEach(l -> g.writeStringProperty(l.name(), d.text(l.value())));
    g.writeEndObject();
    g.writeEndObject();
  }

  /// The form, the indices of an index form, and what another form acts on.
  private static void view(JsonGenerator g, View v) {
    g.writeStringProperty("form", v.form().word());
    v.index()
        .ifPresent(i -> strings(g, "indices", i.indices().stream().map(Node.Index::name).toList()));
    v.direction()
        .filter(x -> x.node() instanceof Node.Var)
        .ifPresent(x -> g.writeStringProperty("direction", ((Node.Var) x.node()).name()));
  }

  private static void strings(JsonGenerator g, String name, List<String> values) {
    g.writeArrayPropertyStart(name);
    values.forEach(g::writeString);
    g.writeEndArray();
  }

  private static void steps(JsonGenerator g, Derivative d) {
    g.writeArrayPropertyStart("steps");
    for (Step step : d.steps()) {
      g.writeStartObject();
      g.writeStringProperty("rule", step.rule());
      g.writeStringProperty("text", step.text());
      g.writeStringProperty("latex", step.latex());
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  static void check(JsonGenerator g, CheckResult check) {
    g.writeObjectPropertyStart("check");
    g.writeBooleanProperty("passed", check.passed());
    g.writeName("maxRelativeError");
    g.writeNumber(rounded(check.maxRelativeError()));
    g.writeNumberProperty("points", check.points());
    g.writeNumberProperty("exactPoints", check.exactPoints());
    g.writeNumberProperty("seed", check.seed());
    g.writeObjectPropertyStart("sizes");
    check.sizes().forEach(g::writeNumberProperty);
    g.writeEndObject();
    if (!check.reason().isEmpty()) {
      g.writeStringProperty("reason", check.reason());
    }
    g.writeEndObject();
  }

  /// Two digits say all that an error estimate can say. JSON has no infinity.
  private static BigDecimal rounded(double error) {
    return Double.isFinite(error)
        ? new BigDecimal(error).round(new MathContext(2))
        : new BigDecimal(Double.MAX_VALUE).round(new MathContext(2));
  }
}
