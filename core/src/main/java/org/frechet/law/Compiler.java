package org.frechet.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Parser;

/// Turns the text of a law into typed patterns with the product's own parser and type checker.
final class Compiler {
  private Compiler() {}

  static List<Law> compile(String name, String text, String reason, LawBook.Kind kind) {
    var laws = new ArrayList<Law>();
    laws.add(compile(name, text, reason, ""));
    if (kind == LawBook.Kind.ENTRY) {
      laws.add(compile(name, text, reason, "Z: scalar"));
    }
    return laws;
  }

  private static Law compile(String name, String text, String reason, String scalars) {
    String[] parts = text.split(" where ", 2);
    String[] sides = parts[0].split("->", 2);
    Map<String, Declaration> declared = new HashMap<>();
    for (String words : new String[] {parts.length > 1 ? parts[1] : "", scalars}) {
      if (!words.isEmpty()) {
        Declarations.parse(words).forEach(d -> declared.put(d.name(), d));
      }
    }
    var left = Elaborator.elaborate(Parser.parse(sides[0]), declared, List.of());
    left.variables()
        .forEach((v, e) -> {
          var node = (Node.Var) e.node();
          declared.putIfAbsent(v, Declarations.parse(v, node.shape().declaration()));
        });
    Expr right = Elaborator.elaborate(Parser.parse(sides[1]), declared, List.of()).expr();
    Expr shaped =
        right.isScalar() && !left.expr().isScalar()
            ? Algebra.mul(right, Algebra.ones(left.expr().shape()))
            : right;
    if (!shaped.shape().equals(left.expr().shape())) {
      throw new IllegalStateException("the two sides of law " + name + " differ in shape");
    }
    return new Law(name, text, reason, left.expr(), shaped);
  }
}
