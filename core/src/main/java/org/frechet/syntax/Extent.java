package org.frechet.syntax;

import java.util.ArrayDeque;

/// How far a tree reaches. `height` is the number of pieces on the longest way down; `nesting`
/// counts the same without the steps to a left operand or past a definition, so that a chain `a + b
/// + …` or `let r = …; let s = …; …` counts as one piece.
record Extent(int height, int nesting) {

  /// {@return the extent of a tree}, measured with a loop, since the tree may be too tall to
  /// recurse
  static Extent of(Syntax tree) {
    record Visit(Syntax piece, int height, int nesting) {}
    int height = 0;
    int nesting = 0;
    var open = new ArrayDeque<Visit>();
    open.push(new Visit(tree, 1, 1));
    while (!open.isEmpty()) {
      Visit visit = open.pop();
      height = Math.max(height, visit.height);
      nesting = Math.max(nesting, visit.nesting);
      for (Syntax child : visit.piece.children()) {
        boolean chained =
            (visit.piece instanceof Syntax.Binary b && b.left() == child)
                || (visit.piece instanceof Syntax.Let let && let.body() == child);
        int deeper = chained ? visit.nesting : visit.nesting + 1;
        open.push(new Visit(child, visit.height + 1, deeper));
      }
    }
    return new Extent(height, nesting);
  }
}
