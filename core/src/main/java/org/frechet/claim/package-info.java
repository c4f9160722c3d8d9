/// What is wrong with a formula: comparison with the truth, hypotheses under which it holds, single
/// edits that repair it, constant factors.
///
/// | type | what it does |
/// |---|---|
/// | [Trial] | compares a claimed value with the true one |
/// | [Hypotheses] | finds the smallest set of attributes that makes them equal |
/// | [Edits] | what a hand that slipped could have meant instead |
/// | [Repair] | the first edit that makes the claim right |
/// | [Ratio] | whether a constant factor does |
/// | [ErrorBound] | how probable it is that equality modulo a prime is an accident |
@NullMarked
package org.frechet.claim;

import org.jspecify.annotations.NullMarked;
