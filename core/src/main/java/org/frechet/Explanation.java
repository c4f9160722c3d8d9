package org.frechet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.frechet.check.Agreement;
import org.frechet.explain.Detail;
import org.frechet.explain.Explainer;
import org.frechet.explain.Held;
import org.frechet.explain.Line;
import org.frechet.explain.Manner;
import org.frechet.explain.Method;
import org.frechet.explain.Part;
import org.frechet.explain.Phrase;
import org.frechet.explain.Proof;
import org.frechet.explain.RuleBook;
import org.frechet.explain.Stationary;
import org.frechet.explain.Task;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.page.Sheet;
import org.frechet.print.LatexPrinter;
import org.frechet.print.Presentation.Style;
import org.frechet.print.TextPrinter;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Shape;

/// How a derivative is found, line by line; every line was checked.
public final class Explanation {
  private final Derivative derivative;
  private final Proof proof;
  private final Detail detail;

  private Explanation(Derivative derivative, Proof proof, Detail detail) {
    this.derivative = derivative;
    this.proof = proof;
    this.detail = detail;
  }

  /// {@return the derivation of a derivative that is known}
  ///
  /// @throws org.frechet.shape.Refusal where the method does not apply, or if a line fails its
  ///   check (an internal error)
  public static Explanation of(Derivative derivative, Method method, Detail detail) {
    if (derivative.variables().size() > 1 || derivative.by() != derivative.variable()) {
      throw Problem.of(
              Code.UNSUPPORTED, "a derivation is by a whole variable, not " + derivative.wrt())
          .hint("derive by the variable itself, or by one variable after the other")
          .refusal();
    }
    Task task = task(derivative, detail);
    return new Explanation(derivative, Explainer.explain(method, task), detail);
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
    return new Explanation(derivative, Stationary.of(task(derivative, detail), words), detail);
  }

  /// {@return what a method is asked}
  static Task task(Derivative d, Detail detail) {
    return new Task(
        d.derivation().source(),
        d.derivation().variable(),
        d.derivation(),
        detail,
        new Held(d.derivation().variable()),
        d.model().sums(),
        names(d),
        Writing.of(d.model())::conditions,
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

  public Detail detail() {
    return detail;
  }

  /// {@return how its phrases are written}
  public Manner manner(Style style, Manner.Pairing pairing) {
    Set<String> names = derivative.model().variables().keySet();
    return new Manner(style, pairing, derivative.model().sums(), proof.held(), names);
  }

  /// One line in every notation.
  ///
  /// @param part the heading that it stands under; may be empty
  /// @param left what it is about: `df`
  /// @param relation `=` or `<=`
  /// @param text the right side in the input language, where `d(E)` is the differential of E
  /// @param reason the rule as a formula or a sentence
  public record Step(
      String part,
      String left,
      String relation,
      String text,
      String unicode,
      String latex,
      String rule,
      String reason,
      List<String> conditions,
      Shape shape) {}

  /// {@return the lines in order}
  public List<Step> steps() {
    Manner text = manner(Style.TEXT, Manner.Pairing.SHORTER);
    Manner typeset = manner(Style.TYPESET, Manner.Pairing.SHORTER);
    var steps = new ArrayList<Step>();
    for (Part part : proof.parts()) {
      for (Line line : part.lines()) {
        Phrase right = line.right();
        steps.add(
            new Step(
                part.title(),
                TextPrinter.print(line.left().syntax(text)),
                line.relation().sign(),
                TextPrinter.print(right.syntax(text)),
                UnicodePrinter.print(right.syntax(typeset), typeset.variables()::contains),
                LatexPrinter.print(right.syntax(typeset), typeset.variables()::contains),
                line.rule().name(),
                line.reason().isEmpty() ? line.rule().statement() : line.reason(),
                line.conditions(),
                line.shape()));
      }
    }
    return List.copyOf(steps);
  }

  /// {@return what stands on a page of it, to be written in any [org.frechet.page.Format]}
  public Sheet sheet(Manner.Pairing pairing) {
    return Sheets.of(this, pairing);
  }
}
