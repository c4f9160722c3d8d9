/// Equations that are linear in their unknown, solved as a textbook would: by a quotient, by
/// inverses on either side, as a Sylvester equation, or by the matrix of the map on vec. Linear is
/// what a differential says: an equation is linear in X when its differential does not depend on X.
///
/// | type | holds |
/// |---|---|
/// | [Affine] | an expression as a linear map of the unknown and a constant, or its nonlinear part |
/// | [Coefficients] | a linear map as a sum of terms `A*dX*B` |
/// | [LinearEquation] | the solution of `L(X) = C`, and what it takes |
/// | [Curvature] | whether a stationary point is a minimum, a maximum or a saddle |
@NullMarked
package org.frechet.solve;

import org.jspecify.annotations.NullMarked;
