package org.frechet.latex;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.latex.Latex.Known;
import org.frechet.latex.Probe.Fit;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// Decides between the readings of a statement by their shapes.
final class Arbiter {
  /// A reading, and how it fits.
  private record Candidate(
      Relation relation,
      List<Mark> marks,
      List<Reader.Bound> bounds,
      java.util.Set<String> called,
      List<Choices.Point> points,
      Optional<Fit> fit,
      Optional<Refusal> refusal) {}

  private final List<Token> tokens;
  private final Facts facts;
  private final Probe probe;

  Arbiter(List<Token> tokens, Known known) {
    this.tokens = tokens;
    this.facts = new Facts(known, tokens);
    this.probe = new Probe(known);
  }

  /// {@return the reading that is meant}
  ///
  /// @throws Refusal if there is none, or if two fit equally well
  Relation relation() {
    int readings = facts.readings();
    var pending = new ArrayDeque<List<Integer>>();
    pending.add(List.of());
    Optional<Candidate> first = Optional.empty();
    Optional<Candidate> best = Optional.empty();
    Optional<Refusal> unread = Optional.empty();
    for (int tries = 0; !pending.isEmpty(); tries++) {
      if (tries == readings) {
        throw tooOpen();
      }
      var choices = new Choices(pending.remove());
      Candidate candidate;
      try {
        candidate = read(choices);
      } catch (Refusal refusal) {
        unread = unread.isEmpty() ? Optional.of(refusal) : unread;
        pending.addAll(choices.next());
        continue;
      }
      if (best.isEmpty() || choices.points().stream().anyMatch(Choices.Point::open)) {
        pending.addAll(choices.next());
      }
      first = first.isEmpty() ? Optional.of(candidate) : first;
      if (candidate.fit.isPresent()) {
        best = best.isEmpty() ? Optional.of(candidate) : Optional.of(better(best.get(), candidate));
        if (candidate.points.stream().noneMatch(Choices.Point::open)) {
          break;
        }
      }
    }
    if (best.isPresent()) {
      return resolved(best.get(), best.get().fit.get().shapes());
    }
    if (first.isEmpty()) {
      throw unread.orElseThrow();
    }
    return unfitting(first.get());
  }

  private Refusal tooOpen() {
    return Errors.syntax(
        "this can be read in too many ways",
        tokens.getFirst().span().to(tokens.getLast().span()),
        "write parentheses and \\cdot");
  }

  private Candidate read(Choices choices) {
    var reader = new Reader(new Cursor(tokens, 0, tokens.size()), facts, choices);
    Relation relation = new Statements(reader).relation();
    Optional<Fit> fit = Optional.empty();
    Optional<Refusal> refusal = Optional.empty();
    if (choices.points().isEmpty() && reader.marks.isEmpty() && reader.bounds.isEmpty()) {
      return new Candidate( // nothing depends on shapes
          relation,
          List.of(),
          List.of(),
          java.util.Set.of(),
          List.of(),
          Optional.of(new Fit(List.of(), Map.of(), 0)),
          refusal);
    }
    facts.requireInferable();
    try {
      fit = Optional.of(probe.fit(pieces(relation), reader.marks, reader.bounds, reader.called));
    } catch (Refusal r) {
      if (r.problem().code() == Code.TIMEOUT) {
        throw r;
      }
      refusal = Optional.of(r);
    }
    return new Candidate(
        relation, reader.marks, reader.bounds, reader.called, choices.points(), fit, refusal);
  }

  /// Definitions after "where" are part of each side.
  private static List<Syntax> pieces(Relation relation) {
    return relation.sides().stream().map(s -> defined(relation.definitions(), s)).toList();
  }

  static Syntax defined(List<Definition> definitions, Syntax body) {
    Syntax piece = body;
    for (Definition d : definitions.reversed()) {
      piece = new Syntax.Let(d.name(), d.value(), piece, body.span());
    }
    return piece;
  }

  /// Two readings fit: the same meaning, or one whose sides have one shape, or the text is
  /// ambiguous.
  private static Candidate better(Candidate one, Candidate other) {
    Fit a = one.fit.orElseThrow();
    Fit b = other.fit.orElseThrow();
    if (a.sides().equals(b.sides())) {
      return one;
    }
    if (a.departures() != b.departures()) {
      return a.departures() < b.departures() ? one : other;
    }
    if (a.isEven() != b.isEven()) {
      return a.isEven() ? one : other;
    }
    for (int i = 0; i < Math.min(one.points.size(), other.points.size()); i++) {
      Choices.Point p = one.points.get(i);
      Choices.Point q = other.points.get(i);
      if (p.taken() != q.taken()) {
        if (p.open()) {
          throw Errors.ambiguous(
              "this", p.readings().get(p.taken()), q.readings().get(q.taken()), p.place());
        }
        return one;
      }
    }
    return one;
  }

  /// Nothing fits. What does not depend on shapes is still read, so that its shapes can be
  /// complained of where they are judged.
  private Relation unfitting(Candidate candidate) {
    Refusal refusal = told(candidate);
    boolean open = candidate.points.stream().anyMatch(Choices.Point::open);
    if (open || !candidate.bounds.isEmpty()) {
      throw refusal;
    }
    if (candidate.marks.isEmpty()) {
      return candidate.relation;
    }
    var shapes = new java.util.HashMap<Integer, org.frechet.shape.Shape>();
    for (Syntax side : pieces(candidate.relation)) {
      try {
        shapes.putAll(
            probe.fit(List.of(side), candidate.marks, List.of(), candidate.called).shapes());
      } catch (Refusal r) {
        throw refusal;
      }
    }
    return resolved(candidate, shapes);
  }

  /// {@return why it does not fit, in words that do not tell of stand-ins}
  private static Refusal told(Candidate candidate) {
    Problem p = candidate.refusal.orElseThrow().problem();
    for (Mark mark : candidate.marks) {
      boolean here = mark.place().start() == p.start() && mark.place().end() == p.end();
      if (here && mark.kind() == Mark.Kind.BARS) {
        return Errors.unsupported(
            "bars are the determinant of a square matrix or the absolute value of a scalar, and this"
                + " is neither",
            mark.place(),
            "write \\lVert x \\rVert for a norm, \\operatorname{abs}(x) for absolute values");
      }
    }
    boolean plain = (p.message() + p.hint()).chars().noneMatch(c -> c < ' ');
    return plain
        ? p.refusal()
        : new Problem(p.code(), "the shapes do not fit here", p.start(), p.end(), "").refusal();
  }

  private static Relation resolved(
      Candidate candidate, Map<Integer, org.frechet.shape.Shape> shapes) {
    var meanings = new Meanings(candidate.marks, shapes);
    var definitions = new ArrayList<Definition>();
    for (Definition d : candidate.relation.definitions()) {
      definitions.add(new Definition(d.name(), d.parameters(), meanings.resolved(d.value())));
    }
    return new Relation(
        definitions,
        candidate.relation.increment(),
        candidate.relation.sides().stream().map(meanings::resolved).toList(),
        candidate.relation.signs());
  }
}
