package org.frechet.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.frechet.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatexPrinterTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "2*X'*(X*B - Y) | 2 X^\\top (X B - Y)",
        "normF(Y - X*B)^2 + norm2(x) | \\lVert Y - X B \\rVert_F^2 + \\lVert x \\rVert_2",
        "A'*(A*x - b)/norm2(A*x - b) " + "| \\frac{A^\\top (A x - b)}{\\lVert A x - b \\rVert_2}",
        "(a/b)^2*(1 + a/b) | \\left(\\frac{a}{b}\\right)^2 \\left(1 + \\frac{a}{b}\\right)",
        "x^(1/3) + x^-1 + x^(-2/3) | x^{1/3} + x^{-1} + x^{-2/3}",
        "inv(X)' + inv(X) + X'' | X^{-\\top} + X^{-1} + (X^\\top)^\\top",
        "tr(A*X) + det(X) + log(det(X)) " + "| \\operatorname{tr}(A X) + \\det(X) + \\log\\det(X)",
        "x.*y + x./y + kron(A,B) + x.^2 | x \\odot y + x \\oslash y + A \\otimes B + x^{\\circ 2}",
        "[a, b; c, d] | \\begin{bmatrix} a & b \\\\ c & d \\end{bmatrix}",
        "sum(i, (y(i) - X(i,:)*a)^2) | \\sum_{i} (y_i - X_{i,:} a)^2",
        "x(12) + W_1(i) + (A*B)(1,:) + X(1,:)(2) "
            + "| x_{12} + (W_1)_i + (A B)_{1,:} + (X_{1,:})_2",
        "W1 + W_1 + x_ij + alphas + x_ "
            + "| W_1 + W_1 + x_{\\mathrm{ij}} + \\mathit{alphas} +"
            + " \\mathit{x\\_}",
        "theta + θ + theta_1 + Alpha | \\theta + \\theta + \\theta_1 + \\mathit{Alpha}",
        "dX + dtheta + dx1 + é + pi "
            + "| \\mathrm{d}X + \\mathrm{d}\\theta + \\mathrm{d}x_1 +"
            + " \\text{é} + \\pi",
        "sigmoid(x) + tanh(x) + log2(x) | \\sigma(x) + \\tanh(x) + \\log_2(x)",
        "ones(n) + 2*ones(m,n) + eye(2*n) | \\mathbf{1}_n + 2 \\mathbf{1}_{m \\times n} + I_{2 n}",
        "2*3 + 1e-3*x + 2.5e3 | 2 \\cdot 3 + 10^{-3} x + 2.5 \\cdot 10^3",
        "sqrt(x + y) + cbrt(x) | \\sqrt{x + y} + \\sqrt[3]{x}",
        "B*-inv(C) | B (-C^{-1})",
        "inner(A,B) | \\langle A, B \\rangle",
        "norm(x,3) + norminf(x) + nucnorm(X) "
            + "| \\lVert x \\rVert_3 + \\lVert x \\rVert_\\infty + \\lVert X \\rVert_*",
        "diff(x'*A*x, x) | \\frac{\\partial}{\\partial x} (x^\\top A x)",
        "integrate(exp(-t^2), t, 0, x) | \\int_{0}^{x} \\exp(-t^2) \\, \\mathrm{d}t",
        "let r = a; let s = b; r*s | r s \\quad \\text{where } r = a,\\; s = b",
        "softplus(x) + A\\b | \\operatorname{softplus}(x) + A^{-1} b",
      })
  void prints(String text, String printed) {
    assertThat(LatexPrinter.print(Parser.parse(text))).isEqualTo(printed);
  }

  @Test
  void aVariableHidesTheFunctionOfItsName() {
    assertThat(LatexPrinter.print(Parser.parse("gamma(i)"))).isEqualTo("\\Gamma(i)");
    assertThat(LatexPrinter.print(Parser.parse("gamma(i)"), "gamma"::equals))
        .isEqualTo("\\gamma_i");
  }
}
