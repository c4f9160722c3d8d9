package org.frechet.document;

import java.util.Optional;
import org.frechet.Judgment;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// One step of a statement and what was found of it.
///
/// @param relation the step with its two sides
/// @param assumed whether it was taken for granted what the differentiated name stands for
record Link(
    Relation relation,
    Status status,
    Optional<Judgment> judgment,
    String message,
    boolean assumed) {
  static Link of(Relation relation, Status status, String message) {
    return new Link(relation, status, Optional.empty(), message, false);
  }

  Link with(Status other, String words) {
    return new Link(relation, other, judgment, words, assumed);
  }

  Link taken() {
    return new Link(relation, status, judgment, message, true);
  }

  Syntax.Span span() {
    return judgment.map(Judgment::place).filter(s -> s.start() >= 0).orElse(relation.span());
  }

  boolean isRight() {
    return status == Status.RIGHT
        || status == Status.RIGHT_IF
        || status == Status.RIGHT_OTHER_LAYOUT;
  }
}
