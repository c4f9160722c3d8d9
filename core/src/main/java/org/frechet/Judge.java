package org.frechet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.frechet.check.Agreement;
import org.frechet.check.Bounds;
import org.frechet.check.Counterexample;
import org.frechet.claim.Mistake;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.diff.Differential;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Differentials;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// Judges single claims.
final class Judge {
  private final Map<String, Declaration> declared;
  private final Layout layout;
  private final Set<String> singular;

  Judge(Conventions conventions) {
    this.declared = conventions.declared();
    this.layout = conventions.layout();
    this.singular = conventions.singular();
  }

  Judgment judge(Assertion a) {
    try {
      return judged(a, declared, Case::judged);
    } catch (Refusal r) {
      Problem p = r.problem();
      if (p.code() == Code.NOT_DIFFERENTIABLE) {
        return bare(Verdict.NOT_DIFFERENTIABLE, a, p);
      }
      if (p.code() == Code.UNSUPPORTED) {
        Set<String> names = names(a);
        names.addAll(Wrt.names(a.claimed()));
        return Attributed.repaired(declared, names, more -> judged(a, more, Case::judged))
            .orElseThrow(() -> r);
      }
      if (!Claimant.isOfShapes(p)) {
        throw r;
      }
      return Squares.repaired(declared, p, more -> judged(a, more, Case::onlyIfFitting))
          .orElseGet(() -> bare(Verdict.ILL_SHAPED, a, p));
    }
  }

  /// First the names mean what the function makes of them; where the claim then is not right, what
  /// else they could mean: a guessed scalar may be a vector, and both together may tell more.
  private Judgment judged(
      Assertion a, Map<String, Declaration> known, Function<Case, Judgment> judging) {
    Scene alone = alone(a, known);
    Judgment first = judged(a, alone, judging);
    if (first.verdict().isRight()) {
      return first;
    }
    for (Readings.Reading reading : Readings.of(a, known, alone)) {
      boolean fits = !reading.note().isEmpty() && first.verdict() == Verdict.ILL_SHAPED;
      Optional<Judgment> again = reread(a, reading, alone, fits ? Case::judged : Case::onlyIfRight);
      boolean better =
          again
              .map(Judgment::verdict)
              .filter(v -> v.isRight() || (fits && v != Verdict.ILL_SHAPED))
              .isPresent();
      if (better) {
        return again.get();
      }
    }
    return first;
  }

  /// {@return the judgment on another reading, where that has a meaning}
  private Optional<Judgment> reread(
      Assertion a, Readings.Reading reading, Scene alone, Function<Case, Judgment> judging) {
    try {
      Scene scene = scene(a, reading.pieces(), reading.declared());
      if (scene.declared().equals(alone.declared()) || !reading.refines(scene, alone)) {
        return Optional.empty();
      }
      Scene assuming = reading.note().isEmpty() ? scene : scene.assuming(reading.note());
      return Optional.of(judged(a, assuming, judging));
    } catch (Refusal r) {
      if (r.problem().code() == Code.TIMEOUT) {
        throw r;
      }
      return Optional.empty();
    }
  }

  /// Of an identity both sides tell what names mean, unless only one of them has a meaning.
  private Scene alone(Assertion a, Map<String, Declaration> known) {
    List<Syntax> subjects = subjects(a);
    if (a instanceof Assertion.Solved s) {
      return SolvedCase.scene(s, known, new Rates(layout, Set.of()));
    }
    try {
      return scene(a, subjects, known);
    } catch (Refusal r) {
      if (subjects.size() == 1 || !Claimant.isOfShapes(r.problem())) {
        throw r;
      }
      return scene(a, subjects.subList(0, 1), known);
    }
  }

  private static Set<String> names(Assertion a) {
    var names = new HashSet<String>();
    for (Syntax piece : subjects(a)) {
      names.addAll(Wrt.names(piece));
    }
    return names;
  }

