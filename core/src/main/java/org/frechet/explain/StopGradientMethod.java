package org.frechet.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.frechet.check.Claim;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.explain.Occurrences.Frozen;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.Need;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Syntax;

/// The product rule by frozen gradients: the derivative is the sum, over the occurrences of the
/// variable, of the derivatives of the function in which all other occurrences are constant (the
/// chain rule for f(x, …, x)).
final class StopGradientMethod {
  /// Nobody reads more terms.
  private static final int MOST = 12;

  private static final Rule TWO_FACTORS =
      new Rule("squared norm", "‖E‖² = ⟨E, E⟩, for vectors E′E");
  private static final Rule FREEZE =
      new Rule(
          "one term for each occurrence",
          "d/dx g(x, x) = d/dx g(x, sg(x)) + d/dx g(sg(x), x), where sg(x) has the value of x and"
              + " derivative 0");
  private static final Rule LINEAR =
      new Rule(
          "linear in the occurrence", "⟨C, X⟩ has the gradient C, a product C x the Jacobian C");
  private static final Rule ALONE =
      new Rule("the one occurrence", "all the rest is constant; then sg(x) is x again");
  private static final Rule PATH = new Rule("differential", "what is frozen has none");
  private static final Rule ONLY =
      new Rule("one occurrence", "the derivative along the one path to it");
  private static final Rule SUM = new Rule("sum", "the derivatives of the terms are added");

  private final Task task;
  private final Phrase name;
  private final Held held;
  private final List<Line> lines = new ArrayList<>();

  private StopGradientMethod(Task task) {
    this.task = task;
    this.name = Labels.derivative(task);
    this.held = task.held();
  }

  static Proof explain(Task task) {
    long count = Occurrences.count(task.f(), task.variable());
    if (count > MOST) {
      throw Problem.of(
              Problem.Code.UNSUPPORTED,
              "%s occurs %s times, and each occurrence would be a term"
                  .formatted(task.answer().name(), count < 1_000 ? count : "thousands of"))
          .hint("the methods differential and chain have no term for each occurrence")
          .refusal();
    }
    balanced(task)
        .ifPresent(e -> {
          throw Problem.of(
                  Problem.Code.UNSUPPORTED,
                  "%s has a derivative only where the rank of its argument is constant, which it may not be where one term of a sum moves and another is frozen"
                      .formatted(FunctionRule.written(e)))
              .hint("use the method differential or chain")
              .refusal();
        });
    return new StopGradientMethod(task).proof();
  }

  /// {@return a function that needs a constant rank, of a sum whose terms move together}
  private static Optional<Expr> balanced(Task task) {
    Set<Expr> moving = Traversal.dependents(task.f(), List.of(task.variable()));
    return Traversal.topological(task.f(), e -> e.node() instanceof Node.Stop).stream()
        .filter(e -> e.node() instanceof Node.Apply a && needsRank((Function) a.operator()))
        .filter(e ->
            Traversal.topological(e).stream()
                .anyMatch(u ->
                    u.node() instanceof Node.Add sum
                        && sum.terms().stream().filter(moving::contains).count() > 1))
        .findFirst();
  }

  private static boolean needsRank(Function f) {
    return f.conditions().stream().anyMatch(c -> c.need() == Need.CONSTANT_RANK);
  }

  private Proof proof() {
    add(
        Labels.name(task.functionName()),
        Phrase.of(task.f()),
        Rules.FUNCTION,
        "",
        new Meaning.Equal(task.f(), task.f()),
        task.f());
    List<Frozen> terms = frozen();
    List<String> notes = List.of();
    if (terms.size() > 1) {
      split(terms);
    } else {
      String times =
          terms.isEmpty()
              ? "does not occur"
              : "occurs once: there is one term, and nothing is frozen";
      notes = List.of(task.answer().name() + " " + times);
    }
    List<Expr> derivatives = terms.size() > 1 ? derivatives(terms) : List.of();
    answer(derivatives, terms.size());
    lines.addLast(lines.removeLast().needing(task.conditions()));
    return new Proof(
        Method.STOP_GRADIENT,
        List.of(new Part("", lines, notes, Optional.empty())),
        held.meanings());
  }

  private List<Frozen> frozen() {
    try {
      return Occurrences.of(task.f(), task.variable());
    } catch (Refusal refusal) {
      throw isOfTime(refusal) ? refusal : apart(refusal);
    }
  }

  private static boolean isOfTime(Refusal refusal) {
    return refusal.problem().code() == Problem.Code.TIMEOUT;
  }

  /// A function of symmetric matrices has no value where one side of `X'*X` is frozen.
  private RuntimeException apart(Refusal refusal) {
    return Problem.of(
            Problem.Code.UNSUPPORTED,
            "the occurrences of %s cannot be told apart: %s"
                .formatted(task.answer().name(), refusal.problem().message()))
        .hint("use the method differential or chain")
        .refusal();
  }

