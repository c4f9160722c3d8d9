package org.frechet;

import org.frechet.derive.Layout;

/// A random request: well-shaped, with every variable declared.
record RandomCase(
    long seed, String text, String declarations, String wrt, int order, Layout layout) {
  RandomCase withText(String other) {
    return new RandomCase(seed, other, declarations, wrt, order, layout);
  }

  Formula formula() {
    return Frechet.parse(text).declare(declarations);
  }

  Derivative derivative() {
    return formula().derivative(wrt, order, layout);
  }

  @Override
  public String toString() {
    return "seed %d: d(%s)/d%s, order %d, %s, where %s"
        .formatted(seed, text, wrt, order, layout, declarations);
  }
}
