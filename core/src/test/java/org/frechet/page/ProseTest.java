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
        "differential of log | differential of log",
        "Hadamard as a diagonal matrix | Hadamard as a diagonal matrix",
      })
  void wordsAndFormulas(String text, String latex) {
    assertThat(
            LatexText.of(text, Typography.DEFAULT)
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
        "the differential is determined | the differential is determined",
      })
  void otherSigns(String text, String expected) {
    assertThat(
            Prose.unicode(text, Typography.DEFAULT.with(Differential.PARTIAL).with(Transpose.TOP)))
        .isEqualTo(expected);
  }
}
