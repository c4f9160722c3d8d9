package org.frechet.explain;

import org.frechet.shape.Problem;

/// Not there yet.
final class StopGradientMethod {
  private StopGradientMethod() {}

  static Proof explain(Task task) {
    if (task.taken().isEmpty()) {
      return new Proof(Method.DIFFERENTIAL, java.util.List.of(), java.util.Map.of());
    }
    throw Problem.of(
            Problem.Code.UNSUPPORTED,
            "the method " + Method.STOP_GRADIENT.word() + " is not available yet")
        .refusal();
  }
}
