package org.frechet.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.frechet.check.Claim;
import org.frechet.derive.TangentSpace;
import org.frechet.derive.Tidy;
import org.frechet.diff.Differential;
import org.frechet.explain.Line.Relation;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Attributes;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Trait;
import org.frechet.solve.Affine;
import org.frechet.solve.Curvature;
import org.frechet.solve.LinearEquation;

/// Where a scalar function is stationary: its gradient, set to zero, solved, and what the second
/// derivative says of the point (Fermat; Magnus & Neudecker 2019, ch. 7).
public final class Stationary {
  private static final Rule FERMAT =
      new Rule("set to zero", "at a minimum or maximum the gradient vanishes");
  private static final Rule NORMAL =
      new Rule("collect", "what holds the unknown on one side, the rest on the other");
  private static final Rule SOLVE = new Rule("solve", "A x = b gives x = A⁻¹ b");
  private static final Rule HESSIAN = new Rule("Hessian", "the derivative of the gradient");
  private static final Rule AT_POINT = new Rule("insert", "the Hessian at the stationary point");
  private static final Rule SECOND =
      new Rule("second differential", "the differential of the gradient");
  private static final Rule DEFINITE =
      new Rule("definiteness", "the sign is that of squares and of what is known to be positive");

  private final Task task;
  private final Words words;
  private final Expr x;
  private final Expr gradient;
  private final boolean symmetric;

  /// What the words of conditions need, and how expressions are compared.
  ///
  /// @param comparing at random points
  /// @param ranks what it takes for an equation to have one solution
  /// @param text an expression in the input language
  public record Words(
      Affine.Comparing comparing,
      Function<LinearEquation, List<String>> ranks,
      Function<Expr, String> text) {}

  private Stationary(Task task, Words words) {
    this.task = task;
    this.words = words;
    this.x = task.variable();
    Expr value = task.answer().value().orElseThrow();
    this.gradient = task.answer().numerator() && !x.isScalar() ? value.transpose() : value;
    this.symmetric = ((Node.Var) x.node()).traits().contains(Trait.SYMMETRIC);
  }

  /// {@return the derivation of the gradient, then of the stationary point, then what it is}
  ///
  /// @throws org.frechet.shape.Refusal if the function is not scalar, or if its variable moves on a
  ///   curved set
  public static Proof of(Task task, Words words) {
    if (!task.f().isScalar() || task.answer().order() != 1 || task.answer().value().isEmpty()) {
      throw Problem.of(Code.BAD_REQUEST, "only functions with a scalar value have a minimum")
          .hint("ask for the derivative of order one of a scalar function")
          .refusal();
    }
    if (TangentSpace.of(task.variable()).filter(s -> !s.isLinear()).isPresent()) {
      throw Problem.of(
              Code.UNSUPPORTED,
              "stationary points on a curved set are not available: they need multipliers")
          .hint("leave the attribute out")
          .refusal();
    }
    Proof first = Explainer.explain(Method.DIFFERENTIAL, task);
    var parts = new ArrayList<Part>();
    first.parts().forEach(p -> parts.add(new Part("gradient", p.lines(), p.notes(), p.table())));
    var stationary = new Stationary(task, words);
    parts.addAll(stationary.measured());
    return new Proof(Method.DIFFERENTIAL, parts, first.held(), first.unmeasured());
  }

  /// {@return the lines, if the point they lead to exists and all of them hold there; else the
  /// equation and why it is not solved}
  private List<Part> measured() {
    Solved solved = parts();
    return solved
        .point()
        .flatMap(p -> PointCheck.objection(task, p, words.text().apply(p), solved.parts()))
        .map(why -> List.of(unsolved(why)))
        .orElse(solved.parts());
  }

  private record Solved(List<Part> parts, Optional<Expr> point) {}

  /// A solution, the lines that lead to it, and what it takes for it to be the only one.
  private record Found(Expr point, List<Line> lines, List<String> conditions, boolean quadratic) {}

