package org.frechet.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.frechet.derive.TangentSpace;
import org.frechet.diff.Differential;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Refusal;

/// A candidate for a derivative against the definition (Fréchet 1911): a linear map L with `‖f(X +
/// H) - f(X) - L(H)‖ / ‖H‖ → 0` as `H → 0`. The candidate may be any expression in the increment,
/// also one that is not linear.
///
/// Linearity is tried on its two axioms; the derivative is measured by differences at many points
/// and, of rational functions, over dual numbers; and what the rules of differentiation give must
/// not contradict. The rays are the definition itself at one point: the remainder of a derivative
/// falls with the second power of the step or a higher one, that of another linear map with the
/// first.
///
/// @param rays at one random point, along random directions, and the worst one for a wrong map
/// @param points how many random points agree with a verdict of a derivative
/// @param reason why the map is not the derivative, or why nothing could be measured
public record DefinitionCheck(
    Verdict verdict,
    Optional<Linearity> linearity,
    List<Ray> rays,
    int points,
    SortedMap<String, Integer> sizes,
    String reason) {
  /// What a candidate is.
  public enum Verdict {
    DERIVATIVE,
    NOT_LINEAR,
    /// Linear, but another map than the derivative.
    WRONG_MAP,
    UNMEASURED
  }

  private static final String CONTRADICTION = "measurements contradict each other";

  private static final int DIRECTIONS = 3;

  /// Points at which a map that is known to be wrong is tried until it shows.
  private static final int MOST_TRIES = 8;

  /// From 0.3 down to where rounding errors are all that is left; two a decade.
  private static final double[] LENGTHS =
      IntStream.rangeClosed(1, 16).mapToDouble(k -> Math.pow(10, -k / 2.0)).toArray();

  public DefinitionCheck {
    rays = List.copyOf(rays);
    sizes = Collections.unmodifiableSortedMap(new TreeMap<>(sizes));
  }

  /// {@return the ray along which the map is off most, or the first one}
  public Optional<Ray> decisive() {
    return rays.stream().filter(Ray::worst).findFirst().or(() -> rays.stream().findFirst());
  }

  /// {@return what is found}
  ///
  /// @param map of the shape of `f`, in the increment of `variable` and no other
  public static DefinitionCheck of(Expr f, Expr variable, Expr map, long seed) {
    if (!map.shape().equals(f.shape())) {
      throw new IllegalArgumentException("the map is %s, not %s".formatted(map, f.shape()));
    }
    Optional<Expr> other =
        Traversal.topological(map).stream()
            .filter(e -> e.node() instanceof Node.Increment)
            .filter(e -> e != Algebra.increment(variable))
            .findFirst();
    return other.isPresent()
        ? unmeasured(
            "the map also contains %s, the increment of another variable".formatted(other.get()))
        : new Search(f, variable, map, seed).result();
  }

  private static DefinitionCheck unmeasured(String reason) {
    return new DefinitionCheck(
        Verdict.UNMEASURED, Optional.empty(), List.of(), 0, new TreeMap<>(), reason);
  }

  /// What is found at one point.
  private record Found(Point point, Linearity linearity, List<Ray> rays) {
    DefinitionCheck with(Verdict verdict, int points, String reason) {
      return new DefinitionCheck(
          verdict, Optional.of(linearity), rays, points, new TreeMap<>(point.sizes()), reason);
    }

    boolean isFlat() {
      return rays.stream().allMatch(r -> r.slope() == 0 && r.isExact());
    }

    boolean isOff() {
      return rays.stream().anyMatch(Ray::isOff);
    }
  }

  private static final class Search {
    private final Expr f;
    private final Expr variable;
    private final Expr map;
    private final long seed;
    private final Optional<Linearity.Known> known;
    private final Remainders remainders;
    private final Sampler sampler;

    Search(Expr f, Expr variable, Expr map, long seed) {
      this.f = f;
      this.variable = variable;
      this.map = map;
      this.seed = seed;
      this.known = Linearity.known(map, variable, seed);
      this.remainders = new Remainders(f, variable, map);
      this.sampler = new Sampler(remainders.nodes(), seed);
    }

    DefinitionCheck result() {
      if (!Sizes.small(remainders.nodes(), sampler.sizes(0))) {
        return unmeasured("the arrays are too large to be tried with numbers");
      }
      Optional<Found> first = first();
      if (first.isEmpty()) {
        return unmeasured(
            "no point was found where the function and the map are defined and no kink is near");
      }
      Found found = first.get();
      if (!found.linearity.holds()) {
        return found.with(Verdict.NOT_LINEAR, 1, why(found.linearity));
      }
      CheckResult check = DerivativeCheck.of(f, variable, List.of(Claim.map(map)), seed);
      Equality.Verdict rule = againstRule();
      boolean same = rule == Equality.Verdict.EQUAL_EXACT || rule == Equality.Verdict.EQUAL_NUMERIC;
      return switch (check.verdict()) {
        case PASSED ->
            rule == Equality.Verdict.DIFFERENT
                ? wrong(found)
                : !same && found.isOff()
                    ? found.with(Verdict.UNMEASURED, 0, CONTRADICTION)
                    : found.with(Verdict.DERIVATIVE, check.points(), "");
        case FAILED -> same ? found.with(Verdict.UNMEASURED, 0, CONTRADICTION) : wrong(found);
        case UNDEFINED, UNCHECKED -> found.with(Verdict.UNMEASURED, 0, check.reason());
      };
    }

    /// {@return how the map compares with what the rules of differentiation give} A difference may
    /// be too small to be measured; and a measurement may be misled by a pole. Within a structure
    /// different maps may be equal, which numbers without it do not tell.
    private Equality.Verdict againstRule() {
      if (TangentSpace.of(variable).isPresent()) {
        return Equality.Verdict.UNKNOWN;
      }
      try {
        Expr free = Algebra.variable("(step)", variable.shape());
        Map<Expr, Expr> step = Map.of(Algebra.increment(variable), free);
        return Equality.of(
                Traversal.substitute(map, step),
                Traversal.substitute(Differential.of(f, variable), step),
                seed)
            .verdict();
      } catch (Refusal _) {
        return Equality.Verdict.UNKNOWN; // there is no rule
      }
    }

    /// {@return a point where the derivative is not zero along all directions, if there is one}
    private Optional<Found> first() {
      Optional<Found> first = next(/* worst= */ false);
      Optional<Found> found = first;
      for (int i = 0; i < MOST_TRIES && found.filter(Found::isFlat).isPresent(); i++) {
        found = next(/* worst= */ false);
      }
      return found.filter(f -> !f.isFlat()).or(() -> first);
    }

    /// The map is wrong: a point is looked for where it shows.
    private DefinitionCheck wrong(Found first) {
      Optional<Found> shown = Optional.of(first).map(this::withWorst).filter(Found::isOff);
      for (int i = 0; i < MOST_TRIES && shown.isEmpty(); i++) {
        shown = next(/* worst= */ true).filter(Found::isOff);
      }
      return shown
          .map(found -> found.with(Verdict.WRONG_MAP, 1, limit(found)))
          .orElseGet(() ->
              first.with(
                  Verdict.WRONG_MAP,
                  1,
                  "it is not the derivative, but differs by less than rounding errors show"));
    }

    private static String limit(Found found) {
      double most = found.rays.stream().flatMap(r -> r.limit().stream()).reduce(0.0, Math::max);
      return String.format(
          java.util.Locale.ROOT,
          "the remainder over the norm of the step tends to %.3g, not to zero",
          most);
    }

    private static String why(Linearity l) {
      return l.offset() > 0
          ? "it does not take zero to zero, which a linear map does"
          : l.additivity() > l.homogeneity()
              ? "the map of a sum is not the sum of the maps"
              : "the map of a multiple is not the multiple of the map";
    }

    private Optional<Found> next(boolean worst) {
      while (!sampler.exhausted()) {
        Optional<Found> found = attempt();
        if (found.isPresent()) {
          sampler.accepted();
          return worst ? found.map(this::withWorst) : found;
        }
        sampler.rejected();
      }
      return Optional.empty();
    }

    private Optional<Found> attempt() {
      try {
        Point point = sampler.real();
        return sampler.fits(point) ? at(point) : Optional.empty();
      } catch (ArithmeticException _) {
        return Optional.empty();
      }
    }

    private Optional<Found> at(Point point) {
      var directions = new ArrayList<RealMat>();
      for (int i = 0; i < DIRECTIONS; i++) {
        var random = (RealMat) sampler.direction(variable, point);
        directions.add(random.scale(1 / random.normF()));
      }
      if (!remainders.map(point, directions.getFirst()).isFinite()) {
        return Optional.empty();
      }
      Linearity linearity =
          Linearity.of(known, remainders, point, directions.get(0), directions.get(1));
      var rays = new ArrayList<Ray>();
      for (RealMat direction : distinct(directions)) {
        Optional<Ray> ray =
            remainders.along(point, direction, LENGTHS, linearity.holds(), /* worst= */ false);
        if (ray.isEmpty()) {
          return Optional.empty();
        }
        rays.add(ray.get());
      }
      return Optional.of(new Found(point, linearity, rays));
    }

    /// A scalar moves along two directions only.
    private static List<RealMat> distinct(List<RealMat> directions) {
      var distinct = new ArrayList<RealMat>();
      for (RealMat d : directions) {
        if (distinct.stream().noneMatch(other -> other.minus(d).maxAbs() == 0)) {
          distinct.add(d);
        }
      }
      return distinct;
    }

    private Found withWorst(Found found) {
      try {
        var rays = new ArrayList<>(found.rays);
        remainders
            .worst(found.point)
            .flatMap(d ->
                remainders.along(found.point, d, LENGTHS, /* linear= */ true, /* worst= */ true))
            .ifPresent(rays::add);
        return new Found(found.point, found.linearity, rays);
      } catch (ArithmeticException _) {
        return found; // a difference that has no value so near a pole
      }
    }
  }

  /// {@return the sizes as people write them: `n = 3, p = 4`}
  public String place() {
    var words = new ArrayList<String>();
    sizes.forEach((name, size) -> words.add(name + " = " + size));
    return String.join(", ", words);
  }
}
