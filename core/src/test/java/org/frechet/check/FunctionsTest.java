package org.frechet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.frechet.diff.Adjoint;
import org.frechet.diff.Differential;
import org.frechet.diff.MapMatrix;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.frechet.function.ScalarValued;
import org.frechet.function.Signature;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every declared function, present and future, against its own values: differential, adjoint and
/// matrix, of matrices, vectors, rows and scalars, plain and structured.
class FunctionsTest {
  /// A function applied to variables, to be differentiated by one of them.
  private record Case(String name, Expr f, Expr variable) {}

  private static final Dim N = Dim.of("n");

  /// Fréchet derivatives are the same for every order, and slow for high ones.
  private static final int MOST_ARGUMENTS = 3;

  private static final Set<Trait> STRUCTURES =
      EnumSet.of(
          Trait.SYMMETRIC,
          Trait.SKEW,
          Trait.SPD,
          Trait.DIAGONAL,
          Trait.LOWER,
          Trait.UPPER,
          Trait.ORTHOGONAL,
          Trait.INVERTIBLE,
          Trait.POSITIVE);

  @TestFactory
  Stream<DynamicTest> differentials() {
    return cases().flatMap(c -> test(c, () -> check(c.f, c.variable)));
  }

  @TestFactory
  Stream<DynamicTest> secondDifferentials() {
    return cases().flatMap(c -> test(c, () -> check(along(c, direction(c.variable)), c.variable)));
  }

  @TestFactory
  Stream<DynamicTest> adjoints() {
    return cases().flatMap(c -> test(c, () -> adjointIdentity(c)));
  }

  /// Many functions have no structured matrix in their domain: `log` of a triangular one. Of the
  /// others, none may be wrong.
  @Test
  void structured() {
    List<Case> cases = STRUCTURES.stream().flatMap(trait -> cases(Set.of(trait))).toList();
    var outside = new ArrayList<String>();
    for (Case c : cases) {
      try {
        CheckResult result = result(c.f, c.variable);
        if (result.verdict() == CheckResult.Verdict.UNCHECKED
            || result.verdict() == CheckResult.Verdict.UNDEFINED) {
          outside.add(c.name);
        } else {
          assertThat(result.reason()).as(c.name).isEmpty();
        }
      } catch (Refusal refusal) {
        assertThat(refusal.problem().code()).isEqualTo(Problem.Code.UNSUPPORTED);
      }
    }
    assertThat(outside).hasSizeLessThan(cases.size() / 8);
  }

  /// A derivative that is refused is no wrong derivative.
  private static Stream<DynamicTest> test(Case c, Supplier<Optional<String>> check) {
    return Stream.of(
        dynamicTest(
            c.name,
            () -> {
              try {
                assertThat(check.get()).as(c.name).isEmpty();
              } catch (Refusal refusal) {
                assertThat(refusal.problem().code())
                    .as("%s: %s", c.name, refusal.getMessage())
                    .isEqualTo(Problem.Code.UNSUPPORTED);
              }
            }));
  }

  private static Expr along(Case c, Expr direction) {
    return Traversal.substitute(
        Differential.of(c.f, c.variable), Map.of(Algebra.increment(c.variable), direction));
  }

  private static Expr direction(Expr variable) {
    var v = (Node.Var) variable.node();
    return Algebra.variable("D", v.shape(), v.traits());
  }

  /// {@return what is wrong with any view of the derivative}
  private static Optional<String> check(Expr f, Expr x) {
    CheckResult result = result(f, x);
    assertThat(result.exactPoints())
        .as("%s is checked exactly if it is rational", f)
        .isEqualTo(Evaluator.isRational(f) ? DerivativeCheck.EXACT_POINTS : 0);
    return result.passed() ? Optional.empty() : Optional.of(result.reason() + " " + f);
  }

  private static CheckResult result(Expr f, Expr x) {
    Expr dx = Algebra.increment(x);
    Expr map = Differential.of(f, x);
    var claims = new ArrayList<>(List.of(Claim.map(map)));
    if (f.isScalar()) {
      claims.add(Claim.gradient(Adjoint.gradient(map, dx)));
      claims.add(Claim.gradient(Adjoint.gradient(map, dx).transpose()).transposed());
    }
    try {
      claims.add(Claim.jacobian(MapMatrix.of(map, dx)));
    } catch (Refusal _) {
      // No closed form: the map remains.
    }
    return DerivativeCheck.of(f, x, claims, 1);
  }

