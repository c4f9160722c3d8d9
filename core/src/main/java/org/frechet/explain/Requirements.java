package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.frechet.expr.Expr;

/// Puts each condition on the first line that needs it, unless the method put it somewhere; what
/// only the answer as a whole needs, such as a kink that is passed by, is on the last.
final class Requirements {
  private Requirements() {}

  static Proof on(Proof proof, Task task) {
    Set<String> placed = new HashSet<>();
    proof.lines().forEach(l -> placed.addAll(l.conditions()));
    Set<String> seen = new HashSet<>(placed);
    var parts = new ArrayList<Part>();
    for (Part part : proof.parts()) {
      var lines = new ArrayList<Line>();
      for (Line line : part.lines()) {
        var needs = new TreeSet<>(task.needs().apply(expressions(line.meaning())));
        needs.removeIf(n -> !task.conditions().contains(n) || !seen.add(n));
        needs.addAll(line.conditions());
        lines.add(line.needing(List.copyOf(needs)));
      }
      parts.add(new Part(part.title(), lines, part.notes(), part.table()));
    }
    List<String> rest = task.conditions().stream().filter(c -> !seen.contains(c)).toList();
    if (!rest.isEmpty() && !parts.isEmpty() && !parts.getLast().lines().isEmpty()) {
      parts.add(needing(parts.removeLast(), rest));
    }
    return new Proof(proof.method(), parts, proof.held());
  }

  private static Part needing(Part part, List<String> rest) {
    var lines = new ArrayList<>(part.lines());
    Line last = lines.removeLast();
    var all = new ArrayList<>(last.conditions());
    all.addAll(rest);
    lines.add(last.needing(all));
    return new Part(part.title(), lines, part.notes(), part.table());
  }

  private static List<Expr> expressions(Meaning meaning) {
    return switch (meaning) {
      case Meaning.Equal(Expr left, Expr right) -> List.of(right);
      case Meaning.AtMost(Expr left, Expr right) -> List.of(right);
      case Meaning.Derivative(Expr f, Expr variable, var claims) ->
          claims.stream().map(c -> c.expr()).toList();
      case Meaning.Several(var all) -> all.stream().flatMap(m -> expressions(m).stream()).toList();
    };
  }
}
