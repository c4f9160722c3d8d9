package org.frechet.explain;

/// Derives by a method.
public final class Explainer {
  private Explainer() {}

  /// {@return the derivation, every line checked}
  ///
  /// @throws org.frechet.shape.Refusal where the method does not apply, or if a line fails its
  ///   check
  public static Proof explain(Method method, Task task) {
    Proof proof =
        switch (method) {
          case DIFFERENTIAL -> DifferentialMethod.explain(task);
          case PERTURBATION -> PerturbationMethod.explain(task);
          case STOP_GRADIENT -> StopGradientMethod.explain(task);
          case CHAIN -> ChainMethod.explain(task);
          case INDEX -> IndexMethod.explain(task);
          case IMPLICIT -> ImplicitMethod.explain(task);
        };
    Replay.of(proof, task).require();
    return proof;
  }
}
