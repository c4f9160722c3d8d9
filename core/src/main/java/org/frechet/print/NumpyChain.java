package org.frechet.print;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.function.MatrixValued;
import org.frechet.print.PythonGraph.Value;

/// Matrix products. A product with a vector is taken from the vector's side; an inverse becomes a
/// solve, a diagonal factor a scaling, an all-ones factor a sum.
final class NumpyChain {
  /// What a factor is: an array, or something that is better not made into an array.
  private enum Kind {
    ARRAY,
    /// The inverse of `value`.
    INVERSE,
    /// The diagonal matrix of `value`.
    DIAGONAL,
    /// All ones, a vector or row; `value` is its array.
    ONES
  }

  private record Factor(Kind kind, Value value, int rank) {}

  private final PythonGraph graph;
  private final Function<Expr, Value> value;

  NumpyChain(PythonGraph graph, Function<Expr, Value> value) {
    this.graph = graph;
    this.value = value;
  }

  /// {@return the product of the factors}
  Value product(List<Expr> chain) {
    int cut = cut(chain);
    return cut == 0
        ? array(segment(chain))
        : halves(PythonForm.of("np.outer({0}, {1})"), chain, cut);
  }

  private Value halves(PythonForm form, List<Expr> chain, int cut) {
    return graph.of(
        form,
        array(segment(chain.subList(0, cut))),
        array(segment(chain.subList(cut, chain.size()))));
  }

  /// {@return where an inner dimension is one, so that the product is an outer one; or 0}
  private static int cut(List<Expr> chain) {
    for (int i = 1; i < chain.size(); i++) {
      if (chain.get(i).shape().rows().isOne()) {
        return i;
      }
    }
    return 0;
  }

  /// {@return tr(AB) = sum(A∘B'), without the product, unless there is something to solve}
  Value trace(List<Expr> chain) {
    List<Factor> sides = sides(chain);
    return sides.isEmpty()
        ? graph.of(PythonForm.of("np.trace({0})"), product(chain))
        : graph.of(PythonForm.of("np.sum({0})"), entrywise(sides));
  }

  /// {@return diag(AB), the row sums of A∘B', the column sums of its transpose}
  Value diagonal(List<Expr> chain) {
    int cut = cut(chain);
    if (cut > 0) {
      return halves(PythonForm.TIMES, chain, cut);
    }
    List<Factor> sides = sides(chain);
    if (sides.isEmpty()) {
      return graph.of(PythonForm.of("np.diagonal({0})"), product(chain));
    }
    String axis = isTurned(sides) ? "0" : "1";
    return graph.of(PythonForm.of("np.sum({0}, axis=" + axis + ")"), entrywise(sides));
  }

  private List<Factor> sides(List<Expr> chain) {
    List<Factor> factors = factors(chain);
    if (chain.size() < 2
        || cut(chain) > 0
        || factors.stream().anyMatch(f -> f.kind != Kind.ARRAY)) {
      return List.of();
    }
    int split = isTurned(List.of(factors.getLast(), factors.getFirst())) ? chain.size() - 1 : 1;
    return List.of(segment(chain.subList(0, split)), segment(chain.subList(split, chain.size())));
  }

  /// {@return A∘B', or its transpose where that saves transposing}
  private Value entrywise(List<Factor> sides) {
    Value a = sides.get(0).value;
    Value b = sides.get(1).value;
    return isTurned(sides)
        ? graph.of(PythonForm.TIMES, graph.transposed(a), b)
        : graph.of(PythonForm.TIMES, a, graph.transposed(b));
  }

  private static boolean isTurned(List<Factor> sides) {
    return isTransposed(sides.get(0)) && !isTransposed(sides.get(1));
  }

  private static boolean isTransposed(Factor f) {
    return f.value.form().equals(PythonForm.TRANSPOSED);
  }

  /// From the right where the product ends in a column, or where a solve wants its right-hand side;
  /// otherwise from the left.
  private Factor segment(List<Expr> chain) {
    List<Factor> factors = factors(chain);
    boolean row = chain.getFirst().shape().rows().isOne();
    boolean column = chain.getLast().shape().cols().isOne();
    boolean special = factors.stream().anyMatch(f -> f.kind != Kind.ARRAY);
    boolean inverse = factors.stream().anyMatch(f -> f.kind == Kind.INVERSE);
    boolean fromRight = row && column ? special : column || (!row && inverse);
    if (!fromRight) {
      return factors.stream().reduce(this::times).orElseThrow();
    }
    return factors.reversed().stream().reduce((b, a) -> times(a, b)).orElseThrow();
  }

