package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// What the tables print is right as a claim, what they name as false is not, and then the correct
/// formula is said.
class PublishedClaimsTest {
  private static final int SHOWN = 10;

  @Test
  void tablesAreRight() {
    ClaimScore score = judged(ClaimTables.all());
    assertThat(score.failures()).as(score.report(SHOWN)).isEmpty();
    assertThat(score.unknown()).as(score.report(SHOWN)).isZero();
  }

  @Test
  void falseStatementsAreNot() {
    ClaimScore score = judged(ClaimTables.refuted());
    assertThat(score.failures()).as(score.report(SHOWN)).isEmpty();
    assertThat(score.unknown()).as(score.report(SHOWN)).isZero();
    assertThat(score.uncorrected()).as(score.report(SHOWN)).isEmpty();
  }

  /// As a text in turn with parts.
  private static ClaimScore judged(List<ClaimCase> claims) {
    var score = new ClaimScore();
    for (int i = 0; i < claims.size(); i++) {
      score.judge(claims.get(i), i % 2 == 0, i / 2 % 2);
    }
    return score;
  }
}
