package org.frechet.cli;

import java.util.Locale;

/// What a claim is written in.
enum ClaimLanguage {
  /// What it looks like.
  AUTO,
  TEXT,
  LATEX;

  /// Reads the option `--from`.
  static final class Converter extends EnumWord<ClaimLanguage> {
    Converter() {
      super(ClaimLanguage.values());
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
