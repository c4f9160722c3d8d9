/// The library: a matrix expression in, its derivative out, checked.
///
/// ```java
/// Derivative d = Frechet.parse("norm2(Y - X*B)^2").derivative("B");
/// d.gradient();   // 2*X'*(X*B - Y)
/// ```
///
/// | type | holds |
/// |---|---|
/// | [Frechet] | reads a formula |
/// | [Formula] | a typed function and its declarations |
/// | [Derivative] | a checked derivative in every view |
/// | [Request], [Response], [Service] | the JSON contract as values |
/// | [MapCheck] | a candidate map that somebody wrote, against the definition of the derivative |
/// | [Budget] | time and stack for one request |
@NullMarked
package org.frechet;

import org.jspecify.annotations.NullMarked;
