package org.frechet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.frechet.explain.Detail;
import org.frechet.explain.Explainer;
import org.frechet.explain.Manner;
import org.frechet.explain.Method;
import org.frechet.explain.Proof;
import org.frechet.explain.RuleBook;
import org.frechet.explain.Stationary;
import org.frechet.explain.Task;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
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

  /// {@return the derivation of a named rule} @throws org.frechet.shape.Refusal if there is none
  public static Explanation of(RuleBook rule, Detail detail) {
    Formula f = Frechet.parse(rule.expression()).declare(rule.declarations());
    return of(f.derivative(rule.variable()), rule.method(), detail);
  }

  /// {@return where a scalar function is stationary: the gradient, set to zero, solved, and what
  /// the second derivative says of the point} Where no solution is known, a note says why.
  ///
  /// @param derivative the gradient
  public static Explanation stationary(Derivative derivative, Detail detail) {
    Writing writing = Writing.of(derivative.model());
    var words =
        new Stationary.Words(
            Agreement::compare, s -> new Ranks(writing, s).conditions(), writing::text);
    return new Explanation(derivative, Stationary.of(task(derivative, detail), words));
  }

  /// {@return what a method is asked}
  static Task task(Derivative d, Detail detail) {
    Writing writing = Writing.of(d.model());
    return new Task(
        d.derivation().source(),
        d.derivation().variable(),
        d.derivation(),
        detail,
        names(d),
        writing::conditions,
        d.conditions());
  }

  /// {@return names with a meaning, those of functions of the user too}
  private static Set<String> names(Derivative d) {
    var names = new HashSet<>(d.taken());
    for (Expr e : Traversal.topological(d.derivation().source())) {
      if (e.node() instanceof Node.Apply a && !a.operator().lead().isEmpty()) {
        names.add(a.operator().lead());
      }
    }
    return names;
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
