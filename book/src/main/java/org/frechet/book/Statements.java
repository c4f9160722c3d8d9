package org.frechet.book;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.frechet.page.Sheet;

/// What rules say is said once in a chapter, where the rule is first used.
final class Statements {
  /// What is said of a structure is long, what is said of a shape is short.
  private static final int LONG = 80;

  private final Set<String> said = new HashSet<>();

  /// {@return the answer without what was said before}
  List<Content> once(List<Content> answer) {
    return answer.stream().map(this::once).toList();
  }

  private Content once(Content content) {
    if (!(content instanceof Content.Derivation(Sheet s))) {
      return content;
    }
    return new Content.Derivation(
        new Sheet(
            s.title(),
            s.question(),
            s.given(),
            s.remarks().stream().filter(r -> r.length() < LONG || said.add(r)).toList(),
            s.sections().stream().map(this::once).toList(),
            s.closing(),
            s.isVariable()));
  }

  private Sheet.Section once(Sheet.Section s) {
    return new Sheet.Section(
        s.title(), s.rows().stream().map(this::once).toList(), s.notes(), s.table());
  }

  private Sheet.Row once(Sheet.Row r) {
    return new Sheet.Row(
        r.left(),
        r.repeats(),
        r.relation(),
        r.right(),
        r.changed(),
        r.rule(),
        said.add(r.rule().name() + r.statement()) ? r.statement() : "",
        r.reason(),
        r.conditions(),
        r.shape());
  }
}
