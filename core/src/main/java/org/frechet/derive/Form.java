package org.frechet.derive;

/// Ways to write a derivative other than as an array in a layout.
public enum Form {
  /// The linear map itself, an expression in the increment.
  MAP("Fréchet map"),
  /// The matrix on vec, rows are outputs.
  MATRIX("matrix on vec"),
  /// The Hessian applied to a direction, of the shape of the variable.
  HVP("Hessian-vector product"),
  /// The derivative applied to a direction, of the shape of the function.
  JVP("Jacobian-vector product"),
  /// The adjoint applied to a weight of the shape of the function, of the shape of the variable.
  VJP("vector-Jacobian product"),
  /// Entry by entry, in index notation.
  EINSUM("index form");

  private final String title;

  Form(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// {@return the word in requests and on the command line}
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String toString() {
    return word();
  }
}
