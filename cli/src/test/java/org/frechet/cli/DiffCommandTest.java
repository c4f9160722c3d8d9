package org.frechet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffCommandTest {
  @Test
  void theAnswerOfTheReadme() {
    Run run = Run.of("diff", "norm2(Y - X*B)^2", "--wrt", "B");
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .startsWith(
            "f(B) = ‖Y − X B‖²_F                  Y: n×q   X: n×p   B: p×q   (shapes inferred)",
            "∂f/∂B = 2 Xᵀ (X B − Y)               gradient matrix, p×q, denominator layout");
    assertThat(run.lines().getLast())
        .matches(
            "checked: relative error \\de-\\d+ at \\d+ random points, exact modulo 2\\^61−1 at \\d+");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--text    | (A + A')*x",
        "--unicode | (A + Aᵀ) x",
        "--latex   | (A + A^\\top) x",
      })
  void oneFormAlone(String option, String expected) {
    assertThat(Run.of("diff", "x'*A*x", "--wrt", "x", option).out()).isEqualTo(expected + "\n");
  }

  @Test
  void numpyIsAModule() {
    assertThat(Run.of("diff", "x'*A*x", "--wrt", "x", "--numpy").out())
        .startsWith("import numpy as np\n")
        .contains("def value(A, x):", "def derivative(A, x):");
  }

  @Test
  void linearMap() {
    Run run = Run.of("diff", "W2*sigmoid(W1*x)", "--wrt", "W1");
    assertThat(run.out())
        .contains("∂f/∂W1: Δ ↦ W2 (", "(Δ x)", "Fréchet derivative", "its matrix on vec: ");
  }

  @Test
  void secondOrderAndTranspose() {
    assertThat(Run.of("diff", "x'*A*x", "--wrt", "x", "--order", "2").out())
        .contains("∂²f/∂x² = A + Aᵀ", "Hessian, n×n");
    assertThat(Run.of("diff", "x'*A*x", "--wrt", "x'").out())
        .contains("∂f/∂xᵀ = ", "gradient, 1×n");
  }

  @Test
  void severalVariables() {
    Run run = Run.of("diff", "norm2(X*w + b - y)^2", "--wrt", "w,b", "--declare", "b: scalar");
    assertThat(run.out()).contains("∂f/∂w = ", "\n\nf(b) = ", "∂f/∂b = ");
  }

  @Test
  void conditionsAssumptionsAndStructure() {
    String relu = Run.of("diff", "c*sum(relu(X*w)) + norm2(w)", "--wrt", "w").out();
    assertThat(relu)
        .contains(
            "c is taken as a scalar", "holds where: w ≠ 0", "\nnot differentiable where X*w = 0");
    String spd = Run.of("diff", "tr(A*S)", "--wrt", "S", "--declare", "S: matrix(n,n) spd").out();
    assertThat(spd)
        .contains("S: n×n spd", "S is symmetric", "unconstrained: ", "by independent entries: ");
  }

  @Test
  void stepsFollow() {
    assertThat(Run.of("diff", "tr(A*X)", "--wrt", "X", "--steps").out()).contains(" 1. ", " 2. ");
  }

  @Test
  void anExpressionMayBeginWithAMinus() {
    assertThat(Run.of("diff", "-x'*x", "--wrt", "x", "--text").out()).isEqualTo("-2*x\n");
    assertThat(Run.of("diff", "--wrt", "x", "-x'*x", "--text").out()).isEqualTo("-2*x\n");
    assertThat(Run.of("diff", "-x'*", "--wrt", "x").err()).contains("\n  -x'*\n");
  }

  @Test
  void expressionsFromElsewhere(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("f"), "x'*x\n");
    assertThat(Run.of("diff", "--file", file.toString(), "--wrt", "x", "--text").out())
        .isEqualTo("2*x\n");
    assertThat(Run.reading("x'*x\n", "diff", "--wrt", "x", "--text").out()).isEqualTo("2*x\n");
    assertThat(Run.reading("x'*x\n", "diff", "-", "--wrt", "x", "--text").out()).isEqualTo("2*x\n");
  }

  @Test
  void timeIsLimited() {
    String deep = "x" + "+sin(x)".repeat(3000);
    Run run = Run.of("diff", deep, "--wrt", "x", "--time", "1ms");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("time budget");
  }

  @Test
  void latexIsReadWhereItLooksLikeIt() {
    assertThat(Run.of("diff", "\\|A x\\|_2^2", "--wrt", "x", "--text").out())
        .isEqualTo("2*A'*A*x\n");
    assertThat(Run.of("diff", "x^T A x", "--wrt", "x", "--from", "latex", "--text").out())
        .isEqualTo("(A + A')*x\n");
    assertThat(Run.of("diff", "x^T A x", "--wrt", "x").code()).isEqualTo(1);
    assertThat(Run.of("simplify", "A\\exp(b)").err()).contains("a left division");
    assertThat(Run.of("simplify", "A\\exp(b)", "--from", "text", "--text").code()).isZero();
    assertThat(Run.of("equal", "(A+B)^T", "B^T + A^T", "--from", "latex").code()).isZero();
    assertThat(Run.of("check", "x^T A x = x^T A^T x", "--from", "latex").code()).isZero();
    assertThat(
            Run.of("check", "x^T A x", "--wrt", "x", "--claimed", "A x + A^T x", "--from", "latex")
                .code())
        .isZero();
  }
}
