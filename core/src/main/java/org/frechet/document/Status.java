package org.frechet.document;

import java.util.Locale;

/// What became of a statement of a document.
public enum Status {
  RIGHT,
  /// Right under hypotheses that the document does not state.
  RIGHT_IF,
  /// Right in another layout than the one of its section.
  RIGHT_OTHER_LAYOUT,
  WRONG,
  ILL_SHAPED,
  NOT_DIFFERENTIABLE,
  /// A claim that could not be judged.
  UNKNOWN,
  /// It says what a name stands for.
  DEFINITION,
  /// A formula, an equation to be solved, an assumption: nothing that is right or wrong by itself.
  NOT_A_CLAIM,
  /// A statement that could not be read.
  UNREADABLE,
  /// The document says that it is not to be looked at.
  SILENCED;

  /// {@return the word of reports: `right-other-layout`}
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// {@return whether the document has to be corrected}
  public boolean isFault() {
    return this == WRONG || this == ILL_SHAPED || this == NOT_DIFFERENTIABLE;
  }

  /// {@return whether the statement was read and judged}
  public boolean isJudged() {
    return switch (this) {
      case RIGHT, RIGHT_IF, RIGHT_OTHER_LAYOUT, WRONG, ILL_SHAPED, NOT_DIFFERENTIABLE -> true;
      case UNKNOWN, DEFINITION, NOT_A_CLAIM, UNREADABLE, SILENCED -> false;
    };
  }
}
