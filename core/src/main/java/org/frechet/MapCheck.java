package org.frechet;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.frechet.check.DefinitionCheck;
import org.frechet.check.GenericSizes;
import org.frechet.derive.Derivation;
import org.frechet.derive.Layout;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.syntax.Context;
import org.frechet.syntax.Differentials;
import org.frechet.syntax.Elaborator;
import org.frechet.syntax.Model;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Relation;
import org.frechet.syntax.Syntax;

/// A candidate for the derivative of a function, as somebody wrote it, against the definition.
public final class MapCheck {
  private static final long SEED = 1;

  private final Model function;
  private final Model map;
  private final String wrt;
  private final Expr variable;
  private final Expr value;
  private final DefinitionCheck check;

  private MapCheck(
      Model function, Model map, String wrt, Expr variable, Expr value, DefinitionCheck check) {
    this.function = function;
    this.map = map;
    this.wrt = wrt;
    this.variable = variable;
    this.value = value;
    this.check = check;
  }

  /// {@return what is found of a candidate}; all texts in the input language or in LaTeX
  ///
  /// @param f a function
  /// @param wrt a variable in it
  /// @param map in the increment `dX` of the variable, or of a name of its own as in `Δ ↦ A*Δ*B`;
  ///   it need not be linear. What contains no increment is taken as a gradient or Jacobian.
  /// @throws Refusal if it cannot be read, or has another shape than the function
  public static MapCheck of(String f, String wrt, String map, Conventions conventions) {
    Relation relation = Claims.relation(map, conventions);
    if (!relation.signs().isEmpty() || relation.shape().isPresent()) {
      throw Problem.of(Code.BAD_REQUEST, "this is a statement, not a map")
          .hint("write the map alone, as in 2*x'*dx or Δ ↦ A*Δ*B")
          .refusal();
    }
    String name = Parser.parseName(wrt);
    Syntax function = Claims.prepared(Claims.expression(f, conventions), conventions);
    Syntax value = Claims.increments(relation, List.of(name), conventions);
    return of(function, name, value, relation.increment().isPresent(), conventions);
  }

  /// {@return what is found of a statement `d(E) = MAP`, or `d(E)/dX = G` of a gradient or
  /// Jacobian}
  ///
  /// @throws Refusal if it is another statement
  public static MapCheck of(String statement, Conventions conventions) {
    List<Assertion> claims =
        new Links(Claims.relation(statement, conventions), conventions).assertions();
    if (claims.size() != 1) {
      throw unreadable(claims.isEmpty() ? "this claims nothing" : "this makes several claims");
    }
    return switch (claims.getFirst()) {
      case Assertion.Derivative d ->
          of(inner(d), name(d.wrt().getLast()), d.claimed(), false, conventions);
      case Assertion.Differential d -> of(d.function(), moving(d), d.claimed(), false, conventions);
      case Assertion.Identity _, Assertion.Solved _, Assertion.Compared _, Assertion.Shaped _ ->
          throw unreadable("this claims no derivative");
    };
  }

  private static RuntimeException unreadable(String what) {
    return Problem.of(Code.BAD_REQUEST, what)
        .hint("write d(EXPR) = MAP with increments dX in the map, or d(EXPR)/dX = GRADIENT")
        .refusal();
  }

  /// {@return the function whose first derivative is claimed}
  private static Syntax inner(Assertion.Derivative d) {
    Syntax function = d.function();
    for (Syntax x : d.wrt().subList(0, d.wrt().size() - 1)) {
      function = new Syntax.Call("diff", List.of(function, x), d.span(), d.span());
    }
    return function;
  }

  private static String name(Syntax wrt) {
    if (wrt instanceof Syntax.Name n) {
      return n.text();
    }
    throw unreadable("only a derivative by a whole variable is tried against the definition");
  }

  private static String moving(Assertion.Differential d) {
    Set<String> moving = Differentials.moving(List.of(d.function(), d.claimed()));
    if (moving.size() != 1) {
      throw unreadable(
          moving.isEmpty()
              ? "there is no increment dX in the map"
              : "the map has increments of several variables; one at a time is tried");
    }
    return moving.iterator().next();
  }

