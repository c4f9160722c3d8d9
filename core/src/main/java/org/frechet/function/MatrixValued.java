package org.frechet.function;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.eye;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.neg;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.scalarFactor;
import static org.frechet.expr.Algebra.sub;
import static org.frechet.expr.Algebra.withoutScalars;
import static org.frechet.function.Declaration.declare;
import static org.frechet.function.Function.UNCHANGED;

import java.util.List;
import java.util.stream.Stream;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.numeric.DualModMat;
import org.frechet.numeric.Mat;
import org.frechet.numeric.PreciseMat;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;

/// Functions with a vector or matrix value that are not elementwise.
public enum MatrixValued implements Declared {
  INV(
      declare("inv", "matrix(n,n) -> matrix(n,n)")
          .needs(Need.INVERTIBLE)
          .inverts()
          .keeps(Trait.SPD, Trait.ORTHOGONAL, Trait.LOWER, Trait.UPPER, Trait.DIAGONAL)
          .canonical(MatrixValued::inverse)
          .transposed(x -> transposedInverse(x.getFirst()))
          .differential((x, dx, y) -> neg(mul(y, dx.getFirst(), y)))
          .definedBy(
              Definition.by("Y", (x, y) -> Definition.equal(mul(x, y), eye(x.shape().rows()))))
          .exact(Mat::inverse)
          .numpy("np.linalg.inv({0m})")
          .about("matrix inverse")
          .example("tr(A*inv(X))", "X", "-inv(X)'*A'*inv(X)'")),
  ADJ(
      declare("adj", "matrix(n,n) -> matrix(n,n)")
          .alias("adjugate")
          .canonical(
              x -> x.isScalar() ? Algebra.ONE : transposedArgument(x, y -> adj(y).transpose()))
          .transposed(x ->
              x.getFirst().transpose() == x.getFirst()
                  ? Algebra.plain(adjugate(), x)
                  : Algebra.transposeNode(adjugate(), x))
          .differential((x, dx, y) ->
              sub(
                  mul(ScalarValued.tr(mul(y, dx.getFirst())), inv(x.getFirst())),
                  mul(y, dx.getFirst(), inv(x.getFirst()))))
          .everywhere((x, dx) -> BlockMatrix.adjugateAlong(x, dx))
          .exact(Mat::adjugate)
          .numpy("_adj({0m})")
          .about("adjugate: the transposed matrix of cofactors")
          .example("tr(A*adj(X))", "X", "tr(A*adj(X))*inv(X)' - inv(X)'*A'*adj(X)'")),
  TRANSPOSE(
      declare("transpose", "matrix(m,n) -> matrix(n,m)")
          .means(x -> x.getFirst().transpose())
          .about("the transpose X'")
          .example("tr(A*transpose(X))", "X", "A")),
  SYM(
      declare("sym", "matrix(n,n) -> matrix(n,n)")
          .means(x -> mul(Algebra.HALF, add(x.getFirst(), x.getFirst().transpose())))
          .about("symmetric part (X + X')/2")
          .example("tr(A*sym(X))", "X", "(A + A')/2")),
  SKEW(
      declare("skew", "matrix(n,n) -> matrix(n,n)")
          .means(x -> mul(Algebra.HALF, sub(x.getFirst(), x.getFirst().transpose())))
          .about("skew part (X - X')/2")
          .example("tr(A*skew(X))", "X", "(A' - A)/2")),
  DIAG(
      declare(
              "diag",
              "matrix(n,1) -> matrix(n,n)",
              "row(n) -> matrix(n,n)",
              "matrix(n,n) -> vector(n)")
          .gives(Trait.DIAGONAL)
          .makes(Trait.POSITIVE, Trait.SPD)
          .makes(Trait.NONNEGATIVE, Trait.PSD)
          .canonical(MatrixValued::diagonalMatrix)
          .transposed(x -> diag(x.getFirst()))
          .linear(
              (g, x) -> diag(g),
              x ->
                  mul(
                      diag(vec(eye(x.shape().count()))),
                      kron(ones(x.shape().count()), eye(x.shape().count()))))
          .exact(x -> x.gather(x.rows(), x.rows(), (i, j) -> i == j ? i : -1))
          .numpy("np.diag({0})")
          .about(
              "diag(x): diagonal matrix of a vector; diag(X): diagonal entries of a square matrix")
          .example("tr(A*diag(x))", "x", "diag(A)")),
  DIAGONAL(
      declare("diag", "matrix(n,n) -> vector(n)")
          .canonical(MatrixValued::diagonalEntries)
          .linear(
              (g, x) -> diag(g),
              x ->
                  mul(
                      kron(ones(x.shape().rows()), eye(x.shape().rows())).transpose(),
                      diag(vec(eye(x.shape().rows())))))
          .exact(x -> x.gather(x.rows(), 1, (i, _) -> i * (x.rows() + 1)))
          .numpy("np.diagonal({0})")
          .about("diagonal entries of a square matrix, as a vector")
          .example("sum(diag(X))", "X", "eye(n)")),
  DIAGONAL_PART(
      declare("Diag", "matrix(n,1) -> matrix(n,n)", "matrix(n,n) -> matrix(n,n)")
          .means(
              x -> x.getFirst().shape().isMatrix() ? diag(diag(x.getFirst())) : diag(x.getFirst()))
          .about("diagonal matrix of a vector; of a matrix, its diagonal part")
          .example("tr(A*Diag(x))", "x", "diag(A)")),
  TRIL(
      declare("tril", "matrix(m,n) -> matrix(m,n)")
          .gives(Trait.LOWER)
          .canonical(x -> triangle(x, y -> tril(y)))
          .transposed(x -> triu(x.getFirst().transpose()))
          .linear((g, _) -> tril(g), x -> diag(vec(tril(ones(x.shape())))))
          .exact(x -> x.gather(x.rows(), x.cols(), (i, j) -> i >= j ? i + j * x.rows() : -1))
          .numpy("np.tril({0m})")
          .about("lower triangle, the diagonal included")
          .example("sum(tril(X.*A))", "X", "A.*tril(ones(m,n))")),
  TRIU(
      declare("triu", "matrix(m,n) -> matrix(m,n)")
          .gives(Trait.UPPER)
          .canonical(x -> triangle(x, y -> triu(y)))
          .transposed(x -> tril(x.getFirst().transpose()))
          .linear((g, _) -> triu(g), x -> diag(vec(triu(ones(x.shape())))))
          .exact(x -> x.gather(x.rows(), x.cols(), (i, j) -> i <= j ? i + j * x.rows() : -1))
          .numpy("np.triu({0m})")
          .about("upper triangle, the diagonal included")
          .example("sum(triu(X.*A))", "X", "A.*triu(ones(m,n))")),
  VEC(
      declare("vec", "matrix(m,n) -> vector(m*n)")
          .canonical(MatrixValued::stacked)
          .linear((g, x) -> reshape(g, x.getFirst().shape()), x -> eye(x.shape().count()))
          .exact(x -> x.gather(x.rows() * x.cols(), 1, (i, _) -> i))
          .numpy("np.ravel({0}, order='F')")
          .about("columns stacked into one vector")
          .example("b'*vec(X)", "X", "reshape(b, m, n)")),
  RESHAPE(
      declare("reshape", "matrix(m,n), scalar, scalar -> matrix(p,q)")
          .shape(MatrixValued::reshaped)
          .canonicalForm(MatrixValued::arranged)
          .linear(
              0, (g, x) -> reshape(g, x.getFirst().shape()), x -> eye(x.getFirst().shape().count()))
          .exactly(x ->
              x.get(0).gather(entry(x.get(1)), entry(x.get(2)), (i, j) -> i + j * entry(x.get(1))))
          .numpy("np.reshape({0}, ({1s}, {2s}), order='F')")
          .about("reshape(X, m, n): the entries in column order as an m×n matrix")
          .example("sum(B.*reshape(x, m, n))", "x", "vec(B)")),
  KRON(
      declare("kron", "matrix(m,n), matrix(p,q) -> matrix(m*p,n*q)")
          .keeps(Trait.SPD, Trait.PSD, Trait.ORTHONORMAL, Trait.ORTHOGONAL, Trait.INVERTIBLE)
          .keeps(Trait.LOWER, Trait.UPPER, Trait.DIAGONAL, Trait.UNIT)
          .canonicalForm(Kronecker::product)
          .transposed(x -> kron(x.get(0).transpose(), x.get(1).transpose()))
          .linear(0, (g, x) -> Kronecker.adjoint(g, x, 0), x -> Kronecker.matrix(x, 0))
          .linear(1, (g, x) -> Kronecker.adjoint(g, x, 1), x -> Kronecker.matrix(x, 1))
          .exactly(x -> x.get(0).kron(x.get(1)))
          .numpy("np.kron({0m}, {1m})")
          .about("Kronecker product")
          .example("kron(x, y)", "y", "kron(x, eye(n))"));

