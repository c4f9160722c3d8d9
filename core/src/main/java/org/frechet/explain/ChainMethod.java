package org.frechet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.shape.Dim;

/// The chain rule through named intermediate variables. Of a scalar function cotangents go backward
/// through the steps (Griewank & Walther 2008, ch. 3); of any other, Jacobians or differentials go
/// forward.
final class ChainMethod {
  private ChainMethod() {}

  static Proof explain(Task task) {
    List<Stage> stages = Composition.of(task);
    var forward =
        new Part(
            "forward: each step has a name", steps(task, stages), List.of(), table(task, stages));
    if (task.f().isScalar() && !task.variable().isScalar()) {
      Part backward = new Cotangents(task, stages).part();
      return new Proof(Method.CHAIN, List.of(forward, ending(backward, task)), Map.of());
    }
    Part changes = new ChainOfChanges(task, stages).part();
    return new Proof(Method.CHAIN, List.of(forward, ending(changes, task)), task.held().meanings());
  }

  /// The conditions of the answer stand on the last line.
  private static Part ending(Part part, Task task) {
    var lines = new ArrayList<>(part.lines());
    lines.addLast(lines.removeLast().needing(task.conditions()));
    return new Part(part.title(), lines, part.notes(), part.table());
  }

  private static List<Line> steps(Task task, List<Stage> stages) {
    var values = new java.util.HashMap<Expr, Expr>();
    var lines = new ArrayList<Line>();
    for (Stage s : stages) {
      Expr meant = org.frechet.expr.Traversal.substitute(s.definition(), values);
      lines.add(
          new Line(
              Labels.name(s.word()),
              Line.Relation.DEFINED,
              new InNames(s.definition(), Map.of()),
              s == stages.getLast() ? Rules.FUNCTION : ChainRules.STEP,
              "",
              task.needs().apply(List.of(s.definition())),
              s.definition().shape(),
              new Meaning.Equal(s.value(), meant),
              Optional.empty()));
      values.put(s.name(), s.value());
    }
    return lines;
  }

  /// The Jacobian of every step by everything that it uses.
  private static Optional<Part.Table> table(Task task, List<Stage> stages) {
    var rows = new ArrayList<List<String>>();
    for (Stage s : stages.reversed()) {
      for (Expr input : s.inputs()) {
        String by =
            input == task.variable() ? task.answer().name() : ((Node.Var) input.node()).name();
        boolean stacked = s.name().shape().isMatrix() || input.shape().isMatrix();
        rows.add(
            List.of(
                (stacked ? "∂vec(%s)/∂vec(%s)" : "∂%s/∂%s").formatted(s.word(), by),
                size(s.name()) + "×" + size(input)));
      }
    }
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part.Table("shapes of the Jacobians", List.of("of", "shape"), rows));
  }

  private static String size(Expr e) {
    return e.shape().isMatrix() && !e.shape().isSquare()
        ? extent(e.shape().rows()) + "·" + extent(e.shape().cols())
        : e.shape().isMatrix() ? extent(e.shape().rows()) + "²" : extent(e.shape().count());
  }

  private static String extent(Dim dim) {
    String written = dim.toString();
    return dim.isName() || written.chars().allMatch(Character::isDigit)
        ? written
        : "(" + written + ")";
  }
}
