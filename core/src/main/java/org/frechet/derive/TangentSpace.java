package org.frechet.derive;

import static org.frechet.expr.Algebra.add;
import static org.frechet.expr.Algebra.mul;
import static org.frechet.expr.Algebra.ones;
import static org.frechet.expr.Algebra.pow;
import static org.frechet.expr.Algebra.size;
import static org.frechet.expr.Algebra.sub;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Functions;
import org.frechet.function.MatrixValued;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Trait;

/// The tangent space, at a structured variable, of the set of matrices that its declaration
/// describes. The gradient within the set is the orthogonal projection of the unconstrained one
/// onto it, by the Euclidean metric (Absil, Mahony & Sepulchre 2008, eq. 3.37). A linear structure
/// is its own tangent space (Srinivasan & Panda 2019, arXiv 1911.06491, for the symmetric case);
/// several of them are projected onto in turn, since the projections commute.
public final class TangentSpace {
  private static final Set<Trait> LINEAR =
      EnumSet.of(
          Trait.DIAGONAL, Trait.SYMMETRIC, Trait.SKEW, Trait.LOWER, Trait.UPPER, Trait.TOEPLITZ);

  /// Sets that are not linear spaces; at most one of them at a time.
  private static final List<Trait> OTHER = List.of(Trait.ORTHONORMAL, Trait.UNIT, Trait.STOCHASTIC);

  /// What holds in a whole neighbourhood, so that increments do not feel it.
  private static final Set<Trait> OPEN =
      EnumSet.of(Trait.SQUARE, Trait.INVERTIBLE, Trait.POSITIVE, Trait.NONNEGATIVE);

  private final Expr x;
  private final Set<Trait> linear;
  private final Optional<Trait> other;

  private TangentSpace(Expr x, Set<Trait> linear, Optional<Trait> other) {
    this.x = x;
    this.linear = linear;
    this.other = other;
  }

  /// {@return the tangent space at a variable whose increments are constrained, if they are}
  ///
  /// @throws org.frechet.shape.Refusal if no projection onto it is known
  public static Optional<TangentSpace> of(Expr variable) {
    if (variable.isScalar()) {
      return Optional.empty();
    }
    Set<Trait> traits = ((Node.Var) variable.node()).traits();
    var linear = EnumSet.copyOf(LINEAR);
    linear.retainAll(traits);
    if (linear.contains(Trait.DIAGONAL)) {
      linear.removeAll(Trait.closure(List.of(Trait.DIAGONAL)));
      linear.add(Trait.DIAGONAL);
    }
    List<Trait> others = OTHER.stream().filter(traits::contains).toList();
    var space = new TangentSpace(variable, linear, others.stream().findFirst());
    boolean known =
        others.isEmpty()
            || (others.size() == 1
                && switch (others.getFirst()) {
                  case UNIT -> true;
                  case ORTHONORMAL ->
                      (linear.isEmpty() || linear.equals(EnumSet.of(Trait.SYMMETRIC)))
                          && !traits.contains(Trait.NONNEGATIVE)
                          && !traits.contains(Trait.PSD);
                  case STOCHASTIC -> linear.isEmpty();
                  case SQUARE, NONNEGATIVE, INVERTIBLE, SYMMETRIC, SKEW, PSD, SPD -> false;
                  case LOWER, UPPER, DIAGONAL, TOEPLITZ, ORTHOGONAL, POSITIVE -> false;
                });
    if (!known) {
      throw unknown(space.name(), traits);
    }
    return linear.isEmpty() && others.isEmpty() ? Optional.empty() : Optional.of(space);
  }

  private static RuntimeException unknown(String name, Set<Trait> traits) {
    String words =
        traits.stream()
            .filter(t -> !OPEN.contains(t) || t == Trait.NONNEGATIVE)
            .filter(t -> t != Trait.ORTHONORMAL || !traits.contains(Trait.ORTHOGONAL))
            .map(Trait::word)
            .collect(Collectors.joining(" and "));
    return Problem.of(
            Problem.Code.UNSUPPORTED,
            "no projection is known onto the directions in which %s can move and stay %s"
                .formatted(name, words))
        .hint("drop one of the attributes, or differentiate by a plain variable and project")
        .refusal();
  }

  /// {@return the variable with nothing that constrains its increments}
  public static Expr freed(Expr variable) {
    var v = (Node.Var) variable.node();
    var traits = EnumSet.copyOf(OPEN);
    traits.retainAll(v.traits());
    return Algebra.variable(v.name(), v.shape(), traits);
  }

  /// {@return any direction in this space, made of a variable of its own, with the name of the
  /// increment}
  public Expr generic() {
    String name = "d" + ((Node.Var) x.node()).name();
    return other.isEmpty()
        ? Algebra.variable(name, x.shape(), Trait.closure(linear))
        : project(Algebra.variable(name, x.shape()));
  }

  /// {@return the function with the structured variable in place of the freed one}
  static Expr bound(Expr f, Expr variable) {
    Expr free = freed(variable);
    return free == variable ? f : Traversal.substitute(f, Map.of(free, variable));
  }

