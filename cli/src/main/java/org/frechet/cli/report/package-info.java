/// What was found of claims, as people and programs read it.
///
/// | type | holds |
/// |---|---|
/// | [Remarks], [Remark], [Piece] | the sentences about one claim, in no particular format |
/// | [Findings] | the sentences about a statement of a document |
/// | [Hypotheses] | hypotheses and conditions as clauses |
/// | [Numbers] | values of counterexamples: `(1, 1)'`, `[0 1; 0 0]` |
/// | [Formulas] | formulas in each notation, with what differs marked |
/// | [Inspection], [Checked] | documents with what was found of them |
/// | [Tally] | how many statements came out how |
/// | [Standing] | the places of statuses in reports: their titles, colours, levels |
/// | [Layouts] | in which layout a document is |
/// | [Prose] | remarks as plain sentences |
/// | [Plain] | text without characters that steer terminals and pages |
/// | [MarkdownReport], [HtmlReport], `HtmlStyle` | reports as documents |
/// | `MarkedText` | a document with its statements marked |
@NullMarked
package org.frechet.cli.report;

import org.jspecify.annotations.NullMarked;
