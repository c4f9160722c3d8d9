package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.frechet.check.Agreement;
import org.frechet.check.Counterexample;
import org.frechet.check.Equality;
import org.frechet.concrete.Written;
import org.frechet.derive.Tidy;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.Need;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Model;
import org.frechet.syntax.Syntax;

/// Whether two expressions are equal wherever both are defined, and how that is known.
public final class Comparison implements Outcome {
  private static final long SEED = 1;

  private final Model left;
  private final Model right;
  private final Optional<Agreement> agreement;
  private final Optional<Counterexample> counterexample;

  private Comparison(
      Model left,
      Model right,
      Optional<Agreement> agreement,
      Optional<Counterexample> counterexample) {
    this.left = left;
    this.right = right;
    this.agreement = agreement;
    this.counterexample = counterexample;
  }

  /// @param text an equation, `a = b`
  static Comparison of(String text, Map<String, Declaration> declared) {
    Syntax.Equation equation = Texts.equation(text, declared);
    List<Model> sides =
        Statement.models(
            List.of(equation.left(), equation.right()), declared, List.of(), /* alike= */ true);
    Model left = sides.get(0);
    Model right = sides.get(1);
    if (!left.expr().shape().equals(right.expr().shape())) {
      return new Comparison(left, right, Optional.empty(), Optional.empty());
    }
    Equality found = Agreement.compareWidely(left.expr(), right.expr());
    if (found.verdict() == Equality.Verdict.DIFFERENT) {
      return different(left, right, found);
    }
    Optional<Agreement> agreement =
        isProven(left.expr(), right.expr())
            ? Optional.of(new Agreement(Agreement.Certainty.PROOF, found.points()))
            : found.verdict() == Equality.Verdict.UNKNOWN
                ? Optional.empty()
                : Optional.of(Agreement.require(found, Agreement.Certainty.EXACT, "the equality"));
    if (agreement.isEmpty()) {
      throw unknown("too few points were found at which both sides have a value");
    }
    return new Comparison(left, right, agreement, Optional.empty());
  }

  private static Comparison different(Model left, Model right, Equality found) {
    Optional<Counterexample> example =
        Counterexample.of(left.expr(), right.expr(), found.counterexample(), SEED);
    if (example.isEmpty()) {
      throw unknown("the sides differ by hardly more than rounding errors");
    }
    return new Comparison(left, right, Optional.empty(), example);
  }

  private static RuntimeException unknown(String why) {
    return Problem.of(
            Code.UNSUPPORTED, "it could not be found out whether the sides are equal: " + why)
        .hint("declare attributes such as positive or spd that say where both sides exist")
        .refusal();
  }

  private static boolean isProven(Expr a, Expr b) {
    return a == b || Tidy.of(a) == Tidy.of(b) || Tidy.of(Algebra.sub(a, b)).isZero();
  }

  public Model left() {
    return left;
  }

  public Model right() {
    return right;
  }

  public boolean equal() {
    return agreement.isPresent();
  }

  /// {@return whether both sides have one shape; if not, they are not equal}
  public boolean sameShape() {
    return shapes().getFirst().equals(shapes().getLast());
  }

  /// {@return the shapes of both sides}
  public List<Shape> shapes() {
    return List.of(left.expr().shape(), right.expr().shape());
  }

  /// {@return how it is known: `proof` by the form (or by the shapes), `exact` modulo a prime or
  /// `numeric` at random points}
  public String certainty() {
    return agreement
        .map(a -> a.certainty().word())
        .orElse(
            sameShape() ? Agreement.Certainty.NUMERIC.word() : Agreement.Certainty.PROOF.word());
  }

  /// {@return the number of random points at which the sides were compared and agreed}
  public int points() {
    return agreement.map(Agreement::points).orElse(0);
  }

  public List<String> assumptions() {
    return left.assumptions();
  }

  /// {@return where both sides have a value}
  public List<String> conditions() {
    var parts = new ArrayList<>(left.parts());
    parts.addAll(right.parts());
    parts.add(left.expr());
    parts.add(right.expr());
    var conditions =
        new ArrayList<>(new Writing(left.variables().keySet(), left.sums()).conditions(parts));
    Set<String> jumping = jumping();
    if (!jumping.isEmpty()) {
      conditions.add(
          "almost everywhere: not tried where %s jumps".formatted(String.join(" or ", jumping)));
    }
    return List.copyOf(conditions);
  }

  /// Random points hit no jump of `sign`, and give matrices of full rank to `pinv`.
  private Set<String> jumping() {
    var names = new TreeSet<String>();
    for (Expr e : Traversal.topological(List.of(left.expr(), right.expr()))) {
      if (e.node() instanceof Node.Apply a
          && agreement.filter(x -> x.certainty() != Agreement.Certainty.PROOF).isPresent()) {
        var f = (Function) a.operator();
        if (f.isStaircase(a.arguments(), e)
            || f.conditions().stream().anyMatch(c -> c.need() == Need.CONSTANT_RANK)) {
          names.add(f.name());
        }
      }
    }
    return names;
  }

  /// {@return values of the variables at which the sides differ, by name}
  public SortedMap<String, RealMat> counterexample() {
    var values = new TreeMap<String, RealMat>();
    counterexample.ifPresent(c ->
        c.point()
            .leaves()
            .forEach(
                (leaf, value) -> values.put(((Node.Var) leaf.node()).name(), (RealMat) value)));
    return values;
  }

  /// {@return sizes in the counterexample, by name}
  public SortedMap<String, Integer> counterexampleSizes() {
    return new TreeMap<>(counterexample.map(c -> c.point().sizes()).orElse(Map.of()));
  }

  /// {@return the values of the left and the right side in the counterexample}
  public List<RealMat> counterexampleSides() {
    return counterexample.map(c -> List.of(c.left(), c.right())).orElse(List.of());
  }

  /// {@return an array as in the input language}
  public static String written(RealMat a) {
    return Written.array(a, /* lines= */ false);
  }
}
