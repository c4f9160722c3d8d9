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
import org.frechet.function.ScalarValued;
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
    Derivation d =
        order == 1
            ? first(f, variable, kind, numerator, rules)
            : higher(f, variable, order, kind, numerator, rules);
    return d.finished();
  }

  /// {@return the derivative in the default layout as a part of another expression, where stopped
  /// gradients stay stopped}
  public static Derivation nested(Expr f, Expr variable) {
    Kind kind = Kind.of(f.shape(), variable.shape(), 1);
    return first(f, variable, kind, kind.numeratorByDefault(), Rules.TEXTBOOK);
  }

  /// The function may hold a structured variable without its structure, as it was written: the
  /// unconstrained gradient is of that function, since `X'*X` is the identity for orthogonal X.
  private static Derivation first(Expr written, Expr x, Kind kind, boolean numerator, Rules rules) {
    Expr dx = Algebra.increment(x);
    Optional<TangentSpace> structure = TangentSpace.of(x);
    Expr f = Rewriter.simplify(TangentSpace.bound(written, x));
    Expr map = Differential.of(f, x, rules);
    if (f.isScalar() && !x.isScalar()) {
      Optional<Expr> free = structure.flatMap(_ -> TangentSpace.free(written, x));
      Expr raw =
          free.map(g -> TangentSpace.bound(freeGradient(g, x, rules), x))
              .orElseGet(() -> Adjoint.gradient(map, dx));
      Expr whole = Tidy.of(raw);
      Expr gradient = structure.map(s -> gradient(s, whole, map, dx)).orElse(whole);
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
          free.filter(_ -> TangentSpace.free(whole, x).isPresent())
              .map(_ -> numerator ? whole.transpose() : whole),
          structure
              .filter(TangentSpace::hasIndependentEntries)
              .map(_ -> Tidy.of(TangentSpace.independentEntries(whole))),
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

  /// Either gradient has the same projection; the laws of the structure often shorten one of them.
  private static Expr gradient(TangentSpace structure, Expr whole, Expr map, Expr dx) {
    Expr one = Tidy.of(structure.project(whole));
    Expr other = Tidy.of(structure.project(Tidy.of(Adjoint.gradient(map, dx))));
    return other.weight() < one.weight() ? other : one;
  }

  private static Expr freeGradient(Expr f, Expr x, Rules rules) {
    Expr map = Differential.of(Rewriter.simplify(f), TangentSpace.freed(x), rules);
    return Adjoint.gradient(map, Algebra.increment(x));
  }

  /// {@return this derivation with a gradient that knows the structure in place of the
  /// unconstrained one, nothing if that is not shorter} Outside the structure it may be wrong.
  public Optional<Derivation> shortened() {
    if (unconstrained.isEmpty()) {
      return Optional.empty();
    }
    Expr g = Tidy.of(Adjoint.gradient(Differential.of(source, variable), increment()));
    Optional<Expr> entries = independent.map(_ -> Tidy.of(TangentSpace.independentEntries(g)));
    boolean shorter = g.weight() < unconstrained.get().weight();
    return shorter && TangentSpace.free(g, variable).isPresent()
        ? Optional.of(gradients(value, Optional.of(numerator ? g.transpose() : g), entries))
        : Optional.empty();
  }

  /// {@return the gradient by the transposed variable}
  public Derivation turned() {
    UnaryOperator<Expr> turn = e -> Tidy.of(e.transpose());
    return gradients(value.map(turn), unconstrained.map(turn), independent.map(turn));
  }

  private Derivation gradients(
      Optional<Expr> within, Optional<Expr> anywhere, Optional<Expr> entries) {
    return new Derivation(
        source, variable, order, kind, numerator, function, map, raw, within, anywhere, entries,
        total, last);
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
    Optional<TangentSpace> curved = TangentSpace.of(x).filter(TangentSpace::isCurved);
    Expr still = curved.map(s -> s.covariant(last, slope)).orElse(slope);
    Expr shorter = curved.flatMap(s -> last.unconstrained.flatMap(s::weingarten)).orElse(still);
    Expr dx = Algebra.increment(x);
    Expr map = Differential.of(shorter, x, rules);
    Optional<Expr> matrix = matrix(map, dx);
    Expr tidy = Tidy.of(map);
    return new Derivation(
        last.source,
        x,
        order,
        kind,
        numerator,
        still,
        tidy,
        matrix.orElse(map),
        matrix.map(m -> laidOut(m, x, numerator || f.isScalar())),
        Optional.empty(),
        Optional.empty(),
        !gradient || rules != Rules.TEXTBOOK
            ? Optional.empty()
            : Optional.of(
                curved.isPresent()
                    ? Tidy.of(ScalarValued.inner(dx, tidy))
                    : Directional.of(last.source, x, dx, order)),
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
