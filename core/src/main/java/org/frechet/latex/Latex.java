package org.frechet.latex;

import java.util.List;
import java.util.Map;
import org.frechet.shape.Problem;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Definition;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// Reads mathematics in LaTeX.
public final class Latex {
  private Latex() {}

  /// What is known of names before a text is read.
  ///
  /// @param declared declarations by name
  /// @param definitions what names stand for
  public record Known(Map<String, Declaration> declared, List<Definition> definitions) {
    public static final Known NOTHING = new Known(Map.of(), List.of());

    public Known {
      declared = Map.copyOf(declared);
      definitions = List.copyOf(definitions);
    }
  }

  /// {@return whether a text is LaTeX rather than the input language}
  public static boolean isLatex(String text) {
    return text.contains("\\frac") || text.contains("^{");
  }

  /// {@return the expression that the text is}
  ///
  /// @throws org.frechet.shape.Refusal with the place in the LaTeX
  public static Syntax expression(String text, Known known) {
    if (text.isEmpty()) {
      return new Syntax.Name("", Syntax.Span.NONE);
    }
    throw Problem.of(Problem.Code.UNSUPPORTED, "LaTeX is not read yet").refusal();
  }

  /// {@return the statement that the text is: an expression, an equation, a chain of them}
  ///
  /// @throws org.frechet.shape.Refusal with the place in the LaTeX
  public static Relation relation(String text, Known known) {
    if (text.isEmpty()) {
      return Relation.equal(List.of(new Syntax.Name("", Syntax.Span.NONE)));
    }
    throw Problem.of(Problem.Code.UNSUPPORTED, "LaTeX is not read yet").refusal();
  }
}
