package org.frechet.numeric;

/// A value that does not exist: the inverse of a singular matrix, a division by zero, a logarithm
/// of a matrix with an eigenvalue on the closed negative axis.
public final class Undefined extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  /// Says which value is missing, and why.
  public Undefined(String message) {
    super(message);
  }
}
