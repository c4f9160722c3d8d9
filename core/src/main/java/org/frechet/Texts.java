package org.frechet;

import java.util.List;
import java.util.Map;
import org.frechet.latex.Latex;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// Reads texts in the input language or in LaTeX, whichever they are written in. What LaTeX leaves
/// open depends on declarations, so they are told before it is read.
final class Texts {
  private Texts() {}

  /// {@return the expression that a text is}
  ///
  /// @throws Refusal with the place in the text
  static Syntax expression(String text, Map<String, Declaration> declared) {
    return isLatex(text) ? Latex.expression(text, known(declared)) : Parser.parse(text);
  }

  /// {@return the expression or equation that a text is}
  ///
  /// @throws Refusal with the place in the text
  static Syntax statement(String text, Map<String, Declaration> declared) {
    if (!isLatex(text)) {
      return Parser.parseStatement(text);
    }
    Relation relation = Latex.relation(text, known(declared));
    if (relation.sides().size() == 1 && relation.increment().isEmpty()) {
      return Latex.expression(text, known(declared));
    }
    return equation(relation, text);
  }

  /// {@return the equation that a text is}
  ///
  /// @throws Refusal with the place in the text
  static Syntax.Equation equation(String text, Map<String, Declaration> declared) {
    return isLatex(text)
        ? equation(Latex.relation(text, known(declared)), text)
        : Parser.parseEquation(text);
  }

  /// {@return the statement that a text is}
  ///
  /// @throws Refusal with the place in the text
  static Relation relation(String text, Latex.Known known) {
    return isLatex(text) ? Latex.relation(text, known) : Parser.parseRelation(text);
  }

  /// {@return whether a text is LaTeX}
  ///
  /// @throws Refusal if it may as well be the input language, with another meaning
  static boolean isLatex(String text) {
    Latex.requireUnmistakable(text);
    return Latex.isLatex(text);
  }

  /// {@return a text in the input language that says the same}
  static String plain(String text, Syntax syntax) {
    return isLatex(text) ? TextPrinter.print(syntax) : text;
  }

  private static Latex.Known known(Map<String, Declaration> declared) {
    return new Latex.Known(declared, List.of());
  }

  private static Syntax.Equation equation(Relation relation, String text) {
    boolean equation =
        relation.sides().size() == 2
            && relation.signs().getFirst() == Relation.Sign.EQUAL
            && relation.increment().isEmpty()
            && relation.definitions().isEmpty();
    if (!equation) {
      throw Problem.of(Problem.Code.SYNTAX, "this is not an equation")
          .at(0, text.length())
          .hint("write LEFT = RIGHT")
          .refusal();
    }
    return new Syntax.Equation(
        relation.sides().getFirst(), relation.sides().getLast(), relation.span());
  }
}
