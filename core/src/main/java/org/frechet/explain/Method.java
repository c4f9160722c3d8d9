package org.frechet.explain;

import java.util.Locale;

/// The ways to derive.
public enum Method {
  DIFFERENTIAL("differentials and the trace trick"),
  PERTURBATION("perturbation, the definition of Fréchet"),
  STOP_GRADIENT("one term for each occurrence"),
  CHAIN("the chain rule through intermediate variables"),
  INDEX("sums over indices"),
  IMPLICIT("an equation differentiated on both sides");

  private final String title;

  Method(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// {@return the word for it in requests: `stop-gradient`}
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
