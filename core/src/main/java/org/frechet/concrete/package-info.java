/// Expressions at concrete sizes and values: what data say of shapes, the value at a point with the
/// reason where there is none.
///
/// | type | holds |
/// |---|---|
/// | [Values] | the value of one name: a scalar, a vector or a matrix of doubles |
/// | [Binding] | sizes and declarations that fit the data, and the expression with these sizes |
/// | [Calculation] | the value of an expression, or why it has none |
/// | [Written] | numbers and arrays in the input language, every digit |
///
/// Inside: `Conformity`, whether data have the attributes declared; `Work`, what a calculation
/// takes; `SizesAsNumbers`, numbers for names of sizes.
@NullMarked
package org.frechet.concrete;

import org.jspecify.annotations.NullMarked;