  /// ⟨L(D), G⟩ = ⟨D, L*(G)⟩.
  private static Optional<String> adjointIdentity(Case c) {
    Expr d = direction(c.variable);
    Expr g = Algebra.variable("G", c.f.shape());
    Expr map = Differential.of(c.f, c.variable);
    Expr adjoint = Adjoint.of(map, Algebra.increment(c.variable), g);
    Equality equal =
        Equality.of(ScalarValued.inner(along(c, d), g), ScalarValued.inner(d, adjoint), 1);
    boolean holds =
        equal.verdict() == Equality.Verdict.EQUAL_EXACT
            || equal.verdict() == Equality.Verdict.EQUAL_NUMERIC;
    return holds ? Optional.empty() : Optional.of(equal + " " + map + " against " + adjoint);
  }

  private static Stream<Case> cases() {
    return cases(Set.of());
  }

  private static Stream<Case> cases(Set<Trait> traits) {
    var cases = new ArrayList<Case>();
    for (Function f : Functions.all()) {
      for (Signature signature : f.signatures()) {
        if (signature.arguments().size() > MOST_ARGUMENTS) {
          continue;
        }
        for (List<Shape> shapes : traits.isEmpty() ? shapes(signature) : square(signature)) {
          cases.addAll(cases(f, shapes, traits));
        }
      }
    }
    return cases.stream();
  }

  private static List<Case> cases(Function f, List<Shape> shapes, Set<Trait> traits) {
    var variables = new ArrayList<Expr>();
    for (Shape shape : shapes) {
      var all = new HashSet<>(traits);
      if (traits.isEmpty() && variables.isEmpty() && !shape.isScalar()) {
        f.required().ifPresent(all::add);
      }
      variables.add(Algebra.variable("X" + (variables.size() + 1), shape, all));
    }
    Expr applied;
    try {
      applied = applied(f, variables);
    } catch (Refusal refusal) { // the function does not exist for these shapes or traits
      assertThat(refusal.problem().code()).isEqualTo(Problem.Code.UNSUPPORTED);
      return List.of();
    }
    String name = f.name() + shapes + traits;
    return variables.stream()
        .filter(x -> Traversal.contains(applied, x))
        .map(x -> new Case(name + " by " + x, applied, x))
        .toList();
  }

  /// Where an argument must be a size, as in `reshape(X, n, m)`, the sizes of the first argument
  /// are given in reverse.
  private static Expr applied(Function f, List<Expr> variables) {
    try {
      return f.canonical(variables);
    } catch (Refusal refusal) {
      if (refusal.problem().code() == Problem.Code.UNSUPPORTED) {
        throw refusal;
      }
      Shape first = variables.getFirst().shape();
      return f.canonical(
          List.of(variables.getFirst(), Algebra.size(first.cols()), Algebra.size(first.rows())));
    }
  }

  /// {@return the shapes of the arguments where all sizes are equal, if all are square then}
  private static Set<List<Shape>> square(Signature signature) {
    List<Shape> shapes =
        signature.arguments().stream()
            .map(s -> new Shape(s.rows().substitute(_ -> N), s.cols().substitute(_ -> N)))
            .toList();
    boolean all = shapes.stream().allMatch(s -> s.isSquare() && s.isMatrix());
    return all ? Set.of(shapes) : Set.of();
  }

  /// {@return the shapes of the arguments, with each named size also set to one}
  private static Set<List<Shape>> shapes(Signature signature) {
    var names = new LinkedHashSet<String>();
    for (Shape s : signature.arguments()) {
      names.addAll(s.rows().names());
      names.addAll(s.cols().names());
    }
    Set<List<Shape>> all = new LinkedHashSet<>();
    for (int ones = 0; ones < 1 << names.size(); ones++) {
      Map<String, Dim> sizes = new HashMap<>();
      int bit = 1;
      for (String name : names) {
        sizes.put(name, (ones & bit) == 0 ? Dim.of(name) : Dim.ONE);
        bit *= 2;
      }
      all.add(
          signature.arguments().stream()
              .map(s -> new Shape(s.rows().substitute(sizes::get), s.cols().substitute(sizes::get)))
              .toList());
    }
    return all;
  }
}
