package org.frechet.function;

/// What an argument must satisfy for a value or a derivative to exist. `%s` stands for the
/// argument.
public enum Need {
  POSITIVE("%s > 0"),
  NONNEGATIVE("%s ≥ 0"),
  NONZERO("%s ≠ 0"),
  /// Of an array, each entry.
  NO_ZERO_ENTRY("no entry of %s is 0"),
  ABOVE_MINUS_ONE("%s > -1"),
  WITHIN_ONE("-1 < %s < 1"),
  /// Where a cosine vanishes the tangent has a pole.
  NOT_A_POLE("cos(%s) ≠ 0"),
  NO_POLE_OF_GAMMA("%s is not 0, -1, -2, ..."),
  INVERTIBLE("%s invertible"),
  POSITIVE_DETERMINANT("det(%s) > 0"),
  NO_NEGATIVE_EIGENVALUES("%s has no eigenvalues on (-∞, 0]"),
  /// The function is continuous there but has no derivative.
  KINK("not differentiable where %s = 0"),
  ONE_MINIMUM("not differentiable where the minimum of %s is attained twice"),
  ONE_MAXIMUM("not differentiable where the maximum of %s is attained twice");

  private final String text;

  Need(String text) {
    this.text = text;
  }

  /// {@return whether the function exists there and only its derivative does not}
  public boolean isKink() {
    return this == KINK || this == ONE_MAXIMUM || this == ONE_MINIMUM;
  }

  /// {@return whether −x may fail the condition where x satisfies it}
  public boolean hasSign() {
    return this != NONZERO
        && this != NO_ZERO_ENTRY
        && this != INVERTIBLE
        && this != KINK
        && this != WITHIN_ONE;
  }

  /// {@return the condition on an argument written as `argument`, for the function `name`}
  public String of(String argument, String name) {
    String condition = text.formatted(argument);
    return this == KINK ? condition + " (" + name + ")" : condition;
  }
}