  private List<Factor> factors(List<Expr> chain) {
    var factors = new ArrayList<Factor>();
    for (int i = 0; i < chain.size(); i++) {
      int j = i;
      while (j + 1 < chain.size() && chain.get(j + 1) == chain.get(i)) {
        j++;
      }
      Factor f = factor(chain.get(i));
      boolean matrices =
          !chain.getFirst().shape().rows().isOne() && !chain.getLast().shape().cols().isOne();
      if (j - i >= 2 && matrices && f.kind == Kind.ARRAY) {
        var power = PythonForm.of("np.linalg.matrix_power({0}, " + (j - i + 1) + ")");
        factors.add(new Factor(Kind.ARRAY, graph.of(power, f.value), 2));
        i = j;
      } else {
        factors.add(f);
      }
    }
    return factors;
  }

  private Factor factor(Expr e) {
    if (Algebra.isOnes(e)) {
      return new Factor(Kind.ONES, value.apply(e), 1);
    }
    if (e.node() instanceof Node.Transpose t && inverts(t.of())) {
      return new Factor(Kind.INVERSE, graph.transposed(inverted(t.of())), 2);
    }
    if (inverts(e)) {
      return new Factor(Kind.INVERSE, inverted(e), 2);
    }
    if (e.node() instanceof Node.Apply a && a.operator() == MatrixValued.DIAG.function()) {
      return new Factor(Kind.DIAGONAL, value.apply(a.arguments().getFirst()), 2);
    }
    return new Factor(Kind.ARRAY, value.apply(e), e.shape().isMatrix() ? 2 : 1);
  }

  private static boolean inverts(Expr e) {
    return e.node() instanceof Node.Apply a && a.operator().inverts();
  }

  /// {@return the matrix that is inverted} A long one is not asked whether it is symmetric.
  private Value inverted(Expr inverse) {
    Expr x = ((Node.Apply) inverse.node()).arguments().getFirst();
    Value matrix = value.apply(x);
    return x.weight() < 1000 && x.isSymmetric() ? graph.symmetric(matrix) : matrix;
  }

  private Factor times(Factor a, Factor b) {
    if (a.kind == Kind.INVERSE) {
      return solve(a.value, array(b), b.rank);
    }
    if (b.kind == Kind.INVERSE) {
      return divide(a, b.value);
    }
    if (a.kind == Kind.DIAGONAL) {
      return scale(a.value, b);
    }
    if (b.kind == Kind.DIAGONAL) {
      return a.kind == Kind.ONES ? array(b.value, 1) : entrywise(a.value, b.value, a.rank);
    }
    if (a.kind == Kind.ONES && b.kind == Kind.ARRAY) {
      return sum(b, 0);
    }
    return b.kind == Kind.ONES && a.kind == Kind.ARRAY
        ? sum(a, 1)
        : array(graph.of(PythonForm.MATMUL, a.value, b.value), a.rank + b.rank - 2);
  }

  private Factor solve(Value x, Value b, int rank) {
    return array(graph.of(PythonForm.of("np.linalg.solve({0}, {1})"), x, b), rank);
  }

  /// a*inv(X) is the solution of X'*y = a'.
  private Factor divide(Factor a, Value x) {
    Value turned = graph.transposed(x);
    if (a.rank == 1) {
      return solve(turned, a.value, 1);
    }
    if (a.kind == Kind.DIAGONAL) {
      return scale(a.value, array(graph.of(PythonForm.of("np.linalg.inv({0})"), x), 2));
    }
    return array(graph.transposed(solve(turned, graph.transposed(a.value), 2).value), 2);
  }

  private Factor scale(Value v, Factor b) {
    return switch (b.kind) {
      case ONES -> array(v, 1);
      case DIAGONAL -> new Factor(Kind.DIAGONAL, graph.of(PythonForm.TIMES, v, b.value), 2);
      case ARRAY, INVERSE ->
          entrywise(b.rank == 1 ? v : graph.of(PythonForm.COLUMN, v), array(b), b.rank);
    };
  }

  private Factor entrywise(Value a, Value b, int rank) {
    return array(graph.of(PythonForm.TIMES, a, b), rank);
  }

  /// The sum over an axis; over the other one of the transpose.
  private Factor sum(Factor f, int axis) {
    if (f.rank == 1) {
      return array(graph.of(PythonForm.of("np.sum({0})"), f.value), 0);
    }
    boolean turned = isTransposed(f);
    var sum = PythonForm.of("np.sum({0}, axis=" + (turned ? 1 - axis : axis) + ")");
    return array(graph.of(sum, turned ? graph.transposed(f.value) : f.value), 1);
  }

  private static Factor array(Value v, int rank) {
    return new Factor(Kind.ARRAY, v, rank);
  }

  private Value array(Factor f) {
    return switch (f.kind) {
      case ARRAY, ONES -> f.value;
      case DIAGONAL -> graph.of(PythonForm.of("np.diag({0})"), f.value);
      case INVERSE -> graph.of(PythonForm.of("np.linalg.inv({0})"), f.value);
    };
  }
}
