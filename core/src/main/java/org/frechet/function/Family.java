package org.frechet.function;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.sub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Order;
import org.frechet.numeric.FrechetDerivatives;
import org.frechet.numeric.Mat;
import org.frechet.numeric.MatrixFunctions;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Problem;

/// A scalar function extended to square matrices, and what all its Fréchet derivatives follow from:
/// its slope, which is a function of the same kind. The `head` of an application is the matrix, and
/// the exponent where there is one; the directions come after.
///
/// The derivative of order r at X along E₁...Eᵣ is symmetric and linear in each direction, and L at
/// X' is its adjoint in each (Higham, Functions of Matrices, 2008, ch. 3; Higham & Relton 2014).
enum Family {
  EXP("expm", 0) {
    @Override
    RealMat value(RealMat x, List<Mat> parameters) {
      return MatrixFunctions.expm(x);
    }

    @Override
    Expr slope(List<Expr> head, List<Expr> directions) {
      return along(head, directions);
    }
  },
  LOG("logm", 0) {
    @Override
    RealMat value(RealMat x, List<Mat> parameters) {
      return MatrixFunctions.logm(x);
    }

    @Override
    Expr slope(List<Expr> head, List<Expr> directions) {
      return inverse(head.getFirst(), directions);
    }
  },
  COS("cosm", 0) {
    @Override
    RealMat value(RealMat x, List<Mat> parameters) {
      return MatrixFunctions.cosm(x);
    }

    @Override
    Expr slope(List<Expr> head, List<Expr> directions) {
      return neg(SIN.along(head, directions));
    }
  },
  SIN("sinm", 0) {
    @Override
    RealMat value(RealMat x, List<Mat> parameters) {
      return MatrixFunctions.sinm(x);
    }

    @Override
    Expr slope(List<Expr> head, List<Expr> directions) {
      return COS.along(head, directions);
    }
  },
  POWER("mpower", 1) {
    @Override
    RealMat value(RealMat x, List<Mat> parameters) {
      return MatrixFunctions.power(x, ((RealMat) parameters.getFirst()).get(0, 0));
    }

    @Override
    Expr slope(List<Expr> head, List<Expr> directions) {
      Expr k = head.get(1);
      return mul(k, along(List.of(head.get(0), sub(k, Algebra.ONE)), directions));
    }

    @Override
    Optional<Expr> known(List<Expr> head, List<Expr> directions) {
      return MatrixPower.derivative(head.get(0), head.get(1), directions);
    }

    // ∂X^k/∂k = log(X)*X^k, each direction going to one of the factors.
    @Override
    Expr byParameter(List<Expr> head, List<Expr> directions) {
      var terms = new ArrayList<Expr>();
      for (int set = 0; set < 1 << directions.size(); set++) {
        var left = new ArrayList<Expr>();
        var right = new ArrayList<Expr>();
        for (int i = 0; i < directions.size(); i++) {
          ((set >> i & 1) == 1 ? left : right).add(directions.get(i));
        }
        terms.add(mul(LOG.along(List.of(head.getFirst()), left), along(head, right)));
      }
      return add(terms);
    }
  };

  /// Directions that a call may have: derivatives up to this order have a name.
  static final int MOST = 4;

  private final String name;
  private final int parameters;

  Family(String name, int parameters) {
    this.name = name;
    this.parameters = parameters;
  }

  abstract RealMat value(RealMat x, List<Mat> parameters);

  /// {@return the derivative along the directions of f', the extension of the scalar derivative; it
  /// commutes with X}
  abstract Expr slope(List<Expr> head, List<Expr> directions);

  /// {@return the derivative where it has a form without a function of its own}
  Optional<Expr> known(List<Expr> head, List<Expr> directions) {
    return Optional.empty();
  }

  Expr byParameter(List<Expr> head, List<Expr> directions) {
    throw new IllegalStateException(name + " has no parameter");
  }

  /// {@return the derivative along these directions; the function itself along none}
  Expr along(List<Expr> head, List<Expr> directions) {
    return applied(directions.isEmpty() ? name : name + "frechet", head, directions);
  }

