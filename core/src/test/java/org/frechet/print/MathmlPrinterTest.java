package org.frechet.print;

import static org.assertj.core.api.Assertions.assertThat;

import org.frechet.print.Typography.Determinant;
import org.frechet.print.Typography.Hadamard;
import org.frechet.print.Typography.Transpose;
import org.frechet.syntax.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathmlPrinterTest {
  /// The text of the elements, which is what a reader hears.
  private static String spoken(String text, Typography typography) {
    return MathmlPrinter.print(Parser.parse(text), Setting.of(_ -> false, typography))
        .replaceAll("<[^>]*>", "")
        .replaceAll("[\u2061\u2062]", "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2*X'*(X*B - Y)   | 2X⊤(XB−Y)",
        "a*-b             | a(−b)",
        "norm2(x)^2       | ‖x‖2",
        "normF(X)         | ‖X‖F",
        "inv(X)'          | X−⊤",
        "A.*B             | A⊙B",
        "sum(i, x(i))     | ∑i xi",
        "1e-3*x           | 10−3x",
        "3*2              | 3·2",
        "logdet(X)        | log det(X)",
        "theta*W_1        | θW1",
        "[a, b; c, d]     | [abcd]",
      })
  void reads(String text, String expected) {
    assertThat(spoken(text, Typography.DEFAULT)).isEqualTo(expected);
  }

  @Test
  void structure() {
    assertThat(MathmlPrinter.print(Parser.parse("a/b"), Setting.of(_ -> false, Typography.DEFAULT)))
        .isEqualTo("<mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>");
    assertThat(MathmlPrinter.print(Parser.parse("x^2"), Setting.of(_ -> false, Typography.DEFAULT)))
        .isEqualTo("<msup><mrow><mi>x</mi></mrow><mrow><mn>2</mn></mrow></msup>");
  }

  @Test
  void otherSigns() {
    Typography signs =
        Typography.DEFAULT.with(Transpose.PRIME).with(Hadamard.CIRC).with(Determinant.BARS);
    assertThat(spoken("det(A')*(A.*B)", signs)).isEqualTo("|A′|(A∘B)");
  }

  @Test
  void theOtherTargetsTakeTheSameSigns() {
    Typography signs =
        Typography.DEFAULT.with(Transpose.PRIME).with(Hadamard.CIRC).with(Determinant.BARS);
    var tree = Parser.parse("logdet(A)^2*inv(B)'*(A'.*B)");
    Setting setting = Setting.of(_ -> false, signs);
    assertThat(UnicodePrinter.print(tree, setting)).isEqualTo("(log |A|)² B⁻¹′ (A′ ∘ B)");
    assertThat(LatexPrinter.print(tree, setting))
        .isEqualTo("(\\log \\lvert A \\rvert)^2 B^{-1\\prime} (A' \\circ B)");
  }
}
