package org.frechet.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

/// The equation that defines an unknown, differentiated on both sides and solved for the
/// differential of the unknown (the implicit function theorem, Dini 1878).
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
  private final List<Line> lines = new ArrayList<>();
  private Sides now;

  ImplicitEquation(
      ImplicitUnknown unknown, Task task, Expansion expansion, Map<Expr, Expr> values) {
    this.unknown = unknown;
    this.task = task;
    this.expansion = expansion;
    this.values = values;
    this.dy = Algebra.increment(unknown.symbol());
    this.now = unknown.sides();
  }

  /// The lines, and the differential of the unknown in terms of those of the arguments.
  ///
  /// @param retired whether the value stands in place of its name
  record Solved(List<Line> lines, Expr differential, boolean retired) {}

  Solved solved() {
    for (int i = 0; i < unknown.symbols().size(); i++) {
      Expr value = i == 0 ? unknown.written() : unknown.values().get(i);
      add(
          written(unknown.symbols().get(i)),
          Relation.DEFINED,
          value,
          NAME,
          new Meaning.Equal(unknown.symbols().get(i), value),
          conditions(value),
          Optional.empty());
    }
    line(now, DEFINITION);
    to(this::differentiated, BOTH_SIDES);
    unknown.definition().elimination().ifPresent(this::eliminate);
    Expr solution = triangular().orElseGet(this::linear);
    Expr known = inserted(solution);
    boolean retired = !Traversal.contains(known, unknown.symbol());
    return new Solved(lines, known, retired && Traversal.contains(known, unknown.written()));
  }

  // the steps

  private Sides differentiated() {
    Map<Expr, Expr> increments = new HashMap<>();
    Map<Expr, Expr> back = new HashMap<>();
    var stands = new ArrayList<Expr>();
    for (Expr a : unknown.arguments()) {
      Expr stand = Algebra.variable("(argument " + stands.size() + ")", a.shape());
      stands.add(stand);
      back.put(stand, a);
      if (expansion.moves(a)) {
        increments.put(stand, expansion.increment(a));
      }
    }
    unknown.symbols().forEach(y -> increments.put(y, Algebra.increment(y)));
    Sides equation = unknown.definition().equation().of(stands, unknown.symbols());
    return equation.both(e -> Traversal.substitute(Differential.of(e, increments), back));
  }

  private void eliminate(Definition.Elimination how) {
    Sides before = now;
    to(
        () -> before.both(e -> Expanded.of(how.form().of(unknown.symbols(), e))),
        new Rule(
            how.words().formatted(FunctionRule.written(unknown.symbols().getLast())),
            "the same is done to both sides"));
    Sides multiplied = now;
    Sides known = multiplied.both(this::factual);
    if (!known.equals(multiplied)) {
      to(() -> multiplied.both(this::factual), facts());
    }
  }

  /// {@return an expression with the facts of the definition used}
  private Expr factual(Expr e) {
    Expr done = e;
    for (Definition.Equation fact : unknown.definition().facts()) {
      Sides sides = fact.of(unknown.arguments(), unknown.symbols());
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
  private Optional<Expr> triangular() {
    Expr value = unknown.values().getFirst();
    boolean lower = Attributes.has(value, Trait.LOWER);
    if (!lower || Attributes.has(value, Trait.DIAGONAL)) {
      return Optional.empty();
    }
    List<Coefficients.Term> terms =
        Coefficients.of(now.left(), dy).map(Coefficients::terms).orElse(List.of());
    if (terms.size() != 2 || terms.get(0).transposed() == terms.get(1).transposed()) {
      return Optional.empty();
    }
    Coefficients.Term turned = terms.get(terms.get(0).transposed() ? 0 : 1);
    Coefficients.Term plain = terms.get(terms.get(0).transposed() ? 1 : 0);
    Expr m = turned.left();
    if (!Algebra.isEye(turned.right())
        || !Algebra.isEye(plain.left())
        || plain.right() != m.transpose()) {
      return Optional.empty();
    }
    Expr inverse = MatrixValued.inv(m);
    Sides before = now;
    to(
        () -> before.both(e -> Expanded.of(Algebra.mul(inverse, e, inverse.transpose()))),
        new Rule(
            "multiply by the inverse from both sides", "M⁻¹ from the left, M⁻ᵀ from the right"));
    Expr p = now.right();
    Expr half = Algebra.mul(Algebra.HALF, MatrixValued.diag(MatrixValued.diag(p)));
    to(
        () -> new Sides(Algebra.mul(inverse, dy), Algebra.sub(MatrixValued.tril(p), half)),
        new Rule(
            "a triangle and half of the diagonal",
            "if T is lower triangular and T + T′ = P, then T = tril(P) − diag(diag(P))/2"));
    Expr triangle = now.right();
    Expr solution = Algebra.mul(m, triangle);
    to(() -> new Sides(dy, solution), solveRule(LinearEquation.Form.INVERSES));
    return Optional.of(solution);
  }

  private Expr linear() {
    Expr total = Algebra.sub(now.left(), now.right());
    Expr rest = Traversal.substitute(total, Map.of(dy, Algebra.zeros(dy.shape())));
    Expr map = Tidy.of(Algebra.sub(total, rest));
    Expr c = Algebra.number(Algebra.coefficient(map));
    Expr left = Algebra.div(map, c);
    Expr right = Tidy.of(Algebra.neg(Algebra.div(rest, c)));
    boolean isolated =
        Traversal.contains(now.left(), dy)
            && !Traversal.contains(rest, dy)
            && Algebra.sub(now.left(), map).isZero();
    if (!task.isShort() && left != dy && !isolated) {
      to(() -> new Sides(map, Tidy.of(Algebra.neg(rest))), ISOLATE);
    }
    LinearEquation equation = solve(left, right);
    Expr solution =
        equation.value().orElseThrow(() -> unsolved("the equation does not determine it"));
    to(
        () -> new Sides(dy, solve(left, right).value().orElseThrow()),
        left == dy ? CANCEL : solveRule(equation.form()));
    return solution;
  }

  private LinearEquation solve(Expr left, Expr right) {
    try {
      return LinearEquation.solve(left, dy, right, /* symmetric= */ false);
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
  private Expr inserted(Expr solution) {
    Expr known = factual(solution);
    if (known != solution) {
      to(() -> new Sides(dy, factual(solution)), facts());
    }
    if (!Traversal.contains(known, unknown.written())) {
      return known;
    }
    Map<Expr, Expr> value = Map.of(unknown.symbol(), unknown.written());
    to(() -> new Sides(dy, Traversal.substitute(known, value)), INSERT);
    return now.right();
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

  private void to(Supplier<Sides> step, Rule rule) {
    Sides next = step.get();
    Expr left = next.left();
    add(
        written(left),
        Relation.EQUAL,
        next.right(),
        rule,
        new Meaning.Equal(left, next.right()),
        conditions(left, next.right()),
        Optional.of(step));
    now = next;
  }

  private void line(Sides sides, Rule rule) {
    add(
        written(sides.left()),
        Relation.EQUAL,
        sides.right(),
        rule,
        new Meaning.Equal(sides.left(), sides.right()),
        List.of(),
        Optional.empty());
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

  private void add(
      Phrase left,
      Relation relation,
      Expr right,
      Rule rule,
      Meaning meaning,
      List<String> conditions,
      Optional<Supplier<Sides>> again) {
    lines.add(
        new Line(
            left,
            relation,
            written(right),
            rule,
            "",
            conditions,
            right.shape(),
            meaning,
            again.map(s -> _ -> written(s.get().right()))));
  }
}