  static List<Syntax> subjects(Assertion a) {
    return switch (a) {
      case Assertion.Derivative d -> List.of(d.function());
      case Assertion.Differential d -> List.of(d.function());
      case Assertion.Identity i -> List.of(i.left(), i.claimed());
      case Assertion.Compared c -> List.of(c.left(), c.claimed());
      case Assertion.Shaped s -> List.of(s.claimed());
      case Assertion.Solved s -> SolvedCase.subjects(s.problem());
    };
  }

  private Scene scene(Assertion a, List<Syntax> pieces, Map<String, Declaration> known) {
    var extra = new ArrayList<Syntax>();
    Set<String> moving = new HashSet<>();
    boolean alike = false;
    switch (a) {
      case Assertion.Derivative d ->
          d.wrt().forEach(w -> extra.add(Wrt.parse(TextPrinter.print(w)).name()));
      case Assertion.Differential d -> {
        moving.addAll(d.moving());
        d.moving().forEach(w -> extra.add(new Syntax.Name(w, Syntax.Span.NONE)));
      }
      case Assertion.Identity i -> {
        alike = true;
        moving.addAll(i.moving());
      }
      case Assertion.Compared _ -> alike = true;
      case Assertion.Shaped _, Assertion.Solved _ -> {}
    }
    return Scene.of(pieces, known, extra, new Rates(layout, moving), alike, singular);
  }

  private Judgment judged(Assertion a, Scene scene, Function<Case, Judgment> judging) {
    if (a instanceof Assertion.Solved s) {
      return SolvedCase.judged(s, scene);
    }
    Claimant claimant = Claimant.of(holding(a, scene), a.claimed(), a.span());
    return switch (a) {
      case Assertion.Derivative d -> judging.apply(new DerivativeCase(scene, d).of(claimant));
      case Assertion.Differential d -> judging.apply(differential(d, claimant));
      case Assertion.Identity i -> judging.apply(identity(i, claimant));
      case Assertion.Compared c -> compared(c, claimant);
      case Assertion.Shaped s -> shaped(s, claimant);
      case Assertion.Solved _ -> throw new IllegalStateException("judged before");
    };
  }

  /// What has no increment in a differential is constant, which must be said.
  private static Scene holding(Assertion a, Scene scene) {
    Set<String> moving = scene.rates().moving();
    if (!(a instanceof Assertion.Differential d) || moving.isEmpty()) {
      return scene;
    }
    var still = new TreeSet<>(Traversal.variables(scene.expr(d.function())).keySet());
    still.removeAll(moving);
    return still.isEmpty()
        ? scene
        : scene.assuming(
            String.join(", ", still) + (still.size() == 1 ? " is" : " are") + " held constant");
  }

  /// The sum of the maps by all variables that move, each checked.
  private static Case differential(Assertion.Differential d, Claimant claimant) {
    Scene scene = claimant.scene();
    Expr f = scene.expr(d.function());
    List<Expr> maps = new ArrayList<>();
    var conditions = new java.util.LinkedHashSet<String>();
    Set<String> moving = scene.rates().moving();
    for (String name : Traversal.variables(f).keySet()) {
      if (moving.isEmpty() || moving.contains(name)) {
        Derivative by = scene.formula(d.function()).derivative(name);
        maps.add(scene.singular().contains(name) ? everywhere(by) : by.map());
        conditions.addAll(DerivativeCase.conditions(scene, by));
      }
    }
    Expr map = maps.isEmpty() ? Algebra.zeros(f.shape()) : Algebra.add(maps);
    return claimant.of(
        d.kind(),
        "d(%s)".formatted(TextPrinter.print(d.function())),
        List.of(Truth.plain(map)),
        List::of,
        List.of(d.function()),
        List.copyOf(conditions));
  }

  /// Textbook rules invert where the derivative exists without.
  private static Expr everywhere(Derivative d) {
    return Derivation.of(d.function(), d.variable(), 1, Layout.MIXED, Differential.Rules.EVERYWHERE)
        .map();
  }

