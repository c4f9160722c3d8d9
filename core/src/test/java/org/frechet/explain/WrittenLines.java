package org.frechet.explain;

import java.text.Normalizer;
import java.util.List;
import org.frechet.Derivative;
import org.frechet.Explanation;
import org.frechet.Frechet;
import org.frechet.Query;
import org.frechet.derive.Layout;
import org.frechet.print.LatexPrinter;
import org.frechet.print.Presentation.Style;
import org.frechet.print.TextPrinter;
import org.frechet.print.UnicodePrinter;

/// The lines of derivations as they are written.
final class WrittenLines {
  private WrittenLines() {}

  /// {@return the derivation; making it checks every line}
  static Explanation explained(String f, String by, String declare, Method method, Detail detail) {
    var formula = Frechet.parse(f);
    Derivative d =
        (declare.isEmpty() ? formula : formula.declare(declare))
            .derivatives(Query.by(by))
            .getFirst();
    return Explanation.of(d, method, detail);
  }

  /// {@return the derivation in a layout}
  static Explanation explained(String f, String by, Layout layout, Method method) {
    Query query = Query.by(by).layout(layout);
    return Explanation.of(Frechet.parse(f).derivatives(query).getFirst(), method, Detail.SHORT);
  }

  static List<String> unicode(Explanation e) {
    Manner m = e.manner(Style.TYPESET, Manner.Pairing.SHORTER);
    return e.proof().lines().stream()
        .map(l ->
            UnicodePrinter.print(l.left().syntax(m))
                + " = "
                + UnicodePrinter.print(l.right().syntax(m)))
        .map(line -> Normalizer.normalize(line, Normalizer.Form.NFC))
        .toList();
  }

  static List<String> text(Explanation e) {
    Manner m = e.manner(Style.TEXT, Manner.Pairing.SHORTER);
    return e.proof().lines().stream()
        .map(l ->
            TextPrinter.print(l.left().syntax(m)) + " = " + TextPrinter.print(l.right().syntax(m)))
        .toList();
  }

  static List<String> latex(Explanation e) {
    Manner m = e.manner(Style.TYPESET, Manner.Pairing.SHORTER);
    return e.proof().lines().stream()
        .map(l ->
            LatexPrinter.print(l.left().syntax(m))
                + " = "
                + LatexPrinter.print(l.right().syntax(m)))
        .toList();
  }
}
