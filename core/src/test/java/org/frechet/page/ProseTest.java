package org.frechet.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.frechet.print.Typography;
import org.frechet.print.Typography.Differential;
import org.frechet.print.Typography.Transpose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Sentences with formulas in them, in LaTeX and with other signs.
class ProseTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "what is constant has no differential | what is constant has no differential",
        "a scalar equals its transpose | a scalar equals its transpose",
        "X invertible | $X$ invertible",
        "w ≠ 0 | $w \\ne 0$",
        "sigma ≠ 0 | $\\sigma \\ne 0$",
        "‖A‖_F at 1.2e-03 | $\\Vert A \\Vert {}_{F}$ at 1.2e-03",
        "differential of log | differential of log",
        "Hadamard as a diagonal matrix | Hadamard as a diagonal matrix",
      })
  void wordsAndFormulas(String text, String latex) {
    assertThat(
            LatexText.of(text, new Prose(Typography.DEFAULT, "sigma"::equals))
                .replaceAll(" +(?=[ $])", " ")
                .replace(" $ ", "$ "))
        .isEqualToNormalizingWhitespace(latex);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d(A B) = dA B + A dB | ∂(A B) = ∂A B + A ∂B",
        "d f(u) = f′(u) du | ∂ f(u) = f′(u) ∂u",
        "⟨G, dX′⟩ = ⟨G′, dX⟩ | ⟨G, ∂Xᵀ⟩ = ⟨Gᵀ, ∂X⟩",
        "vec(A B C) = (C′ ⊗ A) vec(B) | vec(A B C) = (Cᵀ ⊗ A) vec(B)",
        "a′B c = c′B′a | aᵀB c = cᵀBᵀa",
        "the differential is determined | the differential is determined",
      })
  void otherSigns(String text, String expected) {
    assertThat(
            new Prose(Typography.DEFAULT.with(Differential.PARTIAL).with(Transpose.TOP), _ -> false)
                .unicode(text))
        .isEqualTo(expected);
  }
}