  private static Case identity(Assertion.Identity i, Claimant claimant) {
    var left = claimant.scene().model(i.left());
    var parts = new ArrayList<>(left.parts());
    parts.add(left.expr());
    return claimant.of(
        "identity",
        TextPrinter.print(Differentials.written(i.left())),
        List.of(Truth.plain(left.expr())),
        List::of,
        List.of(i.left()),
        claimant.scene().writing().conditions(parts));
  }

  private static Judgment compared(Assertion.Compared c, Claimant claimant) {
    Expr left = claimant.scene().expr(c.left());
    Case whole =
        claimant.of(
            "inequality",
            "%s %s"
                .formatted(TextPrinter.print(Differentials.written(c.left())), c.sign().spelling()),
            List.of(Truth.plain(left)),
            List::of,
            List.of(),
            List.of());
    if (claimant.value().isEmpty() || !claimant.value().get().shape().equals(left.shape())) {
      return whole.judged();
    }
    Expr right = claimant.value().get();
    boolean less =
        switch (c.sign()) {
          case LESS, AT_MOST, EQUAL, DEFINES -> true;
          case GREATER, AT_LEAST -> false;
        };
    boolean strict = c.sign() == Relation.Sign.LESS || c.sign() == Relation.Sign.GREATER;
    Bounds bounds = Bounds.of(less ? left : right, less ? right : left, strict, 1);
    Ruling ruling =
        new Ruling(whole, verdict(bounds), whole.truths().getFirst())
            .sure(Agreement.Certainty.NUMERIC, bounds.points(), 0)
            .reason(
                bounds.violation().isPresent()
                    ? ""
                    : "tried at random points, which proves nothing");
    bounds
        .violation()
        .flatMap(p -> Counterexample.at(right, left, p))
        .ifPresent(e -> ruling.example(Case.example(e)));
    return ruling.judgment();
  }

  private static Verdict verdict(Bounds bounds) {
    return bounds.violation().isPresent()
        ? Verdict.WRONG
        : bounds.points() == 0 ? Verdict.UNKNOWN : Verdict.RIGHT;
  }

  private static Judgment shaped(Assertion.Shaped s, Claimant claimant) {
    Case whole =
        claimant.of(
            "shape",
            TextPrinter.print(s.claimed()),
            List.of(Truth.plain(claimant.value().orElse(Algebra.ZERO))),
            List::of,
            List.of(),
            List.of());
    if (claimant.value().isEmpty()) {
      return whole.judged();
    }
    var is = claimant.value().get().shape();
    boolean right = is.equals(s.shape().shape());
    return new Ruling(whole, right ? Verdict.RIGHT : Verdict.ILL_SHAPED, whole.truths().getFirst())
        .sure(Agreement.Certainty.PROOF, 0, 0)
        .reason("%s is %s".formatted(TextPrinter.print(s.claimed()), is.declaration()))
        .correct(is.declaration(), right)
        .diagnosis(right ? Mistake.NONE : Mistake.SHAPE, "")
        .judgment();
  }

  /// A claim of which no value is known.
  private Judgment bare(Verdict verdict, Assertion a, Problem p) {
    Scene nothing =
        new Scene(declared, new Rates(layout, Set.of()), List.of(), Set.of(), singular, Set.of());
    var none =
        new Case(
            nothing,
            a.claimed(),
            a.span(),
            verdict == Verdict.NOT_DIFFERENTIABLE ? "derivative" : "statement",
            "",
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            List.of(),
            List::of,
            List.of(),
            List.of());
    return new Ruling(none, verdict, Truth.plain(Algebra.ZERO))
        .reason(p.message())
        .place(p)
        .diagnosis(verdict == Verdict.ILL_SHAPED ? Mistake.SHAPE : Mistake.OTHER, p.message())
        .judgment();
  }
}