  private Solved parts() {
    Optional<Found> found;
    String why = "";
    try {
      found = byEquation(gradient, x, Map.of()).or(this::byFunction);
    } catch (Refusal e) {
      if (e.problem().code() == Code.TIMEOUT) {
        throw e;
      }
      found = Optional.empty();
      why = "the equation was not solved: " + e.problem().message();
    }
    if (found.isEmpty()) {
      return new Solved(List.of(unsolved(why.isEmpty() ? why() : why)), Optional.empty());
    }
    Expr zero = Algebra.zeros(gradient.shape());
    Expr point = found.get().point();
    var lines = new ArrayList<Line>();
    var vanishes = new Meaning.Equal(at(gradient, point), zero);
    lines.add(line(gradient, zero, FERMAT, List.of(), vanishes));
    lines.addAll(found.get().lines());
    Line last = lines.removeLast();
    var conditions = new ArrayList<>(last.conditions());
    task.needs().apply(List.of(point)).stream()
        .filter(c -> conditions.stream().noneMatch(known -> known.startsWith(c)))
        .forEach(conditions::add);
    lines.add(last.needing(conditions));
    var notes = new ArrayList<String>(PointCheck.provisos(x, point, words.text().apply(x)));
    var solution = new Part("stationary point", lines, notes, Optional.empty());
    return new Solved(List.of(solution, tested(found.get())), Optional.of(point));
  }

  private Part unsolved(String why) {
    var open = new Meaning.Equal(gradient, gradient);
    Line line = line(gradient, Algebra.zeros(gradient.shape()), FERMAT, List.of(), open);
    return new Part("stationary point", List.of(line), List.of(why), Optional.empty());
  }

  private Part tested(Found found) {
    try {
      return test(found);
    } catch (Refusal e) {
      if (e.problem().code() == Code.TIMEOUT) {
        throw e;
      }
      String why = "the second derivative has no form to test: " + e.problem().message();
      return new Part("test", List.of(), List.of(why), Optional.empty());
    }
  }

  private Expr at(Expr e, Expr point) {
    return Traversal.substitute(e, Map.of(x, point));
  }

  /// An equation that is linear in the unknown.
  ///
  /// @param values what the unknown is, where it is not the variable itself
  private Optional<Found> byEquation(Expr zero, Expr unknown, Map<Expr, Expr> values) {
    Optional<Affine> affine = Affine.of(zero, unknown, words.comparing());
    if (affine.isEmpty() || affine.get().map().isZero()) {
      return Optional.empty();
    }
    Expr dz = affine.get().increment();
    Expr map = affine.get().map();
    Expr c = Algebra.number(Algebra.coefficient(Algebra.scalarFactor(map)));
    Expr plain = Tidy.of(Algebra.div(map, c));
    Expr right = Tidy.of(Algebra.neg(Algebra.div(affine.get().constant(), c)));
    LinearEquation solved = LinearEquation.solve(plain, dz, right, unknown == x && symmetric);
    if (solved.value().isEmpty()) {
      return Optional.empty();
    }
    Expr point = solved.value().get();
    boolean matrix = solved.form() == LinearEquation.Form.INVERSES && unknown.shape().isVector();
    Expr left =
        matrix
            ? Algebra.mul(solved.coefficients().getFirst(), unknown)
            : Tidy.of(Traversal.substitute(plain, Map.of(dz, unknown)));
    var lines = new ArrayList<Line>();
    List<String> conditions = words.ranks().apply(solved);
    lines.add(
        line(
            Traversal.substitute(left, values),
            right,
            NORMAL,
            List.of(),
            new Meaning.Equal(
                Traversal.substitute(Algebra.mul(c, Algebra.sub(left, right)), values),
                Traversal.substitute(zero, values))));
    if (left != unknown) {
      Meaning vanishes =
          new Meaning.Equal(
              Traversal.substitute(zero, Map.of(unknown, point)), Algebra.zeros(zero.shape()));
      lines.add(line(Traversal.substitute(unknown, values), point, SOLVE, conditions, vanishes));
    }
    return Optional.of(new Found(point, lines, conditions, unknown == x));
  }