  /// {@return the function with the freed variable in place of the structured one; nothing if it
  /// exists within the structure only, as the eigenvalues of a symmetric matrix do}
  public static Optional<Expr> free(Expr f, Expr variable) {
    try {
      return Optional.of(Traversal.substitute(f, Map.of(variable, freed(variable))));
    } catch (Refusal e) {
      if (e.problem().code() == Problem.Code.TIMEOUT) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /// {@return the name of the variable}
  public String name() {
    return ((Node.Var) x.node()).name();
  }

  Expr variable() {
    return x;
  }

  /// {@return whether the set is a linear space, its own tangent space}
  public boolean isLinear() {
    return other.isEmpty();
  }

  /// {@return whether the tangent space turns as the variable moves}
  public boolean isCurved() {
    return other.isPresent() && other.get() != Trait.STOCHASTIC;
  }

  /// {@return whether the entries on and below the diagonal are free parameters}
  public boolean hasIndependentEntries() {
    return other.isEmpty() && linear.equals(EnumSet.of(Trait.SYMMETRIC));
  }

  Set<Trait> linear() {
    return linear;
  }

  Optional<Trait> other() {
    return other;
  }

  /// {@return the projection of a matrix onto the tangent space}
  public Expr project(Expr g) {
    return projected(g, x);
  }

  /// {@return what to differentiate for the derivative of the next order} The covariant derivative
  /// of a tangent field is the projection of its derivative (Absil, Mahony & Sepulchre 2008, prop.
  /// 5.3.2): a projection of the gradient that stands still when the variable moves has the
  /// Riemannian Hessian as its derivative.
  Expr covariant(Derivation last, Expr slope) {
    if (last.order() > 1 || !last.source().isScalar()) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "this derivative depends on how the function goes on outside the set that %s moves in"
                  .formatted(name()))
          .hint("differentiate a scalar function at most twice, or drop the attribute of " + name())
          .refusal();
    }
    return projected(slope, Algebra.stop(x));
  }

  /// {@return what has the same derivative, made of the unconstrained gradient instead} The
  /// Riemannian Hessian takes an increment D to the projection of `DG(X)[D] - D*sym(X'*G)`, on the
  /// sphere of `DG(X)[D] - <X,G>*D` (Absil, Mahony & Trumpf 2013, An extrinsic look at the
  /// Riemannian Hessian, sec. 4).
  Optional<Expr> weingarten(Expr g) {
    Expr at = Algebra.stop(x);
    if (other.equals(Optional.of(Trait.UNIT))) {
      return Optional.of(projected(sub(g, mul(Algebra.stop(ScalarValued.inner(x, g)), x)), at));
    }
    if (other.equals(Optional.of(Trait.ORTHONORMAL)) && linear.isEmpty()) {
      Expr inner = mul(x.transpose(), g);
      Expr normal = mul(Algebra.HALF, add(inner, inner.transpose()));
      return Optional.of(projected(sub(g, mul(x, Algebra.stop(normal))), at));
    }
    return Optional.empty();
  }

  private Expr projected(Expr g, Expr at) {
    Expr p = g;
    for (Trait structure : linear) {
      p = linear(structure, p);
    }
    if (other.isEmpty()) {
      return p;
    }
    return switch (other.get()) {
      case UNIT -> sub(p, mul(ScalarValued.inner(at, g), at));
      case ORTHONORMAL -> linear.isEmpty() ? stiefel(g, at) : reflections(p, at);
      case STOCHASTIC -> sub(g, means(g));
      case SQUARE, NONNEGATIVE, INVERTIBLE, SYMMETRIC, SKEW, PSD, SPD -> p;
      case LOWER, UPPER, DIAGONAL, TOEPLITZ, ORTHOGONAL, POSITIVE -> p;
    };
  }

  private static Expr linear(Trait structure, Expr g) {
    return switch (structure) {
      case DIAGONAL -> MatrixValued.diag(MatrixValued.diag(g));
      case SYMMETRIC -> mul(Algebra.HALF, add(g, g.transpose()));
      case SKEW -> mul(Algebra.HALF, sub(g, g.transpose()));
      case LOWER -> Functions.byName("tril").orElseThrow().of(g);
      case UPPER -> Functions.byName("triu").orElseThrow().of(g);
      case TOEPLITZ -> Functions.byName("toepmean").orElseThrow().of(g);
      case SQUARE, NONNEGATIVE, INVERTIBLE, PSD, SPD, ORTHOGONAL -> g;
      case ORTHONORMAL, POSITIVE, UNIT, STOCHASTIC -> g;
    };
  }

  /// Edelman, Arias & Smith 1998, sec. 2.2.1: G − X sym(X'G); for square X, (G − XG'X)/2.
  private static Expr stiefel(Expr g, Expr x) {
    Expr turned = mul(x, g.transpose(), x);
    return x.shape().isSquare()
        ? mul(Algebra.HALF, sub(g, turned))
        : sub(g, mul(Algebra.HALF, add(mul(x, x.transpose(), g), turned)));
  }

  /// Where X is symmetric and X² = I, a tangent D is symmetric with XDX = −D.
  private static Expr reflections(Expr symmetric, Expr x) {
    return mul(Algebra.HALF, sub(symmetric, mul(x, symmetric, x)));
  }

  /// A column that sums to one, or rows that do.
  private Expr means(Expr g) {
    if (x.shape().cols().isOne()) {
      Expr n = size(x.shape().rows());
      return mul(ScalarValued.sum(g), pow(n, -1), ones(x.shape().rows()));
    }
    Expr one = ones(x.shape().cols());
    return mul(pow(size(x.shape().cols()), -1), g, one, one.transpose());
  }

  /// {@return the derivative by the independent entries on and below the diagonal, for symmetric X}
  public static Expr independentEntries(Expr g) {
    return sub(add(g, g.transpose()), MatrixValued.diag(MatrixValued.diag(g)));
  }
}
