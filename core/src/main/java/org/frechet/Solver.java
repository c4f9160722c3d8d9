package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.frechet.Solution.Count;
import org.frechet.check.Agreement;
import org.frechet.check.Equality;
import org.frechet.check.Equality.Verdict;
import org.frechet.derive.StructureNote;
import org.frechet.derive.TangentSpace;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.frechet.solve.Affine;
import org.frechet.solve.Curvature;
import org.frechet.solve.LinearEquation;
import org.frechet.syntax.Declaration;

/// From an equation to its solution: understood, found to be linear, solved, and verified by
/// substitution at random points.
///
/// @param equal which sizes were taken as equal
record Solver(
    Equation equation,
    Equation.Read read,
    List<String> equal,
    Affine affine,
    Count count,
    Optional<LinearEquation> solved) {
  /// {@return the solution} @throws org.frechet.shape.Refusal if there is none that is known
  static Solution solve(String text, Map<String, Declaration> declared, String unknown) {
    Equation equation = Equation.parse(text, declared, unknown);
    Equation.Read read = equation.read(declared);
    Solver first = of(equation, read, List.of());
    return first.isOblong() ? first.squared(declared).verified() : first.verified();
  }

  private boolean isOblong() {
    return solved.filter(s -> !s.isSquare()).isPresent();
  }

  /// Where a coefficient is not square, but inference chose its sizes, it is taken as square.
  private Solver squared(Map<String, Declaration> declared) {
    Solver now = this;
    var equal = new ArrayList<String>();
    for (int i = 0; i < 2 && now.isOblong(); i++) {
      Solver before = now;
      for (List<Dim> sizes : now.sizesThatDiffer()) {
        Optional<Map<String, Declaration>> square =
            Equation.squared(declared, now.read.model(), sizes.getFirst(), sizes.getLast());
        if (square.isPresent()) {
          equal.add(
              "the sizes %s and %s are taken as equal: else there is not one solution for every right side"
                  .formatted(sizes.getFirst(), sizes.getLast()));
          Equation.Read again = equation.read(square.get());
          Set<String> sides = read.sides();
          now =
              of(
                  equation,
                  new Equation.Read(again.left(), again.right(), again.objective(), sides),
                  equal);
          break;
        }
      }
      if (now == before) {
        break;
      }
    }
    return now;
  }

  /// {@return pairs of sizes that would have to be one: those of a coefficient, or those of the
  /// equation and of the unknown}
  private List<List<Dim>> sizesThatDiffer() {
    var pairs = new ArrayList<List<Dim>>();
    solved.ifPresent(
        s -> s.coefficients().forEach(a -> pairs.add(List.of(a.shape().rows(), a.shape().cols()))));
    Shape equations = affine.map().shape();
    Shape unknowns = affine.variable().shape();
    pairs.add(List.of(equations.rows(), unknowns.rows()));
    pairs.add(List.of(equations.cols(), unknowns.cols()));
    pairs.removeIf(p -> p.getFirst().equals(p.getLast()));
    return pairs;
  }

  private static Solver of(Equation equation, Equation.Read read, List<String> equal) {
    String name = equation.unknown().text();
    Expr variable = java.util.Objects.requireNonNull(read.model().variables().get(name));
    Expr f = difference(read);
    Affine affine =
        Affine.of(f, variable, Agreement::compare).orElseThrow(() -> nonlinear(f, variable, read));
    if (isZero(affine.map())) {
      Count count =
          isZero(affine.constant())
              ? Count.ALL
              : Traversal.variables(affine.constant()).isEmpty() ? Count.NONE : Count.ALL_OR_NONE;
      return new Solver(equation, read, equal, affine, count, Optional.empty());
    }
    LinearEquation solved =
        LinearEquation.solve(
            affine.map(),
            affine.increment(),
            Algebra.neg(affine.constant()),
            isSymmetric(variable));
    return new Solver(equation, read, equal, affine, Count.ONE, Optional.of(solved));
  }

  static Expr difference(Equation.Read read) {
    Expr left = read.left().expr();
    if (read.right().isEmpty()) {
      return left;
    }
    Expr right = read.right().get().expr();
    if (!left.shape().equals(right.shape())) {
      throw Problem.of(
              Code.SHAPE_MISMATCH,
              "the left side is %s, but the right side %s".formatted(left.shape(), right.shape()))
          .hint("declare the variables, or write c*ones(n) for a vector of equal entries")
          .refusal();
    }
    return Algebra.sub(left, right);
  }

  private static boolean isZero(Expr e) {
    if (e.isZero()) {
      return true;
    }
    Expr fresh = withoutIncrements(e);
    Verdict verdict = Agreement.compare(fresh, Algebra.zeros(e.shape())).verdict();
    return verdict == Verdict.EQUAL_EXACT;
  }

  /// Increments have no random values, so variables stand for them.
  private static Expr withoutIncrements(Expr e) {
    var fresh = new java.util.HashMap<Expr, Expr>();
    for (Expr part : Traversal.topological(e)) {
      if (part.node() instanceof Node.Increment i) {
        fresh.put(part, Algebra.variable("#" + i.name(), i.shape()));
      }
    }
    return fresh.isEmpty() ? e : Traversal.substitute(e, fresh);
  }

  private static RuntimeException nonlinear(Expr f, Expr variable, Equation.Read read) {
    var writing = new Writing(read.model().variables().keySet(), read.left().sums());
    String name = ((Node.Var) variable.node()).name();
    String part =
        Affine.nonlinearPart(f, variable)
            .filter(e -> e.weight() < 200)
            .map(e -> ": %s is not".formatted(writing.text(e)))
            .orElse("");
    return Problem.of(Code.UNSUPPORTED, "the equation is not linear in %s%s".formatted(name, part))
        .hint("only equations linear in the unknown are solved")
        .refusal();
  }

  private static boolean isSymmetric(Expr variable) {
    return ((Node.Var) variable.node()).traits().contains(Trait.SYMMETRIC);
  }

  /// {@return this solution, substituted into the equation and found right}
  private Solution verified() {
    if (count != Count.ONE) {
      return new Solution(this, Optional.empty());
    }
    LinearEquation linear = solved.orElseThrow();
    if (linear.value().isEmpty()) {
      throw overdetermined(linear);
    }
    Equality found = substituted();
    if (found.verdict() == Verdict.UNKNOWN) {
      return leastNorm(linear).orElseThrow(() -> singular(linear));
    }
    Agreement sure =
        Agreement.require(found, Agreement.Certainty.EXACT, "the solution for " + name());
    requireStructure();
    requireGoal();
    return new Solution(this, Optional.of(sure));
  }

  /// {@return of many solutions the one of least norm, where a coefficient is always singular}
  private Optional<Solution> leastNorm(LinearEquation linear) {
    if (!linear.consistent() || linear.leastNorm().isEmpty()) {
      return Optional.empty();
    }
    var least =
        new LinearEquation(
            linear.form(),
            linear.leastNorm(),
            linear.coefficients(),
            Optional.empty(),
            linear.consistent());
    var solver = new Solver(equation, read, equal, affine, Count.MANY, Optional.of(least));
    Equality found = solver.substituted();
    if (found.verdict() == Verdict.UNKNOWN) {
      return Optional.empty();
    }
    Agreement sure =
        Agreement.require(found, Agreement.Certainty.EXACT, "the solution for " + name());
    return Optional.of(new Solution(solver, Optional.of(sure)));
  }

  private Equality substituted() {
    Expr left = Affine.going(read.left().expr());
    Expr right = read.right().map(r -> Affine.going(r.expr())).orElse(Algebra.zeros(left.shape()));
    return Agreement.substitute(left, right, affine.variable(), value().orElseThrow());
  }

  private RuntimeException overdetermined(LinearEquation linear) {
    Expr a = linear.coefficients().getFirst();
    for (Expr c : linear.coefficients()) {
      a = c.shape().isSquare() ? a : c;
    }
    return Problem.of(
            Code.UNSUPPORTED,
            "%s is %s, not square: the equation has not one solution for every right side"
                .formatted(writing().text(a), a.shape()))
        .hint(
            "for the least squares solution write argmin(norm2(LEFT - RIGHT)^2, %s)"
                .formatted(equation.unknown().text()))
        .refusal();
  }

  private RuntimeException singular(LinearEquation linear) {
    String matrices =
        linear.coefficients().stream()
            .map(writing()::text)
            .collect(java.util.stream.Collectors.joining(", "));
    return Problem.of(
            Code.UNSUPPORTED,
            "no solution was found that could be verified: the coefficient %s is singular wherever it was tried"
                .formatted(matrices))
        .hint("the unknown is not determined by this equation, or sizes do not allow an inverse")
        .refusal();
  }

  /// A solution among all matrices is one of the structure only if it has that structure.
  private void requireStructure() {
    Expr x = affine.variable();
    Optional<TangentSpace> structure = TangentSpace.of(x);
    if (structure.isEmpty() || !structure.get().isLinear()) {
      return; // what else the declaration says is a condition of the solution
    }
    Expr projected = structure.get().project(value().orElseThrow());
    Verdict verdict = Agreement.compare(value().orElseThrow(), projected).verdict();
    if (verdict != Verdict.EQUAL_EXACT && verdict != Verdict.EQUAL_NUMERIC) {
      throw Problem.of(
              Code.UNSUPPORTED,
              "among all matrices the solution is %s, which is not %s in general, as %s is declared"
                  .formatted(
                      writing().text(value().orElseThrow()),
                      StructureNote.title(structure.get()),
                      name()))
          .hint("leave the attribute out to have the solution among all matrices")
          .refusal();
    }
  }

  private void requireGoal() {
    Curvature.Kind kind = curvature().map(Curvature::kind).orElse(Curvature.Kind.UNDETERMINED);
    boolean wrong =
        switch (equation.goal()) {
          case SOLUTION -> false;
          case LEAST -> kind == Curvature.Kind.MAXIMUM || kind == Curvature.Kind.SADDLE;
          case GREATEST -> kind == Curvature.Kind.MINIMUM || kind == Curvature.Kind.SADDLE;
        };
    if (wrong) {
      boolean least = equation.goal() == Equation.Goal.LEAST;
      throw Problem.of(
              Code.UNSUPPORTED,
              "the function has no %s: its only stationary point, %s, is a %s"
                  .formatted(
                      least ? "minimum" : "maximum",
                      writing().text(value().orElseThrow()),
                      kind == Curvature.Kind.SADDLE
                          ? "saddle point"
                          : least ? "maximum" : "minimum"))
          .refusal();
    }
  }

  Optional<Expr> value() {
    return solved.flatMap(LinearEquation::value);
  }

  /// {@return what the stationary points of an objective are}
  Optional<Curvature> curvature() {
    return equation.objective().isPresent()
        ? Optional.of(
            Curvature.of(affine.map(), affine.increment(), isSymmetric(affine.variable())))
        : Optional.empty();
  }

  private Writing writing() {
    return new Writing(read.model().variables().keySet(), read.sums());
  }

  private String name() {
    return equation.unknown().text();
  }
}
