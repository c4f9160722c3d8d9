package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.frechet.check.Claim;
import org.frechet.derive.TangentSpace;
import org.frechet.derive.Tidy;
import org.frechet.diff.Differential;
import org.frechet.diff.MapMatrix;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.function.MatrixValued;
import org.frechet.law.Rewriter;
import org.frechet.shape.Shape;
import org.frechet.syntax.Syntax;

/// The chain rule forward, from the variable to the function: by a scalar the derivative of every
/// name, of vectors by a vector their Jacobians, of anything else the differentials.
final class ChainOfChanges {
  private final Task task;
  private final List<Stage> stages;
  private final Held held;
  private final Expr x;
  private final Expr dx;
  private final Map<Expr, Expr> symbols = new HashMap<>();
  private final Map<Expr, InNames.Sign> signs = new LinkedHashMap<>();
  private final Map<Expr, Expr> values = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();

  private enum Form {
    DERIVATIVES("derivatives, step by step"),
    JACOBIANS("Jacobians, the last step on the left"),
    DIFFERENTIALS("differentials, step by step");

    final String title;

    Form(String title) {
      this.title = title;
    }
  }

  ChainOfChanges(Task task, List<Stage> stages) {
    this.task = task;
    this.stages = stages;
    this.x = task.variable();
    this.dx = Algebra.increment(x);
    this.held = task.held();
    stages.forEach(s -> values.put(s.name(), s.value()));
  }

  Part part() {
    Form form = form();
    if (form == Form.JACOBIANS && stages.stream().allMatch(s -> s.inputs().size() == 1)) {
      factors();
    } else {
      stages.forEach(s -> line(s, form));
    }
    answer(form);
    return new Part(form.title, lines);
  }

  private Form form() {
    boolean columns =
        stages.stream().allMatch(s -> s.name().shape().cols().isOne())
            && x.shape().cols().isOne()
            && task.answer().value().isPresent();
    return x.isScalar() ? Form.DERIVATIVES : columns ? Form.JACOBIANS : Form.DIFFERENTIALS;
  }

  private void line(Stage s, Form form) {
    Shape shape =
        form == Form.JACOBIANS
            ? new Shape(s.name().shape().count(), x.shape().count())
            : s.name().shape();
    Expr symbol =
        form == Form.DIFFERENTIALS
            ? held.of(s.value())
            : Algebra.variable("(" + s.word() + ")", shape);
    symbols.put(s.name(), symbol);
    signs.put(
        symbol,
        form == Form.DIFFERENTIALS
            ? new InNames.Change(s.word())
            : new InNames.Rate(s.word(), task.answer().name()));
    Expr change = inName(s, change(s, form));
    Rule rule =
        form == Form.DIFFERENTIALS
            ? ChainRules.CHANGE
            : s.inputs().equals(List.of(x))
                ? ChainRules.JACOBIAN
                : s.inputs().size() == 1 ? ChainRules.LINK : ChainRules.TOTAL;
    String reason =
        s.inputs().size() < 2 || form == Form.DIFFERENTIALS
            ? ""
            : "%s moves with %s: their contributions add up"
                .formatted(s.word(), ChainRules.words(s.inputs()));
    add(
        new InNames(symbol, signs),
        new InNames(change, signs),
        rule,
        reason,
        measured(s, change, form));
  }

  private Expr change(Stage s, Form form) {
    if (form == Form.JACOBIANS) {
      var terms = new ArrayList<Expr>();
      terms.add(Algebra.zeros(new Shape(s.name().shape().count(), x.shape().count())));
      for (Expr input : s.inputs()) {
        Expr factor = jacobian(s, input);
        terms.add(input == x ? factor : Algebra.mul(factor, symbol(input)));
      }
      return Algebra.add(terms);
    }
    Map<Expr, Expr> changes = new HashMap<>();
    for (Expr input : s.inputs()) {
      changes.put(input, input != x ? symbol(input) : form == Form.DERIVATIVES ? Algebra.ONE : dx);
    }
    return Tidy.of(Differential.of(s.definition(), changes));
  }

  private Expr symbol(Expr name) {
    return Traversal.imageOf(name, symbols);
  }

  /// {@return the matrix of one step by one input}
  private static Expr jacobian(Stage s, Expr input) {
    Expr change = Algebra.heldIncrement("d0", input.shape());
    Expr map = Rewriter.simplify(Differential.of(s.definition(), Map.of(input, change)));
    Expr matrix =
        input.isScalar()
            ? Traversal.substitute(map, Map.of(change, Algebra.ONE))
            : MapMatrix.of(map, change);
    return inName(s, Tidy.of(inName(s, matrix)));
  }