  private Expr onVec(List<Expr> head, List<Expr> directions) {
    return applied(name + "kron", head, directions);
  }

  private static Expr applied(String name, List<Expr> head, List<Expr> directions) {
    return Functions.byName(name)
        .orElseThrow()
        .canonical(Stream.concat(head.stream(), directions.stream()).toList());
  }

  // the derivative as a function

  /// Declares `<name>frechet(X, E, ...)`, the derivative of X along E.
  Declaration directional() {
    String matrix = ", matrix(n,n)";
    Declaration d =
        Declaration.declare(
                name + "frechet",
                Stream.iterate(1, r -> r + 1)
                    .limit(MOST)
                    .map(r -> headTypes() + matrix.repeat(r) + " -> matrix(n,n)")
                    .toArray(String[]::new))
            .canonicalForm(x -> canonical(head(x), directions(x)))
            .transposed(x -> along(turnedHead(x), turned(directions(x))))
            .differential((x, dx, _) -> change(x, dx, this::along, MOST))
            .numeric(x ->
                FrechetDerivatives.along(
                    z -> value(z, x.subList(1, parameters + 1)),
                    (RealMat) x.getFirst(),
                    reals(x.subList(parameters + 1, x.size()))));
    for (int i = 0; i < MOST; i++) {
      int at = i;
      d.linear(
          parameters + 1 + i,
          (g, x) -> along(turnedHead(x), turned(replaced(directions(x), at, g.transpose()))),
          x -> onVec(head(x), without(directions(x), at)));
    }
    return d;
  }

  /// Declares `<name>kron(X, F, ...)`, the matrix on vec of the derivative along one more
  /// direction.
  Declaration onVec() {
    String matrix = ", matrix(n,n)";
    Declaration d =
        Declaration.declare(
                name + "kron",
                Stream.iterate(0, r -> r + 1)
                    .limit(MOST)
                    .map(r -> headTypes() + matrix.repeat(r) + " -> matrix(n*n,n*n)")
                    .toArray(String[]::new))
            .canonicalForm(x -> canonicalOnVec(head(x), directions(x)))
            .transposed(x -> onVec(turnedHead(x), turned(directions(x))))
            .differential((x, dx, _) -> change(x, dx, this::onVec, MOST - 1))
            .numeric(x ->
                FrechetDerivatives.onVec(
                    z -> value(z, x.subList(1, parameters + 1)),
                    (RealMat) x.getFirst(),
                    reals(x.subList(parameters + 1, x.size()))));
    for (int i = 0; i < MOST; i++) {
      d.linear(
          parameters + 1 + i,
          (_, _) -> {
            throw noMatrix();
          },
          _ -> {
            throw noMatrix();
          });
    }
    return d;
  }

  private RuntimeException noMatrix() {
    return Problem.of(
            Problem.Code.UNSUPPORTED,
            "the derivative of " + name + "kron by a matrix has no closed form here")
        .hint("ask for the map, or for the derivative along a direction")
        .refusal();
  }

  private String headTypes() {
    return parameters == 0 ? "matrix(n,n)" : "matrix(n,n), scalar";
  }

  private List<Expr> head(List<Expr> x) {
    return x.subList(0, parameters + 1);
  }

  private List<Expr> directions(List<Expr> x) {
    return x.subList(parameters + 1, x.size());
  }

  private List<Expr> turnedHead(List<Expr> x) {
    return replaced(head(x), 0, x.getFirst().transpose());
  }

  private static List<Expr> turned(List<Expr> directions) {
    return directions.stream().map(Expr::transpose).toList();
  }

  private static List<RealMat> reals(List<Mat> directions) {
    return directions.stream().map(e -> (RealMat) e).toList();
  }

  private static List<Expr> replaced(List<Expr> list, int at, Expr by) {
    var copy = new ArrayList<>(list);
    copy.set(at, by);
    return copy;
  }

  private static List<Expr> without(List<Expr> list, int at) {
    var copy = new ArrayList<>(list);
    copy.remove(at);
    return copy;
  }

