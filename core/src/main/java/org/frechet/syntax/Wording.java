package org.frechet.syntax;

import java.util.List;
import java.util.stream.Collectors;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax.Span;

/// How a message quotes a piece: in the input language, shortened where it is long.
final class Wording {
  private static final int LONGEST = 40;

  private Wording() {}

  static String of(Syntax piece) {
    String text = text(piece, 12);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  /// {@return `scalar` or `m×n`, sums in parentheses}
  static String of(Shape shape) {
    return shape.isScalar() ? "scalar" : factor(shape.rows()) + "×" + factor(shape.cols());
  }

  private static String factor(Dim size) {
    String text = size.toString();
    return text.contains(" ") ? "(" + text + ")" : text;
  }

  /// {@return the piece, in parentheses if it binds less tightly}
  static String operand(Syntax piece, Precedence least) {
    String text = of(piece);
    return Precedence.of(piece).looserThan(least) ? "(" + text + ")" : text;
  }

  /// {@return the transpose of the piece as one would write it}
  static String transposed(Syntax piece) {
    return piece instanceof Syntax.Transpose(Syntax inner, Span _)
        ? operand(inner, Precedence.POSTFIX)
        : operand(piece, Precedence.POSTFIX) + "'";
  }

  private static String text(Syntax piece, int depth) {
    if (depth == 0) {
      return "…";
    }
    return switch (piece) {
      case Syntax.Number n -> n.text();
      case Syntax.Name n -> n.text();
      case Syntax.Colon _ -> ":";
      case Syntax.Unary u -> u.operator() + inner(u.operand(), Precedence.SIGN, depth);
      case Syntax.Binary b -> binary(b, depth);
      case Syntax.Transpose t -> inner(t.operand(), Precedence.POSTFIX, depth) + "'";
      case Syntax.Call c -> c.name() + "(" + list(c.arguments(), depth) + ")";
      case Syntax.Index i ->
          inner(i.target(), Precedence.POSTFIX, depth) + "(" + list(i.selectors(), depth) + ")";
      case Syntax.Range r -> text(r.from(), depth - 1) + ":" + text(r.to(), depth - 1);
      case Syntax.Block b ->
          b.rows().stream()
              .map(row -> list(row, depth))
              .collect(Collectors.joining("; ", "[", "]"));
      case Syntax.Let l ->
          "let " + l.name() + " = " + text(l.value(), depth - 1) + "; " + text(l.body(), depth - 1);
      case Syntax.Equation e -> text(e.left(), depth - 1) + " = " + text(e.right(), depth - 1);
    };
  }

  private static String binary(Syntax.Binary b, int depth) {
    Precedence p = Precedence.ofOperator(b.operator());
    String operator = p == Precedence.SUM ? " " + b.operator() + " " : b.operator();
    boolean signedPower = p == Precedence.POSTFIX && b.right() instanceof Syntax.Unary;
    String right = signedPower ? text(b.right(), depth - 1) : inner(b.right(), p.tighter(), depth);
    return inner(b.left(), p, depth) + operator + right;
  }

  private static String inner(Syntax piece, Precedence least, int depth) {
    String text = text(piece, depth - 1);
    return Precedence.of(piece).looserThan(least) ? "(" + text + ")" : text;
  }

  private static String list(List<Syntax> pieces, int depth) {
    return pieces.stream().map(p -> text(p, depth - 1)).collect(Collectors.joining(", "));
  }

  /// {@return a refusal about this piece}
  static Refusal refusal(Problem.Code code, String message, Span span, String hint) {
    return new Problem(code, message, span.start(), span.end(), hint).refusal();
  }

  /// {@return the refusal with a place, if it has none yet}
  static Refusal placed(Refusal refusal, Span span) {
    Problem p = refusal.problem();
    boolean keeps = p.start() >= 0 || span.start() < 0 || p.code() == Problem.Code.TIMEOUT;
    return keeps ? refusal : p.at(span.start(), span.end()).refusal();
  }
}
