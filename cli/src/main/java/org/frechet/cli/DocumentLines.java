package org.frechet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.frechet.cli.report.Checked;
import org.frechet.cli.report.Findings;
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
  private static final Pattern CAPITALS = Pattern.compile("[A-Z][A-Z -]*[A-Z]\\b");

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
      if (all || Standing.of(f.status()).isOpen()) {
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

  private List<String> of(String name, Finding f) {
    var lines = new ArrayList<String>();
    String label = f.label().isEmpty() ? "" : "   " + ink.dim(Plain.shortened(f.label(), 40));
    String step = Findings.step(f).isEmpty() ? "" : Findings.step(f) + ": ";
    var written = new JudgmentLines(ink, /* latex= */ true, f.source());
    lines.add(
        ink.bold(at(name, f.at()) + ":")
            + " "
            + step
            + coloured(f, Plain.line(written.sentence(Findings.verdict(f)))));
    lines.add("  " + Plain.shortened(f.source(), LONGEST) + label);
    Findings.details(f).forEach(r -> lines.addAll(written.detail(r)));
    return lines;
  }

  /// The words in capitals have a colour.
  private String coloured(Finding f, String line) {
    Matcher capitals = CAPITALS.matcher(line);
    int end = capitals.lookingAt() ? capitals.end() : 0;
    String word = line.substring(0, end);
    String shown =
        switch (Standing.of(f.status())) {
          case ERROR -> ink.red(word);
          case WARNING, NOTE -> ink.yellow(word);
          case GOOD -> ink.green(word);
          case NONE -> ink.dim(word);
        };
    return shown + line.substring(end);
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
