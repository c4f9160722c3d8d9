package org.frechet.syntax;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.frechet.expr.Rational;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Shape;
import org.frechet.syntax.Scope.Running;

/// The rows and columns that `X(i, 1:2)` selects.
record Selectors(Selector rows, Selector cols, Syntax target) {
  /// What stands in one place among the subscripts.
  sealed interface Selector {
    record All() implements Selector {}

    record Range(int first, int last, Syntax piece) implements Selector {}

    record At(Running index, Syntax piece) implements Selector {}

    /// {@return how many of so many rows or columns this selects}
    default Dim of(Dim size) {
      return switch (this) {
        case All() -> size;
        case Range(int first, int last, Syntax _) -> Dim.of(last - first + 1L);
        case At _ -> Dim.ONE;
      };
    }
  }

  /// Takes the range of an index.
  interface Ranges {
    void runs(Running index, Dim range, String over, Syntax piece);
  }

  /// {@return whether a piece selects: integers, `:`, ranges and running indices do}
  static <V> boolean isOne(Syntax piece, Scope<V> scope) {
    return piece instanceof Syntax.Colon
        || piece instanceof Syntax.Range
        || Sizes.wholeNumber(piece).isPresent()
        || (piece instanceof Syntax.Name n && scope.index(n.text()).isPresent());
  }

  /// {@return whether a piece is meant to select}: `i + 1` is, though it cannot be read
  static <V> boolean looksLikeOne(Syntax piece, Scope<V> scope) {
    return isOne(piece, scope)
        || (piece instanceof Syntax.Binary b
            && Precedence.ofOperator(b.operator()) == Precedence.SUM
            && b.left() instanceof Syntax.Name n
            && scope.index(n.text()).isPresent());
  }

  /// @param whole the piece that target and subscripts make up
  /// @param indices whether a name is declared as an index
  static <V> Selectors read(
      Syntax whole,
      Syntax target,
      Shape shape,
      List<Syntax> pieces,
      Scope<V> scope,
      Predicate<String> indices) {
    if (shape.isScalar()) {
      if (!pieces.isEmpty() && pieces.size() <= 2 && pieces.stream().allMatch(Selectors::isFirst)) {
        return new Selectors(new Selector.All(), new Selector.All(), target); // of a vector(1)
      }
      throw scalar(whole, target, pieces);
    }
    if (pieces.size() > 2 || pieces.isEmpty()) {
      throw Wording.refusal(
          Code.ARITY,
          Wording.of(target) + " takes one or two indices, not " + pieces.size(),
          whole.span(),
          "write x(i) or X(i,j)");
    }
    List<Selector> selectors =
        pieces.stream().map(p -> selector(p, target, shape, scope, indices)).toList();
    if (selectors.size() == 2) {
      return new Selectors(selectors.get(0), selectors.get(1), target);
    }
    if (shape.isMatrix()) {
      String x = Wording.operand(target, Precedence.POSTFIX);
      String k = Wording.of(pieces.getFirst());
      throw Wording.refusal(
          Code.SHAPE_MISMATCH,
          "%s is a matrix and takes two indices, not one".formatted(Wording.of(target)),
          whole.span(),
          "write %s(%s,:) for a row, %s(:,%s) for a column, %s(i,j) for an entry"
              .formatted(x, k, x, k, x));
    }
    Selector all = new Selector.All();
    return shape.isRow()
        ? new Selectors(all, selectors.getFirst(), target)
        : new Selectors(selectors.getFirst(), all, target);
  }

  private static boolean isFirst(Syntax piece) {
    return piece instanceof Syntax.Colon
        || Sizes.wholeNumber(piece).filter(Rational.ONE::equals).isPresent();
  }

