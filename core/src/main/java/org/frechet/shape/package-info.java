/// Sizes, shapes, structural traits, and the catalogue of refusals. Depends on nothing.
///
/// | type | holds |
/// |---|---|
/// | [Dim] | a size: a polynomial in named sizes with integer coefficients (`n`, `2*n`, `m*n`, `m + 1`) |
/// | [Shape] | rows and columns; a scalar is 1×1, a vector n×1, a row 1×n |
/// | [Trait] | symmetric, spd, diagonal, ...: what is known of a matrix, closed under implication |
/// | [Problem], [Refusal] | why a request was refused: code, message, place, hint |
@NullMarked
package org.frechet.shape;

import org.jspecify.annotations.NullMarked;
