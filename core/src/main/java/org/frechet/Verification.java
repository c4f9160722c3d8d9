package org.frechet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.frechet.check.Agreement;
import org.frechet.check.CheckResult;
import org.frechet.check.Claim;
import org.frechet.check.DerivativeCheck;
import org.frechet.check.GenericSizes;
import org.frechet.derive.BlockHessian;
import org.frechet.derive.Derivation;
import org.frechet.derive.Directional;
import org.frechet.derive.IndexForm;
import org.frechet.derive.Kind;
import org.frechet.derive.TangentSpace;
import org.frechet.derive.View;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Traversal;
import org.frechet.function.MatrixValued;
import org.frechet.function.ScalarValued;
import org.frechet.shape.Problem;
import org.frechet.shape.Problem.Code;

/// Checks every view of a derivation before anyone sees it: against the function as it was read,
/// for higher orders each derivative before it too, and for a structured variable that the gradient
/// lies in the tangent space.
final class Verification {
  /// One seed for all requests: equal input gives an equal answer, to the last digit of the check.
  private static final long SEED = 1;

  private final String source;
  private final Expr f;
  private final Expr variable;

  private final Expr written;

  private Verification(String source, Expr f, Expr variable, Expr written) {
    this.source = source;
    this.f = f;
    this.variable = variable;
    this.written = written;
  }

  static Verification of(String source, Expr f, Expr variable) {
    return new Verification(source, f, variable, f);
  }

  /// `written` is the function with a structured variable as if it had no structure.
  Verification written(Expr function) {
    return new Verification(source, f, variable, function);
  }

  /// {@return the passed check} @throws org.frechet.shape.Refusal if a view is wrong (an internal
  /// error) or nothing could be measured
  CheckResult verify(Derivation d) {
    return accepted(d, checked(d));
  }

  /// {@return the check, if it was passed} @throws org.frechet.shape.Refusal if it was not
  CheckResult accepted(Derivation d, CheckResult result) {
    return switch (result.verdict()) {
      case PASSED -> {
        requireProjected(d);
        requireTotal(d);
        yield result;
      }
      case FAILED -> throw internal("failed its check: " + result.reason());
      case UNDEFINED ->
          throw Problem.of(
                  Code.UNSUPPORTED,
                  "the derivative of %s exists, but the formula found divides by zero wherever it was tried"
                      .formatted(source))
              .hint("a matrix that is inverted here is always singular: simplify the expression")
              .refusal();
      case UNCHECKED -> throw unchecked("the derivative", result.reason());
    };
  }

  /// The differential d²f against the Hessian, d³f against the third derivative, …, along whatever
  /// direction the variable can move in.
  private void requireTotal(Derivation d) {
    if (d.total().isPresent() && d.value().isPresent()) {
      Expr v = Algebra.variable("(direction)", variable.shape());
      Expr along = tangent(v);
      Expr total = Traversal.substitute(d.total().get(), Map.of(d.increment(), along));
      requireEqual(total, contracted(d, along), "differs as a differential");
    }
  }

  /// {@return a direction in which the variable can move}
  private Expr tangent(Expr direction) {
    return TangentSpace.of(variable).map(s -> s.project(direction)).orElse(direction);
  }

  /// Each order is measured against the derivative before it.
  CheckResult checked(Derivation d) {
    return d.last()
        .map(last -> checked(last).and(check(d.function(), d)))
        .orElseGet(() -> first(d));
  }

  /// The unconstrained gradient is of the function as written, in all directions; the others are of
  /// the function within the structure.
  private CheckResult first(Derivation d) {
    CheckResult within = check(f, d);
    return d.unconstrained().isPresent() && within.passed() ? within.and(free(d)) : within;
  }

  /// {@return the derivation with a shorter unconstrained gradient, if that passes its check}
  Derivation shortest(Derivation d) {
    return d.shortened().filter(s -> free(s).passed()).orElse(d);
  }

  private CheckResult free(Derivation d) {
    var views =
        List.of(
            TangentSpace.free(written, variable).orElseThrow(),
            TangentSpace.freed(variable),
            TangentSpace.free(d.unconstrained().orElseThrow(), variable).orElseThrow(),
            variable);
    return GenericSizes.of(views)
        .map(small -> free(d, small))
        .filter(CheckResult::passed)
        .orElseGet(() -> free(d, views));
  }

