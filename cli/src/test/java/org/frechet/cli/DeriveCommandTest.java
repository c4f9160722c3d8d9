package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.frechet.cli.Stdio.Terminals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DeriveCommandTest {
  private static Run derive(String... options) {
    String[] all = new String[options.length + 4];
    System.arraycopy(new String[] {"derive", "norm2(Y - X*B)^2", "--wrt", "B"}, 0, all, 0, 4);
    System.arraycopy(options, 0, all, 4, options.length);
    return Run.of(all);
  }

  @Test
  void linesWithTheirRules() {
    Run run = derive();
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .startsWith("f(B) = ‖Y − X B‖²_F", "Y: n×q   X: n×p   B: p×q")
        .anyMatch(l -> l.startsWith("  ∂f/∂B = 2 Xᵀ (X B − Y)") && l.endsWith("read off"))
        .allMatch(l -> l.length() <= 80);
  }

  @ParameterizedTest
  @CsvSource({
    "terminal, ∂f/∂B by differentials",
    "markdown, $$",
    "latex, \\begin{document}",
    "html, <!DOCTYPE html>"
  })
  void formats(String format, String contained) {
    assertThat(derive("--format", format).out()).contains(contained);
  }

  @Test
  void rulesAndStationaryPoints() {
    assertThat(Run.of("derive", "--rule", "inverse").out())
        .contains("X⁻¹", "Every line was checked");
    assertThat(Run.of("derive", "--rule", "no such").code()).isEqualTo(1);
    assertThat(Run.of("derive", "norm2(A*x - b)^2", "--wrt", "x", "--stationary").out())
        .contains("Stationary points", "b");
    assertThat(Run.of("derive", "x'*x").err()).contains("give --wrt X");
  }

  @Test
  void higherOrders() {
    assertThat(Run.of("derive", "x'*A*x", "--wrt", "x", "--order", "2").lines())
        .startsWith("f(x) = xᵀ A x")
        .anyMatch(l -> l.startsWith("∂²f/∂x² by "))
        .anyMatch(l -> l.contains("= A + Aᵀ"));
  }

  @Test
  void jsonHasTheLinesOfTheContract() {
    JsonNode answer =
        JsonMapper.builder()
            .build()
            .readTree(derive("--format", "json", "--method", "chain").out());
    assertThat(answer.get("ok").booleanValue()).isTrue();
    assertThat(answer.get("method").stringValue()).isEqualTo("chain");
    JsonNode last = answer.get("steps").get(answer.get("steps").size() - 1);
    for (String field : List.of("rule", "reason", "text", "latex")) {
      assertThat(last.get(field).stringValue()).isNotEmpty();
    }
    assertThat(last.get("text")).isEqualTo(answer.get("text"));
  }

  @Test
  void rulesAreListed() {
    assertThat(Run.of("derive", "--rules").out()).contains("inverse", "d(X⁻¹) = −X⁻¹ dX X⁻¹");
  }

  @Test
  void fragments() {
    assertThat(derive("--format", "latex", "--fragment").out()).doesNotContain("documentclass");
    assertThat(derive("--format", "html", "--fragment").out()).startsWith("<article");
    assertThat(derive("--fragment").code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "--differential, partial, ∂B⟩",
        "--differential, Δ, ΔB⟩",
        "--transpose, prime, 2 X′",
        "--transpose, ', 2 X′",
        "--pairing, trace, 2 tr(",
      })
  void signs(String option, String word, String contained) {
    assertThat(derive(option, word).out()).contains(contained);
  }

  @Test
  void aWordThatIsNone() {
    Run run = derive("--transpose", "sideways");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'sideways' is not one of top, prime");
  }

  @Test
  void intoAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("page.tex");
    assertThat(derive("--format", "latex", "--output", file.toString()).out()).isEmpty();
    assertThat(Files.readString(file)).startsWith("\\documentclass");
    assertThat(derive("--output", folder.toString()).err()).contains("cannot write");
  }

  @Test
  void coloursOnlyOnATerminal() {
    var terminal = new Terminals(false, true, false);
    Run run = Run.with("", terminal, Map.of(), "derive", "norm2(Y - X*B)^2", "--wrt", "B");
    assertThat(run.out()).contains("\u001b[1;35mX dB\u001b[m");
    assertThat(derive().out()).doesNotContain("\u001b");
  }
}