  private static Expr inName(Stage s, Expr e) {
    return Traversal.substitute(e, Map.of(s.definition(), s.name()));
  }

  /// {@return the claim that the change of a step is this, in the changes of what it uses}
  private Meaning measured(Stage s, Expr change, Form form) {
    Expr left = held.of(s.value());
    Map<Expr, Expr> meant = new HashMap<>(values);
    if (form == Form.DIFFERENTIALS) {
      return new Meaning.Equal(left, Traversal.substitute(change, meant));
    }
    if (form == Form.DERIVATIVES) {
      for (Expr input : s.inputs()) {
        if (input != x) {
          meant.put(symbol(input), Algebra.div(held.of(value(input)), dx));
        }
      }
      return new Meaning.Equal(left, Algebra.mul(Traversal.substitute(change, meant), dx));
    }
    var terms = new ArrayList<Expr>();
    terms.add(Algebra.zeros(s.name().shape()));
    for (Expr input : s.inputs()) {
      terms.add(Algebra.mul(jacobian(s, input), input == x ? dx : held.of(value(input))));
    }
    return new Meaning.Equal(left, Traversal.substitute(Algebra.add(terms), meant));
  }

  private Expr value(Expr name) {
    return Traversal.imageOf(name, values);
  }

  /// Where every step uses the one before it only, the derivative is one product.
  private void factors() {
    var product = new ArrayList<Syntax>();
    Expr meant = dx;
    for (Stage s : stages) {
      Expr input = s.inputs().getFirst();
      String by = ((org.frechet.expr.Node.Var) input.node()).name();
      Expr factor = jacobian(s, input);
      Phrase left = Labels.derivative(Labels.name(s.word()), Labels.name(by));
      add(
          left,
          new InNames(factor, signs),
          ChainRules.JACOBIAN,
          "",
          new Meaning.Derivative(
              s.definition(),
              input,
              List.of(
                  input.isScalar()
                      ? Claim.tangent(
                          Traversal.substitute(factor, Map.of(s.name(), s.definition())))
                      : Claim.jacobian(
                          Traversal.substitute(factor, Map.of(s.name(), s.definition()))))));
      product.addFirst(Manner.call("diff", Manner.name(s.word()), Manner.name(by)));
      meant = Algebra.mul(Traversal.substitute(factor, values), meant);
    }
    if (stages.size() > 1) {
      add(
          Labels.derivative(task),
          Phrase.of(Forms.product(product, List.of())),
          ChainRules.PRODUCT,
          "",
          new Meaning.Equal(held.of(task.f()), meant));
    }
  }

  private void answer(Form form) {
    Expr df = held.of(task.f());
    if (form == Form.DIFFERENTIALS && stages.size() > 1) {
      Expr map = task.answer().map();
      add(
          new InNames(df, signs),
          new InNames(map, signs),
          ChainRules.BACK,
          "",
          new Meaning.Equal(df, map));
    }
    Optional<Expr> value = task.answer().value();
    if (value.isEmpty()) {
      return; // the map is the derivative
    }
    Rule back = form == Form.DIFFERENTIALS ? ChainRules.READ_OFF : ChainRules.BACK;
    boolean structured = TangentSpace.of(x).isPresent();
    Meaning meaning = new Meaning.Equal(vec(df), vec(task.applied(value.get()).value()));
    boolean turned = form == Form.JACOBIANS && !task.isNumerator();
    var rules = new ArrayList<Rule>(List.of(back));
    if (structured) {
      rules.add(Rules.projection(x));
    }
    if (turned) {
      rules.add(Rules.layout(task));
    }
    Phrase derivative = Labels.derivative(task);
    add(
        turned ? Labels.turned(derivative) : derivative,
        new InNames(value.get(), Map.of()),
        Rules.together(rules),
        "",
        meaning);
  }

  private static Expr vec(Expr e) {
    return e.isScalar() ? e : MatrixValued.vec(e);
  }

  private void add(Phrase left, Phrase right, Rule rule, String reason, Meaning meaning) {
    Expr e = right instanceof InNames in ? in.expr() : task.answer().value().orElse(task.f());
    if (!lines.isEmpty()
        && lines.getLast().right() instanceof InNames(Expr before, _)
        && before == e
        && right instanceof InNames) {
      return; // nothing was left to substitute
    }
    lines.add(Line.begin(left, right, rule, meaning, e.shape()).because(reason));
  }
}