  private final Function function;

  MatrixValued(Declaration d) {
    function = d.build();
  }

  @Override
  public Function function() {
    return function;
  }

  private static Expr inverse(Expr x) {
    Expr s = scalarFactor(x);
    if (s != Algebra.ONE) {
      return mul(pow(s, -1), inv(withoutScalars(x)));
    }
    if (x.isScalar()) {
      return pow(x, -1);
    }
    if (Algebra.isEye(x)) {
      return x;
    }
    if (x.isZero()) {
      throw Problem.of(Problem.Code.BAD_REQUEST, "a zero matrix has no inverse").refusal();
    }
    if (x.node() instanceof Node.Apply a && a.operator() == INV.function) {
      return a.arguments().getFirst();
    }
    if (x.node() instanceof Node.Block b) {
      return BlockMatrix.inverse(b).orElse(UNCHANGED);
    }
    if (x.node() instanceof Node.Apply a && a.operator().raises()) {
      return a.operator().canonical(List.of(a.arguments().get(0), neg(a.arguments().get(1))));
    }
    // compared without sign and content, or the two directions could each prefer the other
    Expr t = x.transpose();
    Expr part = withoutScalars(t);
    return Algebra.preferred(x, part) == x
        ? UNCHANGED
        : mul(pow(scalarFactor(t), -1), inverted(part)).transpose();
  }

