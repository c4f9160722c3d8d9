package org.frechet.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.Judgment;
import org.frechet.derive.Layout;
import org.frechet.shape.Problem;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// What is found of a statement while the document is read; judged again when more is known.
final class Entry {
  private final Candidate candidate;
  private Layout layout;
  private Optional<Statement> statement = Optional.empty();
  private Optional<Relation> relation = Optional.empty();
  private Optional<Subjects.Taken> taken = Optional.empty();
  private List<Link> links = List.of();
  private Status status = Status.NOT_A_CLAIM;
  private String message = "";
  private int offset;
  private int start;
  private int end;

  Entry(Candidate candidate, Layout layout) {
    this.candidate = candidate;
    this.layout = layout;
    this.start = candidate.start();
    this.end = candidate.end();
  }

  Candidate candidate() {
    return candidate;
  }

  Layout layout() {
    return layout;
  }

  void layout(Layout other) {
    layout = other;
  }

  Status status() {
    return status;
  }

  List<Link> links() {
    return links;
  }

  Optional<Relation> relation() {
    return relation;
  }

  Optional<Subjects.Taken> taken() {
    return taken;
  }

  Optional<Statement> statement() {
    return statement;
  }

  /// Where in the LaTeX the part that is read begins.
  void from(int after) {
    offset = after;
  }

  /// What is wrong stands there, in the part that is read.
  void at(Problem problem) {
    start = candidate.latex().at(offset + problem.start());
    end = Math.max(start, candidate.latex().endAt(offset + problem.end()));
  }

  /// The step after the judged ones has no meaning.
  void misfit(Problem problem) {
    statement = Optional.empty();
    decided(
        Status.ILL_SHAPED,
        "step %d is the first that is wrong: %s".formatted(links.size() + 1, problem.message()));
    at(problem);
  }

  Entry decided(Status what, String words) {
    status = what;
    message = words;
    return this;
  }

  void judging(Statement how, Relation what, Optional<Subjects.Taken> subject) {
    statement = Optional.of(how);
    relation = Optional.of(what);
    taken = subject;
  }

  /// Takes what was found of the steps; the first that is not right decides.
  void found(List<Link> steps) {
    links = List.copyOf(steps);
    status = Status.NOT_A_CLAIM;
    message = "";
    for (Link link : steps) {
      if (rank(link.status()) > rank(status)) {
        status = link.status();
        message = link.message();
        place(link);
      }
    }
  }

  /// Faults first, then what could not be judged, then what is right with a proviso.
  private static int rank(Status status) {
    return switch (status) {
      case WRONG, ILL_SHAPED, NOT_DIFFERENTIABLE -> 6;
      case UNKNOWN, UNREADABLE -> 2;
      case RIGHT_IF -> 5;
      case RIGHT_OTHER_LAYOUT -> 4;
      case RIGHT -> 3;
      case DEFINITION -> 1;
      case NOT_A_CLAIM, SILENCED -> 0;
    };
  }

  private void place(Link link) {
    Syntax.Span span = link.span();
    if (span.start() >= 0 && links.size() > 1 || span.start() >= 0 && status.isFault()) {
      start = candidate.latex().at(offset + span.start());
      end = Math.max(start, candidate.latex().endAt(offset + span.end()));
    } else {
      start = candidate.start();
      end = candidate.end();
    }
  }

  Finding finding(Lines lines, String text) {
    var judgments = new ArrayList<Judgment>();
    int step = -1;
    for (Link link : links) {
      if (link.judgment().isPresent() && link.status() != Status.NOT_A_CLAIM) {
        if (link.status() == status && step < 0) {
          step = judgments.size();
        }
        judgments.add(link.judgment().get());
      }
    }
    step = step < 0 && !judgments.isEmpty() && !status.isFault() ? 0 : step;
    Place at = lines.place(start, end);
    return new Finding(
        status,
        lines.place(candidate.start(), candidate.end()),
        at,
        candidate.source(text),
        candidate.label(start),
        candidate.display(),
        candidate.section(),
        judgments,
        step,
        Messages.of(
            status,
            message,
            links,
            step < 0 ? Optional.empty() : Optional.of(judgments.get(step)),
            taken));
  }
}
