package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.shape.Problem;

/// Implicit differentiation: what an equation defines gets a name, the equation is differentiated
/// on both sides, and the differential of the unknown is found from it.
final class ImplicitMethod {
  private static final Rule INSERT = new Rule("insert", "the differential that the equation gives");

  private final Task task;
  private final ImplicitUnknown.System system;
  private final Held held;
  private final Expansion expansion;
  private final boolean alone;
  private final DifferentialMethod outer;
  private final Phrase name;

  private ImplicitMethod(Task task) {
    this.task = task;
    this.system = ImplicitUnknown.of(task);
    if (system.unknowns().isEmpty()) {
      throw refusal("no part of this function is defined by an equation");
    }
    this.held = task.held();
    system.symbols().forEach(held::add);
    var roots = new ArrayList<Expr>();
    roots.add(system.function());
    system.unknowns().forEach(u -> roots.addAll(u.arguments()));
    var leaves = new ArrayList<Expr>(system.symbols());
    leaves.add(task.variable());
    this.expansion = new Expansion(roots, leaves, task);
    this.alone = system.function() == system.unknowns().getLast().symbol();
    this.name = alone ? Phrase.of(system.function()) : Labels.name(task.functionName());
    this.outer = new DifferentialMethod(task.of(system.function(), task.answer()), name, expansion);
  }

  static Proof explain(Task task) {
    return new ImplicitMethod(task).proof();
  }

  static RuntimeException refusal(String why) {
    return Problem.of(Problem.Code.UNSUPPORTED, why)
        .hint("the method %s applies".formatted(Method.DIFFERENTIAL.word()))
        .refusal();
  }

  private Proof proof() {
    var parts = new ArrayList<Part>();
    if (!alone) {
      outer.begin();
      outer.expand();
      parts.add(new Part("the function", outer.drained()));
    }
    Map<Expr, Expr> known = new HashMap<>();
    Map<Expr, Expr> retired = new HashMap<>();
    for (ImplicitUnknown u : system.unknowns()) {
      var equation = new ImplicitEquation(u, task, expansion, system.values());
      ImplicitEquation.Solved solved = equation.solved();
      parts.add(new Part("the equation for " + FunctionRule.written(u.symbol()), solved.lines()));
      known.put(Algebra.increment(u.symbol()), Traversal.substitute(solved.differential(), known));
      if (solved.retired()) {
        retired.put(u.symbol(), u.written());
      }
    }
    if (alone) {
      outer.expand();
      outer.drained();
    }
    outer.insert(known, retired, INSERT, !alone);
    outer.expand();
    while (outer.holds(known.keySet())) { // arguments of unknowns may hold earlier ones
      outer.insert(known, retired, INSERT, /* shown= */ true);
      outer.expand();
    }
    if (!task.variable().isScalar()) {
      outer.move();
    }
    outer.end();
    parts.add(new Part("the derivative", closed(outer.drained(), retired.keySet())));
    return measured(conditioned(parts));
  }

  /// The answer is written without the names.
  private List<Line> closed(List<Line> lines, Set<Expr> retired) {
    if (lines.isEmpty() || task.answer().value().isEmpty()) {
      return lines;
    }
    String names =
        system.unknowns().stream()
            .flatMap(u -> u.named().entrySet().stream())
            .filter(e -> !retired.contains(e.getKey()))
            .filter(e -> !alone || e.getKey() != system.function())
            .map(e -> FunctionRule.written(e.getKey()) + " = " + FunctionRule.written(e.getValue()))
            .collect(java.util.stream.Collectors.joining(", "));
    var all = new ArrayList<>(lines);
    all.add(all.removeLast().because(names.isEmpty() ? "" : "with " + names));
    return all;
  }

  /// What the answer needs beyond its values, such as an eigenvalue that is simple, is what the
  /// equation needs to be differentiated.
  private List<Part> conditioned(List<Part> parts) {
    var open = new ArrayList<>(task.conditions());
    parts.forEach(p -> p.lines().forEach(l -> open.removeAll(l.conditions())));
    var done = new ArrayList<Part>();
    for (Part p : parts) {
      var lines = new ArrayList<Line>();
      for (Line l : p.lines()) {
        boolean here = l.rule() == ImplicitEquation.BOTH_SIDES;
        lines.add(here ? l.needing(open) : l);
        if (here) {
          open.clear();
        }
      }
      done.add(new Part(p.title(), lines, p.notes(), p.table()));
    }
    return done;
  }

  /// Names are names of values and their differentials those of the values: so the lines are
  /// checked, though they are written with names.
  private Proof measured(List<Part> parts) {
    Map<Expr, Expr> values = system.values();
    Map<Expr, Expr> stopped = new HashMap<>();
    values.forEach((y, value) -> stopped.put(y, Algebra.stop(value)));
    Map<Expr, Expr> meanings = new HashMap<>(held.meanings());
    held.meanings()
        .forEach((increment, of) -> {
          Expr value = Traversal.substitute(of, values);
          if (value != of) {
            Expr rate =
                Algebra.heldIncrement("rate of d" + stopped.size() + increment, increment.shape());
            meanings.put(rate, value);
            stopped.put(increment, rate);
          }
        });
    UnaryOperator<Expr> change = e -> Traversal.substitute(e, stopped);
    return new Proof(
        Method.IMPLICIT, parts.stream().map(p -> measured(p, change)).toList(), meanings);
  }

  private static Part measured(Part part, UnaryOperator<Expr> change) {
    List<Line> lines =
        part.lines().stream().map(l -> l.claiming(measured(l.meaning(), change))).toList();
    return new Part(part.title(), lines, part.notes(), part.table());
  }

  private static Meaning measured(Meaning meaning, UnaryOperator<Expr> change) {
    return switch (meaning) {
      case Meaning.Equal(var left, var right) ->
          new Meaning.Equal(change.apply(left), change.apply(right));
      case Meaning.AtMost(var left, var right) ->
          new Meaning.AtMost(change.apply(left), change.apply(right));
      case Meaning.Derivative d -> d;
      case Meaning.Several(var all) ->
          new Meaning.Several(all.stream().map(m -> measured(m, change)).toList());
    };
  }
}