  private void split(List<Frozen> terms) {
    Frozen product = Occurrences.multiplied(task.f(), task.variable());
    if (!product.signs().isEmpty()) {
      var factors = new Meaning.Equal(task.f(), product.value());
      add(Labels.name(task.functionName()), product, TWO_FACTORS, "", factors, task.f());
    }
    Expr sum = Algebra.add(terms.stream().map(Frozen::value).toList());
    add(
        name,
        new Added(terms.stream().map(this::slope).toList()),
        FREEZE,
        "%s occurs %d times".formatted(task.answer().name(), terms.size()),
        new Meaning.Equal(held.of(task.f()), held.of(sum)),
        task.f());
  }

  /// `∂/∂x` of a term.
  private Phrase slope(Frozen term) {
    return Labels.derivative(term, Labels.name(task.answer().name()));
  }

  /// Phrases added in order.
  private record Added(List<Phrase> terms) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return terms.stream()
          .map(t -> t.syntax(manner))
          .reduce((sum, t) -> Manner.binary("+", sum, t))
          .orElseThrow();
    }
  }

  /// Expressions added in order, positive ones first, also where they would merge.
  private record Total(List<Expr> terms) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      var ordered = new ArrayList<>(terms);
      ordered.sort(Comparator.comparing(Total::isNegative));
      Syntax sum = manner.show(ordered.getFirst());
      for (Expr t : ordered.subList(1, ordered.size())) {
        boolean minus = isNegative(t);
        sum = Manner.binary(minus ? "-" : "+", sum, manner.show(minus ? Algebra.neg(t) : t));
      }
      return sum;
    }

    private static boolean isNegative(Expr e) {
      return Algebra.coefficient(e).signum() < 0;
    }
  }

  private List<Expr> derivatives(List<Frozen> terms) {
    var all = new ArrayList<Expr>();
    for (int i = 0; i < terms.size(); i++) {
      Frozen term = terms.get(i);
      Derivation d = derivation(term);
      Expr derivative = shown(d);
      all.add(derivative);
      boolean again =
          task.isShort() && terms.subList(0, i).stream().anyMatch(t -> t.value() == term.value());
      if (!again) {
        if (!task.isShort()) {
          add(
              Labels.differential(term),
              Phrase.of(d.map()),
              PATH,
              "",
              new Meaning.Equal(held.of(term.value()), d.map()),
              d.map());
        }
        boolean equal = terms.stream().filter(t -> t.value() == term.value()).count() > 1;
        add(
            slope(term),
            Phrase.of(derivative),
            isLinear(d) ? LINEAR : ALONE,
            equal ? "the term that mirrors it is equal" : "",
            new Meaning.Derivative(term.value(), task.variable(), List.of(claim(d, derivative))),
            derivative);
      }
    }
    return all;
  }

  private Derivation derivation(Frozen term) {
    Layout layout = turned() ? Layout.DENOMINATOR : Layout.NUMERATOR;
    try {
      return Derivation.of(term.value(), task.variable(), 1, layout);
    } catch (Refusal refusal) {
      throw isOfTime(refusal) ? refusal : apart(refusal);
    }
  }

  /// {@return whether it is laid out like the variable: gradients as columns, outputs in columns}
  private boolean turned() {
    return !task.isNumerator();
  }

  /// {@return the derivative, or the map where only that has a closed form}
  private Expr shown(Derivation d) {
    return task.answer().value().isPresent() ? d.value().orElse(d.map()) : d.map();
  }

  private boolean isLinear(Derivation d) {
    return Traversal.topological(d.raw(), e -> e.node() instanceof Node.Stop).stream()
        .noneMatch(e -> e == task.variable());
  }

  private Claim claim(Derivation d, Expr derivative) {
    if (task.answer().value().isEmpty() || d.value().isEmpty()) {
      return Claim.map(derivative);
    }
    Expr x = task.variable();
    Claim claim =
        x.isScalar()
            ? Claim.tangent(derivative)
            : task.f().isScalar() ? Claim.gradient(derivative) : Claim.jacobian(derivative);
    boolean plain = x.isScalar() || task.f().isScalar() == turned();
    return plain ? claim : claim.transposed();
  }

  private void answer(List<Expr> derivatives, int occurrences) {
    Derivation d = task.answer();
    Expr value = shown(d);
    var meaning = new Meaning.Derivative(task.f(), task.variable(), List.of(claim(d, value)));
    boolean equal = derivatives.stream().distinct().count() == 1;
    if (occurrences > 1 && !(task.isShort() && equal)) {
      Expr sum = Algebra.add(derivatives);
      add(
          name,
          new Total(derivatives),
          SUM,
          "",
          new Meaning.Derivative(task.f(), task.variable(), List.of(claim(d, sum))),
          sum);
      boolean same =
          sum == value
              && sum.node() instanceof Node.Add a
              && a.terms().size() == derivatives.size();
      if (same) {
        return;
      }
    }
    add(
        name,
        Phrase.of(value),
        occurrences < 2 ? ONLY : lines.getLast().rule() == SUM ? Rules.SIMPLIFY : SUM,
        "",
        meaning,
        value);
  }

  private void add(Phrase left, Phrase right, Rule rule, String reason, Meaning meaning, Expr e) {
    lines.add(Line.begin(left, right, rule, meaning, e.shape()).because(reason));
  }
}
