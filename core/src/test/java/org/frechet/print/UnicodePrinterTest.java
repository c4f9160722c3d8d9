package org.frechet.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.frechet.syntax.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnicodePrinterTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2*X'*(X*B - Y) | 2 Xᵀ (X B − Y)",
        "normF(Y - X*B)^2 | ‖Y − X B‖²_F",
        "norm2(x)^2 + norm1(x)^2 + norminf(x) | ‖x‖² + ‖x‖₁² + ‖x‖_∞",
        "nucnorm(X) + specnorm(X) + norm(x,p) | ‖X‖_* + ‖X‖₂ + ‖x‖ₚ",
        "-X'*(y.*sigmoid(-y.*(X*w))) | −Xᵀ (y ⊙ σ(−y ⊙ (X w)))",
        "inv(A + B)' + inv(A') + X^-1 | (A + B)⁻ᵀ + A⁻ᵀ + X⁻¹",
        "X'' + (X')^2 + X^2' | (Xᵀ)ᵀ + (Xᵀ)² + (X²)ᵀ",
        "A\\b*c | A⁻¹ b c",
        "pinv(A)*b | A⁺ b",
        "A'*(A*x - b)/norm2(A*x - b) | Aᵀ (A x − b) / ‖A x − b‖",
        "1/2*x | (1/2) x",
        "a/(b*c) + (a + b)/c | a / (b c) + (a + b) / c",
        "2*3*x*0.5 | 2 · 3 x · 0.5",
        "x^n + x^q + x^(1/3) + x^-2 | xⁿ + x^q + x^(1/3) + x⁻²",
        "x.^2 + x.^q | x∘² + x.^q",
        "x./y.*z | x ⊘ y ⊙ z",
        "(x.*y)*a | (x ⊙ y) a",
        "A*x.*y | A x ⊙ y",
        "kron(A', eye(m))*vec(X) | (Aᵀ ⊗ Iₘ) vec(X)",
        "kron(A,B) + C | A ⊗ B + C",
        "eye(q) + eye(2*n) + ones(n) + ones(m,n) + zeros(q) "
            + "| I_q + eye(2 n) + 1ₙ + 1ₘₓₙ + zeros(q)",
        "2*ones(n) | 2 · 1ₙ",
        "theta'*Lambda*W_1*x_i | θᵀ Λ W₁ xᵢ",
        "log(det(X)) + logdet(S) | log det(X) + log det(S)",
        "sqrt(x)*y + sqrt(x + y) + sqrt(x)^2 | √x y + √(x + y) + (√x)²",
        "inner(A,B) | ⟨A, B⟩",
        "sum(i, (y(i) - X(i,:)*a)^2) | ∑ᵢ (y(i) − X(i,:) a)²",
        "2*sum(i, x(i)) | 2 ∑ᵢ x(i)",
        "2*sum(i, x(i))*b | (2 ∑ᵢ x(i)) b",
        "sum(i, x(i)) + b | (∑ᵢ x(i)) + b",
        "b + sum(i, x(i) + a) | b + ∑ᵢ (x(i) + a)",
        "c*(a - sum(i, x(i))) | c (a − ∑ᵢ x(i))",
        "2*(a - sum(i, x(i)))*b | 2 (a − ∑ᵢ x(i)) b",
        "a + sum(i, x(i)) + b | a + (∑ᵢ x(i)) + b",
        "a - -b + c*(-d) | a − (−b) + c (−d)",
        "-(a*b) | −a b",
        "-(a + b) | −(a + b)",
        "[a, b; c, d] | [a, b; c, d]",
        "let r = X*w - y; X'*r | let r = X w − y; Xᵀ r",
        "diff(x'*A*x, x) | ∂(xᵀ A x)/∂x",
      })
  void prints(String text, String printed) {
    assertThat(UnicodePrinter.print(Parser.parse(text))).isEqualTo(printed);
  }
}
