/// Reference arithmetic: small dense matrices that check a derivative, by finite differences over
/// the reals and exactly modulo a prime.
///
/// | type | what it is |
/// |---|---|
/// | [Mat] | a matrix over a ring: the operations that both kinds share |
/// | [RealMat] | entries are `double` |
/// | [PreciseMat] | entries are [DoubleDouble], numbers of about 31 digits; their functions are [DoubleDoubles] |
/// | [DualModMat] | entries are `a + b*eps`, `eps^2 = 0`, modulo the prime `2^61 - 1` |
/// | [IndexMap] | where each entry of a rearranged matrix comes from |
/// | [MatrixFunctions] | `logdet`, Cholesky factor, matrix exponential, square root, logarithm |
/// | [Special] | error function, gamma family, softplus, log-sum-exp |
/// | [Rng] | reproducible samples |
/// | [Undefined] | thrown where a value does not exist |
///
/// Inside: `Elimination` over the `RealRows`, `PreciseRows` and `DualRows` of the rings, the field
/// `Mod61`, the checks of `Shapes`, `BlockGrid`, and the `Gamma` family.
///
/// The real kind tests every function, to rounding. The modular kind tests rational ones without
/// any rounding: an identity that fails over the rationals holds at a random point modulo `p` with
/// probability at most `degree / p` (Schwartz 1980, Zippel 1979). Neither kind contains a formula
/// for a derivative, so a wrong law cannot agree with a wrong check.
@NullMarked
package org.frechet.numeric;

import org.jspecify.annotations.NullMarked;
