/// The book: Markdown with questions in it, which the engine answers while the book is made.
///
/// | type | what it is |
/// |---|---|
/// | [org.frechet.book.Manuscript] | the chapters as read, numbered, with anchors |
/// | [org.frechet.book.Directive] | a question in the text, and where it stands |
/// | [org.frechet.book.Answers] | from a question to what is to be printed |
/// | [org.frechet.book.Formula] | a formula that is only set, not evaluated |
/// | [org.frechet.book.Statements] | what rules say, once a chapter |
/// | [org.frechet.book.Content] | what is to be printed: derivations, formulas, words |
/// | [org.frechet.book.HtmlBook], [org.frechet.book.LatexBook] | the two formats; [org.frechet.book.Tex] sets words |
/// | [org.frechet.book.Pdf] | LaTeX run, and its complaints read |
/// | [org.frechet.book.Place], [org.frechet.book.BookError] | what is wrong, and where |
/// | [org.frechet.book.Main] | all of it |
@NullMarked
package org.frechet.book;

import org.jspecify.annotations.NullMarked;
