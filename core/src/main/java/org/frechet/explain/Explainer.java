package org.frechet.explain;

import java.util.ArrayList;
import java.util.Optional;
import org.frechet.derive.Derivation;

/// Derives by a method.
public final class Explainer {
  private Explainer() {}

  /// {@return the derivation, every line checked; for higher orders one after the other}
  ///
  /// @throws org.frechet.shape.Refusal where the method does not apply, or if a line fails its
  ///   check
  public static Proof explain(Method method, Task task) {
    Optional<Derivation> last = task.answer().last();
    if (last.isEmpty()) {
      return checked(method, task);
    }
    Derivation before = last.get();
    Proof first = explain(method, task.of(before.function(), before));
    Proof second = checked(method, task.of(task.answer().function(), task.answer()));
    var parts = new ArrayList<Part>();
    boolean single = first.parts().size() == 1 && first.parts().getFirst().title().isEmpty();
    first.parts().forEach(p -> parts.add(single ? p.titled(title(before, task)) : p));
    second
        .parts()
        .forEach(p -> parts.add(p.title().isEmpty() ? p.titled(title(task.answer(), task)) : p));
    return new Proof(
        method, parts, task.held().meanings(), first.unmeasured() + second.unmeasured());
  }

  private static String title(Derivation d, Task task) {
    String what = d.kind().title();
    return what.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
        + what.substring(1)
        + (d.order() > 1 ? ", the derivative of " + task.of(d.function(), d).functionName() : "");
  }

  private static Proof checked(Method method, Task task) {
    Proof proof =
        switch (method) {
          case DIFFERENTIAL -> DifferentialMethod.explain(task);
          case PERTURBATION -> PerturbationMethod.explain(task);
          case STOP_GRADIENT -> StopGradientMethod.explain(task);
          case CHAIN -> ChainMethod.explain(task);
          case INDEX -> IndexMethod.explain(task);
          case IMPLICIT -> ImplicitMethod.explain(task);
        };
    Proof needing = Requirements.on(proof, task);
    Replay replay = Replay.of(needing, task);
    replay.require();
    return needing.measured(replay);
  }
}
