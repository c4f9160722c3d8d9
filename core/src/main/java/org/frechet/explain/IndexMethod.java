package org.frechet.explain;

import org.frechet.shape.Problem;

/// Not there yet.
final class IndexMethod {
  private IndexMethod() {}

  static Proof explain(Task task) {
    if (task.taken().isEmpty()) {
      return new Proof(Method.DIFFERENTIAL, java.util.List.of(), java.util.Map.of());
    }
    throw Problem.of(
            Problem.Code.UNSUPPORTED, "the method " + Method.INDEX.word() + " is not available yet")
        .refusal();
  }
}
