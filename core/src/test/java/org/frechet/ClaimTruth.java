package org.frechet;

import static org.frechet.ReferenceArrays.isScalar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.frechet.check.Point;
import org.frechet.check.Sampler;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.numeric.RealMat;
import org.frechet.shape.Shape;
import org.frechet.syntax.Declaration;
import org.frechet.syntax.Declarations;
import org.frechet.syntax.Syntax;

/// Whether a claim is true, measured at random points with [Reference] on the syntax trees and with
/// plain differences: no rule, no canonical form and no inference of the product takes part.
final class ClaimTruth {
  enum Finding {
    TRUE,
    FALSE,
    /// The claimed value has no meaning, or another shape than what it is of.
    ILL_SHAPED,
    UNMEASURED
  }

  /// Values of variables and increments.
  record Sample(
      Point point,
      Map<String, RealMat> values,
      Map<String, RealMat> steps,
      Map<String, Declaration> declared) {
    Reference reference() {
      return new Reference(values, point.sizes(), declared);
    }
  }

  private static final int ATTEMPTS = 28;
  private static final int POINTS = 3;
  private static final double LARGEST = 1e6;
  private static final List<String> SIZES = List.of("n", "m", "p");

  private final ClaimCase claim;
  private final Map<String, Declaration> declared;
  private final Map<String, Expr> variables = new LinkedHashMap<>();
  private final Sampler sampler;

  ClaimTruth(ClaimCase claim, long seed) {
    this.claim = claim;
    declared =
        Declarations.parse(claim.declare()).stream()
            .collect(Collectors.toMap(Declaration::name, d -> d));
    for (Declaration d : declared.values()) {
      if (d.function().isEmpty() && d.kind() != Declaration.Kind.INDEX) {
        variables.put(d.name(), Algebra.variable(d.name(), d.shape(), d.traits()));
      }
    }
    var nodes = new ArrayList<>(variables.values());
    if (nodes.isEmpty() || claim.origin().startsWith("random")) {
      SIZES.forEach(n -> nodes.add(Algebra.ones(org.frechet.shape.Dim.of(n))));
    }
    sampler = new Sampler(nodes, seed);
  }

  static Finding of(ClaimCase claim, long seed) {
    try {
      return new ClaimTruth(claim, seed).measured();
    } catch (RuntimeException _) {
      return Finding.UNMEASURED; // a name without a value
    }
  }

  /// {@return samples where the function of the claim has a value, for comparing values there}
  List<Sample> samples(int count) {
    var samples = new ArrayList<Sample>();
    for (int i = 0; i < ATTEMPTS && samples.size() < count; i++) {
      try {
        Sample sample = sample();
        boolean good = claim.form() == ClaimCase.Form.SOLVE || isFine(sample, claim.expr());
        if (good) {
          samples.add(sample);
          accepted();
        } else {
          sampler.rejected();
        }
      } catch (ArithmeticException _) {
        sampler.rejected();
      }
    }
    return samples;
  }

  /// Twice, so that the sizes change sooner: else 4 may be p*p by accident.
  private void accepted() {
    sampler.accepted();
    sampler.accepted();
  }

  private static boolean isFine(Sample sample, Syntax piece) {
    Reference r = sample.reference();
    RealMat value = r.of(piece);
    return r.magnitude() <= LARGEST && !r.isOnEdge() && value.isFinite();
  }

  private Sample sample() {
    Point point = sampler.real();
    Map<String, RealMat> values = new HashMap<>();
    Map<String, RealMat> steps = new HashMap<>();
    variables.forEach((name, x) ->
        values.put(name, (RealMat) java.util.Objects.requireNonNull(point.leaves().get(x))));
    point.sizes().forEach((n, size) -> values.putIfAbsent(n, RealMat.scalar(size)));
    for (String w : claim.wrt()) {
      Expr x = variables.get(w);
      if (x == null) {
        throw new IllegalArgumentException("no variable " + w);
      }
      RealMat step = (RealMat) sampler.direction(x, point);
      steps.put(w, step);
      if (claim.form().isMap()) {
        values.put("d" + w, step);
      }
    }
    return new Sample(point, values, steps, declared);
  }

  private Finding measured() {
    int agreed = 0;
    int differed = 0;
    for (int i = 0; i < ATTEMPTS && agreed + differed < POINTS; i++) {
      try {
        Sample sample = sample();
        Optional<Finding> here = isFine(sample, claim.expr()) ? at(sample) : Optional.empty();
        if (here.isEmpty()) {
          sampler.rejected();
          continue;
        }
        accepted();
        switch (here.get()) {
          case TRUE -> agreed++;
          case FALSE -> differed++;
          case ILL_SHAPED -> {
            return Finding.ILL_SHAPED;
          }
          case UNMEASURED -> {}
        }
      } catch (ArithmeticException _) {
        sampler.rejected();
      }
    }
    return differed == 0 && agreed == POINTS
        ? Finding.TRUE
        : differed >= 2 ? Finding.FALSE : Finding.UNMEASURED;
  }

