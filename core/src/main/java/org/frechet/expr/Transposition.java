package org.frechet.expr;

import java.util.ArrayList;
import java.util.List;
import org.frechet.shape.Trait;

/// The transpose of every node kind: it goes inward over sums and products and stops at variables,
/// elementwise functions and functions without a rule of their own.
final class Transposition {
  private Transposition() {}

  /// {@return whether the transpose is made of the transposes of the parts}
  static boolean goesInward(Node node) {
    return node instanceof Node.Add || node instanceof Node.Prod || node instanceof Node.Hadamard;
  }

  static Expr of(Expr e) {
    if (e.isScalar()) {
      return e;
    }
    return switch (e.node()) {
      case Node.Num _, Node.Constant _, Node.Size _, Node.Bound _ -> e;
      case Node.Var v -> {
        if (v.traits().contains(Trait.SYMMETRIC)) {
          yield e;
        }
        yield v.traits().contains(Trait.SKEW) ? Algebra.neg(e) : Algebra.plainTranspose(e);
      }
      case Node.Increment _ -> Algebra.plainTranspose(e);
      case Node.Fill f ->
          switch (f.kind()) {
            case ZEROS -> Algebra.zeros(e.shape().transposed());
            case ONES -> Algebra.ones(e.shape().transposed());
            case EYE -> e;
            case COMMUTATION -> Algebra.commutation(/* rows= */ f.cols(), /* cols= */ f.rows());
            case DUPLICATION, ELIMINATION -> Algebra.plainTranspose(e);
          };
      case Node.Add a -> Algebra.add(each(a.terms()));
      case Node.Prod p -> {
        var factors = new ArrayList<>(p.scalars());
        factors.addAll(each(p.chain()).reversed());
        yield Products.of(p.coefficient(), factors);
      }
      case Node.Hadamard h -> Algebra.hadamard(each(h.factors()));
      case Node.Pow p ->
          p.base().shape().isMatrix() && p.base().transpose() == p.base() && p.exponent().isScalar()
              ? e
              : Algebra.plainTranspose(e);
      case Node.Transpose t -> t.of();
      case Node.Apply a -> {
        if (a.operator().elementwise()) {
          Expr argument = a.arguments().getFirst();
          yield argument.transpose() == argument ? e : Algebra.plainTranspose(e);
        }
        yield a.operator().transposed(a.arguments());
      }
      case Node.Slice s ->
          s.of().transpose() == s.of() && s.rows().equals(s.cols()) ? e : Algebra.plainTranspose(e);
      case Node.Block b -> {
        var rows = new ArrayList<List<Expr>>();
        int width = b.rows().getFirst().size();
        if (!isGrid(b)) {
          yield Algebra.plainTranspose(e);
        }
        for (int j = 0; j < width; j++) {
          var row = new ArrayList<Expr>();
          for (List<Expr> old : b.rows()) {
            row.add(old.get(j).transpose());
          }
          rows.add(row);
        }
        yield Algebra.block(rows);
      }
      case Node.IndexSum s -> Selection.sum(s.index(), s.body().transpose());
      case Node.Integral i ->
          i.body().transpose().node() instanceof Node.Transpose
              ? Algebra.plainTranspose(e)
              : Integrals.of(i.variable(), i.body().transpose(), i.from(), i.to());
      case Node.Stop _ -> Algebra.plainTranspose(e);
    };
  }

  /// Whether the cuts between blocks go straight through all rows.
  private static boolean isGrid(Node.Block b) {
    List<Expr> first = b.rows().getFirst();
    for (List<Expr> row : b.rows()) {
      if (row.size() != first.size()) {
        return false;
      }
      for (int j = 0; j < row.size(); j++) {
        if (!row.get(j).shape().cols().equals(first.get(j).shape().cols())) {
          return false;
        }
      }
    }
    return true;
  }

  private static List<Expr> each(List<Expr> parts) {
    var turned = new ArrayList<Expr>(parts.size());
    for (Expr part : parts) {
      turned.add(part.transpose());
    }
    return turned;
  }
}
