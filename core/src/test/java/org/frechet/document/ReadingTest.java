package org.frechet.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What is found in a text, and where.
class ReadingTest {
  private record Case(String name, Document.Format format, String text, String... found) {}

  private static Case markdown(String name, String text, String... found) {
    return new Case(name, Document.Format.MARKDOWN, text, found);
  }

  private static Case latex(String name, String text, String... found) {
    return new Case(name, Document.Format.LATEX, text, found);
  }

  /// Each statement as `line:column LaTeX`, with its label in front in brackets.
  private static final List<Case> CASES =
      List.of(
          markdown("inline", "The sum $a=b$, and\n$c = d$.", "1:10 a=b", "2:2 c = d"),
          markdown("prices", "It costs $5 or $10 = a lot, $x=1$.", "1:30 x=1"),
          markdown("escaped", "Not \\$a=b\\$ but \\(c=d\\).", "1:19 c=d"),
          markdown("display", "$$\na = b.\n$$\n\\[ c = d, \\]", "2:1 a = b", "4:4 c = d"),
          markdown("fenced", "```math\na = b\n```\n```python\nc = d\n```", "2:1 a = b"),
          markdown("code", "`$a=b$` and ``$`c=d$`` and $e=f$", "1:29 e=f"),
          markdown("indented code", "Text.\n\n    x $not = this$\n    y = $a=b$\n\nMore."),
          markdown("list", "- item\n\n    $a=b$", "3:6 a=b"),
          markdown("comment", "<!-- $a=b$ --> $c=d$", "1:17 c=d"),
          markdown("front matter", "---\ntitle: $a=b$\n---\n$c=d$", "4:2 c=d"),
          markdown("html", "<pre>$a=b$</pre> $c=d$", "1:19 c=d"),
          markdown("gitlab", "$`a=b`$", "1:3 a=b"),
          markdown(
              "environment",
              "\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}",
              "2:1 a  = b",
              "3:1 c  = d"),
          markdown("quotation", "> $$a\n> = b$$", "1:5 a\n  = b"),
          markdown(
              "escapes",
              "$x\\_1 = \\begin{pmatrix}1\\\\\\\\2\\end{pmatrix}$",
              "1:2 x_1 = \\begin{pmatrix}1\\\\2\\end{pmatrix}"),
          markdown("two passages", "$a=b$$=c$", "1:2 a=b =c"),
          markdown("over lines", "$a=b$\n$=c$ and so\n\n$=d$", "1:2 a=b =c =d"),
          markdown(
              "not beyond a mention",
              "$a=b$\n\nUsing the rule $p=q$:\n\n$=c$",
              "1:2 a=b =c",
              "3:17 p=q"),
          markdown(
              "chain",
              "$$\\begin{aligned} a &= b \\\\ &= c \\\\ & + d \\end{aligned}$$",
              "1:19 a  = b = c + d"),
          markdown("numbers", "$$(1.1) \\quad a = b \\tag{7}$$", "1:15 [(7)] a = b"),
          markdown("lists of equations", "$a = b, \\quad c = d$", "1:2 a = b", "1:15 c = d"),
          markdown("words", "$$a = b \\quad\\text{where } c = d$$", "1:3 a = b", "1:28 c = d"),
          markdown("implication", "$a = b \\Rightarrow c = d$", "1:2 a = b", "1:20 c = d"),
          markdown("approximation", "$a = b \\approx c = d$", "1:2 a = b", "1:16 c = d"),
          markdown(
              "arguments",
              "$$\\langle B, C\\rangle = f(x, y), $$",
              "1:3 \\langle B, C\\rangle = f(x, y)"),
          markdown("unclosed", "A $ stray, \\( stray, \\[ stray, $$ stray, ``` stray"),
          latex("inline", "Text $a=b$ % $c=d$\nand \\(e=f\\).", "1:7 a=b", "2:7 e=f"),
          latex(
              "preamble",
              "\\title{$a=b$}\n\\begin{document}\n$c=d$\n\\end{document}\n$e=f$",
              "3:2 c=d"),
          latex(
              "align",
              "\\begin{align*}\n  a &= b \\nonumber \\\\[2pt]\n    &= c \\label{eq:c}\n\\end{align*}",
              "2:3 [eq:c] a  = b = c"),
          latex(
              "multline", "\\begin{multline}\na = b \\\\ + c\n\\end{multline}", "2:1 a = b   + c"),
          latex(
              "macros",
              "\\newcommand{\\T}{^\\top}\\newcommand{\\v}[1]{\\mathbf{#1}}\\def\\R{\\mathbb R}\n$\\v{x}\\T A = \\v b$",
              "2:2 \\mathbf{x}^\\top A = \\mathbf{b}"),
          latex(
              "operators",
              "\\DeclareMathOperator{\\tr}{tr}\n$\\tr(A) = b$",
              "2:2 \\operatorname{tr}(A) = b"),
          latex(
              "delimiters",
              "\\DeclarePairedDelimiter{\\n}{\\lVert}{\\rVert}\n$\\n*{x} = b$",
              "2:2 \\lVert x \\rVert = b"),
          latex("endless macro", "\\def\\a{\\a\\a}\n$\\a = b$", "2:2 \\a = b"),
          latex(
              "verbatim",
              "\\begin{verbatim}\n$a=b$\n\\end{verbatim}\n\\verb|$c=d$| $e=f$",
              "4:15 e=f"),
          latex("input", "\\input{other}\\include{more} $a=b$", "1:30 a=b"),
          latex("comment inside", "\\[ a = b % not = this\n + c \\]", "1:4 a = b \n + c"),
          latex(
              "old arrays",
              "\\[\\begin{array}{rcl} a &=& b \\\\ &=& c \\end{array}\\]",
              "1:22 a  =  b =  c"),
          latex(
              "matrices",
              "\\[ A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix} \\]",
              "1:4 A = \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}"),
          latex(
              "stacked",
              "\\[ a \\stackrel{(i)}{=} b \\overset{\\text{def}}{=} c \\]",
              "1:4 a = b := c"));

