package org.frechet.cli.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.frechet.Judgment;
import org.frechet.page.HtmlPage;
import org.frechet.page.Look;
import org.frechet.print.LatexPrinter;
import org.frechet.print.Setting;
import org.frechet.print.Typography;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;

/// Formulas of judgments in each notation.
public final class Formulas {
  private Formulas() {}

  /// {@return one line of Unicode, what differs between [Marks]}
  public static String unicode(Piece.Formula f) {
    return f.changed().isEmpty()
        ? f.written().unicode()
        : UnicodePrinter.print(f.written().syntax(), setting(f));
  }

  /// {@return LaTeX without marks, with the transposes of the text that was judged: `X^{-T}` where
  /// it has no `\top`}
  public static String latex(Judgment.Written w, String like) {
    boolean top = like.isEmpty() || like.contains("\\top") || like.contains("\\intercal");
    return top ? w.latex() : w.latex().replace("\\top", "T");
  }

  /// {@return MathML, what differs in rows of class `changed`}
  static String mathml(Piece.Formula f) {
    return HtmlPage.formula(
        f.written().syntax(), variables(f.written().syntax()), Look.DEFAULT, f.changed());
  }

  /// {@return MathML of `left = right`}
  static String mathmlEquation(Judgment.Written w) {
    Syntax right = w.syntax();
    return left(w)
        .<Syntax>map(left -> new Syntax.Equation(left, right, Syntax.Span.NONE))
        .map(e -> HtmlPage.formula(e, variables(e), Look.DEFAULT, Set.of()))
        .orElseGet(() -> mathml(new Piece.Formula(w)));
  }

  /// {@return LaTeX of `left = right`}
  static String latexEquation(Judgment.Written w) {
    return left(w).map(left -> LatexPrinter.print(left, variables(left)) + " = ").orElse("")
        + w.latex();
  }

  /// The left side is text in the language of answers; `d(E)/dX` is set as a derivative.
  private static Optional<Syntax> left(Judgment.Written w) {
    if (w.left().isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(derivative(Parser.parse(w.left())));
    } catch (Refusal e) {
      return Optional.empty();
    }
  }

  private static Syntax derivative(Syntax left) {
    return left instanceof Syntax.Binary b
            && b.operator().equals("/")
            && b.left() instanceof Syntax.Call d
            && d.name().equals("d")
            && d.arguments().size() == 1
            && b.right() instanceof Syntax.Name x
            && x.text().matches("d.+")
        ? new Syntax.Call(
            "diff",
            List.of(
                d.arguments().getFirst(), new Syntax.Name(x.text().substring(1), Syntax.Span.NONE)),
            Syntax.Span.NONE,
            Syntax.Span.NONE)
        : left;
  }

  private static Setting setting(Piece.Formula f) {
    return Setting.of(variables(f.written().syntax()), Typography.DEFAULT).stressing(f.changed());
  }

  /// {@return which names are variables} A name that stands alone is one.
  static Predicate<String> variables(Syntax tree) {
    return names(tree)::contains;
  }

  /// {@return the names in a tree}
  static Set<String> names(Syntax tree) {
    var names = new HashSet<String>();
    collect(tree, names);
    return names;
  }

  private static void collect(Syntax tree, Set<String> names) {
    if (tree instanceof Syntax.Name name) {
      names.add(name.text());
    } else if (tree instanceof Syntax.Binary chain) {
      // Chains of a thousand terms are walked along.
      collect(chain.spine().getFirst().left(), names);
      chain.spine().forEach(b -> collect(b.right(), names));
    } else {
      tree.children().forEach(child -> collect(child, names));
    }
  }
}
