package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.frechet.check.Agreement;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Attributes;
import org.frechet.shape.Trait;
import org.frechet.solve.Affine;
import org.frechet.solve.Curvature;
import org.frechet.solve.LinearEquation;
import org.frechet.syntax.Model;

/// The solution of an equation that is linear in its unknown, verified by substitution at random
/// points; and for a stationary point, what it is.
public final class Solution implements Outcome {
  /// How many solutions there are.
  public enum Count {
    /// One, where the conditions hold.
    ONE,
    /// Many; the value is the one of least norm.
    MANY,
    /// Every value of the unknown.
    ALL,
    /// None, whatever the values of the variables.
    NONE,
    /// The equation does not contain the unknown: all where it holds, else none.
    ALL_OR_NONE
  }

  private final Equation equation;
  private final Equation.Read read;
  private final List<String> equal;
  private final Affine affine;
  private final Count count;
  private final Optional<LinearEquation> solved;
  private final Optional<Expr> value;
  private final Optional<Agreement> agreement;
  private final Optional<Curvature> curvature;
  private final Writing writing;

  Solution(Solver solver, Optional<Agreement> agreement) {
    this.equation = solver.equation();
    this.read = solver.read();
    this.equal = List.copyOf(solver.equal());
    this.affine = solver.affine();
    this.count = solver.count();
    this.solved = solver.solved();
    this.value = solver.value();
    this.agreement = agreement;
    this.curvature = solver.curvature();
    this.writing = new Writing(read.model().variables().keySet(), read.sums());
  }

  // the answer

  /// {@return the name of the unknown}
  public String name() {
    return equation.unknown().text();
  }

  public Count count() {
    return count;
  }

  /// {@return the sides and variables as understood}
  public Model model() {
    return read.model();
  }

  public Expr unknown() {
    return affine.variable();
  }

  public Optional<Expr> value() {
    return value;
  }

  /// {@return the solution in the input language; empty if there is none, or if all are}
  public String text() {
    return value.map(writing::text).orElse("");
  }

  public String unicode() {
    return value.map(writing::unicode).orElse("");
  }

  public String latex() {
    return value.map(writing::latex).orElse("");
  }

  /// {@return an expression around this answer, as a line of mathematics}
  public String unicode(Expr e) {
    return writing.unicode(e);
  }

  /// {@return the expression that must vanish, where the unknown does not occur}
  public String residual() {
    return writing.text(affine.constant());
  }

  /// {@return the solution of least norm where the conditions fail, in the input language, if
  /// known}
  public Optional<String> leastNorm() {
    return leastNormValue().map(writing::text);
  }

  public Optional<Expr> leastNormValue() {
    return solved
        .filter(s -> count == Count.ONE && !s.open().isEmpty())
        .flatMap(LinearEquation::leastNorm);
  }

  /// {@return whether there are solutions where the conditions fail, so that the one of least norm
  /// is one; else only for right sides that allow it}
  public boolean consistent() {
    return solved.map(LinearEquation::consistent).orElse(false);
  }

  /// {@return what must hold for the solution to be the only one}
  public List<String> conditions() {
    if (count == Count.MANY) {
      return List.of();
    }
    var conditions = new ArrayList<String>();
    solved.ifPresent(s -> conditions.addAll(rank(s)));
    if (count == Count.ALL_OR_NONE) {
      conditions.add(residual() + " = 0");
    }
    conditions.addAll(goal());
    for (Trait trait : ((Node.Var) affine.variable().node()).traits()) {
      boolean open =
          switch (trait) {
            case POSITIVE,
                NONNEGATIVE,
                PSD,
                SPD,
                INVERTIBLE,
                ORTHONORMAL,
                ORTHOGONAL,
                UNIT,
                STOCHASTIC ->
                value.filter(v -> !Attributes.has(v, trait)).isPresent();
            case SQUARE, SYMMETRIC, SKEW, LOWER, UPPER, DIAGONAL, TOEPLITZ -> false;
          };
      if (open) {
        conditions.add("the solution is %s, as %s is declared".formatted(trait.word(), name()));
      }
    }
    var parts = new ArrayList<>(read.left().parts());
    read.right().ifPresent(r -> parts.addAll(r.parts()));
    parts.removeIf(p -> Traversal.contains(p, affine.variable()));
    writing.conditions(parts).stream()
        .filter(c -> !conditions.contains(c))
        .forEach(conditions::add);
    return List.copyOf(conditions);
  }

  /// A minimum must be known to be one.
  private List<String> goal() {
    if (equation.goal() == Equation.Goal.SOLUTION || curvature.isEmpty()) {
      return List.of();
    }
    Curvature c = curvature.get();
    boolean least = equation.goal() == Equation.Goal.LEAST;
    if (!c.positive().isEmpty()) {
      return extremumConditions();
    }
    return c.kind() == Curvature.Kind.UNDETERMINED
        ? List.of(
            "%s %s semidefinite"
                .formatted(writing.text(c.hessian()), least ? "positive" : "negative"))
        : List.of();
  }

  private List<String> rank(LinearEquation s) {
    List<String> conditions = new Ranks(writing, s).conditions();
    boolean told = equation.goal() != Equation.Goal.SOLUTION && !extremumConditions().isEmpty();
    return told
        ? conditions.stream().filter(c -> !c.contains("as it is for")).toList()
        : conditions;
  }

  public List<String> assumptions() {
    return read.assumptions(equal);
  }

  /// {@return for a stationary point what it is: `minimum`, `maximum`, `saddle` or `undetermined`}
  public Optional<String> extremum() {
    return curvature.map(c -> c.kind().name().toLowerCase(java.util.Locale.ROOT));
  }

  /// {@return the conditions under which it is, such as `c > 0`}
  public List<String> extremumConditions() {
    return curvature.map(Curvature::positive).orElse(List.of()).stream()
        .map(v -> writing.text(v) + " > 0")
        .toList();
  }

  /// {@return why the stationary point is what it is}
  public String reason() {
    return curvature.map(this::reason).orElse("");
  }

  private String reason(Curvature c) {
    String second = writing.text(c.hessian());
    return switch (c.kind()) {
      case MINIMUM ->
          "the second derivative is positive semidefinite (%s), so every stationary point is a global minimum"
              .formatted(second);
      case MAXIMUM ->
          "the second derivative is negative semidefinite (%s), so every stationary point is a global maximum"
              .formatted(second);
      case SADDLE -> "the second derivative is indefinite (%s)".formatted(second);
      case UNDETERMINED ->
          "a minimum where %s is positive semidefinite, a maximum where it is negative semidefinite, else a saddle; declare psd, spd or positive where you know more"
              .formatted(second.length() > 80 ? "the second derivative" : second);
    };
  }

  /// {@return `proof`, `exact` or `numeric`: how sure the substitution into the equation is}
  public String certainty() {
    return agreement.map(a -> a.certainty().word()).orElse("proof");
  }

  public int points() {
    return agreement.map(Agreement::points).orElse(0);
  }

  /// {@return how the solution was found}
  public Optional<LinearEquation.Form> form() {
    return solved.map(LinearEquation::form);
  }
}
