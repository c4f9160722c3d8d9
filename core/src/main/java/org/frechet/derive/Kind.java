package org.frechet.derive;

import org.frechet.shape.Shape;

/// What a derivative is called, by the shapes of function and variable.
public enum Kind {
  DERIVATIVE("derivative"),
  SECOND_DERIVATIVE("second derivative"),
  TANGENT_VECTOR("tangent vector"),
  TANGENT_MATRIX("tangent matrix"),
  GRADIENT("gradient"),
  GRADIENT_MATRIX("gradient matrix"),
  JACOBIAN("Jacobian"),
  HESSIAN("Hessian"),
  THIRD_DERIVATIVE("third derivative"),
  FOURTH_DERIVATIVE("fourth derivative"),
  HIGHER_DERIVATIVE("higher derivative"),
  FRECHET("Fréchet derivative");

  private final String title;

  Kind(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }

  /// {@return the kind of a first derivative}
  public static Kind first(Shape function, Shape variable) {
    return of(function, variable, 1);
  }

  static Kind of(Shape function, Shape variable, int order) {
    if (function.isScalar() && order > 2) {
      return order == 3 ? THIRD_DERIVATIVE : order == 4 ? FOURTH_DERIVATIVE : HIGHER_DERIVATIVE;
    }
    if (variable.isScalar()) {
      if (function.isScalar()) {
        return order == 1 ? DERIVATIVE : SECOND_DERIVATIVE;
      }
      return function.isMatrix() ? TANGENT_MATRIX : TANGENT_VECTOR;
    }
    if (function.isScalar()) {
      return order == 2 ? HESSIAN : variable.isMatrix() ? GRADIENT_MATRIX : GRADIENT;
    }
    return order == 1 && !function.isMatrix() && !variable.isMatrix() ? JACOBIAN : FRECHET;
  }

  /// {@return whether the mixed layout puts outputs in rows for this kind}
  public boolean numeratorByDefault() {
    return this == JACOBIAN || this == FRECHET;
  }
}
