package org.frechet;

/// What an operation other than plain differentiation found: one kind of answer for each.
public sealed interface Outcome
    permits Simplification,
        Comparison,
        Evaluation,
        Solution,
        ImplicitDerivatives,
        Explanations,
        Judgments {}
