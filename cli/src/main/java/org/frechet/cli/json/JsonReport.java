package org.frechet.cli.json;

import java.util.List;
import org.frechet.Frechet;
import org.frechet.Request;
import org.frechet.cli.report.Checked;
import org.frechet.cli.report.Inspection;
import org.frechet.cli.report.Layouts;
import org.frechet.cli.report.Tally;
import org.frechet.document.Finding;
import org.frechet.document.Place;
import org.frechet.document.Report;
import org.frechet.document.Section;
import tools.jackson.core.JsonGenerator;

/// What was found of documents, as JSON: `version`, `faults`, `counts`, and `documents` with
/// `file`, `counts`, `sections`, `conflicts` and `findings`. A finding has `status`, `place`, `at`
/// where that differs, `source`, `label`, `display`, `section`, `message`, and where it was judged
/// `step`, from 1, and `links` with the fields of the response to `check`.
public final class JsonReport {
  /// Judgments are written as in an answer to this.
  private static final Request REQUEST = Request.diff("", "");

  private JsonReport() {}

  /// {@return the report, on one line unless `pretty`}
  public static String of(Inspection inspection, boolean pretty) {
    return JsonText.object(
        "",
        pretty,
        g -> {
          g.writeStringProperty("version", Frechet.VERSION);
          g.writeBooleanProperty("faults", inspection.hasFaults());
          counts(g, inspection.tally());
          g.writeArrayPropertyStart("documents");
          inspection.documents().forEach(d -> document(g, d));
          g.writeEndArray();
          if (!inspection.unread().isEmpty()) {
            g.writeArrayPropertyStart("unread");
            inspection
                .unread()
                .forEach(u -> {
                  g.writeStartObject();
                  g.writeStringProperty("file", u.name());
                  g.writeStringProperty("reason", u.reason());
                  g.writeEndObject();
                });
            g.writeEndArray();
          }
        });
  }

  private static void counts(JsonGenerator g, Tally tally) {
    g.writeObjectPropertyStart("counts");
    tally.counts().forEach((status, n) -> g.writeNumberProperty(status.word(), n));
    g.writeEndObject();
  }

  private static void document(JsonGenerator g, Checked d) {
    Report report = d.report();
    g.writeStartObject();
    g.writeStringProperty("file", d.name());
    counts(g, Tally.of(report));
    g.writeArrayPropertyStart("sections");
    report.sections().forEach(s -> section(g, s));
    g.writeEndArray();
    g.writeArrayPropertyStart("conflicts");
    report
        .conflicts()
        .forEach(c -> {
          g.writeStartObject();
          g.writeStringProperty("message", c.message());
          places(g, c.places());
          g.writeEndObject();
        });
    g.writeEndArray();
    g.writeArrayPropertyStart("findings");
    report.findings().forEach(f -> finding(g, f));
    g.writeEndArray();
    g.writeEndObject();
  }

  private static void section(JsonGenerator g, Section s) {
    g.writeStartObject();
    g.writeStringProperty("title", s.title());
    g.writeNumberProperty("level", s.level());
    g.writeNumberProperty("line", s.place().line());
    if (s.layout().isPresent()) {
      g.writeStringProperty("layout", Layouts.word(s));
    }
    g.writeStringProperty("source", s.source().name().toLowerCase(java.util.Locale.ROOT));
    g.writeNumberProperty("evidence", s.evidence());
    g.writeEndObject();
  }

  private static void places(JsonGenerator g, List<Place> places) {
    g.writeArrayPropertyStart("places");
    places.forEach(p -> place(g, p));
    g.writeEndArray();
  }

  private static void place(JsonGenerator g, Place p) {
    g.writeStartObject();
    g.writeNumberProperty("line", p.line());
    g.writeNumberProperty("column", p.column());
    g.writeNumberProperty("endLine", p.endLine());
    g.writeNumberProperty("endColumn", p.endColumn());
    g.writeNumberProperty("start", p.start());
    g.writeNumberProperty("end", p.end());
    g.writeEndObject();
  }

  private static void finding(JsonGenerator g, Finding f) {
    g.writeStartObject();
    g.writeStringProperty("status", f.status().word());
    g.writeName("place");
    place(g, f.place());
    if (!f.at().equals(f.place())) {
      g.writeName("at");
      place(g, f.at());
    }
    g.writeStringProperty("source", f.source());
    if (!f.label().isEmpty()) {
      g.writeStringProperty("label", f.label());
    }
    g.writeBooleanProperty("display", f.display());
    g.writeNumberProperty("section", f.section());
    if (!f.message().isEmpty()) {
      g.writeStringProperty("message", f.message());
    }
    if (!f.judgments().isEmpty()) {
      if (f.step() >= 0) {
        g.writeNumberProperty("step", f.step() + 1);
      }
      g.writeArrayPropertyStart("links");
      f.judgments().forEach(j -> JsonJudgments.object(g, REQUEST, j));
      g.writeEndArray();
    }
    g.writeEndObject();
  }
}