  /// The gradient may hold the unknown only as a value that an equation defines, X⁻¹: then it is
  /// solved for that value, and the equation for X.
  private Optional<Found> byFunction() {
    ImplicitUnknown.System system = ImplicitUnknown.of(task.of(gradient, task.answer()));
    if (system.unknowns().size() != 1
        || Traversal.contains(system.function(), x)
        || system.unknowns().getFirst().arguments().stream().noneMatch(a -> a == x)) {
      return Optional.empty();
    }
    ImplicitUnknown u = system.unknowns().getFirst();
    Optional<Found> value =
        byEquation(system.function(), u.symbol(), Map.of(u.symbol(), u.written()));
    if (value.isEmpty()) {
      return Optional.empty();
    }
    var unknowns = new ArrayList<>(u.symbols());
    unknowns.set(0, value.get().point());
    var sides = u.definition().equation().of(u.arguments(), unknowns);
    Optional<Affine> affine =
        Affine.of(Algebra.sub(sides.left(), sides.right()), x, words.comparing());
    if (affine.isEmpty() || affine.get().map().isZero()) {
      return Optional.empty();
    }
    LinearEquation solved =
        LinearEquation.solve(
            affine.get().map(),
            affine.get().increment(),
            Tidy.of(Algebra.neg(affine.get().constant())),
            symmetric);
    return solved
        .value()
        .map(point -> {
          var lines = new ArrayList<>(value.get().lines());
          List<String> conditions = new ArrayList<>(value.get().conditions());
          conditions.addAll(words.ranks().apply(solved));
          Rule inverse =
              new Rule(
                  "undo",
                  FunctionRule.written(u.sides().left())
                      + " = "
                      + FunctionRule.written(u.sides().right())
                      + " defines "
                      + FunctionRule.written(u.symbol())
                      + " = "
                      + FunctionRule.written(u.written()));
          lines.add(
              line(
                  x,
                  point,
                  inverse,
                  conditions,
                  new Meaning.Equal(at(gradient, point), Algebra.zeros(gradient.shape()))));
          return new Found(point, lines, conditions, /* quadratic= */ false);
        });
  }

  /// {@return why no point is given}
  private String why() {
    if (!Traversal.contains(gradient, x)) {
      return gradient.isZero()
          ? "the function is constant: every point is stationary"
          : "the gradient does not depend on %s: there is no stationary point unless it is zero"
              .formatted(words.text().apply(x));
    }
    String part =
        Affine.nonlinearPart(gradient, x)
            .filter(e -> e.weight() < 200)
            .map(e -> ": %s is not".formatted(words.text().apply(e)))
            .orElse("");
    return "no formula is known for the point: the equation is not linear in %s%s"
        .formatted(words.text().apply(x), part);
  }

  // what the point is

  private Part test(Found found) {
    Expr dx = Algebra.increment(x);
    Expr map = Tidy.of(Differential.of(gradient, x));
    Curvature curvature = Curvature.of(map, dx, symmetric);
    var lines = new ArrayList<Line>();
    boolean matrix = x.shape().isMatrix();
    Phrase name =
        matrix
            ? Labels.differential(Labels.name(task.fresh(List.of("G", "H", "Γ"))))
            : Labels.name(task.fresh(List.of("H", "K", "Q")));
    Expr second = matrix ? map : curvature.hessian();
    Claim claim = matrix ? Claim.map(map) : Claim.jacobian(second);
    lines.add(
        Line.begin(
            name,
            Phrase.of(second),
            matrix ? SECOND : HESSIAN,
            new Meaning.Derivative(gradient, x, List.of(claim)),
            second.shape()));
    definite(curvature, map).ifPresent(lines::add);
    if (curvature.kind() != Curvature.Kind.UNDETERMINED || matrix) {
      return new Part("test", lines, List.of(verdict(curvature, found)), Optional.empty());
    }
    Expr there = Tidy.of(at(second, found.point()));
    Curvature at = new Curvature(sign(there), there, List.of());
    if (at.kind() != Curvature.Kind.UNDETERMINED) {
      Meaning same = new Meaning.Equal(at(second, found.point()), there);
      lines.add(line(name, there, AT_POINT, List.of(), same));
    }
    return new Part("test", lines, List.of(verdict(at, found)), Optional.empty());
  }

