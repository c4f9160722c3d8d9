package org.frechet.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> WORDS =
      List.of("tr", "det", "logdet", "sigmoid", "norm1", "norm2", "softmax", "Diag", "diag", "inv");

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "sigmiod, sigmoid",
    "sigmod, sigmoid",
    "lodget, logdet",
    "Tr, tr",
    "norm, norm1",
    "sfotmax, softmax",
    "ivn, inv",
    "zzz, ''",
    "q, ''",
    "foobarbaz, ''"
  })
  void suggests(String word, String nearest) {
    assertThat(Nearest.to(word, WORDS).orElse("")).isEqualTo(nearest);
  }

  @ParameterizedTest
  @CsvSource({"'', abc, 3", "abc, abc, 0", "abc, acb, 1", "ca, abc, 3", "kitten, sitting, 3"})
  void countsEdits(String from, String to, int distance) {
    assertThat(Nearest.distance(from, to)).isEqualTo(distance);
    assertThat(Nearest.distance(to, from)).isEqualTo(distance);
  }
}
