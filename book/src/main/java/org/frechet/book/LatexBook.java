package org.frechet.book;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.frechet.book.Manuscript.Section;
import org.frechet.page.LatexPage;
import org.frechet.page.Look;
import org.frechet.print.LatexPrinter;
import org.frechet.print.Setting;
import org.frechet.print.Typography;
import org.frechet.syntax.Syntax;

/// The book in LaTeX.
final class LatexBook extends AbstractVisitor {
  /// Pages end where they are full, not before every heading: `keep` ends a page only if fewer than
  /// so many lines are left, since a heading of a derivation needs some of it below.
  private static final String PREAMBLE =
      """
      \\documentclass[10pt,a4paper]{article}
      \\usepackage[T1]{fontenc}
      \\usepackage[utf8]{inputenc}
      \\usepackage[hmargin=25mm,top=20mm,bottom=22mm]{geometry}
      \\usepackage{amsmath,amssymb,xcolor,array,longtable,multicol}
      \\usepackage[hidelinks]{hyperref}
      \\allowdisplaybreaks
      \\setlength{\\parindent}{0pt}
      \\setlength{\\parskip}{4pt plus 2pt}
      \\setlength{\\emergencystretch}{3em}
      \\setcounter{tocdepth}{2}
      \\setlength{\\LTpre}{4pt}
      \\setlength{\\LTpost}{4pt}
      \\renewcommand{\\arraystretch}{1.3}
      \\makeatletter\\@secpenalty=0 \\makeatother
      \\newcommand{\\keep}[1]{\\par\\penalty0\\begingroup\\dimen0=\\pagegoal\\advance\\dimen0-\\pagetotal
        \\ifdim\\dimen0<#1\\baselineskip\\vfil\\break\\fi\\endgroup}
      """;

  /// Formulas stand close to what is said of them; the document resets this at its beginning.
  private static final String TIGHT =
      """
      \\setlength{\\abovedisplayskip}{4pt plus 3pt minus 2pt}
      \\setlength{\\belowdisplayskip}{4pt plus 3pt minus 2pt}
      """;

  private final Manuscript manuscript;
  private final StringBuilder out = new StringBuilder();

  private LatexBook(Manuscript manuscript) {
    this.manuscript = manuscript;
  }

  /// {@return the document}
  static String of(Manuscript manuscript) {
    var book = new LatexBook(manuscript);
    List<Node> chapters = manuscript.chapters();
    chapters.getFirst().accept(book);
    book.out.append(
        "\\bigskip\n{\\small\\begin{multicols}{2}\\tableofcontents\\end{multicols}}\n\\clearpage\n");
    chapters.subList(1, chapters.size()).forEach(c -> c.accept(book));
    return PREAMBLE
        + "\\hypersetup{pdftitle={%s}}\n\\begin{document}\n"
            .formatted(Tex.words(manuscript.title()))
        + TIGHT
        + book.out
        + "\\end{document}\n";
  }

  private String inner(Node node) {
    var inside = new LatexBook(manuscript);
    inside.visitChildren(node);
    return inside.out.toString();
  }

  // blocks

  @Override
  public void visit(Heading heading) {
    Section s = manuscript.section(heading);
    String title = inner(heading);
    if (s.number().isEmpty()) {
      out.append(
          s.level() == 1
              ? "{\\LARGE\\bfseries %s\\par}\\bigskip\n\n".formatted(title)
              : "\\subsection*{%s}\n\n".formatted(title));
      return;
    }
    String command = List.of("section", "subsection", "subsubsection").get(s.level() - 1);
    out.append("\\keep{%d}\n".formatted(s.level() == 1 ? 18 : 12));
    out.append("\\%s{%s}\\label{%s}\n\n".formatted(command, title, s.anchor()));
  }

  @Override
  public void visit(Paragraph paragraph) {
    out.append(inner(paragraph)).append("\n\n");
  }

  @Override
  public void visit(BulletList list) {
    environment("itemize", list);
  }

  @Override
  public void visit(OrderedList list) {
    environment("enumerate", list);
  }

  private void environment(String name, Node content) {
    out.append("\\begin{%s}\n%s\\end{%s}\n\n".formatted(name, inner(content), name));
  }

  @Override
  public void visit(ListItem item) {
    out.append("\\item ").append(inner(item).strip()).append('\n');
  }

  @Override
  public void visit(BlockQuote quote) {
    environment("quote", quote);
  }

  @Override
  public void visit(FencedCodeBlock block) {
    out.append(
        manuscript
            .answer(block)
            .map(a ->
                a.stream().map(LatexBook::latex).collect(Collectors.joining("\n\n", "", "\n\n")))
            .orElseGet(() -> Tex.verbatim(block.getLiteral())));
  }

  @Override
  public void visit(CustomBlock block) {
    if (!(block instanceof TableBlock)) {
      throw new IllegalStateException(block.toString());
    }
    var rows = new ArrayList<List<TableCell>>();
    block.accept(
        new AbstractVisitor() {
          @Override
          public void visit(CustomNode node) {
            if (node instanceof TableRow) {
              rows.add(new ArrayList<>());
            } else if (node instanceof TableCell cell) {
              rows.getLast().add(cell);
              return;
            }
            visitChildren(node);
          }
        });
    table(rows);
  }

