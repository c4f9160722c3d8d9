package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.frechet.derive.Derivation;
import org.frechet.explain.Detail;
import org.frechet.explain.Method;
import org.frechet.expr.Expr;

/// A step to a derivative: the rule and what it gave, in every notation.
public record Step(String rule, String text, String unicode, String latex) {
  /// {@return the lines of the short derivation by differentials; of forms and parts, for which
  /// there is none, what was done in outline}
  static List<Step> of(Derivative d) {
    boolean whole = d.variables().size() == 1 && d.by() == d.variable();
    return whole && d.view().isEmpty() ? lines(d) : outline(d);
  }

  private static List<Step> lines(Derivative d) {
    return Explanation.of(d, Method.DIFFERENTIAL, Detail.SHORT).steps().stream()
        .map(s -> new Step(s.rule(), s.text(), s.unicode(), s.latex()))
        .toList();
  }

  private static List<Step> outline(Derivative d) {
    Derivation found = d.derivation();
    var steps = new ArrayList<Step>();
    steps.add(of(d, "function", found.function()));
    steps.add(of(d, "differential", found.map()));
    steps.add(of(d, "read off the " + found.kind().title(), found.raw()));
    if (d.value() != found.raw()) {
      steps.add(of(d, "simplify", d.value()));
    }
    return List.copyOf(steps);
  }

  private static Step of(Derivative d, String rule, Expr e) {
    return new Step(rule, d.text(e), d.unicode(e, Map.of()), d.latex(e));
  }
}