  @TestFactory
  Stream<DynamicTest> findsStatements() {
    return CASES.stream()
        .map(c ->
            DynamicTest.dynamicTest(
                c.format + " " + c.name, () -> assertThat(found(c)).containsExactly(c.found)));
  }

  private static List<String> found(Case c) {
    var lines = new Lines(c.text);
    List<Piece> pieces =
        c.format == Document.Format.LATEX ? LatexReader.read(c.text) : MarkdownReader.read(c.text);
    return new Reading(pieces, lines).candidates().stream().map(s -> shown(s, lines)).toList();
  }

  private static String shown(Candidate s, Lines lines) {
    String label = s.label(s.start());
    return lines.line(s.start())
        + ":"
        + lines.column(s.start())
        + (label.isEmpty() ? " " : " [" + label + "] ")
        + s.latex().text();
  }

  /// A hundred times as long takes about a hundred times as long, not ten thousand times.
  @Test
  void readsInLinearTime() {
    for (String piece :
        List.of(
            "$",
            "$$",
            "\\(",
            "\\[",
            "`",
            "``` ",
            "<!--",
            "<pre>",
            "\\begin{align}",
            "\\newcommand{",
            "{",
            "> $",
            "\\verb|",
            "$x=\\left( ",
            "\n\n    a",
            "# #",
            "\\iffalse",
            "$a$$=b",
            "\\begin{array}{rcl}")) {
      for (Document.Format format : Document.Format.values()) {
        String text = piece.repeat(300_000 / piece.length());
        long start = System.nanoTime();
        var lines = new Lines(text);
        new Reading(
                format == Document.Format.LATEX
                    ? LatexReader.read(text)
                    : MarkdownReader.read(text),
                lines)
            .candidates();
        assertThat((System.nanoTime() - start) / 1e9).as(piece + " in " + format).isLessThan(5);
      }
    }
  }
}
