package org.frechet.cli;

/// What expressions can be written in.
enum Language {
  TEXT;

  /// Reads the option `--from`.
  static final class Converter extends EnumWord<Language> {
    Converter() {
      super(Language.values());
    }
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
