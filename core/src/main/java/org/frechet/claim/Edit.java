package org.frechet.claim;

import org.frechet.syntax.Syntax;

/// One change of a formula.
///
/// @param mistake what the author did if the changed formula is what was meant
/// @param words that in a clause, `the factor 2 is missing`
/// @param result the formula after the change
public record Edit(Mistake mistake, String words, Syntax result) {}
