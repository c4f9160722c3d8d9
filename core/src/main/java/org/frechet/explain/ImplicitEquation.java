package org.frechet.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.frechet.derive.Tidy;
import org.frechet.diff.Differential;
import org.frechet.explain.Line.Relation;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Rational;
import org.frechet.expr.Traversal;
import org.frechet.function.Attributes;
import org.frechet.function.Definition;
import org.frechet.function.Definition.Sides;
import org.frechet.function.MatrixValued;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Trait;
import org.frechet.solve.Coefficients;
import org.frechet.solve.LinearEquation;
import org.frechet.syntax.Syntax;

/// The equation that defines an unknown, differentiated on both sides and solved for the
/// differential of the unknown (the implicit function theorem, Dini 1878). Arguments that are not
/// variables are symbols until a line is written, so that facts about them are found.
final class ImplicitEquation {
  private static final Rule NAME = new Rule("name", "a name for the value");
  private static final Rule DEFINITION = new Rule("definition", "the equation that defines it");
  static final Rule BOTH_SIDES =
      new Rule("differentiate both sides", "where two sides are equal, so are their differentials");
  private static final Rule FACTS = new Rule("insert", "what the unknowns satisfy");
  private static final Rule ISOLATE =
      new Rule("isolate", "what holds the unknown differential on one side, the rest on the other");
  private static final Rule CANCEL = new Rule("cancel", "what stands on both sides cancels");
  private static final Rule INSERT = new Rule("insert", "the value in place of its name");

  private final ImplicitUnknown unknown;
  private final Task task;
  private final Expr dy;
  private final Map<Expr, Expr> values;
  private final Expansion expansion;
  private final List<Expr> arguments = new ArrayList<>();
  private final Map<Expr, Expr> meanings = new HashMap<>();
  private final List<Line> lines = new ArrayList<>();
  private Sides now;

  ImplicitEquation(
      ImplicitUnknown unknown, Task task, Expansion expansion, Map<Expr, Expr> values) {
    this.unknown = unknown;
    this.task = task;
    this.expansion = expansion;
    this.values = values;
    this.dy = Algebra.increment(unknown.symbol());
    unknown.arguments().forEach(a -> arguments.add(symbol(a)));
    this.now = unknown.definition().equation().of(arguments, unknown.symbols());
  }

  private Expr symbol(Expr argument) {
    if (argument.node() instanceof Node.Var || !expansion.moves(argument)) {
      return argument;
    }
    Expr symbol = ImplicitUnknown.named("(argument %d)".formatted(arguments.size()), argument);
    meanings.put(symbol, argument);
    return symbol;
  }

  private Expr meant(Expr e) {
    return Traversal.substitute(e, meanings);
  }

  /// The lines, and the differential of the unknown in terms of those of the arguments.
  ///
  /// @param retired whether the value stands in place of its name
  record Solved(List<Line> lines, Expr differential, boolean retired) {}

  Solved solved() {
    for (int i = 0; i < unknown.symbols().size(); i++) {
      Expr value = i == 0 ? unknown.written() : unknown.values().get(i);
      lines.add(
          new Line(
              written(unknown.symbols().get(i)),
              Relation.DEFINED,
              written(value),
              NAME,
              "",
              conditions(value),
              value.shape(),
              new Meaning.Equal(unknown.symbols().get(i), value),
              Optional.empty()));
    }
    lines.add(line(DEFINITION));
    to(sides -> sides.both(this::differential), BOTH_SIDES);
    unknown.definition().elimination().ifPresent(this::eliminate);
    if (!triangular()) {
      linear();
    }
    insert();
    Expr known = meant(now.right());
    unknown.symbols().stream()
        .skip(1)
        .filter(y -> Traversal.contains(known, Algebra.increment(y)))
        .findFirst()
        .ifPresent(y -> {
          throw unsolved("d%s does not cancel".formatted(FunctionRule.written(y)));
        });
    boolean retired = !Traversal.contains(known, unknown.symbol());
    return new Solved(lines, known, retired && Traversal.contains(known, unknown.written()));
  }

  // the steps

