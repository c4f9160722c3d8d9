package org.frechet.cli;

/// The layouts by name, as the option `--layout` takes them.
enum LayoutName {
  NUMERATOR,
  DENOMINATOR,
  MIXED;

  /// Reads the option.
  static final class Converter extends EnumWord<LayoutName> {
    Converter() {
      super(LayoutName.values());
    }
  }

  /// {@return the name in a request: empty for the default}
  String inRequest() {
    return this == MIXED ? "" : toString();
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
