package org.frechet.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Meaning.Operand;
import org.frechet.syntax.Syntax.Span;

/// Every complaint about shapes: what was written, what it is, what is wrong, what to do.
///
/// @param shown gives a shape with its sizes named as they are so far
record Mismatch(UnaryOperator<Shape> shown) {
  /// {@return complaints in a word}, always the same, for where nobody reads them
  static Mismatch terse() {
    Refusal misfit = Problem.of(Code.SHAPE_MISMATCH, "the shapes do not fit").refusal();
    return new Mismatch(_ -> {
      throw misfit;
    });
  }

  private Shape shape(Operand<Shape> operand) {
    return shown.apply(operand.value());
  }

  private String described(Operand<Shape> operand) {
    return Wording.of(operand.piece()) + " (" + Wording.of(shape(operand)) + ")";
  }

  /// From the start of one operand to the end of the piece that ends with the other.
  private static Span between(Operand<Shape> from, Syntax.Binary node) {
    boolean first = from.piece() == node.left();
    return new Span((first ? node : from.piece()).span().start(), node.span().end());
  }

  private static String didYouMean(List<String> options) {
    if (options.isEmpty()) {
      return "";
    }
    String last = options.removeLast();
    return "did you mean "
        + (options.isEmpty() ? "" : String.join(", ", options) + " or ")
        + last
        + "?";
  }

  /// @param inner whether more factors stand before `a`, so that its rows are fixed
  Refusal product(Operand<Shape> a, Operand<Shape> b, boolean inner, Syntax.Binary node) {
    Shape x = shape(a);
    Shape y = shape(b);
    String left = Wording.operand(a.piece(), Precedence.PRODUCT);
    String right = Wording.operand(b.piece(), Precedence.SIGN);
    var options = new ArrayList<String>();
    if (x.rows().equals(y.rows()) && (!inner || x.isSquare())) {
      options.add(Wording.transposed(a.piece()) + "*" + right);
    }
    if (x.cols().equals(y.cols())) {
      options.add(left + "*" + Wording.transposed(b.piece()));
    }
    if (x.equals(y) && x.isVector()) {
      options.add(left + ".*" + right);
    }
    return Wording.refusal(
        Code.SHAPE_MISMATCH,
        "cannot multiply %s by %s: inner dimensions %s and %s differ"
            .formatted(described(a), described(b), x.cols(), y.rows()),
        between(a, node),
        didYouMean(options));
  }

  Refusal sum(Operand<Shape> a, Operand<Shape> b, Syntax.Binary node) {
    boolean minus = node.operator().equals("-");
    String what =
        minus
            ? "cannot subtract " + described(b) + " from " + described(a)
            : "cannot add " + described(a) + " and " + described(b);
    return entrywise(what, a, b, node, minus ? " - " : " + ");
  }

  /// `.*`, `./` and `.^`.
  Refusal entrywise(Operand<Shape> a, Operand<Shape> b, Syntax.Binary node) {
    String verb =
        switch (node.operator()) {
          case ".*" -> "cannot multiply %s by %s entry by entry";
          case "./" -> "cannot divide %s by %s entry by entry";
          default -> "cannot raise %s to the power %s entry by entry";
        };
    return entrywise(verb.formatted(described(a), described(b)), a, b, node, node.operator());
  }

  private Refusal entrywise(
      String what, Operand<Shape> a, Operand<Shape> b, Syntax.Binary node, String operator) {
    Shape x = shape(a);
    Shape y = shape(b);
    var options = new ArrayList<String>();
    if (x.equals(y.transposed())) {
      Precedence p = Precedence.ofOperator(node.operator());
      options.add(Wording.operand(a.piece(), p) + operator + Wording.transposed(b.piece()));
    }
    return Wording.refusal(
        Code.SHAPE_MISMATCH, what + ": " + difference(x, y), between(a, node), didYouMean(options));
  }

  private static String difference(Shape x, Shape y) {
    boolean rows = !x.rows().equals(y.rows());
    boolean cols = !x.cols().equals(y.cols());
    String ofRows = "rows " + x.rows() + " and " + y.rows();
    String ofCols = "columns " + x.cols() + " and " + y.cols();
    return (rows && cols ? ofRows + ", and " + ofCols + "," : rows ? ofRows : ofCols) + " differ";
  }

  Refusal quotient(Operand<Shape> a, Operand<Shape> b, Syntax.Binary node) {
    var options = new ArrayList<String>();
    String left = Wording.operand(a.piece(), Precedence.PRODUCT);
    if (shape(b).isSquare()) {
      options.add(left + "*inv(" + Wording.of(b.piece()) + ")");
    }
    if (shape(a).equals(shape(b)) || shape(a).isScalar()) {
      options.add(left + "./" + Wording.operand(b.piece(), Precedence.SIGN));
    }
    return Wording.refusal(
        Code.SHAPE_MISMATCH,
        "cannot divide by %s: the divisor must be a scalar".formatted(described(b)),
        node.span(),
        options.isEmpty() ? "use A*inv(B) or A./B" : "use " + String.join(" or ", options));
  }

