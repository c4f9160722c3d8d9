package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.Syntax.Span;

/// The operands within a syntax tree that have a value of their own, and trees with another one in
/// their place. Sizes, selectors, options and whatever uses an index are no operands.
final class SyntaxPlaces {
  /// An operand, and the way to it from the root.
  record Place(List<Integer> path, Syntax piece) {
    Place {
      path = List.copyOf(path);
    }
  }

  private static final Set<String> OF_SIZES =
      Set.of("eye", "ones", "zeros", "dupmat", "elimat", "commat", "diff", "integrate", "sg");
  private static final Set<String> ONLY_FIRST = Set.of("reshape", "norm");

  private SyntaxPlaces() {}

  static List<Place> of(Syntax root, Set<String> variables) {
    var all = new ArrayList<Place>();
    collect(root, List.of(), variables, all);
    return all;
  }

  private static void collect(
      Syntax piece, List<Integer> path, Set<String> variables, List<Place> all) {
    all.add(new Place(path, piece));
    List<Syntax> children = piece.children();
    for (int i = 0; i < operands(piece, variables); i++) {
      var below = new ArrayList<>(path);
      below.add(i);
      collect(children.get(i), below, variables, all);
    }
  }

  /// {@return how many of the children are operands: the first ones}
  private static int operands(Syntax piece, Set<String> variables) {
    return switch (piece) {
      case Syntax.Number _, Syntax.Name _, Syntax.Colon _, Syntax.Range _ -> 0;
      case Syntax.Let _, Syntax.Equation _ -> 0;
      case Syntax.Binary b -> b.operator().endsWith("^") ? 1 : 2;
      case Syntax.Unary _, Syntax.Transpose _, Syntax.Block _ -> piece.children().size();
      case Syntax.Index _ -> 1;
      case Syntax.Call c -> {
        int count = c.arguments().size();
        if (OF_SIZES.contains(c.name()) || variables.contains(c.name())) {
          yield 0;
        }
        if (c.name().equals("sum") && count == 2) {
          yield 0;
        }
        boolean option =
            c.arguments().getLast() instanceof Syntax.Name(String word, _)
                && (word.equals("rows") || word.equals("cols"));
        yield ONLY_FIRST.contains(c.name()) ? 1 : option ? count - 1 : count;
      }
    };
  }

  /// {@return the piece at the end of a way}
  static Syntax at(Syntax root, List<Integer> path) {
    Syntax piece = root;
    for (int i : path) {
      piece = piece.children().get(i);
    }
    return piece;
  }

  static Syntax replaced(Syntax root, List<Integer> path, Syntax by) {
    if (path.isEmpty()) {
      return by;
    }
    var children = new ArrayList<>(root.children());
    int at = path.getFirst();
    children.set(at, replaced(children.get(at), path.subList(1, path.size()), by));
    return switch (root) {
      case Syntax.Unary u -> new Syntax.Unary(u.operator(), children.getFirst(), Span.NONE);
      case Syntax.Binary b ->
          RandomTrees.binary(b.operator(), children.getFirst(), children.getLast());
      case Syntax.Transpose _ -> RandomTrees.transpose(children.getFirst());
      case Syntax.Call c -> RandomTrees.call(c.name(), children);
      case Syntax.Index i -> new Syntax.Index(children.getFirst(), i.selectors(), Span.NONE);
      case Syntax.Block b -> {
        var rows = new ArrayList<List<Syntax>>();
        int from = 0;
        for (List<Syntax> row : b.rows()) {
          rows.add(List.copyOf(children.subList(from, from + row.size())));
          from += row.size();
        }
        yield RandomTrees.block(rows);
      }
      case Syntax.Number _, Syntax.Name _, Syntax.Colon _, Syntax.Range _ ->
          throw new IllegalArgumentException("nothing below " + root);
      case Syntax.Let _, Syntax.Equation _ ->
          throw new IllegalArgumentException("nothing replaced below " + root);
    };
  }

  /// {@return the number of operations and calls}
  static int operations(Syntax piece) {
    int below = piece.children().stream().mapToInt(SyntaxPlaces::operations).sum();
    return switch (piece) {
      case Syntax.Number _, Syntax.Name _, Syntax.Colon _, Syntax.Range _ -> below;
      case Syntax.Unary _, Syntax.Binary _, Syntax.Call _, Syntax.Index _ -> below + 1;
      case Syntax.Transpose _, Syntax.Block _, Syntax.Let _, Syntax.Equation _ -> below + 1;
    };
  }

  static boolean mentions(Syntax piece, String name) {
    return (piece instanceof Syntax.Name n && n.text().equals(name))
        || (piece instanceof Syntax.Call c && c.name().equals(name))
        || piece.children().stream().anyMatch(p -> mentions(p, name));
  }
}
