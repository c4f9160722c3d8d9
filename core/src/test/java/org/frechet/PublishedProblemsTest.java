package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.frechet.check.Equality;
import org.frechet.check.Equality.Verdict;
import org.frechet.derive.Layout;
import org.frechet.expr.Algebra;
import org.frechet.expr.Expr;
import org.frechet.expr.Node;
import org.frechet.expr.Traversal;
import org.frechet.shape.Problem;
import org.frechet.shape.Trait;
import org.frechet.syntax.Nodes;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Derivatives that books, papers and other systems print: ours have the same values, and are
/// hardly ever longer.
class PublishedProblemsTest {
  /// Of a hundred answers, how many are no longer than what was published.
  private static final int NO_LONGER_PERCENT = 95;

  private static final Map<String, Set<String>> KINDS =
      Map.of(
          "gradient", Set.of("gradient", "gradient matrix"),
          "hessian", Set.of("Hessian", "second derivative"),
          "jacobian", Set.of("Jacobian", "Fréchet derivative"),
          "tangent", Set.of("derivative", "tangent vector", "tangent matrix"));

  /// What a published domain means for samples; the sampler finds small and binary values by
  /// itself.
  private static final Map<String, Trait> DOMAINS =
      Map.of(
          "positive", Trait.POSITIVE,
          "nonnegative", Trait.NONNEGATIVE,
          "invertible", Trait.INVERTIBLE,
          "spd", Trait.SPD,
          "symmetric", Trait.SYMMETRIC,
          "orthogonal", Trait.ORTHOGONAL);

  private static final Map<Problems.Published, Derivative> ANSWERS = new ConcurrentHashMap<>();

  @TestFactory
  Stream<DynamicTest> answersAreRight() {
    return Problems.published().stream().map(p -> dynamicTest(p.toString(), () -> right(p)));
  }

  private static void right(Problems.Published p) {
    Derivative d = answer(p);
    Expr expected = declared(p, p.expected()).model().expr();
    assertThat(KINDS.get(p.kind())).contains(d.kind());
    assertThat(d.shape()).as(d.text()).isEqualTo(expected.shape());
    Equality equality = Equality.of(within(p, d.value()), within(p, expected), 1);
    assertThat(equality.verdict())
        .as("%s, published %s: %s", d.text(), p.expected(), equality)
        .isIn(Verdict.EQUAL_EXACT, Verdict.EQUAL_NUMERIC);
  }

  @Test
  void answersAreHardlyEverLonger() {
    var longer = new ArrayList<String>();
    List<Problems.Published> all = Problems.published();
    for (Problems.Published p : all) {
      String text = answer(p).text();
      int ours = Nodes.count(text);
      int theirs = Nodes.count(p.expected());
      if (ours > theirs) {
        longer.add(
            "%-14s %3d > %3d  %s by %s%n%28s%s%n%28s%s"
                .formatted(p.id(), ours, theirs, p.expr(), p.wrt(), "", text, "", p.expected()));
      }
    }
    int most = all.size() * (100 - NO_LONGER_PERCENT) / 100;
    String table =
        "%d of %d answers are longer than published:%n%s"
            .formatted(longer.size(), all.size(), String.join("\n", longer));
    System.out.println(table);
    assertThat(longer).as(table).hasSizeLessThanOrEqualTo(most);
  }

  @TestFactory
  Stream<DynamicTest> badRequestsAreRefused() {
    var service = new Service();
    return Problems.refused().stream()
        .map(r ->
            dynamicTest(
                r.toString(),
                () -> {
                  Response response =
                      service.answer(
                          new Request(
                              r.id(), "diff", r.text(), r.wrt(), r.declare(), 1, "", List.of()));
                  assertThat(r.accepts(response)).as("%s: %s", r, response).isTrue();
                  if (response instanceof Response.Refused(_, Problem problem)) {
                    assertThat(problem.message()).isNotBlank();
                  }
                }));
  }

  private static Formula declared(Problems.Published p, String expr) {
    Formula formula = Frechet.parse(expr);
    for (Map.Entry<String, String> d : p.declare().entrySet()) {
      formula = formula.declare(d.getKey(), d.getValue());
    }
    return formula;
  }

  private static Derivative answer(Problems.Published p) {
    return ANSWERS.computeIfAbsent(
        p, q -> declared(q, q.expr()).derivative(q.wrt(), q.order(), Layout.MIXED));
  }

  /// {@return the expression on the domain where the source gives it}
  private static Expr within(Problems.Published p, Expr e) {
    var replaced = new HashMap<Expr, Expr>();
    Traversal.variables(e)
        .forEach((name, v) -> {
          Trait trait = DOMAINS.get(p.domain().getOrDefault(name, ""));
          if (trait != null) {
            var traits = new ArrayList<>(((Node.Var) v.node()).traits());
            traits.add(trait);
            replaced.put(v, Algebra.variable(name, v.shape(), traits));
          }
        });
    return Traversal.substitute(e, replaced);
  }
}
