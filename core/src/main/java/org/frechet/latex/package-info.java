/// LaTeX as people write it, read into the same syntax trees as the input language.
///
/// What LaTeX leaves open (implied products, `|X|`, subscripts) is decided by the shapes: of the
/// possible readings the first that fits is taken. Places count in the LaTeX.
@NullMarked
package org.frechet.latex;

import org.jspecify.annotations.NullMarked;
