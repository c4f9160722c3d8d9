/// LaTeX as people write it, read into the same syntax trees as the input language.
///
/// What LaTeX leaves open (implied products, `|X|`, subscripts) is decided by the shapes: of the
/// possible readings the first that fits is taken, and where two of different meaning fit equally
/// well the text is refused. Places count in the LaTeX.
///
/// | type | does |
/// |---|---|
/// | [Lexer], [Fonts], [Signs] | cut the text into tokens, without spaces, sizes and fonts |
/// | [Lines], [Statements] | take the layout off, find sides and relations |
/// | [Reader], [Factors], [Scripts] | read sums, products, factors and their scripts |
/// | [Naming], [Calls] | tell names, entries, calls and products apart |
/// | [Derivatives], [Differentials], [Nablas], [Sums] | read the signs of calculus |
/// | [Choices], [Probe], [Arbiter] | find the reading that fits |
/// | [Mark], [Meanings] | hold back what depends on a shape until it is known |
@NullMarked
package org.frechet.latex;

import org.jspecify.annotations.NullMarked;
