package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// True claims are right, false ones are not, and what was done to a false one is named. Raise the
/// number of each with `-Dfrechet.claims.count=10000`; try others with `-Dfrechet.claims.seed=…`.
class RandomClaimsTest {
  private static final int COUNT = Integer.getInteger("frechet.claims.count", 300);
  private static final long FIRST_SEED = Long.getLong("frechet.claims.seed", 0);
  private static final int SHOWN = Integer.getInteger("frechet.claims.shown", 5);

  /// Of a hundred false claims, of how many the mistake is named.
  private static final int NAMED_PERCENT = 90;

  /// Of a hundred claims, of how many nothing may be said.
  private static final int UNKNOWN_PERCENT = 1;

  private static final long STACK = 16L << 20;

  @Test
  void claimsAreJudgedRightly() throws InterruptedException {
    var score = score(FIRST_SEED, COUNT, Runtime.getRuntime().availableProcessors());
    String report = score.report(SHOWN);
    System.out.printf(
        "%d true and %d false claims from seed %d%n%s", COUNT, COUNT, FIRST_SEED, report);
    assertThat(score.wrong()).as("wrong verdicts\n%s", report).isZero();
    assertThat(score.bad()).as("wrong answers\n%s", report).isZero();
    assertThat(100 * score.unknown()).as(report).isLessThanOrEqualTo(2 * UNKNOWN_PERCENT * COUNT);
    assertThat(score.namedPercent()).as(report).isGreaterThanOrEqualTo(NAMED_PERCENT);
  }

  /// Half of the claims are asked as one text, the others in parts.
  static ClaimScore score(long first, int count, int threads) throws InterruptedException {
    var score = new ClaimScore();
    var next = new AtomicLong(first);
    var workers = new ArrayList<Thread>();
    for (int i = 0; i < threads; i++) {
      var worker =
          new Thread(
              null,
              () -> {
                for (long s = next.getAndIncrement();
                    s < first + count;
                    s = next.getAndIncrement()) {
                  boolean inParts = s % 2 == 0;
                  int manner = (int) (s / 2 % 2);
                  score.judge(RandomClaims.right(s), inParts, manner);
                  score.judge(RandomClaims.wrong(s), inParts, manner);
                }
              },
              "claims " + i,
              STACK);
      workers.add(worker);
      worker.start();
    }
    for (Thread worker : workers) {
      worker.join();
    }
    return score;
  }
}
