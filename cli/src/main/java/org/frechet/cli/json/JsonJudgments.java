package org.frechet.cli.json;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.Judgment;
import org.frechet.Judgments;
import org.frechet.Request;
import org.frechet.claim.Mistake;
import org.frechet.numeric.RealMat;
import tools.jackson.core.JsonGenerator;

/// The fields of what `check` found. Besides those of the contract there are `kind`, `layout`,
/// `claim` (what was understood), `correctUnicode`, `correctLatex`, `mistake`, `errorBound`,
/// `reason`, `assumptions`, `conditions`, `start` and `end`; of a chain `a = b = c` also `step`,
/// from 1, the first link that is not right, and `links`, the same fields for each.
final class JsonJudgments {
  private static final String CLAIMED = "claimed";
  private static final String TRUE = "true";

  private JsonJudgments() {}

  static void write(JsonGenerator g, Request request, Judgments judgments) {
    Judgment decisive = judgments.decisive();
    fields(g, request, decisive);
    List<Judgment> links = judgments.links();
    if (links.size() > 1) {
      if (!decisive.verdict().isRight()) {
        g.writeNumberProperty("step", links.indexOf(decisive) + 1);
      }
      g.writeArrayPropertyStart("links");
      links.forEach(j -> object(g, request, j));
      g.writeEndArray();
    }
  }

  static void object(JsonGenerator g, Request request, Judgment j) {
    g.writeStartObject();
    fields(g, request, j);
    g.writeEndObject();
  }

  private static void fields(JsonGenerator g, Request request, Judgment j) {
    g.writeStringProperty("verdict", j.verdict().word());
    JsonOutcome.strings(g, "hypotheses", j.hypotheses());
    j.correct()
        .ifPresent(c -> {
          g.writeStringProperty("correct", c.text());
          if (request.wants("unicode")) {
            g.writeStringProperty("correctUnicode", c.unicode());
          }
          if (request.wants("latex")) {
            g.writeStringProperty("correctLatex", c.latex());
          }
        });
    text(g, "certainty", j.certainty());
    g.writeNumberProperty("points", j.points());
    if (j.certainty().equals("exact") && j.errorBound() > 0) {
      g.writeNumberProperty("errorBound", j.errorBound());
    }
    j.counterexample().ifPresent(e -> counterexample(g, e));
    text(g, "diagnosis", j.diagnosis().text());
    if (j.diagnosis().mistake() != Mistake.NONE) {
      g.writeStringProperty("mistake", j.diagnosis().mistake().name().toLowerCase(Locale.ROOT));
    }
    text(g, "reason", j.reason());
    text(g, "kind", j.kind());
    text(g, "layout", j.layout());
    claim(g, request, j.claimed());
    JsonOutcome.strings(g, "assumptions", j.assumptions());
    JsonOutcome.strings(g, "conditions", j.conditions());
    if (j.place().start() >= 0) {
      g.writeNumberProperty("start", j.place().start());
      g.writeNumberProperty("end", j.place().end());
    }
  }

  private static void text(JsonGenerator g, String name, String value) {
    if (!value.isEmpty()) {
      g.writeStringProperty(name, value);
    }
  }

  /// What was claimed, as understood: `left` is what `text` is the value of.
  private static void claim(JsonGenerator g, Request request, Judgment.Written w) {
    g.writeObjectPropertyStart("claim");
    text(g, "left", w.left());
    g.writeStringProperty("text", w.text());
    if (request.wants("unicode")) {
      g.writeStringProperty("unicode", w.unicode());
    }
    if (request.wants("latex")) {
      g.writeStringProperty("latex", w.latex());
    }
    g.writeEndObject();
  }

  /// The values of the variables stand beside `claimed` and `true`; a variable or size of such a
  /// name gets an underscore.
  private static void counterexample(JsonGenerator g, Judgment.Example e) {
    Set<String> taken = new TreeSet<>(Set.of(CLAIMED, TRUE));
    taken.addAll(e.values().keySet());
    g.writeObjectPropertyStart("counterexample");
    e.values()
        .forEach((name, value) -> {
          g.writeName(name.equals(CLAIMED) || name.equals(TRUE) ? free(name, taken) : name);
          array(g, value);
        });
    g.writeName(CLAIMED);
    array(g, e.claimed());
    g.writeName(TRUE);
    array(g, e.truth());
    g.writeEndObject();
    if (!e.sizes().isEmpty()) {
      g.writeObjectPropertyStart("sizes");
      e.sizes().forEach(g::writeNumberProperty);
      g.writeEndObject();
    }
  }

  private static String free(String name, Set<String> taken) {
    String other = name + "_";
    while (!taken.add(other)) {
      other += "_";
    }
    return other;
  }

  /// Writes a 1×1 matrix as a number, a column as a list, any other as a list of rows.
  private static void array(JsonGenerator g, RealMat a) {
    if (a.rows() == 1 && a.cols() == 1) {
      number(g, a.get(0, 0));
      return;
    }
    g.writeStartArray();
    for (int i = 0; i < a.rows(); i++) {
      if (a.cols() > 1) {
        g.writeStartArray();
      }
      for (int j = 0; j < a.cols(); j++) {
        number(g, a.get(i, j));
      }
      if (a.cols() > 1) {
        g.writeEndArray();
      }
    }
    g.writeEndArray();
  }

  /// Whole numbers are written without a point; what has no value is null.
  private static void number(JsonGenerator g, double x) {
    if (!Double.isFinite(x)) {
      g.writeNull();
    } else if (x == Math.rint(x) && Math.abs(x) < 1e15) {
      g.writeNumber((long) x);
    } else {
      g.writeNumber(x);
    }
  }
}