  private Expr differential(Expr side) {
    Map<Expr, Expr> increments = new HashMap<>();
    for (Expr a : arguments) {
      Expr argument = meant(a);
      if (expansion.moves(argument)) {
        increments.put(a, expansion.increment(argument));
      }
    }
    unknown.symbols().forEach(y -> increments.put(y, Algebra.increment(y)));
    return Differential.of(side, increments);
  }

  private void eliminate(Definition.Elimination how) {
    to(
        sides -> sides.both(e -> Expanded.of(how.form().of(unknown.symbols(), e))),
        new Rule(
            how.words().formatted(FunctionRule.written(unknown.symbols().getLast())),
            "the same is done to both sides"));
    if (!now.both(this::factual).equals(now)) {
      to(sides -> sides.both(this::factual), facts());
    }
  }

  /// {@return an expression with the facts of the definition used}
  private Expr factual(Expr e) {
    Expr done = e;
    for (Definition.Equation fact : unknown.definition().facts()) {
      Sides sides = fact.of(arguments, unknown.symbols());
      done = Expanded.replace(done, sides.left(), sides.right());
      done = Expanded.replace(done, sides.left().transpose(), sides.right().transpose());
    }
    return done;
  }

  private Rule facts() {
    var statements = new ArrayList<String>();
    for (Definition.Equation fact : unknown.definition().facts()) {
      Sides sides = fact.of(unknown.arguments(), unknown.symbols());
      statements.add(
          FunctionRule.written(sides.left()) + " = " + FunctionRule.written(sides.right()));
    }
    return new Rule(FACTS.name(), String.join(", ", statements));
  }

  /// The Cholesky factor and its like: M dY′ + dY M′ = C, where M⁻¹dY is triangular, so that of a
  /// symmetric matrix it is one triangle and half of the diagonal.
  private boolean triangular() {
    Expr value = unknown.values().getFirst();
    boolean lower = Attributes.has(value, Trait.LOWER);
    if (!lower || Attributes.has(value, Trait.DIAGONAL)) {
      return false;
    }
    List<Coefficients.Term> terms =
        Coefficients.of(now.left(), dy).map(Coefficients::terms).orElse(List.of());
    if (terms.size() != 2 || terms.get(0).transposed() == terms.get(1).transposed()) {
      return false;
    }
    Coefficients.Term turned = terms.get(terms.get(0).transposed() ? 0 : 1);
    Coefficients.Term plain = terms.get(terms.get(0).transposed() ? 1 : 0);
    Expr m = turned.left();
    if (!Algebra.isEye(turned.right())
        || !Algebra.isEye(plain.left())
        || plain.right() != m.transpose()) {
      return false;
    }
    Expr inverse = MatrixValued.inv(m);
    to(
        sides -> sides.both(e -> Expanded.of(Algebra.mul(inverse, e, inverse.transpose()))),
        new Rule(
            "multiply by the inverse from both sides", "M⁻¹ from the left, M⁻ᵀ from the right"));
    to(
        sides -> new Sides(Algebra.mul(inverse, dy), triangle(sides.right())),
        new Rule(
            "a triangle and half of the diagonal",
            "if T is lower triangular and T + T′ = P, then T = tril(P) − diag(diag(P))/2"));
    to(sides -> sides.both(e -> Algebra.mul(m, e)), solveRule(LinearEquation.Form.INVERSES));
    return true;
  }

  private static Expr triangle(Expr symmetric) {
    Expr diagonal = MatrixValued.diag(MatrixValued.diag(symmetric));
    return Algebra.sub(MatrixValued.tril(symmetric), Algebra.mul(Algebra.HALF, diagonal));
  }

  private void linear() {
    Sides isolated = isolated(now);
    boolean alone = plain(isolated).left() == dy;
    if (!task.isShort() && !alone && now.left() != isolated.left()) {
      to(this::isolated, ISOLATE);
    }
    Rule rule = alone ? CANCEL : solveRule(solution(now).form());
    to(
        sides ->
            new Sides(
                dy,
                solution(sides)
                    .value()
                    .orElseThrow(() -> unsolved("the equation does not determine it"))),
        rule);
  }

  /// {@return what the unknown differential is in, and everything else}
  private Sides isolated(Sides sides) {
    Expr total = Algebra.sub(sides.left(), sides.right());
    Expr rest = Traversal.substitute(total, Map.of(dy, Algebra.zeros(dy.shape())));
    return new Sides(Tidy.of(Algebra.sub(total, rest)), Tidy.of(Algebra.neg(rest)));
  }

