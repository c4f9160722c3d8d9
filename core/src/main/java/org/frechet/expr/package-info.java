/// Typed, interned expressions and the constructors that keep their canonical form.
///
/// | type | holds |
/// |---|---|
/// | [Expr] | an interned handle: equal expressions are the same object |
/// | [Node] | the closed list of node kinds |
/// | [Types] | the one typing switch, run by the only constructor |
/// | [Algebra] | the constructors: sums, transposes, powers; [Products] makes products |
/// | [Selection] | rows, columns, entries and sums over an index |
/// | `Vectorization`, `Batch` | sums over an index, written without the index |
/// | [Traversal] | children, rebuilding, topological order |
/// | [Order] | the structural order in which commuting operands stand |
/// | [Operator] | what an expression needs to know of a declared function |
@NullMarked
package org.frechet.expr;

import org.jspecify.annotations.NullMarked;
