/// The derivative as a linear map: an expression linear in the increment `dX`, and its views.
///
/// | type | holds |
/// |---|---|
/// | [Differential] | the differential of every node kind |
/// | [Adjoint] | the adjoint of a linear map at a cotangent: the gradient |
/// | [MapMatrix] | the matrix of a linear map on vec: the Jacobian |
@NullMarked
package org.frechet.diff;

import org.jspecify.annotations.NullMarked;
