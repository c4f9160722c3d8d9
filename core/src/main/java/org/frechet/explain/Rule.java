package org.frechet.explain;

/// A rule of calculus or algebra.
///
/// @param name what it is called: `product rule`
/// @param statement the rule as a formula or a sentence: `d(A B) = dA B + A dB`
public record Rule(String name, String statement) {}
