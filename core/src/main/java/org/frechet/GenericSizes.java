package org.frechet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.DerivativeSymbol;
import org.frechet.function.Function;
import org.frechet.shape.Dim;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;

/// Replaces large numbers in sizes by names, so that a derivative for 1000×784 data is checked at
/// small sizes: what holds for all sizes holds for these.
final class GenericSizes {
  /// Sizes up to this one are small enough to check with.
  private static final long SMALL = 8;

  private final Map<Long, Dim> names = new HashMap<>();
  private final Map<Expr, Expr> images = new IdentityHashMap<>();

  private GenericSizes(List<Expr> roots) {
    var numbers = new TreeSet<Long>();
    for (Expr e : Traversal.topological(roots)) {
      for (Dim d : List.of(e.shape().rows(), e.shape().cols())) {
        if (d.isConstant() && d.constant() > SMALL) {
          numbers.add(d.constant());
        }
      }
    }
    for (long n : numbers) {
      names.put(n, product(n).orElse(Dim.of("size" + n)));
    }
  }

  /// A number that is the product of two smaller sizes is taken to be just that.
  private Optional<Dim> product(long n) {
    for (Map.Entry<Long, Dim> a : names.entrySet()) {
      long b = n / a.getKey();
      if (a.getKey() * b == n && b > 1) {
        Dim other = b <= SMALL ? Dim.of(b) : names.get(b);
        if (other != null) {
          return Optional.of(a.getValue().times(other));
        }
      }
    }
    return Optional.empty();
  }

  /// {@return the expressions with names for large sizes; nothing if they have none, or if the
  /// numbers do not fit together as names}
  static Optional<List<Expr>> of(List<Expr> roots) {
    var generic = new GenericSizes(roots);
    if (generic.names.isEmpty()) {
      return Optional.empty();
    }
    try {
      var replaced = new ArrayList<Expr>();
      for (Expr root : roots) {
        replaced.add(generic.image(root));
      }
      return Optional.of(replaced);
    } catch (Refusal _) {
      return Optional.empty(); // some number only fits as a number
    }
  }

  private Expr image(Expr root) {
    for (Expr e : Traversal.topological(root, images::containsKey)) {
      images.put(
          e,
          switch (e.node()) {
            case Node.Var v -> Algebra.variable(v.name(), shape(v.shape()), v.traits());
            case Node.Increment i ->
                Algebra.increment(Algebra.variable(i.name().substring(1), shape(i.shape())));
            case Node.Fill f ->
                switch (f.kind()) {
                  case ZEROS -> Algebra.zeros(shape(e.shape()));
                  case ONES -> Algebra.ones(shape(e.shape()));
                  case EYE -> Algebra.eye(dim(f.rows()));
                  case COMMUTATION -> Algebra.commutation(dim(f.rows()), dim(f.cols()));
                  case DUPLICATION -> Algebra.duplication(dim(f.rows()));
                  case ELIMINATION -> Algebra.elimination(dim(f.rows()));
                };
            case Node.Bound _ -> e;
            case Node.Num _, Node.Constant _, Node.Size _, Node.Add _, Node.Prod _ ->
                Traversal.rebuildWith(e, images);
            case Node.Apply a when ((Function) a.operator()).symbol().isPresent() ->
                declared(((Function) a.operator()).symbol().get(), a.arguments());
            case Node.Hadamard _, Node.Pow _, Node.Transpose _, Node.Apply _, Node.Slice _ ->
                Traversal.rebuildWith(e, images);
            case Node.Block _, Node.IndexSum _, Node.Integral _, Node.Stop _ ->
                Traversal.rebuildWith(e, images);
          });
    }
    return Traversal.imageOf(root, images);
  }

  private Expr declared(DerivativeSymbol symbol, List<Expr> arguments) {
    return new DerivativeSymbol(symbol.of().withSizes(this::dim), symbol.by())
        .function()
        .canonical(arguments.stream().map(x -> Traversal.imageOf(x, images)).toList());
  }

  private Shape shape(Shape s) {
    return new Shape(dim(s.rows()), dim(s.cols()));
  }

  private Dim dim(Dim d) {
    return d.isConstant() && d.constant() > SMALL ? names.getOrDefault(d.constant(), d) : d;
  }
}
