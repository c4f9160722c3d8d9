/// Every function of the language, one declaration each: shape, differential, conditions, kernel,
/// spellings, example. No algorithm names a function; adding one touches one line of one file.
///
/// | type | holds |
/// |---|---|
/// | [Elementwise] | functions of each entry alone: `exp`, `tanh`, `relu`, ... |
/// | [GammaFunction] | `gamma`, `lgamma` and its derivatives |
/// | [ScalarValued] | `tr`, `det`, `sum`, norms, ... |
/// | [MatrixValued] | `inv`, `diag`, `kron`, `vec`, ... |
/// | [VectorValued] | `softmax`, `logsoftmax`, ... |
/// | [MatrixFunction] | `expm`, `logm`, `sqrtm`, `X^k`, ... |
/// | [FrechetDerivative] | their derivatives along directions, and on vec |
/// | [MatrixEquation] | `sylvester`, `lyap` |
/// | [Decomposition] | `pinv`, `chol` |
/// | [Spectral] | `eig`, `lmax`, `lmin` and eigenvectors, of symmetric matrices |
/// | [SingularValue] | `svdvals`, `specnorm`, `nucnorm`, singular vectors, the polar factor |
/// | [Function] | what a declaration consists of |
/// | [Definition] | the equation that determines a value, where no formula does |
/// | [Signature] | shapes of arguments and value |
/// | [Need] | conditions under which a value or derivative exists |
/// | [Functions] | the register of all declarations, by name |
@NullMarked
package org.frechet.function;

import org.jspecify.annotations.NullMarked;
