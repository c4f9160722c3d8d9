package org.frechet.diff;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Integrals;
import org.frechet.expr.Node;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.MatrixValued;

/// The matrix M of a linear map on vec, column-major: vec(L(dX)) = M vec(dX). Built from vec(A dX
/// B) = (B' ⊗ A) vec(dX), vec(A ∘ dX) = diag(vec A) vec(dX) and vec(dX') = K vec(dX) (Magnus &
/// Neudecker, ch. 2 and 3).
public final class MapMatrix {
  private final Map<Expr, Expr> matrices = new IdentityHashMap<>();
  private final Set<Expr> dependent;
  private final Expr increment;

  private MapMatrix(Expr map, Expr increment) {
    this.increment = increment;
    this.dependent = Traversal.dependents(map, List.of(increment));
    matrices.put(increment, Algebra.eye(increment.shape().count()));
  }

  /// {@return the matrix of `map`, linear in `increment`; rows are outputs}
  public static Expr of(Expr map, Expr increment) {
    var m = new MapMatrix(map, increment);
    for (Expr e : Traversal.topological(map)) {
      if (m.dependent.contains(e) && e != increment) {
        m.matrices.put(e, m.matrix(e));
      }
    }
    return m.matrixOf(map);
  }

  private Expr matrixOf(Expr e) {
    Expr known = matrices.get(e);
    return known != null
        ? known
        : Algebra.zeros(new org.frechet.shape.Shape(e.shape().count(), increment.shape().count()));
  }

  private Expr matrix(Expr e) {
    return switch (e.node()) {
      case Node.Add a -> Algebra.add(a.terms().stream().map(this::matrixOf).toList());
      case Node.Prod p -> product(p);
      case Node.Hadamard h -> {
        int i = Adjoint.only(h.factors(), dependent);
        var others = new ArrayList<>(h.factors());
        Expr moving = others.remove(i);
        yield Algebra.mul(
            MatrixValued.diag(MatrixValued.vec(Algebra.hadamard(others))), matrixOf(moving));
      }
      case Node.Transpose t ->
          Algebra.mul(
              Algebra.commutation(t.of().shape().rows(), t.of().shape().cols()), matrixOf(t.of()));
      case Node.Apply a -> {
        int i = Adjoint.only(a.arguments(), dependent);
        var linear = ((Function) a.operator()).linearIn(i).orElseThrow(() -> Adjoint.notLinear(e));
        yield Algebra.mul(linear.matrix().of(a.arguments()), matrixOf(a.arguments().get(i)));
      }
      case Node.Slice s ->
          Algebra.mul(
              MatrixValued.kron(
                  Selection.columns(s.of().shape().cols(), s.cols()).transpose(),
                  Selection.columns(s.of().shape().rows(), s.rows()).transpose()),
              matrixOf(s.of()));
      case Node.Block b -> block(b);
      case Node.IndexSum s -> Selection.sum(s.index(), of(s.body(), increment));
      case Node.Integral i -> Integrals.of(i.variable(), of(i.body(), increment), i.from(), i.to());
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _, Node.Bound _ ->
          throw Adjoint.notLinear(e);
      case Node.Fill _, Node.Pow _, Node.Stop _ -> throw Adjoint.notLinear(e);
    };
  }

  private Expr product(Node.Prod p) {
    List<Expr> factors = Traversal.children(p);
    int i = Adjoint.only(factors, dependent);
    int first = p.scalars().size();
    var scalars = new ArrayList<>(p.scalars());
    if (i < first) {
      scalars.remove(i);
      Expr along = p.chain().isEmpty() ? Algebra.ONE : MatrixValued.vec(Algebra.mul(p.chain()));
      scalars.add(along);
      scalars.add(matrixOf(factors.get(i)));
      return Algebra.scale(p.coefficient(), Algebra.mul(scalars));
    }
    int k = i - first;
    Expr moving = factors.get(i);
    Expr before =
        k == 0 ? Algebra.eye(moving.shape().rows()) : Algebra.mul(p.chain().subList(0, k));
    Expr after =
        k == p.chain().size() - 1
            ? Algebra.eye(moving.shape().cols())
            : Algebra.mul(p.chain().subList(k + 1, p.chain().size())).transpose();
    scalars.add(MatrixValued.kron(after, before));
    scalars.add(matrixOf(moving));
    return Algebra.scale(p.coefficient(), Algebra.mul(scalars));
  }

  /// One column of blocks, or rows of one block each, stack; anything else adds up part by part.
  private Expr block(Node.Block b) {
    boolean stacked =
        b.rows().size() == 1
            || b.rows().stream()
                .allMatch(row -> row.getFirst().shape().cols().isOne() && row.size() == 1);
    if (stacked) {
      return Algebra.block(
          b.rows().stream().flatMap(List::stream).map(e -> List.of(matrixOf(e))).toList());
    }
    var terms = new ArrayList<Expr>();
    List<org.frechet.shape.Dim> heights = Blocks.heights(b);
    for (int i = 0; i < b.rows().size(); i++) {
      List<Expr> row = b.rows().get(i);
      for (int j = 0; j < row.size(); j++) {
        terms.add(
            Algebra.mul(
                MatrixValued.kron(
                    Blocks.columns(Blocks.widths(row), j), Blocks.columns(heights, i)),
                matrixOf(row.get(j))));
      }
    }
    return Algebra.add(terms);
  }
}
