/// Whether a derivative is right, found out by evaluating it: finite differences at random points,
/// and exact arithmetic modulo a prime where everything is rational. No check of an answer knows a
/// rule of differentiation, so a wrong rule cannot agree with a wrong check.
///
/// | type | holds |
/// |---|---|
/// | [DerivativeCheck] | a function against claims about its derivative |
/// | [Claim] | what a map, gradient, Jacobian or tangent says of one direction |
/// | [CheckResult] | passed, failed or unchecked, with the error, the seed and the sizes |
/// | [Equality] | whether two expressions have the same values |
/// | [ImplicitCheck] | claims about the derivative of what an equation defines |
/// | [DefinitionCheck] | a candidate map against the definition of the derivative: [Linearity], and the remainders along each [Ray] |
/// | [TaylorRemainder] | the remainder of a derivative along one direction |
/// | [Substitution] | whether a value solves an equation |
/// | [Counterexample] | a small point at which they differ |
/// | [Evaluator] | the reference evaluation of expressions, over the reals or modulo the prime |
/// | [Point] | values of the variables, and sizes |
/// | [Sampler] | random points in the domain, which respect what was declared |
///
/// Inside: `Schedule`, the order of evaluation; `NodeValue`, the value of each node kind;
/// `Rationality`, what exact arithmetic applies to; `Sizes`, small sizes that tell shapes apart;
/// `Strategy` and `Structured`, entries and traits of samples; `Trace`, what an evaluation came
/// across (kinks, stopped gradients); `Precision` and `Closeness`, a second look with 31 digits;
/// `Slope`, the measured derivative, by `Differences`, which extrapolates central differences;
/// `Doubt`, whether a disagreement counts; `ExactCheck`, the exact part; `Remainders`, what is left
/// after a map; `View`, the parts of a claim.
@NullMarked
package org.frechet.check;

import org.jspecify.annotations.NullMarked;
