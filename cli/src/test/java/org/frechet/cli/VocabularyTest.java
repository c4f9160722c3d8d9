package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.frechet.function.Function;
import org.frechet.function.Functions;
import org.junit.jupiter.api.Test;

class VocabularyTest {
  @Test
  void everyFunctionIsListed() {
    String list = Run.of("functions").out();
    for (Function f : Functions.all()) {
      assertThat(list).contains("  " + f.name()).contains(f.summary());
    }
  }

  @Test
  void oneFunctionWithItsExample() {
    assertThat(Run.of("functions", "logdet").out())
        .contains("logdet", "takes: matrix(n,n) -> scalar", "needs: det(X) > 0", "example: ");
    assertThat(Run.of("functions", "ln").out()).startsWith("log ");
  }

  @Test
  void anUnknownFunction() {
    Run run = Run.of("functions", "lgo");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("error: there is no function lgo\n  hint: did you mean log?\n");
  }

  @Test
  void json() {
    Run run = Run.of("functions", "--json");
    assertThat(run.lines()).hasSize(Functions.all().size());
    run.lines().forEach(line -> assertThat(JsonContractTest.parsed(line).has("name")).isTrue());
  }

  @Test
  void completionKnowsEveryCommand() {
    assertThat(Run.of("completion", "bash").out())
        .startsWith("#!")
        .contains("diff", "batch", "repl", "functions", "--layout", "denominator");
    assertThat(Run.of("completion", "zsh").out()).contains("bashcompinit");
  }
}