  private static Expr inverted(Expr x) {
    return Algebra.plain(INV.function, List.of(x));
  }

  /// The inverse of a symmetric matrix is symmetric, that of a skew matrix is skew.
  private static Expr transposedInverse(Expr x) {
    Expr t = x.transpose();
    return withoutScalars(t) == x
        ? mul(pow(scalarFactor(t), -1), inverted(x))
        : Algebra.transposeNode(INV.function, List.of(x));
  }

  private static Function adjugate() {
    return ADJ.function;
  }

  /// f(X') is written as f(X)', on the orientation with fewer transposes.
  private static Expr transposedArgument(Expr x, java.util.function.UnaryOperator<Expr> turned) {
    return Function.isPreferred(x) ? UNCHANGED : turned.apply(x.transpose());
  }

  private static Expr diagonalMatrix(Expr x) {
    if (x.isScalar()) {
      return x;
    }
    if (x.shape().isMatrix()) {
      return DIAGONAL.function.of(x);
    }
    if (x.shape().isRow()) {
      return diag(x.transpose());
    }
    if (x.isZero()) {
      return Algebra.zeros(new Shape(x.shape().rows(), x.shape().rows()));
    }
    if (Algebra.isOnes(x)) {
      return eye(x.shape().rows());
    }
    Expr s = scalarFactor(x);
    return s == Algebra.ONE ? UNCHANGED : mul(s, diag(withoutScalars(x)));
  }

  private static Expr diagonalEntries(Expr x) {
    Expr s = scalarFactor(x);
    if (s != Algebra.ONE) {
      return mul(s, diag(withoutScalars(x)));
    }
    if (x.isZero() || Algebra.isEye(x) || Algebra.isOnes(x)) {
      return x.isZero() ? Algebra.zeros(Shape.vector(x.shape().rows())) : ones(x.shape().rows());
    }
    if (x.node() instanceof Node.Apply a && a.operator() == DIAG.function) {
      return a.arguments().getFirst();
    }
    Expr t = x.transpose();
    return Algebra.preferred(x, withoutScalars(t)) == x ? UNCHANGED : diag(t);
  }

  private static Expr triangle(Expr x, java.util.function.UnaryOperator<Expr> triangle) {
    if (x.isScalar() || x.isZero() || Algebra.isEye(x)) {
      return x;
    }
    Expr s = scalarFactor(x);
    return s == Algebra.ONE ? UNCHANGED : mul(s, triangle.apply(withoutScalars(x)));
  }

