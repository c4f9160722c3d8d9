package org.frechet.cli.report;

import java.util.List;
import java.util.stream.Collectors;
import org.frechet.document.Finding;

/// Remarks as plain sentences, formulas in LaTeX as the documents have them: what editors and
/// programs show.
public final class Prose {
  private Prose() {}

  /// {@return what is found of a statement, in one or a few sentences on one line}
  public static String of(Finding f) {
    String step = Findings.step(f).isEmpty() ? "" : "Step" + Findings.step(f).substring(4) + ": ";
    String details =
        Findings.details(f).stream()
            .filter(
                r -> r.role() == Remark.Role.COUNTEREXAMPLE || r.role() == Remark.Role.DIAGNOSIS)
            .map(r ->
                (r.role() == Remark.Role.DIAGNOSIS ? " Probably " : " Counterexample: ")
                    + text(r.pieces(), f.source())
                    + ".")
            .collect(Collectors.joining());
    String all = step + text(Findings.verdict(f).pieces(), f.source()) + details;
    return Plain.line(all).replaceAll(" {2,}", " ");
  }

  private static String text(List<Piece> pieces, String like) {
    return pieces.stream()
        .map(p ->
            switch (p) {
              case Piece.Words(String text) -> text;
              case Piece.Clause(String text) -> text;
              case Piece.Values(String text) -> text;
              case Piece.Formula f -> Formulas.latex(f.written(), like);
            })
        .collect(Collectors.joining());
  }
}