  private static List<Expr> with(List<Expr> list, Expr more) {
    var copy = new ArrayList<>(list);
    copy.add(more);
    return copy;
  }

  // canonical form

  /// Along directions that commute with X the derivative is that of the scalar function.
  private Expr canonical(List<Expr> head, List<Expr> directions) {
    Expr x = head.getFirst();
    if (directions.stream().anyMatch(Expr::isZero)) {
      return Algebra.zeros(x.shape());
    }
    if (x.isScalar()) {
      List<Expr> ones = directions.stream().skip(1).map(_ -> Algebra.ONE).toList();
      return mul(mul(directions), slope(head, ones));
    }
    Expr s = mul(directions.stream().map(Algebra::scalarFactor).toList());
    if (s != Algebra.ONE) {
      return mul(s, along(head, directions.stream().map(Algebra::withoutScalars).toList()));
    }
    for (int i = 0; i < directions.size(); i++) {
      if (Algebra.isEye(directions.get(i))) {
        return slope(head, without(directions, i));
      }
    }
    if (directions.size() == 1 && directions.getFirst() == Algebra.withoutScalars(x)) {
      return mul(slope(head, List.of()), directions.getFirst());
    }
    return known(head, directions)
        .orElseGet(() -> {
          List<Expr> sorted = directions.stream().sorted(Order.BY_STRUCTURE).toList();
          return sorted.equals(directions) ? Function.UNCHANGED : along(head, sorted);
        });
  }

  private Expr canonicalOnVec(List<Expr> head, List<Expr> directions) {
    Expr x = head.getFirst();
    if (x.isScalar()) {
      return along(head, with(directions, Algebra.ONE));
    }
    if (directions.stream().anyMatch(Expr::isZero)) {
      return Algebra.zeros(new org.frechet.shape.Shape(x.shape().count(), x.shape().count()));
    }
    Expr s = mul(directions.stream().map(Algebra::scalarFactor).toList());
    if (s != Algebra.ONE) {
      return mul(s, onVec(head, directions.stream().map(Algebra::withoutScalars).toList()));
    }
    List<Expr> sorted = directions.stream().sorted(Order.BY_STRUCTURE).toList();
    return sorted.equals(directions) ? Function.UNCHANGED : onVec(head, sorted);
  }

  // the differential

  private interface Call {
    Expr of(List<Expr> head, List<Expr> directions);
  }

  /// One more direction for the change of X, and each direction in turn changed.
  private Expr change(List<Expr> x, List<Expr> dx, Call call, int most) {
    List<Expr> head = head(x);
    List<Expr> directions = directions(x);
    var terms = new ArrayList<Expr>();
    terms.add(moved(dx.getFirst(), call, head, directions, most));
    for (int i = 0; i < directions.size(); i++) {
      terms.add(call.of(head, replaced(directions, i, dx.get(parameters + 1 + i))));
    }
    if (parameters == 1 && !dx.get(1).isZero()) {
      if (!call.of(head, directions).shape().equals(head.getFirst().shape())) {
        throw noMatrix();
      }
      terms.add(mul(dx.get(1), byParameter(head, directions)));
    }
    return add(terms);
  }

  private Expr moved(Expr dx, Call call, List<Expr> head, List<Expr> directions, int most) {
    if (dx.isZero()) {
      return Algebra.zeros(call.of(head, directions).shape());
    }
    if (directions.size() == most) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "derivatives of %s beyond order %d are not available".formatted(name, MOST))
          .refusal();
    }
    return call.of(head, with(directions, dx));
  }

  /// X ↦ X⁻¹ along directions: (−1)^r times the sum of X⁻¹EX⁻¹F...X⁻¹ over all orders of them.
  static Expr inverse(Expr x, List<Expr> directions) {
    Expr inv = MatrixValued.inv(x);
    if (directions.isEmpty()) {
      return inv;
    }
    var terms = new ArrayList<Expr>();
    for (int i = 0; i < directions.size(); i++) {
      terms.add(mul(inv, directions.get(i), inverse(x, without(directions, i))));
    }
    return neg(add(terms));
  }
}
