package org.frechet;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.frechet.expr.Expr;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Model;
import org.frechet.syntax.Syntax;

/// What was claimed, as far as it has a meaning in a scene.
///
/// @param model the meaning; absent if shapes do not fit
/// @param ill why
record Claimant(
    Scene scene, Syntax claimed, Syntax.Span span, Optional<Model> model, Optional<Problem> ill) {
  /// {@return the claimed value as understood in the scene}
  ///
  /// @throws Refusal if it cannot be read for another reason than its shapes
  static Claimant of(Scene scene, Syntax claimed, Syntax.Span span) {
    try {
      return new Claimant(
          scene, claimed, span, Optional.of(scene.model(claimed)), Optional.empty());
    } catch (Refusal r) {
      if (!isOfShapes(r.problem())) {
        throw r;
      }
      return new Claimant(scene, claimed, span, Optional.empty(), Optional.of(r.problem()));
    }
  }

  static boolean isOfShapes(Problem p) {
    return p.code() == Code.SHAPE_MISMATCH || p.code() == Code.NOT_SQUARE;
  }

  Optional<Expr> value() {
    return model.map(Model::expr);
  }

  /// {@return the conditions under which the claimed value exists}
  List<String> conditions() {
    return model
        .map(m -> {
          var parts = new java.util.ArrayList<>(m.parts());
          parts.add(m.expr());
          return scene.writing().conditions(parts);
        })
        .orElse(List.of());
  }

  Case of(
      String kind,
      String left,
      List<Truth> truths,
      Supplier<List<Truth>> others,
      List<Syntax> sources,
      List<String> conditions) {
    var all = new java.util.LinkedHashSet<>(conditions);
    conditions().stream()
        .filter(c -> all.stream().noneMatch(known -> known.startsWith(c)))
        .forEach(all::add);
    return new Case(
        scene,
        claimed,
        span,
        kind,
        left,
        value(),
        model.map(Model::parts).orElse(java.util.Set.of()),
        ill,
        truths,
        others,
        sources,
        List.copyOf(all));
  }
}
