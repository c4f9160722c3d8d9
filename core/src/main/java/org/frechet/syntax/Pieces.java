package org.frechet.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// Trees of syntax rebuilt with other pieces.
public final class Pieces {
  private Pieces() {}

  /// {@return the piece with other pieces directly below it}, as many as [Syntax#children] gives
  public static Syntax withChildren(Syntax piece, List<Syntax> children) {
    return switch (piece) {
      case Syntax.Number _, Syntax.Name _, Syntax.Colon _ -> piece;
      case Syntax.Unary u -> new Syntax.Unary(u.operator(), children.getFirst(), u.span());
      case Syntax.Binary b ->
          new Syntax.Binary(
              b.operator(), children.get(0), children.get(1), b.span(), b.operatorSpan());
      case Syntax.Transpose t -> new Syntax.Transpose(children.getFirst(), t.span());
      case Syntax.Call c -> new Syntax.Call(c.name(), children, c.span(), c.nameSpan());
      case Syntax.Index i ->
          new Syntax.Index(children.getFirst(), children.subList(1, children.size()), i.span());
      case Syntax.Range r -> new Syntax.Range(children.get(0), children.get(1), r.span());
      case Syntax.Block b -> new Syntax.Block(rows(b, children), b.span());
      case Syntax.Let l -> new Syntax.Let(l.name(), children.get(0), children.get(1), l.span());
      case Syntax.Equation e -> new Syntax.Equation(children.get(0), children.get(1), e.span());
    };
  }

  private static List<List<Syntax>> rows(Syntax.Block block, List<Syntax> entries) {
    var rows = new ArrayList<List<Syntax>>();
    int at = 0;
    for (List<Syntax> row : block.rows()) {
      rows.add(entries.subList(at, at + row.size()));
      at += row.size();
    }
    return rows;
  }

  /// {@return the piece with its children changed}
  public static Syntax mapped(Syntax piece, UnaryOperator<Syntax> change) {
    return withChildren(piece, piece.children().stream().map(change).toList());
  }

  /// {@return the piece and all below it, as if they stood at this place}
  public static Syntax at(Syntax piece, Syntax.Span span) {
    return switch (piece) {
      case Syntax.Number n -> new Syntax.Number(n.text(), span);
      case Syntax.Name n -> new Syntax.Name(n.text(), span);
      case Syntax.Colon _ -> new Syntax.Colon(span);
      case Syntax.Unary u -> new Syntax.Unary(u.operator(), at(u.operand(), span), span);
      case Syntax.Binary b ->
          new Syntax.Binary(b.operator(), at(b.left(), span), at(b.right(), span), span, span);
      case Syntax.Transpose t -> new Syntax.Transpose(at(t.operand(), span), span);
      case Syntax.Call c -> new Syntax.Call(c.name(), all(c.arguments(), span), span, span);
      case Syntax.Index i -> new Syntax.Index(at(i.target(), span), all(i.selectors(), span), span);
      case Syntax.Range r -> new Syntax.Range(at(r.from(), span), at(r.to(), span), span);
      case Syntax.Block b ->
          new Syntax.Block(b.rows().stream().map(row -> all(row, span)).toList(), span);
      case Syntax.Let l -> new Syntax.Let(l.name(), at(l.value(), span), at(l.body(), span), span);
      case Syntax.Equation e -> new Syntax.Equation(at(e.left(), span), at(e.right(), span), span);
    };
  }

  private static List<Syntax> all(List<Syntax> pieces, Syntax.Span span) {
    return pieces.stream().map(p -> at(p, span)).toList();
  }
}
