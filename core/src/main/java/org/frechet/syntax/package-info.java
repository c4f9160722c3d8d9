/// From text to a syntax tree, what is declared of names, and what both mean together; every
/// complaint has a place and a hint.
///
/// | type | holds |
/// |---|---|
/// | [Syntax] | the tree: sealed records with places, equal when they read the same |
/// | [Precedence] | how tightly each form binds; shared with the printers |
/// | [Parser] | text to tree, within limits that `Extent` measures; `Postfix` is its tight half |
/// | `Lexer`, `Token`, `Symbol`, [Script] | text to words; every Unicode spelling, made plain |
/// | [Declaration], [Declarations] | `S: matrix(n,n) spd`; `Specification` reads after the colon |
/// | `Diagnostics`, [Nearest] | what to say of malformed text; the word that was probably meant |
/// | [Elaborator], [Context], [Model] | from tree to typed expression, with what was assumed |
/// | `Names`, `Kind`, `Kinds`, `Form` | what undeclared names are: the defaults, and the search beyond |
/// | `Reading`, `Meaning`, `Scope`, `Special` | the walk over a tree, for any kind of meaning |
/// | `Shapes`, `Inference`, `Unifier`, `Application` | the meaning in shapes, found by unification |
/// | `Expressions`, `Indexing`, [Differentiator] | the meaning in expressions |
/// | `Selectors`, `Sizes`, `SizeNames` | indices, sizes, and letters for inferred sizes |
/// | `Mismatch`, `Unknown`, `Wording` | what to say of text that makes no sense |
@NullMarked
package org.frechet.syntax;

import org.jspecify.annotations.NullMarked;
