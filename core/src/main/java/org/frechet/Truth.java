package org.frechet;

import org.frechet.expr.Expr;

/// A right value of what a claim is about.
///
/// @param layout in which, or empty where there is no choice
/// @param note what is to be said of it, or empty
record Truth(Expr value, String layout, String note) {
  static Truth plain(Expr value) {
    return new Truth(value, "", "");
  }
}
