package org.frechet.syntax;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.frechet.expr.Rational;
import org.frechet.function.Function;
import org.frechet.shape.Dim;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Scope.Running;

/// The shape of every piece, with one kind (scalar, vector, matrix) assumed for each undeclared
/// name. Sizes come out by unification; whatever does not fit is refused here, with its place.
final class Shapes implements Meaning<Shape> {
  /// The highest power of a matrix, which is written out as a product.
  static final int MAX_POWER = 64;

  private final Unifier sizes;
  private final Map<String, Shape> globals;
  private final Mismatch mismatch;

  Shapes(Unifier sizes, Map<String, Shape> globals, Mismatch mismatch) {
    this.sizes = sizes;
    this.globals = globals;
    this.mismatch = mismatch;
  }

  @Override
  public Shape shape(Shape value) {
    return sizes.resolve(value);
  }

  @Override
  public Shape number(Syntax.Number literal) {
    return Shape.SCALAR;
  }

  @Override
  public Shape global(Syntax.Name name) {
    return Optional.ofNullable(globals.get(name.text())).orElseThrow(() -> Unknown.name(name));
  }

  @Override
  public Shape negated(Shape value) {
    return value;
  }

  @Override
  public Shape transposed(Shape value) {
    return value.transposed();
  }

  @Override
  public Shape stopped(Shape value) {
    return value;
  }

  @Override
  public Shape sum(Operand<Shape> head, List<Link<Shape>> links) {
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
  public Shape product(Operand<Shape> head, List<Link<Shape>> links) {
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
  public Shape infix(Syntax.Binary node, Operand<Shape> a, Operand<Shape> b) {
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
    sizes.equate(a.value().cols(), b.value().rows(), () -> mismatch.product(a, b, true, node));
    return new Shape(a.value().cols(), b.value().cols());
  }

  private void square(Operand<Shape> a, String why, Syntax.Binary node) {
    sizes.equate(a.value().rows(), a.value().cols(), () -> mismatch.notSquare(a, why, node.span()));
  }

  private Shape power(Syntax.Binary node, Operand<Shape> base, Operand<Shape> exponent) {
    if (base.value().isScalar() && exponent.value().isScalar()) {
      return Shape.SCALAR;
    }
    Optional<Rational> literal = Sizes.wholeNumber(exponent.piece());
    if (!base.value().isMatrix() || !exponent.value().isScalar()) {
      throw mismatch.power(base, exponent, node);
    }
    square(base, Wording.of(node), node);
    if (literal.filter(Shapes::isTooHigh).isPresent()) {
      throw mismatch.tooHighPower(exponent);
    }
    return base.value();
  }

  private static boolean isTooHigh(Rational power) {
    return !power.isSmallInteger() || Math.abs(power.intValue()) > MAX_POWER;
  }

  @Override
  public Shape block(List<List<Operand<Shape>>> rows, Syntax.Block block) {
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
      Syntax piece =
          row.size() == 1
              ? first.piece()
              : new Syntax.Block(
                  List.of(row.stream().map(Operand::piece).toList()),
                  first.piece().span().to(row.getLast().piece().span()));
      var whole = new Operand<>(piece, new Shape(first.value().rows(), width));
      Operand<Shape> top = above.orElse(whole);
      sizes.equate(top.value().cols(), width, () -> mismatch.block(top, whole, "columns"));
      above = Optional.of(top);
      height = height.plus(first.value().rows());
    }
    return new Shape(height, above.map(a -> a.value().cols()).orElse(Dim.ONE));
  }

  @Override
  public void runs(Running index, Dim range, String over, Syntax piece) {
    if (index.size().isEmpty()) {
      index.runsOver(range, over);
      return;
    }
    Dim known = index.size().get();
    String first = index.over();
    sizes.equate(known, range, () -> mismatch.range(piece, known, first, range, over));
  }

  @Override
  public Shape selected(Operand<Shape> target, Selectors selectors) {
    return new Shape(
        selectors.rows().of(target.value().rows()), selectors.cols().of(target.value().cols()));
  }

  @Override
  public Shape apply(Function function, List<Operand<Shape>> arguments, Syntax.Call call) {
    List<Shape> shapes = arguments.stream().map(a -> sizes.resolve(a.value())).toList();
    if (!function.notOfMatrices().isEmpty() && !shapes.isEmpty() && shapes.getFirst().isMatrix()) {
      throw mismatch.notOfMatrices(function, call);
    }
    Supplier<Refusal> complaint = () -> mismatch.application(function, arguments, call);
    return new Application(sizes, complaint).shape(function, shapes);
  }

  @Override
  public Shape fill(Special kind, Dim rows, Dim cols) {
    Dim count = rows.times(cols);
    return switch (kind) {
      case COMMUTATION -> new Shape(count, count);
      case DUPLICATION -> new Shape(count, rows.triangle());
      case ELIMINATION -> new Shape(rows.triangle(), count);
      case EYE, ONES, ZEROS, RESHAPE, STOP, DIFF, TOTAL, INTEGRATE, SUM, MAX, MIN ->
          new Shape(rows, cols);
    };
  }

  @Override
  public Shape reshaped(Operand<Shape> array, Dim rows, Dim cols, Syntax.Call call) {
    var wanted = new Shape(rows, cols);
    sizes.equate(
        array.value().count(), wanted.count(), () -> mismatch.reshape(array, wanted, call));
    return wanted;
  }

  @Override
  public Shape total(Shape value) {
    return value;
  }

  @Override
  public Shape derivative(Operand<Shape> function, Operand<Shape> variable, Syntax.Call call) {
    if (function.value().isScalar() || variable.value().isScalar()) {
      return function.value().isScalar() ? variable.value() : function.value();
    }
    return new Shape(function.value().count(), variable.value().count());
  }

  @Override
  public Shape integral(List<Operand<Shape>> arguments, Syntax.Call call) {
    for (Operand<Shape> scalar : arguments.subList(1, 4)) {
      Supplier<Refusal> complaint = () -> mismatch.integral(scalar, scalar == arguments.get(1));
      sizes.equate(scalar.value().rows(), Dim.ONE, complaint);
      sizes.equate(scalar.value().cols(), Dim.ONE, complaint);
    }
    return arguments.getFirst().value();
  }

  @Override
  public Shape indexSum(Running index, Operand<Shape> body, Syntax.Call call) {
    return body.value();
  }

  @Override
  public Shape extreme(Function function, Operand<Shape> a, Operand<Shape> b, Syntax.Call call) {
    if (a.value().isScalar() || b.value().isScalar()) {
      return a.value().isScalar() ? b.value() : a.value();
    }
    equate(a, b, () -> mismatch.application(function, List.of(a, b), call));
    return a.value();
  }
}
