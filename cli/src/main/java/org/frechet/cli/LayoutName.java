package org.frechet.cli;

/// The layouts by name, as the option `--layout` takes them.
enum LayoutName {
  NUMERATOR,
  DENOMINATOR,
  MIXED;

  /// {@return the name in a request: empty for the default}
  String inRequest() {
    return this == MIXED ? "" : toString();
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
