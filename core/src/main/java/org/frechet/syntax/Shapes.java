package org.frechet.syntax;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.frechet.expr.Rational;
import org.frechet.function.Function;
import org.frechet.function.Signature;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Scope.Running;
import org.frechet.syntax.Selectors.Selector;

/// The shape of every piece, with one kind (scalar, vector, matrix) assumed for each undeclared name.
/// Sizes come out by unification; whatever does not fit is refused here, with its place.
final class Shapes extends Reading<Shape> {
  /// The highest power of a matrix, which is written out as a product.
  static final int MAX_POWER = 64;

  private final Unifier sizes = new Unifier();
  private final Map<String, Shape> globals;
  private final Map<String, Kind> kinds;
  private final List<String> order;
  private final Mismatch mismatch;

  /// @param order the undeclared names, in the order in which their sizes are to be named
  Shapes(Names names, Map<String, Kind> kinds, List<String> order) {
    super(names);
    this.kinds = Map.copyOf(kinds);
    this.order = order;
    this.globals = new HashMap<>(names.declaredShapes());
    globals.putIfAbsent("pi", Shape.SCALAR);
    kinds.forEach((name, kind) -> globals.put(name, kind.shape(sizes::fresh)));
    names.increments().forEach((dx, x) -> globals.put(dx, globals.get(x)));
    this.mismatch = new Mismatch(this::shown);
  }

