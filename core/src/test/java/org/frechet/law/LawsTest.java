package org.frechet.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.frechet.check.Equality;
import org.frechet.check.Equality.Verdict;
import org.frechet.check.Evaluator;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.shape.Dim;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.frechet.shape.Shape;
import org.frechet.shape.Trait;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every law, present and future: it is true, it fires, it shortens, and its guard guards.
class LawsTest {
  private static final long SEED = 1;

  private static Stream<DynamicTest> each(Consumer<Law> test) {
    return LawBook.all().stream()
        .map(law -> dynamicTest(law.name() + ": " + law.left(), () -> test.accept(law)));
  }

  /// Random matrices that have the traits of the guard and no others, all sizes different; exactly
  /// modulo a prime where both sides are rational.
  @TestFactory
  Stream<DynamicTest> bothSidesAreEqual() {
    return each(law -> {
      boolean rational = Evaluator.isRational(law.left()) && Evaluator.isRational(law.right());
      assertThat(Equality.of(law.left(), law.right(), SEED).verdict())
          .as("%s (%s)", law.text(), law.reason())
          .isEqualTo(rational ? Verdict.EQUAL_EXACT : Verdict.EQUAL_NUMERIC);
    });
  }

  /// A law hardly ever lengthens, and then by a symbol only and to do away with a larger array:
  /// `inv(diag(v))` becomes `diag(1./v)`; by more only where an array of another order goes, as a
  /// Kronecker product does from `det(kron(A, B))`. Entries, then symbols, then function calls are
  /// a measure that every law lowers, so that rewriting ends.
  @TestFactory
  Stream<DynamicTest> lawsLowerTheirMeasure() {
    return each(law -> {
      Measure left = Measure.of(law.left());
      Measure right = Measure.of(law.right());
      assertThat(right).as("%s becomes %s", law.left(), law.right()).isLessThan(left);
      boolean order = 7 * right.entries < left.entries;
      long more = order ? 6 : right.entries < left.entries ? 1 : 0;
      assertThat(right.symbols).isLessThanOrEqualTo(left.symbols + more);
    });
  }

  /// The numbers computed on the way when all sizes are seven, the symbols written, the calls.
  private record Measure(long entries, long symbols, long calls) implements Comparable<Measure> {
    private static final Dim SEVEN = Dim.of(7);

    static Measure of(Expr e) {
      long entries = e.shape().count().substitute(_ -> SEVEN).constant();
      long calls = e.node() instanceof Node.Apply ? 1 : 0;
      for (Expr child : Traversal.children(e.node())) {
        Measure m = of(child);
        entries += m.entries;
        calls += m.calls;
      }
      return new Measure(entries, e.weight(), calls);
    }

    @Override
    public int compareTo(Measure other) {
      return Comparator.comparingLong(Measure::entries)
          .thenComparingLong(Measure::symbols)
          .thenComparingLong(Measure::calls)
          .compare(this, other);
    }
  }

  /// On fresh variables in fresh sizes, whose names sort in another order.
  @TestFactory
  Stream<DynamicTest> lawsFire() {
    return each(law -> {
      Match fresh = fresh(law);
      Expr before = fresh.instantiate(law.left());
      Expr after = fresh.instantiate(law.right());
      assertThat(before).as("%s is not canonical form already", law.text()).isNotSameAs(after);
      assertThat(law.apply(before)).as("%s at %s", law.text(), before).contains(after);
      Expr settled = Rewriter.simplify(before);
      assertThat(settled.weight()).as("%s", settled).isLessThanOrEqualTo(after.weight());
      assertThat(settled).isNotSameAs(before);
    });
  }

  /// Between other factors and beside other terms.
  @TestFactory
  Stream<DynamicTest> lawsFireInside() {
    return each(law -> {
      Match fresh = fresh(law);
      Expr before = fresh.instantiate(law.left());
      Expr after = fresh.instantiate(law.right());
      for (Context context : Context.values()) {
        Expr settled = Rewriter.simplify(context.around(before));
        assertThat(settled.weight())
            .as("%s in the context %s: %s", law.text(), context, settled)
            .isLessThanOrEqualTo(context.around(after).weight());
      }
    });
  }

  /// Where a law may be met.
  private enum Context {
    SCALED {
      @Override
      Expr around(Expr e) {
        return Algebra.mul(Algebra.number(-3), variable("s", Shape.SCALAR), e);
      }
    },
    SUM {
      @Override
      Expr around(Expr e) {
        return Algebra.add(e, variable("T", e.shape()));
      }
    },
    PRODUCT {
      @Override
      Expr around(Expr e) {
        Shape s = e.shape();
        return e.isScalar()
            ? Algebra.mul(variable("S", Shape.SCALAR), e)
            : Algebra.mul(
                variable("L", Shape.matrix(Dim.of("k"), s.rows())),
                e,
                variable("R", Shape.matrix(s.cols(), Dim.of("l"))));
      }
    };

    abstract Expr around(Expr e);

    private static Expr variable(String name, Shape shape) {
      return Algebra.variable(name, shape);
    }
  }

  /// A law with a guard must leave plain matrices alone.
  @TestFactory
  Stream<DynamicTest> guardsGuard() {
    return LawBook.all().stream()
        .filter(
            law -> Traversal.variables(law.left()).values().stream().anyMatch(LawsTest::guarded))
        .map(law ->
            dynamicTest(
                law.name(),
                () -> {
                  var plain = new HashMap<Expr, Expr>();
                  for (Expr v : Traversal.variables(law.left()).values()) {
                    plain.put(v, Algebra.variable(name(v), v.shape()));
                  }
                  Expr bare;
                  try {
                    bare = Traversal.substitute(law.left(), plain);
                  } catch (Refusal unguarded) { // the function itself asks for the trait
                    assertThat(unguarded.problem().code()).isEqualTo(Problem.Code.UNSUPPORTED);
                    return;
                  }
                  assertThat(law.apply(bare)).isEmpty();
                  assertThat(Rewriter.simplify(bare)).isSameAs(bare);
                }));
  }

  @Test
  void everyLawHasItsReason() {
    Set<String> texts = new HashSet<>();
    for (LawBook law : LawBook.values()) {
      assertThat(law.reason()).as(law.name()).isNotBlank();
      assertThat(texts.add(law.text())).as("%s is written once", law.text()).isTrue();
      assertThat(law.laws()).as(law.name()).isNotEmpty();
    }
  }

  private static boolean guarded(Expr v) {
    return !traits(v).isEmpty();
  }

  private static String name(Expr v) {
    return ((Node.Var) v.node()).name();
  }

  private static Set<Trait> traits(Expr v) {
    return ((Node.Var) v.node()).traits();
  }

  /// Other names that sort the other way round, in other sizes.
  private static Match fresh(Law law) {
    var sizes = new HashMap<String, Dim>();
    var variables = new HashMap<Expr, Expr>();
    Map<String, Expr> named = Traversal.variables(law.left());
    for (Expr e : Traversal.topological(law.left())) {
      for (Dim d : new Dim[] {e.shape().rows(), e.shape().cols()}) {
        d.names().forEach(n -> sizes.put(n, Dim.of("z" + (char) ('z' - n.charAt(0) + 'a'))));
      }
    }
    int next = named.size();
    for (Expr v : named.values()) {
      Shape shape =
          new Shape(
              v.shape().rows().substitute(sizes::get), v.shape().cols().substitute(sizes::get));
      variables.put(v, Algebra.variable("v" + next--, shape, traits(v)));
    }
    return new Match(variables, sizes);
  }
}