  private static RuntimeException scalar(Syntax whole, Syntax target, List<Syntax> pieces) {
    String x = Wording.operand(target, Precedence.PRODUCT);
    String product =
        pieces.size() == 1
            ? "did you mean " + x + "*" + Wording.operand(pieces.getFirst(), Precedence.SIGN) + "?"
            : "";
    return Wording.refusal(
        Code.SHAPE_MISMATCH,
        Wording.of(target) + " is a scalar and has no entries",
        whole.span(),
        pieces.isEmpty() ? "write " + x + " alone" : product);
  }

  private static <V> Selector selector(
      Syntax piece, Syntax target, Shape shape, Scope<V> scope, Predicate<String> indices) {
    if (piece instanceof Syntax.Colon) {
      return new Selector.All();
    }
    if (piece instanceof Syntax.Range r) {
      int first = position(r.from());
      int last = position(r.to());
      if (last < first) {
        throw bad(piece, "the range " + Wording.of(piece) + " is empty", "write first:last");
      }
      return new Selector.Range(first, last, piece);
    }
    if (Sizes.literal(piece).isPresent()) {
      int at = position(piece);
      return new Selector.Range(at, at, piece);
    }
    if (piece instanceof Syntax.Name n) {
      Optional<Running> index = scope.index(n.text());
      if (index.isPresent()) {
        return new Selector.At(index.get(), piece);
      }
      String what =
          indices.test(n.text())
              ? " runs only within sum(" + n.text() + ", …)"
              : " is not an index";
      String product = Wording.operand(target, Precedence.PRODUCT) + "*" + n.text();
      throw Wording.refusal(
          Code.UNSUPPORTED,
          n.text() + what,
          piece.span(),
          "for a product write %s; an index runs in sum(%s, …)".formatted(product, n.text())
              + (target instanceof Syntax.Transpose(Syntax.Name f, Syntax.Span _)
                  ? "; for a derivative declare " + f.text() + ": elementwise"
                  : ""));
    }
    boolean product = !shape.isMatrix() && !shape.isScalar() && !mentionsIndex(piece, scope);
    throw Wording.refusal(
        Code.UNSUPPORTED,
        Wording.of(piece) + " is not an index: integers, 1:2, : and summation indices are",
        piece.span(),
        product
            ? "did you mean " + Wording.of(target) + "*(" + Wording.of(piece) + ")?"
            : "use a declared vector or matrix that holds the shifted entries");
  }

  private static <V> boolean mentionsIndex(Syntax piece, Scope<V> scope) {
    return (piece instanceof Syntax.Name n && scope.index(n.text()).isPresent())
        || piece.children().stream().anyMatch(child -> mentionsIndex(child, scope));
  }

  private static int position(Syntax piece) {
    Rational at =
        Sizes.literal(piece)
            .orElseThrow(
                () -> bad(piece, Wording.of(piece) + " is not a number", "ranges are like 1:2"));
    if (!at.isSmallInteger() || at.signum() <= 0) {
      String what = at.isZero() ? "indices start at 1, not at 0" : at + " is not an index";
      throw bad(piece, what, "indices are whole numbers, counted from 1");
    }
    return at.intValue();
  }

  private static RuntimeException bad(Syntax piece, String message, String hint) {
    return Wording.refusal(Code.SHAPE_MISMATCH, message, piece.span(), hint);
  }

  /// Tells the range of each index among the subscripts, and checks the numbers.
  void runs(Shape shape, Ranges ranges) {
    runs(rows, shape.rows(), shape.isMatrix() ? "row" : "entry", ranges);
    runs(cols, shape.cols(), shape.isMatrix() ? "column" : "entry", ranges);
  }

  private void runs(Selector selector, Dim size, String what, Ranges ranges) {
    switch (selector) {
      case Selector.All() -> {}
      case Selector.At(Running index, Syntax piece) ->
          ranges.runs(index, size, "each " + what + " of " + Wording.of(target), piece);
      case Selector.Range(int _, int last, Syntax piece) -> {
        if (size.isConstant() && last > size.constant()) {
          throw bad(
              piece,
              "%s %d of %s is out of range: there are only %s"
                  .formatted(what, last, Wording.of(target), size),
              "");
        }
      }
    }
  }
}
