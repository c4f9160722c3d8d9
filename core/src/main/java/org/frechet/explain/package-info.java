/// Derivations: how a derivative is found, line by line.
///
/// | type | what it is |
/// |---|---|
/// | `Proof`, `Part`, `Line` | a derivation as a value: every line with its rule, its reason, its conditions and what it claims |
/// | `Phrase`, `Manner` | what stands on a line, and how it is to be written |
/// | `Meaning`, `Replay` | what a line claims, and the check of it with numbers |
/// | `Held` | differentials that are not worked out yet: `d(Y - X*B)` |
/// | `Rule` | a named rule and its statement |
/// | `Method`, `Task` | the ways to derive, and what they are asked |
/// | `DifferentialMethod` … | one class a method |
/// | `ImplicitUnknown`, `ImplicitEquation` | what an equation defines, and the equation differentiated and solved |
/// | `RuleBook` | the named rules, each with a function whose derivation shows it |
/// | `Stationary` | the gradient set to zero, solved, and tested |
@NullMarked
package org.frechet.explain;

import org.jspecify.annotations.NullMarked;
