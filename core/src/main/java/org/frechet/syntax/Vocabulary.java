package org.frechet.syntax;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.shape.Shape;

/// Names that all have a declared meaning, and what many pieces over them mean: what the names are
/// is found once, and what does not fit is told in a word.
///
/// [Elaborator] gives the same meanings, with complaints for people.
public final class Vocabulary {
  private final Names names;
  private final Context context;
  private final Map<String, Shape> shapes;
  private final Mismatch terse = Mismatch.terse();
  private final Map<String, Expr> values = new HashMap<>();

  private Vocabulary(Names names, Context context) {
    this.names = names;
    this.context = context;
    this.shapes = new HashMap<>(names.declaredShapes());
    shapes.putIfAbsent("pi", Shape.SCALAR);
    values.put("pi", Algebra.pi());
    context
        .declared()
        .forEach((name, d) -> {
          if (names.isVariable(name)) {
            values.put(name, Algebra.variable(name, d.shape(), d.traits()));
          }
        });
    names
        .increments()
        .forEach((dx, x) -> {
          Expr variable = java.util.Objects.requireNonNull(values.get(x));
          values.put(dx, Algebra.increment(variable));
          shapes.put(dx, variable.shape());
        });
  }

  /// {@return the names in pieces, if all are declared}
  ///
  /// @throws org.frechet.shape.Refusal if a piece cannot be read at all
  public static Optional<Vocabulary> of(List<Syntax> pieces, Context context) {
    Names names = Names.of(pieces, context);
    return names.variables().isEmpty() && names.integrated().isEmpty()
        ? Optional.of(new Vocabulary(names, context))
        : Optional.empty();
  }

  /// {@return what a piece means that uses no other names than those of the vocabulary}, if it has
  /// a shape
  ///
  /// @throws org.frechet.shape.Refusal if it has no meaning
  public Optional<Expr> read(Syntax piece, Shape wanted) {
    var sizes = new Unifier();
    Shape shape = new Reading<>(names, new Shapes(sizes, shapes, terse)).read(piece);
    sizes.settle();
    return sizes.resolve(shape).equals(wanted)
        ? Optional.of(
            new Reading<>(names, new Expressions(values, context.differentiator())).read(piece))
        : Optional.empty();
  }
}
