package org.frechet.derive;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.frechet.diff.Adjoint;
import org.frechet.diff.Differential;
import org.frechet.diff.Differential.Rules;
import org.frechet.diff.MapMatrix;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.law.Rewriter;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;

/// A function, a variable, and the derivative in every view.
///
/// | component | what it is |
/// |---|---|
/// | `source`, `variable`, `order` | the function, by what, and how often |
/// | `kind`, `numerator` | what it is called, and whether outputs stand in rows |
/// | `function` | what was differentiated last: f, or for higher orders its derivative of one order less |
/// | `map` | the Fréchet map, linear in the increment of the variable |
/// | `raw` | the derivative as it was read off the map |
/// | `value` | the derivative in the layout asked for; absent where only the map has a closed form |
/// | `unconstrained` | for a structured variable, the gradient that ignores the structure |
/// | `independent` | for a symmetric variable, the derivative by its independent entries |
/// | `total` | for higher orders of a scalar function, its differential of that order: d²f |
/// | `last` | for higher orders, the derivative of one order less that was differentiated |
public record Derivation(
    Expr source,
    Expr variable,
    int order,
    Kind kind,
    boolean numerator,
    Expr function,
    Expr map,
    Expr raw,
    Optional<Expr> value,
    Optional<Expr> unconstrained,
    Optional<Expr> independent,
    Optional<Expr> total,
    Optional<Derivation> last) {

  /// Each order multiplies the entries by those of the variable, so higher ones help nobody.
  private static final int HIGHEST = 8;

  /// Differentiates `f` by `variable`; a row or transposed variable turns vectors by it.
  public static Derivation of(Expr f, Expr variable, int order, Layout layout) {
    return of(f, variable, order, layout, Rules.TEXTBOOK);
  }

  /// The same by the rules given.
  public static Derivation of(Expr f, Expr variable, int order, Layout layout, Rules rules) {
    if (order < 1 || order > HIGHEST) {
      throw Problem.of(
              order < 1 ? Problem.Code.BAD_REQUEST : Problem.Code.UNSUPPORTED,
              "there is no derivative of order %d here: orders are 1 to %d"
                  .formatted(order, HIGHEST))
          .refusal();
    }
    Kind kind = Kind.of(f.shape(), variable.shape(), order);
    boolean numerator =
        switch (layout) {
          case MIXED -> kind.numeratorByDefault();
          case NUMERATOR -> true;
          case DENOMINATOR -> false;
        };
    Expr plain = Rewriter.simplify(f);
    Derivation d =
        order == 1
            ? first(plain, variable, kind, numerator, rules)
            : higher(plain, variable, order, kind, numerator, rules);
    return d.finished();
  }

  /// {@return the derivative in the default layout as a part of another expression, where stopped
  /// gradients stay stopped}
  public static Derivation nested(Expr f, Expr variable) {
    Kind kind = Kind.of(f.shape(), variable.shape(), 1);
    return first(Rewriter.simplify(f), variable, kind, kind.numeratorByDefault(), Rules.TEXTBOOK);
  }

  private static Derivation first(Expr f, Expr x, Kind kind, boolean numerator, Rules rules) {
    Expr dx = Algebra.increment(x);
    Expr map = Differential.of(f, x, rules);
    if (f.isScalar() && !x.isScalar()) {
      Expr raw = Adjoint.gradient(map, dx);
      Optional<Structure> structure = Structure.of(x);
      Expr free = Tidy.of(raw);
      Expr gradient = structure.map(s -> Tidy.of(s.project(free, x))).orElse(free);
      return new Derivation(
          f,
          x,
          1,
          kind,
          numerator,
          f,
          Tidy.of(map),
          raw,
          Optional.of(numerator ? gradient.transpose() : gradient),
          structure.map(_ -> numerator ? free.transpose() : free),
          structure
              .filter(s -> s == Structure.SYMMETRIC)
              .map(_ -> Tidy.of(Structure.independentEntries(free))),
          Optional.empty(),
          Optional.empty());
    }
    Optional<Expr> matrix = matrix(map, dx);
    return new Derivation(
        f,
        x,
        1,
        kind,
        numerator,
        f,
        Tidy.of(map),
        matrix.orElse(map),
        matrix.map(m -> laidOut(m, x, numerator)),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /// Each order differentiates the derivative before it: the gradient of a scalar function, the
  /// matrix on vec of any other.
  private static Derivation higher(
      Expr f, Expr x, int order, Kind kind, boolean numerator, Rules rules) {
    boolean gradient = f.isScalar() && !x.isScalar();
    Kind lower = Kind.of(f.shape(), x.shape(), order - 1);
    Derivation last =
        order == 2
            ? first(f, x, lower, !gradient, rules)
            : higher(f, x, order - 1, lower, true, rules);
    Expr slope =
        last.value.orElseThrow(() ->
            Problem.of(
                    Problem.Code.UNSUPPORTED,
                    "the derivative of order %d has no closed form to differentiate again"
                        .formatted(order - 1))
                .refusal());
    Expr map = Differential.of(slope, x, rules);
    Optional<Expr> matrix = matrix(map, Algebra.increment(x));
    return new Derivation(
        f,
        x,
        order,
        kind,
        numerator,
        slope,
        Tidy.of(map),
        matrix.orElse(map),
        matrix.map(m -> laidOut(m, x, numerator || f.isScalar())),
        Optional.empty(),
        Optional.empty(),
        gradient && rules == Rules.TEXTBOOK
            ? Optional.of(Directional.of(f, x, Algebra.increment(x), order))
            : Optional.empty(),
        Optional.of(last));
  }

  private static Optional<Expr> matrix(Expr map, Expr dx) {
    if (dx.isScalar()) {
      return Optional.of(Traversal.substitute(map, Map.of(dx, Algebra.ONE)));
    }
    try {
      return Optional.of(MapMatrix.of(Rewriter.simplify(map), dx));
    } catch (org.frechet.shape.Refusal e) {
      if (e.problem().code() != Problem.Code.UNSUPPORTED) {
        throw e;
      }
      return Optional.empty(); // only the map has a closed form
    }
  }

  private static Expr laidOut(Expr matrix, Expr x, boolean numerator) {
    return Tidy.of(numerator || x.isScalar() ? matrix : matrix.transpose());
  }

  /// Stopped gradients have done their work, and small arrays of unit vectors become entries.
  private Derivation finished() {
    return views(Derivation::finished);
  }

  /// {@return this derivation with every view changed}
  private Derivation views(UnaryOperator<Expr> change) {
    return new Derivation(
        source,
        variable,
        order,
        kind,
        numerator,
        function,
        change.apply(map),
        raw,
        value.map(change),
        unconstrained.map(change),
        independent.map(change),
        total.map(change),
        last);
  }

  /// {@return this derivation in other variables}
  public Derivation substituted(Map<Expr, Expr> replacement) {
    UnaryOperator<Expr> change = e -> Tidy.of(Traversal.substitute(e, replacement));
    Derivation d = views(change);
    return new Derivation(
        change.apply(source),
        variable,
        order,
        kind,
        numerator,
        change.apply(function),
        d.map,
        change.apply(raw),
        d.value,
        d.unconstrained,
        d.independent,
        d.total,
        last.map(f -> f.substituted(replacement)));
  }

  private static Expr finished(Expr e) {
    Expr going = Traversal.map(e, x -> x.node() instanceof Node.Stop s ? s.of() : x);
    return Entries.of(going == e ? e : Tidy.of(going));
  }

  /// {@return the increment that the map is linear in}
  public Expr increment() {
    return Algebra.increment(variable);
  }

  /// {@return the shape of the derivative as an array}
  public Shape shape() {
    return value
        .map(Expr::shape)
        .orElseGet(() -> new Shape(function.shape().count(), variable.shape().count()));
  }

  /// {@return the name of the variable}
  public String name() {
    return ((Node.Var) variable.node()).name();
  }
}
