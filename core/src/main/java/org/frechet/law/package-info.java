/// Rewriting laws as data, each a named line in the language of the product, and the rewriter that
/// applies them.
///
/// | type | holds |
/// |---|---|
/// | [LawBook] | the laws: text and reason; `LawIndex` compiles them when they are needed |
/// | [Law] | a compiled law: two typed patterns |
/// | [Match] | matching of a pattern against an expression, modulo commuting and association |
/// | [Rewriter] | applies laws to a shared graph, children first |
@NullMarked
package org.frechet.law;

import org.jspecify.annotations.NullMarked;
