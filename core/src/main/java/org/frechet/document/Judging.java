package org.frechet.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.frechet.derive.Layout;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Parser;

/// Judges a document: reads it, examines its statements one after the other, finds the layouts of
/// its sections, and judges again what these decide.
final class Judging {
  private final String text;
  private final Document.Options options;
  private final Document.Progress progress;
  private final Lines lines;
  private final Reading reading;
  private final List<Candidate> candidates;
  private final Directives directives = new Directives();
  private final Silence silence;
  private final Answers answers;
  private final Knowledge knowledge;
  private final Layouts layouts;
  private final long start = System.nanoTime();

  Judging(
      String text, Document.Format format, Document.Options options, Document.Progress progress) {
    this.text = text;
    this.options = options;
    this.answers = new Answers(options.perStatement());
    this.progress = progress;
    this.lines = new Lines(text);
    List<Piece> pieces =
        format == Document.Format.LATEX ? LatexReader.read(text) : MarkdownReader.read(text);
    this.reading = new Reading(pieces, lines);
    this.candidates = reading.candidates();
    this.silence = new Silence(lines);
    for (Piece.Directive d : reading.directives()) {
      directives.read(d, sectionAt(d.start()), silence, candidates);
    }
    silence.close();
    var facts = new ArrayList<Fact>();
    var stated = new ArrayList<Layouts.Stated>();
    prose(facts, stated);
    facts.addAll(directives.facts());
    stated.addAll(directives.layouts());
    stated.sort(Comparator.comparingInt(Layouts.Stated::from));
    this.knowledge = new Knowledge(reading.sections(), facts, options.given());
    directives.definitions().forEach(knowledge::define);
    var spaces = new Spaces();
    for (Reading.Sentence s : reading.sentences()) {
      NamedDerivatives.of(s, spaces).forEach(knowledge::define);
    }
    this.layouts = new Layouts(reading.sections(), stated, options.given().layout(), lines);
  }

  private int sectionAt(int offset) {
    int section = 0;
    List<Reading.Scope> scopes = reading.sections();
    while (section + 1 < scopes.size() && scopes.get(section + 1).start() <= offset) {
      section++;
    }
    return section;
  }

  private void prose(List<Fact> facts, List<Layouts.Stated> stated) {
    var spaces = new Spaces();
    var prose = new Prose(spaces);
    int before = 0;
    for (Reading.Sentence s : reading.sentences()) {
      prose.read(s, before);
      before = s.start();
      Prose.layout(s)
          .ifPresent(l -> stated.add(new Layouts.Stated(l, s.start(), s.section(), false)));
    }
    facts.addAll(prose.facts());
    Typography.read(candidates, spaces, facts);
  }

  /// Whether a section is a list of identities.
  private boolean lists(Candidate c) {
    String title = reading.sections().get(c.section()).title().toLowerCase(Locale.ROOT);
    return title.matches(".*(identit|propert|rules|formula|cheat ?sheet|facts|useful).*");
  }

  Report report() {
    var entries = new TreeMap<Integer, Entry>();
    var examination = new Examination(knowledge, answers, silence);
    int done = 0;
    for (Candidate c : ordered()) {
      progress.at(done++, candidates.size());
      if (isLate()) {
        entries.put(
            c.start(),
            new Entry(c, Layout.MIXED)
                .decided(Status.UNKNOWN, "the time for the document is used up"));
      } else {
        examined(examination, c).ifPresent(e -> entries.put(c.start(), e));
      }
    }
    settle(entries);
    progress.at(candidates.size(), candidates.size());
    var findings = new ArrayList<Finding>();
    entries.values().forEach(e -> findings.add(e.finding(lines, text)));
    findings.addAll(comments());
    findings.sort(Comparator.comparingInt(f -> f.place().start()));
    return new Report(findings, layouts.sections(), layouts.conflicts(), text);
  }

  private Optional<Entry> examined(Examination examination, Candidate c) {
    try {
      return examination.examine(c, layouts.first(c), lists(c));
    } catch (Refusal r) {
      var entry = new Entry(c, Layout.MIXED);
      return Optional.of(entry.decided(Status.UNKNOWN, r.problem().message()));
    }
  }

  private boolean isLate() {
    return System.nanoTime() - start > options.whole().toNanos();
  }

  /// What `where y = …` explains comes before what it explains.
  private List<Candidate> ordered() {
    return candidates.stream()
        .sorted(
            Comparator.comparingInt(Candidate::sentenceStart)
                .thenComparing(c -> !c.before().matches("(.* )?where( .*)?"))
                .thenComparingInt(Candidate::start))
        .toList();
  }

  private void settle(Map<Integer, Entry> entries) {
    entries.values().forEach(layouts::learn);
    for (Entry e : entries.values()) {
      Layout layout = layouts.last(e.candidate());
      boolean turned =
          e.status() == Status.RIGHT_OTHER_LAYOUT
              || e.status().isFault()
              || e.status() == Status.RIGHT;
      if (layout != e.layout() && turned && e.statement().isPresent() && !isLate()) {
        e.layout(layout);
        judgeAgain(e.statement().get());
      }
    }
    Subjects.doubt(entries.values());
  }

  private static void judgeAgain(Statement statement) {
    try {
      statement.judge();
    } catch (Refusal r) {
      statement.entry().decided(Status.UNKNOWN, r.problem().message());
    }
  }

  private List<Finding> comments() {
    var findings = new ArrayList<Finding>();
    for (Directives.Unread u : directives.unread()) {
      findings.add(comment(u.directive(), Status.UNREADABLE, u.message(), List.of()));
    }
    for (Directives.Claim claim : directives.claims()) {
      findings.add(comment(claim));
    }
    return findings;
  }

  private Finding comment(Directives.Claim claim) {
    Piece.Directive d = claim.directive();
    Candidate c =
        new Candidate(
            Mapped.of(text, d.start(), d.end()),
            List.of(),
            true,
            d.start(),
            d.end(),
            "",
            "",
            "",
            List.of(),
            false,
            claim.section(),
            d.start(),
            "");
    try {
      var relation = Parser.parseRelation(claim.text());
      var entry = new Entry(c, layouts.last(c));
      Knowledge.Scene scene = knowledge.at(c, true);
      var statement =
          new Statement(
              entry,
              scene,
              scene,
              scene,
              Governing.GENERAL,
              true,
              Trees.names(relation.sides().getFirst()),
              answers);
      entry.judging(statement, relation, Optional.empty());
      statement.judge();
      Finding found = entry.finding(lines, text);
      return new Finding(
          found.status(),
          found.place(),
          found.place(),
          claim.text(),
          "",
          true,
          found.section(),
          found.judgments(),
          found.step(),
          found.message());
    } catch (Refusal r) {
      return comment(d, Status.UNREADABLE, r.problem().message(), List.of());
    }
  }

  private Finding comment(
      Piece.Directive d, Status status, String message, List<org.frechet.Judgment> judgments) {
    Place place = lines.place(d.start(), d.end());
    return new Finding(
        status,
        place,
        place,
        text.substring(d.start(), d.end()),
        "",
        true,
        sectionAt(d.start()),
        judgments,
        -1,
        message);
  }
}
