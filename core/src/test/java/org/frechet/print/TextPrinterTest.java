package org.frechet.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.frechet.shape.Refusal;
import org.frechet.syntax.Parser;
import org.frechet.syntax.Syntax;
import org.frechet.syntax.SyntaxGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextPrinterTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "(2*X')*((X*B)-Y) | 2*X'*(X*B - Y)",
        "(a)+(b) | a + b",
        "a-(b-c) | a - (b - c)",
        "a*(b*c) | a*(b*c)",
        "x .* y ./ z | x.*y./z",
        "(-X')*(y.*sigmoid((-y).*(X*w))) | -X'*(y.*sigmoid(-y.*(X*w)))",
        "A'*(A*x-b)/norm2(A*x-b) | A'*(A*x - b)/norm2(A*x - b)",
        "B*(-inv(C)) | B*-inv(C)",
        "-(a*b) | -(a*b)",
        "(x^2)^3 | (x^2)^3",
        "(-x)^2 | (-x)^2",
        "x^(-2) | x^-2",
        "x^(1/3) | x^(1/3)",
        "X^(T) | X^(T)",
        "X⁻ᵀ | X^-1'",
        "[a,b;c,d] | [a, b; c, d]",
        "X( i , : ) + ones(m, n) | X(i,:) + ones(m,n)",
        "sum(i,(y(i)-X(i,:)*a)^2) | sum(i, (y(i) - X(i,:)*a)^2)",
        "let r=X*w-y;X'*r | let r = X*w - y; X'*r",
        "2*(let r = x; r) | 2*(let r = x; r)",
        "f(let r = x; r) | f((let r = x; r))",
        "x[1]  | x[1]",
        "(x^2)(1) | (x^2)(1)",
        "W₁*x + 2.*x | W_1*x + 2.*x",
      })
  void prints(String text, String printed) {
    assertThat(TextPrinter.print(Parser.parse(text))).isEqualTo(printed);
  }

  @Test
  void printsStatements() {
    assertThat(TextPrinter.print(Parser.parseStatement("solve( A*x==b,x )")))
        .isEqualTo("solve(A*x = b, x)");
    assertThat(TextPrinter.print(Parser.parseStatement("a==b"))).isEqualTo("a = b");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void readsBackAsAnEqualTree(int depth) {
    var generator = new SyntaxGenerator(new SplittableRandom(20 + depth));
    for (int i = 0; i < 4_000; i++) {
      Syntax tree = generator.tree(depth);
      String text = TextPrinter.print(tree);
      Syntax back = parse(text);
      assertThat(back.equals(tree)).as(text).isTrue();
      assertThat(back.hashCode()).isEqualTo(tree.hashCode());
      assertThat(UnicodePrinter.print(tree)).isNotEmpty();
      assertThat(LatexPrinter.print(tree)).satisfies(TextPrinterTest::isBalanced);
    }
  }

  private static Syntax parse(String text) {
    try {
      return Parser.parse(text);
    } catch (Refusal refusal) {
      throw new AssertionError(text + ": " + refusal.problem(), refusal);
    }
  }

  private static void isBalanced(String latex) {
    int open = 0;
    for (int i = 0; i < latex.length(); i++) {
      char c = latex.charAt(i);
      open += c == '{' ? 1 : c == '}' ? -1 : 0;
      assertThat(open).isNotNegative();
    }
    assertThat(open).as(latex).isZero();
  }
}
