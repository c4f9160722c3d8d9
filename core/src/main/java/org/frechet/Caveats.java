package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.frechet.derive.Conditions;
import org.frechet.derive.Derivation;
import org.frechet.derive.Form;
import org.frechet.derive.Smoothness;
import org.frechet.derive.StructureNote;
import org.frechet.derive.TangentSpace;
import org.frechet.derive.View;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.syntax.Model;

/// What goes with a derivative: what was assumed, and where it holds.
record Caveats(Model model, List<Expr> variables, Derivation derivation, Optional<View> view) {
  List<String> assumptions() {
    var all = new ArrayList<>(model.assumptions());
    view.ifPresent(v -> all.addAll(v.notes()));
    variables.forEach(x -> all.addAll(assumptions(x)));
    return List.copyOf(all);
  }

  private List<String> assumptions(Expr variable) {
    var all = new ArrayList<String>();
    String name = ((Node.Var) variable.node()).name();
    if (!Traversal.contains(model.expr(), variable)) {
      all.add("the function does not depend on " + name);
    }
    TangentSpace.of(variable).ifPresent(t -> all.add(note(t)));
    return all;
  }

  private String note(TangentSpace space) {
    return view.filter(v -> v.form() == Form.JVP || v.form() == Form.HVP).isPresent()
        ? StructureNote.ofDirections(space)
        : StructureNote.of(space, derivation);
  }

  List<String> conditions() {
    var parts = new ArrayList<>(model.parts());
    view.ifPresent(v -> parts.add(v.expr()));
    Stream<String> domain =
        variables.stream()
            .flatMap(x -> Conditions.of(derivation, x, parts).stream())
            .map(c -> condition(c) + range(c.argument()));
    return Stream.concat(domain, Smoothness.of(derivation, view).stream()).distinct().toList();
  }

  private String condition(Conditions.Condition c) {
    if (c.need().isOriented() && c.argument().node() instanceof Node.Transpose(Expr columns)) {
      return c.need().ofColumns(Writing.of(model).text(columns), c.function());
    }
    String other = c.other().map(Writing.of(model)::text).orElse("");
    return c.need().of(Writing.of(model).text(asWritten(c)), other, c.function());
  }

  private String range(Expr e) {
    var among = new ArrayList<>(model.parts());
    among.add(derivation.source());
    among.add(derivation.value().orElse(derivation.map()));
    return Writing.of(model).range(e, among);
  }

  /// What is nonzero, invertible or a kink is so with either sign.
  private Expr asWritten(Conditions.Condition c) {
    Expr opposite = Algebra.neg(c.argument());
    boolean signed = c.need().hasSign() || !model.sums().contains(opposite);
    return signed || model.sums().contains(c.argument()) ? c.argument() : opposite;
  }
}