  /// Reads expressions over common names. @throws Refusal if something does not fit
  void infer(List<Syntax> pieces, boolean alike) {
    var roots = new ArrayList<Shape>();
    for (Syntax piece : pieces) {
      roots.add(read(piece));
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
    globals.forEach((name, shape) -> solved.put(name, letters.named(resolved(shape))));
    return solved;
  }

  Map<String, Kind> kinds() {
    return kinds;
  }

  private SizeNames letters() {
    return new SizeNames(
        order.stream().map(globals::get).map(this::resolved).toList(), names.taken());
  }

  private Shape resolved(Shape shape) {
    return new Shape(sizes.resolve(shape.rows()), sizes.resolve(shape.cols()));
  }

  private Shape shown(Shape shape) {
    return letters().named(resolved(shape));
  }

  @Override
  Shape shape(Shape value) {
    return resolved(value);
  }

  @Override
  Shape number(Syntax.Number literal) {
    return Shape.SCALAR;
  }

  @Override
  Shape global(Syntax.Name name) {
    return Optional.ofNullable(globals.get(name.text()))
        .orElseThrow(
            () -> Wording.refusal(Code.UNKNOWN_NAME, "unknown name " + name.text(), name.span(), ""));
  }

  @Override
  Shape negated(Shape value) {
    return value;
  }

  @Override
  Shape transposed(Shape value) {
    return value.transposed();
  }

  @Override
  Shape stopped(Shape value) {
    return value;
  }

  @Override
  Shape sum(Operand<Shape> head, List<Link<Shape>> links) {
    Operand<Shape> array = head;
    for (Link<Shape> link : links) {
      Operand<Shape> left = array;
      Operand<Shape> right = link.right();
      if (left.value().isScalar()) {
        array = right;
      } else if (!right.value().isScalar()) {
        equate(left, right, () -> mismatch.sum(left, right, link.node()));
      }
    }
    return array.value();
  }

  private void equate(Operand<Shape> a, Operand<Shape> b, Supplier<Refusal> complaint) {
    sizes.equate(a.value().rows(), b.value().rows(), complaint);
    sizes.equate(a.value().cols(), b.value().cols(), complaint);
  }

  @Override
  Shape product(Operand<Shape> head, List<Link<Shape>> links) {
    Operand<Shape> last = head;
    Dim rows = head.value().rows();
    int arrays = head.value().isScalar() ? 0 : 1;
    for (Link<Shape> link : links) {
      Operand<Shape> left = last;
      Operand<Shape> right = link.right();
      if (right.value().isScalar()) {
        continue;
      }
      if (arrays == 0) {
        rows = right.value().rows();
      } else {
        boolean inner = arrays > 1;
        Supplier<Refusal> complaint = () -> mismatch.product(left, right, inner, link.node());
        sizes.equate(left.value().cols(), right.value().rows(), complaint);
      }
      last = right;
      boolean scalar = rows.isOne() && right.value().cols().isOne();
      arrays = scalar ? 0 : arrays + 1;
      if (scalar) {
        last = new Operand<>(link.node(), Shape.SCALAR);
      }
    }
    return arrays == 0 ? Shape.SCALAR : new Shape(rows, last.value().cols());
  }

  @Override
  Shape infix(Syntax.Binary node, Operand<Shape> a, Operand<Shape> b) {
    return switch (node.operator()) {
      case "/" -> {
        if (!b.value().isScalar()) {
          throw mismatch.quotient(a, b, node);
        }
        yield a.value();
      }
      case "\\" -> leftQuotient(node, a, b);
      case "^" -> power(node, a, b);
      default -> {
        if (a.value().isScalar() || b.value().isScalar()) {
          yield a.value().isScalar() ? b.value() : a.value();
        }
        equate(a, b, () -> mismatch.entrywise(a, b, node));
        yield a.value();
      }
    };
  }

  private Shape leftQuotient(Syntax.Binary node, Operand<Shape> a, Operand<Shape> b) {
    if (a.value().isScalar()) {
      return b.value();
    }
    square(a, "A\\B", node);
    if (b.value().isScalar()) {
      return a.value();
    }
    sizes.equate(
        a.value().cols(), b.value().rows(), () -> mismatch.product(a, b, true, node));
    return new Shape(a.value().cols(), b.value().cols());
  }

  private void square(Operand<Shape> a, String why, Syntax.Binary node) {
    sizes.equate(
        a.value().rows(), a.value().cols(), () -> mismatch.notSquare(a, why, node.span()));
  }

  private Shape power(Syntax.Binary node, Operand<Shape> base, Operand<Shape> exponent) {
    if (base.value().isScalar() && exponent.value().isScalar()) {
      return Shape.SCALAR;
    }
    Optional<Rational> literal = Sizes.wholeNumber(exponent.piece());
    if (!base.value().isMatrix() || !exponent.value().isScalar() || literal.isEmpty()) {
      throw mismatch.power(base, exponent, node);
    }
    square(base, Wording.of(node), node);
    if (!literal.get().isSmallInteger() || Math.abs(literal.get().intValue()) > MAX_POWER) {
      throw mismatch.tooHighPower(exponent);
    }
    return base.value();
  }

  @Override
  Shape block(List<List<Operand<Shape>>> rows, Syntax.Block block) {
    Dim height = Dim.of(0);
    Optional<Operand<Shape>> above = Optional.empty();
    for (List<Operand<Shape>> row : rows) {
      Operand<Shape> first = row.getFirst();
      Dim width = Dim.of(0);
      for (Operand<Shape> part : row) {
        sizes.equate(
            first.value().rows(), part.value().rows(), () -> mismatch.block(first, part, "rows"));
        width = width.plus(part.value().cols());
      }
      Syntax piece = row.size() == 1 ? first.piece() : new Syntax.Block(
          List.of(row.stream().map(Operand::piece).toList()),
          first.piece().span().to(row.getLast().piece().span()));
      var whole = new Operand<>(piece, new Shape(first.value().rows(), width));
      Operand<Shape> top = above.orElse(whole);
      sizes.equate(
          top.value().cols(), width, () -> mismatch.block(top, whole, "columns"));
      above = Optional.of(top);
      height = height.plus(first.value().rows());
    }
    return new Shape(height, above.map(a -> a.value().cols()).orElse(Dim.ONE));
  }

  @Override
  void runs(Running index, Dim range, Syntax piece) {
    if (index.size().isEmpty()) {
      index.runsOver(range, piece);
      return;
    }
    Dim known = index.size().get();
    sizes.equate(
        known,
        range,
        () ->
            mismatch.range(
                index.name(), index.where(), Shape.vector(known), piece, Shape.vector(range)));
  }

  @Override
  Shape selected(Operand<Shape> target, Selectors selectors) {
    return new Shape(
        picked(target.value().rows(), selectors.rows()),
        picked(target.value().cols(), selectors.cols()));
  }

  private static Dim picked(Dim size, Selector selector) {
    return switch (selector) {
      case Selector.All() -> size;
      case Selector.Range(int first, int last, Syntax _) -> Dim.of(last - first + 1L);
      case Selector.At _ -> Dim.ONE;
    };
  }

  @Override
  Shape apply(Function function, List<Operand<Shape>> arguments, Syntax.Call call) {
    Supplier<Refusal> complaint = () -> mismatch.application(function, arguments, call);
    for (Signature s : function.signatures()) {
      if (s.arguments().size() == arguments.size()) {
        Unifier.State before = sizes.save();
        Optional<Shape> value = fit(s, arguments, complaint);
        if (value.isPresent()) {
          return value.get();
        }
        sizes.restore(before);
      }
    }
    throw complaint.get();
  }

  private Optional<Shape> fit(
      Signature s, List<Operand<Shape>> arguments, Supplier<Refusal> complaint) {
    var bound = new HashMap<String, Dim>();
    for (int i = 0; i < arguments.size(); i++) {
      Shape pattern = s.arguments().get(i);
      Shape actual = resolved(arguments.get(i).value());
      if (!fits(pattern.rows(), actual.rows(), bound, complaint)
          || !fits(pattern.cols(), actual.cols(), bound, complaint)) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new Shape(
            s.value().rows().substitute(bound::get), s.value().cols().substitute(bound::get)));
  }

  private boolean fits(
      Dim pattern, Dim actual, Map<String, Dim> bound, Supplier<Refusal> complaint) {
    if (pattern.isConstant()) {
      return pattern.equals(actual);
    }
    Dim known = bound.putIfAbsent(pattern.name(), actual);
    return known == null || sizes.equates(known, actual, complaint);
  }

  @Override
  Shape fill(Special kind, Dim rows, Dim cols) {
    Dim count = rows.times(cols);
    return kind == Special.COMMUTATION ? new Shape(count, count) : new Shape(rows, cols);
  }

  @Override
  Shape reshaped(Operand<Shape> array, Dim rows, Dim cols, Syntax.Call call) {
    var wanted = new Shape(rows, cols);
    sizes.equate(
        array.value().count(), wanted.count(), () -> mismatch.reshape(array, wanted, call));
    return wanted;
  }

  @Override
  Shape derivative(Operand<Shape> function, Operand<Shape> variable, Syntax.Call call) {
    if (function.value().isScalar() || variable.value().isScalar()) {
      return function.value().isScalar() ? variable.value() : function.value();
    }
    return new Shape(function.value().count(), variable.value().count());
  }

  @Override
  Shape indexSum(Running index, Operand<Shape> body, Syntax.Call call) {
    return body.value();
  }

  @Override
  Shape normalised(Special kind, Operand<Shape> array, boolean byRows, Syntax.Call call) {
    return array.value();
  }

  @Override
  Shape extreme(Function function, Operand<Shape> a, Operand<Shape> b, Syntax.Call call) {
    if (a.value().isScalar() || b.value().isScalar()) {
      return a.value().isScalar() ? b.value() : a.value();
    }
    equate(a, b, () -> mismatch.application(function, List.of(a, b), call));
    return a.value();
  }
}
