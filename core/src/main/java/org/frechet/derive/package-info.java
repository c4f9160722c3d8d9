/// From a typed function to its derivative in textbook form.
///
/// | type | holds |
/// |---|---|
/// | [Derivation] | a function, a variable, and every view of the derivative |
/// | [Tidy] | the phases that make an expression short: laws, factoring, expanding where it cancels |
/// | [Factoring] | common factors of a sum |
/// | [Expanding] | products of sums multiplied out |
/// | [TangentSpace], [StructureNote] | gradients by structured variables, and what is said of them |
/// | [Conditions] | what must hold for the answer to hold |
@NullMarked
package org.frechet.derive;

import org.jspecify.annotations.NullMarked;