  /// At one point only a definite Hessian tells: that of x³ at 0 is semidefinite.
  private static Curvature.Kind sign(Expr hessian) {
    return isDefinite(hessian)
        ? Curvature.Kind.MINIMUM
        : isDefinite(Algebra.neg(hessian)) ? Curvature.Kind.MAXIMUM : Curvature.Kind.UNDETERMINED;
  }

  private static boolean isDefinite(Expr e) {
    return e.isScalar() ? Attributes.isPositive(e) : Attributes.has(e, Trait.SPD);
  }

  /// The second differential of f, with its sign.
  private Optional<Line> definite(Curvature curvature, Expr map) {
    boolean least = curvature.kind() == Curvature.Kind.MINIMUM;
    if (!least && curvature.kind() != Curvature.Kind.MAXIMUM) {
      return Optional.empty();
    }
    Expr form = Tidy.of(ScalarValued.inner(Algebra.increment(x), map));
    Map<Expr, Expr> positive = new HashMap<>();
    for (Expr v : curvature.positive()) {
      var node = (Node.Var) v.node();
      positive.put(v, Algebra.variable(node.name(), node.shape(), List.of(Trait.POSITIVE)));
    }
    Expr value = Traversal.substitute(form, positive);
    Meaning meaning =
        least ? new Meaning.AtMost(Algebra.ZERO, value) : new Meaning.AtMost(value, Algebra.ZERO);
    Expr left = least ? Algebra.ZERO : form;
    Expr right = least ? form : Algebra.ZERO;
    return Optional.of(
        new Line(
            Phrase.of(left),
            Relation.AT_MOST,
            Phrase.of(right),
            DEFINITE,
            "the second differential of " + task.functionName(),
            positive(curvature),
            right.shape(),
            meaning,
            Optional.empty()));
  }

  private List<String> positive(Curvature curvature) {
    return curvature.positive().stream().map(v -> words.text().apply(v) + " > 0").toList();
  }

  private String verdict(Curvature curvature, Found found) {
    String extent = found.quadratic() ? "a global " : "a ";
    String when =
        curvature.positive().isEmpty() ? "" : " where " + String.join(", ", positive(curvature));
    return switch (curvature.kind()) {
      case MINIMUM -> "the stationary point is %sminimum%s".formatted(extent, when);
      case MAXIMUM -> "the stationary point is %smaximum%s".formatted(extent, when);
      case SADDLE -> "the second derivative is indefinite: the point is a saddle";
      case UNDETERMINED ->
          "a minimum where the second derivative is positive definite, a maximum where it is negative"
              + " definite, a saddle where it is indefinite: declare psd, spd or positive where you"
              + " know more";
    };
  }

  private static Line line(
      Expr left, Expr right, Rule rule, List<String> conditions, Meaning meaning) {
    return line(Phrase.of(left), right, rule, conditions, meaning);
  }

  private static Line line(
      Phrase left, Expr right, Rule rule, List<String> conditions, Meaning meaning) {
    Phrase written =
        right.isZero() ? Phrase.of(Forms.number(org.frechet.expr.Rational.ZERO)) : Phrase.of(right);
    return Line.begin(left, written, rule, meaning, right.shape()).needing(conditions);
  }
}
