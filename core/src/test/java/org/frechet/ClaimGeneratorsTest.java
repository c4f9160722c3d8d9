package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.frechet.ClaimCase.Form;
import org.frechet.ClaimCase.Kind;
import org.frechet.ClaimTruth.Finding;
import org.junit.jupiter.api.Test;

/// The claims that tests are made of are many, different, and what they are said to be.
class ClaimGeneratorsTest {
  private static final int COUNT = 250;
  private static final int DIFFERENT_PERCENT = 90;

  @Test
  void claimsAreOfEveryFormAndMistake() {
    List<ClaimCase> right = LongStream.range(0, COUNT).mapToObj(RandomClaims::right).toList();
    List<ClaimCase> wrong = LongStream.range(0, COUNT).mapToObj(RandomClaims::wrong).toList();
    assertThat(right).extracting(ClaimCase::mistake).containsOnly(Kind.NONE);
    assertThat(right).extracting(ClaimCase::form).contains(Form.values());
    assertThat(wrong).extracting(ClaimCase::mistake).doesNotContain(Kind.NONE);
    assertThat(wrong).extracting(ClaimCase::mistake).hasSize(COUNT).contains(mistakes());
    assertThat(right.stream().map(c -> c.text(0)).distinct().count())
        .isGreaterThan(COUNT * DIFFERENT_PERCENT / 100);
    assertThat(wrong.stream().map(c -> c.text(0)).distinct().count())
        .isGreaterThan(COUNT * DIFFERENT_PERCENT / 100);
  }

  private static Kind[] mistakes() {
    return java.util.Arrays.stream(Kind.values()).filter(k -> k != Kind.NONE).toArray(Kind[]::new);
  }

  @Test
  void theSameSeedGivesTheSameClaim() {
    assertThat(RandomClaims.right(7)).isEqualTo(RandomClaims.right(7));
    assertThat(RandomClaims.wrong(7)).isEqualTo(RandomClaims.wrong(7));
  }

  /// The measure of truth agrees with the tables on all that it reaches, nearly everything.
  @Test
  void whatIsPublishedIsMeasuredToBeTrue() {
    List<ClaimCase> tables =
        ClaimTables.all().stream().filter(c -> c.form() != Form.SOLVE).toList();
    List<Finding> found = tables.stream().map(c -> ClaimTruth.of(c, 1)).toList();
    long confirmed = found.stream().filter(f -> f == Finding.TRUE).count();
    assertThat(found).doesNotContain(Finding.FALSE, Finding.ILL_SHAPED);
    assertThat(confirmed).isGreaterThan(tables.size() * 95L / 100);
  }
}
