package org.frechet.concrete;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.frechet.syntax.Syntax;

/// Writes numbers for names of sizes: `eye(n)` is `eye(3)`. A name that a definition or a sum binds
/// means something else there.
final class SizesAsNumbers {
  private SizesAsNumbers() {}

  static Syntax in(Syntax piece, Map<String, Integer> sizes) {
    return sizes.isEmpty() ? piece : replaced(piece, sizes);
  }

  private static Syntax replaced(Syntax piece, Map<String, Integer> sizes) {
    return switch (piece) {
      case Syntax.Name n ->
          sizes.containsKey(n.text())
              ? new Syntax.Number(Integer.toString(sizes.get(n.text())), n.span())
              : n;
      case Syntax.Number _, Syntax.Colon _ -> piece;
      case Syntax.Unary u -> new Syntax.Unary(u.operator(), replaced(u.operand(), sizes), u.span());
      case Syntax.Binary b -> chain(b, sizes);
      case Syntax.Transpose t -> new Syntax.Transpose(replaced(t.operand(), sizes), t.span());
      case Syntax.Call c -> call(c, sizes);
      case Syntax.Index i ->
          new Syntax.Index(replaced(i.target(), sizes), all(i.selectors(), sizes), i.span());
      case Syntax.Range r ->
          new Syntax.Range(replaced(r.from(), sizes), replaced(r.to(), sizes), r.span());
      case Syntax.Block b ->
          new Syntax.Block(b.rows().stream().map(row -> all(row, sizes)).toList(), b.span());
      case Syntax.Let l ->
          new Syntax.Let(
              l.name(),
              replaced(l.value(), sizes),
              replaced(l.body(), without(sizes, l.name())),
              l.span());
      case Syntax.Equation e ->
          new Syntax.Equation(replaced(e.left(), sizes), replaced(e.right(), sizes), e.span());
    };
  }

  /// A chain of a thousand terms is walked with a loop.
  private static Syntax chain(Syntax.Binary last, Map<String, Integer> sizes) {
    List<Syntax.Binary> spine = last.spine();
    Syntax left = replaced(spine.getFirst().left(), sizes);
    for (Syntax.Binary b : spine) {
      left =
          new Syntax.Binary(
              b.operator(), left, replaced(b.right(), sizes), b.span(), b.operatorSpan());
    }
    return left;
  }

  private static Syntax call(Syntax.Call c, Map<String, Integer> sizes) {
    boolean binds =
        c.name().equals("sum")
            && c.arguments().size() == 2
            && c.arguments().getFirst() instanceof Syntax.Name;
    Map<String, Integer> inner =
        binds ? without(sizes, ((Syntax.Name) c.arguments().getFirst()).text()) : sizes;
    return new Syntax.Call(c.name(), all(c.arguments(), inner), c.span(), c.nameSpan());
  }

  private static List<Syntax> all(List<Syntax> pieces, Map<String, Integer> sizes) {
    var replaced = new ArrayList<Syntax>();
    pieces.forEach(p -> replaced.add(replaced(p, sizes)));
    return replaced;
  }

  private static Map<String, Integer> without(Map<String, Integer> sizes, String name) {
    var fewer = new HashMap<>(sizes);
    fewer.remove(name);
    return fewer;
  }
}
