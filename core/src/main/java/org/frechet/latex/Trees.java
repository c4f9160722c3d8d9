package org.frechet.latex;

import java.util.List;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// Makes pieces of syntax.
final class Trees {
  private Trees() {}

  static Syntax binary(String operator, Syntax left, Syntax right, Span place) {
    return operator.equals("kron")
        ? new Syntax.Call("kron", List.of(left, right), left.span().to(right.span()), place)
        : new Syntax.Binary(operator, left, right, left.span().to(right.span()), place);
  }

  static Syntax times(Syntax left, Syntax right) {
    return binary(
        "*",
        left,
        right,
        new Span(/* start= */ left.span().end(), /* end= */ right.span().start()));
  }

  static Syntax call(String name, List<Syntax> arguments, Span span, Span place) {
    return new Syntax.Call(name, arguments, span, place);
  }

  static Syntax call(String name, Syntax argument, Span span) {
    return new Syntax.Call(name, List.of(argument), span, span);
  }

  static Syntax number(String text, Span span) {
    return new Syntax.Number(text, span);
  }

  static Syntax minusOne(Span span) {
    return new Syntax.Unary('-', number("1", span), span);
  }

  static Syntax diff(Syntax of, Syntax by, Span span) {
    return new Syntax.Call("diff", List.of(of, by), span, span);
  }

  static Syntax spanned(Syntax piece, Span span) {
    return switch (piece) {
      case Syntax.Number n -> new Syntax.Number(n.text(), span);
      case Syntax.Name n -> new Syntax.Name(n.text(), span);
      case Syntax.Unary u -> new Syntax.Unary(u.operator(), u.operand(), span);
      case Syntax.Binary b ->
          new Syntax.Binary(b.operator(), b.left(), b.right(), span, b.operatorSpan());
      case Syntax.Transpose t -> new Syntax.Transpose(t.operand(), span);
      case Syntax.Call c -> new Syntax.Call(c.name(), c.arguments(), span, c.nameSpan());
      case Syntax.Index i -> new Syntax.Index(i.target(), i.selectors(), span);
      case Syntax.Colon _ -> new Syntax.Colon(span);
      case Syntax.Range r -> new Syntax.Range(r.from(), r.to(), span);
      case Syntax.Block b -> new Syntax.Block(b.rows(), span);
      case Syntax.Let l -> new Syntax.Let(l.name(), l.value(), l.body(), span);
      case Syntax.Equation e -> new Syntax.Equation(e.left(), e.right(), span);
    };
  }
}
