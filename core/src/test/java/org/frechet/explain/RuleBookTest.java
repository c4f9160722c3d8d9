package org.frechet.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import org.frechet.Explanation;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules, derived.
class RuleBookTest {
  static List<RuleBook> rules() {
    return RuleBook.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleIsDerived(RuleBook rule) {
    for (Detail detail : Detail.values()) {
      Proof proof = Explanation.of(rule, detail).proof();
      assertThat(proof.lines()).hasSizeGreaterThan(1);
      assertThat(proof.method()).isEqualTo(rule.method());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleSaysWhatItIs(RuleBook rule) {
    assertThat(rule.name()).matches("[a-z]+(-[a-z]+)*");
    assertThat(rule.statement()).isNotBlank();
    assertThat(rule.shows()).isNotBlank();
    assertThat(RuleBook.of(rule.name())).isEqualTo(rule);
  }

  @Test
  void namesAreDifferent() {
    assertThat(new HashSet<>(RuleBook.names())).hasSameSizeAs(RuleBook.names());
  }

  @Test
  void theNearestNameIsSuggested() {
    assertThatThrownBy(() -> RuleBook.of("invers"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("there is no rule called invers")
        .satisfies(
            e -> assertThat(((Refusal) e).problem().hint()).contains("did you mean inverse?"));
    assertThatThrownBy(() -> RuleBook.of("nothing-like-it"))
        .satisfies(e -> assertThat(((Refusal) e).problem().hint()).contains("linearity, product"));
  }
}
