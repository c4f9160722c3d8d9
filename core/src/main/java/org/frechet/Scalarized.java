package org.frechet;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Node.Pick;
import org.frechet.expr.Selection;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;

/// Arrays of known sizes as arrays of scalar expressions: products are multiplied out entry by
/// entry, linear functions and norms are sums of entries; other functions are applied to blocks.
final class Scalarized {
  private static final Pick ALL = new Pick.All();

  private final Map<Expr, Expr> images = new IdentityHashMap<>();

  /// @param blocks what stands for the variables
  Scalarized(Map<Expr, Expr> blocks) {
    images.putAll(blocks);
  }

  /// {@return the same array as a block of scalars}
  Expr of(Expr root) {
    for (Expr e : Traversal.topological(root, images::containsKey)) {
      images.put(e, image(e));
    }
    return Traversal.imageOf(root, images);
  }

  private Expr imageOf(Expr e) {
    return Traversal.imageOf(e, images);
  }

  private Expr image(Expr e) {
    return switch (e.node()) {
      case Node.Prod p -> {
        Expr product = Algebra.number(p.coefficient());
        for (Expr s : p.scalars()) {
          product = Algebra.mul(product, imageOf(s));
        }
        Expr scale = product;
        Optional<Expr> chain = p.chain().stream().map(this::imageOf).reduce(Scalarized::multiplied);
        yield chain
            .map(c -> filled(c.shape(), (i, j) -> Algebra.mul(scale, at(c, i, j))))
            .orElse(scale);
      }
      case Node.Apply a -> applied(e, (Function) a.operator(), a.arguments());
      case Node.Num _, Node.Constant _, Node.Size _, Node.Var _, Node.Increment _ -> e;
      case Node.Bound _ -> e;
      case Node.Fill _ -> filled(e.shape(), (i, j) -> at(e, i, j));
      case Node.Add _, Node.Hadamard _, Node.Pow _, Node.Transpose _, Node.Slice _ ->
          entries(Traversal.rebuildWith(e, images));
      case Node.Block _, Node.IndexSum _, Node.Integral _, Node.Stop _ ->
          entries(Traversal.rebuildWith(e, images));
    };
  }

  private Expr applied(Expr e, Function f, List<Expr> arguments) {
    Expr x = imageOf(arguments.getFirst());
    if (f.square().isPresent()) {
      return Algebra.pow(new Scalarized(images).of(f.square().get().of(List.of(x))), Algebra.HALF);
    }
    if (arguments.size() == 1 && f.linearIn(0).isPresent()) {
      var adjoint = f.linearIn(0).get().adjoint();
      return filled(
          e.shape(),
          (i, j) -> {
            Expr weights = adjoint.of(unit(e.shape(), i, j), List.of(x));
            return ScalarValued.sum(
                filled(x.shape(), (k, l) -> Algebra.mul(at(weights, k, l), at(x, k, l))));
          });
    }
    return entries(Traversal.rebuildWith(e, images));
  }

  private static Expr unit(Shape shape, int i, int j) {
    return filled(shape, (k, l) -> k == i && l == j ? Algebra.ONE : Algebra.ZERO);
  }

  private static Expr entries(Expr e) {
    return e.isScalar() ? e : filled(e.shape(), (i, j) -> at(e, i, j));
  }

  private static Expr multiplied(Expr a, Expr b) {
    int inner = size(a.shape().cols());
    return filled(
        new Shape(a.shape().rows(), b.shape().cols()),
        (i, j) -> {
          Expr sum = Algebra.ZERO;
          for (int k = 1; k <= inner; k++) {
            sum = Algebra.add(sum, Algebra.mul(at(a, i, k), at(b, k, j)));
          }
          return sum;
        });
  }

  private interface Entry {
    Expr at(int i, int j);
  }

  private static Expr filled(Shape shape, Entry entry) {
    var rows = new java.util.ArrayList<List<Expr>>();
    for (int i = 1; i <= size(shape.rows()); i++) {
      var row = new java.util.ArrayList<Expr>();
      for (int j = 1; j <= size(shape.cols()); j++) {
        row.add(entry.at(i, j));
      }
      rows.add(row);
    }
    return Algebra.block(rows);
  }

  /// {@return an entry, counted from one}
  static Expr at(Expr e, int i, int j) {
    return e.isScalar()
        ? e
        : Selection.slice(e, pick(e.shape().rows(), i), pick(e.shape().cols(), j));
  }

  private static Pick pick(Dim size, int at) {
    return size.isOne() ? ALL : new Pick.Range(at, at);
  }

  private static int size(Dim dim) {
    return (int) dim.constant();
  }
}
