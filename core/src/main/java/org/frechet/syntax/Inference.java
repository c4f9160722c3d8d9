package org.frechet.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;

/// One attempt to find the shapes of all names, with a kind assumed for each undeclared one.
final class Inference {
  private final Names names;
  private final Map<String, Kind> kinds;
  private final List<String> order;
  private final Unifier sizes = new Unifier();
  private final Map<String, Shape> globals;

  /// @param order the undeclared names, in the order in which their sizes are to be named
  Inference(Names names, Map<String, Kind> kinds, List<String> order) {
    this.names = names;
    this.kinds = Map.copyOf(kinds);
    this.order = order;
    this.globals = new HashMap<>(names.declaredShapes());
    globals.putIfAbsent("pi", Shape.SCALAR);
    kinds.forEach((name, kind) -> globals.put(name, kind.shape(sizes::fresh)));
    names.increments().forEach((dx, x) -> globals.put(dx, globals.get(x)));
  }

  /// Reads expressions over common names.
  ///
  /// @param terse whether nobody reads the complaints
  /// @throws Refusal if something does not fit
  void infer(List<Syntax> pieces, boolean alike, boolean terse) {
    Mismatch mismatch = terse ? Mismatch.terse() : new Mismatch(this::shown);
    var reading = new Reading<>(names, new Shapes(sizes, globals, mismatch));
    var roots = new ArrayList<Shape>();
    for (Syntax piece : pieces) {
      roots.add(reading.read(piece));
    }
    sizes.settle();
    if (alike) {
      roots.forEach(root -> makeAlike(roots.getFirst(), root));
    }
  }

  /// Only where it can be: whether two sides of a claim have one shape is for the claim to say.
  private void makeAlike(Shape a, Shape b) {
    Unifier.State before = sizes.save();
    Supplier<Refusal> never = () -> mismatched("", Syntax.Span.NONE);
    try {
      if (sizes.equates(a.rows(), b.rows(), never) && sizes.equates(a.cols(), b.cols(), never)) {
        sizes.settle();
        return;
      }
    } catch (Refusal differ) {
      sizes.restore(before);
      return;
    }
    sizes.restore(before);
  }

  private static Refusal mismatched(String message, Syntax.Span span) {
    return Wording.refusal(Code.SHAPE_MISMATCH, message, span, "");
  }

  /// {@return the shapes of all variables, with names for their sizes}
  Map<String, Shape> solution() {
    var solved = new HashMap<String, Shape>();
    SizeNames letters = letters();
    globals.forEach((name, shape) -> solved.put(name, letters.named(sizes.resolve(shape))));
    return solved;
  }

  Map<String, Kind> kinds() {
    return kinds;
  }

  private SizeNames letters() {
    return new SizeNames(
        order.stream().map(globals::get).map(sizes::resolve).toList(), names.taken());
  }

  private Shape shown(Shape shape) {
    return letters().named(sizes.resolve(shape));
  }
}
