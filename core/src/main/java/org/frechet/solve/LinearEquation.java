package org.frechet.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.frechet.derive.Entries;
import org.frechet.derive.Tidy;
import org.frechet.diff.MapMatrix;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Attributes;
import org.frechet.function.Functions;
import org.frechet.function.MatrixEquation;
import org.frechet.function.MatrixValued;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// The solution of `L(X) = C`.
///
/// | component | what it is |
/// |---|---|
/// | `form` | how it was found |
/// | `value` | the solution; where a coefficient is not square, the one of least norm if there is any |
/// | `coefficients` | what must be invertible (nonzero, for a scalar) for it to be the only one |
/// | `leastNorm` | the solution of least norm where they are not; absent if none is known |
/// | `consistent` | whether there are solutions for all values of the coefficients |
public record LinearEquation(
    Form form,
    Optional<Expr> value,
    List<Expr> coefficients,
    Optional<Expr> leastNorm,
    boolean consistent) {
  /// The forms of solutions, the simplest first.
  public enum Form {
    /// The unknown is a scalar.
    QUOTIENT,
    /// `A.*X = C`.
    ENTRYWISE,
    /// `A*X*B = C`.
    INVERSES,
    /// `A*X + X*B = C`.
    SYLVESTER,
    /// `M*vec(X) = vec(C)`.
    VEC
  }

  public LinearEquation {
    coefficients = List.copyOf(coefficients);
  }

  /// {@return the solution of `map(X) = c`} `map` is linear in `increment`, which has the shape of
  /// X.
  public static LinearEquation solve(Expr map, Expr increment, Expr c, boolean symmetric) {
    if (increment.isScalar()) {
      return quotient(map, increment, c);
    }
    if (map.node() instanceof Node.Hadamard h && h.factors().contains(increment)) {
      return entrywise(h, increment, c);
    }
    if (increment.shape().isMatrix()) {
      Optional<Coefficients> terms =
          Coefficients.of(map, increment).map(t -> symmetric ? t.symmetric() : t);
      Optional<LinearEquation> direct = terms.flatMap(t -> byTerms(t, c));
      if (direct.isPresent()) {
        return direct.get();
      }
    }
    return onVec(map, increment, c);
  }

  private static LinearEquation quotient(Expr map, Expr increment, Expr c) {
    Expr k = Tidy.of(Traversal.substitute(map, java.util.Map.of(increment, Algebra.ONE)));
    Optional<Expr> value =
        k.isScalar() ? Optional.of(Tidy.of(Algebra.div(c, k))) : Optional.empty();
    return new LinearEquation(
        Form.QUOTIENT, value, List.of(k), Optional.empty(), /* consistent= */ false);
  }

  private static LinearEquation entrywise(Node.Hadamard h, Expr increment, Expr c) {
    var others = new ArrayList<>(h.factors());
    others.remove(increment);
    Expr a = Algebra.hadamard(others);
    return new LinearEquation(
        Form.ENTRYWISE,
        Optional.of(Tidy.of(Algebra.hadamard(c, Algebra.pow(a, -1)))),
        List.of(a),
        Optional.empty(),
        /* consistent= */ false);
  }

  private static Optional<LinearEquation> byTerms(Coefficients terms, Expr c) {
    if (terms.anyTransposed()) {
      return terms.allTransposed()
          ? byTerms(terms.symmetric(), c).map(LinearEquation::transposed)
          : Optional.empty();
    }
    List<Coefficients.Term> gathered = terms.gathered().terms();
    return switch (gathered.size()) {
      case 1 -> Optional.of(product(gathered.getFirst(), c));
      case 2 -> sylvester(gathered.get(0), gathered.get(1), c);
      default -> Optional.empty();
    };
  }

  private LinearEquation transposed() {
    return new LinearEquation(
        form, value.map(Expr::transpose), coefficients, leastNorm.map(Expr::transpose), consistent);
  }

  private static LinearEquation product(Coefficients.Term t, Expr c) {
    return product(t.left(), c, t.right());
  }

  /// A*X*B = C.
  private static LinearEquation product(Expr a, Expr c, Expr b) {
    boolean square = a.shape().isSquare() && b.shape().isSquare();
    Optional<Expr> value =
        square ? Optional.of(Tidy.of(Algebra.mul(inverse(a), c, inverse(b)))) : Optional.empty();
    Optional<Expr> normal = normalEquations(a, c, b);
    return new LinearEquation(
        Form.INVERSES,
        value,
        List.of(a, b),
        normal.isPresent() ? normal : leastNorm(a, c, b),
        normal.isPresent());
  }

  private static Expr inverse(Expr a) {
    return a.isScalar() ? Algebra.pow(a, -1) : MatrixValued.inv(a);
  }

  /// Of H'*H*X = H'*Y the solution of least norm is pinv(H)*Y, whatever the rank of H (Penrose
  /// 1956).
  private static Optional<Expr> normalEquations(Expr a, Expr c, Expr b) {
    Optional<Expr> root = root(a);
    Expr scale = Algebra.scalarFactor(a);
    boolean plain = b == Algebra.ONE || Algebra.isEye(b);
    if (root.isEmpty() || !plain || scale.isZero()) {
      return Optional.empty();
    }
    List<Expr> left = Algebra.chain(root.get().transpose());
    List<Expr> chain = Algebra.chain(Algebra.withoutScalars(c));
    if (chain.size() < left.size() || !chain.subList(0, left.size()).equals(left)) {
      return Optional.empty();
    }
    Expr rest =
        chain.size() == left.size()
            ? Algebra.eye(left.getLast().shape().cols())
            : Algebra.mul(chain.subList(left.size(), chain.size()));
    Expr factor = Algebra.div(Algebra.scalarFactor(c), scale);
    return pseudoInverse(root.get()).map(p -> Tidy.of(Algebra.mul(factor, p, rest)));
  }

  /// {@return H of a matrix `s*H'*H`}
  public static Optional<Expr> root(Expr a) {
    List<Expr> chain = Algebra.chain(Algebra.withoutScalars(a));
    int n = chain.size();
    if (a.isScalar() || n < 2 || n % 2 != 0) {
      return Optional.empty();
    }
    for (int i = 0; i < n / 2; i++) {
      if (chain.get(i) != chain.get(n - 1 - i).transpose()) {
        return Optional.empty();
      }
    }
    return Optional.of(Algebra.mul(chain.subList(n / 2, n)));
  }

  private static Optional<Expr> leastNorm(Expr a, Expr c, Expr b) {
    Optional<Expr> left = generalised(a);
    Optional<Expr> right = generalised(b);
    return left.isPresent() && right.isPresent()
        ? Optional.of(Tidy.of(Algebra.mul(left.get(), c, right.get())))
        : Optional.empty();
  }

  private static Optional<Expr> generalised(Expr a) {
    return a.shape().isSquare() && isInvertible(a) ? Optional.of(inverse(a)) : pseudoInverse(a);
  }

  private static Optional<Expr> pseudoInverse(Expr a) {
    return Functions.byName("pinv").map(f -> f.of(a));
  }

  /// A*X + X*B = C, in either order.
  private static Optional<LinearEquation> sylvester(
      Coefficients.Term s, Coefficients.Term t, Expr c) {
    if (isMultiple(s.right()) && isMultiple(t.left())) {
      Expr a = Algebra.mul(scale(s.right()), s.left());
      Expr b = Algebra.mul(scale(t.left()), t.right());
      if (!a.shape().isSquare() || !b.shape().isSquare()) {
        return Optional.empty();
      }
      return Optional.of(
          new LinearEquation(
              Form.SYLVESTER,
              Optional.of(Tidy.of(MatrixEquation.sylvester(a, b, c))),
              List.of(a, b),
              Optional.empty(),
              /* consistent= */ false));
    }
    return isMultiple(t.right()) && isMultiple(s.left()) ? sylvester(t, s, c) : Optional.empty();
  }

  private static boolean isMultiple(Expr e) {
    return e.isScalar() || Algebra.isEye(Algebra.withoutScalars(e));
  }

  private static Expr scale(Expr e) {
    return e.isScalar() ? e : Algebra.scalarFactor(e);
  }

  private static LinearEquation onVec(Expr map, Expr increment, Expr c) {
    Shape shape = increment.shape();
    Expr m = Entries.of(Tidy.of(MapMatrix.of(map, increment)));
    Expr column = c.shape().isVector() || c.isScalar() ? c : MatrixValued.vec(c);
    LinearEquation onVec = product(m, column, Algebra.eye(org.frechet.shape.Dim.ONE));
    java.util.function.UnaryOperator<Expr> arranged =
        v ->
            shape.isVector()
                ? v
                : shape.isRow() ? v.transpose() : Tidy.of(MatrixValued.reshape(v, shape));
    return new LinearEquation(
        shape.isMatrix() ? Form.VEC : Form.INVERSES,
        onVec.value.map(arranged),
        List.of(m),
        onVec.leastNorm.map(arranged),
        onVec.consistent);
  }

  /// {@return whether every coefficient is square: only then can there be one solution for every
  /// right side}
  public boolean isSquare() {
    return form == Form.ENTRYWISE || coefficients.stream().allMatch(a -> a.shape().isSquare());
  }

  /// {@return the coefficients that are not known to be invertible}
  public List<Expr> open() {
    if (form == Form.SYLVESTER) {
      boolean apart =
          coefficients.stream().allMatch(a -> Attributes.has(a, Trait.PSD))
              && coefficients.stream().anyMatch(a -> Attributes.has(a, Trait.SPD));
      return apart ? List.of() : coefficients;
    }
    if (form == Form.ENTRYWISE) {
      return coefficients.stream().filter(a -> !Attributes.isPositive(a)).toList();
    }
    var open = new ArrayList<Expr>();
    for (Expr a : coefficients) {
      if (!isInvertible(a)) {
        open.add(Algebra.isEye(Algebra.withoutScalars(a)) ? Algebra.scalarFactor(a) : a);
      }
    }
    return open;
  }

  private static boolean isInvertible(Expr a) {
    if (a.isScalar()) {
      return Attributes.isPositive(a) || Attributes.isPositive(Algebra.neg(a));
    }
    return Attributes.has(a, Trait.INVERTIBLE)
        || (Algebra.isEye(Algebra.withoutScalars(a)) && isInvertible(Algebra.scalarFactor(a)));
  }

  /// {@return the scalar variables for whose positive values a matrix is positive definite,
  /// although it is not known to be for all of their values; none if there are none}
  public static List<Expr> definiteForPositive(Expr a, Trait trait) {
    var scalars = new ArrayList<Expr>();
    Expr positive = a;
    for (Expr v : Traversal.variables(a).values()) {
      if (v.isScalar() && v.node() instanceof Node.Var x && !x.traits().contains(Trait.POSITIVE)) {
        Expr above = Algebra.variable(x.name(), x.shape(), Set.of(Trait.POSITIVE));
        positive = Traversal.substitute(positive, java.util.Map.of(v, above));
        scalars.add(v);
      }
    }
    return Attributes.has(positive, trait) ? scalars : List.of();
  }
}
