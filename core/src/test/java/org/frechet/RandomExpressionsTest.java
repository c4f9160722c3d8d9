package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.frechet.RandomCheck.Outcome;
import org.frechet.RandomCheck.Verdict;
import org.junit.jupiter.api.Test;

/// No wrong answer to a random request. Raise the number with `-Dfrechet.random.count=100000`; try
/// others with `-Dfrechet.random.seed=1000000`. A failure names the seed of its request.
class RandomExpressionsTest {
  private static final int COUNT = Integer.getInteger("frechet.random.count", 2_000);
  private static final long FIRST_SEED = Long.getLong("frechet.random.seed", 0);

  /// At most so many percent may be refused or could not be measured.
  private static final int MOST_REFUSED = 5;

  private static final int MOST_SHOWN = 10;
  private static final long STACK = 16L << 20;

  private final Map<Verdict, AtomicInteger> counts = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final AtomicLong next = new AtomicLong(FIRST_SEED);

  @Test
  void answersAreRightOrRefused() throws InterruptedException {
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      var worker = new Thread(null, this::work, "random requests " + i, STACK);
      workers.add(worker);
      worker.start();
    }
    for (Thread worker : workers) {
      worker.join();
    }
    System.out.printf("%d random requests from seed %d: %s%n", COUNT, FIRST_SEED, counts);
    List<String> shown = failures.stream().limit(MOST_SHOWN).toList();
    assertThat(shown).as("%d failures, the first of them", failures.size()).isEmpty();
    int refused = count(Verdict.REFUSED) + count(Verdict.UNMEASURED);
    assertThat(100 * refused).as("refused or not measured").isLessThan(MOST_REFUSED * COUNT);
  }

  private void work() {
    for (long s = next.getAndIncrement(); s < FIRST_SEED + COUNT; s = next.getAndIncrement()) {
      RandomCase request = RandomExpressions.of(s);
      Outcome outcome = RandomCheck.of(request);
      counts.computeIfAbsent(outcome.verdict(), _ -> new AtomicInteger()).incrementAndGet();
      if (outcome.verdict() == Verdict.FAILED) {
        failures.add(request + "\n    " + outcome.detail());
      }
    }
  }

  private int count(Verdict verdict) {
    return counts.getOrDefault(verdict, new AtomicInteger()).get();
  }
}
