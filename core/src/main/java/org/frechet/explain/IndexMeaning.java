package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import org.frechet.explain.IndexTerm.Delta;
import org.frechet.explain.IndexTerm.Entry;
import org.frechet.explain.IndexTerm.Over;
import org.frechet.explain.IndexTerm.Partial;
import org.frechet.explain.IndexTerm.Product;
import org.frechet.explain.IndexTerm.Sum;
import org.frechet.explain.IndexTerm.Summation;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node.Index;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Selection;
import org.frechet.function.MatrixValued;
import org.frechet.function.ScalarValued;

/// What lines with indices claim, for all entries together: the derivatives by one entry, times the
/// changes of the entries, add up to the change of the function, which is measured. Entries of a
/// function that is an array are compared by a sum with weights that are different at each point.
final class IndexMeaning {
  /// Sums that stand deeper in one another are evaluated as the matrix products as which they are
  /// read; up to here term by term.
  private static final int DEEPEST = 5;

  private final Task task;
  private final Held held;
  private final List<Pick> row;
  private final List<Pick> variable;
  private final Expr weights;

  /// @param row the indices of the function
  /// @param variable those of the variable
  IndexMeaning(Task task, List<Pick> row, List<Pick> variable) {
    this.task = task;
    this.held = task.held();
    this.row = row;
    this.variable = variable;
    this.weights = Algebra.variable("(weights)", task.f().shape());
  }

  /// The entry of the function is as written.
  Meaning entries(IndexTerm entry) {
    Summation sums = summation(entry);
    Expr one = Selection.slice(task.f(), row.getFirst(), row.getLast());
    return new Meaning.Equal(weighted(one, sums), weighted(entry.value(sums), sums));
  }

  /// The derivative of the entry of the function by that of the variable is as written.
  Meaning derivative(IndexTerm t) {
    Expr df = held.of(task.f());
    Summation sums = summation(t);
    return new Meaning.Equal(
        task.f().isScalar() ? df : ScalarValued.inner(weights, df),
        weighted(change(t, sums), sums));
  }

  /// The Fréchet map is that of the answer.
  Meaning map() {
    return new Meaning.Equal(held.of(task.f()), task.answer().map());
  }

  /// The derivative is as in the answer.
  Meaning answer(Expr value) {
    Expr df = held.of(task.f());
    boolean stacked = !task.f().isScalar() && !task.variable().isScalar();
    return new Meaning.Equal(stacked ? MatrixValued.vec(df) : df, task.applied(value).value());
  }

  private Summation summation(IndexTerm t) {
    long outside =
        java.util.stream.Stream.concat(row.stream(), variable.stream())
            .filter(p -> p instanceof Pick.At)
            .count();
    return outside + t.depth() > DEEPEST ? Selection::sum : Selection::indexed;
  }

  /// {@return the change of an entry: what is worked out times the change of the variable, and the
  /// measured change of what is not}
  private Expr change(IndexTerm t, Summation sums) {
    if (!t.isOpen()) {
      Expr dx = Algebra.increment(task.variable());
      Expr one = Selection.slice(dx, variable.getFirst(), variable.getLast());
      return summed(variable, Algebra.mul(t.value(sums), one), sums);
    }
    return switch (t) {
      case Sum(List<IndexTerm> terms) ->
          Algebra.add(terms.stream().map(x -> change(x, sums)).toList());
      case Product(var c, List<IndexTerm> factors) -> {
        var values = new ArrayList<>(List.of(Algebra.number(c)));
        factors.forEach(x -> values.add(x.isOpen() ? change(x, sums) : x.value(sums)));
        yield Algebra.mul(values);
      }
      case Over(Index i, IndexTerm body) -> sums.of(i, change(body, sums));
      case Partial p -> Selection.slice(held.of(p.of()), p.row(), p.col());
      case Entry _, Delta _, IndexTerm.Applied _, IndexTerm.Power _ ->
          throw new IllegalStateException("a derivative inside a function");
    };
  }

  private static Expr summed(List<Pick> places, Expr body, Summation sums) {
    Expr sum = body;
    for (Pick p : places.reversed()) {
      if (p instanceof Pick.At(Index i)) {
        sum = sums.of(i, sum);
      }
    }
    return sum;
  }

  private Expr weighted(Expr entry, Summation sums) {
    if (task.f().isScalar()) {
      return entry;
    }
    Expr weight = Selection.slice(weights, row.getFirst(), row.getLast());
    return summed(row, Algebra.mul(entry, weight), sums);
  }
}
