package org.frechet.cli.json;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.frechet.Frechet;
import org.frechet.cli.report.Checked;
import org.frechet.cli.report.Inspection;
import org.frechet.cli.report.Plain;
import org.frechet.cli.report.Prose;
import org.frechet.cli.report.Standing;
import org.frechet.document.Conflict;
import org.frechet.document.Finding;
import org.frechet.document.Place;
import org.frechet.document.Status;
import tools.jackson.core.JsonGenerator;

/// What was found of documents in the Static Analysis Results Interchange Format, for editors and
/// code hosts: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>. What is right or
/// no claim has no result.
public final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String CONFLICT = "layout-conflict";

  /// A kind of result.
  private record Rule(String id, String level, String text) {}

  private static final List<Rule> RULES = rules();

  private final JsonGenerator g;

  /// How often a statement has occurred: equal ones have different fingerprints.
  private final Map<String, Integer> seen = new HashMap<>();

  private SarifReport(JsonGenerator g) {
    this.g = g;
  }

  /// {@return the log, as JSON on several lines}
  public static String of(Inspection inspection) {
    return JsonText.object("", /* pretty= */ true, g -> new SarifReport(g).log(inspection));
  }

  private static List<Rule> rules() {
    var rules = new ArrayList<Rule>();
    for (Status status : Status.values()) {
      String level =
          switch (Standing.of(status)) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
            case GOOD, NONE -> "";
          };
      if (!level.isEmpty()) {
        rules.add(new Rule(status.word(), level, description(status)));
      }
    }
    rules.add(
        new Rule(
            CONFLICT,
            "warning",
            "Sections of a document put their derivatives into different layouts."));
    return List.copyOf(rules);
  }

  private static String description(Status status) {
    return switch (status) {
      case WRONG -> "The formula is wrong.";
      case ILL_SHAPED -> "The formula has no meaning: shapes do not fit.";
      case NOT_DIFFERENTIABLE -> "The function is not differentiable there.";
      case RIGHT_IF -> "The formula is right only under a hypothesis that is not stated.";
      case RIGHT_OTHER_LAYOUT -> "The formula is right in the other layout of derivatives.";
      case UNKNOWN -> "Whether the formula is right could not be found out.";
      case UNREADABLE -> "The formula could not be read.";
      case RIGHT, DEFINITION, NOT_A_CLAIM, SILENCED -> "There is nothing to correct.";
    };
  }

  private void log(Inspection inspection) {
    g.writeStringProperty("$schema", SCHEMA);
    g.writeStringProperty("version", "2.1.0");
    g.writeArrayPropertyStart("runs");
    g.writeStartObject();
    tool();
    g.writeStringProperty("columnKind", "utf16CodeUnits");
    g.writeArrayPropertyStart("results");
    for (Checked d : inspection.documents()) {
      d.report().findings().forEach(f -> finding(d.name(), f));
      d.report().conflicts().forEach(c -> conflict(d.name(), c));
    }
    g.writeEndArray();
    invocation(inspection);
    g.writeEndObject();
    g.writeEndArray();
  }

  private void tool() {
    g.writeObjectPropertyStart("tool");
    g.writeObjectPropertyStart("driver");
    g.writeStringProperty("name", "frechet");
    g.writeStringProperty("version", Frechet.VERSION);
    g.writeStringProperty("semanticVersion", Frechet.VERSION);
    g.writeArrayPropertyStart("rules");
    for (Rule rule : RULES) {
      g.writeStartObject();
      g.writeStringProperty("id", rule.id());
      message("shortDescription", rule.text());
      g.writeObjectPropertyStart("defaultConfiguration");
      g.writeStringProperty("level", rule.level());
      g.writeEndObject();
      g.writeEndObject();
    }
    g.writeEndArray();
    g.writeEndObject();
    g.writeEndObject();
  }

  /// Files that could not be read are told as notifications of the tool.
  private void invocation(Inspection inspection) {
    g.writeArrayPropertyStart("invocations");
    g.writeStartObject();
    g.writeBooleanProperty("executionSuccessful", inspection.unread().isEmpty());
    if (!inspection.unread().isEmpty()) {
      g.writeArrayPropertyStart("toolExecutionNotifications");
      inspection
          .unread()
          .forEach(u -> {
            g.writeStartObject();
            g.writeStringProperty("level", "error");
            message("message", Plain.line(u.name() + ": " + u.reason()));
            g.writeEndObject();
          });
      g.writeEndArray();
    }
    g.writeEndObject();
    g.writeEndArray();
  }

  private void message(String name, String text) {
    g.writeObjectPropertyStart(name);
    g.writeStringProperty("text", text);
    g.writeEndObject();
  }

  private void finding(String file, Finding f) {
    rule(f.status().word())
        .ifPresent(rule -> {
          g.writeStartObject();
          head(rule, Prose.of(f));
          locations("locations", file, List.of(f.at()));
          fingerprints(file, f.status().word(), f.source());
          g.writeEndObject();
        });
  }

  private void conflict(String file, Conflict c) {
    rule(CONFLICT)
        .ifPresent(rule -> {
          g.writeStartObject();
          head(rule, Plain.line(c.message()));
          int last = c.places().size() - 1;
          locations("locations", file, last < 0 ? List.of() : List.of(c.places().get(last)));
          if (last > 0) {
            locations("relatedLocations", file, c.places().subList(0, last));
          }
          fingerprints(file, CONFLICT, c.message());
          g.writeEndObject();
        });
  }

  private static java.util.Optional<Rule> rule(String id) {
    return RULES.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  private void head(Rule rule, String text) {
    g.writeStringProperty("ruleId", rule.id());
    g.writeNumberProperty("ruleIndex", RULES.indexOf(rule));
    g.writeStringProperty("level", rule.level());
    message("message", text);
  }

  private void locations(String name, String file, List<Place> places) {
    g.writeArrayPropertyStart(name);
    for (Place p : places) {
      g.writeStartObject();
      g.writeObjectPropertyStart("physicalLocation");
      g.writeObjectPropertyStart("artifactLocation");
      g.writeStringProperty("uri", uri(file));
      g.writeEndObject();
      g.writeObjectPropertyStart("region");
      g.writeNumberProperty("startLine", p.line());
      g.writeNumberProperty("startColumn", p.column());
      g.writeNumberProperty("endLine", p.endLine());
      g.writeNumberProperty("endColumn", p.endColumn());
      g.writeEndObject();
      g.writeEndObject();
      g.writeEndObject();
    }
    g.writeEndArray();
  }

  /// {@return the name of a file as a URI reference} Relative names stay relative, to where the
  /// program was called.
  static String uri(String file) {
    String path = file.replace('\\', '/').replaceFirst("^(?:\\./)+", "");
    boolean absolute = path.startsWith("/");
    try {
      // A colon in the first segment would be read as a scheme.
      String relative = path.indexOf(':') >= 0 && !absolute ? "./" + path : path;
      return new URI(absolute ? "file" : null, absolute ? "" : null, relative, null)
          .toASCIIString();
    } catch (URISyntaxException e) {
      return "unknown";
    }
  }

  /// What tells whether a result is the one of an earlier run: the statement, its rule and how
  /// often it stood before in the file, but no line.
  private void fingerprints(String file, String rule, String source) {
    String statement = rule + "\n" + source.strip().replaceAll("\\s+", " ");
    int number = seen.merge(file + "\n" + statement, 1, Integer::sum);
    g.writeObjectPropertyStart("fingerprints");
    g.writeStringProperty("frechet/v1", hash(file + "\n" + statement + "\n" + number));
    g.writeEndObject();
    g.writeObjectPropertyStart("partialFingerprints");
    g.writeStringProperty("statement/v1", hash(statement + "\n" + number));
    g.writeEndObject();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has SHA-256
    }
  }
}
