package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.frechet.check.Claim;
import org.frechet.derive.TangentSpace;
import org.frechet.derive.Tidy;
import org.frechet.diff.Adjoint;
import org.frechet.diff.Differential;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Trait;

/// The backward half of the chain rule of a scalar function: the cotangent of a name, the
/// derivative of the function by it, is the sum of what the steps that use the name send back.
final class Cotangents {
  private final Task task;
  private final List<Stage> stages;
  private final Map<Expr, Expr> bars = new HashMap<>();
  private final Map<Expr, InNames.Sign> signs = new LinkedHashMap<>();
  private final Map<Expr, Expr> meanings = new LinkedHashMap<>();
  private final List<Line> lines = new ArrayList<>();

  Cotangents(Task task, List<Stage> stages) {
    this.task = task;
    this.stages = stages;
    stages.forEach(s -> meanings.put(s.name(), s.value()));
    bars.put(stages.getLast().name(), Algebra.ONE);
  }

  Part part() {
    for (Stage s : stages.reversed()) {
      if (s != stages.getLast()) {
        bars.put(s.name(), cotangent(s));
      }
    }
    boolean structured = TangentSpace.of(task.variable()).isPresent();
    Phrase about = structured ? Labels.free(task) : Labels.derivative(task);
    answer(structured, line(about, task.variable(), task.answer().name()));
    String bars =
        signs.isEmpty()
            ? ""
            : ": a bar marks the cotangent of a name, the derivative of %s by it"
                .formatted(task.functionName());
    return new Part("backward" + bars, lines);
  }

  /// {@return what stands for the cotangent of a name} It is symmetric if that is.
  private Expr cotangent(Stage s) {
    var left = new InNames.Named(new InNames.Bar(s.word()));
    Expr cotangent = line(left, s.name(), s.word());
    Set<Trait> traits =
        cotangent.isSymmetric() && !s.name().isScalar() ? Set.of(Trait.SYMMETRIC) : Set.of();
    Expr bar = Algebra.variable("(" + s.word() + ")", s.name().shape(), traits);
    signs.put(bar, new InNames.Bar(s.word()));
    meanings.put(bar, cotangent);
    return bar;
  }

  private Expr bar(Stage s) {
    return Traversal.imageOf(s.name(), bars);
  }

  /// {@return the cotangent of a name, or of the variable, in names} What is claimed is local: the
  /// cotangents of the steps are free, and a step that uses another is not moved by that one.
  private Expr line(Phrase left, Expr name, String word) {
    var sent = new ArrayList<Expr>();
    var paired = new ArrayList<Expr>();
    Map<Expr, Expr> whole = new HashMap<>();
    Map<Expr, Expr> frozen = new HashMap<>();
    var rules = new ArrayList<Rule>();
    sent.add(Algebra.zeros(name.shape()));
    paired.add(Algebra.ZERO);
    for (Stage user : stages) {
      if (user.inputs().contains(name)) {
        sent.add(contribution(user, name));
        paired.add(ScalarValued.inner(bar(user), Traversal.substitute(user.definition(), frozen)));
        Expr known = Traversal.substitute(user.definition(), whole);
        whole.put(user.name(), known);
        frozen.put(user.name(), Algebra.stop(known));
        rules.add(ChainRules.adjoint(name, user));
      }
    }
    Expr cotangent = Tidy.of(Algebra.add(sent));
    var meaning =
        new Meaning.Derivative(
            Algebra.add(paired),
            name,
            List.of(Claim.gradient(Traversal.substitute(cotangent, whole))));
    Phrase right = new InNames(cotangent, signs);
    lines.add(
        Line.begin(left, right, Rules.together(rules), meaning, cotangent.shape())
            .because(ChainRules.fanOut(word, rules.size())));
    return cotangent;
  }

  /// {@return what one step sends back to one of its inputs}
  private Expr contribution(Stage user, Expr input) {
    Expr change = Algebra.heldIncrement("d0", input.shape());
    Expr map = Differential.of(user.definition(), Map.of(input, change));
    Expr back = Tidy.of(inName(user, Adjoint.of(map, change, bar(user))));
    return inName(user, back);
  }

  /// The value of a step is its name: tanh'(z) = 1 − h².
  private static Expr inName(Stage user, Expr e) {
    return Traversal.substitute(e, Map.of(user.definition(), user.name()));
  }

  private void answer(boolean structured, Expr gradient) {
    Expr value = task.answer().value().orElseThrow();
    Expr meant = substituted(gradient);
    boolean turned = task.answer().numerator() && !task.variable().isScalar();
    if (gradient == value && !structured && !turned) {
      return; // no name was used
    }
    Expr dx = task.answer().increment();
    Meaning meaning =
        structured
            ? new Meaning.Equal(
                ScalarValued.inner(meant, dx),
                ScalarValued.inner(turned ? value.transpose() : value, dx))
            : new Meaning.Equal(turned ? meant.transpose() : meant, value);
    var rules = new ArrayList<Rule>(List.of(ChainRules.BACK));
    if (structured) {
      rules.add(Rules.projection(task.variable()));
    }
    if (turned) {
      rules.add(Rules.layout(task));
    }
    Phrase derivative = Labels.derivative(task);
    lines.add(
        Line.begin(
            turned && !structured ? Labels.turned(derivative) : derivative,
            new InNames(value, Map.of()),
            Rules.together(rules),
            meaning,
            value.shape()));
  }

  /// {@return what it is in the variables of the function}
  private Expr substituted(Expr e) {
    Expr now = e;
    for (Stage s : stages) {
      if (s != stages.getLast()) {
        now = Traversal.substitute(now, Map.of(bar(s), Traversal.imageOf(bar(s), meanings)));
      }
    }
    return Traversal.substitute(now, meanings);
  }
}
