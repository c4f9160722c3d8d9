package org.frechet.claim;

/// What a hand that slipped did.
public enum Mistake {
  NONE,
  /// A sign is wrong, of a term or of all.
  SIGN,
  /// A factor is missing, wrong, or too many.
  FACTOR,
  /// A transpose is missing or too many.
  TRANSPOSE,
  /// Factors stand in the wrong order.
  ORDER,
  /// A term is missing or too many.
  TERM,
  /// An exponent is wrong, an inverse missing.
  EXPONENT,
  /// A matrix is used as if it were symmetric.
  SYMMETRY,
  /// Something else is assumed silently.
  HYPOTHESIS,
  /// Another variable stands where one should, or it is the derivative by another.
  VARIABLE,
  /// Shapes do not fit.
  SHAPE,
  /// It is right in another layout.
  LAYOUT,
  OTHER
}
