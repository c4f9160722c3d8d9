package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.Judgment;
import org.frechet.cli.report.Checked;
import org.frechet.cli.report.Inspection;
import org.frechet.cli.report.Layouts;
import org.frechet.cli.report.Plain;
import org.frechet.cli.report.Standing;
import org.frechet.cli.report.Tally;
import org.frechet.document.Conflict;
import org.frechet.document.Finding;
import org.frechet.document.Place;
import org.frechet.document.Report;

/// What was found of documents, as lines of a terminal.
///
/// ```
/// lecture.md:12:5: WRONG.  Correct: (A + A^\top) x.
///   $$\nabla_x x^\top A x = 2 A x$$   (1.2)
///   counterexample  A = [0 1; 0 0], x = (1, 1)':  claimed (2, 0)', true (1, 1)'
/// ```
///
/// @param all whether what is right, and what is no claim, is listed too
record DocumentLines(Ink ink, boolean all) {
  private static final int LONGEST = 200;

  /// {@return the lines}
  List<String> of(Inspection inspection) {
    var lines = new ArrayList<String>();
    for (Checked document : inspection.documents()) {
      lines.addAll(of(document));
    }
    inspection
        .unread()
        .forEach(u ->
            lines.add(ink.bold(Plain.line(u.name()) + ":") + " cannot read it: " + u.reason()));
    if (inspection.documents().size() > 1) {
      lines.add(
          "%d documents, %s"
              .formatted(inspection.documents().size(), inspection.tally().sentence()));
    }
    return lines;
  }

  private List<String> of(Checked document) {
    var lines = new ArrayList<String>();
    Report report = document.report();
    for (Finding f : report.findings()) {
      if (all || isShown(f)) {
        lines.addAll(of(document.name(), f));
        lines.add("");
      }
    }
    report.conflicts().forEach(c -> lines.add(conflict(document.name(), c)));
    String name = Plain.line(document.name());
    Layouts.sentences(report).forEach(s -> lines.add(ink.dim(name + ": " + Plain.line(s))));
    lines.add(ink.bold(name + ":") + " " + Tally.of(report).sentence());
    return lines;
  }

  private static boolean isShown(Finding f) {
    return switch (Standing.of(f.status())) {
      case ERROR, WARNING, NOTE -> true;
      case GOOD, NONE -> false;
    };
  }

  private List<String> of(String name, Finding f) {
    var lines = new ArrayList<String>();
    String label = f.label().isEmpty() ? "" : "   " + ink.dim(Plain.shortened(f.label(), 40));
    String source = "  " + Plain.shortened(f.source(), LONGEST) + label;
    String place = ink.bold(at(name, f.at()) + ":") + " ";
    Optional<Judgment> decisive = f.decisive();
    if (decisive.isEmpty()) {
      String title = coloured(f, Standing.title(f.status()).toUpperCase(java.util.Locale.ROOT));
      String message = f.message().isEmpty() ? "" : ": " + Plain.line(f.message());
      lines.add(place + title + message);
      lines.add(source);
      return lines;
    }
    var judged = new JudgmentLines(ink, /* latex= */ true, f.source());
    List<String> about = judged.ofStatement(decisive.get());
    String step =
        f.judgments().size() > 1
            ? "step %d of %d: ".formatted(f.step() + 1, f.judgments().size())
            : "";
    lines.add(place + step + about.getFirst());
    lines.add(source);
    if (Standing.of(f.status()) != Standing.GOOD) {
      lines.addAll(about.subList(1, about.size()));
    }
    return lines;
  }

  private String coloured(Finding f, String text) {
    return switch (Standing.of(f.status())) {
      case ERROR -> ink.red(text);
      case WARNING, NOTE -> ink.yellow(text);
      case GOOD -> ink.green(text);
      case NONE -> ink.dim(text);
    };
  }

  private String conflict(String name, Conflict c) {
    String places = c.places().isEmpty() ? Plain.line(name) : at(name, c.places().getLast());
    String others = c.places().size() < 2 ? "" : " (also at " + c.places().getFirst() + ")";
    return ink.bold(places + ":")
        + " "
        + ink.yellow("CONFLICT")
        + ": "
        + Plain.line(c.message())
        + others;
  }

  private static String at(String name, Place place) {
    return Plain.line(name) + ":" + place;
  }
}