  /// Columns share the width as their contents need it.
  private void table(List<List<TableCell>> rows) {
    int columns = rows.getFirst().size();
    double[] widths = new double[columns];
    for (List<TableCell> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], Math.min(45, width(row.get(i))));
      }
    }
    double sum = 0;
    for (double w : widths) {
      sum += w;
    }
    double scale = 0.97 / Math.max(sum, 85);
    out.append("{\\small\n\\begin{longtable}{@{}");
    for (double w : widths) {
      out.append(
          ">{\\raggedright\\arraybackslash}p{\\dimexpr %.3f\\linewidth-2\\tabcolsep\\relax}"
              .formatted(w * scale));
    }
    out.append("@{}}\n");
    for (int r = 0; r < rows.size(); r++) {
      boolean head = r == 0;
      out.append(
          rows.get(r).stream()
              .map(c -> head ? "\\textbf{" + inner(c) + "}" : inner(c))
              .collect(
                  Collectors.joining(" & ", "", head ? " \\\\ \\hline\\endhead\n" : " \\\\\n")));
    }
    out.append("\\end{longtable}}\n\n");
  }

  private double width(Node cell) {
    var width = new double[] {6};
    cell.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text text) {
            width[0] += text.getLiteral().length();
          }

          @Override
          public void visit(Code code) {
            width[0] +=
                manuscript
                    .answer(code)
                    .map(a ->
                        a.stream().map(LatexBook::latex).collect(Collectors.joining()).length()
                            / 2.0)
                    .orElse(code.getLiteral().length() * 1.2);
          }
        });
    return width[0];
  }

  // inlines

  @Override
  public void visit(Text text) {
    out.append(Tex.words(text.getLiteral()));
  }

  @Override
  public void visit(SoftLineBreak line) {
    out.append('\n');
  }

  @Override
  public void visit(HardLineBreak line) {
    out.append("\\\\\n");
  }

  @Override
  public void visit(Emphasis emphasis) {
    out.append("\\emph{").append(inner(emphasis)).append('}');
  }

  @Override
  public void visit(StrongEmphasis strong) {
    out.append("\\textbf{").append(inner(strong)).append('}');
  }

  @Override
  public void visit(Code code) {
    out.append(
        manuscript
            .answer(code)
            .map(a -> a.stream().map(LatexBook::latex).collect(Collectors.joining()))
            .orElseGet(() -> Tex.code(code.getLiteral())));
  }

  @Override
  public void visit(Link link) {
    String to = link.getDestination();
    out.append(
        Manuscript.isInternal(to)
            ? "\\hyperref[%s]{%s}".formatted(manuscript.target(to), inner(link))
            : "\\href{%s}{%s}".formatted(to.replace("#", "\\#").replace("%", "\\%"), inner(link)));
  }

  // answers

  private static String latex(Content content) {
    return switch (content) {
      case Content.Derivation d ->
          "\\par\\medskip\\keep{8}\n"
              + LatexPage.fragment(d.sheet(), Look.DEFAULT)
              + "\\par\\medskip\n\n";
      case Content.Display d ->
          d.lines().stream()
              .map(LatexBook::display)
              .collect(Collectors.joining(" \\\\\n", "\\begin{align*}\n", "\n\\end{align*}\n\n"));
      case Content.Row r ->
          r.formulas().stream()
              .map(f -> inline(f, "\\displaystyle "))
              .collect(
                  Collectors.joining("\\hspace{2em plus 1em}", "\\begin{center}", "\\end{center}"));
      case Content.Inline i -> inline(i.formula(), "");
      case Content.Sentence s -> LatexPage.sentence(s.text(), s.isVariable(), Look.DEFAULT);
      case Content.Words w -> Tex.words(w.text());
      case Content.Verbatim v -> Tex.verbatim(v.text());
    };
  }

  private static String plain(Syntax side, Formula f) {
    return LatexPrinter.print(side, Setting.of(f.isVariable(), Typography.DEFAULT));
  }

  private static String inline(Formula f, String style) {
    var latex = new StringBuilder("$" + style);
    for (int i = 0; i < f.sides().size(); i++) {
      latex.append(i == 0 ? "" : Tex.relation(f.relations().get(i - 1)));
      latex.append(plain(f.sides().get(i), f));
    }
    return latex + "$";
  }

  private static String display(Formula f) {
    if (f.relations().isEmpty()) {
      return "&" + plain(f.sides().getFirst(), f);
    }
    String left = plain(f.sides().getFirst(), f);
    var rows = new StringBuilder(left);
    for (int i = 1; i < f.sides().size(); i++) {
      List<String> lines =
          LatexPage.formula(f.sides().get(i), i == 1 ? left : "", f.isVariable(), Look.DEFAULT);
      rows.append(i == 1 ? " &" : " ").append(Tex.relation(f.relations().get(i - 1)));
      rows.append(String.join(" \\\\\n&\\quad ", lines));
    }
    return rows.toString();
  }
}
