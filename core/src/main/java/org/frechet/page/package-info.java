/// Pages: derivations as people read them.
///
/// | type | what it is |
/// |---|---|
/// | [Sheet] | what is on a page in no particular format: the question, the lines, the notes; `Rows` makes it of a proof |
/// | [Look] | what a reader may choose: signs, shapes |
/// | [Format] | the formats by name |
/// | [TerminalPage] | lines of a terminal |
/// | [MarkdownPage] | Markdown with formulas between dollars |
/// | [LatexPage] | a LaTeX document, or a part of one |
/// | [HtmlPage] | one HTML file with MathML and no scripts |
/// | [Plot] | a drawing as a value: lines, dots and words |
/// | [TaylorPlot], [RemainderTable] | the remainders of a candidate for a derivative, as a drawing and as a table |
/// | [SvgPlot] | a drawing as SVG |
/// | [Changes] | what differs between two formulas |
/// | `Lines`, `LatexLines`, `LatexWidth`, `MathmlLines` | where formulas are broken |
/// | `Prose`, `LatexText` | sentences with formulas in them |
/// | [Widths] | how many columns of a terminal a text takes |
@NullMarked
package org.frechet.page;

import org.jspecify.annotations.NullMarked;
