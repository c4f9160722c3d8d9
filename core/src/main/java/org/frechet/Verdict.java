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

  /// {@return how bad it is; of a statement with several links the worst counts}
  int rank() {
    return switch (this) {
      case RIGHT -> 0;
      case RIGHT_OTHER_LAYOUT -> 1;
      case RIGHT_IF -> 2;
      case UNKNOWN -> 3;
      case NOT_DIFFERENTIABLE -> 4;
      case ILL_SHAPED -> 5;
      case WRONG -> 6;
    };
  }

  public boolean isRight() {
    return this == RIGHT;
  }
}
