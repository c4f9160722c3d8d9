package org.frechet;

/// The entry to the library.
public final class Frechet {
  /// The version of the product.
  public static final String VERSION = "0.1.0";

  private Frechet() {}

  /// {@return the formula as written, its shapes still to be declared or inferred}
  ///
  /// @throws org.frechet.shape.Refusal if the text is not an expression of the language; LaTeX is
  ///   read when its shapes are asked for
  public static Formula parse(String text) {
    return Formula.of(text);
  }
}