  /// @param explicit whether the map names its increment, so that it is one without it too
  private static MapCheck of(
      Syntax f, String name, Syntax map, boolean explicit, Conventions conventions) {
    Context context =
        Context.of(conventions.declared())
            .extra(List.of(new Syntax.Name(name, Syntax.Span.NONE)))
            .differentiator(new Rates(conventions.layout(), Set.of()))
            .withIncrements();
    List<Model> models = models(f, map, context);
    Model function = models.getFirst();
    Model candidate = models.getLast();
    Expr variable = Objects.requireNonNull(function.variables().get(name));
    Expr value = candidate.expr();
    if (!explicit && !Traversal.contains(value, Algebra.increment(variable))) {
      value = asMap(value, function.expr(), variable, conventions.layout());
    }
    requireShape(function, variable, value);
    DefinitionCheck check = check(function.expr(), variable, value);
    return new MapCheck(function, candidate, name, variable, value, check);
  }

  /// Both mean together what the names in them mean; of one shape if that is possible.
  private static List<Model> models(Syntax f, Syntax map, Context context) {
    try {
      return Elaborator.elaborate(List.of(f, map), context.ofOneShape());
    } catch (Refusal _) {
      return Elaborator.elaborate(List.of(f, map), context);
    }
  }

  /// {@return the map that a gradient, tangent or Jacobian stands for; of zero the zero map; else
  /// the value as it is}
  private static Expr asMap(Expr value, Expr f, Expr x, Layout layout) {
    Expr dx = Algebra.increment(x);
    if (value.isZero()) {
      return Algebra.zeros(f.shape());
    }
    if (x.isScalar()) {
      return value.shape().equals(f.shape()) ? Algebra.mul(value, dx) : value;
    }
    Shape needed = f.isScalar() ? x.shape() : new Shape(f.shape().rows(), x.shape().rows());
    boolean columns = x.shape().cols().isOne() && f.shape().cols().isOne();
    if (!f.isScalar() && !columns) {
      return value;
    }
    boolean fits = value.shape().equals(needed);
    boolean turned = value.transpose().shape().equals(needed);
    Layout other = f.isScalar() ? Layout.NUMERATOR : Layout.DENOMINATOR;
    if (!fits && !turned) {
      return value;
    }
    Expr array = turned && (!fits || layout == other) ? value.transpose() : value;
    return f.isScalar() ? ScalarValued.inner(array, dx) : Algebra.mul(array, dx);
  }

  private static void requireShape(Model function, Expr variable, Expr map) {
    if (!map.shape().equals(function.expr().shape())) {
      throw Problem.of(
              Code.SHAPE_MISMATCH,
              "the map gives %s, but the function is %s"
                  .formatted(map.shape(), function.expr().shape()))
          .hint(
              Traversal.contains(map, Algebra.increment(variable))
                  ? ""
                  : "the map does not contain d" + ((Node.Var) variable.node()).name())
          .refusal();
    }
  }

  /// Large sizes are tried as small ones: what holds for all sizes holds for these.
  private static DefinitionCheck check(Expr f, Expr variable, Expr map) {
    return GenericSizes.of(List.of(f, variable, map))
        .map(small -> DefinitionCheck.of(small.get(0), small.get(1), small.get(2), SEED))
        .filter(c -> c.verdict() != DefinitionCheck.Verdict.UNMEASURED)
        .orElseGet(() -> DefinitionCheck.of(f, variable, map, SEED));
  }

  public DefinitionCheck check() {
    return check;
  }

  /// {@return the function in the input language}
  public String function() {
    return Writing.of(function).text(function.expr());
  }

  /// {@return the function as a line of mathematics}
  public String unicodeFunction() {
    return Writing.of(function).unicode(function.expr());
  }

  /// {@return the candidate in the input language, in the increment `dX`}
  public String map() {
    return Writing.of(map).text(value);
  }

  public String unicodeMap() {
    return Writing.of(map).unicode(value);
  }

  public String wrt() {
    return wrt;
  }

  /// {@return the map that would be right, in the input language}; nothing where the candidate is,
  /// or none is known
  public Optional<String> correct() {
    if (check.verdict() == DefinitionCheck.Verdict.DERIVATIVE) {
      return Optional.empty();
    }
    try {
      Expr right = Derivation.of(function.expr(), variable, 1, Layout.MIXED).map();
      return check(function.expr(), variable, right).verdict() == DefinitionCheck.Verdict.DERIVATIVE
          ? Optional.of(Writing.of(function).text(right))
          : Optional.empty();
    } catch (Refusal _) {
      return Optional.empty();
    }
  }

  public List<String> assumptions() {
    return function.assumptions();
  }
}
