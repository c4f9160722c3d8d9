package org.frechet.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every Unicode spelling, and the plain one that it stands for.
class UnicodeSpellingTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "Xᵀ ¦ X'",
        "X⊤ ¦ X'",
        "X^⊤ ¦ X'",
        "X^-⊤ ¦ (X^-1)'",
        "X′ ¦ X'",
        "X’ ¦ X'",
        "X⁻¹ ¦ X^-1",
        "X⁻ᵀ ¦ (X^-1)'",
        "X²ᵀ ¦ (X^2)'",
        "Xᵀ² ¦ (X')^2",
        "x² ¦ x^2",
        "xⁿ ¦ x^n",
        "x⁻ⁿ ¦ x^-n",
        "x⁺² ¦ x^+2",
        "x¹² ¦ x^12",
        "A⁺ ¦ pinv(A)",
        "x∘² ¦ x.^2",
        "x⊙² ¦ x.^2",
        "x ⊙ y ¦ x.*y",
        "x∘y ¦ x.*y",
        "x ⊘ y ¦ x./y",
        "A ⊗ B ¦ kron(A, B)",
        "A ⊗ B ⊗ C ¦ kron(kron(A, B), C)",
        "a*B ⊗ C + D ¦ kron(a*B, C) + D",
        "a·b ¦ a*b",
        "a⋅b ¦ a*b",
        "a×b ¦ a*b",
        "a∗b ¦ a*b",
        "a\u2062b ¦ a*b",
        "a ÷ b ¦ a/b",
        "a ∕ b ¦ a/b",
        "a − b ¦ a - b",
        "a – b ¦ a - b",
        "‖x‖ ¦ norm2(x)",
        "||x|| ¦ norm2(x)",
        "∥x∥ ¦ norm2(x)",
        "‖x‖² ¦ norm2(x)^2",
        "‖x‖^2 ¦ norm2(x)^2",
        "‖X‖_F ¦ normF(X)",
        "‖X‖_F² ¦ normF(X)^2",
        "‖X‖²_F ¦ normF(X)^2",
        "‖X‖^2_F ¦ normF(X)^2",
        "‖X‖_F^2 ¦ normF(X)^2",
        "‖x‖_2 ¦ norm2(x)",
        "‖x‖₂² ¦ norm2(x)^2",
        "‖x‖_1 ¦ norm1(x)",
        "‖x‖₁ ¦ norm1(x)",
        "‖x‖_∞ ¦ norminf(x)",
        "‖X‖_* ¦ nucnorm(X)",
        "‖x‖_p ¦ norm(x, p)",
        "‖x‖_3 ¦ norm(x, 3)",
        "‖A*‖x‖‖ ¦ norm2(A*norm2(x))",
        "‖a - b‖*‖c‖ ¦ norm2(a - b)*norm2(c)",
        "√x ¦ sqrt(x)",
        "√(x + y) ¦ sqrt(x + y)",
        "√x² ¦ sqrt(x)^2",
        "2*π ¦ 2*pi",
        "W₁*x ¦ W_1*x",
        "W₁₂ ¦ W_12",
        "W_₁ ¦ W_1",
        "xᵢ ¦ x_i",
        "ϕ + ϵ ¦ φ + ε",
        "µ ¦ μ",
        "a\u00a0+\u200bb ¦ a + b",
      })
  void reads(String unicode, String plain) {
    assertThat(Parser.parse(unicode)).isEqualTo(Parser.parse(plain));
  }
}