  /// {@return the sides divided by the number on the left}
  private static Sides plain(Sides sides) {
    Expr c = Algebra.number(Algebra.coefficient(sides.left()));
    return new Sides(Algebra.div(sides.left(), c), Tidy.of(Algebra.div(sides.right(), c)));
  }

  private LinearEquation solution(Sides equation) {
    Sides sides = plain(isolated(equation));
    try {
      return LinearEquation.solve(sides.left(), dy, sides.right(), /* symmetric= */ false);
    } catch (Refusal e) {
      if (e.problem().code() == Problem.Code.TIMEOUT) {
        throw e;
      }
      throw unsolved(e.problem().message());
    }
  }

  private RuntimeException unsolved(String why) {
    return ImplicitMethod.refusal(
        "the equation for the differential of %s cannot be solved: %s"
            .formatted(FunctionRule.written(unknown.written()), why));
  }

  private static Rule solveRule(LinearEquation.Form form) {
    return switch (form) {
      case QUOTIENT -> new Rule("solve", "divide by the factor of the unknown differential");
      case ENTRYWISE -> new Rule("solve", "divide entry by entry");
      case INVERSES -> new Rule("solve", "A dY B = C gives dY = A⁻¹C B⁻¹");
      case SYLVESTER ->
          new Rule(
              "solve a Sylvester equation", "sylvester(A, B, C) is the dY with A dY + dY B = C");
      case VEC -> new Rule("solve on vec", "M vec(dY) = vec(C) gives vec(dY) = M⁻¹vec(C)");
    };
  }

  /// Facts are used; and where the value itself stands in the solution, so it does for its name.
  private void insert() {
    if (factual(now.right()) != now.right()) {
      to(sides -> new Sides(sides.left(), factual(sides.right())), facts());
    }
    if (Traversal.contains(meant(now.right()), unknown.written())) {
      Map<Expr, Expr> value = Map.of(unknown.symbol(), unknown.written());
      to(
          sides -> new Sides(sides.left(), Traversal.substitute(meant(sides.right()), value)),
          INSERT);
    }
  }

  // lines

  /// Terms stand in the order of the factors that move: dX Y before X dY.
  private static Phrase written(Expr e) {
    if (e.isZero()) {
      return Phrase.of(Forms.number(Rational.ZERO));
    }
    if (!(e.node() instanceof Node.Add a) || a.terms().stream().allMatch(t -> place(t) < 0)) {
      return Phrase.of(e);
    }
    var terms = new ArrayList<>(a.terms());
    terms.sort(Comparator.comparingInt(ImplicitEquation::place));
    return new Term.Sum(terms.stream().<Term>map(Term.Plain::new).toList());
  }

  private static int place(Expr term) {
    List<Expr> factors = Traversal.children(term.node());
    for (int i = 0; i < factors.size(); i++) {
      if (Forms.moves(factors.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /// The right side of an equation, which is rewritten together with the left.
  ///
  /// @param meanings what its symbols stand for
  private record Right(Sides sides, Map<Expr, Expr> meanings) implements Phrase {
    @Override
    public Syntax syntax(Manner manner) {
      return written(Traversal.substitute(sides.right(), meanings)).syntax(manner);
    }
  }

  private void to(UnaryOperator<Sides> step, Rule rule) {
    now = step.apply(now);
    lines.add(
        line(rule)
            .needing(conditions(meant(now.left()), meant(now.right())))
            .following(p -> new Right(step.apply(((Right) p).sides()), meanings)));
  }

  private Line line(Rule rule) {
    Expr left = meant(now.left());
    Expr right = meant(now.right());
    var claim = new Meaning.Equal(left, right);
    return Line.begin(written(left), new Right(now, meanings), rule, claim, right.shape());
  }

  /// {@return what the answer needs, if this needs it and no earlier line did}
  private List<String> conditions(Expr... sides) {
    var parts = new ArrayList<Expr>();
    for (Expr side : sides) {
      parts.add(Traversal.substitute(side, values));
    }
    var needed = new ArrayList<>(task.needs().apply(parts));
    needed.retainAll(task.conditions());
    lines.forEach(l -> needed.removeAll(l.conditions()));
    return needed;
  }
}
