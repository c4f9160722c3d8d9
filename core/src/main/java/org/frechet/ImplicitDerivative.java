package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.frechet.check.CheckResult;
import org.frechet.check.Claim;
import org.frechet.check.GenericSizes;
import org.frechet.check.ImplicitCheck;
import org.frechet.derive.Entries;
import org.frechet.derive.Kind;
import org.frechet.derive.Layout;
import org.frechet.derive.StructureNote;
import org.frechet.derive.TangentSpace;
import org.frechet.derive.Tidy;
import org.frechet.diff.Adjoint;
import org.frechet.diff.Differential;
import org.frechet.diff.MapMatrix;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Shape;
import org.frechet.solve.Affine;
import org.frechet.solve.LinearEquation;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Model;
import org.frechet.syntax.Syntax;

/// The derivative of Y by X where an equation F(X, Y) = 0 defines Y: the total differential F_X(dX)
/// + F_Y(dY) = 0 is linear in dY (the implicit function theorem, Dini 1878).
public final class ImplicitDerivative {
  private static final long SEED = 1;

  private final Model model;
  private final Expr function;
  private final Expr x;
  private final Expr y;
  private final Kind kind;
  private final boolean numerator;
  private final LinearEquation solved;
  private final Expr map;
  private final Expr value;
  private final List<String> assumptions;
  private final CheckResult check;
  private final Writing writing;

  private ImplicitDerivative(
      Model model,
      Expr function,
      Expr x,
      Expr y,
      Layout layout,
      LinearEquation solved,
      Set<Expr> sums,
      List<String> assumptions) {
    this.model = model;
    this.function = function;
    this.x = x;
    this.y = y;
    this.kind = Kind.first(y.shape(), x.shape());
    this.numerator =
        switch (layout) {
          case MIXED -> kind.numeratorByDefault();
          case NUMERATOR -> true;
          case DENOMINATOR -> false;
        };
    this.solved = solved;
    this.map = solved.value().orElseThrow();
    this.value = value(map, x, y, numerator);
    this.assumptions = List.copyOf(assumptions);
    this.writing = new Writing(model.variables().keySet(), sums);
    this.check = checked();
  }

  /// @param text an equation, or an expression that is zero
  static ImplicitDerivative of(
      String text, Map<String, Declaration> declared, String wrt, String of, Layout layout) {
    Equation equation = Equation.parse(text, declared, of);
    if (equation.goal() != Equation.Goal.SOLUTION) {
      throw Problem.of(Code.UNSUPPORTED, "an equation is needed, not a minimum")
          .hint("write its condition: diff(F, V) = 0")
          .refusal();
    }
    Wrt by = Wrt.parse(wrt);
    boolean plain = by.piece() instanceof Syntax.Name;
    if (!plain || by.name().text().equals(equation.unknown().text())) {
      throw Problem.of(
              Code.BAD_REQUEST,
              !plain
                  ? "name a variable to differentiate by, not its transpose or a part of it"
                  : "%s cannot depend on itself: name another variable".formatted(wrt))
          .refusal();
    }
    Equation.Read read = equation.read(declared);
    equation.requireKnown(by, declared);
    var equal = new ArrayList<String>();
    for (int i = 0; ; i++) {
      Expr f = Solver.difference(read);
      Expr y = variable(read.model(), equation.unknown().text());
      Expr x = variable(read.model(), by.name().text());
      LinearEquation solved = linear(f, x, y);
      Optional<Equation.Read> next =
          solved.isSquare() || i == 2
              ? Optional.empty()
              : squared(equation, read, declared, solved, equal);
      if (next.isPresent()) {
        read = next.get();
        continue;
      }
      if (solved.value().isEmpty()) {
        Expr a = solved.coefficients().getFirst();
        throw Problem.of(
                Code.UNSUPPORTED,
                "the equation does not determine %s: its derivative by %s is %s×%s, not square"
                    .formatted(
                        equation.unknown().text(),
                        equation.unknown().text(),
                        f.shape().count(),
                        a.isScalar() ? Dim.ONE : y.shape().count()))
            .refusal();
      }
      return new ImplicitDerivative(
          read.model(), f, x, y, layout, solved, read.sums(), read.assumptions(equal));
    }
  }

  private static Optional<Equation.Read> squared(
      Equation equation,
      Equation.Read read,
      Map<String, Declaration> declared,
      LinearEquation solved,
      List<String> equal) {
    for (Expr a : solved.coefficients()) {
      Dim rows = a.shape().rows();
      Dim cols = a.shape().cols();
      Optional<Map<String, Declaration>> square =
          rows.equals(cols)
              ? Optional.empty()
              : Equation.squared(declared, read.model(), rows, cols);
      if (square.isPresent()) {
        equal.add("the sizes %s and %s are taken as equal".formatted(rows, cols));
        return Optional.of(equation.read(square.get()));
      }
    }
    return Optional.empty();
  }

