package org.frechet.document;

import java.util.List;
import java.util.Optional;
import org.frechet.Judgment;

/// Sentences of findings.
final class Messages {
  private Messages() {}

  static String of(
      Status status,
      String message,
      List<Link> links,
      Optional<Judgment> judgment,
      Optional<Subjects.Taken> taken) {
    String said =
        switch (status) {
          case WRONG, ILL_SHAPED, NOT_DIFFERENTIABLE ->
              judgment.map(j -> fault(status, j, links)).orElse(message);
          case RIGHT_IF -> judgment.map(j -> proviso(j, message)).orElse(message);
          case RIGHT_OTHER_LAYOUT ->
              judgment.map(j -> "right in " + j.layout() + " layout").orElse(message);
          case UNKNOWN ->
              judgment
                  .map(Judgment::reason)
                  .filter(r -> !r.isEmpty() && message.isEmpty())
                  .orElse(message);
          case RIGHT, DEFINITION, NOT_A_CLAIM, UNREADABLE, SILENCED -> message;
        };
    boolean assumed = taken.isPresent() && status.isFault();
    return assumed
        ? said
            + "; "
            + taken.get().definition().name()
            + " is taken for what is differentiated before"
        : said;
  }

  private static String fault(Status status, Judgment j, List<Link> links) {
    var parts = new StringBuilder();
    long judged = links.stream().filter(l -> l.judgment().isPresent()).count();
    if (judged > 1) {
      int step = 1 + (int) links.stream().takeWhile(l -> l.status() != status).count();
      parts.append("step ").append(step).append(" is the first that is wrong: ");
    }
    String why = j.diagnosis().text().isEmpty() ? j.reason() : j.diagnosis().text();
    parts.append(why);
    j.correct()
        .ifPresent(c ->
            parts
                .append(why.isEmpty() ? "" : "; ")
                .append("correct: ")
                .append(c.left())
                .append(" = ")
                .append(c.text()));
    return parts.toString();
  }

  private static String proviso(Judgment j, String message) {
    return j.hypotheses().isEmpty() ? message : "right if " + String.join(", ", j.hypotheses());
  }
}
