package org.frechet.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.frechet.derive.Derivation;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.print.Presentation.Style;

/// What is to be derived.
///
/// @param f the function as it was read
/// @param variable what to differentiate by
/// @param answer the derivative, which the derivation must end with; it passed its check
/// @param detail how many lines
/// @param held the differentials that are not worked out, of all lines together
/// @param written the sums of the request, with their signs
/// @param taken names with a meaning: variables and sizes
/// @param needs what must hold for expressions to have values, in words
/// @param conditions all conditions of the answer, in words
public record Task(
    Expr f,
    Expr variable,
    Derivation answer,
    Detail detail,
    Held held,
    Set<Expr> written,
    Set<String> taken,
    Function<Collection<Expr>, List<String>> needs,
    List<String> conditions) {

  /// A task of its own, whose sums keep no signs.
  public Task(
      Expr f,
      Expr variable,
      Derivation answer,
      Detail detail,
      Set<String> taken,
      Function<Collection<Expr>, List<String>> needs,
      List<String> conditions) {
    this(f, variable, answer, detail, new Held(variable), Set.of(), taken, needs, conditions);
  }

  /// {@return a name for the function that means nothing else: `f`, for matrices `F`; for the
  /// derivative that a higher order starts from, `g`}
  public String functionName() {
    var names =
        new ArrayList<>(
            f.shape().isMatrix()
                ? List.of("F", "G", "H", "P", "Q", "R", "S", "T")
                : List.of("f", "g", "h", "p", "q", "r", "s", "t"));
    Collections.rotate(names, 1 - answer.order());
    return fresh(names);
  }

  /// {@return the first of these names that means nothing else}
  public String fresh(List<String> names) {
    return names.stream()
        .filter(n -> !taken.contains(n))
        .findFirst()
        .orElse(names.getFirst() + "0");
  }

  /// {@return the same for another function and its derivative}
  public Task of(Expr function, Derivation derivative) {
    return new Task(
        function, variable, derivative, detail, held, written, taken, needs, conditions);
  }

  /// {@return whether the derivative stands in numerator layout: rows are outputs}
  boolean isNumerator() {
    return answer.numerator()
        || (answer.order() > 1 && answer.source().isScalar() && !f.isScalar());
  }

  /// {@return whether the derivative is a gradient: of a scalar by an array}
  boolean isGradient() {
    return f.isScalar() && !variable.isScalar();
  }

  /// {@return whether the derivative is a matrix on vec}
  boolean isStacked() {
    boolean columns = f.shape().cols().isOne() && variable.shape().cols().isOne();
    return !f.isScalar() && !variable.isScalar() && !columns;
  }

  /// {@return this derivative applied to the increment: the differential, on vec where it is a
  /// matrix}
  Term applied(Expr value) {
    Expr dx = Algebra.increment(variable);
    if (variable.isScalar()) {
      return new Term.Plain(Algebra.mul(value, dx));
    }
    Expr rows = isNumerator() ? value : value.transpose();
    return f.isScalar() ? Term.Inner.of(rows.transpose(), dx) : new Term.Stacked(rows, dx);
  }

  /// {@return whether two phrases look the same}
  boolean writesAlike(Phrase a, Phrase b) {
    var manner =
        new Manner(Style.TYPESET, Manner.Pairing.SHORTER, written, held.meanings(), Set.of("d"));
    return a.syntax(manner).equals(b.syntax(manner));
  }

  boolean isShort() {
    return detail == Detail.SHORT;
  }
}
