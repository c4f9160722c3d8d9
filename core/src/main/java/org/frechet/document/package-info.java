/// Whole documents: finds the statements of mathematics in Markdown and LaTeX, carries what the
/// prose declares from one to the next, and judges them.
///
/// A document is text and nothing else: no macro with side effects is run, nothing is included or
/// fetched, and every step is linear in the length of the text or bounded. What a statement means
/// is decided conservatively, since a right formula that is called wrong is the worst failure.
///
/// | class | is |
/// |---|---|
/// | [Document] | a text with its passages; judges them |
/// | [Report], [Finding], [Section], [Conflict] | what was found, as values |
/// | [Status] | what became of a statement |
/// | [Place] | lines, columns and offsets |
@NullMarked
package org.frechet.document;

import org.jspecify.annotations.NullMarked;
