/// From text to a syntax tree, and what is declared of names. Knows no functions and no shapes of
/// expressions; every complaint has a place and a hint.
///
/// | type | holds |
/// |---|---|
/// | [Syntax] | the tree: sealed records with places, equal when they read the same |
/// | [Precedence] | how tightly each form binds; shared with the printers |
/// | [Parser] | text to tree, within limits that `Extent` measures; `Postfix` is its tight half |
/// | `Lexer`, `Token`, `Symbol`, [Script] | text to words; every Unicode spelling, made plain |
/// | [Declaration], [Declarations] | `S: matrix(n,n) spd`; `Specification` reads after the colon |
/// | `Diagnostics`, [Nearest] | what to say of malformed text; the word that was probably meant |
@NullMarked
package org.frechet.syntax;

import org.jspecify.annotations.NullMarked;
