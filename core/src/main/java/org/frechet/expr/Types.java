package org.frechet.expr;

import java.util.List;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;

/// The one typing switch: the shape of a node from the shapes of its children. Run by the only
/// constructor of [Expr]; it never builds an expression.
final class Types {
  private Types() {}

  static Shape shape(Node node) {
    return switch (node) {
      case Node.Num _, Node.Constant _, Node.Size _, Node.Bound _ -> Shape.SCALAR;
      case Node.Var v -> v.shape();
      case Node.Increment i -> i.shape();
      case Node.Fill f -> fill(f);
      case Node.Add a -> same("add", a.terms());
      case Node.Prod p -> product(p.chain());
      case Node.Hadamard h -> same("multiply entry by entry", h.factors());
      case Node.Pow p -> {
        if (!p.exponent().isScalar()) {
          same("raise entry by entry", List.of(p.base(), p.exponent()));
        }
        yield p.base().shape();
      }
      case Node.Transpose t -> t.of().shape().transposed();
      case Node.Apply a -> a.operator().shape(a.arguments());
      case Node.Slice s ->
          new Shape(
              picked(s.of().shape().rows(), s.rows(), "row"),
              picked(s.of().shape().cols(), s.cols(), "column"));
      case Node.Block b -> block(b.rows());
      case Node.IndexSum s -> s.body().shape();
      case Node.Integral i -> i.body().shape();
      case Node.Stop s -> s.of().shape();
    };
  }

  private static Shape fill(Node.Fill f) {
    return switch (f.kind()) {
      case ZEROS, ONES, EYE -> new Shape(f.rows(), f.cols());
      case COMMUTATION -> {
        Dim size = f.rows().times(f.cols());
        yield new Shape(size, size);
      }
      case DUPLICATION -> new Shape(f.rows().times(f.rows()), f.rows().triangle());
      case ELIMINATION -> new Shape(f.rows().triangle(), f.rows().times(f.rows()));
    };
  }

  private static Shape same(String what, List<Expr> parts) {
    Shape first = parts.getFirst().shape();
    for (Expr part : parts) {
      if (!part.shape().equals(first)) {
        throw mismatch("cannot " + what + " shapes " + first + " and " + part.shape());
      }
    }
    return first;
  }

  private static Shape product(List<Expr> chain) {
    if (chain.isEmpty()) {
      return Shape.SCALAR;
    }
    for (int i = 1; i < chain.size(); i++) {
      Shape a = chain.get(i - 1).shape();
      Shape b = chain.get(i).shape();
      if (!a.cols().equals(b.rows())) {
        throw mismatch(
            "cannot multiply %s by %s: the inner dimensions %s and %s differ"
                .formatted(a, b, a.cols(), b.rows()));
      }
    }
    return new Shape(chain.getFirst().shape().rows(), chain.getLast().shape().cols());
  }

  private static Dim picked(Dim size, Node.Pick pick, String what) {
    return switch (pick) {
      case Node.Pick.All() -> size;
      case Node.Pick.Range(int first, int last) -> {
        if (first < 1 || last < first) {
          throw mismatch(
              "%s index %d:%d is not a range that starts at 1 or later"
                  .formatted(what, first, last));
        }
        if (size.isConstant() && last > size.constant()) {
          throw mismatch(
              "%s index %d is out of range: there are only %s".formatted(what, last, size));
        }
        yield Dim.of(last - first + 1L);
      }
      case Node.Pick.At(Node.Index index) -> {
        if (!index.size().equals(size)) {
          throw mismatch(
              "index %s runs to %s but the %s count here is %s"
                  .formatted(index.name(), index.size(), what, size));
        }
        yield Dim.ONE;
      }
    };
  }

  private static Shape block(List<List<Expr>> rows) {
    Dim height = Dim.of(0);
    Dim width = Dim.of(-1);
    for (List<Expr> row : rows) {
      Dim rowHeight = row.getFirst().shape().rows();
      Dim rowWidth = Dim.of(0);
      for (Expr e : row) {
        if (!e.shape().rows().equals(rowHeight)) {
          throw mismatch(
              "blocks side by side need equally many rows: "
                  + rowHeight
                  + " and "
                  + e.shape().rows());
        }
        rowWidth = rowWidth.plus(e.shape().cols());
      }
      if (width.equals(Dim.of(-1))) {
        width = rowWidth;
      } else if (!width.equals(rowWidth)) {
        throw mismatch("block rows need equally many columns: " + width + " and " + rowWidth);
      }
      height = height.plus(rowHeight);
    }
    return new Shape(height, width);
  }

  private static RuntimeException mismatch(String message) {
    return Problem.of(Problem.Code.SHAPE_MISMATCH, message).refusal();
  }
}
