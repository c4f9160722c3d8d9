package org.frechet.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.SplittableRandom;
import org.frechet.shape.Problem;
import org.frechet.shape.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is said of malformed text: message, place, hint.
class DiagnosticsTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '`',
      value = {
        "`` ¦ the expression is empty ¦ 0 ¦ 0 ¦ write an expression",
        "`  ` ¦ the expression is empty ¦ 2 ¦ 2 ¦ write an expression",
        "x'* ¦ expected an operand after * ¦ 2 ¦ 3 ¦ ``",
        "a*)  ¦ expected an operand after *, found ) ¦ 2 ¦ 3 ¦ complete the expression",
        "a*/b ¦ expected an operand after *, found / ¦ 2 ¦ 3 ¦ operand on either side",
        "*a ¦ expected an operand at the start, found * ¦ 0 ¦ 1 ¦ operand on either side",
        "'x ¦ expected an operand at the start, found ' ¦ 0 ¦ 1 ¦ follows its operand",
        "f(a,) ¦ expected an operand after the comma, found ) ¦ 4 ¦ 5 ¦ ``",
        "[] ¦ expected an operand after [, found ] ¦ 1 ¦ 2 ¦ ``",
        "(x'*x ¦ this ( is never closed ¦ 0 ¦ 1 ¦ add )",
        "2*f(x ¦ this ( is never closed ¦ 3 ¦ 4 ¦ add )",
        "[a, b ¦ this [ is never closed ¦ 0 ¦ 1 ¦ add ]",
        "‖x ¦ this ‖ is never closed ¦ 0 ¦ 1 ¦ add ‖",
        "x'*x) ¦ this ) closes nothing ¦ 4 ¦ 5 ¦ remove it",
        "(a] ¦ found ] where the ( at offset 0 wants ) ¦ 2 ¦ 3 ¦ brackets close",
        "2x ¦ an operator is missing before x ¦ 1 ¦ 2 ¦ did you mean 2*x?",
        "a b ¦ an operator is missing before b ¦ 2 ¦ 3 ¦ did you mean a*b?",
        "a'b ¦ an operator is missing before b ¦ 2 ¦ 3 ¦ did you mean a'*b?",
        "2(x+1) ¦ an operator is missing before ( ¦ 1 ¦ 2 ¦ did you mean 2*(…)?",
        "x^2(y) ¦ an operator is missing before ( ¦ 3 ¦ 4 ¦ did you mean x^2*(…)?",
        "(a) (b) ¦ an operator is missing before ( ¦ 4 ¦ 5 ¦ did you mean (a)*(…)?",
        "2sin(x) ¦ an operator is missing before sin ¦ 1 ¦ 4 ¦ did you mean 2*sin(…)?",
        "[1 2] ¦ an operator is missing before 2 ¦ 3 ¦ 4 ¦ write [1, 2]",
        "[a (b)] ¦ an operator is missing before ( ¦ 3 ¦ 4 ¦ white space does not separate",
        "[a -b] ¦ in [ ], white space before - but not after it is ambiguous ¦ 3 ¦ 4 ¦ [a, -b]",
        "a^b^c ¦ a^b^c is ambiguous ¦ 3 ¦ 4 ¦ add parentheses",
        "a.^b^c ¦ a^b^c is ambiguous ¦ 4 ¦ 5 ¦ add parentheses",
        "a^-b^c ¦ a^b^c is ambiguous ¦ 4 ¦ 5 ¦ add parentheses",
        "a²^c ¦ a^b^c is ambiguous ¦ 2 ¦ 3 ¦ add parentheses",
        "xⁿ⁺¹ ¦ cannot read the superscript ⁿ⁺¹ ¦ 1 ¦ 4 ¦ x^(n+1)",
        "|X| ¦ |…| is ambiguous ¦ 0 ¦ 1 ¦ det(X) for the determinant, abs(X)",
        "2*|X| ¦ |…| is ambiguous ¦ 2 ¦ 3 ¦ det(X)",
        "a**b ¦ ** is not an operator here ¦ 1 ¦ 3 ¦ use ^",
        "a.\\b ¦ unexpected character . (U+002E) ¦ 1 ¦ 2 ¦ B./A",
        "a @ b ¦ unexpected character @ (U+0040) ¦ 2 ¦ 3 ¦ ``",
        "x % c ¦ unexpected character % (U+0025) ¦ 2 ¦ 3 ¦ comments",
        "{x} ¦ unexpected character { (U+007B) ¦ 0 ¦ 1 ¦ group with ( )",
        "∑x ¦ unexpected character ∑ (U+2211) ¦ 0 ¦ 1 ¦ sum(i, …)",
        "_a ¦ expected an operand at the start, found _a ¦ 0 ¦ 2 ¦ begins with a letter",
        "a + 😀 ¦ unexpected character 😀 (U+1F600) ¦ 4 ¦ 6 ¦ ``",
        "a\u0007b ¦ unexpected character U+0007 ¦ 1 ¦ 2 ¦ ``",
        "𝐱'*x ¦ a name cannot contain the styled letter 𝐱 (U+1D431) ¦ 0 ¦ 2 ¦ write the plain"
            + " letter x",
        "a = b ¦ an equation stands where an expression is wanted ¦ 2 ¦ 3 ¦ let r",
        "a; ¦ unexpected ; ¦ 1 ¦ 2 ¦ let definition",
        "a, b ¦ unexpected , ¦ 1 ¦ 2 ¦ separate arguments",
        "a:b ¦ unexpected : ¦ 1 ¦ 2 ¦ index",
        "x(1:2:3) ¦ a range has two ends and no step ¦ 5 ¦ 6 ¦ first:last",
        "let r 2 ¦ expected = after let r ¦ 6 ¦ 7 ¦ let r = …",
        "let r = 2 ¦ expected ; after the definition of r ¦ 9 ¦ 9 ¦ let r = …",
        "let r = 2; ¦ expected an operand after the semicolon ¦ 9 ¦ 10 ¦ ``",
      })
  void says(String text, String message, int start, int end, String hint) {
    Problem problem = problem(text);
    assertThat(problem.code()).isEqualTo(Problem.Code.SYNTAX);
    assertThat(problem.message()).startsWith(message);
    assertThat(problem.hint()).contains(hint);
    assertThat(problem.start() + "-" + problem.end()).isEqualTo(start + "-" + end);
  }

  @Test
  void anExpressionIsNoEquation() {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Parser.parseEquation("x'*x"));
    assertThat(refusal.problem().message()).isEqualTo("this is not an equation");
  }

  @Test
  void aNameIsOneWord() {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Parser.parseName("x y"));
    assertThat(refusal.problem().code()).isEqualTo(Problem.Code.BAD_REQUEST);
  }

  /// Random rows of the signs of the language: refused with a place inside the text, or read.
  @Test
  void everyTextIsReadOrRefused() {
    String[] words =
        "x A T 2 0.5 . .* ./ .^ .' ' ^ + - * / \\ ( ) [ ] , ; : = == ‖ | √ ² ᵀ ⁻¹ ₁ _F let ⊗ ∘ \n"
            .split(" ");
    var random = new SplittableRandom(7);
    for (int i = 0; i < 50_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(1, 12); length > 0; length--) {
        text.append(words[random.nextInt(words.length)]).append(random.nextInt(3) == 0 ? " " : "");
      }
      try {
        assertThat(Parser.parseStatement(text.toString()).span().start()).isNotNegative();
      } catch (Refusal refusal) {
        Problem problem = refusal.problem();
        assertThat(problem.message()).isNotBlank();
        assertThat(problem.start()).as(text.toString()).isBetween(0, text.length());
        assertThat(problem.end()).isBetween(problem.start(), text.length());
      }
    }
  }

  static Problem problem(String text) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Parser.parse(text));
    assertThat(refusal).as(text).isNotNull();
    return refusal.problem();
  }
}
