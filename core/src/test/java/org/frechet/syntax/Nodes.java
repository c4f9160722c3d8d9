package org.frechet.syntax;

import java.util.ArrayDeque;
import java.util.Set;
import java.util.TreeSet;

/// How long a text is, in pieces of its syntax tree: names, numbers, operators, calls. A function's
/// name is no piece of its own.
public final class Nodes {
  private Nodes() {}

  public static int count(String text) {
    return count(Parser.parse(text));
  }

  public static int count(Syntax tree) {
    int count = 0;
    var open = new ArrayDeque<Syntax>();
    open.push(tree);
    while (!open.isEmpty()) {
      count++;
      open.pop().children().forEach(open::push);
    }
    return count;
  }

  /// {@return the names in a tree that stand for values}
  public static Set<String> names(Syntax tree) {
    var names = new TreeSet<String>();
    var open = new ArrayDeque<Syntax>();
    open.push(tree);
    while (!open.isEmpty()) {
      Syntax piece = open.pop();
      if (piece instanceof Syntax.Name name) {
        names.add(name.text());
      }
      piece.children().forEach(open::push);
    }
    return names;
  }
}