  private static CheckResult free(Derivation d, List<Expr> views) {
    Claim claim = gradient(d, views.get(2));
    return DerivativeCheck.within(views.get(3), views.get(0), views.get(1), List.of(claim), SEED);
  }

  /// Checks a form of a derivation that has passed its own check.
  ///
  /// @throws org.frechet.shape.Refusal if it is wrong (an internal error) or was not measured
  void verify(Derivation d, View view) {
    Expr dx = d.increment();
    switch (view.form()) {
      case MAP -> require(view, d.function(), view.expr(), Claim::map);
      case MATRIX -> require(view, d.function(), view.expr(), Claim::jacobian);
      case JVP -> {
        if (d.order() == 1) {
          require(view, f, pointed(view, dx), Claim::map);
        } else {
          Expr along = tangent(direction(view));
          Expr value = Traversal.substitute(view.expr(), Map.of(direction(view), along));
          requireEqual(value, contracted(d, along), "differs along a direction");
        }
      }
      case HVP -> require(view, View.slope(f, variable), pointed(view, dx), Claim::map);
      case VJP -> require(view, ScalarValued.inner(direction(view), f), view.expr(), this::adjoint);
      case EINSUM -> requireEntries(d, view.index().orElseThrow());
    }
  }

  private void require(View view, Expr function, Expr claimed, Function<Expr, Claim> claim) {
    List<Expr> whole = List.of(function, variable, claimed);
    CheckResult result =
        GenericSizes.of(whole)
            .map(small -> claimed(small, claim))
            .filter(CheckResult::passed)
            .orElseGet(() -> claimed(whole, claim));
    String form = view.form().word();
    switch (result.verdict()) {
      case PASSED -> {}
      case FAILED -> throw internal("failed its check as " + form + ": " + result.reason());
      case UNDEFINED, UNCHECKED -> throw unchecked("the form " + form, result.reason());
    }
  }

  private static CheckResult claimed(List<Expr> views, Function<Expr, Claim> claim) {
    return DerivativeCheck.of(views.get(0), views.get(1), List.of(claim.apply(views.get(2))), SEED);
  }

  private Claim adjoint(Expr value) {
    return variable.isScalar() ? Claim.tangent(value) : Claim.gradient(value);
  }

  private static Expr direction(View view) {
    return view.direction().orElseThrow();
  }

  private static Expr pointed(View view, Expr dx) {
    return Traversal.substitute(view.expr(), Map.of(direction(view), dx));
  }

  /// {@return the derivative of this order along a direction, from its matrix on vec}
  private static Expr contracted(Derivation d, Expr direction) {
    Expr matrix =
        d.value()
            .orElseThrow(() ->
                Problem.of(Code.UNSUPPORTED, "only the map of this derivative has a closed form")
                    .refusal());
    if (direction.isScalar()) {
      return Algebra.mul(matrix, Algebra.pow(direction, d.order()));
    }
    Expr m = d.numerator() || d.source().isScalar() ? matrix : matrix.transpose();
    return Directional.shaped(
        Directional.contracted(m, d.source(), direction, d.order()), d.source().shape());
  }

  /// All entries, each times a product of weights, against the matrix on vec times these weights.
  private void requireEntries(Derivation d, IndexForm form) {
    Expr f = d.source();
    Expr x = d.variable();
    var weights = new ArrayList<Expr>();
    if (!f.isScalar()) {
      weights.add(Algebra.variable("weight0", f.shape()));
    }
    Expr contraction =
        f.isScalar() ? Algebra.ONE : MatrixValued.vec(weights.getFirst()).transpose();
    for (int i = 1; i <= d.order(); i++) {
      Expr w = Algebra.variable("weight" + i, x.shape());
      weights.add(w);
      if (i < d.order()) {
        contraction = MatrixValued.kron(MatrixValued.vec(w).transpose(), contraction);
      }
    }
    Expr last = MatrixValued.vec(weights.getLast());
    Expr expected;
    if (d.order() == 1 && f.isScalar() && !x.isScalar()) {
      Expr g = d.value().orElseThrow();
      expected = ScalarValued.inner(d.numerator() ? g.transpose() : g, weights.getLast());
    } else if (d.order() == 1 && (x.isScalar() || d.value().isEmpty())) {
      Expr moved = Traversal.substitute(d.map(), Map.of(d.increment(), weights.getLast()));
      expected = f.isScalar() ? moved : ScalarValued.inner(weights.getFirst(), moved);
    } else {
      Expr m = d.value().orElseThrow();
      m = x.isScalar() ? MatrixValued.vec(m) : d.numerator() || f.isScalar() ? m : m.transpose();
      expected = Algebra.mul(contraction, m, last);
    }
    requireEqual(form.weighted(weights), expected, "differs entry by entry");
  }

