package org.frechet.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a text means, told by a second spelling of the same tree.
class ParserTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // left to right
        "a - b + c | (a - b) + c",
        "a*b/c.*d | ((a*b)/c).*d",
        "A\\b*c | (A\\b)*c",
        "a - b*c | a - (b*c)",
        // signs
        "-a*b | (-a)*b",
        "-a^2 | -(a^2)",
        "-x' | -(x')",
        "--a | -(-a)",
        "+a - -b | (+a) - (-b)",
        "B*-inv(C) | B*(-inv(C))",
        "a+-b*c | a + ((-b)*c)",
        // one postfix level
        "X^2' | (X^2)'",
        "x^n' | (x^n)'",
        "x^2*y | (x^2)*y",
        "2^-1 | 2^(-1)",
        "x.^-2 | x.^(-2)",
        "x^-n*y | (x^(-n))*y",
        "X^-1' | (X^(-1))'",
        "X'^2 | (X')^2",
        "x^f(2) | x^(f(2))",
        // transposes
        "X^T | X'",
        "X^T*y | X'*y",
        "X^-T | (X^-1)'",
        "X.' | X'",
        "X^T(2) | X^(T(2))",
        // numbers and points
        "2.*x | 2 .* x",
        "1./x | 1 ./ x",
        "1.^x | 1 .^ x",
        "2.'*x | 2'*x",
        "x.*.5 | x .* (.5)",
        "2.*3. | 2 .* 3",
        "1e-3*x | (1e-3)*x",
        // indices
        "eye(n)(:,2) | (eye(n))(:,2)",
        "x(1)(2) | (x(1))(2)",
        "X(1:2,:)' | (X(1:2,:))'",
        "X'(1,:) | (X')(1,:)",
        "sin (x) | sin(x)",
        // blocks: commas, semicolons, line breaks
        "[a - b, -c] | [(a - b), (-c)]",
        "[a,b;c,d] | [a, b; c, d]",
        "let r = a; r*r | (let r = a; (r*r))",
        "let r = a; let s = r; s | let r = a; (let s = r; s)",
      })
  void reads(String text, String same) {
    assertThat(Parser.parse(text)).isEqualTo(Parser.parse(same));
  }

  @Test
  void lineBreaksEndRows() {
    assertThat(Parser.parse("[a, b\n c, d\n]")).isEqualTo(Parser.parse("[a, b; c, d]"));
    assertThat(Parser.parse("[a,\n b;\n c +\n e, d]")).isEqualTo(Parser.parse("[a, b; c + e, d]"));
    assertThat(Parser.parse("[a\n -b]")).isEqualTo(Parser.parse("[a; -b]"));
    assertThat(Parser.parse("[(a\n -b)]")).isEqualTo(Parser.parse("[a - b]"));
    assertThat(Parser.parse("a\n + b")).isEqualTo(Parser.parse("a + b"));
  }

  @Test
  void keepsPlaces() {
    Syntax.Binary product = (Syntax.Binary) Parser.parse(" (a + b)*sin( x )");
    assertThat(place(product.span())).isEqualTo("1-17");
    assertThat(place(product.operatorSpan())).isEqualTo("8-9");
    assertThat(place(product.left().span())).isEqualTo("2-7");
    Syntax.Call call = (Syntax.Call) product.right();
    assertThat(place(call.span())).isEqualTo("9-17");
    assertThat(place(call.nameSpan())).isEqualTo("9-12");
  }

  private static String place(Syntax.Span span) {
    return span.start() + "-" + span.end();
  }

  @Test
  void equationsAreReadWhereTheyAreWanted() {
    Syntax.Equation equation = Parser.parseEquation("d(tr(A*X))/dX = A");
    assertThat(equation.left()).isEqualTo(Parser.parse("d(tr(A*X))/dX"));
    assertThat(equation.right()).isEqualTo(Parser.parse("A"));
    assertThat(Parser.parseStatement("a == b")).isEqualTo(Parser.parseStatement("a = b"));
    assertThat(Parser.parseStatement("x'*x")).isEqualTo(Parser.parse("x'*x"));
    Syntax.Call solve = (Syntax.Call) Parser.parseStatement("solve(A*x == b, x)");
    assertThat(solve.arguments().getFirst()).isInstanceOf(Syntax.Equation.class);
  }

  @Test
  void namesAreCanonical() {
    assertThat(Parser.parseName("W₁")).isEqualTo("W_1");
    assertThat(Parser.parseName("π")).isEqualTo("pi");
    assertThat(Parser.parseName(" e\u0301 ")).isEqualTo("é");
  }

  @Test
  void callsNeedNoArguments() {
    assertThat(((Syntax.Call) Parser.parse("f()")).arguments()).isEmpty();
  }

  @Test
  void aVariableMayBeCalledLet() {
    assertThat(Parser.parse("let*2")).isEqualTo(Parser.parse("(let)*2"));
  }

  @Test
  void aChainIsNotWhatItStartsWith() {
    assertThat(Parser.parse("a + b").equals(Parser.parse("a"))).isFalse();
    assertThat(Parser.parse("a + b").equals(Parser.parse("-a"))).isFalse();
    assertThat(Parser.parse("a").equals(Parser.parse("a + b"))).isFalse();
  }
}
