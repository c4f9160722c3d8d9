package org.frechet.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import org.frechet.check.Claim;
import org.frechet.derive.TangentSpace;
import org.frechet.explain.Line.Relation;
import org.frechet.explain.PerturbationPhrases.Abbreviated;
import org.frechet.explain.PerturbationPhrases.AsWritten;
import org.frechet.explain.PerturbationPhrases.At;
import org.frechet.explain.PerturbationPhrases.Both;
import org.frechet.explain.PerturbationPhrases.Change;
import org.frechet.explain.PerturbationPhrases.Moved;
import org.frechet.explain.PerturbationPhrases.Multiple;
import org.frechet.explain.PerturbationPhrases.Shown;
import org.frechet.explain.PerturbationPhrases.Size;
import org.frechet.explain.PerturbationPhrases.Value;
import org.frechet.explain.Term.Stacked;
import org.frechet.explain.Term.Sum;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.shape.Problem;
import org.frechet.shape.Shape;

/// The definition of Fréchet (1925): move the variable by a finite increment, sort what becomes of
/// the function by order in it, and show that what is left after the linear part is smaller than
/// any multiple of the increment.
final class PerturbationMethod {
  /// Longer remainders are only written once at short detail.
  private static final long LONG = 40;

  private final Task task;
  private final Expr f;
  private final Expr increment;
  private final String name;
  private final Phrase function;
  private final String linearName;
  private final Phrase linear;
  private final Phrase remainder;
  private final Perturbation perturbation;
  private final List<Rule> rules;
  private final List<Line> lines = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private PerturbationMethod(Task task) {
    this.task = task;
    this.f = task.f();
    this.increment = Algebra.increment(task.variable());
    this.name = task.functionName();
    this.function = Labels.name(name);
    this.linearName = task.fresh(List.of("L", "Λ", "ℓ"));
    this.linear = new Value(linearName, task.variable());
    this.remainder = new Value(task.fresh(List.of("R", "ρ", "ϱ")), task.variable());
    this.perturbation = Perturbation.of(f, task.variable());
    this.rules = perturbation.rules().of(perturbation.parts());
  }

