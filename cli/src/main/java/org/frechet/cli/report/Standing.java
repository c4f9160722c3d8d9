package org.frechet.cli.report;

import java.util.Locale;
import org.frechet.document.Status;

/// How much a status weighs, and what reports call it.
public enum Standing {
  /// It has to be corrected.
  ERROR,
  /// It is right under conditions that the document does not state.
  WARNING,
  /// Nothing is known of it.
  NOTE,
  /// It is right.
  GOOD,
  /// There is nothing to be judged.
  NONE;

  /// {@return the standing of a status}
  public static Standing of(Status status) {
    return switch (status) {
      case WRONG, ILL_SHAPED, NOT_DIFFERENTIABLE -> ERROR;
      case RIGHT_IF, RIGHT_OTHER_LAYOUT -> WARNING;
      case UNKNOWN, UNREADABLE -> NOTE;
      case RIGHT -> GOOD;
      case DEFINITION, NOT_A_CLAIM, SILENCED -> NONE;
    };
  }

  /// {@return what reports call a status}
  public static String title(Status status) {
    return switch (status) {
      case RIGHT -> "right";
      case RIGHT_IF -> "right under a hypothesis";
      case RIGHT_OTHER_LAYOUT -> "right in the other layout";
      case WRONG -> "wrong";
      case ILL_SHAPED -> "ill-shaped";
      case NOT_DIFFERENTIABLE -> "not differentiable";
      case UNKNOWN -> "cannot tell";
      case DEFINITION -> "definition";
      case NOT_A_CLAIM -> "not a claim";
      case UNREADABLE -> "could not read";
      case SILENCED -> "silenced";
    };
  }

  /// {@return what reports write above statements of this standing}
  String heading() {
    return switch (this) {
      case ERROR -> "To correct";
      case WARNING -> "Right under conditions that are not stated";
      case NOTE -> "Not decided";
      case GOOD, NONE -> "Right, and not to be judged";
    };
  }

  /// {@return whether there is something to look at}
  public boolean isOpen() {
    return this == ERROR || this == WARNING || this == NOTE;
  }

  /// {@return the word in lower case: `error`}
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