  Refusal notSquare(Operand<Shape> a, String why, Span span) {
    return Wording.refusal(
        Code.NOT_SQUARE,
        "%s needs a square matrix, but %s is %s"
            .formatted(why, Wording.of(a.piece()), Wording.of(shape(a))),
        span,
        "");
  }

  Refusal power(Operand<Shape> base, Operand<Shape> exponent, Syntax.Binary node) {
    String b = Wording.operand(base.piece(), Precedence.POSTFIX);
    String e = Wording.operand(exponent.piece(), Precedence.PRIMARY);
    String elementwise = "use " + b + ".^" + e + " for the power of each entry";
    if (!shape(exponent).isScalar()) {
      return Wording.refusal(
          Code.SHAPE_MISMATCH,
          "the exponent " + described(exponent) + " is not a scalar",
          exponent.piece().span(),
          elementwise);
    }
    return Wording.refusal(
        Code.SHAPE_MISMATCH,
        "%s is a vector and has no power".formatted(described(base)),
        node.span(),
        elementwise);
  }

  Refusal tooHighPower(Operand<Shape> exponent) {
    return Wording.refusal(
        Code.TOO_LARGE,
        "the matrix power %s is too large, the limit is %d"
            .formatted(Wording.of(exponent.piece()), Shapes.MAX_POWER),
        exponent.piece().span(),
        "");
  }

  /// The shapes do not fit any signature of the function.
  Refusal application(Function function, List<Operand<Shape>> arguments, Syntax.Call call) {
    for (var s : function.signatures()) {
      for (int i = 0; i < arguments.size() && s.arguments().size() == arguments.size(); i++) {
        if (s.wantsSquare(i) && !shape(arguments.get(i)).isSquare()) {
          return notSquare(arguments.get(i), function.name(), call.span());
        }
      }
    }
    List<Expr> zeros = arguments.stream().map(a -> Algebra.zeros(shape(a))).toList();
    try {
      function.shape(zeros);
    } catch (Refusal refusal) {
      Problem p = refusal.problem();
      return Wording.refusal(
          p.code(), p.message(), call.span(), p.hint().isEmpty() ? hint(call) : p.hint());
    }
    String shapes = arguments.stream().map(this::described).collect(Collectors.joining(", "));
    return Wording.refusal(
        Code.SHAPE_MISMATCH,
        function.name() + " cannot be applied to " + shapes,
        call.span(),
        hint(call));
  }

  /// Said at once: to take the matrix for a vector would be a silent guess.
  Refusal notOfMatrices(Function function, Syntax.Call call) {
    return Wording.refusal(
        Code.BAD_REQUEST, function.notOfMatrices(), call.span(), function.hint());
  }

  private static String hint(Syntax.Call call) {
    String own = Functions.byName(call.name()).map(Function::hint).orElse("");
    return own.isEmpty() ? Option.hint(call.name()) : own;
  }

  Refusal reshape(Operand<Shape> array, Shape wanted, Syntax.Call call) {
    Shape to = shown.apply(wanted);
    return Wording.refusal(
        Code.SHAPE_MISMATCH,
        "cannot reshape %s to %s: %s entries against %s"
            .formatted(described(array), to, shape(array).count(), to.count()),
        call.span(),
        "");
  }

  Refusal block(Operand<Shape> a, Operand<Shape> b, String what) {
    boolean rows = what.equals("rows");
    return Wording.refusal(
        Code.SHAPE_MISMATCH,
        "blocks %s need equally many %s, but %s is %s and %s is %s"
            .formatted(
                rows ? "side by side" : "on top of each other",
                what,
                Wording.of(a.piece()),
                Wording.of(shape(a)),
                Wording.of(b.piece()),
                Wording.of(shape(b))),
        b.piece().span(),
        "");
  }

  Refusal integral(Operand<Shape> piece, boolean variable) {
    return Wording.refusal(
        Code.SHAPE_MISMATCH,
        (variable ? "the variable of integration %s is %s" : "the limit %s of an integral is %s")
                .formatted(Wording.of(piece.piece()), Wording.of(shape(piece)))
            + ", and must be a scalar",
        piece.piece().span(),
        variable
            ? "integrate over a name that nothing else has"
            : "for an array of limits, write one integral for each");
  }

  /// An index runs to `known` over what it met first, and to `other` over this.
  Refusal range(Syntax index, Dim known, String first, Dim other, String over) {
    Shape sizes = shown.apply(new Shape(known, other));
    return Wording.refusal(
        Code.SHAPE_MISMATCH,
        "the index %s runs to %s for %s but to %s for %s"
            .formatted(Wording.of(index), sizes.rows(), first, sizes.cols(), over),
        index.span(),
        "all that an index selects from must have as many entries");
  }
}
