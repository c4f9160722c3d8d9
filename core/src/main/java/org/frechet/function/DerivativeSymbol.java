package org.frechet.function;

import static org.frechet.expr.Algebra.mul;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;

/// An abstract function or one of its derivatives, by the arguments `by` in turn (none for the
/// function itself).
///
/// | derivative of | by | shape | meaning |
/// |---|---|---|---|
/// | anything | a scalar t | that of the function | `dV = D*dt` |
/// | a scalar | X, m×n | n×m | `dV = tr(D*dX)`, the gradient is `D'` |
/// | the first derivative of a scalar | X | count × mn | `d vec(V') = D*vec(dX)`: the Hessian |
/// | anything else | X | count × mn | `d vec(V) = D*vec(dX)`: the Jacobian |
///
/// Rows are outputs and `vec` goes by columns (Magnus & Neudecker 2019, ch. 5 and 6). The Hessian
/// of a scalar function is symmetric, and mixed second derivatives are transposes of each other
/// (Schwarz), so one of the two stands for both.
public record DerivativeSymbol(AbstractFunction of, List<Integer> by) {
  /// One digit says the order.
  public static final int MAX_ORDER = 9;

  public DerivativeSymbol {
    by = List.copyOf(by);
  }

  public int order() {
    return by.size();
  }

  /// {@return the name, as in a call: `f`, `Df`, `D2f`, `D12f`; for primes `f'`}
  public String name() {
    if (by.isEmpty()) {
      return of.name();
    }
    return of.isPrimed() ? of.name() + "'".repeat(order()) : "D" + digits() + of.name();
  }

  /// {@return what stands between D and the name: nothing, the order, or the arguments}
  public String digits() {
    if (of.arity() > 1) {
      return by.stream().map(i -> "" + (i + 1)).collect(Collectors.joining());
    }
    return order() == 1 ? "" : "" + order();
  }

  /// {@return the signature as a declaration would be written: `vector(n) -> row(n)`}
  public String declaration() {
    return of.elementwise() ? of.declaration() : of.takes() + " -> " + shape().declaration();
  }

  /// {@return whether the transpose of this is a gradient}
  public boolean isTransposedGradient() {
    return !of.elementwise() && of.value().isScalar() && order() == 1 && arrays().size() == 1;
  }

  /// {@return whether this is the Hessian of a scalar function of a vector}
  public boolean isHessian() {
    return isSymmetric() && order() == 2 && of.arity() == 1 && of.arguments().getFirst().isVector();
  }

  private boolean isSymmetric() {
    List<Integer> arrays = arrays();
    return isGradientLike(2) && arrays.get(0).equals(arrays.get(1));
  }

  /// {@return whether this comes from a scalar by so many arrays}
  private boolean isGradientLike(int count) {
    return !of.elementwise() && of.value().isScalar() && arrays().size() == count;
  }

  /// The arguments among `by` that are not scalars.
  List<Integer> arrays() {
    return by.stream().filter(i -> !of.isScalar(i)).toList();
  }

