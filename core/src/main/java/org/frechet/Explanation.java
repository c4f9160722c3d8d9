package org.frechet;

import java.util.List;
import java.util.Set;
import org.frechet.explain.Detail;
import org.frechet.explain.Explainer;
import org.frechet.explain.Manner;
import org.frechet.explain.Method;
import org.frechet.explain.Proof;
import org.frechet.explain.Task;
import org.frechet.page.Sheet;
import org.frechet.print.Presentation.Style;

/// How a derivative is found, line by line; every line was checked.
public final class Explanation implements Outcome {
  private final Derivative derivative;
  private final Proof proof;

  private Explanation(Derivative derivative, Proof proof) {
    this.derivative = derivative;
    this.proof = proof;
  }

  /// {@return the derivation of a derivative that is known}
  public static Explanation of(Derivative derivative, Method method, Detail detail) {
    return new Explanation(derivative, Explainer.explain(method, task(derivative, detail)));
  }

  /// {@return what a method is asked}
  static Task task(Derivative d, Detail detail) {
    Writing writing = Writing.of(d.model());
    return new Task(
        d.derivation().source(),
        d.derivation().variable(),
        d.derivation(),
        detail,
        d.taken(),
        writing::conditions,
        d.conditions());
  }

  public Derivative derivative() {
    return derivative;
  }

  public Proof proof() {
    return proof;
  }

  /// {@return how its phrases are written}
  public Manner manner(Style style, Manner.Pairing pairing) {
    Set<String> names = derivative.model().variables().keySet();
    return new Manner(style, pairing, derivative.model().sums(), proof.held(), names);
  }

  /// {@return what stands on a page of it, to be written in any [org.frechet.page.Format]}
  public Sheet sheet(Manner.Pairing pairing) {
    return Sheets.of(this, pairing);
  }

  /// {@return the names of rules}
  public List<String> rules() {
    return proof.lines().stream().map(l -> l.rule().name()).toList();
  }
}