  private static Expr stacked(Expr x) {
    if (x.shape().cols().isOne() || x.shape().isRow()) {
      return x.shape().isRow() ? x.transpose() : x;
    }
    if (x.isZero() || Algebra.isOnes(x)) {
      Shape shape = Shape.vector(x.shape().count());
      return x.isZero() ? Algebra.zeros(shape) : ones(shape);
    }
    Expr s = scalarFactor(x);
    return s == Algebra.ONE ? UNCHANGED : mul(s, vec(withoutScalars(x)));
  }

  /// {@return the size that a sum of products of sizes is}
  private static Dim dim(Expr e) {
    return switch (e.node()) {
      case Node.Size s -> s.dim();
      case Node.Num n when n.value().isSmallInteger() -> Dim.of(n.value().intValue());
      case Node.Add a -> a.terms().stream().map(MatrixValued::dim).reduce(Dim.of(0), Dim::plus);
      case Node.Prod p when p.chain().isEmpty() ->
          p.scalars().stream()
              .map(MatrixValued::dim)
              .reduce(Dim.of(p.coefficient().num().longValueExact()), Dim::times)
              .over(p.coefficient().den().longValueExact());
      case Node.Pow(Expr base, Expr k)
          when k.node() instanceof Node.Num n && n.value().signum() > 0 ->
          Stream.generate(() -> dim(base)).limit(dim(k).constant()).reduce(Dim.ONE, Dim::times);
      case Node.Num _, Node.Constant _, Node.Var _, Node.Increment _, Node.Bound _, Node.Fill _ ->
          throw noSize();
      case Node.Prod _, Node.Hadamard _, Node.Pow _, Node.Transpose _ -> throw noSize();
      case Node.Apply _,
          Node.Slice _,
          Node.Block _,
          Node.IndexSum _,
          Node.Integral _,
          Node.Stop _ ->
          throw noSize();
    };
  }

  private static RuntimeException noSize() {
    return Problem.of(Problem.Code.BAD_REQUEST, "a size must be a name or a positive integer")
        .refusal();
  }

  private static Shape reshaped(List<Expr> x) {
    if (x.size() != 3) {
      throw Problem.of(Problem.Code.ARITY, "reshape takes 3 arguments: reshape(X, m, n)").refusal();
    }
    var shape = new Shape(dim(x.get(1)), dim(x.get(2)));
    if (!shape.count().equals(x.getFirst().shape().count())) {
      throw Problem.of(
              Problem.Code.SHAPE_MISMATCH,
              "cannot reshape %s to %s: %s entries against %s"
                  .formatted(
                      x.getFirst().shape(), shape, x.getFirst().shape().count(), shape.count()))
          .refusal();
    }
    return shape;
  }

  private static Expr arranged(List<Expr> x) {
    Shape shape = reshaped(x);
    Expr e = x.getFirst();
    if (e.shape().equals(shape)) {
      return e;
    }
    if (e.node() instanceof Node.Apply a
        && (a.operator() == VEC.function || a.operator() == RESHAPE.function)) {
      return reshape(a.arguments().getFirst(), shape);
    }
    if (shape.cols().isOne()) {
      return vec(e);
    }
    if (e.isZero() || Algebra.isOnes(e)) {
      return e.isZero() ? Algebra.zeros(shape) : ones(shape);
    }
    Expr s = scalarFactor(e);
    return s == Algebra.ONE ? UNCHANGED : mul(s, reshape(withoutScalars(e), shape));
  }

  private static int entry(Mat scalar) {
    return switch (scalar) {
      case RealMat real -> (int) Math.round(real.get(0, 0));
      case PreciseMat real -> (int) Math.round(real.get(0, 0).hi());
      case DualModMat residue -> (int) residue.value(0, 0);
    };
  }

  public static Expr inv(Expr x) {
    return INV.function.of(x);
  }

  static Expr adj(Expr x) {
    return ADJ.function.of(x);
  }

  /// {@return the diagonal matrix of a vector, the diagonal vector of a matrix}
  public static Expr diag(Expr x) {
    return DIAG.function.of(x);
  }

  public static Expr tril(Expr x) {
    return TRIL.function.of(x);
  }

  static Expr triu(Expr x) {
    return TRIU.function.of(x);
  }

  public static Expr vec(Expr x) {
    return VEC.function.of(x);
  }

  public static Expr reshape(Expr x, Shape shape) {
    return RESHAPE.function.of(x, Algebra.size(shape.rows()), Algebra.size(shape.cols()));
  }

  public static Expr kron(Expr a, Expr b) {
    return KRON.function.of(a, b);
  }
}
