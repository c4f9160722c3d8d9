package org.frechet.derive;

import static org.assertj.core.api.Assertions.assertThat;

import org.frechet.Frechet;
import org.junit.jupiter.api.Test;

class FactoringTest {
  /// Two groups of terms that cancel leave two zeros, which have no common factor.
  @Test
  void termsThatCancelInGroups() {
    String sum = "(cos(a) + sin(a))*exp(a)";
    String zero = "%1$s*(b + c) - %1$s*b - %1$s*c".formatted(sum);
    assertThat(Tidy.of(Frechet.parse(zero).model().expr()).isZero()).isTrue();
  }
}