  DerivativeSymbol next(int argument) {
    if (order() == MAX_ORDER) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "derivatives of %s beyond order %d are not available".formatted(of.name(), MAX_ORDER))
          .refusal();
    }
    var more = new ArrayList<>(by);
    more.add(argument);
    return new DerivativeSymbol(of, more);
  }

  private DerivativeSymbol before() {
    return new DerivativeSymbol(of, by.subList(0, by.size() - 1));
  }

  /// {@return the shape of the value, for an elementwise function that of a scalar}
  public Shape shape() {
    if (by.isEmpty()) {
      return of.value();
    }
    int last = by.getLast();
    Shape value = before().shape();
    if (of.isScalar(last)) {
      return value;
    }
    Shape x = of.arguments().get(last);
    return value.isScalar() ? x.transposed() : new Shape(value.count(), x.count());
  }

  // as an operator

  public Function function() {
    var f = new Function(name());
    f.symbol = Optional.of(this);
    if (of.elementwise()) {
      elementwise(f);
      return f;
    }
    f.signatures.add(new Signature(of.declaration(), of.arguments(), shape()));
    f.shapeRule = Optional.of(this::shape);
    f.differential = Optional.of((x, dx, _) -> differential(x, dx));
    f.sized = Optional.of((x, size) -> RidgeSum.of(this).at(x, size));
    if (isSymmetric()) {
      f.transposed = Optional.of(x -> Algebra.plain(f, x));
    }
    f.canonical = Optional.of(x -> canonical(x));
    return f;
  }

  private void elementwise(Function f) {
    f.elementwise = true;
    f.signatures.add(Signature.of("matrix(m,n) -> matrix(m,n)"));
    f.slope = Optional.of((x, _) -> next(0).function().of(x));
    Optional<SlopeFormula> formula = of.slope();
    if (formula.isEmpty()) {
      f.kernel = Optional.of(Function.entrywise(t -> RidgeSum.of(this).at(t)));
      return;
    }
    f.kernel = Optional.of(Function.entrywise(formula.get()::integral));
    if (order() == 1) {
      f.canonical = Optional.of(x -> formula.get().at(x.getFirst()));
    }
  }

  private Shape shape(List<Expr> x) {
    List<Shape> shapes = x.stream().map(Expr::shape).toList();
    if (shapes.equals(of.arguments())) {
      return shape();
    }
    boolean arity = shapes.size() != of.arity();
    String given =
        arity
            ? "" + shapes.size()
            : shapes.stream().map(Shape::declaration).collect(Collectors.joining(", "));
    String takes = arity ? of.arity() + (of.arity() == 1 ? " argument" : " arguments") : of.takes();
    return fail(arity, "%s takes %s, but was given %s".formatted(name(), takes, given));
  }

  private Shape fail(boolean arity, String message) {
    throw Problem.of(arity ? Problem.Code.ARITY : Problem.Code.SHAPE_MISMATCH, message)
        .hint(of.name() + " is declared as " + of.declaration())
        .refusal();
  }

  // the differential

  private Expr differential(List<Expr> x, List<Expr> dx) {
    var terms = new ArrayList<Expr>();
    terms.add(Algebra.zeros(shape()));
    for (int i = 0; i < x.size(); i++) {
      if (!dx.get(i).isZero()) {
        terms.add(change(i, next(i).function().canonical(x), dx.get(i)));
      }
    }
    return Algebra.add(terms);
  }

  private Expr change(int argument, Expr d, Expr dx) {
    if (of.isScalar(argument)) {
      return mul(d, dx);
    }
    Shape shape = shape();
    if (shape.isScalar()) {
      return dx.shape().isVector()
          ? mul(d, dx)
          : dx.shape().isRow() ? mul(dx, d) : ScalarValued.tr(mul(d, dx));
    }
    Expr change = mul(d, MatrixValued.vec(dx));
    return isGradientLike(1) ? unvec(change, shape.transposed()).transpose() : unvec(change, shape);
  }

  private static Expr unvec(Expr vec, Shape shape) {
    return shape.isVector() || shape.isScalar()
        ? vec
        : shape.isRow() ? vec.transpose() : MatrixValued.reshape(vec, shape);
  }

  // derivatives commute

  private Expr canonical(List<Expr> x) {
    List<Integer> arrays = new ArrayList<>(arrays());
    boolean swapped = isGradientLike(2) && arrays.get(0) > arrays.get(1);
    if (swapped) {
      arrays.sort(null);
    }
    DerivativeSymbol normal = new DerivativeSymbol(of, inOrder(arrays));
    if (!swapped && normal.equals(this)) {
      return Function.UNCHANGED;
    }
    Expr value = normal.function().canonical(x);
    return swapped ? value.transpose() : value;
  }

  /// Derivatives by scalars commute with all others: all in order if that keeps the order of the
  /// arrays, otherwise the scalars first.
  private List<Integer> inOrder(List<Integer> arrays) {
    var scalars = new ArrayList<>(by.stream().filter(of::isScalar).sorted().toList());
    scalars.addAll(arrays);
    if (arrays.equals(arrays.stream().sorted().toList())) {
      scalars.sort(null);
    }
    return scalars;
  }
}
