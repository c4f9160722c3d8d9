package org.frechet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.frechet.check.Agreement.Certainty;
import org.frechet.check.Counterexample;
import org.frechet.claim.Degenerate;
import org.frechet.claim.ErrorBound;
import org.frechet.claim.Hypotheses;
import org.frechet.claim.Hypothesis;
import org.frechet.claim.Mistake;
import org.frechet.claim.Ratio;
import org.frechet.claim.Repair;
import org.frechet.claim.Trial;
import org.frechet.derive.Tidy;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.numeric.RealMat;
import org.frechet.print.Presentation;
import org.frechet.print.TextPrinter;
import org.frechet.shape.Problem;
import org.frechet.syntax.Syntax;

/// A claimed value, the true ones, and what comes of comparing them.
///
/// @param left what it is the value of, for people
/// @param truths the one asked for first, then those in other layouts
/// @param parts divisors and functions of the claimed value as written, which must exist
/// @param ill why the claimed value has no meaning, if it has none
/// @param value the claimed value, if it has a meaning
/// @param others what the author may have mixed up with it, each with a clause that says so
/// @param sources of what the value is: the function, the other side
/// @param conditions under which the truth holds
record Case(
    Scene scene,
    Syntax claimed,
    Syntax.Span span,
    String kind,
    String left,
    Optional<Expr> value,
    Set<Expr> parts,
    Optional<Problem> ill,
    List<Truth> truths,
    Supplier<List<Truth>> others,
    List<Syntax> sources,
    List<String> conditions) {
  private static final long SEED = 1;

  /// {@return the claim with the shape of the truth}: 0 is the zero of any shape
  Case broadcast() {
    Expr truth = truths.getFirst().value();
    boolean zero = value.filter(v -> v.isZero() && v.isScalar()).isPresent();
    return zero && !truth.isScalar()
        ? new Case(
            scene,
            claimed,
            span,
            kind,
            left,
            Optional.of(Algebra.zeros(truth.shape())),
            parts,
            ill,
            truths,
            others,
            sources,
            conditions)
        : this;
  }

  Judgment judged() {
    Case c = broadcast();
    return c.value.isPresent() ? c.compared(c.value.get()) : c.illShaped();
  }

  /// {@return the judgment}, which says no more than that the claim is not right if it is not
  Judgment onlyIfRight() {
    Case c = broadcast();
    for (Truth truth : c.fitting()) {
      Expr v = c.value.orElseThrow();
      Trial trial = c.trial(v, truth);
      if (trial.equal()) {
        return c.right(v, truth, trial);
      }
    }
    return ruling(Verdict.WRONG, truths.getFirst()).judgment();
  }

  /// {@return the judgment}, which says no more if the shapes do not fit
  Judgment onlyIfFitting() {
    return broadcast().fitting().isEmpty()
        ? ruling(Verdict.ILL_SHAPED, truths.getFirst()).judgment()
        : judged();
  }

  private List<Truth> fitting() {
    return truths.stream()
        .filter(t -> value.filter(v -> v.shape().equals(t.value().shape())).isPresent())
        .toList();
  }

  private Judgment compared(Expr v) {
    List<Truth> fitting = fitting();
    if (fitting.isEmpty()) {
      return illShaped();
    }
    Trial first = null;
    for (Truth truth : fitting) {
      Trial trial = trial(v, truth);
      if (trial.equal()) {
        Optional<String> rank =
            trial.certainty() == Certainty.PROOF
                ? Optional.empty()
                : Degenerate.hypothesis(scene.given(v), scene.given(truth.value()));
        return rank.map(words -> ofFullRank(v, truth, trial, words))
            .orElseGet(() -> right(v, truth, trial));
      }
      first = first == null ? trial : first;
    }
    Trial trial = java.util.Objects.requireNonNull(first);
    return switch (trial.outcome()) {
      case UNKNOWN ->
          ruling(Verdict.UNKNOWN, fitting.getFirst())
              .reason("too few points were found at which both sides have a value")
              .judgment();
      case UNDEFINED ->
          ruling(Verdict.WRONG, fitting.getFirst())
              .correct()
              .diagnosis(
                  Mistake.HYPOTHESIS,
                  "the claimed value does not exist where the true one does, as it divides by zero or inverts a singular matrix")
              .judgment();
      case EQUAL, DIFFERENT -> different(v, fitting, trial);
    };
  }

  private Judgment right(Expr v, Truth truth, Trial trial) {
    boolean asked = truth.layout().equals(truths.getFirst().layout());
    Ruling ruling =
        ruling(asked ? Verdict.RIGHT : Verdict.RIGHT_OTHER_LAYOUT, truth)
            .sure(trial.certainty(), trial.points(), bound(v, truth.value()))
            .conditions(conditions);
    if (!truth.note().isEmpty()) {
      ruling.reason(truth.note());
    }
    if (!asked) {
      ruling.correct(truths.getFirst()).diagnosis(Mistake.LAYOUT, otherLayout(truth));
    }
    return ruling.judgment();
  }

  private Judgment ofFullRank(Expr v, Truth truth, Trial trial, String words) {
    return ruling(Verdict.RIGHT_IF, truth)
        .hypotheses(List.of(words))
        .sure(trial.certainty(), trial.points(), bound(v, truth.value()))
        .correct()
        .conditions(conditions)
        .diagnosis(Mistake.HYPOTHESIS, words.replaceFirst(" ", " is used as if it were "))
        .judgment();
  }

  private String otherLayout(Truth truth) {
    return "this is the derivative in %s layout, the transpose of that in %s layout"
        .formatted(truth.layout(), truths.getFirst().layout());
  }

  private Trial trial(Expr v, Truth truth) {
    return Trial.of(scene.given(v), scene.given(truth.value()));
  }

  private static double bound(Expr a, Expr b) {
    return ErrorBound.of(Trial.standing(a), Trial.standing(b));
  }

  /// The likeliest first: a symmetry or an order that is taken for granted, a constant factor,
  /// another variable, one slip; then what else could be assumed.
  private Judgment different(Expr v, List<Truth> fitting, Trial trial) {
    Optional<Judgment> usual = hypotheses(v, fitting, Hypotheses::usual);
    if (usual.isPresent()) {
      return usual.get();
    }
    Ruling ruling = ruling(Verdict.WRONG, fitting.getFirst()).points(trial.points() + 1);
    for (Truth truth : fitting) {
      Optional<Rational> ratio = Ratio.of(v, truth.value());
      if (ratio.isPresent()) {
        return counterexample(ruling.truth(truth), v, truth, trial)
            .correct()
            .diagnosis(ratio(ratio.get()), ratioWords(ratio.get(), truth))
            .judgment();
      }
    }
    ruling.correct();
    Map<Truth, Set<Syntax>> tried = new HashMap<>();
    if (!mixedUp(ruling, Optional.of(v))
        && !repaired(ruling, fitting, /* composite= */ false, tried)) {
      Optional<Judgment> other = hypotheses(v, fitting, Hypotheses::other);
      if (other.isPresent()) {
        return other.get();
      }
      if (!repaired(ruling, fitting, /* composite= */ true, tried)) {
        missing(v, fitting.getFirst().value())
            .ifPresentOrElse(
                words -> ruling.diagnosis(Mistake.TERM, words),
                () -> ruling.diagnosis(Mistake.OTHER, ""));
      }
    }
    return counterexample(ruling, v, fitting.getFirst(), trial).judgment();
  }

  /// A search for hypotheses.
  private interface Search {
    Optional<Hypotheses> of(Expr claimed, Expr truth, Set<String> moving);
  }

  private Optional<Judgment> hypotheses(Expr v, List<Truth> fitting, Search search) {
    for (Truth truth : fitting) {
      Optional<Hypotheses> found =
          search.of(scene.given(v), scene.given(truth.value()), scene.rates().moving());
      if (found.isPresent()) {
        return Optional.of(rightIf(v, truth, found.get()));
      }
    }
    return Optional.empty();
  }

  private static Mistake ratio(Rational c) {
    return c.equals(Rational.MINUS_ONE) ? Mistake.SIGN : Mistake.FACTOR;
  }

  private String ratioWords(Rational c, Truth truth) {
    boolean asked = truth.layout().equals(truths.getFirst().layout());
    String where = asked ? "" : ", and this is " + truth.layout() + " layout";
    if (c.equals(Rational.MINUS_ONE)) {
      return "the sign is wrong" + where;
    }
    if (c.inverse().isInteger() && !c.inverse().isOne()) {
      return "a factor %s is too many".formatted(c.inverse()) + where;
    }
    return "a factor %s is missing".formatted(c) + where;
  }

  /// Whether it is the value of something else.
  private boolean mixedUp(Ruling ruling, Optional<Expr> v) {
    for (Truth other : others.get()) {
      boolean same =
          v.filter(x -> x.shape().equals(other.value().shape()))
              .filter(x -> Trial.of(x, other.value()).equal())
              .isPresent();
      if (same) {
        ruling.diagnosis(Mistake.VARIABLE, other.note());
        return true;
      }
    }
    return false;
  }

  private boolean repaired(
      Ruling ruling, List<Truth> near, boolean composite, Map<Truth, Set<Syntax>> tried) {
    for (Truth truth : near) {
      var right = new ArrayList<>(List.of(Presentation.of(truth.value())));
      right.addAll(sources);
      var vocabulary = new ArrayList<>(right);
      vocabulary.add(claimed);
      Optional<Repair> repair =
          Repair.of(
              claimed,
              scene.given(truth.value()),
              right,
              scene.variables(),
              composite,
              tried.computeIfAbsent(truth, _ -> new HashSet<>()),
              scene.reader(vocabulary));
      if (repair.isPresent() && !isOtherSide(repair.get())) {
        Repair r = repair.get();
        ruling.truth(truth).repaired(r).diagnosis(r.edit().mistake(), r.edit().words());
        return true;
      }
    }
    return false;
  }

  /// That an identity is one of a side with itself is no correction.
  private boolean isOtherSide(Repair r) {
    return kind.equals("identity") && TextPrinter.print(r.edit().result()).equals(left);
  }

  /// What is left when the claim is taken away, if that is one term.
  private Optional<String> missing(Expr v, Expr truth) {
    Expr rest = Tidy.of(Algebra.sub(truth, v));
    boolean term = !(rest.node() instanceof Node.Add) && rest.weight() < v.weight();
    return term
        ? Optional.of("the term %s is missing".formatted(scene.writing().text(rest)))
        : Optional.empty();
  }

  private Judgment rightIf(Expr v, Truth truth, Hypotheses found) {
    Ruling ruling =
        ruling(Verdict.RIGHT_IF, truth)
            .hypotheses(found.all().stream().map(Hypothesis::words).toList())
            .sure(found.certainty(), found.points(), bound(v, truth.value()))
            .correct()
            .conditions(conditions);
    Trial trial = trial(v, truth);
    ruling.points(Math.max(found.points(), trial.points() + 1));
    return counterexample(ruling, v, truth, trial)
        .diagnosis(mistake(found), words(found))
        .judgment();
  }

  private static Mistake mistake(Hypotheses found) {
    Hypothesis.Kind kind = found.all().getFirst().kind();
    return switch (kind) {
      case SYMMETRIC -> Mistake.SYMMETRY;
      case COMMUTING -> Mistake.ORDER;
      case SKEW, ORTHOGONAL, POSITIVE, DEFINITE, FULL_RANK, SQUARE, SINGULAR -> Mistake.HYPOTHESIS;
    };
  }

  private static String words(Hypotheses found) {
    var words = new ArrayList<String>();
    for (Hypothesis h : found.all()) {
      words.add(
          h.kind() == Hypothesis.Kind.COMMUTING
              ? h.subject() + " are used as if they commuted"
              : used(h));
    }
    return String.join(", and ", words);
  }

  private static String used(Hypothesis h) {
    String rest = h.words().substring(h.subject().length() + 1);
    return h.subject()
        + (rest.startsWith("with ") || rest.startsWith("of ")
            ? " is used as one " + rest
            : " is used as if it were " + rest);
  }

  private Judgment illShaped() {
    Ruling ruling = ruling(Verdict.ILL_SHAPED, truths.getFirst()).correct();
    ill.ifPresentOrElse(
        p -> ruling.reason(p.message()).place(p),
        () ->
            ruling.reason(
                "the claimed value is %s, but the %s is %s"
                    .formatted(
                        value.orElseThrow().shape(), kind, truths.getFirst().value().shape())));
    return mixedUp(ruling, value)
            || repaired(ruling, truths, /* composite= */ true, new HashMap<>())
        ? ruling.judgment()
        : ruling.orShape().judgment();
  }

  private Ruling ruling(Verdict verdict, Truth truth) {
    return new Ruling(this, verdict, truth);
  }

  private Ruling counterexample(Ruling ruling, Expr v, Truth truth, Trial trial) {
    Expr a = Trial.standing(scene.given(v));
    Expr b = Trial.standing(scene.given(truth.value()));
    List<Expr> all = parts.stream().map(p -> Trial.standing(scene.given(p))).toList();
    Counterexample.of(a, b, all, trial.counterexample(), SEED)
        .ifPresent(c -> ruling.example(example(c)));
    return ruling;
  }

  static Judgment.Example example(Counterexample c) {
    SortedMap<String, RealMat> values = new TreeMap<>();
    c.point()
        .leaves()
        .forEach((leaf, value) -> values.put(((Node.Var) leaf.node()).name(), (RealMat) value));
    return new Judgment.Example(
        values, new TreeMap<>(c.point().sizes()), c.left(), c.right(), c.isExact());
  }
}
