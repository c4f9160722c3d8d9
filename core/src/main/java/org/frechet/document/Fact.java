package org.frechet.document;

import java.util.Set;
import org.frechet.shape.Trait;

/// What a document says of a name.
///
/// @param kind what it is: `MATRIX`, `VECTOR`, …; empty where only attributes are given
/// @param specification its kind with sizes, as in a declaration: `matrix(m,n)`; empty where sizes
///   are not said
/// @param not attributes that it is said not to have
/// @param from from where on it holds in the document
/// @param to up to where it holds
/// @param section the index of the section in which it was said
record Fact(
    String name,
    String kind,
    String specification,
    Set<Trait> traits,
    Set<Trait> not,
    int from,
    int to,
    int section) {
  /// The kind of a name whose letter only looks like a vector.
  static final String HINT = "vector?";

  Fact {
    traits = Set.copyOf(traits);
    not = Set.copyOf(not);
  }
}
