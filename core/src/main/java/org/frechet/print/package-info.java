/// From a syntax tree to text: one file a target, precedence handled once, in
/// [org.frechet.syntax.Precedence].
///
/// | type | writes |
/// |---|---|
/// | [Presentation] | the tree to write: signs, quotients, powers; `ProductTree`, `Forms`, `Signs` |
/// | [Naming] | names for long parts that occur more than once |
/// | [TextPrinter] | the input language: `2*X'*(X*B - Y)`; reads back as an equal tree |
/// | [UnicodePrinter] | one line of mathematics: `2 Xᵀ (X B − Y)` |
/// | [LatexPrinter] | LaTeX for amsmath and KaTeX: `2 X^\top (X B - Y)`; `LatexNames` for names |
/// | [MathmlPrinter] | MathML Core, for pages without scripts; `MathmlNames` for names |
/// | `MathPrinter`, `Notation`, `Piece` | what the mathematical targets share |
/// | [Setting], [Typography], [Marks] | the signs that differ between books, what stands out, where lines may end |
/// | [NumpyPrinter] | a Python module on NumPy; `NumpyLowering` and its parts say what is computed, `PythonBlock` writes it |
/// | `FunctionNames`, `Greek` | the names of functions and of letters in each target |
@NullMarked
package org.frechet.print;

import org.jspecify.annotations.NullMarked;
