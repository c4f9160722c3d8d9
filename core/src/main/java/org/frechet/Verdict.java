package org.frechet;

import java.util.Locale;

/// What was found of a claim.
public enum Verdict {
  RIGHT,
  /// The derivative in another layout than the one that was asked for, or is the default.
  RIGHT_OTHER_LAYOUT,
  /// Right under hypotheses that the claim does not state.
  RIGHT_IF,
  WRONG,
  /// The claim has no meaning: shapes do not fit.
  ILL_SHAPED,
  NOT_DIFFERENTIABLE,
  /// It could not be found out.
  UNKNOWN;

  /// {@return the word of the contract: `right-other-layout`}
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public boolean isRight() {
    return this == RIGHT;
  }
}
