package org.frechet.latex;

import java.util.List;
import java.util.function.UnaryOperator;
import org.frechet.syntax.Syntax;

/// Rebuilds trees.
final class Pieces {
  private Pieces() {}

  /// {@return a piece with the pieces directly below it replaced}
  static Syntax map(Syntax piece, UnaryOperator<Syntax> f) {
    return switch (piece) {
      case Syntax.Number _, Syntax.Name _, Syntax.Colon _ -> piece;
      case Syntax.Unary u -> new Syntax.Unary(u.operator(), f.apply(u.operand()), u.span());
      case Syntax.Binary b ->
          new Syntax.Binary(
              b.operator(), f.apply(b.left()), f.apply(b.right()), b.span(), b.operatorSpan());
      case Syntax.Transpose t -> new Syntax.Transpose(f.apply(t.operand()), t.span());
      case Syntax.Call c ->
          new Syntax.Call(c.name(), c.arguments().stream().map(f).toList(), c.span(), c.nameSpan());
      case Syntax.Index i -> {
        List<Syntax> selectors = i.selectors().stream().map(f).toList();
        yield new Syntax.Index(f.apply(i.target()), selectors, i.span());
      }
      case Syntax.Range r -> new Syntax.Range(f.apply(r.from()), f.apply(r.to()), r.span());
      case Syntax.Block b ->
          new Syntax.Block(
              b.rows().stream().map(row -> row.stream().map(f).toList()).toList(), b.span());
      case Syntax.Let l ->
          new Syntax.Let(l.name(), f.apply(l.value()), f.apply(l.body()), l.span());
      case Syntax.Equation e ->
          new Syntax.Equation(f.apply(e.left()), f.apply(e.right()), e.span());
    };
  }
}
