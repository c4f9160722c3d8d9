package org.frechet.function;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.hadamard;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.number;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.size;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Order;
import org.frechet.numeric.DoubleDouble;
import org.frechet.numeric.DoubleDoubles;
import org.frechet.numeric.Mat;
import org.frechet.numeric.MatrixFunctions;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.RealMat;
import org.frechet.numeric.Special;

/// Functions with a scalar value. Sums, products and norms run over all entries.
public enum ScalarValued implements Declared {
  TR(
      declare("tr", "matrix(n,n) -> scalar")
          .alias("trace")
          .transposeInvariant()
          .canonical(ScalarValued::trace)
          .linear(
              (g, x) -> mul(g, Algebra.eye(x.getFirst().shape().rows())),
              x -> vec(Algebra.eye(x.shape().rows())).transpose())
          .exact(x -> x.hadamard(x.eye(x.rows())).sum())
          .numpy("np.trace({0m})")
          .about("trace: the sum of the diagonal entries")
          .example("tr(A*X*B)", "X", "A'*B'")),
  DET(
      declare("det", "matrix(n,n) -> scalar")
          .transposeInvariant()
          .canonical(BlockMatrix::determinant)
          .rule("Jacobi's formula")
          .differential((x, dx, y) -> determinant(x.getFirst(), dx.getFirst(), y))
          .everywhere((x, dx) -> tr(mul(MatrixValued.adj(x), dx)))
          .exact(Mat::det)
          .numpy("np.linalg.det({0m})")
          .about("determinant")
          .example("det(X)", "X", "det(X)*inv(X)'")),
  LOGDET(
      declare("logdet", "matrix(n,n) -> scalar")
          .transposeInvariant()
          .needs(Need.POSITIVE_DETERMINANT)
          .canonical(
              x -> x.isScalar() ? Elementwise.log(x) : Algebra.isEye(x) ? Algebra.ZERO : UNCHANGED)
          .differential((x, dx) -> tr(mul(MatrixValued.inv(x), dx)))
          .real(x -> RealMat.scalar(MatrixFunctions.logdet(x)))
          .precisely(x -> ((PreciseMat) x.det()).map(DoubleDoubles::log))
          .numpy("np.linalg.slogdet({0m})[1]")
          .about("logarithm of a positive determinant")
          .example("logdet(X)", "X", "inv(X)'")),
  SUM(
      declare("sum", "matrix(m,n) -> scalar")
          .keepsPositive()
          .transposeInvariant()
          .canonical(ScalarValued::total)
          .linear(
              (g, x) -> mul(g, ones(x.getFirst().shape())),
              x -> ones(x.shape().count()).transpose())
          .exact(Mat::sum)
          .numpy("np.sum({0})")
          .about("sum of all entries")
          .example("sum(X)", "X", "ones(m,n)")),
  MEAN(
      declare("mean", "matrix(m,n) -> scalar")
          .means(x -> mul(sum(x.getFirst()), pow(size(x.getFirst().shape().count()), -1)))
          .about("mean of all entries")
          .example("mean(x)", "x", "ones(n)/n")),
  PROD(
      declare("prod", "matrix(m,n) -> scalar")
          .keepsPositive()
          .transposeInvariant()
          .needs(Need.NONZERO)
          .canonical(x -> x.isScalar() ? x : UNCHANGED)
          .differential((x, dx, y) -> mul(y, sum(hadamard(dx.getFirst(), pow(x.getFirst(), -1)))))
          .exact(Mat::prod)
          .numpy("np.prod({0})")
          .about("product of all entries")
          .example("prod(x)", "x", "prod(x)./x")),
  NORM1(
      declare("norm1", "matrix(m,n) -> scalar")
          .nonnegative()
          .keepsPositive()
          .transposeInvariant()
          .canonical(x -> norm(Elementwise.abs(x), x, y -> norm1(y)))
          .needs(Need.KINK)
          .differential((x, dx) -> inner(Elementwise.sign(x), dx))
          .real(x -> RealMat.scalar(x.map(Math::abs).sum().get(0, 0)))
          .precisely(x -> x.map(DoubleDouble::abs).sum())
          .numpy("np.sum(np.abs({0}))")
          .about("sum of the absolute values of all entries")
          .example("norm1(x)", "x", "sign(x)")),
  NORM2(
      declare("norm2", "matrix(m,n) -> scalar")
          .alias("normF")
          .nonnegative()
          .transposeInvariant()
          .canonical(x -> norm(Elementwise.abs(x), x, y -> norm2(y)))
          .needs(Need.NONZERO)
          .differential((x, dx, y) -> mul(inner(x.getFirst(), dx.getFirst()), pow(y, -1)))
          .square(x -> inner(x, x))
          .real(x -> RealMat.scalar(x.normF()))
          .precisely(PreciseMat::normF)
          .numpy("np.linalg.norm({0})")
          .about("Euclidean norm of a vector, Frobenius norm of a matrix")
          .example("norm2(A*x - b)", "x", "A'*(A*x - b)/norm2(A*x - b)")),
  INNER(
      declare("inner", "matrix(m,n), matrix(m,n) -> scalar")
          .means(x -> inner(x.get(0), x.get(1)))
          .about("inner product tr(A'*B)")
          .example("inner(A, X)", "X", "A")),
  MAX(
      declare(
              "max",
              "matrix(m,n) -> scalar",
              "scalar, scalar -> scalar",
              "matrix(m,n), matrix(m,n) -> matrix(m,n)")
          .needs(Need.ONE_MAXIMUM)
          .canonicalForm(x ->
              x.size() == 2
                  ? larger(x.get(0), x.get(1))
                  : x.getFirst().isScalar()
                      ? x.getFirst()
                      : turned(x.getFirst(), ScalarValued::max))
          .differential((x, dx) -> inner(VectorValued.maxmask(x), dx))
          .real(x ->
              RealMat.scalar(java.util.Arrays.stream(x.toArray()).reduce(Math::max).orElseThrow()))
          .precisely(x -> x.reduce(DoubleDouble::max))
          .numpy("np.max({0})")
          .about("largest entry; of two arguments the larger one, entry by entry")
          .example("max(x)", "x", "maxmask(x)")),
  MIN(
      declare(
              "min",
              "matrix(m,n) -> scalar",
              "scalar, scalar -> scalar",
              "matrix(m,n), matrix(m,n) -> matrix(m,n)")
          .needs(Need.ONE_MINIMUM)
          .canonicalForm(x ->
              x.size() == 2
                  ? sub(x.get(0), Elementwise.relu(sub(x.get(0), x.get(1))))
                  : x.getFirst().isScalar()
                      ? x.getFirst()
                      : turned(x.getFirst(), ScalarValued::min))
          .differential((x, dx) -> inner(VectorValued.maxmask(neg(x)), dx))
          .real(x ->
              RealMat.scalar(java.util.Arrays.stream(x.toArray()).reduce(Math::min).orElseThrow()))
          .precisely(x -> x.reduce(DoubleDouble::min))
          .numpy("np.min({0})")
          .about("smallest entry; of two arguments the smaller one, entry by entry")
          .example("min(x)", "x", "maxmask(-x)")),
  LOGSUMEXP(
      declare("logsumexp", "matrix(m,n) -> scalar")
          .transposeInvariant()
          .canonical(x -> x.isScalar() ? x : UNCHANGED)
          .differential((x, dx, y) -> inner(softmaxOf(x.getFirst(), y), dx.getFirst()))
          .definedBy(Definition.logarithm(x -> sum(Elementwise.exp(x))))
          .real(x -> RealMat.scalar(Special.logSumExp(x.toArray())))
          .precisely(PreciseMat::logSumExp)
          .numpy("_logsumexp({0})")
          .about("log(sum(exp(x))), without overflow")
          .example("logsumexp(x)", "x", "softmax(x)"));

