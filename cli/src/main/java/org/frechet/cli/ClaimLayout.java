package org.frechet.cli;

import java.util.Locale;

/// What the claimed value of an expression is, as `check --layout` takes it: its derivative in a
/// layout, or something else.
enum ClaimLayout {
  MIXED,
  NUMERATOR,
  DENOMINATOR,
  /// The linear map, in increments `dX`.
  FRECHET,
  /// The total differential.
  DIFFERENTIAL,
  /// The expression itself.
  IDENTITY,
  /// The solution of `solve(LHS == RHS, V)` or `argmin(F, V)`.
  SOLVE;

  /// Reads the option.
  static final class Converter extends EnumWord<ClaimLayout> {
    Converter() {
      super(ClaimLayout.values());
    }
  }

  /// {@return whether it is about how derivatives are arranged}
  boolean isArrangement() {
    return this == MIXED || this == NUMERATOR || this == DENOMINATOR;
  }

  /// {@return the name in a request: empty for the default}
  String inRequest() {
    return this == MIXED ? "" : toString();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