  private Optional<Finding> at(Sample sample) {
    Reference here = sample.reference();
    RealMat f = here.of(claim.expr());
    RealMat given;
    try {
      var fresh = new Reference(sample.values(), sample.point().sizes(), declared);
      given = fresh.of(claim.claimed());
      RealMat near = fresh.nudged().of(claim.claimed());
      boolean bad = !(fresh.magnitude() <= LARGEST) || fresh.isOnEdge() || !given.isFinite();
      if (bad || !(near.minus(given).maxAbs() <= 1e-6 * given.maxAbs() + 1e-9)) {
        return Optional.empty();
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.of(Finding.ILL_SHAPED);
    }
    if (claim.form() == ClaimCase.Form.IDENTITY) {
      return compared(f, given, 1e-10 * here.magnitude());
    }
    double rounding = 1e-10 * Math.max(1, here.magnitude());
    if (claim.form() == ClaimCase.Form.HESSIAN) {
      return hessian(sample, here, given, rounding);
    }
    RealMat slope = f.scale(0);
    double error = 0;
    for (Map.Entry<String, RealMat> step : sample.steps().entrySet()) {
      var along = along(sample, here, step.getKey());
      RealMat part = along.derivative();
      if (!part.isFinite() || along.error() > 1e-4 * part.maxAbs() + 100 * rounding) {
        return Optional.empty();
      }
      error += along.error();
      slope = slope.plus(part);
    }
    Optional<RealMat> change = claim.form().isMap() ? Optional.of(given) : change(sample, f, given);
    return change.isEmpty()
        ? Optional.of(Finding.ILL_SHAPED)
        : compared(slope, change.get(), 100 * rounding + 20 * error);
  }

  private ReferenceSlope along(Sample sample, Reference here, String wrt) {
    Expr x = java.util.Objects.requireNonNull(variables.get(wrt));
    RealMat from = java.util.Objects.requireNonNull(sample.values().get(wrt));
    RealMat step = java.util.Objects.requireNonNull(sample.steps().get(wrt));
    var curve = new RandomCurve(x, from, step);
    return new ReferenceSlope(t -> here.follower(wrt, curve.at(t)).of(claim.expr()));
  }

  /// {@return what a claimed array makes of the step, if its shape is that of the derivative}
  private Optional<RealMat> change(Sample sample, RealMat f, RealMat given) {
    RealMat step = sample.steps().values().iterator().next();
    boolean numerator = claim.form() == ClaimCase.Form.NUMERATOR;
    if (isScalar(step)) {
      return same(given, f.rows(), f.cols())
          ? Optional.of(given.scale(step.get(0, 0)))
          : Optional.empty();
    }
    if (isScalar(f)) {
      RealMat gradient = numerator ? (RealMat) given.transpose() : given;
      return same(gradient, step.rows(), step.cols())
          ? Optional.of(gradient.hadamard(step).sum())
          : Optional.empty();
    }
    boolean denominator = claim.form() == ClaimCase.Form.DENOMINATOR;
    RealMat jacobian = denominator ? (RealMat) given.transpose() : given;
    int inputs = step.rows() * step.cols();
    if (!same(jacobian, f.rows() * f.cols(), inputs)) {
      return Optional.empty();
    }
    double[] moved = jacobian.times(RealMat.of(inputs, 1, step.toArray())).toArray();
    return Optional.of(RealMat.of(f.rows(), f.cols(), moved));
  }

  private static boolean same(RealMat x, int rows, int cols) {
    return x.rows() == rows && x.cols() == cols;
  }

  /// The second derivative along a direction, and that the Hessian is symmetric.
  private Optional<Finding> hessian(Sample sample, Reference here, RealMat given, double rounding) {
    String wrt = claim.wrt().getFirst();
    RealMat step = java.util.Objects.requireNonNull(sample.steps().get(wrt));
    int n = step.rows() * step.cols();
    if (!same(given, n, n)) {
      return Optional.of(Finding.ILL_SHAPED);
    }
    if (given.minus(given.transpose()).maxAbs() > 1e-5 * given.maxAbs()) {
      return Optional.of(Finding.FALSE);
    }
    ReferenceSlope along = along(sample, here, wrt);
    RealMat second = along.second();
    if (!second.isFinite() || along.error() > 1e-4 * second.maxAbs() + 1e5 * rounding) {
      return Optional.empty();
    }
    RealMat v = RealMat.of(n, 1, step.toArray());
    RealMat change = ((RealMat) v.transpose()).times(given).times(v);
    return compared(second, change, 1e5 * rounding + 20 * along.error());
  }

  /// {@return whether two values are equal; nothing where that cannot be told}
  private static Optional<Finding> compared(RealMat a, RealMat b, double blur) {
    if (!same(a, b.rows(), b.cols())) {
      return Optional.of(Finding.ILL_SHAPED);
    }
    double distance = a.minus(b).maxAbs();
    double size = Math.max(a.maxAbs(), b.maxAbs());
    if (distance <= 1e-5 * size + blur) {
      return Optional.of(Finding.TRUE);
    }
    return distance > 1e-3 * size + 100 * blur ? Optional.of(Finding.FALSE) : Optional.empty();
  }

  /// {@return whether a variable has a shape of its own, neither scalar nor unknown}
  static Shape shape(String declaration) {
    return Declarations.parse("x", declaration).shape();
  }
}