  private static Expr variable(Model model, String name) {
    return Objects.requireNonNull(model.variables().get(name));
  }

  private static LinearEquation linear(Expr function, Expr x, Expr y) {
    for (Expr v : List.of(x, y)) {
      TangentSpace.of(v)
          .ifPresent(s -> {
            throw Problem.of(
                    Code.UNSUPPORTED,
                    "implicit differentiation with %s variables is not available"
                        .formatted(StructureNote.title(s)))
                .hint("leave the attribute out: the derivative is then along all increments")
                .refusal();
          });
    }
    Expr f = Tidy.of(function);
    Expr byX = Tidy.of(Differential.of(f, x));
    Expr byY = Tidy.of(Differential.of(f, y));
    if (byY.isZero()) {
      throw Problem.of(
              Code.NOT_DIFFERENTIABLE,
              "the equation does not determine the variable: its derivative by it is zero")
          .hint("name as --of a variable that the equation contains")
          .refusal();
    }
    LinearEquation solved =
        LinearEquation.solve(byY, Algebra.increment(y), Algebra.neg(byX), /* symmetric= */ false);
    return solved;
  }

  private static Expr value(Expr map, Expr x, Expr y, boolean numerator) {
    Expr dx = Algebra.increment(x);
    if (x.isScalar()) {
      return Tidy.of(Traversal.substitute(map, Map.of(dx, Algebra.ONE)));
    }
    if (y.isScalar()) {
      Expr gradient = Tidy.of(Adjoint.gradient(map, dx));
      return Entries.of(numerator ? gradient.transpose() : gradient);
    }
    Expr matrix = Tidy.of(MapMatrix.of(map, dx));
    return Entries.of(numerator ? matrix : Tidy.of(matrix.transpose()));
  }

  private CheckResult checked() {
    CheckResult result =
        GenericSizes.of(List.of(function, x, y, map, value))
            .map(s -> check(s.get(0), s.get(1), s.get(2), s.get(3), s.get(4)))
            .filter(CheckResult::passed)
            .orElseGet(() -> check(function, x, y, map, value));
    return switch (result.verdict()) {
      case PASSED -> result;
      case FAILED ->
          throw Problem.of(
                  Code.INTERNAL,
                  "internal error: the implicit derivative failed its check: " + result.reason())
              .hint("please report this expression; the answer is withheld")
              .refusal();
      case UNDEFINED, UNCHECKED ->
          throw Problem.of(
                  Code.UNSUPPORTED,
                  "the implicit derivative could not be checked, so it is not shown: "
                      + result.reason())
              .hint("perhaps the equation determines no such variable, or only at special points")
              .refusal();
    };
  }

  private CheckResult check(Expr f, Expr by, Expr of, Expr claimedMap, Expr claimedValue) {
    Claim view =
        x.isScalar()
            ? Claim.tangent(claimedValue)
            : y.isScalar() ? Claim.gradient(claimedValue) : Claim.jacobian(claimedValue);
    boolean turned = !x.isScalar() && (y.isScalar() == numerator);
    return ImplicitCheck.of(
        Affine.going(f),
        by,
        of,
        List.of(Claim.map(claimedMap), turned ? view.transposed() : view),
        SEED);
  }

  // the answer

  /// {@return the variable that the equation defines}
  public String of() {
    return ((org.frechet.expr.Node.Var) y.node()).name();
  }

  public String wrt() {
    return ((org.frechet.expr.Node.Var) x.node()).name();
  }

  public Model model() {
    return model;
  }

  public Expr variable() {
    return x;
  }

  public Expr map() {
    return map;
  }

  public Expr value() {
    return value;
  }

  public String kind() {
    return kind.title();
  }

  public String layout() {
    return numerator ? "numerator" : "denominator";
  }

  public Shape shape() {
    return value.shape();
  }

  public String text() {
    return writing.text(value);
  }

  public String unicode() {
    return writing.unicode(value);
  }

  public String latex() {
    return writing.latex(value);
  }

  /// {@return the map: the increment of Y, linear in that of X}
  public String frechet() {
    return writing.text(map);
  }

  /// {@return the differential: as an inner product with the gradient where Y is a scalar}
  public String differential() {
    return y.isScalar() && !x.isScalar()
        ? writing.text(
            ScalarValued.inner(numerator ? value.transpose() : value, Algebra.increment(x)))
        : frechet();
  }

  public List<String> assumptions() {
    return assumptions;
  }

  /// {@return where the equation determines the variable}
  public List<String> conditions() {
    var parts = new ArrayList<Expr>(model.parts());
    parts.add(map);
    return new Ranks(writing, solved).and(parts);
  }

  public CheckResult check() {
    return check;
  }
}
