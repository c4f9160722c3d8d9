package org.frechet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadersFuzzTest {
  /// A million and more by `ReadersFuzz`.
  private static final int COUNT = Integer.getInteger("fuzz.count", 20_000);

  @Test
  void spoiltInputsAreReadOrRefused() {
    assertThat(ReadersFuzz.crashes(COUNT, 20_261_120)).isEmpty();
  }
}