  /// {@return the derivation}
  ///
  /// @throws org.frechet.shape.Refusal where X + dX is not in the set that X moves in, and for
  ///   derivatives of a higher order
  static Proof explain(Task task) {
    if (TangentSpace.of(task.variable()).filter(TangentSpace::isCurved).isPresent()) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "a sum X + dX leaves the curved set that the variable is declared in")
          .hint("the method differential follows the set along its tangents")
          .refusal();
    }
    if (!task.f().shape().equals(task.answer().function().shape())) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "the method perturbation derives one order at a time, not order %d at once"
                  .formatted(task.answer().order()))
          .hint("derive the gradient by this method, then the derivative of the gradient")
          .refusal();
    }
    var method = new PerturbationMethod(task);
    return new Proof(Method.PERTURBATION, method.parts(), task.held().meanings());
  }

  private List<Part> parts() {
    line(function, Relation.DEFINED, Phrase.of(f), Rules.FUNCTION, new Meaning.Equal(f, f));
    boolean exact = perturbation.obstacle().isEmpty();
    if (exact) {
      expand();
    } else {
      define();
    }
    var parts = new ArrayList<Part>();
    parts.add(new Part("", lines, notes, Optional.empty()));
    boolean affine = exact && left().parts().isEmpty();
    if (!affine) {
      parts.add(TaylorTable.of(task, name, linearName));
    }
    return parts;
  }

  private ByOrder left() {
    return perturbation.at(f).from(2);
  }

  // functions with an exact remainder

  private void expand() {
    ByOrder change = perturbation.at(f).from(1);
    Expr difference = Algebra.sub(perturbation.shifted(f), f);
    Phrase changed = new Change(name, task.variable());
    if (!task.isShort()) {
      line(
          changed,
          Relation.EQUAL,
          new Moved(perturbation.shifted(f), f),
          PerturbationRules.MOVED,
          new Meaning.Equal(difference, difference));
      perturbation.rules().steps(perturbation.parts(), task.variable()).forEach(this::step);
    }
    Expr first = change.part(1);
    line(
        changed,
        Relation.EQUAL,
        sorted(perturbation, f),
        rule(),
        task.needs().apply(List.of(f)),
        new Meaning.Equal(difference, change.value()),
        task.isShort() ? Optional.of(this::moved) : Optional.empty());
    if (!task.isShort()) {
      line(
          linear,
          Relation.DEFINED,
          Phrase.of(first),
          PerturbationRules.LINEAR_PART,
          new Meaning.Equal(task.answer().map(), first));
    }
    readOff(
        first,
        task.isShort()
            ? PerturbationRules.LINEAR_PART
            : f.isScalar() ? PerturbationRules.RIESZ : PerturbationRules.MATRIX);
    Expr rest = left().value();
    SequencedMap<Expr, Phrase> names = names(rest, first);
    Abbreviated written = Abbreviated.of(rest, names);
    line(
        remainder,
        Relation.DEFINED,
        names.isEmpty() ? left() : written,
        PerturbationRules.REMAINDER,
        new Meaning.Equal(
            Algebra.sub(difference, first), names.isEmpty() ? rest : written.value()));
    if (rest.isZero()) {
      notes.add("There is no remainder: the function is affine.");
    } else {
      bound(rest);
    }
  }

  /// {@return what is written by a name in the remainder: the linear part, the change of an inverse
  /// matrix, and the function itself where it is a root}
  private SequencedMap<Expr, Phrase> names(Expr rest, Expr first) {
    SequencedMap<Expr, Phrase> names = new LinkedHashMap<>();
    var letters = new ArrayList<>(List.of("E", "G", "H", "K"));
    for (ByOrder moved : perturbation.inverted()) {
      ByOrder change = moved.from(1);
      String letter = task.fresh(letters);
      Phrase name = Labels.name(letter);
      Expr scale = Algebra.number(content(change.value()).inverse());
      ByOrder primitive = change.scaled(scale);
      Expr sum = primitive.value();
      if (letters.remove(letter) && abbreviate(sum, rest, name, names)) {
        Expr before = moved.part(0);
        Expr difference = Algebra.sub(perturbation.shifted(before), before);
        line(
            name,
            Relation.DEFINED,
            primitive,
            PerturbationRules.CHANGE,
            new Meaning.Equal(Algebra.mul(scale, difference), sum));
      }
    }
    if (rules.contains(PerturbationRules.QUOTIENT)) {
      abbreviate(first, rest, linear, names);
    }
    if (perturbation.rules().of(f).equals(Optional.of(PerturbationRules.ROOT))) {
      names.put(perturbation.shifted(f), new At(name, task.variable(), true));
      names.put(f, new At(name, task.variable(), false));
    }
    return names;
  }

  /// {@return the number before a sum, which it does not have inside a product}
  private static Rational content(Expr sum) {
    return Algebra.coefficient(Algebra.scalarFactor(sum));
  }

  private static boolean abbreviate(Expr sum, Expr whole, Phrase name, Map<Expr, Phrase> names) {
    Rational c = content(sum);
    Expr part = Algebra.scale(c.inverse(), sum);
    boolean occurs = sum.node() instanceof Node.Add && Traversal.contains(whole, part);
    if (occurs) {
      names.put(part, c.isOne() ? name : new Multiple(c.inverse(), name));
    }
    return occurs;
  }

  /// {@return what the function changes by; a long remainder only by its name at short detail}
  private Phrase sorted(Perturbation p, Expr e) {
    ByOrder change = p.at(e).from(1);
    boolean named = task.isShort() && change.from(2).weight() > LONG;
    return named ? new Both(change.until(1), remainder) : change;
  }

  /// {@return what follows from the line with the function}
  private Phrase moved(Phrase function) {
    return function instanceof Phrase.Written(Expr e)
        ? sorted(Perturbation.of(e, task.variable()), e)
        : function;
  }

  private Rule rule() {
    var rules = new ArrayList<Rule>(this.rules);
    rules.add(PerturbationRules.BY_ORDER);
    return Rules.together(rules);
  }

  private void step(Expr part) {
    ByOrder expansion = perturbation.at(part);
    Expr shifted = perturbation.shifted(part);
    Expr minus = Algebra.number(-1);
    line(
        new AsWritten(part, new Shown(shifted), new Shown(Algebra.neg(shifted))),
        Relation.EQUAL,
        new AsWritten(part, expansion, expansion.scaled(minus)),
        perturbation.rules().of(part).orElse(PerturbationRules.LINEAR),
        new Meaning.Several(
            List.of(
                new Meaning.Equal(shifted, expansion.value()),
                new Meaning.Equal(Algebra.neg(shifted), expansion.scaled(minus).value()))),
        shifted.shape());
  }

  private void bound(Expr rest) {
    NormBounds bounds = perturbation.bounds();
    Optional<NormBound> bound = bounds.of(rest).filter(b -> b.order() >= 2);
    if (bound.isEmpty()) {
      notes.add("For this remainder no bound by norms is known here; it is measured below.");
      return;
    }
    Expr norm = NormBounds.euclidean(increment);
    Expr most = bound.get().value(norm);
    Expr size = NormBounds.euclidean(rest);
    List<Expr> small = bounds.small().stream().map(b -> b.value(norm)).toList();
    var conditions = small.stream().map(s -> FunctionRule.written(s) + " ≤ 1/2").toList();
    lines.add(
        new Line(
            new Size(remainder, f.shape()),
            Relation.AT_MOST,
            Phrase.of(most),
            small.isEmpty() ? PerturbationRules.BOUND : NormBounds.NEUMANN,
            "",
            conditions,
            most.shape(),
            new Meaning.AtMost(within(size, small), within(most, small)),
            Optional.empty()));
    notes.add(
        "Divided by ‖%1$s‖, this bound goes to zero with %1$s: the remainder is o(‖%1$s‖), and the linear part is the derivative."
            .formatted("d" + task.answer().name()));
  }

  /// {@return the expression at an increment that is scaled down until all of these are at most one
  /// half} They are polynomials in its norm without a constant term.
  private Expr within(Expr e, List<Expr> small) {
    if (small.isEmpty()) {
      return e;
    }
    Expr all = Algebra.add(small);
    Expr scale = Algebra.pow(Algebra.add(Algebra.ONE, Algebra.mul(Algebra.TWO, all)), -1);
    return Traversal.substitute(e, Map.of(increment, Algebra.mul(scale, increment)));
  }

  // functions without

  private void define() {
    Expr map = task.answer().map();
    var derivative = new Meaning.Derivative(f, task.variable(), List.of(Claim.map(map)));
    line(
        new Change(name, task.variable()),
        Relation.EQUAL,
        new Both(linear, remainder),
        PerturbationRules.DEFINITION,
        task.conditions(),
        derivative,
        Optional.empty());
    if (!f.isScalar() && (isStacked() || !task.isShort())) {
      line(
          linear,
          Relation.DEFINED,
          Phrase.of(map),
          PerturbationRules.LINEAR_PART,
          List.of(),
          derivative,
          Optional.empty());
    }
    readOff(map, PerturbationRules.LINEAR_PART);
    notes.add(perturbation.obstacle() + ": the remainder is measured.");
  }

  // the derivative

  private void readOff(Expr first, Rule rule) {
    if (perturbation.obstacle().isEmpty() && task.isShort() && isStacked()) {
      line(
          linear,
          Relation.DEFINED,
          Phrase.of(first),
          PerturbationRules.LINEAR_PART,
          new Meaning.Equal(task.answer().map(), first));
    }
    Optional<Expr> answer = task.answer().value();
    if (answer.isEmpty()) {
      return; // the map is the derivative
    }
    Term applied = task.applied(answer.get());
    boolean stacked = isStacked();
    Expr left = applied instanceof Stacked ? new Stacked(eye(), first).value() : first;
    line(
        stacked ? Labels.vec(linear) : linear,
        Relation.EQUAL,
        new Sum(List.of(applied)),
        stacked ? PerturbationRules.MATRIX : rule,
        new Meaning.Equal(left, applied.value()));
    boolean projected = TangentSpace.of(task.variable()).isPresent() && f.isScalar();
    line(
        Labels.derivative(task),
        Relation.EQUAL,
        Phrase.of(answer.get()),
        projected ? Rules.projection(task.variable()) : Rules.readOff(task),
        new Meaning.Equal(left, applied.value()));
  }

  /// {@return whether the linear part has to be stacked to be a matrix times the increment, or has
  /// no matrix}
  private boolean isStacked() {
    return task.answer().value().isEmpty()
        || (!f.isScalar() && !f.shape().cols().isOne() && !task.variable().isScalar());
  }

  private Expr eye() {
    return Algebra.eye(f.shape().count());
  }

  private void line(
      Phrase left, Relation relation, Phrase right, Rule rule, Meaning.Equal meaning) {
    line(left, relation, right, rule, List.of(), meaning, Optional.empty());
  }

  private void line(
      Phrase left,
      Relation relation,
      Phrase right,
      Rule rule,
      List<String> conditions,
      Meaning meaning,
      Optional<UnaryOperator<Phrase>> rewriting) {
    Shape shape = meaning instanceof Meaning.Equal(_, Expr value) ? value.shape() : f.shape();
    lines.add(new Line(left, relation, right, rule, "", conditions, shape, meaning, rewriting));
  }

  private void line(
      Phrase left, Relation relation, Phrase right, Rule rule, Meaning meaning, Shape shape) {
    lines.add(
        new Line(left, relation, right, rule, "", List.of(), shape, meaning, Optional.empty()));
  }
}
