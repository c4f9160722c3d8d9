package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.frechet.explain.Detail;
import org.frechet.explain.Method;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;

/// Random requests derived by every method that applies: each line is done again and measured, and
/// none fails. Raise the number with `-Dfrechet.random.derivations=10000`, try others with
/// `-Dfrechet.random.seed=100000`.
class RandomDerivationsTest {
  private static final int COUNT = Integer.getInteger("frechet.random.derivations", 200);
  private static final long FIRST_SEED = Long.getLong("frechet.random.seed", 0);
  private static final long STACK = 64L << 20;
  private static final int MOST_SHOWN = 12;

  private final List<String> failures = new ArrayList<>();
  private int late;
  private final Map<Method, Integer> derived = new EnumMap<>(Method.class);

  @Test
  void everyLineHolds() throws InterruptedException {
    var worker = new Thread(null, this::work, "random derivations", STACK);
    worker.start();
    worker.join();
    System.out.printf(
        "%d random requests from seed %d: %s, %d late%n", COUNT, FIRST_SEED, derived, late);
    List<String> shown = failures.stream().limit(MOST_SHOWN).toList();
    assertThat(shown).as("%d failures, the first of them", failures.size()).isEmpty();
    assertThat(late).as("out of time").isLessThan(COUNT / 30);
    assertThat(derived.getOrDefault(Method.DIFFERENTIAL, 0)).isGreaterThan(COUNT * 3 / 2);
  }

  private void work() {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
      RandomCase request = RandomExpressions.of(seed);
      try {
        Derivative d = request.derivative();
        if (d.by() == d.variable()) {
          for (Method method : Method.values()) {
            for (Detail detail : Detail.values()) {
              derive(request, d, method, detail);
            }
          }
        }
      } catch (Refusal _) {
        // no derivative, nothing to derive
      }
    }
  }

  private void derive(RandomCase request, Derivative d, Method method, Detail detail) {
    String what = "%s %s %s".formatted(request, method.word(), detail.word());
    try {
      assertThat(Budget.run(Budget.DEFAULT, () -> Explanation.of(d, method, detail).steps()))
          .isNotEmpty();
      derived.merge(method, 1, Integer::sum);
    } catch (Refusal r) {
      switch (r.problem().code()) {
        case UNSUPPORTED, TOO_LARGE -> {}
        case TIMEOUT -> late++;
        case SYNTAX, UNKNOWN_NAME, UNKNOWN_FUNCTION, ARITY, SHAPE_MISMATCH, NOT_SQUARE ->
            failures.add(what + "\n    " + r.problem());
        case NOT_DIFFERENTIABLE, BAD_REQUEST, INTERNAL ->
            failures.add(what + "\n    " + r.problem());
      }
    } catch (RuntimeException | StackOverflowError e) {
      failures.add(what + "\n    " + e);
    }
  }
}
