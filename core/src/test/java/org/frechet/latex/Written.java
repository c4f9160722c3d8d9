package org.frechet.latex;

import org.frechet.print.TextPrinter;
import org.frechet.syntax.Relation;

/// Statements in the input language, for comparison.
final class Written {
  private Written() {}

  static String of(Relation relation) {
    var text = new StringBuilder();
    relation
        .definitions()
        .forEach(
            d -> text.append("let %s = %s; ".formatted(d.name(), TextPrinter.print(d.value()))));
    relation.increment().ifPresent(i -> text.append(i.text()).append(" -> "));
    for (int i = 0; i < relation.sides().size(); i++) {
      text.append(i == 0 ? "" : " " + relation.signs().get(i - 1).spelling() + " ")
          .append(TextPrinter.print(relation.sides().get(i)));
    }
    return text.toString();
  }
}
