package org.frechet.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.shape.Dim;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;

/// Replaces large numbers in sizes by names, so that a derivative for 1000×784 data is checked at
/// small sizes: what holds for all sizes holds for these.
public final class GenericSizes {
  /// Sizes up to this one are small enough to check with.
  private static final long SMALL = 8;

  private final Map<Long, Dim> names = new HashMap<>();

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
  public static Optional<List<Expr>> of(List<Expr> roots) {
    var generic = new GenericSizes(roots);
    if (generic.names.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<Expr> images = new Resizing(generic::dim).of(roots);
      return generic.fits(roots, images) ? Optional.of(images) : Optional.empty();
    } catch (Refusal _) {
      return Optional.empty(); // some number only fits as a number
    }
  }

  /// {@return whether the images have the sizes of the roots, renamed}; a size made of small ones,
  /// such as the 12 of commat(3,4), stays a number
  private boolean fits(List<Expr> roots, List<Expr> images) {
    return IntStream.range(0, roots.size())
        .allMatch(i -> {
          Shape s = roots.get(i).shape();
          return new Shape(dim(s.rows()), dim(s.cols())).equals(images.get(i).shape());
        });
  }

  private Dim dim(Dim d) {
    return d.isConstant() && d.constant() > SMALL ? names.getOrDefault(d.constant(), d) : d;
  }
}
