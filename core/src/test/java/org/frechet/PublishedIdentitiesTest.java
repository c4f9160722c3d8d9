package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.frechet.check.Equality;
import org.frechet.check.Equality.Verdict;
import org.frechet.derive.Layout;
import org.frechet.expr.Expr;
import org.frechet.shape.Problem;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Tables of identities and derivatives, line by line: what the books say is confirmed, what is
/// misprinted there or commonly said amiss is refuted by a counterexample.
class PublishedIdentitiesTest {
  private static final int FEWEST = 150;

  private static final Service SERVICE = new Service();

  @TestFactory
  Stream<DynamicTest> identities() {
    return Problems.identities().stream()
        .filter(i -> !i.isDerivative() && !i.wrong())
        .map(i -> dynamicTest(i.toString(), () -> requireEqual(i, i.equals())));
  }

  @TestFactory
  Stream<DynamicTest> falseStatements() {
    return Problems.identities().stream()
        .filter(Problems.Identity::wrong)
        .map(i -> dynamicTest(i.toString(), () -> refuted(i)));
  }

  @TestFactory
  Stream<DynamicTest> derivatives() {
    return Problems.identities().stream()
        .filter(Problems.Identity::isDerivative)
        .map(i -> dynamicTest(i.toString(), () -> derived(i)));
  }

  @Test
  void linesAreManyAndNamedOnce() {
    List<Problems.Identity> all = Problems.identities();
    assertThat(all).hasSizeGreaterThan(FEWEST).doesNotHaveDuplicates();
    assertThat(all).extracting(Problems.Identity::id).doesNotHaveDuplicates();
    assertThat(all)
        .allSatisfy(i -> {
          assertThat(i.source()).isNotBlank();
          assertThat(i.statement()).isNotBlank();
          assertThat(i.wrong()).as(i.id()).isEqualTo(!i.correct().isEmpty());
        });
  }

  private static void requireEqual(Problems.Identity i, String other) {
    Comparison comparison = compared(i, other);
    assertThat(comparison.equal())
        .as("%s = %s, differs at %s", i.expr(), other, point(comparison))
        .isTrue();
  }

  private static void refuted(Problems.Identity i) {
    Comparison comparison = compared(i, i.equals());
    assertThat(comparison.equal()).as("%s = %s", i.expr(), i.equals()).isFalse();
    assertThat(comparison.sameShape()).as("a counterexample has values").isTrue();
    assertThat(comparison.counterexample()).isNotEmpty();
    System.out.printf(
        "%s: not %s = %s%n  at %s: %s, but %s%n",
        i.id(),
        i.expr(),
        i.equals(),
        point(comparison),
        Comparison.written(comparison.counterexampleSides().getFirst()),
        Comparison.written(comparison.counterexampleSides().getLast()));
    requireEqual(i, i.correct());
  }

  private static Comparison compared(Problems.Identity i, String other) {
    var request =
        new Request("", "equal", i.expr(), "", i.declare(), 1, "", List.of())
            .with(Operands.other(other));
    return switch (SERVICE.answer(request)) {
      case Response.Found(_, _, Comparison c) -> c;
      case Response.Refused(_, Problem p) ->
          throw new AssertionError(i.expr() + " = " + other + " is refused: " + p.message());
      case Response.Found _, Response.Answer _ ->
          throw new AssertionError("equal answers with a comparison");
    };
  }

  private static String point(Comparison c) {
    return c.counterexample().entrySet().stream()
        .map(v -> v.getKey() + " = " + Comparison.written(v.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static void derived(Problems.Identity i) {
    Query query = Query.by(i.wrt()).order(Math.max(1, i.order())).layout(Layout.MIXED);
    if (!i.form().isEmpty()) {
      query = query.form(Service.form(i.form()));
    }
    if (!i.along().isEmpty()) {
      query = query.along(i.along());
    }
    Derivative d = declared(i, i.expr()).derivative(query);
    Expr expected = declared(i, i.expected()).model().expr();
    assertThat(d.value().shape()).as(d.text()).isEqualTo(expected.shape());
    Equality equality = Equality.of(d.value(), expected, 1);
    assertThat(equality.verdict())
        .as("%s, published %s: %s", d.text(), i.expected(), equality)
        .isIn(Verdict.EQUAL_EXACT, Verdict.EQUAL_NUMERIC);
  }

  private static Formula declared(Problems.Identity i, String expr) {
    Formula formula = Frechet.parse(expr);
    for (Map.Entry<String, String> d : i.declare().entrySet()) {
      formula = formula.declare(d.getKey(), d.getValue());
    }
    return formula;
  }
}
