package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.frechet.explain.Detail;
import org.frechet.explain.Method;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;

/// Every line of every derivation of the tables by every method that applies: each is done again on
/// the line before and measured with numbers when it is made (see [org.frechet.explain.Replay]);
/// here it is seen that none fails, and that every derivation ends with the answer.
class DerivationsTest {
  /// One derivative to derive.
  private record Request(String name, String expr, Map<String, String> declare, Query query) {
    Derivative derivative() {
      Formula f = Frechet.parse(expr);
      for (Map.Entry<String, String> d : declare.entrySet()) {
        f = f.declare(d.getKey(), d.getValue());
      }
      return f.derivative(query);
    }
  }

  /// Methods whose lines define something and do not rewrite the line before: all of them is done
  /// again.
  private static final Set<Method> MEASURED_ONLY = Set.of(Method.CHAIN, Method.STOP_GRADIENT);

  private final List<String> failures = new ArrayList<>();
  private final Map<Method, Integer> derived = new EnumMap<>(Method.class);
  private int lines;
  private int unmeasured;

  @Test
  void ofTheTables() {
    for (Request r : requests()) {
      Derivative d = r.derivative();
      if (d.by() == d.variable()) {
        for (Method method : Method.values()) {
          derive(r, d, method);
        }
      }
    }
    assertThat(failures).isEmpty();
    System.out.printf("%s, %d of %d lines not measured%n", derived, unmeasured, lines);
    assertThat(derived.get(Method.DIFFERENTIAL)).isGreaterThan(2600);
    assertThat(unmeasured).isLessThan(lines / 100);
  }

  private void derive(Request r, Derivative d, Method method) {
    for (Detail detail : Detail.values()) {
      String what = "%s %s %s %s".formatted(r.name(), method.word(), detail, r.expr());
      try {
        Explanation e = Explanation.of(d, method, detail);
        List<Explanation.Step> steps = e.steps();
        assertThat(steps).isNotEmpty();
        if (MEASURED_ONLY.contains(method)) {
          assertThat(Explanation.of(d, method, detail).steps()).as(what).isEqualTo(steps);
        }
        derived.merge(method, 1, Integer::sum);
        lines += steps.size();
        unmeasured += e.proof().unmeasured();
      } catch (Refusal refusal) {
        if (refusal.problem().code() != Problem.Code.UNSUPPORTED) {
          failures.add(what + "\n  " + refusal.problem());
        }
      } catch (RuntimeException e) {
        failures.add(what + "\n  " + e);
      }
    }
  }

  private static List<Request> requests() {
    Stream<Request> published =
        Problems.published().stream()
            .map(p ->
                new Request(p.id(), p.expr(), p.declare(), Query.by(p.wrt()).order(p.order())));
    Stream<Request> identities =
        Problems.identities().stream()
            .filter(i -> i.isDerivative() && i.along().isEmpty() && i.form().isEmpty())
            .map(i ->
                new Request(
                    i.id(),
                    i.expr(),
                    i.declare(),
                    Query.by(i.wrt()).order(Math.max(1, i.order()))));
    return Stream.concat(published, identities).toList();
  }
}