  private static RuntimeException unchecked(String what, String reason) {
    return Problem.of(
            Code.UNSUPPORTED, what + " could not be checked, so it is not shown: " + reason)
        .hint("declare attributes such as positive or spd that say where the function exists")
        .refusal();
  }

  private RuntimeException internal(String what) {
    return Problem.of(
            Code.INTERNAL, "internal error: the derivative of %s %s".formatted(source, what))
        .hint("please report this expression; the answer is withheld")
        .refusal();
  }

  /// {@return the passed check of a block Hessian: of every gradient, and every block}
  static CheckResult verify(String source, BlockHessian h) {
    CheckResult all = CheckResult.none(SEED);
    for (int i = 0; i < h.gradients().size(); i++) {
      Derivation g = h.gradients().get(i);
      all = all.and(of(source, g.source(), g.variable()).verify(g));
      for (Derivation block : h.blocks().get(i)) {
        all = all.and(of(source, block.source(), block.variable()).verify(block));
      }
    }
    of(source, h.gradients().getFirst().source(), h.gradients().getFirst().variable())
        .requireEqual(h.total(), h.contracted(), "differs as a second differential");
    return all;
  }

  /// Increments of a structured variable say nothing of what is orthogonal to them, so that the
  /// gradient is its own projection is checked apart, and so is the form by independent entries.
  private void requireProjected(Derivation d) {
    Optional<TangentSpace> structure = TangentSpace.of(variable);
    boolean gradient = d.kind() == Kind.GRADIENT || d.kind() == Kind.GRADIENT_MATRIX;
    if (structure.isEmpty() || !gradient) {
      return;
    }
    Expr g = d.value().map(v -> d.numerator() ? v.transpose() : v).orElseThrow();
    requireEqual(g, structure.get().project(g), "is not within the structure");
    d.independent()
        .ifPresent(h ->
            requireEqual(h, TangentSpace.independentEntries(g), "differs by independent entries"));
  }

  private void requireEqual(Expr a, Expr b, String otherwise) {
    switch (Agreement.compare(a, b).verdict()) {
      case EQUAL_EXACT, EQUAL_NUMERIC -> {}
      case DIFFERENT -> throw internal(otherwise);
      case UNKNOWN -> throw unchecked("one form of it", "too few points were found to compare at");
    }
  }

  private CheckResult check(Expr function, Derivation d) {
    var views = new ArrayList<Expr>(List.of(function, variable, d.map()));
    d.value().ifPresent(views::add);
    return GenericSizes.of(views)
        .map(small -> DerivativeCheck.of(small.get(0), small.get(1), claims(d, small), SEED))
        .filter(CheckResult::passed)
        .orElseGet(() -> DerivativeCheck.of(function, variable, claims(d, views), SEED));
  }

  /// The views are f, the variable, the map, and the value if there is one.
  private List<Claim> claims(Derivation d, List<Expr> views) {
    var claims = new ArrayList<Claim>();
    claims.add(Claim.map(views.get(2)));
    d.value().ifPresent(_ -> claims.add(view(d, views.get(3))));
    return claims;
  }

  private Claim view(Derivation d, Expr value) {
    if (variable.isScalar()) {
      return Claim.tangent(value);
    }
    if (d.kind() == Kind.GRADIENT || d.kind() == Kind.GRADIENT_MATRIX) {
      return gradient(d, value);
    }
    Claim jacobian = Claim.jacobian(value);
    return d.numerator() || d.source().isScalar() ? jacobian : jacobian.transposed();
  }

  private static Claim gradient(Derivation d, Expr value) {
    return d.numerator() ? Claim.gradient(value).transposed() : Claim.gradient(value);
  }
}