  private final Function function;

  ScalarValued(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  /// The trace is linear, and invariant under rotation and transposition of a product: of all
  /// equivalent forms the one that stands first in order is kept. Where a form comes with both
  /// signs, as for A − A', the trace is zero.
  private static Expr trace(Expr x) {
    Expr s = scalarFactor(x);
    if (s != Algebra.ONE) {
      return mul(s, tr(withoutScalars(x)));
    }
    if (x.isScalar()) {
      return x;
    }
    if (Algebra.isEye(x)) {
      return size(x.shape().rows());
    }
    if (x.isZero()) {
      return Algebra.ZERO;
    }
    List<Expr> chain = Algebra.chain(x);
    var forms = new ArrayList<>(List.of(x, x.transpose()));
    var rotated = new ArrayList<>(chain);
    for (int i = 1; i < chain.size() && chain.size() <= 16; i++) {
      rotated.add(rotated.removeFirst());
      Expr r = mul(rotated);
      if (r.isScalar()) {
        return r; // tr(u*v') is v'*u
      }
      if (Algebra.chain(r).size() != chain.size()) {
        return tr(r); // something cancelled
      }
      forms.add(r);
      forms.add(r.transpose());
    }
    Expr best = forms.stream().map(Algebra::withoutScalars).reduce(x, ScalarValued::better);
    List<Expr> signs =
        forms.stream()
            .filter(f -> withoutScalars(f) == best)
            .map(Algebra::scalarFactor)
            .distinct()
            .toList();
    return signs.size() > 1
        ? Algebra.ZERO
        : mul(signs.getFirst(), Algebra.plain(TR.function, List.of(best)));
  }

  private static Expr better(Expr a, Expr b) {
    return Order.prefers(Algebra.chain(a), Algebra.chain(b)) ? a : b;
  }

  private static Expr total(Expr x) {
    Expr s = scalarFactor(x);
    if (s != Algebra.ONE) {
      return mul(s, sum(withoutScalars(x)));
    }
    if (x.isScalar()) {
      return x;
    }
    if (x.isZero() || x.transpose() == neg(x)) {
      return Algebra.ZERO;
    }
    if (Algebra.isOnes(x)) {
      return size(x.shape().count());
    }
    if (Algebra.isEye(x)) {
      return size(x.shape().rows());
    }
    if (x.node() instanceof Node.Block b) {
      return add(b.rows().stream().flatMap(List::stream).map(ScalarValued::sum).toList());
    }
    List<Expr> chain = Algebra.chain(x);
    for (int i = 1; i < chain.size(); i++) {
      if (chain.get(i).shape().rows().isOne()) { // sum(u*v') = sum(u)*sum(v)
        return mul(sum(mul(chain.subList(0, i))), sum(mul(chain.subList(i, chain.size()))));
      }
    }
    return UNCHANGED;
  }

  /// Norms are absolutely homogeneous; the norm of a scalar is its absolute value.
  private static Expr norm(Expr abs, Expr x, UnaryOperator<Expr> norm) {
    if (x.isScalar()) {
      return abs;
    }
    if (x.isZero()) {
      return Algebra.ZERO;
    }
    Expr s = number(Algebra.coefficient(scalarFactor(x)));
    if (s == Algebra.ONE) {
      return UNCHANGED;
    }
    return mul(number(Algebra.coefficient(s).abs()), norm.apply(mul(pow(s, -1), x)));
  }

  /// Jacobi's formula in the form det(X) tr(X⁻¹ dX).
  private static Expr determinant(Expr x, Expr dx, Expr y) {
    return mul(y, tr(mul(MatrixValued.inv(x), dx)));
  }

  private static Expr softmaxOf(Expr x, Expr y) {
    return x.shape().cols().isOne()
        ? VectorValued.softmax(x)
        : Elementwise.exp(sub(x, mul(y, ones(x.shape()))));
  }

  private static Expr turned(Expr x, UnaryOperator<Expr> f) {
    Expr p = Algebra.preferred(x, x.transpose());
    return p == x ? UNCHANGED : f.apply(p);
  }

  private static Expr larger(Expr a, Expr b) {
    return a.isZero() || b.isZero()
        ? Elementwise.relu(a.isZero() ? b : a) // max(x, 0) is relu(x)
        : add(a, Elementwise.relu(sub(b, a)));
  }

  static Expr det(Expr x) {
    return DET.function.of(x);
  }

  public static Expr tr(Expr x) {
    return TR.function.of(x);
  }

  public static Expr sum(Expr x) {
    return SUM.function.of(x);
  }

  static Expr norm1(Expr x) {
    return NORM1.function.of(x);
  }

  static Expr norm2(Expr x) {
    return NORM2.function.of(x);
  }

  static Expr min(Expr x) {
    return MIN.function.of(x);
  }

  static Expr max(Expr x) {
    return MAX.function.of(x);
  }

  static Expr prod(Expr x) {
    return PROD.function.of(x);
  }

  static Expr logsumexp(Expr x) {
    return LOGSUMEXP.function.of(x);
  }

  static Expr vec(Expr x) {
    return MatrixValued.vec(x);
  }

  /// {@return ⟨A, B⟩ = tr(A'*B), for columns A'*B}
  public static Expr inner(Expr a, Expr b) {
    if (a.shape().isRow()) {
      return mul(a, b.transpose());
    }
    return a.shape().cols().isOne() ? mul(a.transpose(), b) : tr(mul(a.transpose(), b));
  }
}
