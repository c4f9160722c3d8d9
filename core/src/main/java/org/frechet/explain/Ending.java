package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.derive.TangentSpace;
import org.frechet.derive.Tidy;
import org.frechet.explain.Term.Inner;
import org.frechet.explain.Term.Plain;
import org.frechet.explain.Term.Stacked;
import org.frechet.explain.Term.Sum;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.law.Rewriter;

/// The last lines of a derivation by differentials: the derivative is read off, projected onto the
/// structure of the variable, and simplified to the answer.
final class Ending {
  private final Task task;
  private final Sum end;
  private final Phrase left;
  private final List<Line> lines = new ArrayList<>();

  /// @param end the differential, with only the increment of the variable at the end of each term
  Ending(Task task, Phrase name, Sum end) {
    this.task = task;
    this.end = end;
    boolean stacked = task.isStacked();
    Phrase x = Phrase.of(task.variable());
    this.left = Labels.derivative(stacked ? Labels.vec(name) : name, stacked ? Labels.vec(x) : x);
  }

  List<Line> lines() {
    Optional<Expr> answer = task.answer().value();
    if (answer.isEmpty()) {
      return List.of(); // the map is the derivative
    }
    Optional<TangentSpace> structure =
        TangentSpace.of(task.variable()).filter(_ -> task.isGradient());
    if (structure.isPresent()) {
      Expr free = Tidy.of(raw());
      if (free == answer.get()) {
        add(Phrase.of(free), Rules.readOff(task), free);
        Line last = lines.removeLast();
        lines.add(last.because("it keeps the structure of " + structure.get().name()));
      } else {
        add(Phrase.of(free), Rules.FREE, free);
        lines.add(lines.removeLast().about(Labels.free(task)));
        add(Phrase.of(answer.get()), Rules.projection(task.variable()), answer.get());
      }
    } else if (task.isShort()) {
      add(Phrase.of(answer.get()), Rules.readOff(task), answer.get());
    } else {
      add(Phrase.of(raw()), Rules.readOff(task), raw());
      simplify(answer.get());
    }
    return lines;
  }

  /// Law by law; what factoring and expanding do besides is the last line.
  private void simplify(Expr answer) {
    Expr now = raw();
    var uses = new ArrayList<Rewriter.Use>();
    Tidy.of(now, uses::add);
    for (Rewriter.Use use : uses) {
      Expr next = Traversal.substitute(now, java.util.Map.of(use.before(), use.after()));
      if (next != now && next.weight() <= now.weight()) {
        add(Phrase.of(next), new Rule("simplify", use.law().reason()), next);
        now = next;
      }
    }
    if (now != answer) {
      add(Phrase.of(answer), Rules.SIMPLIFY, answer);
    }
  }

  /// {@return the derivative in its layout, as it stands before the increment}
  private Expr raw() {
    Expr dx = Algebra.increment(task.variable());
    Expr sum = Algebra.zeros(task.answer().value().orElseThrow().shape());
    if (end.value().isZero()) {
      return sum;
    }
    for (Term t : end.terms()) {
      Expr one =
          switch (t) {
            case Inner(Expr g, _) ->
                dx.isScalar() ? unit(t.value(), dx) : task.isNumerator() ? g.transpose() : g;
            case Stacked(Expr j, _) -> task.isNumerator() ? j : j.transpose();
            case Plain(Expr m) -> unit(m, dx);
          };
      sum = Algebra.add(sum, one);
    }
    return sum;
  }

  private static Expr unit(Expr e, Expr dx) {
    return Traversal.substitute(e, java.util.Map.of(dx, Algebra.ONE));
  }

  private void add(Phrase right, Rule rule, Expr value) {
    Expr df = end.value();
    Expr again = task.applied(value).value();
    var meaning = new Meaning.Equal(df.isZero() ? Algebra.zeros(again.shape()) : df, again);
    lines.add(Line.equal(left, right, rule, meaning, Optional.empty(), value));
  }
}
