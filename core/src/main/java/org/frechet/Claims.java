package org.frechet;

import org.frechet.latex.Latex;
import org.frechet.shape.Problem;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Relation;

/// Says of formulas that somebody else wrote whether they are right.
public final class Claims {
  private Claims() {}

  /// {@return what is found of a statement in the input language or in LaTeX}, which is read as
  /// what it looks like
  ///
  /// @throws org.frechet.shape.Refusal if it cannot be read as a claim
  public static Judgments check(String text, Conventions conventions) {
    Relation relation =
        Latex.isLatex(text)
            ? Latex.relation(
                text, new Latex.Known(conventions.declared(), conventions.definitions()))
            : Parser.parseRelation(text);
    return check(relation, conventions);
  }

  /// {@return what is found of a statement}
  ///
  /// @throws org.frechet.shape.Refusal if it claims nothing
  public static Judgments check(Relation relation, Conventions conventions) {
    if (relation.signs().isEmpty()) {
      throw Problem.of(Problem.Code.BAD_REQUEST, "this claims nothing")
          .hint("write LEFT = RIGHT, for example d(tr(A*X))/dX = A'")
          .refusal();
    }
    return new Judgments(java.util.List.of());
  }
}
