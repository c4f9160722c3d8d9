package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.frechet.derive.Tidy;
import org.frechet.diff.Differential;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.function.Function;
import org.frechet.print.Presentation;
import org.frechet.print.UnicodePrinter;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;

/// The rule of a declared function, stated for a plain argument: `d log det X = tr(X⁻¹ dX)`. It is
/// made from the declaration, so it is what the derivation uses.
final class FunctionRule {
  private static final int MOST = 1000;

  private record Key(Function function, List<Shape> shapes) {}

  /// Rules are asked for again and again, and take longer than a line.
  private static final Map<Key, Rule> KNOWN = new ConcurrentHashMap<>();

  private FunctionRule() {}

  /// {@return the rule for arguments of these shapes}
  static Rule of(Function f, List<Expr> arguments) {
    var key = new Key(f, arguments.stream().map(Expr::shape).toList());
    Rule known = KNOWN.get(key);
    if (known != null) {
      return known;
    }
    Rule rule = stated(f, arguments);
    if (KNOWN.size() < MOST) {
      KNOWN.put(key, rule);
    }
    return rule;
  }

  private static Rule stated(Function f, List<Expr> arguments) {
    String name = f.rule().isEmpty() ? "differential of " + f.name() : f.rule();
    try {
      return new Rule(name, statement(f, arguments));
    } catch (Refusal _) {
      return new Rule(name, f.summary()); // a plain argument lacks what the function needs
    }
  }

  private static String statement(Function f, List<Expr> arguments) {
    var names = new ArrayList<Expr>();
    Map<Expr, Expr> increments = new HashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      Expr a = arguments.get(i);
      String letter = a.shape().isMatrix() ? "X" : a.isScalar() && !f.elementwise() ? "a" : "x";
      String name = i == 0 ? letter : Character.toString(letter.charAt(0) + i);
      Expr v = Algebra.variable(name, a.shape());
      names.add(v);
      increments.put(v, Algebra.increment(v));
    }
    Expr value = f.canonical(names);
    Expr change = Tidy.of(Differential.of(value, increments));
    return "d %s = %s".formatted(written(value), written(change));
  }

  static String written(Expr e) {
    return UnicodePrinter.print(Presentation.of(e, Presentation.Style.TYPESET, Map.of(), Set.of()));
  }
}
