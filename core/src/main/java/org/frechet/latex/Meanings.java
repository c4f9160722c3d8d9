package org.frechet.latex;

import java.util.List;
import java.util.Map;
import org.frechet.shape.Dim;
import org.frechet.shape.Shape;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Pieces;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// What marked pieces mean, once their shapes are known.
final class Meanings {
  private final List<Mark> marks;
  private final Map<Integer, Shape> shapes;

  Meanings(List<Mark> marks, Map<Integer, Shape> shapes) {
    this.marks = marks;
    this.shapes = shapes;
  }

  /// @throws org.frechet.shape.Refusal if a sign has no meaning for this shape, or several
  Syntax resolved(Syntax piece) {
    Syntax inner = Pieces.mapped(piece, this::resolved);
    if (!Mark.is(inner)) {
      return inner;
    }
    var call = (Syntax.Call) inner;
    int number = Mark.number(call.name());
    Mark mark = marks.get(number);
    Shape shape = shapes.get(number);
    if (shape == null) {
      throw Errors.unsupported(
          "the shape on which the meaning of this depends is not known",
          mark.place(),
          "declare the names in it");
    }
    return switch (mark.kind()) {
      case BARS -> bars(call, shape);
      case NORM -> norm(mark, call, shape);
      case FUNCTION -> function(mark, call, shape);
      case IDENTITY -> identity(call, shape);
      case ONES -> fill("ones", call, shape);
    };
  }

  private static Syntax bars(Syntax.Call call, Shape shape) {
    if (shape.isScalar()) {
      return Trees.call("abs", call.arguments(), call.span(), call.span());
    }
    if (shape.isSquare()) {
      return Trees.call("det", call.arguments(), call.span(), call.span());
    }
    throw Errors.unsupported(
        shape.isVector() || shape.isRow()
            ? "bars around a vector may be its norm or its absolute values"
            : "bars around a matrix that is not square (%s) have no meaning".formatted(shape),
        call.span(),
        "write \\lVert x \\rVert for the norm, \\operatorname{abs}(x) for absolute values");
  }

  private static Syntax norm(Mark mark, Syntax.Call call, Shape shape) {
    boolean matrix = shape.isMatrix();
    String name =
        switch (mark.detail()) {
          case "" -> matrix ? "" : "norm2";
          case "2" -> matrix ? "specnorm" : "norm2";
          case "1" -> matrix ? "" : "norm1";
          case "infty" -> matrix ? "" : "norminf";
          case "F", "Fro" -> "normF";
          case "*", "nuc" -> matrix ? "nucnorm" : "";
          case "op", "sigma" -> matrix ? "specnorm" : "norm2";
          default -> matrix ? "" : "norm";
        };
    if (name.isEmpty()) {
      throw Errors.unsupported(
          "of a matrix this norm may be one of the entries or one of the map",
          call.span(),
          "write \\lVert X \\rVert_F, \\lVert X \\rVert_2 for the largest singular value, or"
              + " \\operatorname{norm1}(X) for the sum of absolute values");
    }
    if (shape.isScalar()) {
      throw Errors.unsupported(
          "this norm is of a scalar",
          call.span(),
          "declare the vector that is meant, or write |a| for the absolute value");
    }
    return Trees.call(name, call.arguments(), call.span(), call.span());
  }

  private static Syntax function(Mark mark, Syntax.Call call, Shape shape) {
    boolean euler = mark.detail().equals("e");
    boolean square = shape.isMatrix() && shape.isSquare();
    if (square && !euler) {
      String whole =
          switch (mark.detail()) {
            case "exp" -> "expm";
            case "log" -> "logm";
            default -> "sqrtm";
          };
      throw Errors.unsupported(
          "of a square matrix %s may be the function of the matrix or of each entry"
              .formatted(mark.detail()),
          call.span(),
          "write \\operatorname{%s}(X) for the function of the matrix".formatted(whole));
    }
    if (euler && shape.isMatrix() && !square) {
      throw Errors.unsupported("e is raised to a matrix that is not square", call.span(), "");
    }
    String name = euler ? (square ? "expm" : "exp") : mark.detail();
    return Trees.call(name, call.arguments(), call.span(), call.span());
  }

  private static Syntax identity(Syntax.Call call, Shape shape) {
    if (!shape.isSquare()) {
      throw Errors.unsupported("the identity is square", call.span(), "write I_n");
    }
    return shape.isScalar()
        ? Trees.number("1", call.span())
        : Trees.call("eye", List.of(size(shape.rows(), call.span())), call.span(), call.span());
  }

  private static Syntax fill(String name, Syntax.Call call, Shape shape) {
    if (shape.isScalar()) {
      return Trees.number("1", call.span());
    }
    List<Syntax> sizes =
        shape.isVector()
            ? List.of(size(shape.rows(), call.span()))
            : List.of(size(shape.rows(), call.span()), size(shape.cols(), call.span()));
    return Trees.call(name, sizes, call.span(), call.span());
  }

  private static Syntax size(Dim dim, Span span) {
    return Trees.spanned(Parser.parse(dim.toString()), span);
  }
}
