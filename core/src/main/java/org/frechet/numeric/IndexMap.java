package org.frechet.numeric;

/// Where each entry of a rearranged matrix comes from; see [Mat#gather].
@FunctionalInterface
public interface IndexMap {
  /// The source that stands for a zero entry.
  int ZERO = -1;

  /// {@return the column-major index, in the source matrix, of entry `(i, j)` of the result, or
  /// [#ZERO]}
  int source(int i, int j);
}
